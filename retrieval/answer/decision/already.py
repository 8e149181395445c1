"""What has "already" been done: what is told to be done only later says that it has not been.

"Has she already left office?" is answered with no by "she will leave in May", whose deed and person
the judge takes for a yes. English only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from retrieval.answer.language.speech import ENGLISH
from retrieval.answered import Kind
from retrieval.models.stance import REFUTES, SUPPORTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.finding.sentence import Sentence
    from retrieval.answer.question.question import Question

_ASKS: Final = re.compile(r"(?:has|have|did|is|are|was|were)\s.*\b(?:already|yet)\b", re.IGNORECASE)
_LATER: Final = re.compile(
    r"\b(?:will|(?:is|are)\s+going\s+to|plan(?:s|ning)?\s+to|intends?\s+to|expected\s+to|set\s+to|"
    r"due\s+to|scheduled\s+to|effective|next\s+(?:week|month|year))\b|['’]ll\b",
    re.IGNORECASE,
)
# With these something has been done as well: "has resigned and will be followed by Lund".
_DONE: Final = re.compile(r"\b(?:already|has|have|had)\b|['’]ve\b", re.IGNORECASE)


def not_yet(
    question: Question, sentences: Sequence[Sentence], decided: NDArray[np.float32]
) -> NDArray[np.float32]:
    """What was decided, shape (n, 4), with the yes of what is told of later on the side of no."""
    asks = question.kind is Kind.POLAR and _ASKS.match(question.canonical) is not None
    if not asks or question.language != ENGLISH or question.denies:
        return decided
    later = [
        at
        for at, (sentence, row) in enumerate(zip(sentences, decided, strict=True))
        if row[SUPPORTS] > row[REFUTES] and is_later(sentence.text)
    ]
    found = decided.copy()
    found[later, SUPPORTS], found[later, REFUTES] = (
        decided[later, REFUTES],
        decided[later, SUPPORTS],
    )
    return found


def is_later(text: str) -> bool:
    """Whether an English sentence tells of what is to come, and of nothing that has been done."""
    return _LATER.search(text) is not None and _DONE.search(text) is None
