"""Scoring: labels that a file lacks, beside as neutral, F1 and calibration by hand."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score

from retrieval.errors import InputError
from retrieval.models.evaluation import (
    LABELS,
    average_precision,
    calibration_error,
    chance_error,
    evaluate_file,
    judge_all,
    merge_beside,
    read_stance_rows,
    score,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray


class Scripted:
    """Gives the probabilities that a passage spells out."""

    name = "scripted"
    languages = frozenset({"en"})

    def __init__(self) -> None:
        self.calls: list[int] = []

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.calls.append(len(pairs))
        rows = [[float(share) for share in passage.split()] for _, passage in pairs]
        return np.asarray(rows, dtype=np.float32).reshape(-1, 4)


def write(path: Path, rows: list[tuple[str, str]], *, packed: bool = False) -> Path:
    text = "".join(
        json.dumps({"id": str(at), "passage": p, "hypothesis": "h", "label": label}) + "\n"
        for at, (p, label) in enumerate(rows)
    )
    path.write_bytes(gzip.compress(text.encode()) if packed else text.encode())
    return path


def test_beside_counts_as_neutral(tmp_path: Path) -> None:
    rows = [("0.4 0 0.3 0.3", "neutral"), ("0.9 0 0 0.1", "supports"), ("0 0.9 0 0.1", "refutes")]
    scores = evaluate_file(Scripted(), write(tmp_path / "rows.jsonl", rows))
    assert scores.accuracy == 1.0
    assert scores.rows == 3
    assert scores.predicted == {"supports": 1, "refutes": 1, "neutral": 1}


def test_a_file_that_knows_beside_is_scored_four_ways(tmp_path: Path) -> None:
    rows = [
        ("0 0 0.2 0.8", "beside"),
        ("0.9 0.1 0 0", "supports"),
        ("0.5 0.2 0.1 0.2", "refutes"),
        ("0.1 0 0.4 0.5", "neutral"),
    ]
    scores = evaluate_file(Scripted(), write(tmp_path / "rows.jsonl", rows))
    assert scores.accuracy == 0.5
    assert scores.predicted == {"supports": 2, "refutes": 0, "neutral": 0, "beside": 2}
    # A perfect order of "any" but for one of three that comes behind nothing: 1, 1, 1.
    assert scores.average_precision["any"] == 1.0
    assert scores.average_precision["supports"] == 1.0
    assert scores.right_side == 0.5


def test_an_event_is_every_question_with_every_passage(tmp_path: Path) -> None:
    event = {"id": "e", "passages": ["p", "q"], "questions": ["a", "b"], "labels": ["SB", "NR"]}
    path = tmp_path / "events.jsonl"
    path.write_text(json.dumps(event) + "\n", encoding="utf-8")
    assert [(row.question, row.passage, row.label) for row in read_stance_rows(path)] == [
        ("a", "p", "supports"),
        ("a", "q", "beside"),
        ("b", "p", "neutral"),
        ("b", "q", "refutes"),
    ]


@pytest.mark.parametrize("labels", [["SB"], ["S", "R"], ["SX", "RB"]])
def test_an_event_whose_labels_do_not_fit_is_an_input_error(
    tmp_path: Path, labels: list[str]
) -> None:
    event = {"passages": ["p", "q"], "questions": ["a", "b"], "labels": labels}
    path = tmp_path / "events.jsonl"
    path.write_text(json.dumps(event) + "\n", encoding="utf-8")
    with pytest.raises(InputError):
        read_stance_rows(path)


@given(st.lists(st.tuples(st.floats(0, 1, width=32), st.booleans()), min_size=1, max_size=30))
def test_average_precision_is_as_scikit_learn_has_it(rows: list[tuple[float, bool]]) -> None:
    # Its definition differs where scores tie: only different ones are compared.
    scores = np.asarray([score + 2 * at for at, (score, _) in enumerate(rows)], dtype=np.float32)
    relevant = np.asarray([hit for _, hit in rows])
    expected = average_precision_score(relevant, scores) if relevant.any() else 0.0
    assert average_precision(scores, relevant) == pytest.approx(expected)


def test_predictions_are_among_the_labels_the_file_has(tmp_path: Path) -> None:
    rows = [("0.1 0.05 0.8 0.05", "supports"), ("0.05 0.1 0.8 0.05", "refutes")]
    scores = evaluate_file(Scripted(), write(tmp_path / "rows.jsonl.gz", rows, packed=True))
    assert scores.accuracy == 1.0
    assert scores.f1["neutral"] == 0.0
    assert scores.macro_f1 == 1.0


def test_f1_and_ece_by_hand() -> None:
    shares = np.asarray([[0.6, 0.4, 0], [0.6, 0.4, 0], [0.2, 0.8, 0]], dtype=np.float32)
    scores = score(shares, ["supports", "refutes", "refutes"])
    assert scores.accuracy == pytest.approx(2 / 3)
    assert scores.f1["supports"] == pytest.approx(2 / 3)
    assert scores.f1["refutes"] == pytest.approx(2 / 3)
    # Two rows at 0.6 of which half are right, one at 0.8 that is.
    assert scores.ece == pytest.approx(2 / 3 * 0.1 + 1 / 3 * 0.2, abs=1e-6)


def test_a_perfectly_calibrated_set_has_no_error() -> None:
    confidence = np.full(10, 0.7, dtype=np.float32)
    right = np.asarray([True] * 7 + [False] * 3)
    assert calibration_error(confidence, right) == pytest.approx(0.0, abs=1e-6)


def test_chance_alone_leaves_a_gap_that_more_rows_close() -> None:
    few, many = (chance_error(np.full(n, 0.7, dtype=np.float32)) for n in (20, 2000))
    # One bin of n rows: the mean of |share right - 0.7| is sqrt(2 * 0.21 / (pi * n)) in the limit.
    assert few == pytest.approx((0.42 / np.pi / 20) ** 0.5, rel=0.25)
    assert many == pytest.approx((0.42 / np.pi / 2000) ** 0.5, rel=0.25)


def test_what_is_certain_leaves_nothing_to_chance() -> None:
    assert chance_error(np.ones(7, dtype=np.float32)) == 0


@given(
    st.lists(st.tuples(st.sampled_from(LABELS), st.tuples(*[st.floats(0.01, 1)] * 4)), min_size=1)
)
def test_scores_are_fractions(rows: list[tuple[str, tuple[float, float, float, float]]]) -> None:
    raw = np.asarray([shares for _, shares in rows], dtype=np.float32)
    scores = score(raw / raw.sum(axis=1, keepdims=True), [label for label, _ in rows])
    assert 0 <= scores.accuracy <= 1
    assert 0 <= scores.macro_f1 <= 1
    assert 0 <= scores.ece <= 1 + 1e-6
    assert 0 <= scores.ece_chance <= 1 + 1e-6
    assert sum(scores.predicted.values()) == len(rows) == sum(scores.labels.values())
    assert json.loads(json.dumps(scores.as_dict()))["rows"] == len(rows)


def test_merging_keeps_the_sum() -> None:
    shares = np.asarray([[0.1, 0.2, 0.3, 0.4]], dtype=np.float32)
    assert np.allclose(merge_beside(shares), [[0.1, 0.2, 0.7]])


def test_long_files_are_judged_in_chunks() -> None:
    model = Scripted()
    judged = judge_all(model, [("q", "1 0 0 0")] * 1200)
    assert judged.shape == (1200, 4)
    assert max(model.calls) <= 512


def test_judging_nothing() -> None:
    assert judge_all(Scripted(), []).shape == (0, 4)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json\n",
        b'{"passage": "p", "hypothesis": "h"}\n',
        b'{"passage": "p", "hypothesis": "h", "label": "maybe"}\n',
        b"[1, 2]\n",
        b"\xff\xfe\x00",
        b"\x1f\x8b\x08 torn",
    ],
)
def test_a_file_that_holds_no_rows_is_an_input_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_stance_rows(path)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(
        InputError, match=r"^Cannot read .*none\.jsonl: No such file or directory\.$"
    ):
        read_stance_rows(tmp_path / "none.jsonl")


def test_line_separators_inside_a_passage_do_not_cut_it(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    row = {"passage": "one\u2028two", "hypothesis": "h", "label": "supports"}
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    assert read_stance_rows(path)[0].passage == "one\u2028two"
