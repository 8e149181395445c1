"""Whose the articles are that somebody adds: the publisher named with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.library import Library
    from retrieval.model import Source

STORY = """Harbour strike ends after nine days

Dock workers in Port {town} returned to work on Friday after their union accepted a pay offer.

Trade through the harbour had stopped for {days} days, and shops in {town} were short of fruit.
"""


def _add(library: Library, folder: Path, town: str, source: str) -> Source:
    path = folder / f"{town}.txt"
    path.write_text(STORY.format(town=" ".join([town] * 12), days=len(town)), "utf-8")
    (added,) = library.add([path], source=source)
    assert added.source is not None
    return added.source


def test_the_publisher_can_be_named(library: Library, tmp_path: Path) -> None:
    source = _add(library, tmp_path, "Alder", "The Alder Gazette")
    assert (source.id, source.known) == ("the-alder-gazette", True)


def test_publishers_with_names_in_other_letters_are_two(library: Library, tmp_path: Path) -> None:
    first = _add(library, tmp_path, "Alder", "Ольховый вестник")
    second = _add(library, tmp_path, "Birch", "Берёзовая правда")
    assert first.id != second.id
    assert {row.source.name for row in library.sources()} == {first.name, second.name}


@pytest.mark.parametrize("again", ["the alder gazette", "the-alder-gazette", " The Alder Gazette "])
def test_a_publisher_held_keeps_its_name_however_it_is_given(
    library: Library, tmp_path: Path, again: str
) -> None:
    source = _add(library, tmp_path, "Alder", "The Alder Gazette")
    assert _add(library, tmp_path, "Birch", again) == source


@pytest.mark.parametrize("name", ["", "  ", "—!"])
def test_a_source_without_a_name_is_refused(library: Library, tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY, "utf-8")
    with pytest.raises(InputError, match="names no source"):
        list(library.add([path], source=name))
    with pytest.raises(InputError, match="names no source"):
        list(library.fetch(["https://alder.example/a"], source=name))
    assert library.articles() == []
