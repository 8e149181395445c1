"""Two judges: what the first takes for a possible answer, the second judges as well.

Of the encoder for many languages the first is the judge of six, and the second that of English for
what is asked and said in English.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from retrieval.models.stance import BESIDE, softmax

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from retrieval.models.base import StanceModel

# The least probability of any answer at which the second is asked: two sentences in five of those
# that search brings. Asking it of all gained nothing more (docs/measured.md).
LEAST: Final = 0.1
_FLOOR: Final = 1e-5


class _Two:
    """A stance model made of two that know four labels; the first one's languages are its own."""

    def __init__(self, first: StanceModel, second: StanceModel) -> None:
        self._first, self._second = first, second

    @property
    def name(self) -> str:
        """Both names."""
        return f"{self._first.name} and {self._second.name}"

    @property
    def languages(self) -> frozenset[str]:
        """Those of the first."""
        return self._first.languages


class Panel(_Two):
    """The second judges again what the first takes for a possible answer."""

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Probabilities of shape (n, 4): the first's, or the geometric mean of both."""
        shares = self._first.judge(pairs)
        rows = np.flatnonzero(1 - shares[:, BESIDE] >= LEAST)
        if rows.size:
            # The second reads capitals, and a question's are chance: in lower case the same
            # question in other clothes is the same to both.
            again = [
                (question.lower(), passage) for question, passage in (pairs[int(at)] for at in rows)
            ]
            shares[rows] = together(shares[rows], self._second.judge(again))
        return shares


class WithEnglish(_Two):
    """The judge of six languages, and that of English, which judges what is English beside it."""

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Probabilities of shape (n, 4) by the judge of six alone."""
        return self._first.judge(pairs)

    def judge_told(
        self, pairs: Sequence[tuple[str, str]], english: Sequence[bool]
    ) -> NDArray[np.float32]:
        """Likewise; of pairs in English, as `english` tells, the geometric mean of both."""
        shares = self._first.judge(pairs)
        rows = np.flatnonzero(np.asarray(english, dtype=bool))
        if rows.size:
            again = self._second.judge([pairs[int(at)] for at in rows])
            shares[rows] = together(shares[rows], again)
        return shares


def together(one: NDArray[np.float32], other: NDArray[np.float32]) -> NDArray[np.float32]:
    """The geometric mean of probabilities of shape (n, 4), made to sum to 1 again."""
    return softmax((np.log(one.clip(_FLOOR, 1)) + np.log(other.clip(_FLOOR, 1))) / 2)
