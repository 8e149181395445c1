"""The parts of an article that a page keeps in several containers, put together.

Sites cut a long article at its advertisements and give each part the same class. trafilatura takes
the first one alone: on two of 181 pages less than half of the article (docs/articles.md).
"""

from __future__ import annotations

import re
from collections import defaultdict
from copy import deepcopy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CALLED = re.compile(r"article|story|post|entry|content|body|text|chunk|section", re.IGNORECASE)
_NO_BODY = re.compile(
    r"comment|repl(?:y|ies)|review|related|recommend|teaser|card|promo|footer|header|sidebar|nav",
    re.IGNORECASE,
)
_FEWEST_WORDS = 25
_MOST_LINKED = 0.3
# A cell as long as a story lays out a page; one of figures is short.
_CELLS = "//td[string-length(normalize-space()) > $most and (.//br or .//p)]"
_MOST_OF_CELL = 600
_KINDS = ("div", "section")


def as_blocks(tree: HtmlElement) -> None:
    """Make blocks of what an extractor does not know as such: layout tables, a site's own elements.

    Paragraphs in them would run into one.
    """
    for cell in tree.xpath(_CELLS, most=_MOST_OF_CELL):
        for each in (cell, *cell.iterancestors("tr", "tbody", "table")):
            each.tag = "div"
    for own in tree.xpath("//*[contains(local-name(), '-')]"):
        if (own.text or "").strip():
            own.tag = "p" if own.find(".//p") is None else "div"


def put_together(tree: HtmlElement) -> HtmlElement | None:
    """A copy of the page in which the first of several containers holds what all of them do.

    None where no article is in several. What stood between them comes after.
    """
    if not _rows(tree):
        return None
    whole = deepcopy(tree)
    for first, *others in _rows(whole):
        for other in others:
            first.extend(list(other))
    return whole


def _rows(tree: HtmlElement) -> list[list[HtmlElement]]:
    """The containers of each article that is in several."""
    alike: defaultdict[tuple[str, str], list[HtmlElement]] = defaultdict(list)
    # Another headline or article begins where one of these stands.
    article = 0
    within: dict[HtmlElement, int] = {}
    for element in tree.iter("h1", "article", *_KINDS):
        if element.tag in ("h1", "article"):
            article += 1
            continue
        name = element.get("class") or ""
        if _CALLED.search(name) and _is_body(element):
            alike[element.tag, name].append(element)
            within[element] = article
    rows = []
    for row in alike.values():
        first, *others = row
        own = [
            other
            for other in others
            if within[other] == within[first]
            and first not in other.iterancestors()
            and _around(other) is _around(first)
        ]
        if own:
            rows.append([first, *own])
    return rows


def _is_body(element: HtmlElement) -> bool:
    """Whether an element holds paragraphs of prose, and nothing beside an article."""
    if any(
        each.tag in ("aside", "nav", "footer", "header", "li")
        or _NO_BODY.search(f"{each.get('class') or ''} {each.get('id') or ''}")
        for each in (element, *element.iterancestors())
        if each.tag not in ("html", "body")
    ):
        return False
    words = sum(len(each.text_content().split()) for each in element.iterchildren("p"))
    linked = sum(len(each.text_content().split()) for each in element.iterdescendants("a"))
    return words >= _FEWEST_WORDS and linked < _MOST_LINKED * words


def _around(element: HtmlElement) -> HtmlElement | None:
    """The article element that it stands in."""
    return next(element.iterancestors("article"), None)
