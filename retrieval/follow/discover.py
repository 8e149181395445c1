"""What can be followed at an address: the feed itself, or what a site names."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from retrieval.errors import ArticleError, FetchError
from retrieval.fetch.addresses import normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from retrieval.fetch.client import Permission
    from retrieval.fetch.pages import Look, Pages
    from retrieval.fetch.robots import Robots

# A site that names more than that is asked no further.
_MOST_TRIED = 5
_MOST_READ = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A feed, news sitemap, index of them or folder, and how many articles it lists now."""

    address: str
    kind: str
    title: str | None
    items: int


def listing(
    pages: Pages,
    address: str,
    *,
    etag: str | None = None,
    modified: str | None = None,
    permission: Permission | None = None,
) -> Look:
    """What a followed address lists, the newest first; an index lists what its sitemaps do.

    Raises FetchError or ArticleError, also for a page that is no feed any more.
    """
    look = pages.listing(address, etag=etag, modified=modified, permission=permission)
    if look.listing is None:
        return look
    if look.listing.kind == "page":
        raise ArticleError(f"{address} is no feed any more.")
    if look.listing.kind == "feed":
        return look
    items = list(look.listing.items)
    for sitemap in _current(look.listing.links):
        below = pages.listing(sitemap, permission=permission).listing
        items += below.items if below is not None else ()
    items.sort(key=lambda item: item.stamp, reverse=True)
    # An index can be as it was while its sitemaps are not, so it is read anew each time.
    known = look if look.listing.kind == "sitemap" else replace(look, etag=None, modified=None)
    return replace(known, listing=replace(look.listing, items=tuple(items)))


def discover(address: str, pages: Pages, robots: Robots) -> Found:
    """What to follow for an address. Raises FetchError or ArticleError where there is nothing."""
    at = normal(address)
    look = pages.listing(at, permission=robots.permission)
    found = _found(at, look, pages, robots)
    if found is not None:
        return found
    feeds = look.listing.links if look.listing is not None else ()
    for named in (feeds, _news_first(robots.sitemaps(look.url))):
        for found in _tried(named, pages, robots):
            return found
    raise ArticleError(
        f"{address} is neither a feed nor names one: give the address of its feed or news sitemap."
    )


def _tried(addresses: Iterable[str], pages: Pages, robots: Robots) -> Iterator[Found]:
    for address in list(addresses)[:_MOST_TRIED]:
        with suppress(FetchError, ArticleError):
            look = pages.listing(address, permission=robots.permission)
            found = _found(address, look, pages, robots)
            if found is not None and found.items:
                yield found


def _found(address: str, look: Look, pages: Pages, robots: Robots) -> Found | None:
    if look.listing is None or look.listing.kind == "page":
        return None
    kind, items = look.listing.kind, look.listing.items
    if kind == "index":
        whole = listing(pages, address, permission=robots.permission).listing
        items = whole.items if whole is not None else ()
    return Found(address, kind, look.listing.title, len(items))


def _current(sitemaps: tuple[str, ...]) -> list[str]:
    """Those of an index that list today's news: by their names, else the first and the last."""
    news = [each for each in sitemaps if "news" in each.casefold()]
    return news[:_MOST_READ] or list(dict.fromkeys((*sitemaps[:1], *sitemaps[-1:])))


def _news_first(sitemaps: list[str]) -> list[str]:
    """Sitemaps of news before those that list a whole archive, which are of no use here."""
    return sorted((each for each in sitemaps if "news" in each.casefold()), key=len)
