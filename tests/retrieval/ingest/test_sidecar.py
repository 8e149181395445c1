"""sources.toml: what it says is used, what it gets wrong is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval.errors import ArticleError
from retrieval.ingest.sidecar import load_sidecar, slug

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """
[sources.gazette]
name = "Example Gazette"
url = "https://gazette.example"
spellings = ["Gazette"]

[sources.unknown]
known = false

[articles."a.txt"]
source = "gazette"
title = "A title"
authors = ["A. Writer"]
published = 2024-11-07
updated = "8 November 2024"
url = "https://gazette.example/a"
language = "en"

[articles."below/b.txt"]
source = "unknown"
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "sources.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_sources_and_articles_are_read(tmp_path: Path) -> None:
    sidecar = load_sidecar(write(tmp_path, GOOD))
    details = sidecar.details(tmp_path / "a.txt")
    assert details.source is not None
    assert details.source.name == "Example Gazette"
    assert (details.title, details.authors) == ("A title", ("A. Writer",))
    assert (details.published, details.updated) == ("2024-11-07", "2024-11-08")
    assert (details.url, details.language) == ("https://gazette.example/a", "en")
    below = sidecar.details(tmp_path / "below" / "b.txt")
    assert below.source is not None
    assert (below.source.name, below.source.known) == ("unknown", False)


def test_a_source_is_found_by_any_of_its_names(tmp_path: Path) -> None:
    sidecar = load_sidecar(write(tmp_path, GOOD))
    names = ("GAZETTE", "example gazette", "gazette")
    assert all(sidecar.source(name) == sidecar.sources["gazette"] for name in names)
    assert sidecar.source("another") is None


def test_files_it_does_not_name_or_cover_have_no_details(tmp_path: Path) -> None:
    sidecar = load_sidecar(write(tmp_path, GOOD))
    assert sidecar.details(tmp_path / "c.txt").source is None
    assert sidecar.details(tmp_path.parent / "a.txt").source is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[source.a]\nname = 'A'", "unknown key 'source'; the nearest is 'sources'"),
        ("[sources.a]\nnaem = 'A'", "unknown key 'naem'; the nearest is 'name'"),
        ("[articles.'a']\npublishd = 2024-11-07", "the nearest is 'published'"),
        ("[sources.abc]\n[articles.'a']\nsource = 'abd'", "the nearest is 'abc'"),
        ("[articles.'a']\npublished = 'soon'", "must be a date"),
        ("[articles.'a']\nauthors = 'A. Writer'", "must be a list"),
        ("[articles.'a']\ntitle = 3", "must be a text"),
        ("[sources.a]\nknown = 'no'", "true or false"),
        ("sources = 3", "table of tables"),
        ("articles.a = 3", "must be a table"),
        ("not toml", "not valid TOML"),
    ],
)
def test_mistakes_are_one_line_that_names_the_place(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ArticleError, match=says) as error:
        load_sidecar(write(tmp_path, text))
    assert "\n" not in str(error.value)
    assert "sources.toml" in str(error.value)


def test_a_missing_sidecar_is_an_article_error(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="cannot be read"):
        load_sidecar(tmp_path / "sources.toml")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("The Example", "the-example"), ("a_B.c", "a_b-c"), ("Правда", "правда"), ("!", "source")],
)
def test_a_slug_is_never_empty(name: str, wanted: str) -> None:
    assert slug(name) == wanted
