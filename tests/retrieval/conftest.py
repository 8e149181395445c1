"""One process that reads pages for all tests: starting it takes longer than most of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from config.coverage import FetchSettings
from retrieval.fetch import pages
from retrieval.fetch.worker import Workers

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def _workers() -> Iterator[Workers]:
    with Workers(FetchSettings()) as made:
        yield made


class _Shared:
    """The shared process; closing it is for the end of all tests."""

    def __init__(self, workers: Workers) -> None:
        self.read = workers.read

    def close(self) -> None: ...


@pytest.fixture
def shared_workers(_workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever reads pages in this test does so in the shared process."""
    monkeypatch.setattr(pages, "Workers", lambda _: _Shared(_workers))
