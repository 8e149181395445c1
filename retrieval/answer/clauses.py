"""Clauses of a sentence, by offsets: a long sentence may say two things, one of them the point."""

from __future__ import annotations

import re
from itertools import pairwise

# A comma before a conjunction or before a participle of saying or thinking, as in ", as the bank is
# insolvent" or ", adding that ...". Never before "if", whose clause says nothing by itself.
_BREAK = re.compile(
    r"(?:[,;]\s+|\s+[–—-]\s+)(?="
    r"(?:as|because|since|while|whereas|although|though|but|and|yet|who|which)\s"
    r"|(?:\w+ly\s+)?(?:saying|adding|noting|claiming|asserting|arguing|insisting|believing|hoping|"
    r"warning|suggesting|stressing|calling|citing|declaring)\b"
    r"|(?:he|she|they|it|we|i|others|some)\s)",
    re.IGNORECASE,
)
# What is reported to have been said, after a verb that stands by it: "claimed that he could".
_REPORTED = re.compile(
    r"\b(?:said|says|saying|claim\w*|assert\w*|stat(?:ed|es|ing)|announc\w*|insist\w*|declar\w*|"
    r"argu\w*|believ\w*|report(?:s|ed|ing)?|told|boast\w*|promis\w*)\b[^,;.]*?\bthat\s+",
    re.IGNORECASE,
)
# Cut off from one of these, what was reported would say the opposite.
_WITHHOLDS = re.compile(
    r"\b(?:not|never|no|nobody|neither|nor|without|den(?:y|ied|ies|ying)|doubt\w*|dismiss\w*|"
    r"reject\w*|disput\w*|refut\w*|false\w*|wrong\w*|unclear|if|whether)\b|n['’]t\b",
    re.IGNORECASE,
)
FEWEST_WORDS = 4


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the clauses in the sentence `text[start:end]`; none where it is one clause.

    Spans are offsets into `text`, in order, without the mark that separates them.
    """
    cuts = [(start, start)]
    cuts += [match.span() for match in _BREAK.finditer(text, start, end)]
    cuts.append((end, end))
    whole = [(left[1], right[0]) for left, right in pairwise(cuts)]
    spans = [(_content(text, left, right), right) for left, right in whole]
    long = [span for span in spans if len(text[slice(*span)].split()) >= FEWEST_WORDS]
    return [span for span in long if span != (start, end)]


def _content(text: str, start: int, end: int) -> int:
    """Where what the clause reports begins; its own start where it reports nothing."""
    match = _REPORTED.search(text, start, end)
    if match is None or _WITHHOLDS.search(text, start, match.end()):
        return start
    return match.end()
