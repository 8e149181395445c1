"""The real command on the five example articles."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from retrieval.answered import Answer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.e2e.conftest import Run

QUESTION = "Did Putin congratulate Trump?"


def is_one_line(error: str) -> bool:
    return error.startswith("whosays: ") and error.count("\n") == 1


def is_answer_or_one_line(told: Run) -> None:
    assert told.returncode in (0, 2)
    if told.returncode == 0:
        assert json.loads(told.stdout)["schema"] == 1
        assert told.stderr == ""
    else:
        assert told.stdout == ""
        assert is_one_line(told.stderr)


def test_the_first_question_is_answered_side_by_side(
    whosays: Callable[..., Run], tmp_path: Path
) -> None:
    told = whosays("ask", QUESTION, WHOSAYS_LIBRARY__PATH=str(tmp_path / "new"))
    assert (told.returncode, told.stderr) == (0, "")
    lines = told.stdout.splitlines()
    assert lines[0] == QUESTION
    assert "Says yes" in lines
    assert "Says no" in lines
    assert "The Kyiv Independent" in told.stdout
    assert "(publisher not known)" in told.stdout
    assert "\x1b" not in told.stdout
    assert max(map(cell_len, lines)) <= 80


def test_json_is_one_object_whose_passages_are_verbatim(
    whosays: Callable[..., Run], called: Callable[..., Run]
) -> None:
    told = whosays("ask", QUESTION, "--json")
    assert (told.returncode, told.stderr) == (0, "")
    answer = Answer.from_json(json.loads(told.stdout))
    assert answer.covered
    passages = [passage for position in answer.positions for passage in position.passages]
    texts = {
        article: json.loads(called("show", article, "--json").stdout)["article"]["text"]
        for article in {passage.article.id for passage in passages}
    }
    for passage in passages:
        text = texts[passage.article.id]
        assert passage.text == text[passage.start : passage.end]
        assert passage.span.text == text[passage.span.start : passage.span.end]


def test_markdown_and_html_hold_the_same_answer(called: Callable[..., Run], home: Path) -> None:
    told = called("ask", QUESTION, "--markdown")
    assert told.returncode == 0
    assert told.stdout.startswith(f"# {QUESTION}\n")
    assert "\n## Says yes\n" in told.stdout
    assert called("ask", QUESTION, "--html", "page.html").returncode == 0
    assert "Says yes" in (home / "page.html").read_text(encoding="utf-8")


def test_colours_give_way_to_no_color(called: Callable[..., Run]) -> None:
    assert "⟦" in called("ask", QUESTION, NO_COLOR="1").stdout


def test_an_uncovered_question_is_fine(called: Callable[..., Run]) -> None:
    told = called("ask", "Who won the 2022 World Cup?", "--json")
    assert (told.returncode, told.stderr) == (0, "")
    answer = json.loads(told.stdout)
    assert (answer["covered"], answer["positions"]) == (False, [])


@pytest.mark.parametrize(
    "question",
    [
        "a" * 10_000,
        "Putin " * 1_700,
        "🎉🎉🎉",
        "هل هنأ بوتين ترامب؟",
        'Putin" OR NEAR(a b) AND NOT title:* ^x - + (',
        "x",
        "???",
    ],
    ids=["long", "many", "emoji", "right-to-left", "operators", "x", "marks"],
)
def test_any_question_has_an_answer_or_one_line(called: Callable[..., Run], question: str) -> None:
    is_answer_or_one_line(called("ask", "--json", question))


@pytest.mark.parametrize(
    "question",
    ["Did \x1b[31mPutin\x07 \u202econgratulate\u2066 Trump?", "\udcff"],
    ids=["controls", "bytes"],
)
def test_so_has_what_a_process_is_given(whosays: Callable[..., Run], question: str) -> None:
    is_answer_or_one_line(whosays("ask", "--json", question))


def test_control_characters_of_a_question_do_not_reach_the_terminal(
    called: Callable[..., Run],
) -> None:
    told = called("ask", "Did \x1b[31mPutin\u202e congratulate Trump?")
    assert not {"\x1b", "\u202e"} & set(told.stdout + told.stderr)


@pytest.mark.parametrize(
    "words",
    [
        ("ask", ""),
        ("ask", "--source", "nobody", QUESTION),
        ("ask", "--article", "zzzz", QUESTION),
        ("ask", "--since", "soon", QUESTION),
        ("ask", "--nothing", QUESTION),
        ("show", "zzzz"),
        ("remove", "zzzz", "--yes"),
        ("add", "missing.txt"),
        ("eval", "golden", "missing.json"),
        ("eval", "stance", "missing.jsonl"),
    ],
)
def test_bad_input_is_one_line(called: Callable[..., Run], words: tuple[str, ...]) -> None:
    told = called(*words)
    assert (told.returncode, told.stdout) == (2, "")
    assert is_one_line(told.stderr)


@pytest.mark.parametrize("kind", ["empty", "binary", "large", "unreadable"])
def test_a_file_that_is_no_article_is_refused_in_one_line(
    called: Callable[..., Run], tmp_path: Path, kind: str
) -> None:
    file = tmp_path / "file.txt"
    file.write_bytes(
        {"empty": b"", "binary": bytes(range(256)) * 40, "unreadable": b"x"}.get(kind, b"")
    )
    if kind == "large":
        with file.open("r+b") as opened:
            opened.truncate(50_000_000)
    if kind == "unreadable":
        file.chmod(0)
        if os.access(file, os.R_OK):
            pytest.skip("this user may read everything")
    before = called("articles", "--json").stdout
    told = called("add", str(file))
    assert (told.returncode, told.stdout) == (2, "")
    assert is_one_line(told.stderr)
    assert called("articles", "--json").stdout == before


def test_a_read_only_library_still_answers(
    whosays: Callable[..., Run], home: Path, tmp_path: Path
) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    library = home / "library"
    files = [library, *library.rglob("*")]
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in files}
    text = tmp_path / "article.txt"
    text.write_text("The minister said on Monday that the bridge would open in June. " * 9)
    try:
        for path, mode in modes.items():
            path.chmod(mode & ~0o222)
        assert whosays("ask", QUESTION).returncode == 0
        told = whosays("add", str(text))
        assert told.returncode == 1
        assert is_one_line(told.stderr)
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


def test_a_mistyped_library_is_not_made(called: Callable[..., Run], tmp_path: Path) -> None:
    folder = tmp_path / "lybrary"
    for words in (("ask", QUESTION), ("sources",), ("articles",), ("reindex",), ("doctor",)):
        told = called(*words, "--library", str(folder))
        assert told.returncode in (1, 2), words
        assert "There is no library at" in told.stdout + told.stderr
        assert not folder.exists()


def test_a_library_that_is_a_file_is_one_line(
    whosays: Callable[..., Run], called: Callable[..., Run], tmp_path: Path
) -> None:
    file = tmp_path / "library"
    file.write_text("not a folder")
    told = whosays("ask", QUESTION, "--library", str(file))
    assert told.returncode in (1, 2)
    assert told.stdout == ""
    assert is_one_line(told.stderr)
    told = called("doctor", "--library", str(file))
    assert told.returncode == 1
    assert "not ok" in told.stdout


def test_lines_of_standard_input_are_questions(whosays: Callable[..., Run]) -> None:
    told = whosays("ask", "--json", stdin=f"{QUESTION}\n\nWho won the 2022 World Cup?\n")
    # A line without a question is refused, and has its place among the results.
    assert told.returncode == 2
    assert is_one_line(told.stderr)
    results = [json.loads(line) for line in told.stdout.splitlines()]
    assert [result["covered"] for result in results] == [True, False, False]
    assert ["error" in result for result in results] == [False, True, False]


@pytest.mark.parametrize("words", [("articles", "--json"), ("ask", QUESTION)])
def test_a_reader_that_leaves_early_is_no_error(
    home: Path, environment: dict[str, str], words: tuple[str, ...]
) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bot.cli", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=home,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_articles_come_and_go(
    whosays: Callable[..., Run], called: Callable[..., Run], tmp_path: Path
) -> None:
    library = str(tmp_path / "library")
    file = tmp_path / "bridge.txt"
    file.write_text(
        "Bridge to open in June\n\nThe city said on Monday that the new bridge over the river will "
        "open in June, four months late.\n\nThe mayor told reporters that the toll would be set by "
        "the council in May, after a public hearing in the town hall.\n"
    )
    seeds = {"WHOSAYS_LIBRARY__SEEDS": "false"}
    told = whosays("add", str(file), "--source", "River Post", "--library", library, **seeds)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("added: ")
    again = called("add", str(file), "--source", "River Post", "--library", library, **seeds)
    assert again.stdout.startswith("unchanged: ")
    held = json.loads(called("articles", "--json", "--library", library, **seeds).stdout)
    (article,) = held["articles"]
    assert article["source"]["name"] == "River Post"
    assert "River Post" in called("sources", "--library", library, **seeds).stdout
    told = whosays("remove", article["id"], "--yes", "--library", library, **seeds)
    assert told.returncode == 0
    told = called("articles", "--library", library, **seeds)
    assert told.stdout == "The library holds no articles.\n"
    told = called("reindex", "--library", library, **seeds)
    assert (told.returncode, told.stdout) == (0, "Indexed 0 paragraphs.\n")


def test_doctor_finds_all_well(whosays: Callable[..., Run]) -> None:
    told = whosays("doctor")
    assert told.returncode == 0, told.stdout
    assert "not ok" not in told.stdout
