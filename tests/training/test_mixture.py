"""What an epoch holds, on a twentieth of its rows."""

# ruff: noqa: S311 - seeded generators are what is tested, of packages that may be absent
from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest

pytest.importorskip("torch")

from training import mixture, written
from training.data import Example, load_set, load_sets
from training.label import soft_file
from training.mixture import TAUGHT, distil_epoch, stance_epoch

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
    made = tuple((count // THINNED, make) for count, make in mixture.GENERATED)
    monkeypatch.setattr(mixture, "GENERATED", made)
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


def test_the_last_stage_holds_what_the_teacher_judged(tmp_path: Path) -> None:
    known = load_set(DATA, "negnli")[0]
    made = [f"Claim number {at} of many." for at in range(20)]
    rows = [[text, "A passage.", 15, 15, "turned", [0.7, 0.2, 0.1, 0]] for text in made]
    rows.append(
        [known.question, known.passage, known.target, known.allowed, "negnli", [0, 0, 1, 0]]
    )
    strays = [["Did it rain?", f"Passage {n}.", 15, 15, "near-miss", soft]
              for n, soft in enumerate(([0.1, 0.8, 0.1, 0], [0.1, 0.1, 0, 0.8]))]  # fmt: skip
    rows += strays
    with gzip.open(soft_file(tmp_path, 0), "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    epoch = distil_epoch(DATA, random.Random(1), tmp_path)
    # Whatever is asked and told, no pair has a label that it cannot have.
    assert all(row.target and not row.target & ~row.allowed for row in epoch)
    assert {row.passage for row in epoch if row.origin == "near-miss" and row.soft} == {
        "Passage 1."
    }
    # A gold row comes with the teacher's opinion only.
    again = [r for r in epoch if (r.question, r.passage) == (known.question, known.passage)]
    assert all(row.soft == (0, 0, 1, 0) for row in again if row.origin == "negnli")
    drawn = [row for row in epoch if row.question in made and row.origin == "turned"]
    assert len(drawn) >= 20 * int(TAUGHT)
    assert {row.soft for row in drawn} == {(0.7, 0.2, 0.1, 0)}
    assert all(row.target == row.allowed for row in drawn)
    asked = [row for row in epoch if row.origin == "asked" and row.soft is not None]
    assert any("laim number" in row.question for row in asked)
