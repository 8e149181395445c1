"""Two kinds of line that read like the article's prose and are not: appeals and teasers.

Both are penalties on a line's log odds, never vetoes: "contributions to NATO" is news.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_FUNDS = re.compile(
    r"\b(readers?|members?(hips?)?|supporters?|support|donat\w+|contribut\w+|subscri\w+|journalis[mt]s?"
    r"|reporting|newsroom|newsletters?|funded|fund|funding|mission|community)\b",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b([Ww]e|[Ww]e['’](re|ve|ll|d)|[Oo]urs?|us)\b")
_QUOTE = re.compile(r'["“”«»]')
_HEADLINE = re.compile(r"[^\W\d_a-z]|[\d'\"“‘]")
_SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_INNER_END = re.compile(r"[.!?][\"'”’»)]*\s+\S")
_WORD_AT_END = re.compile(r"[^\W\d_]$")

_FEWEST_FUND_WORDS = 2
_SHORT_APPEAL = 12
_HEADLINE_WORDS = range(4, 21)
_TEASER_WORDS = 15
_PENALTY = 4.0


def penalties(lines: Sequence[str]) -> NDArray[np.float32]:
    """What to take off each line's log odds, shape (n,)."""
    out = np.zeros(len(lines), dtype=np.float32)
    for at, line in enumerate(lines):
        if is_appeal(line):
            out[at] = _PENALTY
    for at, (above, below) in enumerate(pairwise(lines)):
        if is_teaser(above, below):
            out[at : at + 2] = _PENALTY
    return out


def is_appeal(line: str) -> bool:
    """An outlet asking its readers for money: two words of that business, and "we" or brevity."""
    if len(_FUNDS.findall(line)) < _FEWEST_FUND_WORDS or _QUOTE.search(line):
        return False
    return bool(_OURS.search(line)) or len(line.split()) <= _SHORT_APPEAL


def is_teaser(above: str, below: str) -> bool:
    """A headline, then a text of more than a sentence that stops in the middle of the next."""
    return (
        len(above.split()) in _HEADLINE_WORDS
        and bool(_HEADLINE.match(above))
        and not _SENTENCE_END.search(above)
        and len(below.split()) >= _TEASER_WORDS
        and bool(_INNER_END.search(below))
        and bool(_WORD_AT_END.search(below))
    )
