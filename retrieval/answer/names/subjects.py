"""Whom and what a text names, under any spelling of a name or word for a country."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from retrieval.answer.attribution import name_key
from retrieval.answer.language.countries import countries_in, named_countries, rows
from retrieval.answer.language.languages import CYRILLIC, LANGUAGES, unelided
from retrieval.answer.language.speech import ENGLISH, unmixed
from retrieval.answer.question.question import STOPWORDS, words

CALENDAR = frozenset(
    (
        "january february march april may june july august september october november december "
        "jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday "
        "friday saturday sunday"
    ).split()
)


# Case endings of Russian and Ukrainian names that have a consonant; vowels count for nothing.
_CASE = re.compile(
    r"(?:(?<=\w{3})(?:[ое]го|[ое]му|[оеє]ві|[ыи]ми|[ая]ми)|(?<=\w{5})(?:[ыиіїоеєая]м|[ыиая]х))$"
)
# The last consonants of a Ukrainian name change before an ending of -і, and Russian "г" before one
# of -е or -и is read as another letter's.
_CHANGED = (
    (re.compile(r"(?<=\w{3})зі$"), "г"),
    (re.compile(r"(?<=\w{3})ці$"), "к"),
    (re.compile(r"(?<=\w{3})сі$"), "х"),
    (re.compile(r"(?<=\w\w[^\Wгґ]г)[еи]$"), ""),
)
# German names in the genitive, and plurals of loans, whose "s" Snowball leaves behind most letters.
_GENITIVE = re.compile(r"(?<=\w\w[^\Wsß])s$", re.IGNORECASE)
# French names end in letters that nobody hears, whoever writes them in Latin ones: Dupont, Дюпон.
_UNHEARD = re.compile(r"(?<=\w{3}[aeiouyéèrn])[dt]$", re.IGNORECASE)
# How else a language may write a name: -ові is an ending of "Драган" and a part of "Драганов",
# German "ch" a kh, Ukrainian "г" an h.
_SOUNDS = {
    "de": ((re.compile(r"(?<=[^\WsS])ch", re.IGNORECASE), "kh"),),
    "uk": ((re.compile(r"(?<=\w\w[оеє]в)і$"), ""), (re.compile(r"(?<=\w)г"), "")),
}
_SIBILANT = re.compile(r"[tc]z|ts|[цЦțȚţŢ]", re.IGNORECASE)
_VOWELS = frozenset("aeiouy")
_ALIKE = str.maketrans("czw", "ssv")
# Fewer consonants are those of too many names.
_FEWEST_BONES = 3


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a text names: folded capitalised words, and countries under any of their names."""

    keys: frozenset[str]
    places: frozenset[int]


@lru_cache(maxsize=8192)
def mentions(text: str) -> Mentions:
    """Every name in the text; kept, since a bot asks the same paragraphs again and again."""
    keys = set()
    for word in words(text):
        # A letter within counts too: "iPhone", "al-Assad".
        if word.casefold() != word and word.casefold() not in STOPWORDS:
            keys.add(fold(word))
    return Mentions(frozenset(keys), _places_in(text))


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """The word as a key that other spellings and romanisations of it share.

    Letters of another script that only look like those of the word count as what they look like.
    """
    return name_key(word if word.isascii() else unmixed(word))


def uninflected(word: str, language: str) -> str:
    """A Russian or Ukrainian name without the ending of its case, where that has a consonant."""
    return _CASE.sub("", word.lower()) if language in CYRILLIC else word


def unchanged(word: str, language: str) -> str:
    """A name as it may be before its ending changed it: Нюрнберзі, Нюрнберг, German Moens, Moen.

    In lower case; empty where nothing has changed.
    """
    if language == "de":
        return _GENITIVE.sub("", word.lower()) if _GENITIVE.search(word) else ""
    if language not in CYRILLIC:
        return ""
    lower = word.lower()
    return next((sub.sub(by, lower) for sub, by in _CHANGED if sub.search(lower)), "")


def heard(word: str, language: str) -> tuple[str, ...]:
    """A name as it is written and, in Latin letters, without a last one that may not be heard."""
    less = word if language in CYRILLIC else _UNHEARD.sub("", word)
    return (word,) if less == word else (word, less)


@lru_cache(maxsize=50_000)
def skeletons(word: str, language: str) -> frozenset[str]:
    """What `skeleton` makes of a name, of what it may be before its ending, and of its sounds."""
    bare = unelided(word, language)
    forms = {bare, unchanged(bare, language)}
    for sound, other in _SOUNDS.get(language, ()):
        forms |= {sound.sub(other, form) for form in forms}
    return frozenset(skeleton(form, language) for form in forms if form) - {""}


@lru_cache(maxsize=50_000)
def skeleton(word: str, language: str) -> str:
    """What a name shares with its forms in other scripts and languages, behind a mark of its own.

    Its consonants as far as scripts tell them apart, without the ending of an inflected one:
    Poutine, Путіна and Putin are one, and so are Selenskyj, Зеленского and Zelensky. Empty where
    too little is left.
    """
    key = fold(_SIBILANT.sub("z", uninflected(word, language)))
    if key.isdecimal():
        return f"~{key}"
    # Russian writes Harmsen with a G and Khan with an H.
    key = re.sub(r"^(?:kh|h)", "g", key)
    alike = re.sub(r"(.)\1+", r"\1", re.sub(r"[^a-gik-z]", "", key).translate(_ALIKE))
    bones = ("a" if key[:1] in _VOWELS else "") + re.sub("[aeiouy]", "", alike)
    if len(bones) < _FEWEST_BONES:
        # Too little to go by without its vowels: Moen, Xi.
        bones = key.rstrip("aeiouy")
    return f"~{bones}" if len(bones) >= _FEWEST_BONES else ""


def places_in(text: str, language: str = ENGLISH) -> frozenset[int]:
    """The countries that a text in a language names; as in English for one that is not known."""
    return countries_in(text, language) if language in LANGUAGES else _places_in(text)


def spellings_of(place: int) -> tuple[str, ...]:
    """How English texts write a country, by its number: what has none of these does not name it."""
    return _spellings().get(place, ())


def place_of(name: str, language: str = ENGLISH) -> int | None:
    """The number of the country that the name names, in any of its words for it."""
    if language in LANGUAGES:
        return min(countries_in(name, language), default=None)
    return _places().get(name.casefold())


def places_of_several(text: str, language: str = ENGLISH) -> dict[str, int]:
    """The words, case folded, of countries' names of several words, each with the country's number.

    Case does not count in English: "the united states".
    """
    if language in LANGUAGES:
        return {
            word.casefold(): number
            for number, name in named_countries(text, language)
            if " " in name
            for word in name.split()
        }
    return {
        word: _places()[match.group()]
        for match in _several_pattern().finditer(text.casefold())
        for word in match.group().split()
    }


@cache
def _places() -> dict[str, int]:
    """Every name of a country, case folded, with the country's number."""
    return {name.casefold(): number for number, row in enumerate(rows()) for name in row}


@cache
def _spellings() -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = {}
    for name in chain.from_iterable(rows()):
        found.setdefault(_places()[name.casefold()], []).append(name)
    return {number: tuple(names) for number, names in found.items()}


def _places_in(text: str) -> frozenset[int]:
    places = _places()
    return frozenset(places[name.casefold()] for name in _place_pattern().findall(text))


@cache
def _place_pattern() -> re.Pattern[str]:
    spellings = sorted((name for row in rows() for name in row), key=len, reverse=True)
    # By their first letters, so that nearly every word is passed over at its own.
    begun: dict[str, list[str]] = {}
    for name in spellings:
        begun.setdefault(name[0], []).append(re.escape(name[1:]))
    groups = "|".join(f"{re.escape(at)}(?:{'|'.join(rest)})" for at, rest in begun.items())
    # Case counts: "us" and "turkey" are no countries.
    return re.compile(rf"(?<!\w)(?=[{''.join(map(re.escape, begun))}])(?:{groups})(?!\w)")


@cache
def _several_pattern() -> re.Pattern[str]:
    spellings = sorted((name for name in _places() if " " in name), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, spellings))})(?!\w)")
