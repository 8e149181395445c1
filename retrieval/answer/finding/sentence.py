"""A sentence of an article on the event asked about, with what search knows of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from retrieval.answer.language.speech import ENGLISH
from retrieval.models.context import as_read

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.finding.event import Coverage

# What the shared words count in the order, beside two cosines and the article's belonging.
WORDS_WEIGHT: Final = 0.6
# And what the sentence's own share of the words that name nobody counts: every sentence of an event
# may name those whom the question names, and few tell of the deed.
DEEDS_WEIGHT: Final = 0.2

_QUOTED: Final = re.compile('["“”«»„]')


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence of an article on the event; offsets count in the article's text.

    `cosine` and `context` are those of the sentence and of its paragraph to the question. Of the
    question's words, the rarer the heavier: `words` is the share that it or the sentence before
    holds, `names` and `deeds` the share of names and of others that it holds itself. `named` is
    true where it or the one before names everybody. `nearness` orders the sentences of an event
    before anything is judged; `language` is the one it is read in.
    """

    coverage: Coverage
    paragraph: int
    start: int
    end: int
    before: tuple[int, int] | None
    vector: NDArray[np.float32]
    cosine: float
    context: float
    words: float
    names: float
    deeds: float
    named: bool
    number: int
    nearness: float
    language: str = ENGLISH

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.coverage.held.article.text[self.start : self.end]

    @property
    def text_before(self) -> str | None:
        """The sentence before it, verbatim; None for an article's first."""
        if self.before is None:
            return None
        return self.coverage.held.article.text[slice(*self.before)]

    @property
    def asks(self) -> bool:
        """Whether it is a question itself."""
        return self.text.rstrip("\"”’' ").endswith("?")

    @property
    def quoted(self) -> bool:
        """Whether it holds a mark of quotation."""
        return _QUOTED.search(self.text) is not None

    @property
    def read(self) -> str:
        """What the stance model reads: the sentence with what helps to judge it."""
        title = self.coverage.held.article.title
        return as_read(self.text, before=self.text_before, title=title)


def nearness(cosine: float, context: float, words: float, deeds: float, belonging: float) -> float:
    """What orders the sentences of an event: the higher the nearer to the question."""
    return cosine + context + WORDS_WEIGHT * words + DEEDS_WEIGHT * deeds + belonging
