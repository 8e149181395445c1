"""One decision: does a sentence answer the question, and on which side, with what probability?

A multinomial logistic model over what the stance model says and what search knows. Its few
coefficients are made by `training/decision.py` from labelled news and kept beside the weights.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from retrieval.answer.decision.asked import asked_party
from retrieval.answered import Kind
from retrieval.models.reads import FOR_ENGLISH
from retrieval.models.stance import BESIDE, NEUTRAL, REFUTES, STANCES, SUPPORTS, softmax

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from retrieval.answer.finding.sentence import Sentence
    from retrieval.answer.question.question import Question

FILE: Final = "decision.json"
FEATURES: Final = (
    # Of the sentence, by the stance model: log odds of each stance against beside the point.
    "yes", "no", "open",
    # The same for the likeliest of the two neighbours, of the article, of all sentences judged.
    "neighbours", "article", "best",
    # How plainly what resembles it in other sources says yes, and no, the less so the plainer it
    # takes a side itself: a copy that puts in a "not" resembles what it denies.
    "yes elsewhere", "no elsewhere",
    # By search: see `Sentence` and `Coverage`; truths are 0 or 1.
    "cosine", "context", "words", "names", "deeds", "named", "asks", "quoted",
    "belonging", "title", "lead",
    # Whether it is in another language than the question: 1 or 0.
    "abroad",
    # Where an open question asks for what somebody says: how far it is another's.
    "another's",
)  # fmt: skip
THRESHOLDS: Final = ("first", "second", "covered", "against")
_LEAST: Final = 1e-4
# The cosine from which two sentences count as alike, the more the nearer to 1.
_ALIKE: Final = 0.3
# Who says a sentence is read off where it answers with this probability at least.
_MAY_ANSWER: Final = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """Of one kind of question: coefficients (4, features), intercepts (4,), and what is shown.

    `first` is the least probability of the first passage of an article's source under a position,
    `second` that of its second one; `covered` the least of any for an answer at all; `against`
    the least of the plainest passage of the less likely of yes and no, or it is no side at all.
    """

    coefficients: NDArray[np.float64]
    intercepts: NDArray[np.float64]
    first: float
    second: float
    covered: float
    against: float

    @classmethod
    def read(cls, values: dict[str, Any]) -> Weights:
        """Read one kind's part of the file; raises KeyError or ValueError where it is not one."""
        coefficients = np.asarray([values["coefficients"][name] for name in FEATURES]).T
        return cls(
            coefficients=coefficients,
            intercepts=np.asarray(values["intercepts"]),
            **{name: float(values[name]) for name in THRESHOLDS},
        )

    def probabilities(self, features: NDArray[np.float64]) -> NDArray[np.float32]:
        """Of each stance and of beside the point, shape (n, 4), for features of shape (n, f)."""
        scores = features @ self.coefficients.T + self.intercepts
        return softmax(scores.astype(np.float32))


@cache
def shipped(judge: str = FOR_ENGLISH) -> Mapping[str, Weights]:
    """The weights of each kind of question, by its name, for a judge that ships."""
    path = files("retrieval.models") / "weights" / judge / FILE
    values = json.loads(path.read_text("utf-8"))
    return {kind: Weights.read(values[kind]) for kind in ("polar", "open")}


def decide(
    question: Question,
    weights: Weights,
    sentences: Sequence[Sentence],
    judged: NDArray[np.float32],
) -> NDArray[np.float32]:
    """Probabilities of shape (n, 4) that each sentence answers: yes, no, open, not at all."""
    if not sentences:
        return np.zeros((0, len(STANCES)), dtype=np.float32)
    if not judged[:, BESIDE].any():
        # A model of three labels calls all that settles nothing neutral; most of it is beside.
        judged = judged[:, [SUPPORTS, REFUTES, BESIDE, NEUTRAL]]
    found = weights.probabilities(features_of(question, sentences, judged))
    # Judged was the claim that the question calls false.
    return found[:, [REFUTES, SUPPORTS, NEUTRAL, BESIDE]] if question.denies else found


def features_of(
    question: Question, sentences: Sequence[Sentence], judged: NDArray[np.float32]
) -> NDArray[np.float64]:
    """FEATURES of each sentence, shape (n, features), for the question's stance probabilities."""
    shares = judged.astype(np.float64).clip(_LEAST, 1)
    odds = np.log(shares[:, :BESIDE]) - np.log(shares[:, BESIDE:])
    answers = np.log((1 - judged[:, BESIDE]).clip(_LEAST, 1)) - np.log(shares[:, BESIDE])
    by_place = {
        (id(each.coverage), each.number): float(value)
        for each, value in zip(sentences, answers, strict=True)
    }
    lowest = float(answers.min())
    of_article: dict[int, float] = {}
    for (coverage, _), value in by_place.items():
        of_article[coverage] = max(value, of_article.get(coverage, lowest))
    rows = [
        (
            max(by_place.get((id(each.coverage), each.number + step), lowest) for step in (-1, 1)),
            of_article[id(each.coverage)],
            float(answers.max()),
            each.cosine,
            each.context,
            each.words,
            each.names,
            each.deeds,
            float(each.named),
            float(each.asks),
            float(each.quoted),
            each.coverage.belonging,
            each.coverage.title,
            float(each.number == 0),
            float(each.language != question.language),
        )
        for each in sentences
    ]
    found = np.asarray(rows, dtype=np.float64)
    return np.concatenate(
        [
            odds,
            found[:, :3],
            _elsewhere(sentences, shares),
            found[:, 3:],
            _whose(question, sentences, shares),
        ],
        axis=1,
    )


def _whose(
    question: Question, sentences: Sequence[Sentence], shares: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Of those that may answer an open question how far they are another's; shape (n, 1).

    What somebody thinks can be told in many words, so of a polar question this tells nothing.
    """
    found = np.zeros((len(sentences), 1))
    party = asked_party(question) if question.kind is Kind.OPEN else None
    rows = np.flatnonzero(1 - shares[:, BESIDE] >= _MAY_ANSWER)
    if party is not None and rows.size:
        found[rows, 0] = party.another_s([sentences[int(at)] for at in rows])
    return found


def _elsewhere(sentences: Sequence[Sentence], shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """The likeliest yes and no among sentences of other sources, by likeness; shape (n, 2).

    Weighed by how little each sentence leans to a side by itself.
    """
    vectors = np.stack([each.vector for each in sentences]).astype(np.float32)
    alike = ((vectors @ vectors.T - _ALIKE) / (1 - _ALIKE)).clip(0, 1)
    sources = np.asarray([each.coverage.held.article.source.id for each in sentences])
    alike[sources[:, None] == sources[None, :]] = 0
    told = np.stack([(alike * shares[:, side]).max(axis=1) for side in (SUPPORTS, REFUTES)], axis=1)
    return np.asarray(told * (1 - np.abs(shares[:, [SUPPORTS]] - shares[:, [REFUTES]])))
