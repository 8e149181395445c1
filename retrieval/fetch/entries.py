"""What an entry of a feed says of its article: when, by whom, under which title."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime

from lxml import etree, html

from retrieval.fetch.tasks import whole_text
from retrieval.ingest.moments import any_language, iso_moment

_LONGEST_STAMP = 100
_EARLIEST = "1970-01-02"
# A day, a month and a year must be there: "Tue," is no date, and neither is "0".
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LONGEST_TITLE = 300


def moment(value: object) -> str | None:
    """A date of a feed as ISO 8601, in whatever format and language; None for what is none."""
    text = " ".join(str(value or "").split())[:_LONGEST_STAMP]
    if not _YEAR.search(text):
        return None
    found = _mail(text) or iso_moment(text) or any_language(text)
    return found if found is not None and found[:10] >= _EARLIEST else None


def stamp(value: object) -> str:
    """The state of an entry as the feed words it, date or not, without blanks around it."""
    return whole_text(str(value or "")).strip()[:_LONGEST_STAMP]


def line(value: object) -> str | None:
    """A title or name of a feed as one line, without markup; None where it says nothing."""
    if not isinstance(value, str) or not value.strip():
        return None
    text = whole_text(value)
    if "<" in text or "&" in text:
        try:
            text = html.fromstring(f"<p>{text}</p>").text_content()
        except (etree.LxmlError, ValueError):
            return None
    return " ".join(text.split())[:_LONGEST_TITLE] or None


def _mail(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
