"""Copies of a library made before what they say was kept: read again from what was kept of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from retrieval.errors import ArticleError
from retrieval.ingest.find import find_files
from retrieval.ingest.read import draft
from retrieval.places import file_at
from retrieval.relating import sayings

if TYPE_CHECKING:
    from collections.abc import Callable

    from retrieval.model import Draft
    from retrieval.settling import Settler
    from retrieval.store.catalogue import Catalogue
    from retrieval.store.records import Told

_BATCH = 50


def retell(
    catalogue: Catalogue,
    settler: Settler,
    fetched: Callable[[str, bytes, str], Draft],
    progress: Callable[[int], None],
) -> int:
    """Give every copy that says something else than its article an article of its own; how many.

    `fetched` reads what came from an address; `progress` hears how many were read. Each copy is
    one transaction: what is interrupted goes on where it was.
    """
    found = done = 0
    while rows := catalogue.untold(_BATCH):
        for told in rows:
            progress(done)
            read = _read(told, fetched)
            with catalogue.writing():
                original = catalogue.article(told.article_id)
                if read is not None and sayings(read.article, original):
                    catalogue.remove_copy(told.article_id, told.copy)
                    settler.stand(read)
                    found += 1
                else:
                    catalogue.tell(told.address, read)
            done += 1
    return found


def _read(told: Told, fetched: Callable[[str, bytes, str], Draft]) -> Draft | None:
    path, url = told.copy.path, told.copy.url
    try:
        if not told.raw:
            return None
        if path is None:
            read = fetched(url or "", told.raw, told.media_type or "text/html")
        else:
            file = file_at(path)
            sidecar = find_files([file])[0][1] if file.is_file() else None
            read = draft(told.raw, PurePath(path), what=path, sidecar=sidecar)
    except ArticleError:
        return None
    return replace(read, article=replace(read.article, path=path, url=url or read.article.url))
