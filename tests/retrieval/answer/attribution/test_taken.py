"""Lives that are claimed, counts that are compared, and what is paid for each: nobody says them."""

from __future__ import annotations

import pytest

from tests.retrieval.answer.attribution.test_attribution import read


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        ("The storm had claimed five lives and flooded Veld.", "claimed five", None),
        ("The fire has claimed at least 42 lives.", "claimed at least", None),
        ("The virus claimed the lives of two clerks.", "claimed the lives", None),
        ("Moen claimed two lives were lost.", "two lives", "Moen"),
        ("Moen claimed five clerks saw it.", "five clerks", "Moen"),
        ("More than ten clerks said it held.", "it held", "More than ten clerks"),
        ("It ended a war in which more than one man claimed to be king.", "It ended", None),
        ("It cost more than the mayor said.", "It cost", None),
        ("It costs $20 per member of the club, which estimates the need.", "It costs", None),
        ("He left for the U.K. Ida Moen fell ill. “It held,” Ida said.", "It held", "Ida"),
    ],
)
def test_who_speaks(text: str, match: str, speaker: str | None) -> None:
    assert read(text, match).speaker == speaker
