"""What the stance model is known to miss and grammar tells for certain: rules, each with a reason.

A rule reads question and sentence and gives a stance or nothing; it outranks the model.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.answer.question import stem, words
from retrieval.answer.subjects import fold
from retrieval.model import Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Of the words after a cue, so many may come before the deed that it is about.
_REACH = 9

# An act withheld. The cue is rare in the model's training data and the deed's own word follows it,
# so the model reads the deed as done.
_WITHHELD = re.compile(
    r"\b(?:(?:opt|choos|cho[os]e|chosen|decid|elect|prefer)\w*\s+not\s+to"
    r"|(?:decid\w+|vot\w+|argu\w+)\s+against"
    r"|refrain\w*\s+from|abstain\w*\s+from|stop\w*\s+short\s+of|rul\w+\s+out"
    r"|(?:has|have|had)\s+yet\s+to|has\s+no\s+(?:plans?|intention)\s+(?:to|of)"
    r"|not\s+aware\s+of\s+any\s+plans?)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|never|no|false|untrue|wrong|refus\w+|declin\w+|den(?:y|ied|ies)|fail\w*|avoid\w*|without)\b|n['’]t\b",
    re.IGNORECASE,
)
_PREFERENCE = re.compile(
    r"\b(?:prefer|favou?r|back)\w*\s+(?P<first>.+?)\s+(?:to|over|rather\s+than|instead\s+of)\s+"
    r"(?P<second>.+)$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:better|preferable|prefer\w*|more\s+\w+|stronger|safer|superior|favou?r\w*)\b.*?"
    r"\b(?:than|to|over)\s+(?P<second>.+)",
    re.IGNORECASE | re.DOTALL,
)


_WINNING = frozenset(stem(word) for word in ("win", "won", "victory", "elected", "triumph"))
_BEATEN = re.compile(
    r"\b(?:defeat|beat|oust|trounc|unseat)\w*\s+(?P<loser>(?:[^\s.;]+\s*){1,8})", re.IGNORECASE
)


def apply(question: str, terms: Sequence[str], sentence: str) -> Stance | None:
    """The stance that the first rule to fit gives; None where none does.

    `terms` are the question's content words beside its names.
    """
    return next((s for s in (rule(question, terms, sentence) for rule in RULES) if s), None)


def withheld(question: str, terms: Sequence[str], sentence: str) -> Stance | None:
    """Refutes: "has opted not to congratulate" to "Did he congratulate?"; the deed follows it."""
    if _NEGATED.search(question) or not terms:
        return None
    wanted = {stem(term) for term in terms}
    for cue in _WITHHELD.finditer(sentence):
        following = words(sentence[cue.end() :])[:_REACH]
        if any(stem(word) in wanted for word in following):
            return Stance.REFUTES
    return None


def preferred(question: str, terms: Sequence[str], sentence: str) -> Stance | None:
    """Supports: "A is a better choice than B" to "Does she prefer A to B?"; refutes: the reverse.

    The model hardly meets two parties in one comparison and reads their nearness as agreement.
    """
    del terms
    asked = _PREFERENCE.search(question.rstrip("?!. "))
    if asked is None or _NEGATED.search(question):
        return None
    first, second = _keys(asked["first"]), _keys(asked["second"])
    told = _COMPARED.search(sentence)
    if told is None or _NEGATED.search(sentence):
        return None
    loser, winner = _keys(told["second"]), _keys(sentence[: told.start("second")])
    if second & loser and first & winner and not first & loser:
        return Stance.SUPPORTS
    if first & loser and second & winner and not second & loser:
        return Stance.REFUTES
    return None


def beaten(question: str, terms: Sequence[str], sentence: str) -> Stance | None:
    """Refutes: "defeating her challenger, Ms Ochoa" to "Did Ochoa win?"; who is beaten lost.

    The model sees the victory and both names, and not whose it is.
    """
    if _NEGATED.search(question) or not {stem(term) for term in terms} & _WINNING:
        return None
    asked, told = _keys(question), _BEATEN.search(sentence)
    return Stance.REFUTES if told is not None and asked & _keys(told["loser"]) else None


def reversed_roles(question: str, terms: Sequence[str], sentence: str) -> bool:
    """Whether the sentence tells the deed with its two parties the other way round.

    "Gray congratulated Ochoa" is beside the point of "Did Ochoa congratulate Gray?": the model
    reads the same words in another order and hardly minds. Only the plain order is judged, doer
    before deed before object, turned by a "by" or "from".
    """
    deeds = {stem(term) for term in terms}
    asked, told = _order(question, deeds), _order(sentence, deeds)
    if asked is None or told is None or asked[0] & asked[1]:
        return False
    doer, object_ = asked
    return bool(
        doer & told[1] and object_ & told[0] and not (doer & told[0]) and not (object_ & told[1])
    )


RULES: tuple[Callable[[str, Sequence[str], str], Stance | None], ...] = (
    withheld,
    preferred,
    beaten,
)


def _order(text: str, deeds: set[str]) -> tuple[set[str], set[str]] | None:
    """Folded names before and after the deed, doer first; None where the text has no such order."""
    tokens = words(text)
    at = next((i for i, word in enumerate(tokens) if stem(word) in deeds), None)
    if at is None:
        return None
    before, after = _keys(" ".join(tokens[:at])), _keys(" ".join(tokens[at + 1 :]))
    if not before or not after:
        return None
    following = {word.casefold() for word in tokens[at + 1 : at + 4]}
    return (after, before) if following & {"by", "from"} else (before, after)


def _keys(text: str) -> set[str]:
    return {fold(word) for word in words(text) if word[:1].isupper()}
