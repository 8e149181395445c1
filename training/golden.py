"""Labelled news as the decision sees it: numbers a sentence, no text; and what an answer is worth.

The scores are those that a newsdesk would give: is every outlet heard under each position that it
holds, and does what is shown stand where it should?
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from retrieval.models.stance import BESIDE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.decision.decide import Weights

# Letters of the stances in a table; an open question's answers all have the first.
LETTERS: Final = "SRN"
OPPOSITE: Final = {"S": "R", "R": "S"}

Shown = list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the sentences that were judged for it, nearest first; `origin` of its event.

    `features` are of shape (n, features); `labels` the letters of each sentence, `places` its
    article, source and paragraph as numbers, `again` the earlier sentences that it repeats.
    `voices` are the (article, letter) pairs that must be heard; -1 for an article not found.
    """

    origin: str
    event: str
    kind: str
    covered: bool
    conflict: bool | None
    features: list[list[float]]
    labels: list[str]
    places: list[tuple[int, int, int]]
    again: list[list[int]]
    voices: list[tuple[int, str]]


def write_table(path: Path, rows: Iterable[Asked]) -> None:
    """Write questions as gzipped JSON, one a line; the same bytes for the same rows."""
    lines = "".join(json.dumps(asdict(row)) + "\n" for row in rows)
    path.write_bytes(gzip.compress(lines.encode(), mtime=0))


def read_table(path: Path) -> list[Asked]:
    """Read what `write_table` wrote."""
    lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    return [Asked(**json.loads(line)) for line in lines]


@dataclass(frozen=True, slots=True)
class Picks:
    """What thresholds may leave of an answer: (probability, sentence, letter, further) each.

    Likeliest first; `further` is true for a source's second under its position. `sure` is the
    probability of the likeliest, `sides` that of the likeliest under each letter.
    """

    items: tuple[tuple[float, int, str, bool], ...]
    sure: float
    sides: dict[str, float]

    def over(self, first: float, second: float, covered: float, against: float) -> Shown:
        """Number and letter of each sentence that an answer with these thresholds would show."""
        if self.sure < covered:
            return []
        weaker = min(OPPOSITE, key=lambda letter: self.sides[letter])
        dropped = weaker if self.sides[weaker] < against else ""
        return [
            (at, letter)
            for probability, at, letter, further in self.items
            if letter != dropped and probability >= (second if further else first)
        ]


def picks(asked: Asked, decided: NDArray[np.float32], per_source: int = 2) -> Picks:
    """The sentences that an answer would show where it showed all that it could.

    Which of a source come first does not depend on thresholds: a source's second passage under a
    position is the likeliest that adds something, or it has none.
    """
    items = []
    for at, row in enumerate(decided):
        column = int(row[:BESIDE].argmax())
        if asked.kind == "open":
            items.append((1 - float(row[BESIDE]), at, LETTERS[0]))
        else:
            items.append((float(row[column]), at, LETTERS[column]))
    items.sort(key=lambda item: -item[0])
    sides = {
        letter: max((p for p, _, other in items if other == letter), default=0.0)
        for letter in LETTERS
    }
    taken: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    kept = []
    for probability, at, letter in items:
        article, source, paragraph = asked.places[at]
        held = taken[source, letter]
        adds = all(
            asked.places[other][::2] != (article, paragraph)
            and other not in asked.again[at]
            and at not in asked.again[other]
            for other in held
        )
        if len(held) < per_source and adds:
            kept.append((probability, at, letter, bool(held)))
            held.append(at)
    sure = float((1 - decided[:, BESIDE]).max()) if len(decided) else -1.0
    return Picks(tuple(kept), sure, sides)


def shown(asked: Asked, decided: NDArray[np.float32], weights: Weights) -> Shown:
    """Number and letter of each sentence that an answer would show (`retrieval.answer`)."""
    against = weights.against if asked.kind == "polar" else 0.0
    return picks(asked, decided).over(weights.first, weights.second, weights.covered, against)


def score(answers: Iterable[tuple[Asked, Shown]]) -> dict[str, float]:
    """Shares over questions and what is shown for each: voices, right, wrong and the rest."""
    count: Counter[str] = Counter()
    for asked, found in answers:
        if not asked.covered:
            count.update(uncovered=1, refused=not found)
            continue
        count.update(covered=1, answered=bool(found))
        heard = {
            (asked.places[at][0], letter) for at, letter in found if letter in asked.labels[at]
        }
        count.update(voices=len(asked.voices), heard=sum(tuple(v) in heard for v in asked.voices))
        for at, letter in found:
            labels = asked.labels[at]
            stands = letter in labels
            opposed = not stands and OPPOSITE.get(letter, "-") in labels
            count.update(shown=1, right=stands, wrong=opposed, noise=not stands and not opposed)
        if asked.conflict is not None and asked.kind == "polar":
            both = {"S", "R"} <= {letter for _, letter in found}
            count.update(conflicts=1, conflict=both == asked.conflict)

    def share(part: str, whole: str) -> float:
        return count[part] / count[whole] if count[whole] else 0.0

    voices, right = share("heard", "voices"), share("right", "shown")
    return {
        "voices": voices,
        "right": right,
        "wrong": share("wrong", "shown"),
        "noise": share("noise", "shown"),
        "f1": 2 * voices * right / (voices + right) if voices + right else 0.0,
        "conflict": share("conflict", "conflicts"),
        "refused": share("refused", "uncovered"),
        "answered": share("answered", "covered"),
    }
