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


PAGE = """<html lang="en"><head><title>{title}</title>
<meta property="og:site_name" content="{name}">
<link rel="canonical" href="{url}"></head><body><article><h1>{title}</h1><p>{text}</p></article>
</body></html>"""


def _page(folder: Path, town: str, name: str, url: str) -> None:
    text = STORY.format(town=" ".join([town] * 12), days=len(town)).partition("\n\n")[2]
    body = text.replace("\n\n", "</p><p>")
    (folder / f"{town}.html").write_text(
        PAGE.format(title=f"Strike in {town} ends", name=name, url=url, text=body), "utf-8"
    )


def _text(folder: Path, town: str, name: str) -> None:
    text = STORY.format(town=" ".join([town] * 12), days=len(town))
    (folder / f"{town}.md").write_text(f"---\nsource: {name}\n---\n{text}", "utf-8")


def test_a_corrected_name_stays_when_files_are_added_again(
    library: Library, tmp_path: Path
) -> None:
    _page(tmp_path, "Alder", "ALDER.EXAMPLE", "https://alder.example/strike")
    _text(tmp_path, "Birch", "Birch Web")
    list(library.add([tmp_path]))
    library.rename("alder-example", "The Alder Gazette")
    library.rename("birch-web", "The Birch Post")
    again = list(library.add([tmp_path]))
    assert [each.outcome for each in again] == ["unchanged"] * 2
    assert {row.source.name for row in library.sources()} == {"The Alder Gazette", "The Birch Post"}


def test_pages_of_one_host_do_not_change_its_name_in_turn(library: Library, tmp_path: Path) -> None:
    _page(tmp_path, "Alder", "Gazette News", "https://gazette.example/strike")
    _page(tmp_path, "Birch", "Gazette Sport", "http://www.gazette.example/sport/strike")
    list(library.add([tmp_path]))
    assert [each.outcome for each in library.add([tmp_path])] == ["unchanged"] * 2
    assert [row.source.name for row in library.sources()] == ["Gazette News"]


@pytest.mark.parametrize("apart", [True, False])
@pytest.mark.parametrize("first", ["Alder", "Birch"])
def test_a_page_and_a_text_of_one_name_are_of_one_source(
    library: Library, tmp_path: Path, first: str, *, apart: bool
) -> None:
    _page(tmp_path, "Alder", "The Gazette", "https://gazette.example/strike")
    _text(tmp_path, "Birch", "The Gazette")
    files = [tmp_path / "Alder.html", tmp_path / "Birch.md"]
    files.sort(key=lambda path: path.stem != first)
    for some in [[file] for file in files] if apart else [files]:
        list(library.add(some))
    (row,) = library.sources()
    assert (row.articles, row.source.url) == (2, "https://gazette.example")


def test_what_a_sidecar_calls_a_source_stands(library: Library, tmp_path: Path) -> None:
    _page(tmp_path, "Alder", "The Gazette", "https://gazette.example/strike")
    list(library.add([tmp_path]))
    (tmp_path / "sources.toml").write_text(
        '[sources.gazette]\nname = "The Gazette"\n[articles."Alder.html"]\nsource = "gazette"\n'
    )
    list(library.add([tmp_path]))
    assert [row.source.id for row in library.sources()] == ["gazette"]


def test_letters_that_json_writes_in_halves_are_whole(library: Library, tmp_path: Path) -> None:
    _text(tmp_path, "Alder", r'"Bridge \ud83c\udf09 Times"')
    _text(tmp_path, "Birch", r'"Half \ud83c Times"')
    assert [each.outcome for each in library.add([tmp_path])] == ["added"] * 2
    assert {row.source.name for row in library.sources()} == {"Bridge 🌉 Times", "Half � Times"}
