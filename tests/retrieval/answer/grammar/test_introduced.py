"""Who somebody is, where nothing else is asked."""

from __future__ import annotations

from contextlib import suppress
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from retrieval.answer.decision.decide import Weights
from retrieval.answer.grammar.introduced import Named, asked_name, introduced, introductions
from retrieval.answer.question.question import understand
from retrieval.errors import QuestionError

WEIGHTS = Weights(np.zeros((0, 0)), np.zeros(0), first=0.3, second=0.5, covered=0.4, against=0.0)
MOEN = Named("Ida Moen", person=True)
SIX = ("en", "de", "fr", "es", "ru", "uk")
PACT = Named("HSA", person=False)


def sentences(*told: tuple[str, str], language: str = "en") -> list[Any]:
    """Sentences of sources."""
    return [
        SimpleNamespace(
            text=text,
            text_before=None,
            language=language,
            coverage=SimpleNamespace(
                held=SimpleNamespace(article=SimpleNamespace(source=SimpleNamespace(id=source)))
            ),
        )
        for source, text in told
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour is closed, said Ida Moen, an engineer in Linden.",
        "Ida Moen, 47, the first woman to run the port, denied it.",
        "Moen, the harbour master of Linden, was not there.",
        "Sen. Ida Moen, D-Vale, voted no.",
        "“No,” said Ida Moen (R-Vale).",
        "Ida Moen — a critic of the port — was not asked.",
        "Ida Moen was the mayor of Linden until May.",
        "They met Linden police chief Ida Moen on Monday.",
        "It was told to Linden Mayor Ida Moen Jr. in May.",
        "On Monday U.S. District Judge Ida Moen ordered a recount.",
        "It was told to Ida Moen, Linden’s deputy mayor, in May.",
    ],
)
def test_a_description_introduces_a_name(text: str) -> None:
    assert introduced(MOEN, text) == 3


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Moen, who heads the union of pilots, has resigned.", 2),
        ("Ida Moen, who has served on the board since May, left.", 2),
        ("It was opened by Senator Moen.", 1),
        # What tells nothing of who she is.
        ("Mr. Moen went home.", 0),
        ("Moen, who did not answer, was there.", 0),
        ("Moen, who said so, was there.", 0),
        ("He came with Ida Moen, the mayor said.", 0),
        ("They named Moen, his friend Odd Lund, and others.", 0),
        ("There is evidence Moen was hurt.", 0),
        ("“Moen is a liar,” said Odd Lund.", 0),
        ("Moen is the one who was attacked.", 0),
        ("Odd Lund, a clerk, wrote to her.", 0),
        # Another of the name.
        ("It was told to Alveda Moen, a clerk in Linden.", 0),
        ("It was opened by Sen. Moen Lund.", 0),
        ("It was opened by the mayor and Senator Moen.", 1),
        ("Nobody was there.", 0),
    ],
)
def test_a_part_in_the_story_tells_less_and_most_tells_nothing(text: str, grade: int) -> None:
    assert introduced(MOEN, text) == grade


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("The Harbour Safety Act (HSA) was passed in May.", 3),
        ("The HSA, a law of 2019, is in force.", 3),
        ("They want to repeal HSA this year.", 0),
        ("Officials enforcing HSA were there.", 0),
    ],
)
def test_a_thing_has_no_title(text: str, grade: int) -> None:
    assert introduced(PACT, text) == grade


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Who is Ida Moen?", "Ida Moen"),
        ("who's ida moen", "ida moen"),
        ("Who was Moen?", "Moen"),
        ("Who is Senator Moen?", "Moen"),
        ("Who is the mayor?", None),
        ("Who is running for mayor?", None),
        ("Who is in Linden?", None),
        ("Who is Ida Moen's lawyer in the case?", None),
        ("Who did Ida Moen call?", None),
        ("Is Ida Moen the mayor?", None),
        # Nobody whom a text names.
        ("Who is odd lund?", None),
        ("Who is Odd Lund?", "Odd Lund"),
        ("Who is responsible?", None),
    ],
)
def test_only_a_name_is_asked_about(asked: str, name: str | None) -> None:
    told = sentences(("a", "Ida Moen is responsible for the port in Linden."))
    found = asked_name(understand(asked), told)
    assert (found and found.name) == name


@given(st.text(max_size=30), st.text(max_size=60))
@example("0_", "")
def test_anything_can_be_asked_about(name: str, text: str) -> None:
    with suppress(QuestionError):
        found = asked_name(understand(f"Who is {name}"), sentences(("a", f"{name} {text}")))
        assert found is None or introduced(found, f"{name} {text}") in range(4)


def test_each_source_is_heard_by_its_fullest_introductions() -> None:
    told = sentences(
        ("post", "Moen, who heads the union, was there."),
        ("post", "It was Ida Moen, a pilot from Linden."),
        ("news", "Moen, who died in May, had known."),
        ("wire", "Senator Moen was there."),
        ("wire", "Moen is a liar, some say."),
        ("star", "Nothing is known of it."),
    )
    decided = np.asarray([(0.1, 0, 0, 0.9)] * len(told), dtype=np.float32)
    question, kept, rows, weights = introductions(
        understand("Who is Ida Moen?"), told, decided, WEIGHTS
    )
    assert [each.text for each in kept] == [told[1].text, told[2].text, told[4].text]
    assert len(rows) == len(kept)
    assert question.asks is None
    assert weights.first <= 0.1
    assert weights.covered <= 0.1


def test_where_nobody_is_introduced_what_names_her_stays() -> None:
    told = sentences(
        ("post", "Ida Moen went home."), ("news", "She went out."), ("wire", "It ended.")
    )
    told[1].text_before = "There was Ida Moen."
    decided = np.asarray([(0.1, 0, 0, 0.9)] * 3, dtype=np.float32)
    asked = understand("Who is Ida Moen?")
    question, kept, rows, weights = introductions(asked, told, decided, WEIGHTS)
    assert (question, weights) == (asked, WEIGHTS)
    assert kept == told[:2]
    assert rows.shape == (2, 4)


@pytest.mark.parametrize(
    "asked", ["Who is Xaver Quist?", "Wer ist Xaver Quist?", "¿Quién es Xaver Quist?"]
)
def test_of_who_is_named_nowhere_nothing_is_shown(asked: str) -> None:
    told = sentences(("post", "Ida Moen went home."))
    decided = np.zeros((1, 4), dtype=np.float32)
    _, kept, rows, _ = introductions(understand(asked, SIX), told, decided, WEIGHTS)
    assert not kept
    assert rows.shape == (0, 4)


@pytest.mark.parametrize(
    ("asked", "text", "language"),
    [
        ("Wer ist Ida Moen?", "It was told to Ida Moen, an engineer in Linden.", "en"),
        ("Кто такая Ида Моэн?", "It was told to Ida Moen, an engineer in Linden.", "en"),
        ("Who is Artur Beketov?", "Приехал российский бизнесмен Артур Бекетов.", "ru"),
        ("who is artur beketov", "Приехал российский бизнесмен Артур Бекетов.", "ru"),
        ("¿Quién es Beketov?", "Приехал российский бизнесмен Артур Бекетов.", "ru"),
    ],
)
def test_any_language_introduces_whom_any_other_asks_for(
    asked: str, text: str, language: str
) -> None:
    told = sentences(("post", text), language=language)
    told += sentences(("post", "Nothing is known of it."))
    decided = np.zeros((2, 4), dtype=np.float32)
    question, kept, _, weights = introductions(understand(asked, SIX), told, decided, WEIGHTS)
    assert [each.text for each in kept] == [text]
    assert question.asks is None
    assert weights.first == 0.0


def test_a_question_for_no_name_stays_as_it_is() -> None:
    told = sentences(("post", "Мигранты и мигранты приехали."), language="ru")
    decided = np.zeros((1, 4), dtype=np.float32)
    asked = understand("Кто такие мигранты?", SIX)
    assert introductions(asked, told, decided, WEIGHTS) == (asked, told, decided, WEIGHTS)
