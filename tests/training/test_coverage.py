"""The written coverage as training rows, and as labelled news."""

# ruff: noqa: S311 - seeded generators are what is tested

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("torch")

from retrieval.answer.language.languages import LANGUAGES
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.question.question import understand
from retrieval.ingest.read import read_file
from retrieval.models.context import MARK
from training.coverage import (
    DATA,
    DEV,
    TRAIN,
    coverage_rows,
    pairs,
    read_stories,
)
from training.data import BESIDE, REFUTES, SUPPORTS
from training.labelled import as_golden, write_articles

if TYPE_CHECKING:
    from pathlib import Path

SIX = DATA / "coverage.six.txt.gz"
HELD = DATA / "coverage.six-held.txt.gz"
MORE = DATA / "coverage.six-more.txt.gz"
TEXT = """event ferry
article a | Harbour Times | 2019-05-04
# Ferry "knew of crack"
a1 The crew knew of the crack, the union said.
a2 It is an old ship.

a3 The company denied it.
article b | Vale Wire | 2019-05-05
# Talks go on
b1 Talks go on.
questions
polar | Did the crew know? | S a1 | R a3?
polar | was the captain held |
open | Who warned whom? | S a1=the union b1?=a b 2 team a3=the company
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "coverage.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_articles_keep_their_paragraphs_and_questions_their_labels(file: Path) -> None:
    (story,) = read_stories(file)

    report = story.reports["a"]
    assert (report.outlet, report.day, report.title) == (
        "Harbour Times",
        "2019-05-04",
        'Ferry "knew of crack"',
    )
    assert [len(paragraph) for paragraph in report.paragraphs] == [2, 1]
    first, missed, opened = story.questions
    assert [(each.report, each.number, each.letter, each.weak) for each in first.labels] == [
        ("a", 1, "S", False),
        ("a", 3, "R", True),
    ]
    assert (missed.polar, missed.labels) == (True, ())
    assert [each.key for each in opened.labels] == ["the union", "a b 2 team", "the company"]


@pytest.mark.parametrize("line", ["a3 Out of order.", "c1 No such article.", "what is this"])
def test_a_line_that_cannot_be_read_is_named(file: Path, line: str) -> None:
    file.write_text(TEXT.replace("a2 It is an old ship.", line), "utf-8")

    with pytest.raises(ValueError, match="line 5 cannot"):
        read_stories(file)


def test_every_sentence_meets_every_question(file: Path) -> None:
    targets = [row.target for _, _, _, row in pairs(read_stories(file))]

    assert targets[:4] == [SUPPORTS, BESIDE, REFUTES, BESIDE]
    assert targets[4:8] == [BESIDE] * 4
    assert targets[8:] == [SUPPORTS, BESIDE, SUPPORTS, SUPPORTS]


def test_what_is_judged_stands_behind_its_headline_and_the_sentence_before(file: Path) -> None:
    stories = read_stories(file)
    passages = {
        row.passage for seed in range(20) for row in coverage_rows(random.Random(seed), stories)
    }

    behind = MARK.join(['Ferry "knew of crack"', "It is an old ship.", "The company denied it."])
    assert {behind, "The company denied it."} <= passages


def test_stories_are_read_like_labelled_news(file: Path) -> None:
    event = as_golden(read_stories(file))["events"]["ferry"]

    assert event["articles"]["a"]["sentences"][2] == "The company denied it."
    assert event["questions"][0]["labels"] == [
        ["a.1", "supports", "expect"],
        ["a.3", "refutes", "allow"],
    ]
    assert [q["conflict"] for q in event["questions"]] == [True, None, True]


def test_their_articles_can_be_added_to_a_library(file: Path, tmp_path: Path) -> None:
    write_articles(read_stories(file), tmp_path)

    read = read_file(tmp_path / "ferry-a.md", max_bytes=10_000).article
    assert read.title == "Ferry 'knew of crack'"
    assert read.url == "https://harbour-times.example/ferry"


@pytest.mark.parametrize("packaged", [TRAIN, DEV, SIX, HELD, MORE])
def test_labels_of_the_packaged_files_name_sentences(packaged: Path) -> None:
    for story in read_stories(packaged):
        for asked in story.questions:
            for label in asked.labels:
                assert 1 <= label.number <= len(story.reports[label.report].sentences), story.id
        assert any(not asked.labels for asked in story.questions), story.id


def test_no_story_is_in_two_files() -> None:
    told = [story.id for file in (TRAIN, DEV, SIX, HELD, MORE) for story in read_stories(file)]

    assert len(set(told)) == len(told)


@pytest.mark.parametrize("packaged", [SIX, HELD, MORE])
def test_what_is_told_in_six_languages_is_asked_in_each_and_read_as_it_is_meant(
    packaged: Path,
) -> None:
    for story in read_stories(packaged):
        assert {report.language for report in story.reports.values()} == {ENGLISH, *LANGUAGES}
        assert Counter(asked.language for asked in story.questions) == dict.fromkeys(
            (ENGLISH, *LANGUAGES), 2
        )
        for asked in story.questions:
            read = understand(asked.text, ("*",))
            assert (read.language, read.asks is None) == (asked.language, asked.polar), asked.text


ABROAD = """event ferry
article a | Южный курьер | 2019-05-04 | ru
# Паром знали
a1 Экипаж знал о трещине.
article b | Harbour Times | 2019-05-04
# Ferry
b1 The company denied it.
questions
polar | de | Wusste die Besatzung davon? | S a1 | R b1
polar | Did the crew know? | R b1
open | uk | хто знав |
"""


def test_articles_and_questions_may_say_their_language(file: Path, tmp_path: Path) -> None:
    file.write_text(ABROAD, "utf-8")
    (story,) = read_stories(file)

    assert [report.language for report in story.reports.values()] == ["ru", "en"]
    assert [(each.language, each.text) for each in story.questions] == [
        ("de", "Wusste die Besatzung davon?"),
        ("en", "Did the crew know?"),
        ("uk", "хто знав"),
    ]
    assert [len(each.labels) for each in story.questions] == [2, 1, 0]
    # An outlet in Cyrillic has a host of its own.
    write_articles([story], tmp_path)
    read = read_file(tmp_path / "ferry-a.md", max_bytes=10_000).article
    assert read.url is not None
    assert read.url.startswith("https://xn--")
    assert read.url == as_golden([story])["events"]["ferry"]["articles"]["a"]["url"]


def test_a_language_that_is_none_of_the_six_is_a_line_that_cannot_be_read(file: Path) -> None:
    file.write_text(ABROAD.replace("| ru", "| it"), "utf-8")

    with pytest.raises(ValueError, match="line 2 cannot"):
        read_stories(file)
