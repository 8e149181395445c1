"""What searches and judges: the models, the index and the answerer, each made when first needed."""

from __future__ import annotations

import threading
from functools import cached_property
from typing import TYPE_CHECKING

from retrieval import encoding
from retrieval.answer.answerer import Answerer
from retrieval.answer.decision.decide import shipped
from retrieval.index.paired import PairedStored
from retrieval.index.stored import StoredIndex
from retrieval.models.ahead import stance_of
from retrieval.models.load import load_encoder
from retrieval.models.reads import judge_of, languages_read
from retrieval.outside import forms, on_server
from retrieval.store.words import TITLE_WEIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

    from config.settings import Settings
    from retrieval.index.base import KeptIndex
    from retrieval.index.milvus.kept import MilvusStored
    from retrieval.index.words.kept import StoredWords
    from retrieval.models.base import Encoder, StanceModel
    from retrieval.store.catalogue import Catalogue

    Progress = Callable[[str, int, int], None]

_FOLDER = "index"


class Engines:
    """The engines over one catalogue; they may be used from several threads.

    `progress` hears (stage, done, total) whenever making one takes time.
    """

    def __init__(self, catalogue: Catalogue, settings: Settings, progress: Progress) -> None:
        self._catalogue = catalogue
        self._settings = settings
        self._progress = progress
        self._lock = threading.RLock()

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder of the settings; raises ModelError."""
        with self._lock:
            return load_encoder(self._settings.models, lambda line: self._progress(line, 0, 0))

    @cached_property
    def stance(self) -> StanceModel:
        """The stance model of the settings; raises ModelError."""
        with self._lock:
            return stance_of(self._settings.models)

    @cached_property
    def stored(self) -> KeptIndex:
        """The index, once every paragraph has a vector of this encoder."""
        with self._lock:
            self.fill()
            if self._settings.index.engine == "milvus":
                return self._on_server
            vectors = StoredIndex(
                self._catalogue.folder / _FOLDER,
                encoder=self.encoder.key,
                dimensions=self.encoder.dimensions,
                source=self._catalogue,
            )
            return PairedStored(vectors, self._catalogue, self._words)

    @property
    def index_fault(self) -> str | None:
        """Why the index on a server cannot be searched, as of the last try; None where it can."""
        return self._on_server.fault if "_on_server" in self.__dict__ else None

    def close(self) -> None:
        """End what is made in the background, and let go of a server."""
        stored: KeptIndex | None = self.__dict__.get("stored")
        if isinstance(stored, PairedStored):
            stored.close()
        if "_on_server" in self.__dict__:
            self._on_server.close()

    def _words(self) -> StoredWords:
        # Only a large library has use for tantivy.
        from retrieval.index.words.kept import StoredWords  # noqa: PLC0415

        return StoredWords(
            self._catalogue.folder / _FOLDER,
            source=self._catalogue,
            forms=forms(),
            title=TITLE_WEIGHT,
        )

    @cached_property
    def _on_server(self) -> MilvusStored:
        return on_server(
            self._settings.index,
            self._catalogue,
            self.encoder,
            lambda done, of: self._progress("Filling the index", done, of),
        )

    def fill(self) -> None:
        """Make the vectors that another encoder, or another process, has left out."""
        encoding.fill(
            self._catalogue,
            self.encoder,
            lambda done, of: self._progress("Encoding the library anew", done, of),
        )

    @cached_property
    def answerer(self) -> Answerer:
        """What answers questions from the catalogue and an index."""
        return Answerer(
            self._catalogue,
            self.encoder,
            self.stance,
            self._settings.search,
            languages_read(self._settings.models),
            shipped(judge_of(self._settings.models)),
        )
