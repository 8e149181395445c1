"""What an epoch holds, on a twentieth of its rows."""

# ruff: noqa: S311 - seeded generators are what is tested, of packages that may be absent
from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

pytest.importorskip("torch")

from training import generated, mixture, written
from training.data import ALL, PLANS, Example, load_sets
from training.mixture import (
    TAUGHT,
    news_epoch,
    stance_epoch,
    taught_epoch,
    unlabelled_pairs,
)

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
THINNED = 20

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the shared data folder is not here")


@pytest.fixture(scope="module")
def sets() -> dict[str, list[Example]]:
    """A twentieth of every public set."""
    return {name: rows[::THINNED] for name, rows in load_sets(DATA).items()}


@pytest.fixture(autouse=True)
def thinned(sets: dict[str, list[Example]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Every set, written event and number of rows to be made is a twentieth of what it is."""
    events = written.training_events()[::THINNED]
    monkeypatch.setattr(mixture, "_sets", lambda _: sets)
    monkeypatch.setattr(written, "training_events", lambda: events)
    monkeypatch.setattr(generated, "EPOCH", generated.EPOCH // THINNED)
    for name, table in vars(mixture).items():
        if name in mixture.__annotations__ and isinstance(table, dict):
            fewer = {known: max(1, n // THINNED) for known, n in table.items() if type(n) is int}
            monkeypatch.setattr(mixture, name, fewer or table)


def test_the_stance_mixture_holds_what_it_promises() -> None:
    rows = stance_epoch(DATA, random.Random(1))
    public = {"snli", "mnli", "fever", "boolq", "perspectrum"}
    origins = {row.origin for row in rows}
    assert public | {"asked", "flipped", "denied", "hedged", "near-miss", "frame-yes"} <= origins
    made = sum(
        row.origin.startswith(("frame", "contrast", "anaphora", "opposition", "attitude"))
        for row in rows
    )
    # Real paraphrase keeps most of the mix: where frames ruled, it drifted to neutral.
    assert made < 0.35 * len(rows)


def test_a_taught_epoch_is_half_of_the_public_rows_and_all_that_is_written(
    sets: dict[str, list[Example]],
) -> None:
    rows = taught_epoch(DATA, random.Random(1))
    found = Counter(row.origin for row in rows)
    for name in ("snli", "perspectrum"):
        expected = TAUGHT * PLANS[name].stance * len(sets[name])
        assert found[name] == pytest.approx(expected, abs=1)
    assert {"asked", "flipped", "denied", "near-miss", "written", "stranger", "coverage"} <= set(
        found
    )
    # Whatever is asked and told, no pair has a label that it cannot have.
    assert all(row.target and not row.target & ~row.allowed for row in rows)
    replayed = Counter(row.origin for row in news_epoch(DATA, random.Random(1)))
    assert found["snli"] == pytest.approx(2 * replayed["snli"], abs=2)
    assert found["written"] > 0.9 * replayed["written"]


def test_pairs_without_a_label_may_be_anything() -> None:
    rows = unlabelled_pairs(DATA, random.Random(1))
    made = [row for row in rows if row.origin in {"sibling", "turned", "near-miss", "relabelled"}]
    assert made
    assert all(row.target == row.allowed == ALL for row in made)
    assert len({(row.question, row.passage) for row in made}) == len(made)
