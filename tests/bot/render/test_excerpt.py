"""What of a passage is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bot.render.excerpt import excerpt
from tests.bot.answers import BRIDGE, LINKED, LONG, NORTH, SHORT, passage, passages, quickly

if TYPE_CHECKING:
    from retrieval.answered import Passage


@quickly
@given(passages(), st.booleans())
def test_an_excerpt_is_a_piece_of_the_passage_with_the_whole_span(
    shown: Passage, full: bool
) -> None:
    cut = excerpt(shown, full=full)
    whole = cut.before + cut.span + cut.after
    assert cut.span == shown.span.text
    assert whole in shown.text
    if not cut.cut_before:
        assert shown.text.lstrip().startswith(whole.lstrip()) or not whole.strip()
    if full:
        assert whole == shown.text


@quickly
@given(passages())
def test_what_is_not_shown_is_said_to_be_cut(shown: Passage) -> None:
    cut = excerpt(shown)
    hidden = len(shown.text.strip()) > len((cut.before + cut.span + cut.after).strip())
    assert hidden == (cut.cut_before or cut.cut_after)


def test_a_long_paragraph_is_cut_to_the_sentences_of_the_span() -> None:
    cut = excerpt(passage(NORTH, BRIDGE, LONG, "the ministry told the Gazette", start=50))
    assert cut.before == "“The bridge will open in June,” "
    assert cut.after == " on Thursday."
    assert (cut.cut_before, cut.cut_after) == (True, True)


def test_a_span_that_ends_its_sentence_takes_nothing_after_it() -> None:
    cut = excerpt(passage(NORTH, BRIDGE, LONG, "and the opening has moved twice."))
    assert cut.after == ""
    assert cut.cut_after


def test_a_short_paragraph_is_whole() -> None:
    cut = excerpt(passage(NORTH, BRIDGE, SHORT, "open"))
    assert cut.before + cut.span + cut.after == SHORT
    assert (cut.cut_before, cut.cut_after) == (False, False)


def test_links_that_a_page_set_behind_a_name_are_left_out_and_said_to_be() -> None:
    cut = excerpt(passage(NORTH, BRIDGE, LINKED, LINKED))
    assert cut.span == "President Ida Moen said she will go."
    assert cut.marked(list, "[…]") == ("", "President Ida Moen […] said she will go.", "")
    whole = excerpt(passage(NORTH, BRIDGE, LINKED, LINKED), full=True)
    assert (whole.span, whole.gaps) == (LINKED, ())


def test_a_cut_moves_out_of_the_links() -> None:
    text = f"{LINKED} {LONG} {LONG}"
    cut = excerpt(passage(NORTH, BRIDGE, text, "said she will go.", start=0))
    assert cut.marked(list, "[…]") == ("President Ida Moen […] ", "said she will go.", "")
    rest = excerpt(passage(NORTH, BRIDGE, text, "Lund says no MORE said she will go.", start=0))
    assert rest.marked(list, "[…]") == ("President Ida Moen […]", " said she will go.", "")
