"""Files to drafts: offsets, details, addresses, and errors of one line."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.errors import ArticleError
from retrieval.ingest.details import Details
from retrieval.ingest.plain import Extracted
from retrieval.ingest.read import joined, opening, read_file
from retrieval.ingest.sidecar import load_sidecar

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.model import Draft

LIMIT = 100_000
TEXT = (
    "Rules to be reviewed by the ministry\nBy A. Writer\nNovember 7, 2024 9:46 AM\n\n"
    "The ministry said on Tuesday that it would review the rules before the end of the year.\n\n"
    "Officials who asked not to be named said the talks had been difficult, but useful.\n"
)
SIDECAR = """
[sources.gazette]
name = "Example Gazette"
[articles."a.txt"]
source = "gazette"
title = "A better title"
published = 2024-11-07
"""


def read(path: Path, text: str | bytes, **options: object) -> Draft:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_file(path, max_bytes=LIMIT, root=path.parent)


def test_a_text_becomes_a_draft(tmp_path: Path) -> None:
    draft = read(tmp_path / "a.txt", TEXT)
    article = draft.article
    assert article.title == "Rules to be reviewed by the ministry"
    assert (article.authors, article.published) == (("A. Writer",), "2024-11-07T09:46:00")
    assert [part.number for part in draft.paragraphs] == [1, 2]
    assert article.text.startswith("The ministry said")
    assert (article.path, article.language) == ("a.txt", "en")
    assert (draft.raw, draft.media_type) == (TEXT.encode(), "text/plain")
    source = article.source
    assert (source.id, source.name, source.known) == ("a", "a.txt", False)
    digest = hashlib.sha256(f"a\n{article.text}".encode()).hexdigest()
    assert article.id == digest[:12]


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("https://www.gazette.example/rules", ("gazette-example", "gazette.example", True)),
        (
            "http://live.gazette.example:80/a?b",
            ("live-gazette-example", "live.gazette.example", True),
        ),
        ("HTTPS://Gazette.Example", ("gazette-example", "gazette.example", True)),
        # What is no address of the web says nothing of who published it.
        ("gazette.example/rules", ("b", "b.md", False)),
        ("see below", ("b", "b.md", False)),
        ("https://[", ("b", "b.md", False)),
        ("https://10.0.0.1/rules", ("b", "b.md", False)),
        ("ftp://gazette.example/a", ("b", "b.md", False)),
        ("https://gazette.example@evil/a", ("b", "b.md", False)),
        ("https://gazette.example:x@evil.example/a", ("b", "b.md", False)),
    ],
)
def test_an_address_without_a_source_tells_the_outlet_by_its_host(
    tmp_path: Path, address: str, source: tuple[str, str, bool]
) -> None:
    found = read(tmp_path / "b.md", f"---\nurl: '{address}'\n---\n\n{TEXT}").article.source
    assert (found.id, found.name, found.known) == source
    assert found.url is None or found.url.casefold() in address.casefold()


def test_the_host_of_a_declared_source_is_its_own(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text(
        '[sources.gazette]\nname = "Example Gazette"\nurl = "https://www.gazette.example"\n'
    )
    path = tmp_path / "b.md"
    for line, source in (
        ("url: https://gazette.example/rules", "gazette"),
        ("url: https://other.example/rules", "other-example"),
        ("url: https://gazette.example/rules\nsource: Wire", "wire"),
    ):
        path.write_text(f"---\n{line}\n---\n\n{TEXT}")
        sidecar = load_sidecar(tmp_path / "sources.toml")
        assert read_file(path, sidecar=sidecar, max_bytes=LIMIT).article.source.id == source


def test_the_sidecar_wins_unless_the_text_adds_the_hour(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text(SIDECAR)
    (tmp_path / "a.txt").write_text(TEXT)
    sidecar = load_sidecar(tmp_path / "sources.toml")
    article = read_file(tmp_path / "a.txt", sidecar=sidecar, max_bytes=LIMIT).article
    assert (article.title, article.source.id) == ("A better title", "gazette")
    assert article.published == "2024-11-07T09:46:00"
    (tmp_path / "sources.toml").write_text(SIDECAR.replace("11-07", "11-06"))
    sidecar = load_sidecar(tmp_path / "sources.toml")
    article = read_file(tmp_path / "a.txt", sidecar=sidecar, max_bytes=LIMIT).article
    assert article.published == "2024-11-06"


def test_front_matter_names_the_source_as_the_sidecar_knows_it(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text(SIDECAR)
    (tmp_path / "b.md").write_text(
        "---\nsource: example gazette\n---\n# Title\n\nOne paragraph here.\n"
    )
    sidecar = load_sidecar(tmp_path / "sources.toml")
    article = read_file(tmp_path / "b.md", sidecar=sidecar, max_bytes=LIMIT).article
    assert (article.source.id, article.title, article.text) == (
        "gazette",
        "Title",
        "One paragraph here.",
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.txt",
            "A better title\n\nIt rained.\n\nNobody knew why it had rained on the harbour.\n",
        ),
        ("b.md", "---\ntitle: A better title\n---\n\nA *better* title\n\nIt rained.\n"),
        ("b.md", "---\ntitle: A better title\n---\n\nIt rained.\n\nA better title!\n\nIt did.\n"),
    ],
)
def test_a_copy_of_the_headline_is_no_part_of_the_text(
    tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / "sources.toml").write_text(SIDECAR)
    (tmp_path / name).write_text(text)
    sidecar = load_sidecar(tmp_path / "sources.toml")
    draft = read_file(tmp_path / name, sidecar=sidecar, max_bytes=LIMIT)

    assert draft.article.title == "A better title"
    assert draft.article.text.startswith("It rained.")
    assert "title" not in draft.article.text
    assert draft.article.text[draft.paragraphs[0].start : draft.paragraphs[0].end] == "It rained."


def test_the_clock_of_a_page_is_not_its_date(tmp_path: Path) -> None:
    draft = read(
        tmp_path / "a.txt",
        "December 06, 2025 04:44 am (IST)\n" + TEXT.replace("November 7, 2024 9:46 AM\n", ""),
    )
    assert draft.article.published is None


def test_html_under_another_name_is_still_html(tmp_path: Path) -> None:
    sentence = "<p>" + "The ministry said it would review the rules this year. " * 4 + "</p>"
    draft = read(
        tmp_path / "a.txt",
        f"<!DOCTYPE html><html><body><article>{sentence * 4}</article></body></html>",
    )
    assert draft.media_type == "text/html"
    assert "<p>" not in draft.article.text


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "empty"),
        (b"a\x00b" * 100, "binary"),
        (b"x" * (LIMIT + 1), "larger than 100,000 bytes"),
        (b"*** --- ***\n!!!", "not an article"),
        (b"PK\x03\x04\x14\x00", "a zip file or an office document is not read: unpack it"),
        (rb"{\rtf1\ansi The ferry left.}", "rich text is not read: save it as .txt or .html"),
        (b'{"title": "Ferry", "text": "It left."}', "JSON is not read"),
        (b'[{"title": "Ferry"}]', "JSON is not read"),
        (b'{"title": "Ferry"}\n{"title": "Pier"}\n', "JSON is not read"),
        (b"%PDF-1.7 of a port", "a PDF is not read here"),
        (b'<?xml version="1.0"?>\n<rss version="2.0"></rss>', "a feed is not an article"),
    ],
)
def test_what_cannot_be_an_article_is_one_line(tmp_path: Path, raw: bytes, says: str) -> None:
    with pytest.raises(ArticleError, match=says) as error:
        read(tmp_path / "a.txt", raw)
    assert str(error.value).startswith("a.txt: ")
    assert "\n" not in str(error.value)


def test_missing_files_and_folders_are_one_line(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no such file"):
        read_file(tmp_path / "none.txt", max_bytes=LIMIT)
    with pytest.raises(ArticleError, match="no file"):
        read_file(tmp_path, max_bytes=LIMIT)


@pytest.mark.parametrize("text", ["[Port Alder] The ferry left on Monday.", "{sic} It left."])
def test_a_text_that_begins_with_a_bracket_is_a_text(tmp_path: Path, text: str) -> None:
    assert read(tmp_path / "a.txt", text).article.text == text


def test_a_pdf_is_read_by_who_can_whatever_its_name_ends_in(tmp_path: Path) -> None:
    def pdf(raw: bytes, what: str) -> Extracted:
        return Extracted((f"{what} has {len(raw)} bytes.",), Details(title="Statement"))

    for name in ("a.pdf", "b.txt"):
        (tmp_path / name).write_bytes(b"%PDF-1.7")
        draft = read_file(tmp_path / name, max_bytes=LIMIT, root=tmp_path, pdf=pdf)
        assert draft.article.text == f"{name} has 8 bytes."
        assert (draft.article.title, draft.media_type) == ("Statement", "application/pdf")
    assert read(tmp_path / "c.pdf", TEXT).media_type == "text/plain"


def test_what_cannot_be_kept_is_the_fault_of_one_file(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7")
    half = Extracted(("Half \ud83c of it.",), Details())
    with pytest.raises(ArticleError, match="half of a surrogate pair"):
        read_file(path, max_bytes=LIMIT, pdf=lambda _, __: half)


def test_a_name_that_is_no_text_is_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"ferry\xff.txt")
    path.write_text(TEXT)
    with pytest.raises(ArticleError, match="its name is not UTF-8: rename it first"):
        read_file(path, max_bytes=LIMIT)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_an_unreadable_file_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0)
    with pytest.raises(ArticleError, match="cannot be read"):
        read_file(path, max_bytes=LIMIT)


@given(st.lists(st.text()))
def test_paragraphs_are_verbatim_pieces_of_the_text(parts: list[str]) -> None:
    text, paragraphs = joined(parts)
    wanted = [part.strip() for part in parts if part.strip()]
    assert [text[one.start : one.end] for one in paragraphs] == wanted
    assert [one.number for one in paragraphs] == list(range(1, len(wanted) + 1))


@given(st.text(min_size=1).filter(str.strip))
def test_an_opening_is_a_beginning(text: str) -> None:
    title = opening(text)
    assert len(title) <= 81
    assert " ".join(text.split()).startswith(title.removesuffix("…"))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    raw=st.one_of(
        st.binary(max_size=400),
        st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace")),
    ),
    suffix=st.sampled_from([".txt", ".md", ".html"]),
)
def test_reading_any_bytes_gives_a_sound_draft_or_an_article_error(
    tmp_path: Path, raw: bytes, suffix: str
) -> None:
    try:
        draft = read(tmp_path / f"any{suffix}", raw)
    except ArticleError as error:
        assert "\n" not in str(error)
        return
    text = draft.article.text
    assert draft.raw == raw
    assert draft.article.title
    for part in draft.paragraphs:
        piece = text[part.start : part.end]
        assert piece
        assert piece == piece.strip()
