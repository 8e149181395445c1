"""One collection: its fields, its mark, and what is put into it, taken out and searched."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from retrieval.errors import IndexForeignError
from retrieval.index.days import day
from retrieval.index.milvus.fields import FIELDS, effort, fields, indexes
from retrieval.index.milvus.forms import NOTHING, of_paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from retrieval.index.forms import Forms
    from retrieval.index.milvus.rows import Row
    from retrieval.index.milvus.server import Server

FORMAT: Final = 1
MOST = 16_000
"""Most results of one search, and most ids of one expression; Milvus gives up to 16,384."""
_MARK_ID = 0
# Reads are what somebody waits for. Writes of a batch, and making a collection, take a server
# longer; one that hangs has failed a read before.
_WRITE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Mark:
    """Whose paragraphs a collection holds and as of which change; kept in its row 0.

    The store's paragraphs up to id `filled` are in it; it is searched once `ready`.
    """

    library: str
    encoder: str
    dimensions: int
    generation: int
    token: int | None
    filled: int
    ready: bool
    format: int = FORMAT


class Collection:
    """A collection by its name; it may not be there. Every method raises IndexAwayError."""

    def __init__(
        self, server: Server, name: str, *, dimensions: int, kind: str, forms: Forms
    ) -> None:
        self.server = server
        self.name = name
        self.dimensions = dimensions
        self.forms = forms
        self._kind = "FLAT" if server.address.embedded else kind
        self._seconds = server.address.seconds
        self._patience = max(self._seconds, _WRITE_SECONDS)

    def mark(self) -> Mark | None:
        """The mark of the collection; None where it is not there or was never filled.

        Raises IndexForeignError where it is not one of whosays.
        """
        if not self.server.call(lambda c: c.has_collection(self.name, timeout=self._seconds)):
            return None
        described = self.server.call(
            lambda c: c.describe_collection(self.name, timeout=self._seconds)
        )
        if {each["name"] for each in described["fields"]} != FIELDS:
            raise self._foreign("is none of whosays")
        self.server.call(self._load)
        rows = self._query(f"id == {_MARK_ID}", ["mark"])
        if not rows:
            # Made, and whoever made it was stopped before the first row.
            if self.count():
                raise self._foreign("does not say what it holds")
            return None
        try:
            return Mark(**json.loads(rows[0]["mark"]))
        except (ValueError, TypeError) as error:
            raise self._foreign("does not say what it holds") from error

    def create(self, mark: Mark) -> None:
        """Make it anew, empty, in the place of one that was there."""
        self.drop()
        self.server.call(self._create)
        self.write(mark)

    def drop(self) -> None:
        """Remove it with everything in it."""
        self.server.call(lambda c: c.drop_collection(self.name, timeout=self._patience))

    def write(self, mark: Mark) -> None:
        """Put a mark in the place of the one before."""
        vector = np.zeros(self.dimensions, dtype=np.float32)
        row = _row(_MARK_ID, 0, "", 0, 0, NOTHING, vector, json.dumps(asdict(mark)))
        self._upsert([row])

    def put(self, rows: Sequence[Row]) -> None:
        """Put paragraphs in, in the place of what was there under their ids."""
        self._upsert(
            [
                _row(
                    each.id,
                    each.article,
                    each.source,
                    day(each.published),
                    day(each.held),
                    of_paragraph(self.forms, each.text, each.title, each.language),
                    each.vector,
                    "",
                )
                for each in rows
            ]
        )

    def remove(self, ids: Sequence[int]) -> None:
        """Take paragraphs out; those that are not in it are passed over."""
        for start in range(0, len(ids), MOST):
            self._delete([int(each) for each in ids[start : start + MOST]])

    def count(self) -> int:
        """How many rows there are, the mark's among them."""
        return int(self._query("", ["count(*)"])[0]["count(*)"])

    def nearest(
        self, vector: NDArray[np.float32], k: int, condition: str, *, fresh: bool
    ) -> list[tuple[int, float]]:
        """Ids and inner products of the k nearest that meet a condition, best first."""
        wanted = min(k + 1, MOST)
        parameters = {"metric_type": "IP", "params": effort(self._kind, wanted)}
        found = self._search(
            "vector", vector, wanted, condition, parameters=parameters, fresh=fresh
        )
        return [each for each in found if each[0] != _MARK_ID][:k]

    def by_words(
        self, words: str, k: int, condition: str, *, fresh: bool
    ) -> list[tuple[int, float]]:
        """Ids and BM25 scores of the k best for words in their forms, best first."""
        found = self._search("sparse", words, min(k, MOST), condition, fresh=fresh)
        # The embedded one gives distances, which are scores turned around.
        return [(each, abs(score)) for each, score in found]

    def _search(
        self,
        field: str,
        wanted: object,
        k: int,
        condition: str,
        *,
        fresh: bool,
        parameters: dict[str, Any] | None = None,
    ) -> list[tuple[int, float]]:
        hits = self.server.call(
            lambda c: c.search(
                self.name,
                data=[wanted],
                anns_field=field,
                limit=k,
                filter=condition,
                output_fields=["id"],
                search_params=parameters or {"metric_type": "BM25"},
                timeout=self._seconds,
                consistency_level="Strong" if fresh else "Bounded",
            )
        )[0]
        return [(int(each["id"]), float(each["distance"])) for each in hits]

    def _query(self, condition: str, fields: list[str]) -> list[dict[str, Any]]:
        return list(
            self.server.call(
                lambda c: c.query(
                    self.name,
                    filter=condition,
                    output_fields=fields,
                    timeout=self._seconds,
                    consistency_level="Strong",
                )
            )
        )

    def _delete(self, ids: list[int]) -> None:
        self.server.call(lambda c: c.delete(self.name, ids=ids, timeout=self._patience))

    def _upsert(self, rows: list[dict[str, Any]]) -> None:
        self.server.call(lambda c: c.upsert(self.name, rows, timeout=self._patience))

    def _load(self, client: Any) -> None:  # noqa: ANN401
        """A server that has just started, or the embedded one, may not have it in memory yet."""
        state = client.get_load_state(self.name, timeout=self._seconds)
        if str(state["state"]) != "Loaded":
            client.load_collection(self.name, timeout=self._seconds)

    def _create(self, client: Any) -> None:  # noqa: ANN401 - pymilvus has no types
        client.create_collection(
            self.name,
            schema=fields(client, self.dimensions),
            index_params=indexes(client, self._kind),
            consistency_level="Strong",
            num_shards=1,
            timeout=self._patience,
        )

    def _foreign(self, why: str) -> IndexForeignError:
        return IndexForeignError(
            f"The collection {self.name!r} at {self.server.address.uri} {why}: name another one "
            "with `index.collection`."
        )


def _row(
    identifier: int,
    article: int,
    source: str,
    published: int,
    held: int,
    words: str,
    vector: NDArray[np.float32],
    mark: str,
) -> dict[str, Any]:
    return {
        "id": identifier,
        "article": article,
        "source": source,
        "published": published,
        "held": held,
        "words": words,
        "vector": vector,
        "mark": mark,
    }
