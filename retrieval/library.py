"""The façade: open a library, add articles to it, ask it questions."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Self

from retrieval import relating
from retrieval.adding import Added
from retrieval.answer.question.spelling import hints
from retrieval.answer.question.tongue import ensure_read
from retrieval.engines import Engines
from retrieval.health import Finding, examined
from retrieval.held import EVERYTHING, Held
from retrieval.intake import Intake
from retrieval.model import Article, Filter, Source
from retrieval.pruning import Pruning, first_kept
from retrieval.store.catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from config.settings import Settings
    from retrieval.answer.decision.examined import Examination
    from retrieval.answered import Answer
    from retrieval.fetch.pages import Pages
    from retrieval.fetching import Fetching
    from retrieval.index.base import KeptIndex, Status

    Progress = Callable[[str, int, int], None]

__all__ = ["Added", "Finding", "Library", "silent"]


def silent(stage: str, done: int, total: int) -> None:
    """The progress listener that listens to nothing."""


class Library(Held):
    """Articles, the index over them, and the models that search and judge.

    One library may be asked from several threads. The models load when they are first needed.
    """

    def __init__(self, catalogue: Catalogue, settings: Settings, progress: Progress) -> None:
        super().__init__(catalogue, settings)
        self._progress = progress
        self._lock = threading.RLock()
        self._engines = Engines(catalogue, settings, progress)
        self._intake = Intake(catalogue, settings, lambda: self._engines.encoder)

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
            library._intake.seeds(progress)
        except BaseException:
            library.close()
            raise
        return library

    def close(self) -> None:
        """Close the files; a closed library cannot be used again."""
        self._intake.close()
        self._engines.close()
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
        ensure_read(question, self.languages)
        index = self._stored.current()
        answer = self._engines.answerer.answer(question, index, where, per_source)
        missed = sum(sum(held.values()) for held in self.unread(where).values())
        answer = replace(answer, searched=replace(answer.searched, unread=missed))
        if answer.covered:
            return answer
        return replace(answer, hints=hints(question, self._catalogue, self.languages))

    def examine(
        self, question: str, *, where: Filter = EVERYTHING, sentences: int | None = None
    ) -> Examination:
        """What an answer to the question would be decided from; raises like `ask`.

        Of at most so many `sentences`; without, as many as an answer reads.
        """
        ensure_read(question, self.languages)
        return self._engines.answerer.examine(question, self._stored.current(), where, sentences)

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
        yield from self._intake.files(paths, source=source, progress=report)

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
        yield from self._intake.addresses(addresses, source=source, progress=report)

    def fetching(self, kept: Callable[[Added], None] | None = None) -> Fetching:
        """What adds fetched pages; it keeps some waiting until it is flushed.

        `kept` hears of every outcome inside the transaction that makes it so.
        """
        return self._intake.fetching(kept)

    @property
    def pages(self) -> Pages:
        """What reads addresses, over one client and one set of worker processes."""
        return self._intake.pages

    def add_upload(self, name: str, raw: bytes, *, source: str | None = None) -> Added:
        """Add a text that somebody sent under a name; safe on disk when this returns.

        `source` is the publisher that the sender vouches for, by id or name; without it the text
        is filed under a source that is not known, and changes no article held. Raises LibraryError
        where nothing can be written.
        """
        return self._intake.upload(name, raw, source=source)

    def rename(
        self, source: str, name: str, hosts: Sequence[str] = (), *, merge: bool = False
    ) -> Source:
        """Correct a source's name, and say which hosts are its own.

        Where another source has the name, both become that one if `merge` says so. Raises
        NotFoundError, and InputError for a name that is taken or none.
        """
        return self._catalogue.rename(source, name, hosts, merge=merge)

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

    def pruning(self, keep_days: int) -> Pruning:
        """What removes the articles that are older than so many days, or says which it would."""
        return Pruning(self._catalogue, first_kept(keep_days))

    def reindex(self, *, progress: Progress | None = None) -> int:
        """Build the index anew; gives the number of paragraphs in it."""
        report = progress or self._progress
        self._intake.retell(report)
        report("Building the index", 0, 1)
        self._stored.rebuild()
        report("Building the index", 1, 1)
        return len(self._stored.current())

    @property
    def encoder_key(self) -> str:
        """What the vectors of the encoder are filed under."""
        return self._engines.encoder.key

    def vectors(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """The encoder's vectors of texts (n, dimensions)."""
        return self._engines.encoder.encode(texts, query=query)

    def fill(self) -> None:
        """Make the vectors that another process, or another encoder, has left out."""
        self._engines.fill()

    @property
    def index_fault(self) -> str | None:
        """Why the server that holds the index failed the last time; None where it did not."""
        return self._engines.index_fault

    def doctor(self) -> list[Finding]:
        """What is installed, which models, whether library and index are sound."""
        tries = {
            "encoder": lambda: self._engines.encoder.key,
            "stance model": lambda: self._engines.stance.name,
            "reader of pages": self.pages.check,
        }
        return examined(self._catalogue, tries, self._index_status)

    def _index_status(self) -> Status:
        return self._stored.status()

    @cached_property
    def _stored(self) -> KeptIndex:
        with self._lock:
            self._intake.retell(self._progress)
            return self._engines.stored
