"""What asks for anything on a matter, of all sources or of one."""

from __future__ import annotations

import pytest

from retrieval.answer.question.matter import anything_on, by_source, topic
from retrieval.answer.question.question import understand
from retrieval.answered import Kind


@pytest.mark.parametrize(
    "text",
    [
        "What do sources say about the strike?",
        "what do the other news outlets report about the strike",
        "What are people saying about the strike?",
        "What has been reported on the strike?",
        "What is written about the strike?",
        "What do we know so far about the strike?",
        "What's going on with the strike today?",
        "How are the media covering the strike?",
        "Tell me about the strike",
        "TELL ME ABOUT THE STRIKE!",
        "latest on the strike",
        "Any news about the strike?",
        "whats new with the strike",
        "Give me a summary of the strike, please",
    ],
)
def test_many_words_ask_for_anything_on_a_matter(text: str) -> None:
    asked = understand(text)
    assert asked.canonical == "what is said about the strike?"
    assert asked.kind is Kind.OPEN
    assert asked.asks == "matter"
    assert asked.terms == ("strike",)
    assert asked.text == text


def test_a_longer_noun_is_a_matter_as_well() -> None:
    asked = understand("Latest news on the ice rink in Vale")
    assert asked.canonical == "what is said about the ice rink in Vale?"


@pytest.mark.parametrize(
    "core",
    [
        "What do sources say about whether the mayor resigned",
        "What is known about how he died",
        "What was written on the legal pad",
        "What did Ida Moen say about the strike",
        "What is said about it",
        "What about the strike",
        "Update on the strike: pilots quit",
        "What is the strike about",
        "What do sources say about the strike that the pilots of the northern line began in May",
    ],
)
def test_what_asks_for_more_or_for_nothing_stays_as_it_is(core: str) -> None:
    assert anything_on(core) == core


@pytest.mark.parametrize(
    ("text", "who", "less"),
    [
        ("What does the Vale Post say about the strike?", "Vale Post", "the strike"),
        ("what did vale news report on ida moen", "vale news", "ida moen"),
        ("How has the Vale Post covered the strike?", "Vale Post", "the strike"),
        ("How did Vale News report on the strike?", "Vale News", "the strike"),
        ("What has the mayor said about the strike?", "mayor", "the strike"),
    ],
)
def test_who_is_asked_may_be_a_source(text: str, who: str, less: str) -> None:
    asked = by_source(understand(text).canonical)
    assert asked is not None
    assert (asked.who, asked.less) == (who, f"what is said about {less}?")


@pytest.mark.parametrize(
    "text",
    [
        "What does the Vale Post say about how it began?",
        "What did Ida Moen say?",
        "What did he say about the strike?",
        "How did Ida Moen react to the strike?",
        "Did the Vale Post say that the strike is over?",
    ],
)
def test_other_questions_ask_no_source_on_a_matter(text: str) -> None:
    assert by_source(understand(text).canonical) is None


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("Tell me about the strike?!", "the strike"),
        ("overview of the strike", "the strike"),
        ("what about the strike", "the strike"),
        ("Tell me whether it is over", ""),
        ("News of the strike reached the mayor", ""),
    ],
)
def test_a_topic_is_what_is_named_to_be_told_about(text: str, matter: str) -> None:
    assert topic(text) == matter
