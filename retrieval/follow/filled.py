"""What a page does not say of its article, from the entry of the feed that led to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.ingest.details import finer
from retrieval.ingest.hosts import same_site, site_of
from retrieval.ingest.read import opening

if TYPE_CHECKING:
    from retrieval.model import Draft
    from retrieval.store.following_records import Wanted


def filled(draft: Draft, wanted: Wanted) -> Draft:
    """The draft with the entry's title, author and date, and the feed's name, where it has none.

    The page wins where it says more. A feed on another site names that site and no publisher.
    """
    article, entry = draft.article, wanted.entry
    source = article.source
    url = article.url or wanted.url
    if wanted.feed and source.name == site_of(url) and same_site(wanted.followed, url):
        source = replace(source, name=wanted.feed)
    author = entry.get("author")
    untitled = article.title == opening(article.text)
    return replace(
        draft,
        article=replace(
            article,
            source=source,
            title=entry.get("title") or article.title if untitled else article.title,
            authors=article.authors or ((author,) if author else ()),
            published=finer(article.published, entry.get("published")),
        ),
    )
