"""How an article is cited."""

from __future__ import annotations

from bot.render import cited
from tests.bot.answers import NORTH, POLAR, UNKNOWN


def test_an_unknown_publisher_is_said_to_be_one() -> None:
    assert cited.publisher(UNKNOWN) == "note-7 (publisher not known)"
    assert cited.publisher(NORTH) == "The North Post"


def test_copies_are_listed_once_an_article() -> None:
    assert [article.id for article, _, _ in cited.copies(POLAR)] == ["a1b2c3"]
