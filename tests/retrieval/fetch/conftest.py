from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from ipaddress import ip_network
from typing import TYPE_CHECKING

import pytest

from config.coverage import FetchSettings
from retrieval.fetch.client import Fetcher
from retrieval.fetch.guard import Guard
from tests.retrieval.fetch.serving import Site

if TYPE_CHECKING:
    import ssl

MakeFetcher = Callable[..., Fetcher]


class FakeResolver:
    """Every name is the server's address, but for those that a test says otherwise of.

    A list is what one look-up after another gives, the last of it from then on.
    """

    def __init__(self) -> None:
        self.names: dict[str, list[list[str]]] = {}
        self.asked: list[str] = []
        self._lock = threading.Lock()

    def __call__(self, host: str) -> list[str]:
        with self._lock:
            self.asked.append(host)
            turns = self.names.get(host, [["127.0.0.1"]])
            found = turns.pop(0) if len(turns) > 1 else turns[0]
        if not found:
            raise OSError("no such host")
        return found


class FakeClock:
    """Time that passes only by waiting."""

    def __init__(self) -> None:
        self.time = 1_700_000_000.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.time

    def wait(self, stop: threading.Event, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


@pytest.fixture
def resolver() -> FakeResolver:
    return FakeResolver()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as serving:
        yield serving


@pytest.fixture
def fetching(resolver: FakeResolver, clock: FakeClock) -> Iterator[MakeFetcher]:
    """Makes fetchers that may reach 127.0.0.1 and nothing else of this machine."""
    with ExitStack() as stack:

        def make(
            *,
            most_bytes: int = 1_000_000,
            tls: ssl.SSLContext | None = None,
            allow: str = "127.0.0.1/32",
            **values: object,
        ) -> Fetcher:
            fetcher = Fetcher(
                FetchSettings.model_validate(values),
                most_bytes=most_bytes,
                guard=Guard([ip_network(allow)], resolver=resolver),
                clock=clock,
                tls=tls,
            )
            return stack.enter_context(fetcher)

        yield make
