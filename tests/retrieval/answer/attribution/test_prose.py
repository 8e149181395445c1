"""Sentences and quotations."""

from __future__ import annotations

import pytest

from retrieval.answer.attribution.prose import quotations, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("The U.S. Senate met on Nov. 6. It rose.", ["The U.S. Senate met on Nov. 6.", "It rose."]),
        ("“Why?” Moen asked. “Why not?”", ["“Why?” Moen asked.", "“Why not?”"]),
        ("“No,” she said. “Never.”", ["“No,” she said.", "“Never.”"]),
        ("Sen. Ida E. Moen left.", ["Sen. Ida E. Moen left."]),
        ("It grew 3.5 percent", ["It grew 3.5 percent"]),
        (" ", []),
    ],
)
def test_sentences_end_where_a_reader_says(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no” and “yes”.", ["“no”", "“yes”"]),
        ('He said "no".', ['"no"']),
        ("It ran: «no».", ["«no»"]),
        ("He said 'never again' twice.", ["'never again'"]),
        ("The officials’ words didn’t help.", []),
        ("He said “no.", ["“no."]),
        ("“She said ‘no’ to me,” he said.", ["“She said ‘no’ to me,”"]),
    ],
)
def test_quotations_are_found_with_their_marks(text: str, expected: list[str]) -> None:
    assert [text[mark.start : mark.end] for mark in quotations(text)] == expected


def test_a_quotation_without_an_end_is_open() -> None:
    assert [mark.closed for mark in quotations("“One” and “two")] == [True, False]
