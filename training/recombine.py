"""Pairs of two texts that a public set does not pair: only a teacher can label them.

Sets hold few distinct relations a text; other pairings of the same texts show more of them
(as Thakur et al., 2021, do for sentence pairs).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING, Final

from training.data import ALL, YES_NO, Example
from training.wrap import near_misses

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

SIBLINGS: Final = {"snli": 6000, "mnli": 10_000, "cad-nli": 3000, "negnli": 2500}
TURNED: Final = {"snli": 2000, "mnli": 5000, "cad-nli": 1000, "negnli": 1500, "taxinli": 1000}
COUSINS: Final = {"cad-nli": 3000}
# Arguments about one debated claim, put to another claim that shares its rare words.
DEBATES: Final = {"perspectrum": 7000}
# Claims and passages of other claims that share rare words.
NEAR: Final = {"fever": 4000, "scifact": 1500, "boolq": 1200, "pubmedqa": 300}
# Gold rows whose labels the teacher softens.
SOFTENED: Final = {
    "mnli": 18_000, "snli": 9000, "cad-nli": 9000, "negnli": 3000, "taxinli": 2000,
    "perspectrum": 5000, "fever-symmetric": 600, "fever": 3000, "scifact": 1500, "boolq": 1500,
    "scitail": 1900,
}  # fmt: skip
# Rows whose label is the answer to the question, whether or not the passage gives it: the teacher
# judges them afresh.
RELABELLED: Final = {"argus-noisy": 6000}
# A passage longer than this makes no claim anyone would ask about.
LONGEST_CLAIM: Final = 140
KINDRED: Final = 3
# About one word that no third claim has, or two that four have.
LEAST_KINSHIP: Final = 0.5
_WORD: Final = re.compile(r"[a-z]{4,}")


def siblings(rows: list[Example]) -> list[Example]:
    """Put each claim to every other claim about the same passage."""
    by_passage: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        by_passage[row.passage].add(row.question)
    return [
        Example(one, two, ALL, ALL, "sibling")
        for passage in sorted(by_passage)
        for one, two in permutations(sorted(by_passage[passage]), 2)
    ]


def cousins(rows: list[Example]) -> list[Example]:
    """Put each passage, as a claim, to every other passage of the same claim."""
    return siblings([Example(row.passage, row.question, ALL) for row in rows])


def turned(rows: list[Example]) -> list[Example]:
    """Exchange claim and passage where the passage is short enough to be a claim."""
    short = (row for row in rows if len(row.passage) <= LONGEST_CLAIM)
    return [Example(row.passage, row.question, ALL, ALL, "turned") for row in short]


def kindred(claims: list[str]) -> dict[str, list[str]]:
    """Return for each claim the few others that share most of its rare words."""
    words = {claim: set(_WORD.findall(claim.lower())) for claim in claims}
    spread = Counter(word for found in words.values() for word in found)
    out = {}
    for claim in claims:
        scores = {
            other: sum(1 / spread[word] for word in words[claim] & words[other])
            for other in claims
            if other != claim
        }
        best = sorted(scores, key=lambda other: (-scores[other], other))[:KINDRED]
        out[claim] = [other for other in best if scores[other] >= LEAST_KINSHIP]
    return out


def debates(rows: list[Example]) -> list[Example]:
    """Put claims to arguments for or against another claim of like words."""
    arguments: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        arguments[row.question].add(row.passage)
    return [
        Example(claim, argument, YES_NO, YES_NO, "debate")
        for claim, others in kindred(sorted(arguments)).items()
        for other in others
        for argument in sorted(arguments[other])
    ]


def _some(rows: Iterable[Example], count: int, rng: random.Random) -> list[Example]:
    found = list(rows)
    return rng.sample(found, min(count, len(found)))


def unlabelled(sets: dict[str, list[Example]], rng: random.Random) -> list[Example]:
    """Return the pairs for the teacher to label, each once: new ones, and gold rows to soften."""
    known = {(row.question, row.passage) for rows in sets.values() for row in rows}
    made: list[Example] = []
    for counts, make in (
        (SIBLINGS, siblings),
        (TURNED, turned),
        (COUSINS, cousins),
        (DEBATES, debates),
    ):
        for name, count in counts.items():
            made += _some(make(sets[name]), count, rng)
    for name, count in NEAR.items():
        made += near_misses(sets[name], count, rng, ALL)
    fresh = {
        (row.question, row.passage): row
        for row in made
        if (row.question, row.passage) not in known and row.question != row.passage
    }
    gold = [row for name, count in SOFTENED.items() for row in _some(sets[name], count, rng)]
    anew = [
        replace(row, target=ALL, allowed=ALL, origin="relabelled")
        for name, count in RELABELLED.items()
        for row in _some(sets[name], count, rng)
    ]
    rows = [*fresh.values(), *gold, *anew]
    rng.shuffle(rows)
    return rows
