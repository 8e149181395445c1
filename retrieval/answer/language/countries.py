"""Countries in German, French, Spanish, Russian and Ukrainian, numbered as in places.toml.

The names, and those of capitals and languages, which serve as adjectives, are CLDR's, by way of
babel; Russian and Ukrainian ones count in all their cases.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from babel import Locale

from retrieval.answer.language.languages import CYRILLIC, LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENGLISH: Final = "en"
# What falls off a name in another case, and what an adjective ends in. Shorter names keep theirs.
_VOWEL: Final = re.compile(r"[аеєиіїоуюяйь]$")
_ADJECTIVE: Final = re.compile(r"(?:ий|ый|ой|ій|ая|а|я)$")
# Of nouns and adjectives, behind the stem.
_CASES: Final = "[аеиіїоуюяыйь]|[оеєіи][мйюя]|[ыі][еємх]|[аяиы](?:ми|х|м)|ами|ями|[оеи]го|[оеє]му"
_PLAIN_E: Final = str.maketrans("ёЁ", "еЕ")
_ACUTE: Final = str.maketrans("áéíóú", "aeiou")
_SHORTEST: Final = 4


@cache
def rows() -> tuple[tuple[str, ...], ...]:
    """The names of each country in English, the plain one first; its number is its place.

    Behind the countries stand bodies of several names.
    """
    return tuple(tuple(row) for kind in ("countries", "bodies") for row in _table()[kind])


def is_body(number: int) -> bool:
    """Whether a number is that of a body (the FBI), and not of a country."""
    return number >= len(_table()["countries"])


@cache
def _table() -> dict[str, list[list[str]]]:
    return tomllib.loads(files(__package__).joinpath("places.toml").read_text("utf-8"))


def countries_in(text: str, language: str) -> frozenset[int]:
    """The numbers of the countries that a text in one of LANGUAGES names; none in others."""
    return frozenset(number for number, _ in named_countries(text, language))


@lru_cache(maxsize=32_768)
def named_countries(text: str, language: str) -> tuple[tuple[int, str], ...]:
    """The numbers of the countries that a text names, each with its words for it, in order."""
    if language not in LANGUAGES:
        return ()
    numbers = _numbers(language)
    # CLDR writes Russian without the letter, and others do as they like.
    found = _pattern(language).finditer(text.translate(_PLAIN_E))
    return tuple(
        (numbers[match.lastgroup], text[slice(*match.span())]) for match in found if match.lastgroup
    )


@cache
def _pattern(language: str) -> re.Pattern[str]:
    groups = [
        f"(?P<c{number}>{'|'.join(sorted(forms, key=len, reverse=True))})"
        for number, forms in sorted(_forms(language).items())
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)")


@cache
def _numbers(language: str) -> dict[str, int]:
    return {f"c{number}": number for number in _forms(language)}


@cache
def _forms(language: str) -> dict[int, set[str]]:
    """By country the regular expressions of its names in a language."""
    found: dict[int, set[str]] = {}
    for english, name, adjective in _named(language):
        number = _by_english().get(english.casefold())
        if number is not None and name:
            forms = found.setdefault(number, set())
            forms.add(_adjective(name, language) if adjective else _noun(name, language))
    extra = tomllib.loads(files(__package__).joinpath("countries.toml").read_text("utf-8"))
    for english, names in extra.items():
        forms = found.setdefault(_by_english()[english.casefold()], set())
        forms.update(r"\w*".join(map(_cased, name.split("*"))) for name in names)
    return found


def _named(language: str) -> Iterator[tuple[str, str, bool]]:
    """Territories, cities and languages: in English, in the language, whether an adjective."""
    english, own = Locale(_ENGLISH), Locale(language)
    for code, name in own.territories.items():
        # Continents and their like have numbers.
        if code.isalpha():
            yield english.territories.get(code, ""), name, False
    for zone in {*own.time_zones, *(_ZONES)}:
        city = zone.rpartition("/")[2].replace("_", " ")
        told = own.time_zones.get(zone, {}).get("city") or city
        yield english.time_zones.get(zone, {}).get("city") or city, str(told), False
    for code, name in own.languages.items():
        yield english.languages.get(code, ""), name, True


# Capitals that a language calls as English does, so that CLDR has no name of its own for them.
_ZONES: Final = (
    "Europe/Berlin", "Europe/Madrid", "Europe/Paris", "Europe/London", "Europe/Kiev", "Asia/Tehran",
    "Europe/Budapest", "Europe/Minsk", "Asia/Tokyo", "America/Caracas", "Africa/Tunis",
)  # fmt: skip


def _noun(name: str, language: str) -> str:
    if language in CYRILLIC:
        return " ".join(map(_declined, name.split()))
    # Genitives: "Deutschlands".
    return re.escape(name) + ("s?" if language == "de" else "")


def _declined(word: str) -> str:
    stem = _VOWEL.sub("", word)
    if len(word) < _SHORTEST or word == word.upper():
        return re.escape(word)
    # "Гана", "Гани", but no "Перша" of "Перу"; "Индии", but no "Индивид".
    return rf"{_cased(stem)}(?:{_CASES if len(stem) >= _SHORTEST else '[аеиіїоуюя]'})?"


def _adjective(name: str, language: str) -> str:
    """Of a language's name what its adjectives begin with: "deutsche", "allemande", "русских"."""
    # German writes its languages with a capital.
    name = name.lower()
    if " " in name or "-" in name or len(name) < _SHORTEST:
        return re.escape(name)
    if language in CYRILLIC:
        return rf"{_cased(_ADJECTIVE.sub('', name))}\w{{1,4}}"
    if language == "es":
        stem = name[:-2] + f"[{name[-2]}{name[-2].translate(_ACUTE)}]{name[-1]}"
        return rf"(?:{stem}\w{{0,2}}|{re.escape(name[:-1])}[aoe]s?)"
    return rf"{_cased(name)}\w{{0,2}}"


def _cased(word: str) -> str:
    """A word that may begin a sentence: an adjective's capital tells nothing."""
    plain = re.escape(word)
    if not word[:1].islower():
        return plain
    return f"[{word[0]}{word[0].upper()}]{plain[1:]}"


@cache
def _by_english() -> dict[str, int]:
    return {name.casefold(): number for number, row in enumerate(rows()) for name in row}
