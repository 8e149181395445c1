"""The written news as training rows."""

# ruff: noqa: S311 - seeded generators are what is tested

from __future__ import annotations

import random
from collections import Counter

import pytest

pytest.importorskip("torch")

from retrieval.models.context import MARK
from training.data import BESIDE, NEUTRAL, REFUTES, SUPPORTS, Example
from training.written import (
    BESIDE_SHARE,
    FOLDER,
    Event,
    is_title,
    pairs,
    read_events,
    strangers,
    surrounded,
    training_events,
    typed,
    written_rows,
)

EVENT = Event(
    "e1",
    ("The mayor resigned on Monday. She cited her health.", "Mayor of Vale gone", "He denied it."),
    ("Did the mayor resign?", "the mayor resigned."),
    ("SBR", "SBN"),
)


def test_every_question_meets_every_passage() -> None:
    rows = [row for _, row in pairs([EVENT])]

    assert [row.target for row in rows] == [SUPPORTS, BESIDE, REFUTES, SUPPORTS, BESIDE, NEUTRAL]


def test_the_packaged_files_are_read_and_keep_to_one_language() -> None:
    english = read_events(FOLDER / "en.dev.jsonl.gz")
    german = read_events(FOLDER / "six.dev.jsonl.gz", language="de")

    assert len(english) == 30
    assert all(len(event.passages) == 2 for event in german)
    assert all(
        len(letters) == len(event.passages)
        for event in english + german
        for letters in event.labels
    )


def test_what_is_judged_stands_last_and_keeps_its_label() -> None:
    rng = random.Random(3)
    (_, row), *_ = list(pairs([EVENT]))

    made = [surrounded(EVENT, row, rng) for _ in range(200)]

    assert all(each.target == row.target for each in made)
    assert all(row.passage.endswith(each.passage.split(MARK)[-1]) for each in made)
    assert {each.passage.count(MARK) for each in made} == {0, 1, 2}


@pytest.mark.parametrize(
    ("passage", "title"),
    [("Mayor of Vale gone", True), ("The mayor went.", False), ("word " * 20, False)],
)
def test_a_headline_is_short_and_has_no_full_stop(passage: str, title: bool) -> None:
    assert is_title(passage) is title


def test_a_question_in_other_clothes_has_the_same_words() -> None:
    rng = random.Random(5)
    (_, row), *_ = list(pairs([EVENT]))

    for _ in range(50):
        assert typed(row, rng).question.casefold().rstrip("?") == "did the mayor resign"


def test_passages_of_other_events_are_beside_the_point() -> None:
    other = Event("e2", ("Ships collided off Cape Horn.",), ("Did ships collide?",), ("S",))

    rows = strangers([EVENT, other], 40, random.Random(1))

    assert len(rows) == 40
    assert all(row.target == BESIDE for row in rows)
    assert all((row.question in EVENT.questions) != (row.passage in EVENT.passages) for row in rows)


@pytest.fixture(scope="module")
def epoch() -> list[Example]:
    """One epoch."""
    return written_rows(random.Random(7))


def test_an_epoch_thins_what_is_beside_the_point_and_doubles_what_is_open(
    epoch: list[Example],
) -> None:
    found = Counter(row.target for row in epoch if row.origin == "written")
    every = sum(row.target == BESIDE for _, row in pairs(training_events()))

    assert found[BESIDE] > 33_000
    assert found[BESIDE] / every == pytest.approx(BESIDE_SHARE, abs=0.01)
    assert found[NEUTRAL] > 3_000
    assert found[SUPPORTS] + found[REFUTES] > 8_000


@pytest.mark.parametrize("language", ["en", "ru", "uk", "de", "fr", "es"])
def test_every_event_of_the_larger_file_has_all_six_languages(language: str) -> None:
    events = read_events(FOLDER / "six.more.jsonl.gz", language=language)

    assert len(events) == len({event.id for event in events}) == 1245
    assert all(len(event.passages) == len(event.questions) == 2 for event in events)
    assert all(set(letters) <= set("SRNB") for event in events for letters in event.labels)
