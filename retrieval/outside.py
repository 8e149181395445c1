"""The index on a server, put together from the settings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from retrieval.answer.language.languages import stem_in
from retrieval.index.forms import Forms
from retrieval.index.milvus.collection import Collection
from retrieval.index.milvus.kept import MilvusStored
from retrieval.index.milvus.server import Address, Server
from retrieval.store.spellings import variants

if TYPE_CHECKING:
    from collections.abc import Callable

    from config.index import IndexSettings
    from retrieval.models.base import Encoder
    from retrieval.store.catalogue import Catalogue

UKRAINIAN = "uk"


def forms() -> Forms:
    """The words of articles and questions in the form in which a server compares them."""
    return Forms(variants, {UKRAINIAN: partial(stem_in, UKRAINIAN)})


def on_server(
    settings: IndexSettings,
    catalogue: Catalogue,
    encoder: Encoder,
    progress: Callable[[int, int], None],
) -> MilvusStored:
    """A library's collection of that encoder's vectors; nothing is called yet."""
    token = settings.token
    address = Address(
        settings.uri,
        token.get_secret_value() if token is not None else None,
        settings.seconds,
        settings.retry_seconds,
    )
    collection = Collection(
        Server(address),
        settings.collection,
        dimensions=encoder.dimensions,
        kind=settings.kind,
        forms=forms(),
    )
    return MilvusStored(collection, catalogue, encoder.key, progress)
