"""Addresses into the library: fetched a host at a time, each with its publisher recognised."""

from __future__ import annotations

import queue
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.adding import Added
from retrieval.errors import ArticleError, FetchError
from retrieval.fetch.addresses import host_of, normal
from retrieval.ingest.hosts import domains

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from retrieval.adding import Adder
    from retrieval.fetch.pages import Pages
    from retrieval.model import Draft, Source
    from retrieval.store.catalogue import Catalogue

    Arrival = tuple[str, Draft | Exception]


class Fetching:
    """Adds what is found at addresses to a catalogue."""

    def __init__(self, catalogue: Catalogue, adder: Adder, pages: Pages, *, hosts: int) -> None:
        self._catalogue = catalogue
        self._adder = adder
        self._pages = pages
        self._hosts = hosts

    def add(
        self,
        addresses: Sequence[str],
        *,
        source: Source | None,
        progress: Callable[[int, int], None],
    ) -> Iterator[Added]:
        """Add the articles at some addresses; yields one outcome an address, once it is safe.

        What cannot be fetched or is no article is refused with a reason and hinders no other.
        """
        total = len(addresses)
        progress(0, total)
        for done, (address, found) in enumerate(self._found(addresses), start=1):
            if isinstance(found, (FetchError, ArticleError)):
                yield Added(None, "refused", reason=str(found), url=address)
            elif isinstance(found, Exception):
                raise found
            else:
                yield from self.put(found, address=address, source=source)
            progress(done, total)
        yield from self._adder.flush()

    def put(self, draft: Draft, *, address: str, source: Source | None = None) -> list[Added]:
        """Hand one article on to the adder, under the source that its host belongs to."""
        return self._adder.put(self.recognised(draft, source), url=address)

    def flush(self) -> list[Added]:
        """Settle what waits to be encoded with others."""
        return self._adder.flush()

    def recognised(self, draft: Draft, source: Source | None = None) -> Draft:
        """The draft under the source given, or under the one that its host belongs to."""
        article = draft.article
        if source is not None:
            known = replace(source, url=source.url or article.source.url)
        else:
            known = self._catalogue.source_at(domains(article.url or "")) or article.source
        return replace(draft, article=replace(article, source=known))

    def _found(self, addresses: Sequence[str]) -> Iterator[Arrival]:
        """What each address holds, or why it holds nothing, in the order of arrival."""
        arrived: queue.Queue[Arrival] = queue.Queue()
        stop = threading.Event()
        by_host: dict[str, list[str]] = {}
        for address in addresses:
            by_host.setdefault(_host(address), []).append(address)

        def work(group: list[str]) -> None:
            for address in group:
                if stop.is_set():
                    return
                arrived.put((address, self._one(address)))

        with ThreadPoolExecutor(self._hosts, thread_name_prefix="fetch") as threads:
            futures = [threads.submit(work, group) for group in by_host.values()]
            try:
                for _ in addresses:
                    yield arrived.get()
            finally:
                stop.set()
                for future in futures:
                    future.cancel()

    def _one(self, address: str) -> Draft | Exception:
        try:
            return self._pages.article(address)
        except Exception as error:  # noqa: BLE001 - raised again where somebody waits for it
            return error


def _host(address: str) -> str:
    try:
        return host_of(normal(address))
    except FetchError:
        return ""
