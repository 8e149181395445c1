"""A saved HTML page to paragraphs and metadata, by trafilatura (Barbaresi 2021) and htmldate."""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from itertools import islice
from typing import TYPE_CHECKING

from retrieval.errors import ArticleError
from retrieval.ingest import live
from retrieval.ingest.containers import as_blocks, put_together
from retrieval.ingest.dated import published
from retrieval.ingest.details import Details
from retrieval.ingest.hosts import outlet
from retrieval.ingest.json_ld import name_vocabulary
from retrieval.ingest.markup import read_markup
from retrieval.ingest.plain import Extracted

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from retrieval.ingest.markup import Markup

# Elements, not bytes: beyond it extraction takes seconds and hundreds of megabytes.
_LARGEST_TREE = 100_000
# What is shorter is a notice; what is as long as a story, in an aside or elsewhere, is one.
_FEWEST_WORDS, _WORDS_OF_STORY = 25, 60
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
# So much of a line says which it is.
_BEGINNING = 40
# Of an article in several containers the extractor takes one.
_MUCH_MORE = 1.2
# Before anything was published: no date is found, and no time spent on finding one.
_NO_DATE = "1995-01-02"


def read_page(text: str, *, what: str) -> Extracted:
    """The article of an HTML page. Raises ArticleError where the page holds none."""
    tree = load_tree(text, what=what)
    return read_tree(tree, read_markup(tree), what=what)


def load_tree(text: str, *, what: str) -> HtmlElement:
    """A page as a tree; raises ArticleError for what is none or too large to be read."""
    # Here rather than above: trafilatura takes most of a second to import.
    from trafilatura import load_html  # noqa: PLC0415

    tree = load_html(text)
    if tree is None:
        raise ArticleError(f"{what}: no article was found in the page.")
    if sum(1 for _ in islice(tree.iter(), _LARGEST_TREE)) == _LARGEST_TREE:
        raise ArticleError(f"{what}: a page of over {_LARGEST_TREE:,} elements is not read.")
    return tree


def read_tree(tree: HtmlElement, markup: Markup, *, what: str, url: str | None = None) -> Extracted:
    """The article of a page that has that markup, found at `url`; the tree is used up.

    Raises ArticleError where the page holds none.
    """
    from trafilatura import bare_extraction, extract_metadata  # noqa: PLC0415

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    as_blocks(tree)
    name_vocabulary(tree)
    spare = deepcopy(tree)
    # Its own date is not asked for: it would be looked for in the running text as well.
    stated = markup.published or published(tree, url)
    document = bare_extraction(
        tree,
        include_comments=False,
        favor_precision=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "max_date": _NO_DATE},
    )
    text = _text(document)
    if (parted := put_together(spare)) is not None:
        more = _text(bare_extraction(parted, include_comments=False, favor_precision=True))
        text = more if len(more.split()) > _MUCH_MORE * len(text.split()) else text
    if len(text.split()) < _FEWEST_WORDS or _is_beside(text, markup.body):
        text = _elsewhere(spare, markup) or text
    if not text and not markup.posts:
        raise ArticleError(f"{what}: no article was found in the page.")
    if document is None or isinstance(document, dict):
        document = extract_metadata(spare)
    # What its data have for a headline may be anything.
    title = (document.title if isinstance(document.title, str) else markup.heading) or None
    headings = {title, markup.heading, ""}
    lines = (line.strip() for line in text.split("\n"))
    paragraphs = tuple(line for line in lines if line not in headings)
    paragraphs = live.whole(paragraphs, markup.posts)
    posts = (*markup.posts, *live.marked_up(spare, paragraphs, stated))
    return Extracted(
        paragraphs,
        Details(
            source=outlet(document.sitename, document.url or document.hostname),
            title=title,
            authors=tuple(
                name.strip() for name in (document.author or "").split(";") if name.strip()
            ),
            published=stated,
            updated=_changed(markup, stated),
            url=document.url or None,
            language=document.language or None,
        ),
        posts,
    )


def _elsewhere(tree: HtmlElement, markup: Markup) -> str:
    """The text of an article where the extractor finds none.

    In the page's data, in an aside, or anywhere, by the extractor at its less strict.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415

    if markup.free is not False and len(markup.body.split()) >= _FEWEST_WORDS:
        return markup.body
    tree, found = deepcopy(tree), False
    for data in tree.xpath("//script"):
        # It is for who has paid, or too little.
        data.drop_tree()
    for aside in tree.xpath("//aside[count(.//p) > 1]"):
        if len(aside.text_content().split()) >= _WORDS_OF_STORY:
            aside.tag, found = "article", True
    text = _text(bare_extraction(tree, include_comments=False, favor_recall=found))
    prose = sum(len(line.split()) for line in text.split("\n") if _SENTENCE.search(line))
    return text if found or prose >= _WORDS_OF_STORY else ""


def _is_beside(text: str, body: str) -> bool:
    """Whether the text is none of an article's in the page's data, as a cookie notice is not."""
    lines = [" ".join(line.split())[:_BEGINNING] for line in text.split("\n") if line.strip()]
    held = " ".join(body.split())
    said = sum(line in held for line in lines)
    return len(held) > len(text) and said == 0


def _text(found: object) -> str:
    """The text of what trafilatura found, which may be nothing."""
    return str(getattr(found, "text", None) or "")


def _changed(markup: Markup, published: str | None) -> str | None:
    """When the page says it was changed, unless that is when it was published."""
    stated = markup.updated
    if stated is None or stated in (markup.published, published):
        return None
    # Many publishers stamp the same minute twice, a few seconds apart.
    minute = len("2024-11-07T09:46")
    return None if markup.published and stated[:minute] == markup.published[:minute] else stated
