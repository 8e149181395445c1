"""The ways in: files, uploads, addresses and, once, the seeds."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.adding import Added, Adder
from retrieval.errors import ArticleError
from retrieval.ingest.sidecar import slug
from retrieval.ingest.upload import read_upload
from retrieval.model import Source
from retrieval.places import seeds_folder
from retrieval.retelling import retell
from retrieval.settling import Settler
from retrieval.store.naming import named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from config.settings import Settings
    from retrieval.fetch.pages import Pages
    from retrieval.fetching import Fetching
    from retrieval.ingest.plain import Extracted
    from retrieval.models.base import Encoder
    from retrieval.store.catalogue import Catalogue

    Progress = Callable[[str, int, int], None]

SEEDS = "seeds"


class Intake:
    """Adds articles to a catalogue, from wherever they come; `encoder` loads when needed."""

    def __init__(
        self, catalogue: Catalogue, settings: Settings, encoder: Callable[[], Encoder]
    ) -> None:
        self._catalogue = catalogue
        self._settings = settings
        self._encoder = encoder
        self._lock = threading.Lock()

    def close(self) -> None:
        """End the processes that read pages."""
        if "pages" in self.__dict__:
            self.pages.close()

    @cached_property
    def pages(self) -> Pages:
        """What reads addresses, over one client and one set of worker processes."""
        # Here and below rather than above: what fetches is slow to import, and few commands do.
        from retrieval.fetch.pages import Pages  # noqa: PLC0415

        with self._lock:
            return Pages(self._settings.fetch, most_bytes=self._settings.ingest.max_bytes)

    def files(
        self, paths: Sequence[Path], *, source: str | None, progress: Progress
    ) -> Iterator[Added]:
        """Add files and folders; raises InputError for a path that is not there."""
        known = self._publisher(source) if source is not None else None
        yield from self._adder().add(
            paths, source=known, progress=lambda done, of: progress("Adding articles", done, of)
        )

    def addresses(
        self, addresses: Sequence[str], *, source: str | None, progress: Progress
    ) -> Iterator[Added]:
        """Add the articles at http and https addresses, each under its publisher or `source`."""
        known = self._publisher(source) if source is not None else None
        yield from self.fetching().add(
            addresses,
            source=known,
            progress=lambda done, of: progress("Fetching articles", done, of),
        )

    def upload(self, name: str, raw: bytes, *, source: str | None) -> Added:
        """Add a text that somebody sent, under the publisher that the sender vouches for."""
        publisher = self._publisher(source) if source else None
        try:
            draft = read_upload(
                name,
                raw,
                max_bytes=self._settings.ingest.max_bytes,
                source=publisher,
                pdf=self._read_pdf,
            )
        except ArticleError as error:
            return Added(Path(name), "refused", reason=str(error))
        return self._adder().take(draft, vouched=source is not None)

    def fetching(self, kept: Callable[[Added], None] | None = None) -> Fetching:
        """What adds fetched pages; `kept` hears of outcomes inside the transaction."""
        from retrieval.fetching import Fetching  # noqa: PLC0415

        hosts = self._settings.fetch.hosts
        return Fetching(self._catalogue, self._adder(kept), self.pages, hosts=hosts)

    def seeds(self, progress: Progress) -> None:
        """Add the example articles to a library that is new, once."""
        if self._catalogue.read_only or self._catalogue.setting(SEEDS) is not None:
            return
        folder = seeds_folder() if self._settings.library.seeds else None
        if folder is not None and not self._catalogue.counts().articles:
            # Before the lock is taken: where it has to be prepared first, that takes long.
            self._encoder()
        # Another process that opens the library meanwhile waits, and finds all of them.
        with self._catalogue.writing():
            if self._catalogue.setting(SEEDS) is not None:
                return
            if folder is not None and not self._catalogue.counts().articles:
                for _ in self.files([folder], source=None, progress=progress):
                    pass
            self._catalogue.set_setting(SEEDS, datetime.now(UTC).isoformat(timespec="seconds"))

    def retell(self, progress: Progress) -> None:
        """Copies that a whosays before this one took for the same may say something else."""
        if self._catalogue.read_only or not self._catalogue.untold(1):
            return
        retell(
            self._catalogue,
            Settler(self._catalogue, self._encoder),
            lambda *page: self.fetching().recognised(self.pages.again(*page)),
            lambda done: progress("Reading copies again", done, 0),
        )

    def _adder(self, kept: Callable[[Added], None] | None = None) -> Adder:
        most = self._settings.ingest.max_bytes
        return Adder(self._catalogue, self._encoder, max_bytes=most, kept=kept, pdf=self._read_pdf)

    def _read_pdf(self, raw: bytes, what: str) -> Extracted:
        # By the processes that read what is fetched: a hostile one costs such a process only.
        return self.pages.pdf(raw, what)

    def _publisher(self, given: str) -> Source:
        """The source held under that id, name or spelling; a new one of that name else."""
        named(given)
        held = self._catalogue.source_called(given)
        return held or Source(id=slug(given), name=given.strip())
