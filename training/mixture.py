"""What an epoch of each stage holds."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from training import wrap
from training.anaphora import generate_anaphora
from training.attitudes import generate_attitudes
from training.contrasts import generate_contrasts
from training.coverage import coverage_rows
from training.data import PLANS, Example, draw, load_sets
from training.generate import generate, make_unrelated
from training.headlines import generate_headlines, headlined
from training.label import read_soft
from training.languages import six_rows
from training.oppositions import generate_oppositions
from training.written import WRITTEN, opinions, written_rows

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path

# Rows that an epoch of the stance stage adds to the public ones.
GENERATED: Final = (
    (15_000, generate), (11_000, generate_contrasts), (4_000, generate_anaphora),
    (7_000, generate_oppositions), (6_000, generate_attitudes), (6_000, generate_headlines),
)  # fmt: skip
UNRELATED: Final = 600
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

# Shares for the teacher where they differ: rule-made and long rows cost it more than they teach.
TEACHER: Final = {
    "conjnli": 0.06, "breaking-nli": 0.06, "med": 0.1, "help": 0.05, "fever": 0.5, "boolq": 0.4,
    "perspectrum": 1.5, "pubmedqa": 0.4, "scifact": 0.6, "arc": 0.05, "argus-noisy": 0.03,
    "fever-symmetric": 1.5, "negnli": 1.5,
}  # fmt: skip

# The last stage: shares of the rows that the teacher judged, of those once more as questions,
# flipped, as headlines and within a paragraph, of the rows it did not judge, and of what the
# stance stage adds.
TAUGHT: Final = 1.0
# Pairs of which most are about different things: a teacher's no to them is not believed.
STRAYED: Final = frozenset({"near-miss", "relabelled"})
TAUGHT_ASKED: Final = 0.25
TAUGHT_FLIPPED: Final = 0.08
TAUGHT_HEADLINED: Final = 0.08
TAUGHT_SURROUNDED: Final = 0.12
DISTIL: Final = {
    "snli": 0.2, "mnli": 0.2, "taxinli": 0.3, "cad-nli": 0.15, "negnli": 0.5, "scitail": 0.2,
    "conjnli": 0.02, "breaking-nli": 0.02, "med": 0.03, "help": 0.01, "fever": 0.15,
    "fever-symmetric": 1.0, "scifact": 0.3, "boolq": 0.2, "perspectrum": 0.3, "pubmedqa": 0.2,
    "arc": 0.02, "argus-noisy": 0.01,
}  # fmt: skip
DISTIL_WRAPPED: Final = 0.5
DISTIL_GENERATED: Final = 0.9

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


def teacher_epoch(data: Path, rng: random.Random) -> list[Example]:
    """Return the rows of one epoch of the teacher: public sets, some asked, and written news."""
    sets = _sets(data)
    rows = [
        row
        for name, known in sets.items()
        for row in draw(known, TEACHER.get(name, PLANS[name].general), rng)
    ]
    for name, count in ASKED.items():
        rows += _wrapped(sets[name], count, wrap.as_question, rng)
    for name, count in FLIPPED.items():
        rows += _wrapped(sets[name], count, wrap.flipped, rng)
    return rows + written_rows(rng) + coverage_rows(rng)


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
        (HEADLINED, headlined),
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


def generated_rows(rng: random.Random, share: float = 1.0) -> list[Example]:
    """Return the rows of an epoch that are made by program."""
    rows: list[Example] = []
    for count, make in GENERATED:
        rows += make(round(share * count), f"{make.__name__}-{rng.random()}")
    rows += [make_unrelated(rng) for _ in range(round(share * UNRELATED))]
    return rows


def _credible(row: Example) -> bool:
    # Inference sets call what does not fit one scene a contradiction, and so a teacher made of
    # them takes a passage on something else for a no, which in an answer costs most.
    return row.soft is None or row.origin not in STRAYED or row.soft[1] < max(row.soft)


def distil_epoch(data: Path, rng: random.Random, soft: Path) -> list[Example]:
    """Return one epoch of the last stage, with what the teacher judged, kept in folder `soft`."""
    judged = [row for row in read_soft(soft) if _credible(row)]
    taught = [row for row in judged if row.origin not in WRITTEN]
    known = {(row.question, row.passage) for row in taught}
    sets = _sets(data)
    rows = draw(taught, TAUGHT, rng)
    rows += [wrap.as_question(row, rng) for row in draw(taught, TAUGHT_ASKED, rng)]
    rows += [wrap.flipped(row, rng) for row in draw(taught, TAUGHT_FLIPPED, rng)]
    rows += [headlined(row, rng) for row in draw(taught, TAUGHT_HEADLINED, rng)]
    paragraphs = (
        wrap.surrounded(row, rng.choice(taught), rng)
        for row in draw(taught, TAUGHT_SURROUNDED, rng)
    )
    rows += [row for row in paragraphs if row is not None]
    for name, share in DISTIL.items():
        others = [row for row in sets[name] if (row.question, row.passage) not in known]
        rows += draw(others, share, rng)
    rows += wrapped_rows(sets, rng, DISTIL_WRAPPED)
    rows += generated_rows(rng, DISTIL_GENERATED)
    return rows + written_rows(rng, opinions(judged)) + coverage_rows(rng)


def stance_epoch(data: Path, rng: random.Random) -> list[Example]:
    """Return one epoch of the stance stage: public rows thinned, wrapped rows, generated ones."""
    sets = _sets(data)
    rows = [row for name, known in sets.items() for row in draw(known, PLANS[name].stance, rng)]
    rows += wrapped_rows(sets, rng)
    return rows + generated_rows(rng)


def news_epoch(data: Path, rng: random.Random, soft: Path | None = None) -> list[Example]:
    """Return one epoch of the news stage: what is written, and a part of all else replayed.

    `soft` is the folder of what a teacher judged, where there was one.
    """
    sets = _sets(data)
    rows = [
        row
        for name, known in sets.items()
        for row in draw(known, REPLAYED * PLANS[name].stance, rng)
    ]
    rows += wrapped_rows(sets, rng, REPLAYED_WRAPPED)
    rows += generated_rows(rng, REPLAYED_GENERATED)
    rows += coverage_rows(rng)
    return rows + written_rows(rng, opinions(read_soft(soft)) if soft is not None else None)


def six_epoch(data: Path, rng: random.Random) -> list[Example]:
    """Return one epoch of the six languages: all written in them, and a part of the news stage."""
    return six_rows(rng) + draw(news_epoch(data, rng), IN_ENGLISH, rng)
