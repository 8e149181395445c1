"""Bytes to text, or one line that says why not."""

from __future__ import annotations

import pytest

from retrieval.errors import ArticleError
from retrieval.ingest.decode import decode

TEXT = "Ministry “notes” größere Änderungen in Kyjiw.\nA second line follows the first one."


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_encodings_are_read(codec: str) -> None:
    assert decode(TEXT.encode(codec), what="a.txt") == TEXT


def test_latin_text_is_guessed() -> None:
    text = "Die größere Änderung führte über die Brücke nach Österreich, hieß es später. " * 5
    assert decode(text.encode("cp1252"), what="a.txt") == text


def test_the_charset_a_page_declares_is_used() -> None:
    page = '<html><head><meta charset="koi8-r"></head><p>Россия и США</p>'
    assert decode(page.encode("koi8-r"), what="a.html", html=True) == page


def test_newlines_become_one_kind() -> None:
    assert decode(b"one\r\ntwo\rthree\n", what="a.txt") == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"text with a \x00 in it", "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe\x9c" * 20, "binary"),
        (b"\xff\xfea", "not valid"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(raw: bytes, says: str) -> None:
    with pytest.raises(ArticleError, match=says) as error:
        decode(raw, what="a.txt")
    assert "\n" not in str(error.value)
    assert str(error.value).startswith("a.txt: ")
