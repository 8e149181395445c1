"""What an epoch of each stage holds."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from training import wrap
from training.coverage import coverage_rows
from training.data import PLANS, Example, draw, load_sets
from training.generated import generated_rows
from training.languages import six_rows
from training.recombine import unlabelled
from training.written import written_rows

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path

# Of each set, the rows that an epoch of the stance stage adds in other clothes.
ASKED: Final = {
    "mnli": 1500, "snli": 1500, "fever": 2000,
    "perspectrum": 500, "scifact": 300, "cad-nli": 700,
}  # fmt: skip
FLIPPED: Final = {"snli": 700, "mnli": 900, "fever": 1200, "perspectrum": 300, "cad-nli": 300}
SAID: Final = {"snli": 1200, "mnli": 1700, "fever": 1700, "cad-nli": 500}
DENIED: Final = {"snli": 1500, "mnli": 1800, "fever": 1800}
HEDGED: Final = {"snli": 800, "mnli": 1100, "fever": 1200}
MISPLACED: Final = {"fever": 700, "mnli": 600, "perspectrum": 300, "boolq": 500, "scifact": 200}
HEADLINED: Final = {"snli": 700, "mnli": 900, "fever": 1500, "perspectrum": 300, "scifact": 150}
NEAR: Final = {"fever": 900, "boolq": 500, "mnli": 300, "scifact": 300}

# An epoch for a teacher and what it teaches: of the public rows of the stance stage, of those in
# other clothes and of the generated ones, the shares that come beside all written news.
TAUGHT: Final = 0.5
TAUGHT_WRAPPED: Final = 0.25
TAUGHT_GENERATED: Final = 0.25

# The news stage: of what the stance stage draws, the shares that are replayed beside the written
# news, so that nothing learnt before is lost.
REPLAYED: Final = 0.25
REPLAYED_WRAPPED: Final = 0.15
REPLAYED_GENERATED: Final = 0.15
# The stage of six languages: the share of an epoch of the news stage beside what is written in six.
IN_ENGLISH: Final = 0.45


@lru_cache(maxsize=1)
def _sets(data: Path) -> dict[str, list[Example]]:
    return load_sets(data)


def general_epoch(data: Path, rng: random.Random) -> list[Example]:
    """Return the public rows of one epoch of the general stage."""
    return [
        row for name, rows in _sets(data).items() for row in draw(rows, PLANS[name].general, rng)
    ]


def _wrapped(
    rows: list[Example],
    count: int,
    make: Callable[[Example, random.Random], Example | None],
    rng: random.Random,
) -> list[Example]:
    made = (make(row, rng) for row in rng.sample(rows, len(rows)))
    kept = (row for row in made if row is not None)
    return [row for row, _ in zip(kept, range(count), strict=False)]


def wrapped_rows(
    sets: dict[str, list[Example]], rng: random.Random, share: float = 1.0
) -> list[Example]:
    """Return public rows as questions, flipped, attributed, denied, hedged and misplaced."""
    out: list[Example] = []
    for counts, make in (
        (ASKED, wrap.as_question),
        (FLIPPED, wrap.flipped),
        (HEADLINED, wrap.headlined),
        (SAID, wrap.attributed),
        (DENIED, wrap.denied),
        (HEDGED, wrap.hedged),
    ):
        for name, count in counts.items():
            out += _wrapped(sets[name], round(share * count), make, rng)
    for name, count in MISPLACED.items():
        out += wrap.misplaced(sets[name], round(share * count), rng)
    for name, count in NEAR.items():
        out += wrap.near_misses(sets[name], round(share * count), rng)
    return out


def stance_epoch(data: Path, rng: random.Random) -> list[Example]:
    """Return one epoch of the stance stage: public rows thinned, wrapped rows, generated ones."""
    sets = _sets(data)
    rows = [row for name, known in sets.items() for row in draw(known, PLANS[name].stance, rng)]
    rows += wrapped_rows(sets, rng)
    return rows + generated_rows(rng)


def _with_replay(
    data: Path, rng: random.Random, public: float, wrapped: float, generated: float
) -> list[Example]:
    # All that is written in English, and these shares of what the stance stage draws.
    sets = _sets(data)
    rows = [
        row for name, known in sets.items() for row in draw(known, public * PLANS[name].stance, rng)
    ]
    rows += wrapped_rows(sets, rng, wrapped)
    rows += generated_rows(rng, generated)
    rows += coverage_rows(rng)
    return rows + written_rows(rng)


def news_epoch(data: Path, rng: random.Random) -> list[Example]:
    """Return one epoch of the news stage: what is written, and a part of all else replayed."""
    return _with_replay(data, rng, REPLAYED, REPLAYED_WRAPPED, REPLAYED_GENERATED)


def taught_epoch(data: Path, rng: random.Random) -> list[Example]:
    """Return one English epoch for a teacher, of which it then judges every row."""
    return _with_replay(data, rng, TAUGHT, TAUGHT_WRAPPED, TAUGHT_GENERATED)


def unlabelled_pairs(data: Path, rng: random.Random) -> list[Example]:
    """Return the pairs that only a teacher can judge, each once."""
    return unlabelled(_sets(data), rng)


def six_epoch(data: Path, rng: random.Random) -> list[Example]:
    """Return one epoch of the six languages: all written in them, and a part of the news stage."""
    return six_rows(rng) + draw(news_epoch(data, rng), IN_ENGLISH, rng)
