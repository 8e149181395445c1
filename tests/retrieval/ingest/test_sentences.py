"""Sentences by offsets: nothing lost, quotations and abbreviations whole."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.ingest.sentences import sentences

WORDS = st.text(alphabet="abcDEF .,!?\n\t\"'“”’()[]…。\u00a0\u200b\u202e\U0001f600")


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@given(st.one_of(st.text(), WORDS), st.text(max_size=5), st.text(max_size=5))
def test_sentences_hold_every_character_but_white_space_between_them(
    text: str, before: str, after: str
) -> None:
    whole = before + text + after
    spans = sentences(whole, len(before), len(before) + len(text))
    at = len(before)
    for start, end in spans:
        assert at <= start < end
        assert not whole[at:start].strip()
        assert whole[start:end] == whole[start:end].strip()
        at = end
    assert at <= len(before) + len(text)
    assert not whole[at : len(before) + len(text)].strip()


@pytest.mark.parametrize(
    "wanted",
    [
        ["“I’m not aware of any plans,” Peskov said.", "“Let’s not forget,” he added."],
        ["The U.S. is an unfriendly country.", "It was reported on Nov. 6, 2024.", "He left."],
        ["“It cannot be.", "It will not be.”", "He went."],
        ['"Is it true?" he asked.', '"No!" she said.'],
        ["(It rained.)", "Then it stopped."],
        ["Ties are at a historic low.", "Dmitry Peskov spoke."],
        ["Mr. Putin met Sen. A. B. Example at 5 p.m. on Friday.", "They spoke."],
    ],
)
def test_quotations_and_abbreviations_do_not_break_sentences(wanted: list[str]) -> None:
    assert split(" ".join(wanted)) == wanted


def test_a_closing_quote_stays_with_its_sentence() -> None:
    assert split("Why? ” Then he left.") == ["Why? ”", "Then he left."]


def test_offsets_count_in_the_whole_text() -> None:
    text = "Title\n\nOne is here. Two is there.\n\nEnd."
    assert [text[start:end] for start, end in sentences(text, 7, 33)] == [
        "One is here.",
        "Two is there.",
    ]


def test_importing_stays_light() -> None:
    heavy = "trafilatura htmldate py3langid charset_normalizer lxml numpy yaml".split()
    code = "import sys, retrieval.ingest.sentences; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not set(heavy) & set(loaded)
