"""Who stands behind "he", "the president" and "these reports"?

No parser: a sentence that lacks a name of the question may still be about it where something in it
stands for a name that came before, and nobody else was named in between.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.answer.question import STOPWORDS, words
from retrieval.answer.subjects import CALENDAR, fold, mentions, place_of

if TYPE_CHECKING:
    from retrieval.answer.subjects import Mentions, Name

_STANDS_IN = re.compile(
    # Case tells the pronouns from the country and the sentence's end.
    r"\b(?:he|she|they|we|(?-i:us|I|it|It)|others|both|these|those|this|such|"
    r"some(?= (?:were|are|had|have|said|say|of them))|"
    r"the (?:[\w.'’-]+ ){0,2}(?:president|minister|"
    r"chancellor|leader|king|queen|pope|prince|governor|mayor|senator|judge|chief|chairman|"
    r"chairwoman|chair|head|spokesman|spokeswoman|spokesperson|government|administration|ministry|"
    r"company|firm|bank|group|party|court|country|pair|two sides|sides))\b",
    re.IGNORECASE,
)
# Beside one of these words a name is that of a speaker, whom no pronoun is needed for.
_SPEAKING = frozenset(
    (
        "said says told added continued noted wrote stated argued claimed explained insisted "
        "warned declared announced stressed suggested replied asked remarked according reported"
    ).split()
)


def missing(
    named: tuple[Name, ...], sentence: str, before: Mentions, paragraph_before: str
) -> tuple[Name, ...] | None:
    """The names of the question that something in the sentence only stands for.

    None where the sentence cannot be about everybody named: a name that it lacks must have come up
    `before` in the article, a pronoun or a role must stand for it, and the paragraph so far must
    not have named somebody else, for whom it would stand. "Some elites, Lavrov among them" is not
    about Putin; "the president" may be.
    """
    here = mentions(sentence)
    lacking = tuple(name for name in named if not here.speaks_of(name))
    if not lacking:
        return ()
    known = all(before.speaks_of(name, fully=True) for name in lacking)
    if not known or not _STANDS_IN.search(sentence):
        return None
    so_far = mentions(paragraph_before)
    if all(so_far.speaks_of(name) for name in lacking):
        return lacking
    asked = {key for name in named for key in name.keys}
    return None if _others(paragraph_before, asked) else lacking


def _others(text: str, asked: set[str]) -> set[str]:
    """Folded names in the text that are not asked for, no country, and not just who speaks."""
    tokens = words(text)
    found = set()
    for at, token in enumerate(tokens):
        opens = at == 0 or tokens[at - 1].endswith(".")
        if opens or not token[:1].isupper() or token.casefold() in STOPWORDS | CALENDAR:
            continue
        beside = {word.casefold() for word in tokens[max(0, at - 1) : at + 3]}
        if fold(token) not in asked and place_of(token) is None and not beside & _SPEAKING:
            found.add(fold(token))
    return found
