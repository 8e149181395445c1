"""Front matter: read where it is, left alone where it is something else."""

from __future__ import annotations

import pytest

from retrieval.errors import ArticleError
from retrieval.ingest.front_matter import split_front_matter


def test_every_key_is_read_and_the_rest_is_the_text() -> None:
    details, rest = split_front_matter(
        "---\nTitle: 'A: title'\nauthors: [A. Writer, B. Scribe]\ndate: 2024-11-07 09:46:00\n"
        "updated: 2024-11-08\nsource: Example Gazette\nurl: https://gazette.example/a\n"
        "language: en\nlayout: post\n---\nBody.",
        what="a.md",
    )
    assert rest == "Body."
    assert details.source is not None
    assert (details.source.id, details.source.name) == ("example-gazette", "Example Gazette")
    assert (details.title, details.authors) == ("A: title", ("A. Writer", "B. Scribe"))
    assert (details.published, details.updated) == ("2024-11-07T09:46:00", "2024-11-08")
    assert (details.url, details.language) == ("https://gazette.example/a", "en")


def test_published_wins_over_date_and_one_author_is_a_list() -> None:
    details, _ = split_front_matter(
        "---\ndate: 2024-01-01\npublished: 2024-11-07\nauthor: A. Writer\n---\n", what="a.md"
    )
    assert (details.published, details.authors) == ("2024-11-07", ("A. Writer",))


@pytest.mark.parametrize(
    "text",
    ["No front matter.", "---\njust a rule\n---\nText.", "---\n\n---\nText", "---\n: [\n---\n"],
)
def test_a_rule_is_not_front_matter(text: str) -> None:
    details, rest = split_front_matter(text, what="a.md")
    assert rest == text
    assert details.title is None


@pytest.mark.parametrize(
    ("block", "says"),
    [
        ("title: [a", "not valid YAML"),
        ("title: [a, b]", "title in the front matter"),
        ("authors: 3", "authors in the front matter"),
        ("date: soon", "must be a date"),
    ],
)
def test_mistakes_are_named_in_one_line(block: str, says: str) -> None:
    with pytest.raises(ArticleError, match=says):
        split_front_matter(f"---\n{block}\n---\nText.", what="a.md")
