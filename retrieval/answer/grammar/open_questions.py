"""What answers an open question: what its grammar says, and else what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from retrieval.answer.grammar.by_grammar import told_facts, told_things
from retrieval.answer.grammar.introduced import introductions
from retrieval.answer.grammar.newest import of_newest
from retrieval.answer.grammar.offices import holders
from retrieval.answer.grammar.offices_abroad import holders_abroad
from retrieval.answer.grammar.on_matter_abroad import told_of_matter
from retrieval.answer.grammar.saying import own_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.decision.decide import Weights
    from retrieval.answer.decision.examined import Examination
    from retrieval.answer.finding.sentence import Sentence
    from retrieval.answer.question.question import Question


class Told(NamedTuple):
    """The sentences that may answer, what was decided of each, (n, 4), and the thresholds."""

    question: Question
    sentences: Sequence[Sentence]
    decided: NDArray[np.float32]
    weights: Weights


def told(found: Examination, decided: NDArray[np.float32], weights: Weights) -> Told:
    """What an open question is answered from; each step keeps to what it knows to read.

    Where it is told who or what something is, whom else sentences name excludes nothing: then the
    question comes back without what it asks after.
    """
    question = found.question
    sentences, decided, weights = own_words(
        question, found.sentences, decided, weights, found.judged
    )
    question, sentences, decided, weights = told_things(
        found.question, sentences, decided, weights
    ) or introductions(found.question, sentences, decided, weights)
    for step in (holders, holders_abroad, told_facts, told_of_matter, of_newest):
        sentences, decided, weights = step(question, sentences, decided, weights)
    return Told(question, sentences, decided, weights)
