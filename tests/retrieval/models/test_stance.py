"""The served stance model: shapes, order, limits, calibration, and what it must get right."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from retrieval.errors import ModelError
from retrieval.models.stance import (
    BESIDE,
    NEUTRAL,
    REFUTES,
    STANCES,
    SUPPORTS,
    OnnxStanceModel,
    StanceConfig,
    softmax,
)

ROOT = Path(__file__).resolve().parents[3]
WEIGHTS = Path(str(files("retrieval.models"))) / "weights" / "stance"
TEXTS = st.text(max_size=60)


@pytest.fixture(scope="module")
def model() -> OnnxStanceModel:
    return OnnxStanceModel(threads=1)


@pytest.fixture(scope="module")
def alone() -> Tokenizer:
    """For questions alone, cut so that a passage has its 64 tokens."""
    tokenizer = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(192)
    return tokenizer


def test_no_pairs_give_an_empty_matrix(model: OnnxStanceModel) -> None:
    judged = model.judge([])
    assert judged.shape == (0, len(STANCES))
    assert judged.dtype == np.float32


@given(pairs=st.lists(st.tuples(TEXTS, TEXTS), max_size=4))
@settings(max_examples=25)
def test_any_text_gives_probabilities(model: OnnxStanceModel, pairs: list[tuple[str, str]]) -> None:
    judged = model.judge(pairs)
    assert judged.shape == (len(pairs), len(STANCES))
    assert np.isfinite(judged).all()
    assert np.allclose(judged.sum(axis=1), 1.0, atol=1e-5)


@given(order=st.permutations(range(5)))
@settings(max_examples=10)
def test_order_of_the_input_is_kept(model: OnnxStanceModel, order: list[int]) -> None:
    pairs = [
        ("Did the mayor resign?", "The mayor resigned on Friday."),
        ("Did the mayor resign?", "The mayor refused to resign."),
        ("Did the mayor resign?", "It is unclear whether the mayor resigned. " * 4),
        ("Did the mayor resign?", "Oil prices rose on Monday."),
        ("Is the lake dry?", "The lake is dry, satellite pictures show. " * 8),
    ]
    straight = model.judge(pairs)
    shuffled = model.judge([pairs[at] for at in order])
    assert np.allclose(shuffled, straight[order], atol=1e-4)
    assert (shuffled.argmax(1) == straight[order].argmax(1)).all()


def test_a_pair_is_judged_the_same_in_any_company(model: OnnxStanceModel) -> None:
    pairs = [
        ("Did the mayor resign?", "The mayor resigned on Friday."),
        ("Did the mayor resign?", "The mayor, 61, has no plans to go, his office said!"),
        ("Who runs the harbour?", "MINISTER SACKS HARBOUR CHIEF (and three others)"),
        ("Is the lake dry?", "The lake is dry, satellite pictures show. " * 12),
        ("Will the rate rise?", "; ".join(f"{at} % in {1990 + at}" for at in range(30))),
    ]
    alone = np.concatenate([model.judge([pair]) for pair in pairs])
    assert np.abs(model.judge(pairs) - alone).max() < 0.005


def test_more_rows_than_a_batch(model: OnnxStanceModel) -> None:
    pairs = [("Did the mayor resign?", "The mayor resigned."), ("Is it?", "No.")] * 70
    judged = model.judge(pairs)
    assert judged.shape == (140, len(STANCES))
    assert (judged[::2].argmax(1) == SUPPORTS).all()


def test_only_the_passage_is_cut(model: OnnxStanceModel) -> None:
    said = "The mayor resigned on Friday. "
    judged = model.judge([("Did the mayor resign?", said + "Rain fell. " * 2000)])
    assert model.count_tokens([("Did the mayor resign?", said * 2000)]) <= 256
    assert judged[0, SUPPORTS] > judged[0, REFUTES]


def test_a_question_without_end_leaves_room_for_the_passage(model: OnnxStanceModel) -> None:
    assert model.count_tokens([("why " * 5000, "Because it rained. " * 500)]) <= 256
    assert model.judge([("why " * 5000, "Because it rained.")]).shape == (1, len(STANCES))


@settings(deadline=None)
@given(text=st.text(), times=st.integers(1, 40))
def test_a_question_is_cut_where_a_tokenizer_of_its_own_would_cut_it(
    model: OnnxStanceModel, alone: Tokenizer, text: str, times: int
) -> None:
    question = f"Did it rain, {text}? ".encode("utf-8", "replace").decode() * times
    entry = alone.encode(question, add_special_tokens=False)
    cut = question if len(entry.ids) < 192 else question[: entry.offsets[-1][1]]
    assert model._fitting(question) == cut


def test_a_lone_surrogate_does_not_raise(model: OnnxStanceModel) -> None:
    assert model.judge([("Did \ud800 resign?", "\udfff resigned.")]).shape == (1, len(STANCES))


def test_an_empty_question_and_passage(model: OnnxStanceModel) -> None:
    assert np.isfinite(model.judge([("", ""), ("Why?", "")])).all()


@pytest.mark.parametrize(
    ("question", "passage", "stance"),
    [
        ("Did the minister resign?", "The minister stepped down on Friday.", SUPPORTS),
        ("Did the minister refuse to resign?", "The minister resigned on Friday.", REFUTES),
        ("Did the minister resign?", "The minister refused to resign.", REFUTES),
        ("did the minister resign", "The minister resigned on Friday.", SUPPORTS),
        ("The minister resigned.", "The minister's office denied that he had resigned.", REFUTES),
        (
            "Did Weber meet the bishop?",
            "Weber's office neither confirmed nor denied that he had met the bishop.",
            NEUTRAL,
        ),
        (
            "Has Weber's office denied that he met the bishop?",
            "Weber's office neither confirmed nor denied that he had met the bishop.",
            REFUTES,
        ),
        ("Did Weber meet the bishop?", "Keller met the bishop on Friday.", BESIDE),
        ("Did Weber meet the bishop?", "The price of copper fell by two percent.", BESIDE),
        ("Is it false that the dam broke?", "The dam broke during the night.", REFUTES),
    ],
)
def test_what_it_must_get_right(
    model: OnnxStanceModel, question: str, passage: str, stance: int
) -> None:
    judged = model.judge([(question, passage)])[0]
    assert STANCES[int(judged.argmax())] == STANCES[stance], judged


def test_minimal_pairs_reach_their_bar(model: OnnxStanceModel) -> None:
    path = ROOT / "benchmarks" / "stance_minimal_pairs.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert len(rows) >= 150
    judged = model.judge([(row["hypothesis"], row["passage"]) for row in rows])
    merged = judged[:, :3].copy()
    merged[:, NEUTRAL] += judged[:, BESIDE]
    gold = [min(STANCES.index(row["label"]), NEUTRAL) for row in rows]
    assert (merged.argmax(1) == np.asarray(gold)).mean() >= 0.85


def test_the_packaged_folder_is_small_and_whole() -> None:
    names = {path.name for path in WEIGHTS.iterdir()}
    assert {"model.onnx", "tokenizer.json", "config.json"} <= names
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) < 30_000_000


def test_the_name_comes_from_the_config(model: OnnxStanceModel) -> None:
    assert model.name == StanceConfig.read(WEIGHTS / "config.json").name


def test_the_logits_are_calibrated(model: OnnxStanceModel) -> None:
    pairs = [("Did the mayor resign?", "The mayor resigned.")]
    calibration = StanceConfig.read(WEIGHTS / "config.json").calibration
    logits, tokens = model.logits_and_lengths(pairs)
    assert tokens.tolist() == [5]
    expected = softmax(calibration.of(logits, tokens))
    assert np.allclose(model.judge(pairs), expected)


@pytest.mark.parametrize("missing", ["model.onnx", "tokenizer.json", "config.json"])
def test_a_folder_that_lacks_a_file_is_a_model_error(tmp_path: Path, missing: str) -> None:
    for path in WEIGHTS.iterdir():
        if path.name != missing:
            (tmp_path / path.name).symlink_to(path)
    with pytest.raises(ModelError, match="cannot be loaded"):
        OnnxStanceModel(tmp_path)


def test_foreign_labels_are_a_model_error(tmp_path: Path) -> None:
    for path in WEIGHTS.iterdir():
        shutil.copy(path, tmp_path)
    config = json.loads((tmp_path / "config.json").read_text())
    config["labels"] = ["yes", "no"]
    (tmp_path / "config.json").write_text(json.dumps(config))
    with pytest.raises(ModelError, match="labels are"):
        OnnxStanceModel(tmp_path)


def test_serving_imports_neither_torch_nor_training() -> None:
    code = (
        "import sys; from retrieval.models.stance import OnnxStanceModel;"
        "OnnxStanceModel(threads=1).judge([('a', 'b')]);"
        "print([m for m in ('torch', 'transformers', 'sentence_transformers',"
        "'training') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "[]"
