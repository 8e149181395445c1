"""Which sentences give the same answer to an open question.

Pairs are scored by a logistic model of few coefficients (`training/grouping.py` makes them), and
the groups are merged while the pairs between two of them say "the same" on average.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import TYPE_CHECKING, Final

import numpy as np

from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.question.question import STOPWORDS, stem, words
from retrieval.answer.values.wh import Reading, agree, answers, named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from retrieval.answer.question.question import Question

FILE: Final = "grouping.toml"
# What tells by the form of the answer: a person or a place, a day or an amount, or a matter.
FORMS: Final = {
    "who": "name", "where": "name", "when": "value", "number": "value", "matter": "matter",
}  # fmt: skip
FEATURES: Final = {
    "name": ("meaning", "words", "names"),
    "value": ("names", "same", "within", "other"),
    "matter": ("meaning", "words"),
}
# What a word counts that every sentence has, beside the rarer ones.
_COMMON: Final = 0.3
_LEAST: Final = 1e-3
# What two sentences of the same words have for a cosine.
_SAME: Final = 0.9


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A sentence that answers: its text, its vector, its cosine to the question, date, language."""

    text: str
    vector: NDArray[np.float32]
    cosine: float
    published: str | None
    language: str = ENGLISH


def together(question: Question, told: Sequence[Told]) -> list[list[int]]:
    """The places of the sentences in groups of the same answer; places and groups in order."""
    form = FORMS[question.asks or "matter"]
    weights, values = _weights()[form], pairs(question, told)
    scored = values @ weights[1:] + weights[0]
    # Two days, numbers or names never stand together by way of a third sentence that gives none.
    scored[_apart(question, told)] = -np.inf
    if abroad := _abroad(question, told):
        scored[list(abroad)] = list(abroad.values())
    scores = np.full((len(told), len(told)), -np.inf)
    for (one, two), score in zip(combinations(range(len(told)), 2), scored, strict=True):
        scores[one, two] = scores[two, one] = float(score)
    groups = [[place] for place in range(len(told))]
    while len(groups) > 1:
        score, one, two = max(
            (float(scores[np.ix_(groups[a], groups[b])].mean()), -a, -b)
            for a, b in combinations(range(len(groups)), 2)
        )
        if score <= 0:
            break
        groups[-one] = sorted(groups[-one] + groups.pop(-two))
    return groups


def _abroad(question: Question, told: Sequence[Told]) -> dict[int, float]:
    """What is said of pairs of sentences that are not both in English, by the pair's number.

    The words and names of two languages are not compared, and neither are those of one that has no
    rules of grammar here: one day, number or name that both give says the same, and so do the
    same words again.
    """
    if {question.language, *(each.language for each in told)} == {ENGLISH}:
        return {}
    read = [
        answers(question, each.text, each.published, each.language, across=True) for each in told
    ]
    english = question.language == ENGLISH
    return {
        number: 1.0
        if agree(read[one], read[two]) or float(told[one].vector @ told[two].vector) >= _SAME
        else -np.inf
        for number, (one, two) in enumerate(combinations(range(len(told)), 2))
        if not english or {told[one].language, told[two].language} != {ENGLISH}
    }


def _apart(question: Question, told: Sequence[Told]) -> list[bool]:
    """Of every two sentences whether what they give differs.

    Names differ only where a sentence has a single one: of several nobody can say which is meant.
    """
    if question.asks not in {"who", "when", "number"}:
        return [False] * math.comb(len(told), 2)
    most = 1 if question.asks == "who" else math.inf
    read = [answers(question, each.text, each.published, each.language) for each in told]
    return [
        min(len(one), len(two)) <= most and agree(one, two) is False
        for one, two in combinations(read, 2)
    ]


def pairs(question: Question, told: Sequence[Told]) -> NDArray[np.float64]:
    """FEATURES of every two sentences, in the order of `combinations`: shape (pairs, features).

    `meaning` is their cosine beyond what both owe to the question; `words` the share of words and
    `names` of names in common, those of the question aside; the others are 1 where the readings
    are the same, one lies within the other, or they differ.
    """
    form = FORMS[question.asks or "matter"]
    asked = {stem(word) for word in question.terms}
    stems = [_stems(each.text) - asked for each in told]
    names = [named(question, each.text) for each in told]
    read = [answers(question, each.text, each.published, each.language) for each in told]
    held = Counter(word for found in stems for word in found)
    weight = {word: math.log((len(told) + 1) / n) + _COMMON for word, n in held.items()}
    rows = []
    for one, two in combinations(range(len(told)), 2):
        values = {
            "meaning": _beyond(told[one], told[two]),
            "words": _shared(stems[one], stems[two], weight),
            "names": _shared(names[one], names[two], {}),
            **_compared(read[one], read[two]),
        }
        rows.append([values[name] for name in FEATURES[form]])
    return np.asarray(rows, dtype=np.float64).reshape(-1, len(FEATURES[form]))


def _stems(text: str) -> set[str]:
    return {stem(word) for word in words(text) if word.lower() not in STOPWORDS}


def _beyond(one: Told, two: Told) -> float:
    """The partial correlation of two vectors, given the question's.

    All that answers a question is like the question, and so far alike.
    """
    left = (1 - one.cosine**2) * (1 - two.cosine**2)
    return (float(one.vector @ two.vector) - one.cosine * two.cosine) / math.sqrt(max(left, _LEAST))


def _shared(one: set[str], two: set[str], weight: dict[str, float]) -> float:
    """The share that the words in common have of the side that has less of them."""
    sums = [sum(weight.get(word, 1.0) for word in side) for side in (one & two, one, two)]
    return sums[0] / min(sums[1:]) if min(sums[1:]) else 0.0


def _compared(one: frozenset[Reading], two: frozenset[Reading]) -> dict[str, float]:
    same = agree(one, two)
    return {
        "same": float(same is True),
        "within": float(same is None and bool(one) and bool(two)),
        "other": float(same is False),
    }


@cache
def _weights() -> dict[str, NDArray[np.float64]]:
    """Of each form an intercept and the coefficients of its FEATURES; more than 0 is the same."""
    table = tomllib.loads(files(__package__).joinpath(FILE).read_text("utf-8"))
    return {
        form: np.asarray([table[form][name] for name in ("intercept", *names)])
        for form, names in FEATURES.items()
    }
