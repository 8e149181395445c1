"""When something was published, in words and as precisely as it is known."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retrieval.answered import Passage
    from retrieval.model import ArticleRef

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(published: str | None) -> str:
    """`7 November 2024, 09:46` as precisely as it is known; a form we cannot read as it is."""
    if published is None:
        return "date not known"
    try:
        when = date.fromisoformat(published)
    except ValueError:
        try:
            moment = datetime.fromisoformat(published)
        except ValueError:
            return published
        zone = f" {moment:%Z}" if moment.tzinfo else ""
        return f"{day(moment.date().isoformat())}, {moment:%H:%M}{zone}"
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def dates(article: ArticleRef) -> str:
    """When it was published and, where it was, updated."""
    updated = f" (updated {day(article.updated)})" if article.updated else ""
    return day(article.published) + updated


def when(passage: Passage) -> str:
    """When the passage was published; in a story told live that is its post's time."""
    if passage.posted is None:
        return dates(passage.article)
    story = f", in a story of {dates(passage.article)}" if passage.article.published else ""
    return f"posted {day(passage.posted)}{story}"
