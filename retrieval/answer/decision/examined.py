"""What an answer is decided from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from retrieval.answer.language.speech import ENGLISH
from retrieval.model import Filter

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.finding.event import Coverage
    from retrieval.answer.finding.sentence import Sentence
    from retrieval.answer.question.question import Question


@dataclass(frozen=True, slots=True, eq=False)
class Examination:
    """What an answer is decided from: the event, its sentences nearest first, and `judged`.

    Of `event`, the nearest articles, `near` are those on the event asked about. `judged` is of
    shape (sentences, 4); `searched` is when the stance model began, in seconds;
    `where` the filter, narrowed to the source according to which something is asked.
    """

    question: Question
    event: Sequence[Coverage]
    near: Sequence[Coverage]
    sentences: Sequence[Sentence]
    judged: NDArray[np.float32]
    searched: float
    where: Filter = field(default_factory=Filter)

    @property
    def of_heard(self) -> bool:
        """Whether the articles that sentences are from alone say when the event was.

        A question in another language keeps to one event; what is near tells nothing of it.
        """
        return self.question.language != ENGLISH
