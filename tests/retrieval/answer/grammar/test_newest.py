"""The latest on a matter: among the newest articles that have its words, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from config.settings import SearchSettings
from retrieval.answer.grammar.newest import asks_for_latest
from retrieval.answer.question.question import understand
from tests.retrieval.answer.holding import holding, passages, sources, verbatim

if TYPE_CHECKING:
    from pathlib import Path

    from config.settings import ModelSettings


@pytest.mark.parametrize(
    ("asked", "latest"),
    [
        ("latest on the harbour strike", True),
        ("Any news on the harbour strike?", True),
        ("What's happening with the harbour strike?", True),
        ("What is new with the harbour strike?", True),
        ("Give me an update on the harbour strike", True),
        ("What do we know about the harbour strike?", False),
        ("Tell me about the harbour strike", False),
        ("Tell me about Vale News", False),
        ("Latest news about Vale News", True),
        # That asks for something.
        ("Who won the latest harbour strike?", False),
    ],
)
def test_what_asks_for_the_latest(asked: str, latest: bool) -> None:
    assert asks_for_latest(understand(asked)) is latest


@pytest.mark.parametrize(
    ("asked", "latest"),
    [
        ("Neues zum Streik", True),
        ("Was ist los mit der Fähre?", True),
        ("Was ist über den Streik bekannt?", False),
        ("Quoi de neuf sur la grève ?", True),
        ("Que sait-on de la grève ?", False),
        ("últimas noticias sobre la huelga", True),
        ("¿Qué se sabe de la huelga?", False),
        ("и что с паромом", True),
        ("последние новости о пароме", True),
        ("Что известно о забастовке?", False),
        ("останні новини про страйк", True),
        ("Що пишуть про страйк?", False),
    ],
)
def test_what_asks_for_the_latest_abroad(asked: str, latest: bool) -> None:
    question = understand(asked, ("en", "de", "fr", "es", "ru", "uk"))
    assert question.canonical != question.text
    assert asks_for_latest(question) is latest


def dated(source: str, day: str, told: str) -> str:
    """An article that opens with the harbour strike."""
    head = f"title: Harbour strike, {told}\nsource: {source}\npublished: {day}"
    return f"{head}\n\nThe harbour strike {told}."


OVER_TIME = (
    dated("east", "2021-04-02", "has begun in Linden"),
    dated("north", "2024-03-01", "stopped all ferries"),
    dated("south", "2024-03-09", "was called off by the pilots"),
    dated("west", "2024-03-05", "reached the oil terminal"),
)


def test_the_newest_stand_first_and_what_is_of_another_time_is_left_out(
    tmp_path: Path, models: ModelSettings
) -> None:
    with holding(tmp_path, models, OVER_TIME) as library:
        latest = library.ask("Any news on the harbour strike?")
        known = library.ask("What do we know about the harbour strike?")
        verbatim(library, latest)

    assert [each.source.name for each in passages(latest)] == ["south", "west", "north"]
    assert len(latest.positions) == 1
    assert sources(known) == {"east", "north", "south", "west"}
    # All that is told of a matter is no two answers.
    assert len(known.positions) == 1


def test_the_newest_are_looked_at_where_many_have_the_words(
    tmp_path: Path, models: ModelSettings
) -> None:
    """The older ones say it in the very words of the question, and are twelve."""
    walked = "pilots divers cooks welders clerks guards nurses bakers smiths tailors masons weavers"
    older = [
        dated(f"outlet-{at}", f"2024-01-{at:02}", f"is a harbour strike of {who}, say the {who}")
        for at, who in enumerate(walked.split(), 1)
    ]
    search = SearchSettings(articles=1, sentences=4)
    with holding(tmp_path, models, [*older, *OVER_TIME[1:]], search) as library:
        answer = library.ask("latest on the harbour strike")

    # Four for each article that is looked at.
    assert sources(answer) <= {"outlet-12", "north", "west", "south"}
    assert passages(answer)[0].source.name == "south"
    assert answer.searched.articles == 15


def test_what_has_no_date_is_looked_at_where_there_are_few(
    tmp_path: Path, models: ModelSettings
) -> None:
    undated = "title: Harbour strike\nsource: post\n\nThe harbour strike goes on in Vale."
    with holding(tmp_path, models, [*OVER_TIME, undated]) as library:
        answer = library.ask("latest on the harbour strike")

    assert passages(answer)[-1].source.name == "post"
