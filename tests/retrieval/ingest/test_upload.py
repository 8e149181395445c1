"""A text that was sent is data: its name is no path, and what it says of itself no proof."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.errors import ArticleError
from retrieval.ingest.upload import read_upload
from retrieval.model import Source

TEXT = "The minister resigned on Monday.\n\nHer deputy takes over until the vote in March."
STATED = (
    "---\nsource: The Daily Planet\nurl: https://planet.example/resigned\n"
    f"title: Minister resigns\n---\n{TEXT}"
)
PLANET = Source(id="the-daily-planet", name="The Daily Planet")
MOST = 10_000


def test_what_a_text_says_of_its_publisher_is_a_name_and_no_more() -> None:
    article = read_upload("notes.md", STATED.encode(), max_bytes=MOST).article
    assert article.source.name == "The Daily Planet"
    assert not article.source.known
    assert article.source.id != PLANET.id
    assert article.url is None
    assert article.title == "Minister resigns"


def test_what_the_sender_vouches_for_is_believed() -> None:
    article = read_upload("notes.md", STATED.encode(), max_bytes=MOST, source=PLANET).article
    assert article.source == PLANET
    assert article.url == "https://planet.example/resigned"


def test_files_of_one_name_are_not_one_source_nor_one_address() -> None:
    one = read_upload("notes.txt", TEXT.encode(), max_bytes=MOST).article
    other = read_upload("notes.txt", TEXT.upper().encode(), max_bytes=MOST).article
    assert one.source.name == other.source.name == "notes.txt"
    assert one.source.id != other.source.id
    assert one.path != other.path
    assert one.id != other.id


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\story.txt", "story.txt"),
        ("..", "text"),
        ("", "text"),
        ("/", "text"),
        ("a" * 300 + ".md", "a" * 97 + ".md"),
        (f"a.{'b' * 300}", "a.bbbbbbbbb"),
    ],
)
def test_a_name_is_its_last_part_and_not_too_long(name: str, kept: str) -> None:
    path = read_upload(name, TEXT.encode(), max_bytes=MOST).article.path
    assert path is not None
    folder, digest, last = path.split("/", 2)
    assert (folder, len(digest)) == ("uploads", 12)
    assert last == kept


@given(name=st.text(max_size=300))
def test_no_name_leads_out_of_the_uploads(name: str) -> None:
    path = read_upload(name, TEXT.encode(), max_bytes=MOST).article.path
    assert path is not None
    parts = path.split("/")
    assert len(parts) == 3
    assert len(parts[2]) <= 100
    assert parts[2] not in ("", ".", "..")
    assert "\\" not in path


def test_the_kind_is_told_from_the_ending_or_the_text() -> None:
    page = (
        "<!doctype html><html><body><article><h1>Minister resigns</h1>"
        + "".join(f"<p>{line} {line} {line}</p>" for line in TEXT.split("\n\n"))
        + "</article></body></html>"
    )
    assert read_upload("page.txt", page.encode(), max_bytes=MOST).media_type == "text/html"
    assert read_upload("page", TEXT.encode(), max_bytes=MOST).media_type == "text/plain"


def test_what_is_too_large_or_no_text_is_refused_by_its_name() -> None:
    with pytest.raises(ArticleError, match=r"^notes\.txt: larger than 10 bytes"):
        read_upload("x/notes.txt", TEXT.encode(), max_bytes=10)
    with pytest.raises(ArticleError, match=r"^photo\.png: "):
        read_upload("photo.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", max_bytes=MOST)
