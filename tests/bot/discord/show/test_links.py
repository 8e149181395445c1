"""Addresses for link buttons, and the text fragments that lead to the passage."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.show.links import passage_address, web_address
from retrieval.answered import Passage, Span
from tests.bot.answers import BRIDGE, LONG, NORTH, hostile, passage

MARK = "#:~:text="


def told(text: str, span: str, url: str = "https://north.example/a") -> Passage:
    return passage(NORTH, replace(BRIDGE, url=url), text, span, start=100)


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://north.example/a?b=c&d#e", "https://north.example/a?b=c&d#e"),
        ("HTTP://North.Example:8080/A b", "http://north.example:8080/A%20b"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("https://north.example/a%20b", "https://north.example/a%20b"),
        ("https://north.example/[a]", "https://north.example/%5Ba%5D"),
        ("https://north.example/#x:~:text=old", "https://north.example/#x"),
    ],
)
def test_an_address_of_the_web_is_written_in_ascii(url: str, address: str) -> None:
    assert web_address(url) == address


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "north.example/a",
        "javascript:alert(1)",
        "ftp://north.example/",
        "discord://-/settings",
        "file:///etc/passwd",
        "https://",
        "https://localhost/",
        "https://north/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://reuters.example@evil.example/",
        "https://a:b@evil.example/",
        "https://north.example:99999/",
        "https://north..example/",
        "https://-north.example/",
        "https://north.example\\@evil.example/",
        "https://north.example/" + "a" * 500,
    ],
)
def test_anything_else_is_no_link(url: str | None) -> None:
    assert web_address(url) is None


@given(hostile | st.text())
def test_whatever_is_given_an_address_is_safe_to_send(text: str) -> None:
    for url in (text, f"https://{text}", f"https://north.example/{text}"):
        address = web_address(url)
        assert address is None or re.fullmatch(
            r"https?://[a-z0-9.:-]+(/[!-~]*|\?[!-~]*|#[!-~]*)?", address
        )
        assert address is None or len(address) <= 512


def test_a_short_span_is_named_whole() -> None:
    address = passage_address(
        told("He said no. She said: yes-and, no & more. So.", "She said: yes-and, no & more.")
    )
    assert address == (
        f"https://north.example/a{MARK}She%20said%3A%20yes%2Dand%2C%20no%20%26%20more."
    )


def test_a_long_span_is_named_by_its_ends() -> None:
    address = passage_address(told(LONG, LONG)) or ""
    start, end = address.removeprefix(f"https://north.example/a{MARK}").split(",")
    assert LONG.startswith(unquote(start))
    assert LONG.endswith(unquote(end))
    assert len(unquote(start).split()) == 8


def test_an_address_with_a_fragment_keeps_it() -> None:
    address = passage_address(told("Yes, he did.", "Yes, he did.", "https://north.example/a#top"))
    assert address == "https://north.example/a#top:~:text=Yes%2C%20he%20did."


def test_a_span_within_words_and_lines_names_whole_words_of_one_line() -> None:
    assert passage_address(told("unbelievable words here", "believable words he")) == (
        f"https://north.example/a{MARK}words"
    )
    assert passage_address(told("one two\nthree four", "two\nthree")) == (
        f"https://north.example/a{MARK}two"
    )


@pytest.mark.parametrize("length", [200, 300, 360, 440, 500])
def test_it_is_shortened_until_it_fits(length: int) -> None:
    url = "https://north.example/" + "a" * (length - 22)
    text = "Президент поздравил избранного президента с победой на выборах, сообщили в среду. " * 3
    address = passage_address(told(text, text.strip(), url)) or ""
    assert address.startswith(url)
    assert len(address) <= 512
    assert (MARK in address) == (length <= 300)
    if MARK in address:
        first, last = (unquote(part) for part in address.split(MARK)[1].split(","))
        assert text.startswith(first)
        assert text.strip().endswith(last)


def test_no_address_no_link_and_no_words_no_fragment() -> None:
    assert passage_address(told("Yes.", "Yes.", "seeds/000.txt")) is None
    nowhere = replace(told("Yes.", "Yes."), span=Span(0, 0, ""))
    assert passage_address(nowhere) == "https://north.example/a"
