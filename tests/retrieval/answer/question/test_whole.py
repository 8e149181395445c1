"""What is not one question says what it is."""

from __future__ import annotations

import pytest

from retrieval.answer.question.question import understand
from retrieval.answered import Kind
from retrieval.errors import QuestionError


def _why(text: str) -> tuple[str, str]:
    with pytest.raises(QuestionError) as refused:
        understand(text)
    return refused.value.why, str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "Did Tenby resign? Did Marlow?",
        "Did Tenby resign. Did Marlow resign.",
        "Did Tenby resign or did Marlow?",
        "did tenby resign or did marlow",
        "DID TENBY RESIGN OR DID MARLOW?",
        "Did the mayor resign or was the captain fired?",
        "Did the mayor resign or is the council lying?",
        "Did Tenby quit and has Marlow been named?",
        "Did the mayor resign, did the council vote?",
        "Did the mayor resign and if so, when did he?",
        "Who resigned and why?",
        "Who resigned and who was fired?",
        "What did the mayor say and why did he say it?",
        "When did the ferry sink and how many people died?",
        "Can you tell me who resigned and when?",
        "Tenby lied? Marlow quit?",
    ],
)
def test_two_questions_in_one_are_to_be_asked_one_at_a_time(text: str) -> None:
    why, message = _why(text)
    assert why == "two"
    assert "one at a time" in message


@pytest.mark.parametrize(
    "text",
    [
        "Did Tenby or Marlow resign?",
        "Did Tenby resign or not?",
        "Did Tenby resign or didn't he?",
        "Did Tenby and Marlow resign?",
        "When and where did the mayor speak?",
        "How and why did the ferry sink?",
        "What did the mayor say or do after the vote?",
        "Was the man who was shot and was buried a spy?",
        "Is the senator who lied and is a lawyer still in office?",
        "Did he eat and have a drink in Vale?",
        "Did the firm that was fined and did not pay close?",
        "After the vote, did the mayor resign?",
        "When the votes were counted, did he concede?",
        "If it rains, will the match be played?",
        "The mayor is ill. Did he resign?",
        "Did Mrs. May resign?",
        "Has the mayor, who was ill, resigned?",
        "What? Did the mayor resign?",
        "Is it known what the mayor said and did?",
        "Mayor says he ?will finish the job? on the bridge",
    ],
)
def test_one_question_is_not_taken_for_two(text: str) -> None:
    understand(text)


@pytest.mark.parametrize(
    "text",
    [
        "What about the sanctions against Russian banks?",
        "how about the ferry disaster in Vale",
        "So what about the strike in Vale?",
        "Tell me about yourself",
        "Tell me about the ferry disaster in Vale of the third of May and the trial of its captain",
    ],
)
def test_a_topic_is_to_be_made_a_question(text: str) -> None:
    why, message = _why(text)
    assert why == "topic"
    assert "a topic" in message


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tell me why the ferry sank", Kind.OPEN),
        ("Tell me who owns the ferry", Kind.OPEN),
        ("What do sources say about the strike?", Kind.OPEN),
        ("Can you tell me everything about the strike?", Kind.OPEN),
        ("Please tell me more about Marlow Tenby's shares", Kind.OPEN),
        ("Any news on whether the mayor resigned?", Kind.POLAR),
        ("What was the strike about?", Kind.OPEN),
        ("Talk of a strike reached the mayor", Kind.POLAR),
        ("News of the strike reached the mayor", Kind.POLAR),
    ],
)
def test_a_question_about_something_is_no_topic(text: str, kind: Kind) -> None:
    assert understand(text).kind is kind


def test_a_writing_without_spaces_is_no_single_word() -> None:
    assert understand("市长辞职了吗？").terms == ("市长辞职了吗",)
    assert "One word" in _why("DidTheMayorResign?")[1]


@pytest.mark.parametrize(
    "text",
    ["Did Lavrov?", "did lavrov", "Will Tenby?", "Will the mayor?", "Hasn't the mayor?",
     "hello there", "Good morning everyone!", "thank you bot", "help me"],
)  # fmt: skip
def test_somebody_without_a_deed_and_a_greeting_ask_nothing_yet(text: str) -> None:
    assert "stands alone" in _why(text)[1]


@pytest.mark.parametrize(
    "text", ["May resigned", "Will resigned", "Did it rain?", "Has Tenby resigned?", "Help arrived"]
)
def test_few_words_may_be_whole(text: str) -> None:
    assert understand(text).kind is Kind.POLAR
