"""What has come since an index of words was written, in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tantivy import Index

from retrieval.index.words.fields import ID, document, filler, schema
from retrieval.index.words.searching import Searched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.index.followed import Row
    from retrieval.index.forms import Forms

# The least that tantivy takes for one thread.
_MEMORY_BYTES = 15_000_000
# Few paragraphs have another mean length than all; among so many fillers of the right one, as good
# as the same.
_FILLERS = 1_000


class Tail:
    """Paragraphs that are put in the place of those with their ids; `mean` is their length."""

    def __init__(self, forms: Forms, mean: float) -> None:
        self._forms = forms
        self._schema = schema()
        self._index = Index(self._schema)
        self._index.config_reader("manual", 0)
        self._writer = self._index.writer(_MEMORY_BYTES, 1)
        made = filler(max(1, round(mean)))
        for _ in range(_FILLERS):
            self._writer.add_document(made)

    def put(self, gone: Sequence[int], rows: Sequence[Row]) -> Searched:
        """Take some out and put others in; what is there then does not change with the next."""
        for each in {*gone, *(row.id for row in rows)}:
            self._writer.delete_documents_by_term(ID, each)
        for row in rows:
            self._writer.add_document(document(self._forms, row)[0])
        self._writer.commit()
        self._index.reload()
        return Searched(self._index.searcher(), self._schema, _FILLERS)
