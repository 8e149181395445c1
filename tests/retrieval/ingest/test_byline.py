"""Lines that say who wrote an article and when."""

from __future__ import annotations

import pytest

from retrieval.ingest.byline import authors_of, is_byline, moments_of


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("by Martin Fornusek November 7, 2024 9:46 AM 2 min read", ("Martin Fornusek",)),
        ("By A. Writer and B. Scribe", ("A. Writer", "B. Scribe")),
        ("Written by A. Writer | Example Gazette", ("A. Writer",)),
        ("By the time the votes were counted, it was late.", ()),
        ("By Monday the talks had failed and both sides had left the city for good.", ()),
        ("Bystanders watched", ()),
    ],
)
def test_names_are_read_from_bylines_only(line: str, names: tuple[str, ...]) -> None:
    assert authors_of(line) == names


@pytest.mark.parametrize(
    ("line", "moments"),
    [
        (
            "Published: Nov 7, 2024 | Updated: Nov 8, 2024 10:00",
            ("2024-11-07", "2024-11-08T10:00:00"),
        ),
        ("Last updated 8 November 2024", (None, "2024-11-08")),
        ("No date", (None, None)),
    ],
)
def test_published_and_updated_are_told_apart(
    line: str, moments: tuple[str | None, str | None]
) -> None:
    assert moments_of(line) == moments


def test_a_sentence_with_a_date_is_no_byline() -> None:
    assert is_byline("Nov 07, 2024, at 09:56 pm")
    assert not is_byline("The summit opened on Nov 7, 2024 in a city by the sea, officials said.")
