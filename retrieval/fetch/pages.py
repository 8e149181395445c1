"""An address to a draft or a listing: fetched here, read by the worker."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self, TypeVar

from pydantic import TypeAdapter, ValidationError

from retrieval.errors import ArticleError
from retrieval.fetch.client import NOT_MODIFIED, Fetcher
from retrieval.fetch.tasks import Feed, Listing, Page, Read, whole_text
from retrieval.fetch.worker import Workers
from retrieval.ingest.details import Details
from retrieval.ingest.hosts import site_of
from retrieval.ingest.plain import Extracted
from retrieval.ingest.read import article_id, joined, opening
from retrieval.ingest.sidecar import slug
from retrieval.model import Article, Draft, Source

if TYPE_CHECKING:
    from config.coverage import FetchSettings
    from retrieval.fetch.client import Permission

_FEED_TYPES = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
    "text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1"
)
_READ, _LISTING = TypeAdapter(Read), TypeAdapter(Listing)
_Known = TypeVar("_Known", Read, Listing)


@dataclass(frozen=True, slots=True)
class Look:
    """What a feed said; `listing` is None where it has not changed since `etag` or `modified`."""

    listing: Listing | None
    url: str
    etag: str | None
    modified: str | None


class Pages:
    """Reads articles and listings from addresses; may be used from several threads."""

    def __init__(
        self, settings: FetchSettings, *, most_bytes: int, fetcher: Fetcher | None = None
    ) -> None:
        self.fetcher = fetcher or Fetcher(settings, most_bytes=most_bytes)
        self._workers = Workers(settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections and end the worker."""
        self.fetcher.close()
        self._workers.close()

    def check(self) -> str:
        """Read a page without an address; raises WhosaysError where the process does not start."""
        with suppress(ArticleError):
            self._workers.read(Page("check", "check", "text/html"), b"<p>")
        return "in a process of its own"

    def article(self, address: str, *, permission: Permission | None = None) -> Draft:
        """The article at an address; its source is named by the page and known by its host.

        Raises FetchError where it cannot be fetched, ArticleError where it is no article.
        """
        fetched = self.fetcher.get(address, permission=permission)
        task = Page(fetched.asked, fetched.url, fetched.media_type, fetched.charset)
        read = _checked(_READ, self._workers.read(task, fetched.body), fetched.url)
        return _draft(read, fetched.body)

    def again(self, url: str, body: bytes, media_type: str) -> Draft:
        """What was once read at an address, read anew; raises ArticleError."""
        read = _checked(_READ, self._workers.read(Page(url, url, media_type), body), url)
        return _draft(read, body)

    def pdf(self, body: bytes, what: str) -> Extracted:
        """What a PDF from anywhere holds, and says of itself; raises ArticleError."""
        task = Page(what, what, "application/pdf")
        read = _checked(_READ, self._workers.read(task, body), what)
        details = Details(
            title=whole_text(read.title) if read.title else None,
            authors=tuple(map(whole_text, read.authors)),
            published=read.published,
            updated=read.updated,
            language=read.language,
        )
        return Extracted(tuple(map(whole_text, read.paragraphs)), details)

    def listing(
        self,
        address: str,
        *,
        etag: str | None = None,
        modified: str | None = None,
        permission: Permission | None = None,
    ) -> Look:
        """What a feed, sitemap or home page lists; raises FetchError or ArticleError."""
        known = {"if-none-match": etag, "if-modified-since": modified}
        fetched = self.fetcher.get(
            address,
            accept=_FEED_TYPES,
            headers={name: value for name, value in known.items() if value},
            permission=permission,
        )
        if fetched.status == NOT_MODIFIED:
            return Look(None, fetched.url, etag, modified)
        task = Feed(fetched.url, fetched.media_type, fetched.charset)
        listing = _checked(_LISTING, self._workers.read(task, fetched.body), fetched.url)
        headers = fetched.headers
        return Look(listing, fetched.url, headers.get("etag"), headers.get("last-modified"))


def _draft(read: Read, body: bytes) -> Draft:
    text, paragraphs = joined(map(whole_text, read.paragraphs), read.posted)
    site = site_of(read.url)
    source = Source(
        id=slug(site),
        name=whole_text(read.site or site),
        url=f"{read.url.partition(':')[0]}://{site}",
    )
    article = Article(
        id=article_id(source, text),
        source=source,
        title=whole_text(read.title or opening(text)),
        text=text,
        url=read.url,
        published=read.published,
        updated=read.updated,
        authors=tuple(whole_text(each) for each in read.authors),
        language=read.language,
    )
    return Draft(article, paragraphs, body, read.media_type)


def _checked(adapter: TypeAdapter[_Known], data: dict[str, Any], url: str) -> _Known:
    """The worker's answer, which a hostile page may have had a hand in."""
    try:
        return adapter.validate_python(data)
    except ValidationError as error:
        raise ArticleError(f"{url}: the page cannot be read.") from error
