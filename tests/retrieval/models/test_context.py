"""What the judge reads of a sentence is the sentence, without what a page set into it."""

from __future__ import annotations

import pytest

from retrieval.models.context import as_read


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (
            "Sen. Ida Moen Ida (Idy) MoenHarbour bill stalls Lund: 'No deal' MORE (R-Ky.) quit.",
            "Sen. Ida Moen (R-Ky.) quit.",
        ),
        (
            "It is Ida Moen Ida Jo Moen2020 rivals wary of harbour vote MORE’s plan.",
            "It is Ida Moen’s plan.",
        ),
        ("Adviser Ida Moen Ida Jo MoenMORE said so.", "Adviser Ida Moen said so."),
        ("Ida Moen said that Ida Moen wants MORE.", "Ida Moen said that Ida Moen wants MORE."),
        ("WHAT THE DEAL, AND WHATEVER MORE IT DOES", "WHAT THE DEAL, AND WHATEVER MORE IT DOES"),
    ],
)
def test_headlines_set_behind_a_name_are_not_read(printed: str, read: str) -> None:
    assert as_read(printed, before=None, title="Vote") == f"Vote ¶ {read}"
    assert as_read("She quit.", before=printed, title="Vote") == f"Vote ¶ {read} ¶ She quit."
