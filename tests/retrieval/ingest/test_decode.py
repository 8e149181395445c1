"""Bytes to text, or one line that says why not."""

from __future__ import annotations

import pytest

from retrieval.errors import ArticleError
from retrieval.ingest.decode import _nearly_utf8, decode

TEXT = "Ministry “notes” größere Änderungen in Kyjiw.\nA second line follows the first one."


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_encodings_are_read(codec: str) -> None:
    assert decode(TEXT.encode(codec), what="a.txt") == TEXT


def test_latin_text_is_guessed() -> None:
    text = "Die größere Änderung führte über die Brücke nach Österreich, hieß es später. " * 5
    assert decode(text.encode("cp1252"), what="a.txt") == text


@pytest.mark.parametrize(
    "text", [TEXT, "Городской совет закрыл старый мост, сообщил мэр. “Да” — да"]
)
@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_text_that_was_cut_in_its_last_letter_keeps_the_others(text: str, cut: int) -> None:
    raw = f"{text} “It is over”".encode()
    assert decode(raw[:-cut], what="a.txt") == f"{text} “It is over"
    assert decode(f"{text} да".encode()[:-1], what="a.txt") == f"{text} д"


def test_a_few_bytes_of_windows_in_utf_8_are_what_they_are_there() -> None:
    raw = f"{TEXT}\n{TEXT}\n".encode() + b"It\x92s a caf\xe9."
    assert decode(raw, what="a.txt") == f"{TEXT}\n{TEXT}\nIt’s a café."


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("gbk", "市议会星期二决定关闭旧桥，市长说。工程师五月就警告说，两根柱子不牢固。"),
        ("shift_jis", "市議会は火曜日に古い橋を閉鎖することを決めたと市長が述べた。"),
        ("euc-kr", "시의회는 화요일에 낡은 다리를 폐쇄하기로 결정했다고 시장이 말했다."),
        ("cp1251", "Городской совет закрыл мост «Южный», сообщил мэр — об этом в №5. "),
    ],
)
def test_other_encodings_are_not_taken_for_utf_8(codec: str, text: str) -> None:
    assert _nearly_utf8((text * 5).encode(codec)) is None


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
