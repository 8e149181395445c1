"""Sentences of pages that lost the white space between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.ingest.glued import back, spaced
from retrieval.ingest.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "wanted",
    [
        ["He left town, they said.", "CNN and others told of six men.", "It was late."],
        ["It rained in Idaho.", "The five men left St.Louis on Aug. 26.", "They came back."],
        ['"It is over."', "One of them laughed.", '"He walked off," said Bo Roe.', "She stayed."],
        ["“It is over.”", "One of them laughed.", "“He walked off,” she said."],
        ['He wrote: "Walk off into Pakistan."', "Roe left his camp on June 30."],
        ["Why did he go?", "Nobody knows, officials said."],
    ],
)
def test_sentences_end_where_no_white_space_follows(wanted: list[str]) -> None:
    assert split("".join(wanted)) == wanted


def test_a_mark_that_is_missing_turns_round_no_other() -> None:
    # The first quotation goes on in what was the next paragraph, and is not closed before it.
    text = (
        'Roe told a paper, "We kept watch."It cost lives."Another man said, "It did," and left.'
        '"I was angry then," said Bo Li, who was there.'
    )
    assert split(text)[-1] == '"I was angry then," said Bo Li, who was there.'


@pytest.mark.parametrize(
    "text",
    [
        "See healthcare.Gov for it, or write to Roe.News@example.Com today.",
        "They use node.JS and asp.NET, e.g.Django, made by LaBrea.Media in St.Louis.",
        "It is at https://example.org/done.Here or on example.Co.UK again.",
    ],
)
def test_an_address_or_a_name_with_a_full_stop_stays_whole(text: str) -> None:
    assert split(text) == [text]


@given(st.text(alphabet='abcD .?"“”1'))
def test_offsets_come_back(text: str) -> None:
    apart, spaces = spaced(text)
    kept = [at for at in range(len(apart)) if at not in spaces]
    assert "".join(apart[at] for at in kept) == text
    assert [back(at, spaces) for at in kept] == list(range(len(text)))
