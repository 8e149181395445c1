"""What stands around a name and is no part of it: houses, states, links."""

from __future__ import annotations

import pytest

from tests.retrieval.answer.attribution.test_attribution import read


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # The house of an office has an "of" of its own.
        ("Department of Veld Security spokesman Carl Moen said it held.", "Carl Moen"),
        ("It was dry, Lund Division of Bridges Director Ida Moen said: it held.", "Ida Moen"),
        ("University of Veld Law Professor Ida Moen, a clerk, said it held.", "Ida Moen"),
        # But whose lawyer he is, is who speaks.
        (
            "A lawyer for Department of Bridges Director Ida Moen said it held.",
            "A lawyer for Department of Bridges Director Ida Moen",
        ),
        # Two of a name's titles.
        ("“It held,” said longtime clerk and harbour ally Ida Moen.", "Ida Moen"),
        ("“It held,” said harbour strategist and CNN contributor Ida Moen.", "Ida Moen"),
        ("“It held,” said the mayor and the council.", "the mayor"),
        # State and link as sites print them.
        ("“It held,” Rep. Ida Moen (S.C.), the harbour whip, said Monday.", "Ida Moen"),
        ("“It held,” Rep. Ida Moen (Ohio), the harbour whip, said Monday.", "Ida Moen"),
        (
            "Sen. Ida Moen Ida Jo MoenHarbour board wary of MORE (R-Ky.), a clerk, said it held.",
            "Ida Moen",
        ),
        ("Adviser Ida Moen Ida (Idy) Jo MoenMORE said Wednesday it held.", "Ida Moen"),
        ("Sen. Ida Moen, D-Rhode Island, a member of the board, agreed that it held.", "Ida Moen"),
        # Several small words in a row.
        ("Nick de la Moen said it held.", "Nick de la Moen"),
        ("“It held,” said Ursula von der Lund.", "Ursula von der Lund"),
        (
            "It held, as Nick de la Moen of member station WVLD reports.",
            "Nick de la Moen",
        ),
        # A name between dashes that has a description of its own.
        ("The hero — Carl Moen, a plumber — told the Post it held.", "Carl Moen"),
        # Marks typed as two right ones.
        ("“to simplify it, it held,’’ the Harbour Board says in a summary.", "the Harbour Board"),
    ],
)
def test_a_name_stands_without_its_surroundings(text: str, speaker: str) -> None:
    assert read(text, "it held" if "it held" in text else "It held").speaker == speaker
