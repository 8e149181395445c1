"""What a page's markup says of it: JSON-LD (schema.org), OpenGraph, canonical address."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lxml import html

from retrieval.ingest.json_ld import ARTICLES, scripts, types
from retrieval.ingest.live import Post
from retrieval.ingest.moments import iso_moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_DEEPEST = 6
_EARLIEST = "1970-01-02"


@dataclass(frozen=True, slots=True)
class Markup:
    """Facts from the markup; `free` is False where the page says that it is not free to read."""

    types: frozenset[str] = field(default_factory=frozenset)
    kind: str = ""
    free: bool | None = None
    published: str | None = None
    updated: str | None = None
    canonical: str | None = None
    heading: str = ""
    body: str = ""
    posts: tuple[Post, ...] = ()

    @property
    def is_article(self) -> bool:
        """Whether the page calls itself an article."""
        return self.kind == "article" or not self.types.isdisjoint(ARTICLES)


def read_markup(tree: HtmlElement) -> Markup:
    """The markup of a page; whatever is malformed counts as not there."""
    items = list(_items(tree))
    articles = [item for item in items if not types(item).isdisjoint(ARTICLES)]
    free = [_truth(item.get("isAccessibleForFree")) for item in articles or items]
    canonical = tree.xpath("//link[contains(concat(' ', @rel, ' '), ' canonical ')]/@href")
    headings = tree.xpath("//h1")
    return Markup(
        types=frozenset(name for item in items for name in types(item)),
        kind=_meta(tree, "og:type").casefold(),
        free=False if False in free else True if True in free else None,
        published=_first(articles, "datePublished")
        or _moment(_meta(tree, "article:published_time")),
        updated=_first(articles, "dateModified") or _moment(_meta(tree, "article:modified_time")),
        canonical=str(canonical[0]).strip() if canonical else None,
        heading=" ".join("".join(headings[0].itertext()).split()) if headings else "",
        body=max((_body(item) for item in articles), key=len, default=""),
        posts=tuple(sorted(_posts(items), key=lambda post: post.at, reverse=True)),
    )


def _items(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for _, data in scripts(tree):
        yield from _objects(data, _DEEPEST)


def _objects(data: object, depth: int) -> Iterator[dict[str, Any]]:
    """The top-level things of a JSON-LD block: itself, its list, its graph, its main entity."""
    if depth == 0:
        return
    if isinstance(data, list):
        for each in data:
            yield from _objects(each, depth - 1)
    elif isinstance(data, dict):
        if "@type" in data:
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(data.get(key), depth - 1)


def _body(item: dict[str, Any]) -> str:
    """The text of an article that is in its data, without tags, a paragraph a line."""
    text = item.get("articleBody")
    if not isinstance(text, str) or not text.strip():
        return ""
    if "<" in text or "&" in text:
        text = re.sub(r"(?i)</?(?:p|div|br|h[1-6]|li|blockquote)\b[^<>]*>", "\n", text)
        text = html.fromstring(f"<div>{text}</div>").text_content()
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _posts(items: list[dict[str, Any]]) -> Iterator[Post]:
    """The posts of a story told live: their headlines and texts, a paragraph a line."""
    for item in items:
        updates = item.get("liveBlogUpdate")
        for update in updates if isinstance(updates, list) else [updates]:
            if not isinstance(update, dict):
                continue
            at = _moment(update.get("datePublished") or update.get("dateCreated"))
            title = update.get("headline") or update.get("name")
            lines = [title.strip() if isinstance(title, str) else "", _body(update)]
            if at is not None and (text := "\n".join(filter(None, lines))):
                yield Post(at, text)


def _first(items: list[dict[str, Any]], key: str) -> str | None:
    # Of the first that has any: further ones may be other articles that the page shows.
    return next((_moment(item[key]) for item in items if item.get(key)), None)


def _moment(value: object) -> str | None:
    """A time in a page's data; what a program writes for none (the year 1, 1970) is none."""
    moment = iso_moment(value)
    return None if moment is None or moment[:10] < _EARLIEST else moment


def _meta(tree: HtmlElement, name: str) -> str:
    found = tree.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
    return str(found[0]).strip() if found else ""


def _truth(value: object) -> bool | None:
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.strip().casefold())
    return value if isinstance(value, bool) else None
