"""Subjects with nobody's voice: a share of those who were asked, and next to nobody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.phrases import Phrase
    from retrieval.answer.attribution.tagging import Token

_SHARE = re.compile(
    r"[\d.,]+\s?(?:%|percent|per cent)|[\w-]+\s(?:percent|per cent)\b"
    r"|(?:one|two|three|four)-(?:thirds?|quarters?|fourths?|fifths?)\b",
    re.IGNORECASE,
)
# Of whom there was nobody, or next to nobody, nothing is reported: "few observers expected it".
_NOBODY = frozenset({"few", "neither", "no", "nobody", "none"})


def is_share(phrase: Phrase) -> bool:
    """Whether a phrase is a share of those who were asked."""
    return _SHARE.match(phrase.text) is not None


def nobody(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Whether nobody in particular speaks: a share of those asked, or next to nobody."""
    before = [t.low for t in tokens[max(0, subject.outer - 2) : subject.outer]]
    share = before in (["%", "of"], ["percent", "of"]) or is_share(subject)
    return share or tokens[subject.outer].low in _NOBODY
