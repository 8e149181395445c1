"""The façade: open a library, add articles to it, ask it questions."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from retrieval import encoding, relating
from retrieval.adding import Added, Adder
from retrieval.answer.answerer import Answerer
from retrieval.answer.spelling import hints
from retrieval.answer.tongue import ensure_read
from retrieval.changes import changes, earlier
from retrieval.errors import ArticleError
from retrieval.health import Finding, installed, tried
from retrieval.index.stored import StoredIndex
from retrieval.ingest.sidecar import slug
from retrieval.ingest.upload import read_upload
from retrieval.model import Answer, Article, Filter, Paragraph, Source
from retrieval.models.load import load_encoder, load_stance
from retrieval.places import seeds_folder
from retrieval.retelling import retell
from retrieval.store.catalogue import Catalogue
from retrieval.store.following import Following
from retrieval.store.ledger import Ledger
from retrieval.store.naming import named
from retrieval.store.watches import Watches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from config.settings import Settings
    from retrieval.answer.answerer import Examination
    from retrieval.changes import Change
    from retrieval.fetch.pages import Pages
    from retrieval.fetching import Fetching
    from retrieval.index.base import VectorIndex
    from retrieval.models.base import Encoder, StanceModel
    from retrieval.store.records import ArticleRow, SourceRow

    Progress = Callable[[str, int, int], None]

__all__ = ["Added", "Finding", "Library", "silent"]

SEEDS = "seeds"
EVERYTHING = Filter()


def silent(stage: str, done: int, total: int) -> None:
    """The progress listener that listens to nothing."""


class Library:
    """Articles, the index over them, and the models that search and judge.

    One library may be asked from several threads. The models load when they are first needed.
    """

    def __init__(self, catalogue: Catalogue, settings: Settings, progress: Progress) -> None:
        self._catalogue = catalogue
        self._settings = settings
        self._progress = progress
        self._ledger = Ledger(catalogue.database)
        self._lock = threading.RLock()

    @classmethod
    def open(
        cls, settings: Settings, *, progress: Progress = silent, create: bool = True
    ) -> Library:
        """Open or make the library of the settings; a new one is loaded with the seeds, once.

        `progress` hears (stage, done, total) whenever something takes time. Raises NoLibraryError
        where none is there and `create` is false, LibraryError and its kin, and ModelError where
        the seeds need an encoder that cannot be had.
        """
        catalogue = Catalogue.open(
            settings.library.path, busy_seconds=settings.library.busy_seconds, create=create
        )
        library = cls(catalogue, settings, progress)
        try:
            library._load_seeds()
        except BaseException:
            library.close()
            raise
        return library

    def close(self) -> None:
        """Close the files; a closed library cannot be used again."""
        if "pages" in self.__dict__:
            self.pages.close()
        self._catalogue.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def ask(
        self, question: str, *, where: Filter = EVERYTHING, per_source: int | None = None
    ) -> Answer:
        """What each source says to the question, verbatim.

        Raises QuestionError for what is no question, or in no language that the models read, and
        NotFoundError for a filter that names what is not held.
        """
        ensure_read(question, self._settings.models.languages)
        answer = self._answerer.answer(question, self._index, where, per_source)
        unread = sum(sum(held.values()) for held in self.unread(where).values())
        answer = replace(answer, searched=replace(answer.searched, unread=unread))
        return answer if answer.covered else replace(answer, hints=hints(question, self._catalogue))

    def examine(self, question: str, *, where: Filter = EVERYTHING) -> Examination:
        """What an answer to the question would be decided from; raises like `ask`."""
        return self._answerer.examine(question, self._index, where)

    def add(
        self,
        paths: Sequence[Path],
        *,
        source: str | None = None,
        progress: Progress | None = None,
    ) -> Iterator[Added]:
        """Add files and folders; yields one outcome a file, each after it is safe on disk.

        Raises InputError for a path that is not there, LibraryError where nothing can be written.
        """
        report = progress or self._progress
        adder = Adder(
            self._catalogue, lambda: self._encoder, max_bytes=self._settings.ingest.max_bytes
        )
        yield from adder.add(
            paths, source=source, progress=lambda done, of: report("Adding articles", done, of)
        )

    def fetch(
        self,
        addresses: Sequence[str],
        *,
        source: str | None = None,
        progress: Progress | None = None,
    ) -> Iterator[Added]:
        """Add the articles at http and https addresses; yields one outcome an address, once safe.

        `source` names the publisher of all of them; without it each host's own is recognised.
        Raises LibraryError where nothing can be written.
        """
        report = progress or self._progress
        known = self._publisher(source) if source is not None else None
        yield from self.fetching().add(
            addresses,
            source=known,
            progress=lambda done, of: report("Fetching articles", done, of),
        )

    def fetching(self, kept: Callable[[Added], None] | None = None) -> Fetching:
        """What adds fetched pages; it keeps some waiting until it is flushed.

        `kept` hears of every outcome inside the transaction that makes it so.
        """
        # Here and below rather than above: what fetches is slow to import, and few commands do.
        from retrieval.fetching import Fetching  # noqa: PLC0415

        adder = Adder(
            self._catalogue,
            lambda: self._encoder,
            max_bytes=self._settings.ingest.max_bytes,
            kept=kept,
        )
        return Fetching(self._catalogue, adder, self.pages, hosts=self._settings.fetch.hosts)

    @cached_property
    def pages(self) -> Pages:
        """What reads addresses, over one client and one set of worker processes."""
        from retrieval.fetch.pages import Pages  # noqa: PLC0415

        with self._lock:
            return Pages(self._settings.fetch, most_bytes=self._settings.ingest.max_bytes)

    def add_upload(self, name: str, raw: bytes, *, source: str | None = None) -> Added:
        """Add a text that somebody sent under a name; safe on disk when this returns.

        `source` is the publisher that the sender vouches for, by id or name; without it the text
        is filed under a source that is not known, and changes no article held. Raises LibraryError
        where nothing can be written.
        """
        limit = self._settings.ingest.max_bytes
        try:
            draft = read_upload(
                name, raw, max_bytes=limit, source=self._publisher(source) if source else None
            )
        except ArticleError as error:
            return Added(Path(name), "refused", reason=str(error))
        adder = Adder(self._catalogue, lambda: self._encoder, max_bytes=limit)
        return adder.take(draft, vouched=source is not None)

    def _publisher(self, given: str) -> Source:
        """The source held under that id, name or spelling; a new one of that name else."""
        named(given)
        wanted = given.strip().casefold()
        for row in self.sources():
            names = (row.source.id, row.source.name, *row.source.spellings)
            if row.source.known and wanted in map(str.casefold, names):
                return row.source
        return Source(id=slug(given), name=given.strip())

    def sources(self) -> list[SourceRow]:
        """The sources with what is held of each."""
        return self._catalogue.sources()

    def rename(
        self, source: str, name: str, hosts: Sequence[str] = (), *, merge: bool = False
    ) -> Source:
        """Correct a source's name, and say which hosts are its own.

        Where another source has the name, both become that one if `merge` says so. Raises
        NotFoundError, and InputError for a name that is taken or none.
        """
        return self._catalogue.rename(source, name, hosts, merge=merge)

    def unread(self, where: Filter = EVERYTHING) -> dict[str, dict[str, int]]:
        """By source, how many articles are in which language that the models do not read."""
        read = self._settings.models.languages
        found = {} if "*" in read else self._catalogue.languages(where)
        missed = {
            source: {language: count for language, count in held.items() if language not in read}
            for source, held in found.items()
        }
        return {source: held for source, held in missed.items() if held}

    def articles(self, where: Filter = EVERYTHING, words: Sequence[str] = ()) -> list[ArticleRow]:
        """The articles that have all the words, newest first; raises NotFoundError like `ask`."""
        return self._catalogue.articles(where, words)

    def show(
        self, article: str, version: int | None = None
    ) -> tuple[Article, tuple[Paragraph, ...]]:
        """An article by its id or the beginning of it, as it is now or was in that version.

        Raises NotFoundError.
        """
        found = self._catalogue.article(article)
        if version in (None, found.version):
            return found, self._catalogue.paragraphs(found.id)
        return earlier(found, self._catalogue.versions(found.id), version or 0)

    def changes(self, article: str) -> tuple[Change, ...]:
        """How an article changed since it was added, oldest first; raises NotFoundError."""
        found = self._catalogue.article(article)
        return changes(found, self._catalogue.versions(found.id))

    def remove(self, article: str) -> Article:
        """Remove an article with its versions and vectors; raises NotFoundError."""
        found = self._catalogue.article(article)
        relating.remove(self._catalogue, found.id)
        return found

    def remove_source(self, source: str) -> int:
        """Remove all articles of a source, by its id, name or spelling, or none of them.

        Gives how many those were; raises NotFoundError.
        """
        return relating.remove_all(self._catalogue, Filter(sources=(source,)))

    def reindex(self, *, progress: Progress | None = None) -> int:
        """Build the index anew; gives the number of paragraphs in it."""
        report = progress or self._progress
        self._retell(report)
        report("Building the index", 0, 1)
        self._stored.rebuild()
        report("Building the index", 1, 1)
        return len(self._stored.current())

    @cached_property
    def following(self) -> Following:
        """What is followed, and what it led to."""
        return Following(self._catalogue.database)

    @cached_property
    def watches(self) -> Watches:
        """Watched questions, and what was told of them."""
        return Watches(self._catalogue.database)

    @property
    def encoder_key(self) -> str:
        """What the vectors of the encoder are filed under."""
        return self._encoder.key

    def vectors(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """The encoder's vectors of texts (n, dimensions)."""
        return self._encoder.encode(texts, query=query)

    def fill(self) -> None:
        """Make the vectors that another process, or another encoder, has left out."""
        self._encode_missing()

    @property
    def folder(self) -> Path:
        """Where the library is kept."""
        return self._catalogue.folder

    @property
    def ledger(self) -> Ledger:
        """What is kept of those who ask."""
        return self._ledger

    @property
    def generation(self) -> int:
        """A number that grows with every change of articles: answers of another one are old."""
        return self._catalogue.generation()

    @property
    def grown(self) -> str | None:
        """When an article was last added, ISO 8601 in UTC; None where that is not known."""
        return self._catalogue.grown()

    def titles(self) -> list[str]:
        """The articles' titles, each once, newest first."""
        return self._catalogue.titles()

    def recall(self, name: str) -> str | None:
        """The value remembered under a name; None where there is none."""
        return self._catalogue.setting(name)

    def remember(self, name: str, value: str) -> None:
        """Keep a value under a name; raises LibraryError where nothing can be written."""
        self._catalogue.set_setting(name, value)

    def doctor(self) -> list[Finding]:
        """What is installed, which models, whether library and index are sound."""
        findings = list(installed())
        findings.append(tried("encoder", lambda: self._encoder.key))
        findings.append(tried("stance model", lambda: self._stance.name))
        findings.append(tried("reader of pages", self.pages.check))
        findings.append(tried("library", self._held))
        findings += [
            Finding("library", ok=False, detail=line, damaged=True)
            for line in self._catalogue.check()
        ]
        if findings[-1].ok:
            status = self._stored.status()
            findings.append(Finding("index", ok=status.well, detail=status.detail))
        return findings

    def _held(self) -> str:
        held = self._catalogue.counts()
        mode = ", read-only" if self._catalogue.read_only else ""
        return (
            f"{self._catalogue.folder}: {held.articles} articles of {held.sources} sources, "
            f"{held.paragraphs} paragraphs{mode}"
        )

    def _load_seeds(self) -> None:
        if self._catalogue.read_only or self._catalogue.setting(SEEDS) is not None:
            return
        folder = seeds_folder() if self._settings.library.seeds else None
        if folder is not None and not self.articles():
            # Before the lock is taken: where it has to be prepared first, that takes long.
            _ = self._encoder
        # Another process that opens the library meanwhile waits, and finds all of them.
        with self._catalogue.writing():
            if self._catalogue.setting(SEEDS) is not None:
                return
            if folder is not None and not self.articles():
                for _ in self.add([folder]):
                    pass
            self._catalogue.set_setting(SEEDS, datetime.now(UTC).isoformat(timespec="seconds"))

    @cached_property
    def _encoder(self) -> Encoder:
        with self._lock:
            return load_encoder(self._settings.models, lambda line: self._progress(line, 0, 0))

    @cached_property
    def _stance(self) -> StanceModel:
        with self._lock:
            return load_stance(self._settings.models)

    @cached_property
    def _stored(self) -> StoredIndex:
        with self._lock:
            self._retell(self._progress)
            self._encode_missing()
            return StoredIndex(
                self._catalogue.folder / "index",
                encoder=self._encoder.key,
                dimensions=self._encoder.dimensions,
                source=self._catalogue,
            )

    @property
    def _index(self) -> VectorIndex:
        return self._stored.current()

    @cached_property
    def _answerer(self) -> Answerer:
        return Answerer(self._catalogue, self._encoder, self._stance, self._settings.search)

    def _retell(self, progress: Progress) -> None:
        """Copies that a whosays before this one took for the same may say something else."""
        if self._catalogue.read_only or not self._catalogue.untold(1):
            return
        adder = Adder(
            self._catalogue, lambda: self._encoder, max_bytes=self._settings.ingest.max_bytes
        )
        retell(
            self._catalogue,
            adder,
            lambda *page: self.fetching().recognised(self.pages.again(*page)),
            lambda done: progress("Reading copies again", done, 0),
        )

    def _encode_missing(self) -> None:
        """Vectors for what another encoder, or another process, has left without."""
        encoding.fill(
            self._catalogue,
            self._encoder,
            lambda done, of: self._progress("Encoding the library anew", done, of),
        )
