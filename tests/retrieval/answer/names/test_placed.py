"""A place before a name, and a name of two words."""

from __future__ import annotations

import pytest

from retrieval.answer.names.placed import is_place

IN_THE_TOWN = ("The ferry sank in Eastmere.", "Divers went down near Eastmere on Monday.")


@pytest.mark.parametrize(
    ("texts", "language", "place"),
    [
        (IN_THE_TOWN, "en", True),
        (IN_THE_TOWN[:1], "en", False),
        ((*IN_THE_TOWN, "Eastmere Ferries had sold it."), "en", False),
        (("Eastmere paid.", "Nobody at Eastmere paid."), "en", False),
        (IN_THE_TOWN, "de", False),
    ],
)
def test_a_place_is_where_things_happen_and_no_part_of_the_name_behind_it(
    texts: tuple[str, ...], language: str, *, place: bool
) -> None:
    assert is_place("eastmere", "ferries", texts, language) is place
