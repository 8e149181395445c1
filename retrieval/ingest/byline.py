"""Lines that say who wrote an article and when."""

from __future__ import annotations

import re

from retrieval.ingest.moments import find_moment

_BY = re.compile(r"^\W{0,3}(?:written\s+)?(?:by|author:?)\s+(?P<names>\S.*)$", re.IGNORECASE)
_LABEL = re.compile(r"\b(published|posted|updated|last modified|modified|date)\b\W*", re.IGNORECASE)
_UPDATED = re.compile(r"\b(updated|modified)\b", re.IGNORECASE)
_AFTER_NAMES = re.compile(r"[|•·\d(@]|\s[-–—]\s|\b(published|posted|updated)\b", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:\s+[\w.'’-]+){0,4}")
_MINUTES = re.compile(r"\b\d+ ?-?min(?:ute)?s?(?: read)?\b", re.IGNORECASE)
_MONTH_AT_END = re.compile(
    r"\s*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?$", re.IGNORECASE
)
# A byline is short: beside names, dates and labels few words may remain.
_MOST_REST = 4
_LONGEST = 160


def authors_of(line: str) -> tuple[str, ...]:
    """The names of a line that begins with "by"; empty where it names nobody."""
    found = _BY.match(line) if len(line) <= _LONGEST else None
    if found is None:
        return ()
    names = _MONTH_AT_END.sub("", _AFTER_NAMES.split(found["names"])[0].strip(" ,.;:"))
    parts = [part.strip(" .") for part in _BETWEEN_NAMES.split(names) if part.strip(" .")]
    if not parts or not all(_NAME.fullmatch(part) for part in parts):
        return ()
    return tuple(parts)


def moments_of(line: str) -> tuple[str | None, str | None]:
    """When a byline or dateline says the article was published and updated, as ISO 8601."""
    if len(line) > _LONGEST:
        return None, None
    published = updated = None
    rest = line
    while (found := find_moment(rest)) is not None:
        moment, start, end = found
        if _UPDATED.search(rest[:start]):
            updated = updated or moment
        else:
            published = published or moment
        rest = rest[end:]
    return published, updated


def is_byline(line: str) -> bool:
    """Whether a line holds nothing but names, dates, reading time and their labels."""
    if len(line) > _LONGEST or "\n" in line:
        return False
    if authors_of(line):
        return True
    rest, dated = line, False
    while (found := find_moment(rest)) is not None:
        dated = True
        rest = rest[: found[1]] + " " + rest[found[2] :]
    rest = _MINUTES.sub(" ", _LABEL.sub(" ", rest))
    return dated and len(re.findall(r"\w+", rest)) <= _MOST_REST
