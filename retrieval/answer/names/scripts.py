"""How the library writes the names of a question in other scripts and languages.

No table and no transliteration by rule: the words that the articles hold are looked through for
those that have the consonants of a name and nearly its vowels, in whatever case.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from retrieval.answer.language.languages import CYRILLIC
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.names.subjects import fold, heard, skeleton, unchanged, uninflected
from retrieval.store.vocabulary import slips

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from retrieval.answer.question.question import Question

    Held = Callable[[str, str], Iterable[str]]
    """The words in the index from one, to another and without it."""

# Letters and groups of them that may stand for a consonant of a skeleton, in the index's letters.
_LATIN: Final = {
    "s": "[scztxh]{1,5}", "k": "[ckqx]{1,2}", "v": "[vwfu]{1,2}", "g": "[gkhjx]{1,2}",
    "f": "(?:f{1,2}|ph|v)", "t": "t{1,2}h?",
}  # fmt: skip
_CYRILLIC: Final = {
    "s": "[жзсцчшщт]{1,3}", "k": "к{1,2}", "v": "[ву]{1,2}", "g": "[гґхж]{1,2}", "f": "ф{1,2}",
    "b": "б{1,2}", "d": "д{1,2}", "l": "л{1,2}", "m": "м{1,2}", "n": "н{1,2}", "p": "п{1,2}",
    "r": "р{1,2}", "t": "т{1,2}",
}  # fmt: skip
_CYRILLIC_LETTER: Final = re.compile("[Ѐ-ӿ]")
# A language of the script whose names have the endings of its cases.
_OF: Final = {True: "ru", False: ENGLISH}
_LATIN_VOWELS: Final = "[aeiouyhj]"
_CYRILLIC_VOWELS: Final = "[аеиоуыэюяєіїйьъхґ]"
_FIRST: Final = {
    True: {"s": "сзцчшщж", "k": "к", "v": "ву", "g": "гґхж", "f": "ф", "b": "б", "d": "д", "l": "л",
           "m": "м", "n": "н", "p": "п", "r": "р", "t": "т", "a": "аеиоуэюяєії"},
    False: {"s": "scz", "k": "kcq", "v": "vw", "g": "ghkjx", "f": "fp", "a": "aeiouyj"},
}  # fmt: skip
_VOWELS: Final = frozenset("aeiouy")
# More words than these are no longer one name.
_MOST: Final = 12
# One letter in so many may differ: Poutine, Putin.
_LETTERS_A_SLIP: Final = 3
_ENDS: Final = "aeiou"
# Of a word typed small none, behind the ending of its case, but in a long one: нюрнберге, Nürnberg.
_LONG: Final = 7
_LONG_SLIPS: Final = 1


def spelt(question: Question, held: Held) -> list[str]:
    """What the library writes for the question's names, in its own letters and in no order of use.

    In the script that a name is not in; for a question in another language than English in both.
    """
    named = [term for term in question.terms if term[:1].isupper()]
    found: list[str] = []
    for name in named or question.terms:
        # Did Путин resign? A name has the cases of its own script.
        cyrillic = _CYRILLIC_LETTER.match(name) is not None
        code = question.language if (question.language in CYRILLIC) == cyrillic else _OF[cyrillic]
        for form in filter(None, (name, unchanged(name, code))):
            bones = skeleton(form, code).removeprefix("~")
            if not bones or bones.isdecimal():
                continue
            for script in (not cyrillic, cyrillic)[: 1 + (question.language != ENGLISH)]:
                near = _of_script(form, bones, held, code, cyrillic=script)
                # Of a question in lower case any word may be a name, and few are.
                most = _LONG_SLIPS if len(form) >= _LONG else 0
                found += [word for differ, word in near if named or differ <= most][:_MOST]
    return list(dict.fromkeys(found))


def _of_script(
    name: str, bones: str, held: Held, language: str, *, cyrillic: bool
) -> list[tuple[int, str]]:
    """The words of a script that may be the name, nearest first, each with its slips."""
    pattern = _pattern(bones, cyrillic=cyrillic)
    plain = fold(uninflected(name, language))
    code = _OF[cyrillic]
    near = []
    first = "a" if bones[0] in _VOWELS else bones[0]
    for letter in _FIRST[cyrillic].get(first, first):
        for word in held(letter, chr(ord(letter) + 1)):
            if not pattern.fullmatch(word):
                continue
            told = [form for form in heard(word, code) if skeleton(form, code) == f"~{bones}"]
            differ = (apart(plain, fold(uninflected(form, code))) for form in told)
            near += [(each, word) for each in differ if each is not None][:1]
    return sorted(near)


def apart(one: str, other: str) -> int | None:
    """By how many letters two folded words differ; None by too many for them to be one name.

    The vowels at their ends are those of cases.
    """
    found = slips(one, other)
    if found:
        found = min(found, slips(one.rstrip(_ENDS), other.rstrip(_ENDS)))
    return found if found <= max(1, len(one) // _LETTERS_A_SLIP) else None


def _pattern(bones: str, *, cyrillic: bool) -> re.Pattern[str]:
    """What a word in the script looks like that may have these consonants, cases included."""
    letters, vowels = (_CYRILLIC, _CYRILLIC_VOWELS) if cyrillic else (_LATIN, _LATIN_VOWELS)
    parts = [
        f"{vowels}+" if bone in _VOWELS else f"{letters.get(bone, f'{bone}{{1,2}}')}{vowels}*"
        for bone in bones
    ]
    return re.compile("".join(parts) + (r"\w{0,3}" if cyrillic else r"\w?"))
