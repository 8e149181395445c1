"""Whom "the president" means where an article names several, or calls nobody so.

Whoever holds an office is seldom introduced with it: news of a president's day speaks of
"Mr. Moen", and may say "President Lund" but of whoever held it long ago.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.roles import bears

_PRESIDENT = re.compile(r"the\s(?:Republican\s|Democratic\s|U\.?S\.?\s)?president$", re.IGNORECASE)
# Who holds one of these offices is no president.
_OTHER_TITLES = (
    r"\b(?:Gov\.|Governor|Sens?\.|Senator|Reps?\.|Congress(?:wo)?man|Mayor|[Jj]udge|Justice|Secretary"
    r"|Minister|Speaker|Chief|Director|Sheriff|[Ss]pokes(?:wo)?man|Attorney General)"
)
# What stands before a surname, or is a given name before it: "Mr. Moen", "Ida J. Moen".
_BEFORE_SURNAME = re.compile(
    r"\b(?=(?P<before>[A-Z][\w’'-]+)\.?[^\S\n](?:[A-Z]\.?[^\S\n])?(?P<surname>[A-Z][\w’-]*[a-z]))"
)
_TITLES = frozenset({"mr", "mrs", "ms", "president", "president-elect"})
_GIVEN = lx.HIS_NAMES | lx.HER_NAMES
# Who is named no more often than this is not the president of an article that is about another.
_IN_PASSING = 2
_MUCH_MORE = 3
# How many of those whom an article names may be its president.
_MANY = 6


def incumbent(role: str, text: str, before: int, found: tuple[str, int] | None) -> str:
    """The surname of who is president, of a text that gives the title to `found`, if to anybody.

    "" where that cannot be told, or the role is another.
    """
    named = persons(text) if _PRESIDENT.match(role) else ()
    if not named:
        return ""
    holder = next((one for one in named if bears(one, "the president", text)), "")
    other = holder or (found[0] if found is not None else "")
    later = found is None or found[1] > before
    return named[0] if other and later and outnamed(other, named[0], text) else holder


def may_preside(name: str, text: str) -> bool:
    """Whether whoever spoke last may be the president of a text that calls nobody so."""
    surname = name.rpartition(" ")[2]
    most = next(iter(persons(text)), surname)
    return not _titled(surname, text) and not outnamed(surname, most, text)


@lru_cache(maxsize=512)
def persons(text: str) -> tuple[str, ...]:
    """The surnames of the people in a text who bear no other title, the most frequent first."""
    surnames = {
        match["surname"]
        for match in _BEFORE_SURNAME.finditer(text)
        if match["before"].lower() in _TITLES | _GIVEN and match["surname"].lower() not in _GIVEN
    }
    counts = Counter(word for word in re.findall(r"[A-Z][\w-]+", text) if word in surnames)
    return tuple(word for word, _ in counts.most_common(_MANY) if not _titled(word, text))


def outnamed(name: str, surname: str, text: str) -> bool:
    """Whether a text names somebody but once or twice, and the surname far more often."""
    few = _times(name.rpartition(" ")[2], text)
    return few <= _IN_PASSING and few * _MUCH_MORE < _times(surname, text)


def _titled(surname: str, text: str) -> bool:
    """Whether somebody bears another title: Governor X is not "the president"."""
    shape = rf"{_OTHER_TITLES},?\s(?:[A-Z][\w.’'-]*\s)*{re.escape(surname)}\b"
    return re.search(shape, text) is not None


def _times(surname: str, text: str) -> int:
    return len(re.findall(rf"\b{re.escape(surname)}\b", text))
