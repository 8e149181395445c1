"""What an index outside the library's file needs to be filled and to stay in step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.store import generations, index_rows, placing
from retrieval.store.filters import resolved
from retrieval.store.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.model import Chosen, Filter
    from retrieval.store.records import IndexRow, WordRow


class HeldForIndex(Opened):
    """Paragraphs with their vectors in batches, and which of them have changed."""

    @property
    def identity(self) -> str:
        """A name that no other library has, a backup of this one apart."""
        with self._database.reading() as connection:
            return index_rows.identity(connection)

    def index_rows(self, encoder: str, after: int, limit: int) -> list[IndexRow]:
        """At most `limit` paragraphs above id `after` that have a vector, ascending."""
        with self._database.reading() as connection:
            return index_rows.after(connection, encoder, after, limit)

    def index_rows_of(self, encoder: str, ids: Sequence[int]) -> list[IndexRow]:
        """Paragraphs by id; those gone, or without a vector of the encoder, are left out."""
        with self._database.reading() as connection:
            return index_rows.these(connection, encoder, ids)

    def index_count(self, encoder: str, after: int = 0) -> int:
        """How many paragraphs above id `after` have a vector of the encoder."""
        with self._database.reading() as connection:
            return index_rows.count(connection, encoder, after)

    def paragraph_count(self) -> int:
        """How many paragraphs there are."""
        with self._database.reading() as connection:
            return index_rows.paragraphs(connection)

    def word_rows(self, after: int, limit: int) -> list[WordRow]:
        """At most `limit` paragraphs above id `after`, ascending."""
        with self._database.reading() as connection:
            return index_rows.words_after(connection, after, limit)

    def word_rows_of(self, ids: Sequence[int]) -> list[WordRow]:
        """Paragraphs by id; those gone are left out."""
        with self._database.reading() as connection:
            return index_rows.words_of(connection, ids)

    def touched(self, generation: int) -> list[int] | None:
        """Ids of paragraphs that changed or went since then, new ones aside; None: not all known.

        Those that came later with ids above all others are not among them.
        """
        with self._database.reading() as connection:
            return generations.touched(connection, generation)

    def chosen(self, where: Filter) -> Chosen:
        """A filter for an index that keeps sources and days itself.

        Raises NotFoundError for a source or article that is not held, InputError for no day.
        """
        with self._database.reading() as connection:
            return resolved(connection, where)

    def passing_ids(self, chosen: Chosen) -> NDArray[np.int64]:
        """Ids of the paragraphs that pass a filter, ascending."""
        with self._database.reading() as connection:
            return placing.passing(connection, chosen)
