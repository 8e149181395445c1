"""Pairs for the teacher: new ones only, the same for a seed; its labels are read back."""

# ruff: noqa: S311 - seeded generators are what is tested
from __future__ import annotations

import argparse
import random
from typing import TYPE_CHECKING

import pytest

from training import recombine
from training.data import ALL, PLANS, REFUTES, SUPPORTS, YES_NO, Example

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from tests.training.test_trainer import base  # noqa: E402, F401 - a fixture
from training import label as labelling  # noqa: E402
from training import train  # noqa: E402
from training.network import StanceNetwork, freeze  # noqa: E402
from training.trainer import Place  # noqa: E402

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [
    Example("A man sleeps.", "A man lies in bed.", SUPPORTS),
    Example("A man runs.", "A man lies in bed.", REFUTES),
    Example("A dog runs.", "A dog races over the grass.", SUPPORTS),
]


def test_siblings_are_claims_about_one_passage() -> None:
    found = {(row.question, row.passage) for row in recombine.siblings(ROWS)}
    assert found == {("A man sleeps.", "A man runs."), ("A man runs.", "A man sleeps.")}
    assert all(row.target == row.allowed == ALL for row in recombine.siblings(ROWS))


def test_turned_pairs_leave_out_long_passages() -> None:
    long = Example("It is long.", "word " * 60, SUPPORTS)
    assert len(recombine.turned([*ROWS, long])) == 3
    assert recombine.turned(ROWS)[0].question == "A man lies in bed."


def test_kindred_claims_share_rare_words() -> None:
    claims = ["Ban nuclear power", "Nuclear power is safe", "Schools should start later"]
    kin = recombine.kindred(claims)
    assert kin[claims[0]] == [claims[1]]
    assert kin[claims[2]] == []


def test_arguments_go_to_kindred_claims_only() -> None:
    rows = [
        Example("Ban nuclear power", "Waste lasts for ever", SUPPORTS, YES_NO),
        Example("Nuclear power is safe", "Few have died", SUPPORTS, YES_NO),
        Example("Schools should start later", "Teenagers need sleep", SUPPORTS, YES_NO),
    ]
    found = {(row.question, row.passage) for row in recombine.debates(rows)}
    assert found == {
        ("Ban nuclear power", "Few have died"),
        ("Nuclear power is safe", "Waste lasts for ever"),
    }


def few(_sets: object, _rng: random.Random) -> list[Example]:
    """Stand in for the pairs of the public sets."""
    return [
        Example("did she go", "yes she went", SUPPORTS, YES_NO, "gold"),
        Example("did she go", "no", ALL, ALL, "sibling"),
        Example("she went", "yes she went", ALL, ALL, "turned"),
    ]


@pytest.mark.usefixtures("base")
def test_workers_label_all_pairs_between_them(
    base: Path,  # noqa: F811 - the fixture
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    torch.save(StanceNetwork(base).state_dict(), tmp_path / "teacher.pt")
    monkeypatch.setattr(labelling, "load_sets", lambda _data: {})
    monkeypatch.setattr(labelling, "unlabelled", few)
    monkeypatch.setattr(labelling, "written_pairs", lambda _rng: [])
    with pytest.raises(FileNotFoundError):
        labelling.read_soft(tmp_path)
    for rank in range(2):
        place = Place(base, tmp_path, tmp_path, seed=1, rank=rank, workers=2)
        labelling.label(tmp_path / "teacher.pt", place)
    rows = {(row.question, row.passage): row for row in labelling.read_soft(tmp_path)}
    assert set(rows) == {(row.question, row.passage) for row in few({}, random.Random(0))}
    for row in rows.values():
        assert row.soft is not None
        assert sum(row.soft) == pytest.approx(1, abs=1e-3)
    gold = rows["did she go", "yes she went"]
    assert gold.soft is not None
    assert gold.soft[2:] == (0, 0)


def test_frozen_layers_are_not_trained(base: Path) -> None:  # noqa: F811 - the fixture
    network = StanceNetwork(base)
    freeze(network, 1)
    trained = {name for name, p in network.named_parameters() if p.requires_grad}
    assert trained == {"mix.weight", "mix.bias", "out.weight", "out.bias"}


def options(out: Path, **values: object) -> argparse.Namespace:
    """Command-line options of a run without a teacher, but for `values`."""
    return argparse.Namespace(
        **{"out": out, "stage": "all", "teacher": None, "six": False, **values}
    )


def test_a_judge_of_six_languages_has_its_own_last_stage(tmp_path: Path) -> None:
    assert train.stages(options(tmp_path, six=True)) == ("general", "six")


def test_a_teacher_adds_its_stages(tmp_path: Path) -> None:
    assert train.stages(options(tmp_path)) == ("general", "stance", "news")
    assert train.stages(options(tmp_path, teacher=tmp_path)) == (
        "general", "stance", "teacher", "label", "distil", "news",
    )  # fmt: skip
    assert train.stages(options(tmp_path, stage="label")) == ("label",)


@pytest.mark.parametrize("stage", ["teacher", "label"])
def test_a_stage_without_its_teacher_says_so(tmp_path: Path, stage: str) -> None:
    place = Place(tmp_path, tmp_path, tmp_path, seed=1)
    with pytest.raises(SystemExit, match="--teacher"):
        train.run_stage(stage, options(tmp_path, stage=stage), place, None)


def test_a_finished_stage_is_not_run_again(tmp_path: Path) -> None:
    (tmp_path / "stance.pt").touch()
    place = Place(tmp_path, tmp_path, tmp_path, seed=1)
    assert train.run_stage("stance", options(tmp_path), place, None) == tmp_path / "stance.pt"


@pytest.mark.parametrize(("asked", "starts"), [("teacher", True), ("all", False)])
def test_a_teacher_starts_from_weights_given_for_it_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str, starts: bool
) -> None:
    started: list[Path] = []

    class Recorded:
        def __init__(self, *_args: object) -> None:
            pass

        def start_from(self, weights: Path) -> None:
            started.append(weights)

        def run(self, _every: int) -> None:
            pass

    monkeypatch.setattr(train, "Trainer", Recorded)
    args = options(tmp_path, stage=asked, teacher=tmp_path, minutes=None, every=1)
    place = Place(tmp_path, tmp_path, tmp_path, seed=1)
    train.run_stage("teacher", args, place, tmp_path / "given.pt")
    assert bool(started) is starts


def test_the_teacher_judges_noisy_rows_afresh() -> None:
    noisy = Example("Did Petra win?", "Petra lost the first set.", SUPPORTS, YES_NO, "argus-noisy")
    sets: dict[str, list[Example]] = {name: [] for name in PLANS}
    sets["argus-noisy"] = [noisy]
    sets["negnli"] = ROWS
    rows = {row.origin: row for row in recombine.unlabelled(sets, random.Random(1))}
    assert rows["relabelled"].passage == noisy.passage
    assert rows["relabelled"].target == rows["relabelled"].allowed == ALL
    assert "argus-noisy" not in rows
    assert {"sibling", "turned"} < set(rows)
