"""Which of two is asked, or whether either is so."""

from __future__ import annotations

import pytest

from retrieval.answer.question.question import understand
from retrieval.answered import Kind
from retrieval.errors import QuestionError


@pytest.mark.parametrize(
    "text",
    [
        "Did Tenby or Marlow win?",
        "did the union or the council win the vote",
        "Was it a gas leak or a bomb?",
        "was it tenby or the rebels",
        "Was it the rebels or Tenby?",
        "Did the driver have a gun or a phone?",
        "Has the strike been called off or only postponed?",
        "Has the tax been scrapped or postponed?",
        "Is the captain dead or alive?",
        "Did Tenby quit or get fired?",
        "Was the deal approved or rejected?",
        "Did prices rise or fall in Vale?",
        "Was the fire an accident or arson?",
        "Did the mayor vote for or against the bridge?",
        "Did the mayor plead guilty or not guilty?",
        "Is the suspect a man or a woman?",
        "Is there a contract or just a letter of intent?",
        "Did 7 or 8 people die in Vale?",
        "was the ferry going 70 or 106 mph",
        "Is Tenby a victim or a suspect?",
        "Was it the mayor or the captain who paid the fine?",
        "Did the greens win a majority or a minority?",
        "Was the captain drunk or sober?",
    ],
)
def test_which_of_two_is_open(text: str) -> None:
    question = understand(text)
    assert (question.kind, question.asks) == (Kind.OPEN, "matter")
    assert question.canonical.rstrip("?") == text.rstrip("?")


@pytest.mark.parametrize(
    "text",
    [
        "Was anyone killed or injured?",
        "Did any miner win or lose?",
        "Did either Tenby or Marlow win?",
        "Did Tenby or Marlow resign?",
        "Did Tenby or his party win a seat?",
        "Were the ballots tampered with or planted?",
        "Has Tenby been charged with arson or murder?",
        "Did the mayor lose two or three seats?",
        "Did the police find a gun or a knife?",
        "Did the gunman kill himself or others?",
        "Did Tenby live alone or with his parents?",
        "Did the lynx get away from a zoo or a circus?",
        "Is Procter or Gamble in trouble?",
        "Did the mayor resign or not?",
        "Is the captain in jail, yes or no?",
        'Did the mayor say "dead or alive"?',
        "Was it legal or safe?",
        "Tenby quit or was fired",
    ],
)
def test_whether_either_is_so_is_a_yes_or_a_no(text: str) -> None:
    assert understand(text).kind is Kind.POLAR


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Did Tenby quit or was he fired?", "Did Tenby quit or was fired?"),
        ("was tenby sacked or did he resign", "was tenby sacked or resign?"),
        ("Did she jump or was she pushed?", "Did she jump or was pushed?"),
        ("Did the bill pass, or did it fail?", "Did the bill pass or fail?"),
        (
            "did tenby kill himself or was he shot by police",
            "did tenby kill himself or was shot by police?",
        ),
        (
            "Did Tenby take his own life or was he murdered?",
            "Did Tenby take his own life or was murdered?",
        ),
        (
            "Did he die of natural causes or was he poisoned?",
            "Did he die of natural causes or was poisoned?",
        ),
        ("did the gunman act alone or did he have help", "did the gunman act alone or have help?"),
        (
            "Did the thief act alone or with accomplices?",
            "Did the thief act alone or with accomplices?",
        ),
        ("Did they approve or reject the deal?", "Did they approve or reject the deal?"),
    ],
)
def test_two_halves_that_exclude_each_other_ask_once(text: str, canonical: str) -> None:
    question = understand(text)
    assert (question.kind, question.canonical) == (Kind.OPEN, canonical)


@pytest.mark.parametrize(
    "text", ["Did he win or did she lose?", "Did Tenby resign or did he go home?"]
)
def test_two_halves_that_do_not_are_two_questions(text: str) -> None:
    with pytest.raises(QuestionError, match="two questions"):
        understand(text)
