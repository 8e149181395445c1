"""`whosays sources`, `articles` and `show`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from retrieval.changes import Change, Piece
from retrieval.model import Filter
from tests.bot.answers import LONG, SHORT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bot.cli.conftest import FakeLibrary, Told


def test_sources_are_listed_with_what_is_held_of_each(tell: Callable[..., Told]) -> None:
    code, out, err = tell("sources")
    assert (code, err) == (0, "")
    assert "The North Post\n  1 article, 2 paragraphs, newest 7 November 2024 · north\n" in out
    assert "note-7 (publisher not known)\n  1 article, 1 paragraph · note-7\n" in out


def test_sources_as_json(tell: Callable[..., Told]) -> None:
    data = json.loads(tell("sources", "--json")[1])
    assert data["schema"] == 1
    assert data["sources"][0]["source"]["id"] == "north"
    assert data["sources"][0]["articles"] == 1


def test_articles_are_listed_and_filtered(tell: Callable[..., Told]) -> None:
    out = tell("articles")[1]
    assert "Bridge to open in June, ministry says\n  The North Post · 7 November 2024" in out
    assert "  a1b2c3 · 2 paragraphs\n" in out
    assert "note-7" not in tell("articles", "--source", "north")[1]


def test_articles_as_json(tell: Callable[..., Told]) -> None:
    rows = json.loads(tell("articles", "--json")[1])["articles"]
    assert rows[0]["id"] == "a1b2c3"
    assert rows[0]["source"]["name"] == "The North Post"
    assert rows[0]["paragraphs"] == 2


def test_articles_are_confined_by_words_sources_and_days(
    tell: Callable[..., Told], fake: FakeLibrary
) -> None:
    tell(
        "articles", "bridge", "new toll", "--source", "north", "--since", "2024", "--until",
        "November 2024",
    )  # fmt: skip
    where = Filter(("north",), "2024-01-01", "2024-11-30")
    assert fake.listed == [(where, ("bridge", "new", "toll"))]
    code, _, err = tell("articles", "--since", "2024-12-01", "--until", "2024-11-01")
    assert (code, err) == (2, "whosays: --since 2024-12-01 is later than --until 2024-11-01.\n")
    fake.empty = True
    assert tell("articles", "bridge")[1] == "No article is like that.\n"


def test_a_long_list_is_cut_and_says_so(tell: Callable[..., Told], fake: FakeLibrary) -> None:
    fake.times = 30
    out = tell("articles")[1]
    assert out.count("a1b2c3 · ") + out.count("0789ab · ") == 20
    assert out.endswith("20 of 60 articles; --limit 0 lists all.\n")
    assert tell("articles", "--limit", "0")[1].count("a1b2c3 · ") == 30
    assert tell("articles", "--limit", "1")[1].endswith("1 of 60 articles; --limit 0 lists all.\n")
    assert len(json.loads(tell("articles", "--json")[1])["articles"]) == 60
    assert len(json.loads(tell("articles", "--json", "--limit", "3")[1])["articles"]) == 3


@pytest.mark.parametrize("command", ["sources", "articles"])
def test_an_empty_library_says_so(
    tell: Callable[..., Told], fake: FakeLibrary, command: str
) -> None:
    fake.empty = True
    assert tell(command)[1] == "The library holds no articles.\n"


def test_an_article_is_shown_with_numbered_paragraphs(tell: Callable[..., Told]) -> None:
    code, out, _ = tell("show", "a1b2c3")
    assert code == 0
    assert out.startswith("Bridge to ⟨U+001B⟩[31mopen\nThe North Post · 7 November 2024, 09:46\n")
    assert "By A. Writer\n" in out
    assert "also at texts/001_bridge.txt\n" in out
    assert f"¶ 2 · posted 7 November 2024, 14:35\n│ {SHORT}\n" in out
    assert LONG in " ".join(out.replace("│ ", "").split())


def test_one_paragraph_is_shown(tell: Callable[..., Told]) -> None:
    out = tell("show", "a1b2c3:2")[1]
    assert "¶ 2" in out
    assert "¶ 1" not in out


def test_a_citation_opens_the_version_that_was_quoted(
    tell: Callable[..., Told], fake: FakeLibrary
) -> None:
    fake.version = 3
    now = "Version {} of 3; whosays show a1b2c3@3 opens what it says now.\n"
    assert tell("show", "a1b2c3:2")[1].startswith(now.format(1))
    assert tell("show", "a1b2c3@2:2")[1].startswith(now.format(2))
    assert tell("show", "a1b2c3@3:2")[1].startswith("Bridge")
    assert tell("show", "a1b2c3")[1].startswith("Bridge")
    assert tell("show", "a1b2c3@4")[0] == 2


def test_an_article_as_json_has_its_paragraphs_verbatim(tell: Callable[..., Told]) -> None:
    article = json.loads(tell("show", "a1b2c3", "--json")[1])["article"]
    assert [each["text"] for each in article["paragraphs"]] == [LONG, SHORT]
    assert [each["posted"] for each in article["paragraphs"]] == [None, "2024-11-07T14:35:00"]
    for each in article["paragraphs"]:
        assert article["text"][each["start"] : each["end"]] == each["text"]


@pytest.mark.parametrize("name", ["nope", "a1b2c3:3", "a1b2c3:x", "a1b2c3:²", "a1b2c3:0"])
def test_what_is_not_there_is_bad_input(tell: Callable[..., Told], name: str) -> None:
    code, out, err = tell("show", name)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1


def test_what_changed_is_shown_with_when_that_was_noticed(
    tell: Callable[..., Told], fake: FakeLibrary
) -> None:
    assert "has not changed" in tell("show", "a1b2c3", "--diff")[1]
    pieces = (Piece("kept", "Same."), Piece("removed", "Old\x1b."), Piece("added", "New."))
    fake.changed = (Change("2024-11-08T10:00:00+00:00", "Before", "After", pieces),)
    code, out, _ = tell("show", "a1b2c3", "--diff")
    assert code == 0
    assert "noticed 8 November 2024, 10:00 UTC\n- Before\n+ After\n- Old⟨U+001B⟩.\n+ New.\n" in out
    assert "1 paragraph as before" in out
    (change,) = json.loads(tell("show", "a1b2c3", "--diff", "--json")[1])["changes"]
    assert [piece["kind"] for piece in change["pieces"]] == ["kept", "removed", "added"]
