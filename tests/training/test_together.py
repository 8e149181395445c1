"""A teacher learns and judges, students learn from it: on tiny networks, from files to files."""

# ruff: noqa: S311 - seeded generators are what is tested
from __future__ import annotations

import json
import random
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from tests.training.bases import shaken, write_bert, write_mpnet, write_unigram  # noqa: E402
from training import parts, together  # noqa: E402
from training.data import ALL, BESIDE, NEUTRAL, REFUTES, SUPPORTS, YES_NO, Example  # noqa: E402
from training.learner import Learner, Plan, taught_loss  # noqa: E402
from training.network import StanceNetwork  # noqa: E402
from training.packed import ENGLISH, SIX, UNLABELLED, Packer, read_rows  # noqa: E402
from training.scoring import average_precision, figures, judge, macro_f1  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLAN = Plan(rate=3e-3, head=2.0, smoothing=0.03, decay=0.9, share=0.65)
LESSON = [Example("did she go", "yes she went", SUPPORTS), Example("did she go", "no", REFUTES)]


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A pack of two epochs, and three networks that were sent, of which the teacher is a base."""
    rng = random.Random(1)
    packer = Packer()
    for epoch in range(2):
        packer.add(ENGLISH, epoch, rng.choices(LESSON, k=60))
        packer.add(SIX, epoch, rng.choices(LESSON, k=20))
        packer.add(UNLABELLED, epoch, [Example("she went", "did she go", ALL)] * 4)
    packer.add("en.dev", 0, [*LESSON, Example("did she go", "she", BESIDE)] * 5)
    packer.add("six.dev", 0, [*LESSON, Example("did she go", "she", BESIDE)])
    packer.write(tmp_path)
    for name, write in (("teacher", write_mpnet), ("english", write_bert), ("six", write_unigram)):
        base = write(tmp_path / "bases" / name)
        network = shaken(StanceNetwork(base, empty=True))
        weights = tmp_path / "bases" / f"{name}.pt"
        if name == "teacher":
            network.encoder.save_pretrained(base)
        else:
            torch.save(network.state_dict(), weights)
        parts.send(name, base, None if name == "teacher" else weights, tmp_path)
    return tmp_path


def log(work: Path, name: str) -> list[dict[str, object]]:
    lines = (work / "back" / name / "log.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def run(monkeypatch: pytest.MonkeyPatch, *words: object) -> None:
    monkeypatch.setattr(sys, "argv", ["together", *map(str, words)])
    together.main()


def ticking() -> Iterator[float]:
    """Seconds, one a look."""
    at = 0.0
    while True:
        yield at
        at += 1


@pytest.fixture
def by_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second is a step, and rates are those of networks so small."""
    learn = Learner.learn

    def counted(learner: Learner, batches: object, seconds: float, tell: object) -> None:
        clock = ticking()
        learn(learner, batches, seconds, tell, lambda: next(clock))  # type: ignore[arg-type]

    monkeypatch.setattr(Learner, "learn", counted)
    for name in ("TEACHER_PLAN", "STUDENT_PLAN"):
        monkeypatch.setattr(together, name, replace(getattr(together, name), rate=3e-3))


@pytest.mark.usefixtures("by_steps")
def test_from_a_pack_to_weights_that_come_back(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(monkeypatch, work, "prepare")
    run(monkeypatch, work, "teacher", "--seconds", 100)
    rows, soft = read_rows(work), np.load(work / "opinions.npy").astype(np.float32)
    judged = rows.where(ENGLISH, UNLABELLED)
    assert np.allclose(soft[judged].sum(axis=1), 1, atol=5e-3)
    others = np.setdiff1d(np.arange(len(soft)), judged)
    assert not soft[others].any()
    # The teacher has learnt its lesson: the label of what it saw is the likeliest.
    english = rows.where(ENGLISH)
    assert (1 << soft[english].argmax(axis=1) == rows.targets[english]).all()
    for name in ("english", "six"):
        run(monkeypatch, work, "student", name, "--seconds", 100)
        end = log(work, name)[-1]["end"]
        assert isinstance(end, dict)
        assert end["en.dev"]["side"] == 1.0
        assert ("six.dev" in end) is (name == "six")
        weights = work / "bases" / f"{name}.pt"
        parts.fetch(work / "bases" / name, weights, work / "back" / name, work / "out.pt")
        before, after = (torch.load(file, weights_only=True) for file in (weights, work / "out.pt"))
        words = "encoder.embeddings.word_embeddings.weight"
        assert torch.equal(before[words], after[words])
        assert not torch.equal(before["out.bias"], after["out.bias"])


@pytest.mark.usefixtures("by_steps")
def test_a_teacher_that_came_back_judges_as_it_did(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(monkeypatch, work, "prepare")
    # Whatever it has learnt.
    run(monkeypatch, work, "teacher", "--seconds", 20)
    parts.fetch(work / "bases" / "teacher", None, work / "back" / "teacher", work / "out.pt")
    network = StanceNetwork(work / "bases" / "teacher", empty=True)
    network.load_state_dict(torch.load(work / "out.pt", weights_only=True))
    place = together.Place(work, "teacher")
    numbers = place.rows.where(ENGLISH, epoch=0)
    found = judge(network, place.held, numbers, place.tokens).numpy()
    # What it said was said in bfloat16, and of a matrix so small int8 is not used.
    assert np.abs(found - np.load(work / "opinions.npy")[numbers]).max() < 0.02


def test_weights_of_another_network_are_refused(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(monkeypatch, work, "prepare")
    index = work / "english" / "start.json"
    index.write_text(index.read_text().replace("LayerNorm", "Norm"))
    with pytest.raises(ValueError, match=r"LayerNorm.* are missing, .*Norm.* unknown"):
        together.Place(work, "english").network()


def test_a_student_learns_from_opinions_where_there_is_no_label(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(monkeypatch, work, "prepare")
    place = together.Place(work, "english")
    numbers = place.rows.where(UNLABELLED)
    opinion = torch.tensor([0.1, 0.7, 0.2, 0.0])
    opinions = torch.zeros(len(place.rows.kinds), 4)
    opinions[torch.from_numpy(numbers)] = opinion
    learner = Learner(place.network(), place.held, PLAN, opinions)
    for at in range(60):
        learner.step(numbers, 0.1 + at / 100)
    found = judge(learner.network, place.held, numbers, place.tokens)
    assert torch.allclose(found, opinion.expand_as(found), atol=0.05)


def test_a_row_with_neither_label_nor_opinion_teaches_nothing(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(monkeypatch, work, "prepare")
    place = together.Place(work, "english")
    numbers = place.rows.where(UNLABELLED)
    batch = place.held.batch(numbers)
    logits = torch.randn(len(numbers), 4)
    assert not taught_loss(logits, batch, torch.zeros(len(numbers), 4), PLAN).any()
    both = place.held.batch(np.concatenate([numbers[:1], place.rows.where(ENGLISH)[:1]]))
    soft = torch.tensor([[0.25, 0.25, 0.25, 0.25]]).repeat(2, 1)
    alone, weighed = taught_loss(logits[:2], both, soft, PLAN)
    entropy = -torch.log_softmax(logits[:2], dim=-1).mean(dim=-1)
    assert alone == pytest.approx(float(entropy[0]), abs=1e-5)
    gold = -torch.log_softmax(logits[1], dim=-1)[both.target[1]]
    smoothed = 0.97 * float(gold) + 0.03 * float(entropy[1])
    assert weighed == pytest.approx(0.35 * smoothed + 0.65 * float(entropy[1]), abs=1e-5)


def test_the_average_takes_the_place_of_the_last_weights_meanwhile(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(monkeypatch, work, "prepare")
    place = together.Place(work, "english")
    learner = Learner(place.network(), place.held, PLAN)
    for _ in range(8):
        learner.step(place.rows.where(ENGLISH)[:8], 0.5)
    last = learner.network.out.bias.detach().clone()
    with learner.averaged():
        assert not torch.equal(learner.network.out.bias, last)
    assert torch.equal(learner.network.out.bias, last)


def test_a_budget_by_the_clock_is_kept(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(monkeypatch, work, "prepare")
    place = together.Place(work, "english")
    learner = Learner(place.network(), place.held, PLAN)
    clock, told = ticking(), list[float]()
    batches = iter([place.rows.where(ENGLISH)[:2]] * 9)
    learner.learn(batches, 6.0, told.append, lambda: next(clock))
    assert learner.steps == 5
    assert learner.seen == 10
    assert told == pytest.approx([1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6])


@pytest.mark.parametrize(("judging", "slices"), [(0.0, 1), (4.0, 4), (1000.0, 14)])
def test_a_teacher_judges_as_much_as_there_is_time_for(
    work: Path, monkeypatch: pytest.MonkeyPatch, judging: float, slices: int
) -> None:
    run(monkeypatch, work, "prepare")
    place = together.Place(work, "teacher")
    place.slice = 10
    clock = ticking()
    soft = together.opinions(place, place.network(), judging, lambda: next(clock))
    asked = soft.sum(dim=1) > 0.99
    # An epoch has 64 such rows: seven slices, the last of four rows.
    assert int(asked.sum()) == (128 if slices == 14 else 10 * slices)
    first = place.rows.where(ENGLISH, UNLABELLED, epoch=0)
    assert slices == 14 or set(torch.nonzero(asked).ravel().tolist()) <= set(first.tolist())


def test_lessons_are_of_what_was_judged_and_of_all_where_nothing_was(work: Path) -> None:
    rows = read_rows(work)
    rng, none = np.random.default_rng(1), np.zeros(len(rows.kinds), bool)
    judged = none.copy()
    judged[rows.where(ENGLISH, UNLABELLED, epoch=1)] = True
    english = together.lessons(rows, judged, ENGLISH, rng)
    expected = rows.where(ENGLISH, UNLABELLED, epoch=1).tolist()
    assert [sorted(next(english)) for _ in range(2)] == [expected] * 2
    six = together.lessons(rows, judged, SIX, rng)
    for epoch in (0, 1, 0):
        numbers = next(six)
        assert sorted(numbers[32:]) == rows.where(SIX, epoch=epoch).tolist()
        assert set(numbers[:32]) < set(expected)
    alone = together.lessons(rows, none, ENGLISH, rng)
    for epoch in (0, 1, 0):
        assert sorted(next(alone)) == rows.where(ENGLISH, epoch=epoch).tolist()


def test_figures_of_four_ways_and_of_three() -> None:
    shares = np.array(
        [[0.7, 0.1, 0.1, 0.1], [0.3, 0.4, 0.2, 0.1], [0.6, 0.2, 0.1, 0.1], [0.1, 0.1, 0.1, 0.7]],
        np.float32,
    )
    four = figures(shares, np.array([SUPPORTS, REFUTES, NEUTRAL, BESIDE], np.uint8))
    assert four == {
        "side": 1.0, "f1": round((2 / 3 + 1 + 0 + 1) / 4, 4), "yes": 1.0, "no": 1.0,
        "open": 0.3333, "any": 1.0,
    }  # fmt: skip
    three = figures(shares, np.array([SUPPORTS, SUPPORTS, REFUTES, NEUTRAL | BESIDE], np.uint8))
    assert three == {"side": round(1 / 3, 4), "right": 0.5}


def test_precision_and_f1_are_those_of_another_library() -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    rng = np.random.default_rng(2)
    scores, hits = rng.random(200).astype(np.float32), rng.random(200) < 0.3
    expected = metrics.average_precision_score(hits, scores)
    assert average_precision(scores, hits) == pytest.approx(expected, abs=1e-6)
    said, gold = rng.integers(0, 4, 200), rng.integers(0, 4, 200)
    expected = metrics.f1_score(gold, said, average="macro")
    assert macro_f1(said, gold, 4) == pytest.approx(expected, abs=1e-9)


def test_a_machine_needs_no_more_than_what_it_has() -> None:
    code = (
        "import sys; import training.together; "
        "print([m for m in sys.modules if m.split('.')[0] in "
        "{'retrieval', 'faiss', 'Stemmer', 'onnx', 'onnxruntime', 'sentence_transformers'}])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_student_without_a_name_is_asked_for_it(
    work: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run(monkeypatch, work, "student")
    assert "which student?" in capsys.readouterr().err


def test_allowed_stances_alone_are_judged(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packer = Packer()
    packer.add(ENGLISH, 0, [Example("did she go", "no", REFUTES, YES_NO)] * 3)
    packer.write(work)
    run(monkeypatch, work, "prepare")
    place = together.Place(work, "english")
    found = judge(place.network(), place.held, np.array([2, 0]), place.tokens)
    assert found.shape == (2, 4)
    assert not found[:, 2:].any()
    assert torch.allclose(found.sum(dim=1), torch.ones(2), atol=1e-5)
