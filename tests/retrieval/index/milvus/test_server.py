"""A server that is away, slow, wrong or old: one sentence within the time set, and it heals."""

from __future__ import annotations

import secrets
import sys
import time
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import IndexAwayError
from retrieval.index.milvus import server as servers
from retrieval.index.milvus.server import Address, Server
from retrieval.store.catalogue import Catalogue
from tests.retrieval.index.milvus.shelves import Shelf, assert_in_step
from tests.retrieval.index.milvus.sockets import Between, listening, nobody, rubbish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path


def _listed(server: Server) -> list[str]:
    return list(server.call(lambda client: client.list_collections(timeout=1.0)))


def _assert_one_sentence(error: BaseException, uri: str) -> None:
    said = str(error)
    assert "\n" not in said
    assert said.startswith(f"The index server at {uri} failed (")
    assert said.endswith("see that it runs and that `index.uri` and `index.token` are right.")


@pytest.mark.parametrize("place", [lambda: listening(None), lambda: listening(rubbish)])
def test_a_server_that_hangs_or_talks_rubbish_is_told_in_time(
    embedded: Server, place: Callable[[], AbstractContextManager[str]]
) -> None:
    # The client takes seconds to load, once.
    embedded.version()
    with place() as uri:
        server = Server(Address(uri, seconds=0.5, retry_seconds=0.0))
        started = time.monotonic()
        with pytest.raises(IndexAwayError) as caught:
            _listed(server)
        # Twenty times the time set: the machine may have other things to do.
        assert time.monotonic() - started < 10.0
        _assert_one_sentence(caught.value, uri)


def test_a_server_that_is_away_is_left_alone_for_a_while(
    embedded: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1000.0
    monkeypatch.setattr("retrieval.index.milvus.server.time.monotonic", lambda: now)
    server = Server(Address(nobody(), seconds=0.5, retry_seconds=5.0))
    with pytest.raises(IndexAwayError) as caught:
        _listed(server)
    _assert_one_sentence(caught.value, server.address.uri)
    assert server.fault == str(caught.value)
    assert server.failures == 1
    for later, failures in ((1004.9, 1), (1005.1, 2)):
        now = later
        with pytest.raises(IndexAwayError):
            _listed(server)
        assert server.failures == failures


def test_a_client_that_is_not_installed_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pymilvus", None)
    with pytest.raises(IndexAwayError, match=r"install whosays\[milvus\]"):
        _listed(Server(Address("http://localhost:1")))


@pytest.mark.parametrize(
    ("told", "well"), [("v2.4.13", False), ("2.5.0", True), ("v2.6.9-gpu", True), ("v3.0", True)]
)
def test_a_server_without_bm25_is_too_old(
    embedded: Server, monkeypatch: pytest.MonkeyPatch, told: str, *, well: bool
) -> None:
    class Told:
        def __init__(self, *_: object, **__: object) -> None: ...

        def get_server_version(self, **_: object) -> str:
            return told

    monkeypatch.setattr("pymilvus.MilvusClient", Told)
    server = Server(Address("http://milvus:19530"))
    if well:
        assert server.version() == told
    else:
        with pytest.raises(IndexAwayError, match=r"is Milvus v2\.4\.13, and 2\.5 or newer"):
            server.version()


def test_a_password_is_in_no_message(embedded: Server) -> None:
    server = Server(Address(nobody(), token="root:hunter2", seconds=0.5))  # noqa: S106
    with pytest.raises(IndexAwayError) as caught:
        _listed(server)
    assert "hunter2" not in f"{caught.value}{caught.value.__cause__}{server.fault}"


@pytest.fixture
def way(embedded: Server) -> Iterator[tuple[Between, str]]:
    """A way to the embedded server, as over a network, and its address."""
    from milvus_lite.server_manager import server_manager_instance  # noqa: PLC0415

    embedded.version()
    uri = server_manager_instance.start_and_get_uri(embedded.address.uri)
    between = Between(int(uri.rsplit(":", 1)[1]))
    with listening(between) as address:
        yield between, address
        between.open.set()
        between.cut()


@pytest.mark.parametrize("fault", ["cut", "held up"])
def test_it_heals_without_a_new_start_and_nothing_is_lost(
    way: tuple[Between, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    # The embedded server tells another kind of version.
    monkeypatch.setattr(servers, "_OLDEST", ())
    between, uri = way
    server = Server(Address(uri, seconds=3.0, retry_seconds=0.0))
    with Catalogue.open(tmp_path / "library") as catalogue:
        shelf = Shelf(catalogue, server, f"t{secrets.token_hex(6)}")
        shelf.add("one")
        index = shelf.opened()
        assert_in_step(index, catalogue)
        if fault == "cut":
            between.cut()
        else:
            between.open.clear()
        # What is added and removed meanwhile is safe, and found once the server is back.
        shelf.add("two")
        catalogue.remove("one")
        with pytest.raises(IndexAwayError):
            index.current()
        assert index.fault
        assert index.status().state == "away"
        between.refuses = False
        between.open.set()
        _until_well(lambda: assert_in_step(index, catalogue))
        assert not index.fault
        shelf.collection().drop()


def test_a_collection_that_was_dropped_is_filled_again(embedded: Server, tmp_path: Path) -> None:
    with Catalogue.open(tmp_path / "library") as catalogue:
        shelf = Shelf(catalogue, embedded, f"t{secrets.token_hex(6)}")
        shelf.add("one")
        index = shelf.opened()
        given_out = index.current()
        shelf.collection().drop()
        with pytest.raises(IndexAwayError):
            given_out.words(["boat"], 5)
        assert_in_step(index, catalogue)
        shelf.collection().drop()


def _until_well(check: Callable[[], None]) -> None:
    """A channel that was refused waits before it tries again; so does whoever asks."""
    deadline = time.monotonic() + 30
    while True:
        try:
            check()
        except IndexAwayError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
        else:
            return
