"""Marks for characters that no place can show."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.safe import is_safe, mark, mark_line, mark_pieces, unmark
from tests.bot.answers import hostile

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
SCOTLAND = "\U0001f3f4" + "".join(chr(0xE0000 + ord(c)) for c in "gbsct") + "\U000e007f"


@given(hostile | st.text(st.characters(exclude_categories=())))
def test_unmark_gives_back_what_was_marked(text: str) -> None:
    assert unmark(mark(text)) == text
    assert unmark(mark_line(text)) == text
    assert unmark(mark(text, also="⟦⟧")) == text


@given(hostile | st.text(st.characters(exclude_categories=())))
def test_nothing_unsafe_remains(text: str) -> None:
    marked = mark(text)
    assert is_safe(marked)
    for character in marked:
        assert unicodedata.category(character) not in ("Cs", "Zl", "Zp")
        if unicodedata.category(character) == "Cc":
            assert character in "\n\t"
    assert not set(mark_line(text)) & {"\n", "\t", "\r"}


# Two letters of Hangul are blank by design and get a mark.
visible = st.characters(
    categories=("L", "N", "P", "S", "Zs"), max_codepoint=0x2000, exclude_characters="\u115f\u1160"
)


@given(st.text(visible))
def test_visible_text_stays_as_it_is(text: str) -> None:
    assert mark(text) == text


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("\u180b\u180b", "⟨U+180B⟩⟨U+180B⟩"),
        ("a\x1b[31mb", "a⟨U+001B⟩[31mb"),
        ("a\u202egnp", "a⟨U+202E⟩gnp"),
        ("\u2066a\u2069", "⟨U+2066⟩a⟨U+2069⟩"),
        ("a\u200bb", "a⟨U+200B⟩b"),
        ("a\u00adb", "a⟨U+00AD⟩b"),
        ("a\U000e0041b", "a⟨U+E0041⟩b"),
        ("\ud83d", "⟨U+D83D⟩"),
        ("a\rb", "a⟨U+000D⟩b"),
        ("a\u2028b", "a⟨U+2028⟩b"),
        ("\ufeffa", "⟨U+FEFF⟩a"),
        ("a\u200db", "a⟨U+200D⟩b"),
        ("a\ufe0f", "a⟨U+FE0F⟩"),
        ("\U0001f3f4\U000e0067\U000e007f", "\U0001f3f4⟨U+E0067⟩⟨U+E007F⟩"),
        ("⟨U+202E⟩", "⟨U+27E8⟩U+202E⟩"),
    ],
)
def test_what_cannot_be_shown_is_marked(text: str, marked: str) -> None:
    assert mark(text) == marked


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",  # Persian: ZWNJ between letters
        "क\u094d\u200dष",  # Devanagari: ZWJ after a virama
        "ක\u0dca\u200dර",  # Sinhala
        FAMILY,
        "❤\ufe0f\u200d\U0001f525",
        "\U0001f469\U0001f3fd\u200d\U0001f680",  # with a skin tone
        "1\ufe0f\u20e3",
        SCOTLAND,
        "葛\U000e0100城",  # a variant of an ideograph
        "one\n\ttwo\u00a0three",
    ],
)
def test_what_the_writing_needs_stays(text: str) -> None:
    assert mark(text) == text


def test_a_second_joiner_in_a_row_is_marked() -> None:
    assert mark("می\u200c\u200cخ") == "می⟨U+200C⟩⟨U+200C⟩خ"


def test_a_line_has_no_line_feeds() -> None:
    assert mark_line("a\nb\tc") == "a⟨U+000A⟩b⟨U+0009⟩c"


def test_characters_that_a_place_uses_itself_are_marked() -> None:
    assert mark("a⟦b", also="⟦") == "a⟨U+27E6⟩b"


def test_a_mark_across_two_pieces_is_not_taken_for_ours() -> None:
    assert mark_pieces(["a⟨", "U+202E⟩"]) == ["a⟨U+27E8⟩", "U+202E⟩"]


@given(st.lists(hostile, max_size=4))
def test_pieces_read_as_the_whole(pieces: list[str]) -> None:
    marked = mark_pieces(pieces)
    assert "".join(marked) == mark("".join(pieces))
    assert len(marked) == len(pieces)
