"""A server for all tests here: the embedded one, and a real one where TEST_MILVUS_URI names it."""

from __future__ import annotations

import importlib.util
import os
import secrets
from typing import TYPE_CHECKING

import pytest

from retrieval.index.milvus.server import Address, Server
from retrieval.store.catalogue import Catalogue
from tests.retrieval.index.milvus.shelves import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SERVER = "TEST_MILVUS_URI"


def _needs_client() -> None:
    if importlib.util.find_spec("pymilvus") is None:
        pytest.skip("pymilvus is not installed: install whosays[milvus]")


@pytest.fixture(scope="session", params=["embedded", "server"])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    _needs_client()
    uri = str(tmp_path_factory.mktemp("milvus") / "test.db")
    if request.param == "server":
        uri = os.environ.get(SERVER, "")
        if not uri:
            pytest.skip(f"no Milvus server: name one of version 2.5 or newer with {SERVER}")
    made = Server(Address(uri, seconds=60.0, retry_seconds=0.0))
    yield made
    made.close()


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    _needs_client()
    path = tmp_path_factory.mktemp("embedded") / "test.db"
    made = Server(Address(str(path), seconds=60.0, retry_seconds=0.0))
    yield made
    made.close()


@pytest.fixture
def shelf(server: Server, tmp_path: Path) -> Iterator[Shelf]:
    """An empty library with a collection of its own."""
    with Catalogue.open(tmp_path / "library") as catalogue:
        made = Shelf(catalogue, server, f"t{secrets.token_hex(6)}")
        yield made
        made.collection().drop()
