"""Which of the languages that whosays reads a text is in, and letters that only look alike."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from retrieval.answer.language.languages import CYRILLIC, LANGUAGES, language
from retrieval.answer.language.lexicon import AUXILIARIES, WH, words
from retrieval.answer.language.matter_abroad import anything_on
from retrieval.ingest.language import likelihood

if TYPE_CHECKING:
    from collections.abc import Collection

ENGLISH: Final = "en"
# Words of English alone among the languages of Europe: "was", "will", "in", "an", "so" are not.
OF_ENGLISH: Final = frozenset(
    (
        "did does do doesn't don't didn't isn't aren't wasn't weren't hasn't haven't won't is are "
        "were has have would could should might shall what which when where why how who whom whose "
        "the of to from into with by this that these those there their they them his she her its "
        "be been being any ever because while before say says said and not about after against it"
    ).split()
)
# Letters that only one of the two languages in Cyrillic has.
_OF_UKRAINIAN: Final = re.compile("[іїєґ]|['’ʼ][яюєї]", re.IGNORECASE)
_OF_RUSSIAN: Final = re.compile("[ыэёъ]", re.IGNORECASE)
# "Продав", "живий", "лишилася": endings of Ukrainian, which Russian words hardly have.
_ENDS_UKRAINIAN: Final = re.compile(r"[^\W\d_]{2}(?:(?<!ст)ав|вий|лася)\b", re.IGNORECASE)
# "Принадлежит", "возглавляет", "называется": endings of Russian, which no Ukrainian word has.
_ENDS_RUSSIAN: Final = re.compile(r"[^\W\d_]{2}(?:жит|ляет|[еио]тся|[ауюя]тся)\b", re.IGNORECASE)
_LATIN_ALIKE: Final = "ABCEHIKMOPTXaceiopxy"
_CYRILLIC_ALIKE: Final = "АВСЕНІКМОРТХасеіорху"
_TO_LATIN: Final = str.maketrans(_CYRILLIC_ALIKE, _LATIN_ALIKE)
_TO_CYRILLIC: Final = str.maketrans(_LATIN_ALIKE, _CYRILLIC_ALIKE)
_WORD: Final = re.compile(r"[^\W\d_]+")
# And that one of those in Latin letters has, and its neighbours do not.
_LETTERS: Final = {
    "de": re.compile("[äöüß]", re.IGNORECASE),
    "fr": re.compile("[àâçèêëîïœù]", re.IGNORECASE),
    "es": re.compile("[áíñóú]", re.IGNORECASE),
}
_ACCENTED: Final = re.compile(r"\b[a-z]*[áéíñóúàâçèêëîïœùäöüß]\w*")
# Words that other languages have too and that count for English beside others; the last two open
# questions in German as well.
_ENGLISH_TOO: Final = frozenset("a at for he on was will".split())
_GERMAN_TOO: Final = frozenset(["was", "will"])
# Fewer words of a language than this may be names in a text of another.
_SURE: Final = 2


def spoken(text: str, languages: Collection[str]) -> str:
    """The language of a question, ISO 639-1: English, or one of LANGUAGES among `languages`.

    `*` among them stands for all. English where nothing speaks for another, so that who has the
    English models alone loses nothing.
    """
    allowed = [code for code in LANGUAGES if code in languages or "*" in languages]
    found = words(unmixed(text).lower())
    lettered = [word for word in found if any(letter.isalpha() for letter in word)]
    if not any(_is_latin(letter) or _is_cyrillic(letter) for letter in text):
        # Chinese, Arabic: in none of these, which is for `tongue` to say.
        return ENGLISH
    # Names in Latin letters stand in Cyrillic questions, and hardly ever the other way round.
    if lettered and 2 * sum(_is_cyrillic(word[0]) for word in lettered) >= len(lettered):
        return _in_cyrillic(text, found, [code for code in allowed if code in CYRILLIC])
    return _in_latin(text, found, [code for code in allowed if code not in CYRILLIC])


def unmixed(text: str) -> str:
    """The text with every word in one script, where letters of another only look like its own.

    The script is that of the letters that are no look-alikes, and else that of the whole text.
    """
    latin = sum(_is_latin(letter) for letter in text)
    mostly_latin = latin >= sum(_is_cyrillic(letter) for letter in text)
    return _WORD.sub(lambda found: _in_one_script(found[0], mostly_latin=mostly_latin), text)


def _in_one_script(word: str, *, mostly_latin: bool) -> str:
    latin = [letter for letter in word if _is_latin(letter)]
    cyrillic = [letter for letter in word if _is_cyrillic(letter)]
    if not latin or not cyrillic:
        return word
    only_latin = any(letter not in _LATIN_ALIKE for letter in latin)
    only_cyrillic = any(letter not in _CYRILLIC_ALIKE for letter in cyrillic)
    if only_latin and only_cyrillic:
        # Two words in one, like a brand with an ending.
        return word
    if only_latin or (mostly_latin and not only_cyrillic):
        return word.translate(_TO_LATIN)
    return word.translate(_TO_CYRILLIC)


def _in_cyrillic(text: str, found: list[str], allowed: list[str]) -> str:
    if len(allowed) < len(CYRILLIC):
        return allowed[0] if allowed else ENGLISH
    ukrainian = len(_OF_UKRAINIAN.findall(text))
    russian = len(_OF_RUSSIAN.findall(text)) + len(_ENDS_RUSSIAN.findall(text))
    if bool(ukrainian) != bool(russian):
        return "uk" if ukrainian else "ru"
    # "Расскажи про Гончаренко": the one word that is of one of them alone is of the wrong one.
    asking = [code for code in allowed if anything_on(text, code) is not None]
    if len(asking) == 1:
        return asking[0]
    counts = {code: sum(word in language(code).own for word in found) for code in allowed}
    if counts["uk"] != counts["ru"]:
        return max(counts, key=lambda code: counts[code])
    if _ENDS_UKRAINIAN.search(text):
        return "uk"
    return max(allowed, key=lambda code: likelihood(text, [code]))


def _in_latin(text: str, found: list[str], allowed: list[str]) -> str:
    if not allowed:
        return ENGLISH
    if "es" in allowed and any(mark in text for mark in "¿¡"):
        return "es"
    counts = {code: _weight(text, found, code) for code in allowed}
    # "A cuántos ... van a despedir": one word of both languages twice tells no more than once.
    english = sum(word in OF_ENGLISH for word in found) + len(_ENGLISH_TOO.intersection(found))
    opens = bool(found) and found[0] in (AUXILIARIES | WH) - _GERMAN_TOO
    if opens and english >= max(counts.values()):
        return ENGLISH
    best = max(allowed, key=lambda code: counts[code])
    others = max([english, *(counts[code] for code in allowed if code != best)])
    if counts[best] > others and (counts[best] >= _SURE or not english):
        return best
    # "Trump llamó a May": no English "a", alone beside a word typed small with an accent.
    is_sure = english >= _SURE or not (_ACCENTED.search(text) and OF_ENGLISH.isdisjoint(found))
    if english > counts[best] and is_sure:
        return ENGLISH
    return max([ENGLISH, *allowed], key=lambda code: likelihood(text, [code]))


def _weight(text: str, found: list[str], code: str) -> float:
    """How many words speak for a language, its letters as one half where any word does."""
    spoken = language(code)
    # "L'equipage a ete paye": the same words typed without accents, and what hangs on the next.
    count = sum(
        word in spoken.own or word in spoken.bare or _is_elided(word, code) for word in found
    )
    return count + 0.5 if count and _LETTERS[code].search(text) else count


def _is_elided(word: str, code: str) -> bool:
    return code == "fr" and word.startswith(("l'", "l’", "qu'", "qu’"))


def _is_cyrillic(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("CYRILLIC")


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")
