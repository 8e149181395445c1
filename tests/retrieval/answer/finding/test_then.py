"""Answers as of an earlier day, from articles that were changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval.answered import Answer, Passage
from retrieval.library import Library
from retrieval.model import Filter

if TYPE_CHECKING:
    from pathlib import Path

    from config.settings import Settings

QUESTION = "Did Mayor Anna Corley resign?"
BEFORE = (
    "Mayor Anna Corley will stay in office, the town hall of Port Alder said on Wednesday. "
    "“Anna Corley has not resigned,” her spokesman told reporters."
)
AFTER = "Mayor Anna Corley has resigned, the town hall of Port Alder said on Friday evening."
REST = (
    "The council of Port Alder will meet next week to speak about the budget of the harbour, "
    "which the mayor had promised to publish in the spring."
)
FOOTBALL = (
    "Alder United beat Northgate by three goals to one in the rain, and went to the top of the "
    "league for the first time in eleven years.\n\nTheir coach praised the young goalkeeper."
)
ELSEWHERE = (
    "The mayor of Northgate resigned over the flood, and her town will vote in the spring.",
    "A mayor who resigns in Eastbourne keeps his pension, the court ruled after two years.",
)
OTHER = (
    "Anna Corley resigned as mayor of Port Alder after nine years, her deputy confirmed.\n\n"
    "Fishermen at the quay were surprised, and some of them said that they would miss her."
)


def _add(library: Library, folder: Path, name: str, text: str, **dates: str) -> None:
    facts = "".join(f"{key}: {value}\n" for key, value in dates.items())
    file = folder / name
    title = "Mayor Corley of Port Alder" if "Corley" in text else "News of the day"
    file.write_text(
        f"---\ntitle: {title}\nsource: The {name[:-3]} Post\n{facts}---\n\n{text}\n",
        encoding="utf-8",
    )
    (added,) = library.add([file])
    assert added.outcome in ("added", "updated"), added


def _passages(answer: Answer) -> list[Passage]:
    return [passage for position in answer.positions for passage in position.passages]


@pytest.fixture
def changed(library: Library, tmp_path: Path) -> Library:
    """An article of the 6th that was turned round on the 8th, and one of the 9th."""
    _add(library, tmp_path, "north.md", f"{BEFORE}\n\n{REST}", date="2024-11-06")
    text = f"{AFTER}\n\n{REST}"
    _add(library, tmp_path, "north.md", text, date="2024-11-06", updated="2024-11-08T18:00:00")
    _add(library, tmp_path, "south.md", OTHER, date="2024-11-09")
    return library


def test_an_earlier_day_has_the_words_of_then(changed: Library) -> None:
    now = changed.ask(QUESTION)
    assert now.at is None
    assert {each.source.name for each in _passages(now)} == {"The north Post", "The south Post"}
    assert not any("not resigned" in each.text for each in _passages(now))

    then = changed.ask(QUESTION, where=Filter(at="2024-11-07"))
    assert then.at == "2024-11-07"
    assert _passages(then)
    assert {each.source.name for each in _passages(then)} == {"The north Post"}
    for each in _passages(then):
        assert "not resigned" in each.text or "stay in office" in each.text
        article, _ = changed.show(each.article.id, each.article.version)
        assert article.version == 1
        assert article.text[each.start : each.end] == each.text
    assert then.searched.articles == 1
    assert [each.label for each in then.positions] == ["Says no"]
    assert Answer.from_json(then.to_json()) == then


def test_the_day_of_the_change_has_what_it_said_in_the_end(changed: Library) -> None:
    then = changed.ask(QUESTION, where=Filter(at="2024-11-08"))
    assert {each.text for each in _passages(then)} == {AFTER}


def test_a_page_that_has_moved_on_is_read_as_it_was(settings: Settings, tmp_path: Path) -> None:
    # Two articles are looked at, and both are nearer to the question than what the page says now.
    few = settings.model_copy(update={"search": settings.search.model_copy(update={"articles": 1})})
    with Library.open(few) as library:
        _add(library, tmp_path, "live.md", f"{BEFORE}\n\n{REST}", date="2024-11-06")
        for n, text in enumerate(ELSEWHERE):
            _add(library, tmp_path, f"other{n}.md", text, date="2024-11-05")
        _add(library, tmp_path, "live.md", FOOTBALL, date="2024-11-06", updated="2024-11-08")
        assert not library.ask(QUESTION).covered
        then = library.ask(QUESTION, where=Filter(at="2024-11-07"))
        assert {each.source.name for each in _passages(then)} == {"The live Post"}
        assert all("Corley" in each.text for each in _passages(then))
        assert not library.ask(QUESTION, where=Filter(at="2024-11-08")).covered


def test_a_day_before_everything_finds_nothing(changed: Library) -> None:
    then = changed.ask(QUESTION, where=Filter(at="2024-11-05"))
    assert (then.covered, then.searched.articles, then.at) == (False, 0, "2024-11-05")


def test_words_that_came_in_with_a_change_say_when(changed: Library) -> None:
    found = {each.source.name: each for each in _passages(changed.ask(QUESTION))}
    assert found["The north Post"].appeared == "2024-11-08T18:00:00"
    assert found["The south Post"].appeared is None


def test_words_that_were_always_there_have_no_other_date(library: Library, tmp_path: Path) -> None:
    _add(library, tmp_path, "east.md", f"{AFTER}\n\n{REST}", date="2024-11-06")
    longer = f"{AFTER}\n\n{REST}\n\nThe harbour was closed for the day."
    _add(library, tmp_path, "east.md", longer, date="2024-11-06", updated="2024-11-07")
    (found,) = _passages(library.ask(QUESTION))
    assert (found.article.version, found.appeared) == (2, None)
