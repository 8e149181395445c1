"""The file of a library's index: loaded where it can be believed, and written."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from retrieval.errors import IndexDamagedError
from retrieval.index import manifest
from retrieval.index.engines import ENGINES, STAND_IN
from retrieval.index.making import Held
from retrieval.index.segments import Segmented

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.index.base import VectorSource

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """What `doctor` says of the index file. All but "sound" and "behind" lead to a rebuild."""

    state: Literal["sound", "behind", "missing", "damaged", "foreign", "stale"]
    detail: str

    @property
    def well(self) -> bool:
        """Whether the file is as it was written: one that is missing or out of step is no fault."""
        return self.state != "damaged"


class Filed:
    """The index file in `folder`, for the vectors of one encoder in one store."""

    def __init__(
        self, folder: Path, *, encoder: str, dimensions: int, source: VectorSource
    ) -> None:
        self.folder = folder
        self._encoder = encoder
        self._dimensions = dimensions
        self._source = source

    def load(self) -> Held | None:
        """The index in the file; None where there is none that can be believed and carried on."""
        try:
            found = manifest.read(self.folder)
            if found is None or not self.in_line(found.generation, found.token):
                return None
            if foreign := self._foreign(found):
                _LOG.info("The index is not this library's (%s) and is rebuilt.", foreign)
                return None
            part = ENGINES[found.engine].load(manifest.verify(self.folder, found))
        except IndexDamagedError as error:
            _LOG.warning("The index is damaged and is rebuilt: %s", error)
            return None
        if len(part) != found.count or part.dimensions != found.dimensions:
            _LOG.warning("The index is not what its manifest says and is rebuilt.")
            return None
        engine = ENGINES[found.engine]
        index = Segmented(part, engine.tail)
        return Held(index, engine, found.generation, found.token, exact=True, file=found.file)

    def write(self, held: Held) -> Held:
        """The index with its file, which is there when this returns; raises OSError.

        One that has not exactly what its generation says, or more than one part, is not written.
        """
        if held.token is None or not held.exact or held.index.changed:
            return held
        name = manifest.write(
            self.folder,
            held.index,
            encoder=self._encoder,
            engine=held.engine.name,
            generation=held.generation,
            token=held.token,
        )
        if held.engine.trained:
            # From here on it lies in its file, and the memory it was made in is free.
            # Unless somebody else has put another in its place already.
            with suppress(IndexDamagedError):
                part = held.engine.load(self.folder / name)
                held = replace(held, index=Segmented(part, held.engine.tail))
        return replace(held, file=name)

    def in_line(self, generation: int, token: int | None) -> bool:
        """Whether the store knows that change, and what came after can be told one by one."""
        return (
            self._source.token(generation) == token and self._source.removed(generation) is not None
        )

    def name(self) -> str | None:
        """The index file that is to be loaded; None for none."""
        try:
            found = manifest.read(self.folder)
        except IndexDamagedError:
            return None
        return None if found is None else found.file

    def status(self) -> IndexStatus:
        """The state of the file, its checksum verified; changes nothing."""
        try:
            found = manifest.read(self.folder)
            if found is None:
                return IndexStatus("missing", "there is no index yet; the next question builds it")
            manifest.verify(self.folder, found)
        except IndexDamagedError as error:
            return IndexStatus(
                "damaged", f"{str(error).rstrip('.')}: build it anew with `whosays reindex`"
            )
        if foreign := self._foreign(found):
            return IndexStatus("foreign", f"{foreign}; the next question builds it anew")
        detail = f"{found.count} vectors of {found.dimensions} dimensions, {found.engine}"
        if not self.in_line(found.generation, found.token):
            return IndexStatus(
                "stale",
                f"{detail}; the library has changed since, and the next question builds it anew",
            )
        if found.engine == STAND_IN.name:
            detail += (
                ", compared one by one until a running bot or `whosays reindex` has made a quicker "
                "index"
            )
        if found.generation != self._source.generation():
            return IndexStatus("behind", f"{detail}; changes since are read from the library")
        return IndexStatus("sound", detail)

    def _foreign(self, found: manifest.Manifest) -> str | None:
        """Why an index file is not for this library and encoder; None where it is."""
        if found.format != manifest.FORMAT:
            return f"format {found.format} instead of {manifest.FORMAT}"
        if found.encoder != self._encoder:
            return f"encoder {found.encoder} instead of {self._encoder}"
        if found.dimensions != self._dimensions:
            return f"{found.dimensions} dimensions instead of {self._dimensions}"
        if found.engine not in ENGINES:
            return f"the engine {found.engine} is not known"
        return None
