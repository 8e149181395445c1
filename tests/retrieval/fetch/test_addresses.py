from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.errors import FetchError
from retrieval.fetch.addresses import host_of, is_address, normal


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ("https://News.Example/a", "https://news.example/a"),
        ("HTTPS://news.example", "https://news.example/"),
        ("https://news.example:443/a#top", "https://news.example/a"),
        ("http://news.example:8080/a?id=7&x=%20y", "http://news.example:8080/a?id=7&x=%20y"),
        ("https://news.example/a?utm_source=rss&id=7&fbclid=x", "https://news.example/a?id=7"),
        ("https://münchen.example/ä", "https://xn--mnchen-3ya.example/ä"),
        ("http://[::1]:80/", "http://[::1]/"),
    ],
)  # fmt: skip
def test_an_address_has_one_spelling(given_: str, kept: str) -> None:
    assert normal(given_) == kept
    assert normal(kept) == kept


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "ftp://news.example/", "gopher://127.0.0.1/_x", "//news.example/",
        "news.example/a", "https://", "https://user:secret@news.example/", "https://a.example/a b",
        "https://news.example/\r\nHost: x", "https://news.example:99999/", "https://[::1/",
        "javascript:alert(1)", "https://" + "a" * 3000, "http://\x00/",
    ],
)  # fmt: skip
def test_anything_else_is_refused_without_repeating_a_password(address: str) -> None:
    with pytest.raises(FetchError) as caught:
        normal(address)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.text(max_size=60).map("https://news.example/".__add__) | st.text(max_size=60))
def test_whatever_it_is_it_is_refused_or_stays_as_it_was_made(text: str) -> None:
    try:
        once = normal(text)
    except FetchError:
        return
    assert normal(once) == once
    assert host_of(once)
    assert is_address(once)
