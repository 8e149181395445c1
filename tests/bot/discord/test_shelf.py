"""The lists of the library in memory: read when it has changed, and only then."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.discord.press import Press
from bot.discord.shelf import Shelf, tag
from retrieval.library import Library

if TYPE_CHECKING:
    import pytest

STORY = b"""The council of Port Alder met on Monday about the harbour bridge.

It voted for a new one, to be finished by May, and thanked its engineers for their plans."""


async def test_lists_are_newest_first_and_read_once_a_change(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = []
    sources = Library.sources

    def counted(self: Library) -> object:
        reads.append(1)
        return sources(self)

    monkeypatch.setattr(Library, "sources", counted)
    shelf = Shelf(library)
    assert (await shelf.held()).articles == 0
    old = b"---\npublished: 2023-01-01\n---\n" + STORY
    new = b"---\npublished: 2024-01-01\n---\nThe mayor resigned.\n\nHer deputy takes over in March."
    library.add_upload("old.md", old, source="The Old Paper")
    library.add_upload("new.md", new, source="The New Paper")
    held = await asyncio.gather(*(shelf.held() for _ in range(5)))
    assert [row.source.name for row in held[0].sources] == ["The New Paper", "The Old Paper"]
    assert held[0].articles == 2
    assert len(reads) == 2


async def test_hidden_sources_are_left_out_and_not_counted(library: Library) -> None:
    library.add_upload("a.md", STORY, source="The Paper")
    held = await Shelf(library).held()
    assert held.but(()) is held
    rest = held.but(["the-paper"])
    assert (rest.sources, rest.articles) == ((), 0)
    assert held.but(["another"]).sources == held.sources


def test_any_source_fits_a_button() -> None:
    for identifier in ("ibns", "Ü" * 300, "", "\ud800", "a:b,c"):
        press = Press("articles", tag(identifier))
        assert len(press.custom_id) <= 100
    assert tag("a") != tag("b")
