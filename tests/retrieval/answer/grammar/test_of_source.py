"""Which source alone a question asks."""

from __future__ import annotations

import pytest

from retrieval.answer.grammar.of_source import of_source
from retrieval.answer.question.question import understand
from retrieval.model import Filter

SOURCES = {"vale post": "vale-post", "dome": "thedome-example"}


@pytest.mark.parametrize(
    ("text", "source", "canonical"),
    [
        ("What does the Vale Post say about the row?", "vale-post", "what is said about the row?"),
        ("According to the Vale Post, is the strike over?", "vale-post", "is the strike over?"),
        ("What does The Dome say about the row?", "thedome-example", "what is said about the row?"),
        # A mayor of that name is heard, and no outlet.
        ("What does Dome say about the row?", None, "What does Dome say about the row?"),
        ("What did Ida Moen say about the row?", None, "What did Ida Moen say about the row?"),
        ("Is the strike over?", None, "Is the strike over?"),
    ],
)  # fmt: skip
def test_a_source_that_is_asked_is_chosen(text: str, source: str | None, canonical: str) -> None:
    asked, where = of_source(understand(text), Filter(), lambda name: SOURCES.get(name.lower()))
    assert where.sources == (() if source is None else (source,))
    assert asked.canonical == canonical
    assert asked.text == text


def test_where_others_are_chosen_all_stays_as_it_is() -> None:
    asked, where = understand("What does the Vale Post say about it all?"), Filter(sources=("a",))
    assert of_source(asked, where, lambda _: "vale-post") == (asked, where)


@pytest.mark.parametrize(
    ("text", "source", "canonical"),
    [
        ("Was schreibt die Vale Post über Moen?", "vale-post", "was wird gesagt über Moen?"),
        ("Que dit la Vale Post sur Moen ?", "vale-post", "que dit-on sur Moen?"),
        ("¿Qué dice la Vale Post sobre la huelga?", "vale-post", "qué se dice sobre la huelga?"),
        ("Was sagt Moen über den Streik?", None, "Was sagt Moen über den Streik?"),
    ],
)  # fmt: skip
def test_in_other_languages_as_well(text: str, source: str | None, canonical: str) -> None:
    languages = ("en", "de", "fr", "es")
    asked, where = of_source(
        understand(text, languages), Filter(), lambda name: SOURCES.get(name.lower())
    )
    assert where.sources == (() if source is None else (source,))
    assert asked.canonical == canonical
