"""The scores of `whosays eval golden`."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.cli.golden import Golden, Pair, Score, read_golden, score
from retrieval.errors import InputError
from tests.bot.answers import ACCOUNTS, POLAR, UNCOVERED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.bot.cli.conftest import Told

YES = Pair(frozenset({"001_bridge.txt"}), "supports", "The bridge will open in June")
NO = Pair(frozenset({"002.txt"}), "refutes", "will not open")
QUESTION = Golden("q", POLAR.question, covered=True, conflict=True)


def test_an_expected_passage_is_found_by_a_copys_file_its_stance_and_a_piece() -> None:
    result = score(replace(QUESTION, expect=(YES, NO)), POLAR)
    assert (result.expected, result.found, result.missed) == (2, 2, [])


@pytest.mark.parametrize(
    "pair",
    [
        replace(NO, stance="supports"),
        replace(NO, files=frozenset({"003.txt"})),
        replace(NO, match="will  not open"),
    ],
)
def test_another_stance_file_or_piece_is_a_miss(pair: Pair) -> None:
    result = score(replace(QUESTION, expect=(pair,)), POLAR)
    assert result.found == 0
    assert result.missed == [f"q: {pair}"]


def test_what_is_shown_is_right_where_it_is_expected_or_allowed() -> None:
    anywhere = Pair(frozenset({"002.txt"}), None, "clerk")
    result = score(replace(QUESTION, expect=(YES,), allow=(anywhere, NO)), POLAR)
    assert (result.shown, result.right) == (4, 3)
    assert result.wrong[0].startswith("q: neutral: note-7.txt ¶ 1: It is not known")


def test_a_forbidden_passage_counts_under_its_stance_only() -> None:
    forbidden = replace(NO, stance="supports")
    assert score(replace(QUESTION, forbid=(forbidden,)), POLAR).forbidden == []
    assert len(score(replace(QUESTION, forbid=(NO,)), POLAR).forbidden) == 1


def test_an_open_question_has_no_stances() -> None:
    pair = Pair(frozenset({"002.txt"}), None, "will not open")
    result = score(replace(QUESTION, expect=(pair,)), ACCOUNTS)
    assert (result.found, result.right, result.shown) == (1, 1, 2)


def test_what_is_not_expected_of_conflict_and_coverage_is_not_scored() -> None:
    result = score(replace(QUESTION, covered=None, conflict=None), POLAR)
    assert (result.conflicts, result.coverage) == ([], [])
    assert score(QUESTION, UNCOVERED).coverage == [False]
    assert score(QUESTION, UNCOVERED).conflicts == [False]


def test_scores_add_up() -> None:
    total = Score()
    total += score(replace(QUESTION, expect=(YES, NO)), POLAR)
    total += score(replace(QUESTION, expect=(YES,)), UNCOVERED)
    figures = total.as_dict()
    assert figures["questions"] == 2
    assert (figures["expected"], figures["found"], figures["recall"]) == (3, 2, 0.6667)
    assert (figures["shown"], figures["right"], figures["precision"]) == (4, 2, 0.5)
    assert (figures["conflict_accuracy"], figures["coverage_accuracy"]) == (0.5, 0.5)
    assert Score().as_dict()["precision"] is None


@pytest.fixture
def golden_file(tmp_path: Path) -> Path:
    file = tmp_path / "golden.json"
    row = {"files": ["002.txt"], "stance": "refutes", "match": "will not open"}
    question = {"id": "q", "question": "bridge?", "covered": True, "conflict": None}
    file.write_text(json.dumps({"questions": [{**question, "expect": [row]}]}))
    return file


def test_the_command_prints_the_figures(tell: Callable[..., Told], golden_file: Path) -> None:
    code, out, err = tell("eval", "golden", str(golden_file), "--json")
    assert (code, err) == (0, "")
    data = json.loads(out)
    assert list(data)[:10] == [
        "questions", "expected", "found", "recall", "shown", "right", "precision", "forbidden",
        "conflict_accuracy", "coverage_accuracy",
    ]  # fmt: skip
    assert (data["expected"], data["found"], data["shown"]) == (1, 1, 4)
    code, out, _ = tell("eval", "golden", str(golden_file))
    assert code == 0
    assert "q: 1 of 1 found, 1 of 4 shown right" in out
    assert "recall: 1.0" in out


@pytest.mark.parametrize("text", ["", "[]", '{"questions": [{}]}', '{"questions": [1]}', "\xff"])
def test_a_file_that_holds_no_questions_is_bad_input(tmp_path: Path, text: str) -> None:
    file = tmp_path / "golden.json"
    file.write_text(text, encoding="latin-1")
    with pytest.raises(InputError, match="does not hold golden questions"):
        read_golden(file)


def test_a_file_that_is_not_there_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^There is no file .*questions\.json\.$"):
        read_golden(tmp_path / "questions.json")
