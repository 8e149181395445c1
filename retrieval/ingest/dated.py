"""When a page says that its article was published: never from the running text."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import html

from retrieval.ingest.byline import is_byline, moments_of
from retrieval.ingest.moments import iso_moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

# What an element is called that holds a date, a byline or a dateline.
_CALLED = re.compile(
    r"date|publish|posted|pubtime|byline|dateline|timestamp|(?:^|[^a-z])time(?:$|[^a-z])",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|mp4)\b", re.IGNORECASE)
_NOT_ITS_OWN = (
    "ancestor-or-self::*[self::aside or self::nav or self::footer or "
    "contains(@class, 'related') or contains(@class, 'comment') or contains(@id, 'comment')]"
)
_LONGEST = 160
_DEEPEST_BYLINES, _PROSE_WORDS = 20, 20


def published(tree: HtmlElement, url: str | None = None) -> str | None:
    """The day or minute a page gives for its article, as ISO 8601; None where it gives none.

    Metadata, the address, `time` and the like, then a byline below the headline; not JSON-LD.
    """
    from htmldate import find_date  # noqa: PLC0415 slow to import
    from trafilatura.settings import set_date_params  # noqa: PLC0415

    skeleton = _skeleton(tree)
    found = find_date(skeleton, url=url, **set_date_params(extensive=False))
    return iso_moment(found) or next(_bylines(tree), None)


def _skeleton(tree: HtmlElement) -> HtmlElement:
    """A page of what holds dates and nothing else: htmldate ends by searching all text it gets."""
    page = html.document_fromstring("<html><head></head><body></body></html>")
    head, body = page
    # Without JSON-LD: what it says of the article is read before, and the rest is of other things.
    for each in tree.xpath("//meta | //link[@rel='canonical']"):
        # The address of a picture tells when the picture was taken in.
        if not _PICTURE.search(each.get("content") or ""):
            head.append(_alone(each))
    for each in tree.xpath("//body//time | //body//abbr | //body//*[@class or @id or @itemprop]"):
        if each.tag not in ("time", "abbr"):
            names = " ".join(each.get(name) or "" for name in ("class", "id", "itemprop"))
            if not _CALLED.search(names):
                continue
        text = each.text_content()
        if len(text) <= _LONGEST and not each.xpath(_NOT_ITS_OWN):
            body.append(_alone(each))
    return page


def _alone(element: HtmlElement) -> HtmlElement:
    copied = deepcopy(element)
    copied.tail = None
    return copied


def _bylines(tree: HtmlElement) -> Iterator[str]:
    """The times of lines that hold nothing but names and dates, right around the headline."""
    headings = tree.xpath("//h1")
    if not headings:
        return
    blocks = headings[0].xpath("following::*[self::p or self::div or self::span][not(p or div)]")
    for block in blocks[:_DEEPEST_BYLINES]:
        line = " ".join(block.text_content().split())
        if len(line.split()) >= _PROSE_WORDS:
            # Where the text has begun, a line with a date is a part of it.
            return
        if line and is_byline(line) and not block.xpath(_NOT_ITS_OWN):
            moment = moments_of(line)[0]
            if moment is not None:
                yield moment
