"""RSS, Atom and JSON feeds, news sitemaps, and the feeds a home page names: inside the worker."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree, html

from retrieval.errors import ArticleError, FetchError
from retrieval.fetch.addresses import is_address, joined
from retrieval.fetch.entries import line, moment, stamp
from retrieval.fetch.tasks import Item, Listing, whole_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from retrieval.fetch.tasks import Feed

# More than the largest news sitemap may hold (1,000) and than any feed does.
_MOST_ENTRIES = 2000
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_FEEDS = "application/rss+xml application/atom+xml application/feed+json application/json".split()
_ROOTS = ("rss", "feed", "rdf")


class _Entry(NamedTuple):
    """An entry as the feed has it, of whatever types."""

    link: object
    stamp: object
    title: object
    author: object
    published: object


def read_feed(feed: Feed, body: bytes) -> Listing:
    """What an address lists. Raises ArticleError for what lists nothing that can be followed."""
    start = body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start in (b"{", b"["):
        return _json_feed(feed, body)
    _refuse_entities(feed, body)
    root = _root(body)
    if root == "urlset":
        return _sitemap(feed, body)
    if root == "sitemapindex":
        return Listing("index", None, links=_urls(feed.url, _texts(_xml(feed, body), "loc")))
    if root in _ROOTS:
        return _feed(feed, body)
    return _page(feed, body)


def _feed(feed: Feed, body: bytes) -> Listing:
    # Here rather than above: the reader of pages seldom needs it.
    import feedparser  # noqa: PLC0415

    # A stream: of bytes, feedparser would first ask whether they name a file to open.
    try:
        parsed = feedparser.parse(
            io.BytesIO(body),
            sanitize_html=False,
            resolve_relative_uris=False,
            response_headers={"content-type": _content_type(feed), "content-location": feed.url},
        )
    except (ValueError, LookupError) as error:
        # It trusts the name of the encoding, among others.
        raise ArticleError(f"{feed.url} is a feed that cannot be read.") from error
    items = (
        # Not by its own `get`, which takes one for the other and warns of it.
        _Entry(
            entry.get("link") or _whole(entry.get("id")),
            dict.get(entry, "updated", entry.get("published")),
            entry.get("title"),
            entry.get("author"),
            entry.get("published") or dict.get(entry, "updated"),
        )
        for entry in parsed.entries
    )
    return Listing("feed", _line(parsed.feed.get("title")), _items(feed.url, items))


def _json_feed(feed: Feed, body: bytes) -> Listing:
    try:
        data = json.loads(body)
        entries = data["items"]
        items = [
            _Entry(
                each.get("url") or _whole(each.get("id")),
                each.get("date_modified") or each.get("date_published"),
                each.get("title"),
                _json_author(each),
                each.get("date_published"),
            )
            for each in entries[:_MOST_ENTRIES]
        ]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ArticleError(f"{feed.url} is not a feed.") from error
    return Listing("feed", _line(data.get("title")), _items(feed.url, items))


def _sitemap(feed: Feed, body: bytes) -> Listing:
    tree = _xml(feed, body)
    items = []
    for url in tree.iterfind("{*}url"):
        when = _texts(url, "lastmod") or _texts(url, "publication_date")
        said = [*_texts(url, "publication_date"), None][0]
        title = [*_texts(url, "title"), None][0]
        items += [
            _Entry(place, when[0] if when else None, title, None, said)
            for place in _texts(url, "loc")[:1]
        ]
    names = _texts(tree, "name")
    return Listing("sitemap", _line(names[0]) if names else None, _items(feed.url, items))


def _page(feed: Feed, body: bytes) -> Listing:
    """The feeds that a page's head names, in its order."""
    try:
        tree = html.document_fromstring(body)
    except (etree.LxmlError, ValueError) as error:
        raise ArticleError(f"{feed.url} is neither a feed nor a page that names one.") from error
    found = [
        str(link.get("href"))
        for link in tree.iterfind(".//link[@href]")
        if "alternate" in (link.get("rel") or "").casefold().split()
        and (link.get("type") or "").casefold().strip() in _FEEDS
        # Wordpress offers its interface of programs under the type of JSON.
        and "wp-json" not in str(link.get("href"))
    ]
    title = tree.findtext(".//title")
    return Listing("page", _line(title), links=_urls(feed.url, found))


def _whole(identifier: object) -> str | None:
    """An entry's id where it is an address, for entries without a link."""
    return identifier if isinstance(identifier, str) and is_address(identifier) else None


def _json_author(entry: dict[str, object]) -> object:
    """The name of a JSON Feed's author, of version 1 or 1.1."""
    authors = entry.get("authors")
    first = authors[0] if isinstance(authors, list) and authors else entry.get("author")
    return first.get("name") if isinstance(first, dict) else None


def _items(base: str, found: Iterable[_Entry]) -> tuple[Item, ...]:
    items: dict[str, Item] = {}
    for entry in found:
        for url in _urls(base, [entry.link]):
            item = Item(
                url,
                stamp(entry.stamp),
                line(entry.title),
                line(entry.author),
                moment(entry.published),
            )
            items[url] = _together(items[url], item) if url in items else item
        if len(items) >= _MOST_ENTRIES:
            break
    return tuple(items.values())


def _together(first: Item, other: Item) -> Item:
    """Two entries of one page, as a story told live has one for each post.

    It was published with its first post, and is new with each, wherever in the feed that stands.
    """
    states = [first.stamp.partition("\n")[0], other.stamp]
    return replace(
        first,
        stamp="\n".join(dict.fromkeys(filter(None, states))),
        published=min(filter(None, (first.published, other.published)), key=_utc, default=None),
    )


def _utc(moment: str) -> datetime:
    when = datetime.fromisoformat(moment)
    return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)


def _urls(base: str, links: Iterable[object]) -> tuple[str, ...]:
    """Addresses as `normal` gives them, each once; what is none is left out."""
    found: dict[str, None] = {}
    for link in links:
        if isinstance(link, str) and link.strip():
            try:
                found[joined(base, link)] = None
            except FetchError:
                continue
    return tuple(found)[:_MOST_ENTRIES]


def _root(body: bytes) -> str:
    """The name of the root element, in lower case and without its namespace."""
    start = body[:100_000].replace(b"\x00", b"")
    text = re.sub(rb"<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>\[]*>", b"", start, flags=re.DOTALL)
    found = re.match(rb"\W*<(?:[\w.-]+:)?([\w.-]+)", text)
    return found[1].decode("ascii", "replace").casefold() if found else ""


def _xml(feed: Feed, body: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        tree = etree.fromstring(body, parser)
    except (etree.LxmlError, ValueError) as error:
        raise ArticleError(f"{feed.url} is a sitemap that cannot be read.") from error
    if tree is None:
        raise ArticleError(f"{feed.url} is a sitemap that cannot be read.")
    return tree


def _refuse_entities(feed: Feed, body: bytes) -> None:
    """No feed needs entities of its own; they are how XML is made to swell or to read files."""
    if _ENTITY.search(body.replace(b"\x00", b"")):
        raise ArticleError(f"{feed.url} is not read: it declares entities, as no feed needs to.")


def _texts(tree: etree._Element, name: str) -> list[str]:
    return [text for each in tree.iter(f"{{*}}{name}") if (text := (each.text or "").strip())]


def _content_type(feed: Feed) -> str:
    kind = feed.media_type or "application/xml"
    return f"{kind}; charset={feed.charset}" if feed.charset else kind


def _line(text: object) -> str | None:
    return " ".join(whole_text(text).split())[:200] or None if isinstance(text, str) else None
