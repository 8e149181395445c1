"""Names and nothing else tell nothing."""

from __future__ import annotations

import pytest

from retrieval.answer.names.names_alone import by_names, names_alone
from retrieval.answer.question.question import understand
from retrieval.errors import QuestionError

TEXTS = (
    "On Friday Ida Moen sailed from Vale on a Norland 737.",
    "Yesterday the mayor, Ida Moen, sank the Norland off Vale.",
)


@pytest.mark.parametrize("asked", ["ida moen", "Norland 737 vale", "moen norland", "Ida Moen"])
def test_names_and_numbers_are_names_alone(asked: str) -> None:
    assert names_alone(understand(asked), TEXTS)


@pytest.mark.parametrize(
    "asked",
    [
        "Did Moen sail?",
        "moen sank",
        "ida moen innocent",
        "Moen of Vale",
        "who is moen",
        "vale mayor",
    ],
)
def test_what_tells_or_asks_is_more(asked: str) -> None:
    assert not names_alone(understand(asked), TEXTS)


MANY = (
    "On Friday Moenexit sank, and Moenexit and Vale met the nurse.",
    "He left Moenexit in Vale by the harbour of Vale, and a nurse, and the nurse left.",
)


@pytest.mark.parametrize(
    ("asked", "about"),
    [
        ("moenexit", "what is said about moenexit?"),
        ("Vale", "what is said about Vale?"),
        ("Moenexit Vale", "what is said about Moenexit Vale?"),
        ("vaelxyz", ""),
        ("Did Moenexit sink?", None),
    ],
)
def test_names_alone_ask_for_anything_on_them(asked: str, about: str | None) -> None:
    assert by_names(understand(asked), MANY) == about


@pytest.mark.parametrize("asked", ["nurse", "banana"])
def test_a_common_word_is_no_matter(asked: str) -> None:
    with pytest.raises(QuestionError, match="One word"):
        by_names(understand(asked), MANY)


@pytest.mark.parametrize("asked", ["hello", "Test", "help!", "ok", "why", "moenexit?"])
def test_what_people_say_to_a_bot_is_no_question(asked: str) -> None:
    with pytest.raises(QuestionError, match="One word"):
        understand(asked)
