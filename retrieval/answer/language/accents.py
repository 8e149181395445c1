"""Words of German, French and Spanish typed without their accents, as these write them.

Models have read them with accents, and so have the words that open a question.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final
from unicodedata import combining, normalize

FILE: Final = "accents.toml"
LANGUAGES: Final = ("de", "fr", "es")
TABLES: Final = ("always", "mostly", "behind", "unless")
_WORD: Final = re.compile(r"[^\W\d_]+")
# German has other letters for its marks; to leave out the marks is a slip, and "uber" a firm.
_GERMAN: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae"})


@dataclass(frozen=True, slots=True, eq=False)
class _Spelt:
    """Of one language: words by what is typed for them, and what may stand before some."""

    always: dict[str, str]
    mostly: dict[str, str]
    behind: dict[str, str]
    unless: dict[str, str]
    done: frozenset[str]
    noun: frozenset[str]

    def of(self, word: str, before: str, *, bare: bool) -> str | None:
        """A word in lower case as it is written behind another; None where it is as typed.

        `bare` is a question without any accents, of which more words may be without theirs.
        """
        if bare and before in self.done and word in self.behind:
            return self.behind[word]
        if bare and word in self.unless and before not in self.noun:
            return self.unless[word]
        return self.always.get(word) or (self.mostly.get(word) if bare else None)


def accented(text: str, code: str) -> str:
    """A question with the accents that its language writes; in other languages as it is."""
    if code not in LANGUAGES:
        return text
    spelt, bare = _spelt(code), plain(text.lower(), code) == text.lower()
    parts, end, before = [], 0, ""
    for found in _WORD.finditer(text):
        typed = found[0]
        lower = typed.lower()
        written = spelt.of(lower, before, bare=bare) if lower.isascii() else None
        parts += [text[end : found.start()], _cased(written, typed) if written else typed]
        end, before = found.end(), lower
    return "".join(parts) + text[end:]


def plain(word: str, code: str) -> str:
    """What is typed for a word in lower case by who has no accents."""
    if code == "de":
        return word.translate(_GERMAN)
    apart = normalize("NFD", word.translate(_LIGATURES))
    return "".join(letter for letter in apart if not combining(letter))


def _cased(written: str, typed: str) -> str:
    """The word in the capitals in which it was typed."""
    if len(typed) > 1 and typed.isupper():
        return written.upper()
    return written[0].upper() + written[1:] if typed[0].isupper() else written


@cache
def _spelt(code: str) -> _Spelt:
    table = tomllib.loads(files(__package__).joinpath(FILE).read_text("utf-8"))[code]
    words = {name: {plain(word, code): word for word in table[name].split()} for name in TABLES}
    done, noun = (frozenset(table[name].split()) for name in ("done", "noun"))
    return _Spelt(**words, done=done, noun=noun)
