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
FEWEST_WORDS = 4


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the clauses in the sentence `text[start:end]`; none where it is one clause.

    Spans are offsets into `text`, in order, without the mark that separates them.
    """
    cuts = [(start, start)]
    cuts += [match.span() for match in _BREAK.finditer(text, start, end)]
    cuts.append((end, end))
    spans = [(left[1], right[0]) for left, right in pairwise(cuts)]
    long = [span for span in spans if len(text[slice(*span)].split()) >= FEWEST_WORDS]
    return long if len(spans) > 1 else []
