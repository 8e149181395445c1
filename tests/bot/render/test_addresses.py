"""Which addresses may become links."""

from __future__ import annotations

import pytest
from hypothesis import given

from bot.render.addresses import web_link
from tests.bot.answers import hostile


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//x.example", "/x", "http://", "", None,
            "http://[", "file:///etc/passwd"],
)  # fmt: skip
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert web_link(url) is None


def test_an_address_is_encoded_and_what_is_encoded_stays() -> None:
    assert web_link('https://x.example/a b/ü%20?q=1&r=<>"#t') == (
        "https://x.example/a%20b/%C3%BC%20?q=1&r=%3C%3E%22#t"
    )


def test_what_browsers_pass_over_before_an_address_is_no_part_of_it() -> None:
    assert web_link("\x01 https://x.example/ \x1f") == "https://x.example/"


@given(hostile)
def test_every_link_begins_as_one_of_the_web(text: str) -> None:
    assert (web_link(text) or "http://").startswith(("http://", "https://"))
    link = web_link(f"\x01 {text}https://x.example/")
    assert (link or "http://").startswith(("http://", "https://"))


@given(hostile)
def test_no_text_breaks_out_of_a_link(text: str) -> None:
    link = web_link(f"https://x.example/{text}")
    if link is not None:
        assert link.isascii()
        assert not set(link) & set(' <>"\\\n\t`')
