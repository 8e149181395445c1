"""The same question in other clothes is the same question."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.question.question import understand
from retrieval.answered import Kind
from retrieval.errors import QuestionError

if TYPE_CHECKING:
    from collections.abc import Callable

    from retrieval.answer.question.question import Question

INVENTED = (
    "Did the Pope resign?",
    "Did Marlow Tenby bribe the harbour master?",
    "Was the ferry's captain drunk on Monday night?",
    "Has the US withdrawn from the Vale treaty?",
    "Will US troops leave the island before winter?",
    "Were Tenby and the mayor at the same party?",
    "Who won the election in Vale?",
    "When did the ferry sink?",
    "Where was Tenby arrested in May?",
    "How many people died in the Vale ferry disaster?",
    "What did O'Dowd say about the strike?",
    "Why is the WHO against the vaccine?",
    "In what year did the bridge open?",
    "To whom did the minister sell his shares?",
    "Does anybody deny that the vice-president lied?",
    "The harbour master took the money",
    "Tenby has quit",
    "There was cheating in the Vale vote.",
)
GOLDEN = Path(__file__).parents[5] / "shared" / "golden" / "news.json"


def golden() -> tuple[str, ...]:
    """The questions on real news, where the checkout has them."""
    if not GOLDEN.exists():
        return ()
    events = json.loads(GOLDEN.read_text(encoding="utf-8"))["events"]
    listed = events.values() if isinstance(events, dict) else events
    return tuple(each["question"] for event in listed for each in event["questions"])


def _title(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in text.split())


def _bare(text: str) -> str:
    return text.rstrip("?!. ")


def _uncapitalised(text: str) -> str:
    return text[:1].lower() + text[1:]


CLOTHES: dict[str, Callable[[str], str]] = {
    "lower case": str.lower,
    "capitals": str.upper,
    "a headline's capitals": _title,
    "no mark": _bare,
    "marks": lambda text: f"{_bare(text)} ??!",
    "curly quotes": lambda text: text.replace("'", "’"),
    "in quotes": lambda text: f"“{text}”",
    "spaces": lambda text: f" \t{text.replace(' ', '   ')}\n",
    "so": lambda text: f"So {_uncapitalised(text)}",
    "a greeting": lambda text: f"Hi, {text}",
    "wonder": lambda text: f"Can you tell me: {text}",
    "thanks": lambda text: f"{_bare(text)}? Thanks!",
    "right": lambda text: f"{_bare(text)}, right?",
    "please": lambda text: f"Please tell me, {text}",
}


def _same(one: Question, other: Question) -> None:
    assert other.kind is one.kind
    assert other.asks == one.asks
    assert [term.casefold() for term in other.terms] == [term.casefold() for term in one.terms]
    assert other.canonical.casefold() == one.canonical.casefold()


@given(
    st.sampled_from(INVENTED + golden()),
    st.lists(st.sampled_from(sorted(CLOTHES)), unique=True, max_size=4),
)
def test_clothes_one_over_the_other_change_nothing(text: str, worn: list[str]) -> None:
    dressed = text
    for each in worn:
        dressed = CLOTHES[each](dressed)
    _same(understand(text), understand(dressed))


@pytest.mark.parametrize(
    "text",
    [
        "Please tell me, Hi, How Much Will The Bridge Cost Norland",
        "So how Much Will The Bridge Cost Norland ??!",
        "So hOW MUCH WILL THE BRIDGE COST NORLAND? THANKS!",
    ],
)
def test_capitals_are_read_behind_a_preface(text: str) -> None:
    _same(understand("how much will the bridge cost norland"), understand(text))


@pytest.mark.parametrize("text", ["say or do", "say and do"])
def test_what_somebody_says_or_does_is_asked_by_what_is_said(text: str) -> None:
    asked = understand(f"What did Tenby {text} after the vote?")
    _same(understand("What did Tenby say after the vote?"), asked)


@pytest.mark.parametrize("worn", sorted(CLOTHES))
def test_every_question_is_known_in_every_dress(worn: str) -> None:
    for text in INVENTED:
        _same(understand(text), understand(CLOTHES[worn](text)))


@pytest.mark.parametrize(
    "text",
    [
        "Is it true that the mayor resigned?",
        "is it true the mayor resigned",
        "IS IT TRUE THAT THE MAYOR RESIGNED???",
        "Can you tell me whether the mayor resigned?",
        "I heard that the mayor resigned",
        "I've heard the mayor resigned, is that true?",
        "Somebody told me that the mayor resigned. True?",
        "Hi, do you know if it's true that the mayor resigned?",
        "Did you know that the mayor resigned?",
        "Is there any truth to the rumours that the mayor resigned?",
        "The mayor resigned or is that a lie?",
        "Do you think the mayor resigned?",
        "The mayor resigned, didn't he?",
        "the mayor resigned didn't he",
        "The mayor resigned - right?",
        "The mayor resigned? Really?",
        "Apparently the mayor resigned",
        "So the mayor resigned, yes or no?",
        "Whether or not the mayor resigned",
        "“The mayor resigned”",
        "The mayor resigned",
    ],
)
def test_a_statement_is_found_within_its_preface_and_its_tag(text: str) -> None:
    question = understand(text)
    assert question.canonical.casefold() == "the mayor resigned."
    assert question.kind is Kind.POLAR
    assert [term.casefold() for term in question.terms] == ["mayor", "resigned"]


@pytest.mark.parametrize(
    "text",
    [
        "So did the mayor resign or not?",
        "Question: did the mayor resign?",
        "Did the mayor resign or didn't he?",
        "Please, did the mayor resign?",
        "Did the mayor resign, yes or no?",
        "Did the mayor resign, or is it just fake news?",
        "Did the mayor resign? I hope so.",
        "I wonder: did the mayor resign",
        "Really? Did the mayor resign?",
    ],
)
def test_a_question_is_found_within_its_preface_and_its_tag(text: str) -> None:
    assert understand(text).canonical.casefold() == "did the mayor resign?"


@pytest.mark.parametrize(
    "text",
    [
        "hey did the mayor resign",
        "ok so did the mayor resign",
        "lol did the mayor resign",
        "guys did the mayor resign",
        "hey guys, did the mayor resign",
        "hi all: did the mayor resign",
        "um, did the mayor resign",
        "pls did the mayor resign",
        "@bot did the mayor resign",
        "hey @bot did the mayor resign",
        "just wondering, did the mayor resign",
    ],
)
def test_a_question_to_a_room_is_the_question(text: str) -> None:
    assert understand(text).canonical == "did the mayor resign?"


@pytest.mark.parametrize(
    "text",
    [
        "anyone know why the mayor resigned",
        "hey can someone tell me why the mayor resigned",
        "does anyone have any idea why the mayor resigned?",
        "curious why the mayor resigned",
        "idk why the mayor resigned",
        "lemme know why the mayor resigned",
    ],
)
def test_who_asks_who_knows_asks_it(text: str) -> None:
    assert understand(text).canonical == "why the mayor resigned?"


def test_or_what_is_a_tag() -> None:
    assert understand("so was the captain robbed or what").canonical == "was the captain robbed?"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("whats the motive of the arsonist", "what's the motive of the arsonist?"),
        ("tell me whos behind the fire", "who's behind the fire?"),
        ("wheres the ferry", "where's the ferry?"),
        ("why'd tenby get fired", "why was tenby fired?"),
        ("y was tenby fired", "why was tenby fired?"),
        ("wat did the mayor say", "what did the mayor say?"),
        ("wats the death toll in vale", "what's the death toll in vale?"),
        ("whered the ferry sink", "where did the ferry sink?"),
        ("who'd the mayor fire", "who did the mayor fire?"),
        ("What’d happen if the mayor quit?", "What would happen if the mayor quit?"),
        ("who're the suspects in vale", "who are the suspects in vale?"),
        ("didnt the mayor resign", "did the mayor resign?"),
    ],
)
def test_a_contraction_is_what_it_stands_for(text: str, canonical: str) -> None:
    question = understand(text)
    assert question.canonical == canonical
    assert question.kind is (Kind.POLAR if canonical.startswith("did ") else Kind.OPEN)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Didn't the mayor resign?", "Did the mayor resign?"),
        ("Hasn’t Tenby been fired", "Has Tenby been fired?"),
        ("won't the council vote on it?", "will the council vote on it?"),
        ("Can't the mayor be fired?", "Can the mayor be fired?"),
        ("WON'T THE COUNCIL VOTE ON IT?", "will the council vote on it?"),
        ("DIDN'T THE MAYOR RESIGN?", "did the mayor resign?"),
        ("Don't the farmers want the dam?", "Do the farmers want the dam?"),
        ("Isn't it true that the mayor resigned?", "The mayor resigned."),
        ("Why didn't the mayor resign?", "Why didn't the mayor resign?"),
        ("The mayor didn't resign", "The mayor didn't resign."),
        ("Don't give the farmers the dam", "Don't give the farmers the dam?"),
    ],
)
def test_yes_to_a_negative_question_says_that_it_is_so(text: str, canonical: str) -> None:
    assert understand(text).canonical.lower() == canonical.lower()


@pytest.mark.parametrize(
    "text",
    [
        "Guys were arrested in Vale",
        "Folks did well in Vale",
        "Folks who heard the tape were shocked",
        "Everyone did their best in Vale",
        "Somebody knows who shot the mayor",
        "I don't know who shot the mayor",
        "Not sure, the mayor said in Vale",
        "@mayor is a liar",
        "OK Go won the prize",
        "Hey Jude was the best song",
        "LOL dolls were recalled",
    ],
)
def test_what_begins_like_a_greeting_may_be_a_statement(text: str) -> None:
    assert understand(text).canonical == f"{text}."
    assert understand(text).kind is Kind.POLAR


@pytest.mark.parametrize(
    "text",
    [
        "Is it not true that the mayor resigned?",
        "Was it right that the mayor resigned?",
        "Is the mayor right?",
        "Is he alt-right?",
        "Should the mayor say no?",
        "So far the mayor has won?",
        "Did anybody know who shot the mayor?",
        "The mayor denies that he resigned.",
    ],
)
def test_what_bears_on_the_meaning_stays(text: str) -> None:
    assert understand(text).canonical.rstrip("?.") == text.rstrip("?.")


def test_the_question_shown_is_the_one_that_was_asked() -> None:
    assert understand("  IS IT TRUE  that Tenby quit?? ").text == "IS IT TRUE that Tenby quit??"


@pytest.mark.parametrize("text", ["Was it in the U.S.?", "Was it in the U.S", "was it in the U.S."])
def test_initials_keep_their_last_point(text: str) -> None:
    assert understand(text).terms == ("U.S.",)
    assert understand(text).canonical.casefold() == "was it in the u.s.?"


@given(st.text(max_size=80))
def test_what_is_canonical_is_so_already(text: str) -> None:
    try:
        canonical = understand(text).canonical
    except QuestionError:
        return
    assert understand(canonical).canonical == canonical
