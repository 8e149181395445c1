"""Servers that send too much, too slowly, or what they did not say."""

from __future__ import annotations

import gzip
import threading
import time
import zlib
from typing import TYPE_CHECKING

import brotli
import pytest
from backports import zstd

from retrieval.errors import FetchError
from tests.retrieval.fetch.conftest import FakeResolver, MakeFetcher
from tests.retrieval.fetch.serving import Heard, Reply, Site, raw_server

if TYPE_CHECKING:
    import socket

ZEROS = bytes(50_000_000)
CODINGS = {
    "gzip": gzip.compress(ZEROS),
    "deflate": zlib.compress(ZEROS),
    "br": brotli.compress(ZEROS, quality=1),
    "zstd": zstd.compress(ZEROS),
    "gzip, gzip": gzip.compress(gzip.compress(ZEROS)),
}


@pytest.mark.parametrize("coding", CODINGS)
def test_a_bomb_ends_at_the_limit(site: Site, fetching: MakeFetcher, coding: str) -> None:
    assert len(CODINGS[coding]) < 100_000
    site.at["/a"] = Reply(CODINGS[coding], headers={"Content-Encoding": coding})
    with pytest.raises(FetchError, match="larger than 1,000,000 bytes"):
        fetching().get(site.url("/a"))


@pytest.mark.parametrize("coding", CODINGS)
def test_what_is_compressed_honestly_is_read(
    site: Site, fetching: MakeFetcher, coding: str
) -> None:
    site.at["/a"] = Reply(CODINGS[coding], headers={"Content-Encoding": coding})
    assert fetching(most_bytes=len(ZEROS)).get(site.url("/a")).body == ZEROS


def test_damaged_compression_is_an_error_of_one_line(site: Site, fetching: MakeFetcher) -> None:
    site.at["/a"] = Reply(b"no gzip at all", headers={"Content-Encoding": "gzip"})
    with pytest.raises(FetchError, match="compression is damaged"):
        fetching().get(site.url("/a"))


def test_a_body_that_never_ends_is_cut_off(fetching: MakeFetcher) -> None:
    def endless(connection: socket.socket) -> None:
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            connection.sendall(bytes(65536))

    with raw_server(endless) as port, pytest.raises(FetchError, match="sent more than"):
        fetching(transfer_bytes=500_000).get(f"http://news.example:{port}/")


def test_headers_that_never_end_are_cut_off(fetching: MakeFetcher) -> None:
    def endless(connection: socket.socket) -> None:
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while True:
            connection.sendall(b"X-Filler: " + b"a" * 1000 + b"\r\n")

    with raw_server(endless) as port, pytest.raises(FetchError):
        fetching().get(f"http://news.example:{port}/")


def test_large_headers_are_refused(site: Site, fetching: MakeFetcher) -> None:
    site.at["/a"] = Reply(b"x", headers={"X-Filler": "a" * 65_000, "X-More": "b" * 2000})
    with pytest.raises(FetchError, match="headers are too large"):
        fetching().get(site.url("/a"))


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_server_that_trickles_runs_out_of_time(fetching: MakeFetcher, head: bytes) -> None:
    """A byte now and then keeps every single read alive, but not the whole."""
    stop = threading.Event()

    def trickle(connection: socket.socket) -> None:
        connection.recv(4096)
        connection.sendall(head)
        while not stop.wait(0.05):
            connection.sendall(b"H")

    before = time.monotonic()
    try:
        with raw_server(trickle) as port, pytest.raises(FetchError) as caught:
            fetching(seconds=0.4).get(f"http://news.example:{port}/")
    finally:
        stop.set()
    assert caught.value.temporary
    assert time.monotonic() - before < 10


def test_a_resolver_that_hangs_runs_out_of_time(
    site: Site, fetching: MakeFetcher, resolver: FakeResolver, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop = threading.Event()
    monkeypatch.setattr(FakeResolver, "__call__", lambda _self, _host: stop.wait(30) or [])
    try:
        with pytest.raises(FetchError, match="did not resolve in time"):
            fetching(seconds=0.3).get(site.url("/a"))
    finally:
        stop.set()


def test_time_is_counted_over_all_redirects(site: Site, fetching: MakeFetcher) -> None:
    def slow(heard: Heard) -> Reply:
        time.sleep(0.25)
        return Reply(status=302, headers={"Location": heard.path + "x"})

    site.at |= {f"/{'x' * n}": slow for n in range(1, 7)}
    with pytest.raises(FetchError, match="too long"):
        fetching(seconds=0.6).get(site.url("/x"))
    assert len(site.heard) < 5
