"""The façade: open a library, add articles to it, ask it questions."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Self

from retrieval.adding import Added, Adder, seeds_folder
from retrieval.answer.answerer import Answerer
from retrieval.health import Finding, installed, tried
from retrieval.index.stored import StoredIndex
from retrieval.model import Answer, Article, Filter, Paragraph
from retrieval.models.load import load_encoder, load_stance
from retrieval.store.catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from config.settings import Settings
    from retrieval.index.base import VectorIndex
    from retrieval.models.base import Encoder, StanceModel
    from retrieval.store.records import ArticleRow, SourceRow

    Progress = Callable[[str, int, int], None]

__all__ = ["Added", "Finding", "Library", "silent"]

# Paragraphs encoded and committed at once when a library meets an encoder that is new to it.
ENCODE_BATCH = 1024
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
        self._lock = threading.RLock()

    @classmethod
    def open(cls, settings: Settings, *, progress: Progress = silent) -> Library:
        """Open or make the library of the settings; a new one is loaded with the seeds, once.

        `progress` hears (stage, done, total) whenever something takes time. Raises LibraryError
        and its kin, and ModelError where the seeds need an encoder that cannot be had.
        """
        catalogue = Catalogue.open(
            settings.library.path, busy_seconds=settings.library.busy_seconds
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
        self._catalogue.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def ask(
        self, question: str, *, where: Filter = EVERYTHING, per_source: int | None = None
    ) -> Answer:
        """What each source says to the question, verbatim.

        Raises QuestionError for what is no question and NotFoundError for a filter that names
        what is not held.
        """
        return self._answerer.answer(question, self._index, where, per_source)

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

    def sources(self) -> list[SourceRow]:
        """The sources with what is held of each."""
        return self._catalogue.sources()

    def articles(self, where: Filter = EVERYTHING) -> list[ArticleRow]:
        """The articles, newest first; raises NotFoundError like `ask`."""
        return self._catalogue.articles(where)

    def show(self, article: str) -> tuple[Article, tuple[Paragraph, ...]]:
        """An article by its id or the beginning of it; raises NotFoundError."""
        found = self._catalogue.article(article)
        return found, self._catalogue.paragraphs(found.id)

    def remove(self, article: str) -> Article:
        """Remove an article with its versions and vectors; raises NotFoundError."""
        found = self._catalogue.article(article)
        self._catalogue.remove(found.id)
        return found

    def reindex(self, *, progress: Progress | None = None) -> int:
        """Build the index anew; gives the number of paragraphs in it."""
        report = progress or self._progress
        report("Building the index", 0, 1)
        self._stored.rebuild()
        report("Building the index", 1, 1)
        return len(self._stored.current())

    def doctor(self) -> list[Finding]:
        """What is installed, which models, whether library and index are sound."""
        findings = list(installed())
        findings.append(tried("encoder", lambda: self._encoder.key))
        findings.append(tried("stance model", lambda: self._stance.name))
        findings.append(tried("library", self._held))
        findings += [Finding("library", ok=False, detail=line) for line in self._catalogue.check()]
        if findings[-1].ok:
            status = self._stored.status()
            findings.append(Finding("index", ok=status.usable, detail=status.detail))
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
        folder = seeds_folder()
        if self._settings.library.seeds and folder is not None and not self.articles():
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

    def _encode_missing(self) -> None:
        """Vectors for what another encoder, or another process, has left without."""
        key, done = self._encoder.key, 0
        total = self._catalogue.counts().paragraphs
        while rows := self._catalogue.missing(key, ENCODE_BATCH):
            self._progress("Encoding the library anew", done, total)
            vectors = self._encoder.encode([row.text for row in rows])
            self._catalogue.put_vectors(key, [row.id for row in rows], vectors)
            done += len(rows)
