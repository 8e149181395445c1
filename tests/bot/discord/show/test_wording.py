"""Dates and labels around an answer."""

from __future__ import annotations

import pytest

from bot.discord.language import labels
from bot.discord.show import day, notice
from bot.discord.show.wording import rest
from retrieval.answered import Answer, Kind, Searched


@pytest.mark.parametrize(
    ("published", "language", "shown"),
    [
        ("2024-11-07T09:46:00", "en", "7 Nov 2024"),
        ("2024-11-07", "de", "07.11.2024"),
        ("2024-11-07", "fr", "7 nov. 2024"),
        ("2024-11", "en", "2024-11"),
        ("last week", "en", "last week"),
        (None, "en", "date not known"),
    ],
)
def test_a_day_is_said_as_precisely_as_it_is_known(
    published: str | None, language: str, shown: str
) -> None:
    assert day(published, labels(language)) == shown


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2024-11-07T09:46:00", "7 Nov 2024, 09:46"),
        ("2024-11-07T09:46:00+00:00", "7 Nov 2024, 09:46 UTC"),
        ("2024-11-07", "7 Nov 2024"),
    ],
)
def test_the_time_is_said_where_it_is_asked_for(published: str, shown: str) -> None:
    assert day(published, labels("en"), time=True) == shown


def test_a_notice_is_one_sentence() -> None:
    assert [item.to_component_dict() for item in notice("One moment.").children] == [
        {"type": 10, "content": "One moment."}
    ]


@pytest.mark.parametrize(
    ("unread", "shown"),
    [
        (0, "Searched 2 sources, 30 articles, 400 paragraphs."),
        (
            3,
            (
                "Searched 2 sources, 30 articles, 400 paragraphs. "
                "3 articles of them are in languages that the models do not read."
            ),
        ),
    ],
)
def test_what_the_models_cannot_read_is_said(unread: int, shown: str) -> None:
    searched = Searched(sources=2, articles=30, paragraphs=400, unread=unread)
    answer = Answer(
        question="Did it rain?", kind=Kind.POLAR, covered=True, conflict=False, searched=searched
    )
    assert rest(answer, labels("en")) == [shown]
