"""What a law, group, treaty or company is."""

from __future__ import annotations

import pytest

from retrieval.answer.grammar.introducing import DESCRIBED, INTRODUCED, TITLED
from retrieval.answer.grammar.things import Thing, asked_thing
from retrieval.answer.question.question import understand


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("He left the Harbour Trust, a group of pilots in Vale.", INTRODUCED),
        ("He left the Harbour Trust — a group of pilots.", INTRODUCED),
        ("The Harbour Trust (HT), one of the oldest in Vale, left.", INTRODUCED),
        ("He left the Harbour Trust, the largest group of pilots in Vale.", INTRODUCED),
        ("Money went to the Harbour Trust, Ida Moen's pilot group.", INTRODUCED),
        ("The Harbour Trust is a group of pilots.", INTRODUCED),
        ("Dr. Odd Lund of Harbour Trust, a group of pilots, left.", INTRODUCED),
        ("The Harbour Trust was founded by pilots.", INTRODUCED),
        ("The Harbour Trust requires pilots to sail.", INTRODUCED),
        ("A group of pilots called the Harbour Trust left.", INTRODUCED),
        ("According to the Harbour Trust, a group of pilots, nobody left.", INTRODUCED),
        ("He left the Harbour Trust, which trains pilots.", DESCRIBED),
        ("He left the Harbour Trust, which would train pilots.", DESCRIBED),
        ("The rich pilot group Harbour Trust left.", TITLED),
        ("Odd Lund of the Harbour Trust, a lawyer in Vale, left.", 0),
        ("He left the Harbour Trust, a refusal that hurt pilots.", 0),
        ("The Harbour Trust left.", 0),
        ("They have called the Harbour Trust twice.", 0),
        ("He left the Harbour Trust, which Moen leads.", 0),
        ("He left the Harbour Trust, which is disturbing.", 0),
        ("Leaving the Harbour Trust is a mistake.", 0),
        ("The Harbour Trust is a key part of Vale.", 0),
        ("Under the Harbour Trust, a court may fine pilots.", 0),
        ("At the Harbour Trust, the number of pilots fell, they said.", 0),
        ("He met the Harbour Trust, the mayor and the pilots.", 0),
        ("The Vale Harbour Trust is a group of pilots.", 0),
        ("“The Harbour Trust is a group of pirates,” Moen said.", 0),
    ],
)
def test_how_fully_a_sentence_says_what_it_is(text: str, grade: int) -> None:
    assert Thing("Harbour Trust").told(text) == grade


def test_letters_stand_for_the_name_in_full() -> None:
    texts = ["He left the HSA.", "The Harbour Safety Act is a law on piers."]
    thing = asked_thing(understand("What is the HSA?"), texts)
    assert thing == Thing("HSA", ("Harbour Safety Act",))
    assert thing.told(texts[1]) == INTRODUCED


@pytest.mark.parametrize(
    "asked", ["What is the Harbour Trust?", "what's harbour trust", "What was the Harbour Trust?"]
)
def test_a_name_alone_asks_what_it_is(asked: str) -> None:
    texts = ["The Harbour Trust left."]
    thing = asked_thing(understand(asked), texts)
    assert thing is not None
    assert thing.name.lower() == "harbour trust"


@pytest.mark.parametrize(
    "asked",
    [
        "What is the harbour for?",
        "What is Moen's plan?",
        "What is Moen doing?",
        "What is the death toll?",
        "What is the Harbour Trust accused of?",
        "Who is Ida Moen?",
    ],
)
def test_other_questions_ask_for_no_thing(asked: str) -> None:
    assert (
        asked_thing(understand(asked), ["The harbour, its death toll and the plan left."]) is None
    )
