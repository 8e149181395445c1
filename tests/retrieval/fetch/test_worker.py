"""A page that is too much costs itself, and the next one is read."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from config.coverage import FetchSettings
from retrieval.errors import ArticleError, WhosaysError
from retrieval.fetch import tasks
from retrieval.fetch.tasks import Feed, Page
from retrieval.fetch.worker import Workers
from tests.retrieval.fetch.pages import BODY, page
from tests.retrieval.fetch.test_feeds import RSS

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Page("https://gazette.example/a", "https://gazette.example/a", "text/html")
GOOD = page(*BODY)


@pytest.fixture
def workers() -> Iterator[Workers]:
    with Workers(FetchSettings(worker_megabytes=512)) as made:
        yield made


def _process(workers: Workers) -> int:
    (worker,) = workers._all
    return worker._process.pid


def test_pages_and_feeds_are_read_by_one_process(
    workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert workers.read(PAGE, GOOD)["paragraphs"] == BODY
    first = _process(workers)
    assert workers.read(Feed(PAGE.url, ""), RSS.encode())["title"] == "Gazette & Co"
    with pytest.raises(ArticleError, match="no article"):
        workers.read(PAGE, b"<p>no")
    assert _process(workers) == first


def test_the_process_does_not_know_our_secrets(
    workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHOSAYS_DISCORD__TOKEN", "secret")
    workers.read(PAGE, GOOD)
    with open(f"/proc/{_process(workers)}/environ", "rb") as held:  # noqa: PTH123
        assert b"secret" not in held.read()


def test_a_page_that_swells_is_refused_and_the_next_one_is_read(workers: Workers) -> None:
    """Eight million elements would take over a gigabyte as a tree."""
    with pytest.raises(ArticleError):
        workers.read(PAGE, b"<i>x" * 8_000_000)
    assert workers.read(PAGE, GOOD)["paragraphs"] == BODY


def test_a_page_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    with Workers(FetchSettings(worker_seconds=0.5)) as workers:
        workers.read(PAGE, GOOD)
        hangs = _process(workers)
        os.kill(hangs, signal.SIGSTOP)
        with pytest.raises(ArticleError, match=r"longer than 0\.5 seconds"):
            workers.read(PAGE, GOOD)
        monkeypatch.setattr(workers, "_settings", FetchSettings())
        assert workers.read(PAGE, GOOD)["paragraphs"] == BODY
        assert _process(workers) != hangs


def test_a_process_that_dies_is_replaced(workers: Workers) -> None:
    workers.read(PAGE, GOOD)
    dies = _process(workers)
    os.kill(dies, signal.SIGKILL)
    with pytest.raises(ArticleError, match="too much for the reader"):
        workers.read(PAGE, GOOD)
    assert workers.read(PAGE, GOOD)["paragraphs"] == BODY
    assert _process(workers) != dies


def test_closing_ends_the_process() -> None:
    with Workers(FetchSettings()) as workers:
        workers.read(PAGE, GOOD)
        process = _process(workers)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    with pytest.raises(WhosaysError):
        workers.read(PAGE, GOOD)


def test_a_frame_that_is_too_large_is_not_read() -> None:
    import socket  # noqa: PLC0415
    import struct  # noqa: PLC0415

    here, there = socket.socketpair()
    with here, there:
        there.sendall(struct.pack(">II", 0xFFFF_FFFF, 0))
        with pytest.raises(ValueError, match="too large"):
            tasks.receive(here)
        there.close()
        with pytest.raises(EOFError):
            tasks.receive(here)
