"""What came from an address to an article: runs inside the worker, where pages are read."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from retrieval.errors import ArticleError, FetchError
from retrieval.fetch.addresses import joined
from retrieval.fetch.kinds import why_not, words
from retrieval.fetch.pdf import read_pdf
from retrieval.fetch.tasks import Read
from retrieval.ingest.decode import decode
from retrieval.ingest.details import Details
from retrieval.ingest.furniture import without_furniture
from retrieval.ingest.hosts import same_site
from retrieval.ingest.language import language_told
from retrieval.ingest.live import times
from retrieval.ingest.markup import read_markup
from retrieval.ingest.page import load_tree, read_tree
from retrieval.ingest.plain import Extracted, read_plain

if TYPE_CHECKING:
    from retrieval.fetch.tasks import Page

_HTML = ("text/html", "application/xhtml+xml")
_PDF = ("application/pdf", "application/x-pdf")
_PLAIN = ("text/plain", "text/markdown")
# What feeds are served as; a site's own XML is hardly anything else.
_FEED = (
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/rdf+xml",
    "application/xml",
    "text/xml",
)
_LEAST_WORDS = 25


def read_article(page: Page, body: bytes) -> Read:
    """Read a page, a PDF or a text. Raises ArticleError where it is no article, with the reason."""
    media_type = page.media_type or _sniffed(body)
    what = page.url
    if media_type in _PDF or body.startswith(b"%PDF-"):
        return _article("application/pdf", _enough(read_pdf(body, what=what), what), what)
    if media_type in _HTML:
        extracted, canonical = _read_html(page, body)
        return _article(media_type, extracted, canonical)
    if media_type in _PLAIN:
        text = decode(_coded(body, page.charset), what=what)
        return _article("text/plain", _enough(read_plain(text), what), what)
    hint = "; `whosays follow` follows a feed" if media_type in _FEED else ""
    raise ArticleError(f"{what} is not an article: it is {media_type}{hint}.")


def _read_html(page: Page, body: bytes) -> tuple[Extracted, str]:
    tree = load_tree(decode(_coded(body, page.charset), what=page.url, html=True), what=page.url)
    for each in tree.xpath("//script[not(@type='application/ld+json')] | //style | //noscript"):
        # What is never shown says nothing of the page's kind.
        each.drop_tree()
    page_text = " ".join(tree.text_content().split())
    markup = read_markup(tree)
    try:
        extracted = read_tree(tree, markup, what=page.url, url=page.url)
    except ArticleError:
        # Walls often leave the extractor nothing at all; what they say names them.
        extracted = Extracted((), Details())
    reason = why_not(
        extracted.paragraphs,
        markup,
        title=extracted.details.title or "",
        page_text=page_text,
        asked=page.asked,
        url=page.url,
    )
    if reason is not None:
        raise ArticleError(f"{page.url} is not an article: {reason}.")
    return extracted, _canonical(page.url, markup.canonical)


def _canonical(url: str, stated: str | None) -> str:
    """The address the page gives for itself, where that is on its own site; else where it was."""
    if stated:
        try:
            address = joined(url, stated)
        except FetchError:
            return url
        # Some sites give their home page as the address of everything.
        if same_site(address, url) and urlsplit(address).path != "/":
            return address
    return url


def _article(media_type: str, extracted: Extracted, url: str) -> Read:
    details = extracted.details
    # After the kind of the page is known: a till is told by what it says.
    paragraphs = without_furniture(extracted.paragraphs, details.title)
    if not paragraphs:
        raise ArticleError(f"{url} is not an article: it holds hardly any text.")
    return Read(
        url=url,
        media_type=media_type,
        paragraphs=paragraphs,
        title=details.title,
        authors=details.authors,
        published=details.published,
        updated=details.updated,
        language=language_told(details.language, "\n".join(paragraphs)),
        site=details.source.name if details.source is not None else None,
        posted=times(paragraphs, extracted.posts) if extracted.posts else (),
    )


def _enough(extracted: Extracted, what: str) -> Extracted:
    if sum(words(each) for each in extracted.paragraphs) < _LEAST_WORDS:
        raise ArticleError(f"{what} is not an article: it holds hardly any text.")
    return extracted


def _coded(body: bytes, charset: str | None) -> bytes:
    """The bytes as UTF-8 where the server states another charset; a wrong one is passed over."""
    if charset is None or charset.casefold() in ("utf-8", "utf8"):
        return body
    try:
        return body.decode(charset).encode("utf-8")
    except (LookupError, UnicodeError):
        return body


def _sniffed(body: bytes) -> str:
    start = body[:512].lstrip().lower()
    return "text/html" if start.startswith((b"<!doctype html", b"<html")) else "text/plain"
