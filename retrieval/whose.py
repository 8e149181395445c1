"""Under which source of a library the article of a file is filed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.ingest.hosts import domains

if TYPE_CHECKING:
    from collections.abc import Iterable

    from retrieval.model import Draft, Source
    from retrieval.store.catalogue import Catalogue


def recognised(draft: Draft, catalogue: Catalogue, waiting: Iterable[Source] = ()) -> Draft:
    """The draft under the source held at its host, or known by the name that it states.

    So what the operator has corrected stays, and a page and a text of one outlet are of one source.
    `waiting` are the sources of articles that are not kept yet.
    """
    stated = draft.article.source
    if not stated.known:
        return draft
    found = None
    if stated.url is not None:
        found = catalogue.source_at(domains(draft.article.url or stated.url))
    if found is None:
        called = catalogue.source_called(stated.name) or _among(waiting, stated)
        if called is not None and (stated.url is None or called.url is None):
            found = replace(called, url=called.url or stated.url)
    return draft if found is None else replace(draft, article=replace(draft.article, source=found))


def _among(waiting: Iterable[Source], stated: Source) -> Source | None:
    name = stated.name.casefold()
    return next((each for each in waiting if each.known and each.name.casefold() == name), None)
