"""Whose voice a question keeps to, and what is asked without it."""

from __future__ import annotations

import pytest

from retrieval.answer.question.question import understand, without_voice
from retrieval.answer.question.voices import Voice, according_to


@pytest.mark.parametrize(
    ("asked", "canonical", "name"),
    [
        ("According to Ida Moen, did the ferry sink?", "did the ferry sink?", "Ida Moen"),
        ("according to ida moen did the ferry sink", "did the ferry sink?", "ida moen"),
        ("Did it sink, according to the Vale Gazette?", "Did it sink?", "Vale Gazette"),
        ("according to Norland what sank the ferry", "what sank the ferry?", "Norland"),
        ("According to Moen, the ferry sank", "the ferry sank.", "Moen"),
        ("How many died according to police?", "How many died?", "police"),
    ],
)  # fmt: skip
def test_according_to_whom_is_asked(asked: str, canonical: str, name: str) -> None:
    question = understand(asked)
    assert question.voice is not None
    assert question.voice.name == name
    behind = f" according to {question.voice.called}{canonical[-1]}"
    assert question.canonical == f"{canonical[:-1]}{behind}"
    assert without_voice(question).canonical == canonical
    assert set(name.split()) <= set(question.terms)
    assert "according" not in question.terms


@pytest.mark.parametrize(
    "asked",
    [
        "According to reports, did the ferry sink?",
        "Did the ferry sink according to a study?",
        "Did the ferry sail according to plan and on time?",
        "Did the ferry sink according to what she said?",
        "Did the ferry sink according to her?",
        "Did Moen act according to the law?",
    ],
)
def test_what_is_nobody_s_voice_stays_in_the_question(asked: str) -> None:
    question = understand(asked)
    assert question.voice is None
    assert "according" in question.canonical.lower()


@pytest.mark.parametrize(
    "asked",
    [
        "Does Ida Moen say that the ferry sank?",
        "Did anyone say that the ferry sank?",
        "What did Moen say about the ferry?",
        "Who said that the ferry sank?",
        "Did the man who sank it say so to the court?",
        "Did Moen deny that the ferry sank?",
        "Did she say it sank?",
        "Did the ferry sink?",
        "Were the expense claims within the rules?",
        "Did Moen say no?",
        "Moen denies all, says she sold the ferry",
        "Vale ferry: Moen says it sank on Friday",
    ],
)
def test_other_questions_keep_to_nobody(asked: str) -> None:
    assert understand(asked).voice is None


def test_a_text_is_read_by_itself() -> None:
    heard = Voice("mayor", "the mayor")
    assert according_to("It sank, according to the mayor") == ("It sank", heard)
    assert according_to("It sank") == ("It sank", None)


def test_nothing_has_to_name_a_source_that_is_asked_alone() -> None:
    question = without_voice(understand("According to the Vale Gazette, did Moen sink the ferry?"))
    assert question.voice is None
    assert question.terms == ("Moen", "sink", "ferry")
    assert question.names == ("Moen",)
