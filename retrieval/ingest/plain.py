"""A plain text, clean or a page-to-text dump, to paragraphs and what its head says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.ingest.byline import authors_of, is_byline, moments_of
from retrieval.ingest.clean import article_lines
from retrieval.ingest.details import Details
from retrieval.ingest.units import units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.ingest.live import Post

_NO_HEADLINE_END = re.compile(r"[.:;,…。][\"'”’»)\]]*$")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_CAPTION = re.compile(r"\b(photo|image|getty|reuters|afp|credit)\b|\((l|r)\)", re.IGNORECASE)
_PROSE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_PROSE_WORDS = 6
_LONGEST_HEADLINE = 250
_FEWEST_WORDS, _MOST_WORDS = 3, 30
_HEAD_LINES = 3
# How far above the text its headline may stand.
_REACH = 14


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was read out of a file: the paragraphs in order, and the details it states.

    `posts` are those of a story told live, of which the paragraphs come.
    """

    paragraphs: tuple[str, ...]
    details: Details
    posts: tuple[Post, ...] = ()


def read_plain(text: str) -> Extracted:
    """Cut a text down to its paragraphs; the title, authors and times come from the lines above."""
    lines = units(text)
    kept = [line for line, keep in enumerate(article_lines(lines)) if keep]
    start = _body_start(lines, kept)
    body = [line for line in kept if line >= start]
    if not body:
        return Extracted((), Details())
    title, details = _head(lines[:start], [lines[line] for line in body])
    # A line of nothing but a date is a byline near the top, an entry of a timeline further down.
    paragraphs = tuple(
        lines[line]
        for place, line in enumerate(body)
        if lines[line] != title and (place >= _HEAD_LINES or not is_byline(lines[line]))
    )
    return Extracted(paragraphs, details)


def is_headline(line: str) -> bool:
    """Whether a line could be a headline: one line, some words, no full stop at its end."""
    words = line.split()
    return (
        _FEWEST_WORDS <= len(words) <= _MOST_WORDS
        and len(line) <= _LONGEST_HEADLINE
        and "\n" not in line
        and not _NO_HEADLINE_END.search(line)
        and " | " not in line
        and not _CAPTION.search(line)
        and not is_byline(line)
    )


def _body_start(lines: Sequence[str], kept: Sequence[int]) -> int:
    """The first line of the text proper: kept headlines and bylines at the top are its head."""
    if not kept:
        return len(lines)
    for place, line in enumerate(kept[:-1]):
        if place > _HEAD_LINES or not (is_headline(lines[line]) or is_byline(lines[line])):
            return line
    return kept[-1]


def _head(head: Sequence[str], body: Sequence[str]) -> tuple[str | None, Details]:
    near = list(head[-_REACH:])
    dated = [
        at
        for at, line in enumerate(near)
        if moments_of(line) != (None, None) and not _is_prose(line)
    ]
    signed = [at for at, line in enumerate(near) if is_byline(line)]
    byline = max((at for at in dated if at in signed), default=max([*dated, *signed], default=None))
    headlines = [at for at, line in enumerate(near) if is_headline(line)]
    above = [at for at in headlines if byline is not None and at < byline]
    chosen = above[-1] if above else _closest(near, headlines, body)
    published = updated = None
    authors: tuple[str, ...] = ()
    for at, line in enumerate(near):
        if chosen is not None and at < chosen - 1:
            continue
        # A headline may tell of a day, as any sentence may.
        first, second = (None, None) if at == chosen or _is_prose(line) else moments_of(line)
        # A time of day above the headline is the page's clock, not the article's.
        if chosen is not None and at < chosen and first is not None and "T" in first:
            continue
        published, updated = first or published, second or updated
        authors = authors_of(line) or authors
    title = near[chosen] if chosen is not None else None
    return title, Details(title=title, authors=authors, published=published, updated=updated)


def _is_prose(line: str) -> bool:
    """Whether a line is a sentence, or several, and no byline."""
    return (
        len(line.split()) >= _PROSE_WORDS and not is_byline(line) and bool(_PROSE_END.search(line))
    )


def _closest(near: Sequence[str], headlines: Sequence[int], body: Sequence[str]) -> int | None:
    """The headline that shares the largest part of its words with the text; the lower of two."""
    known = set(_LONG_WORD.findall(" ".join(body).casefold()))

    def shared(at: int) -> float:
        words = set(_LONG_WORD.findall(near[at].casefold()))
        return len(words & known) / (len(words) or 1)

    return max(headlines, key=lambda at: (shared(at), at), default=None)
