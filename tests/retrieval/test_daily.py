"""Pruning once a day while something else runs."""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from retrieval import daily
from retrieval.daily import PRUNED, Daily, pruning
from retrieval.errors import LibraryBusyError, LibraryError
from retrieval.follow.lock import only_one
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from config.settings import Settings
    from retrieval.library import Library

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture
def old(library: Library) -> Library:
    """A library with one old article and a young one."""
    made = [entry("old", published="2001-01-01"), entry("new", published="9000-01-01")]
    library._catalogue.add(made, encoder="e")
    return library


def ids(library: Library) -> list[str]:
    return [row.ref.id for row in library.articles()]


def _threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "pruner"]


def keeping(settings: Settings, days: int) -> Settings:
    kept = settings.library.model_copy(update={"keep_days": days})
    return settings.model_copy(update={"library": kept})


def test_it_is_done_once_a_day(old: Library) -> None:
    worker, going = Daily(old, 30), threading.Event()
    assert worker.look(going, NOW)
    assert ids(old) == ["new"]
    assert old.recall(PRUNED) == NOW.isoformat()
    assert not worker.look(going, NOW + timedelta(hours=23))
    assert worker.look(going, NOW + timedelta(hours=25))
    # A clock that was wrong does not put it off.
    assert worker.look(going, NOW - timedelta(days=400))


def test_one_that_is_halted_is_due_again(old: Library) -> None:
    halted = threading.Event()
    halted.set()
    assert not Daily(old, 30).look(halted, NOW)
    assert ids(old) == ["new", "old"]
    assert old.recall(PRUNED) is None


def test_of_several_processes_one_prunes(old: Library) -> None:
    release = only_one(old.folder, "prune.lock", "prunes")
    with pytest.raises(LibraryBusyError, match="Another process prunes"):
        Daily(old, 30).look(threading.Event(), NOW)
    release()
    assert Daily(old, 30).look(threading.Event(), NOW)


def test_inside_the_block_it_is_pruned(
    old: Library, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(daily, "FIRST_SECONDS", 0.0)
    monkeypatch.setattr(daily, "LOOK_SECONDS", 0.01)
    with pruning(old, keeping(settings, 30)):
        while "old" in ids(old):
            threading.Event().wait(0.01)
        # Asking goes on meanwhile.
        assert old.sources()
    assert _threads() == []


def test_what_fails_is_logged_and_tried_again(
    old: Library,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(daily, "FIRST_SECONDS", 0.0)
    monkeypatch.setattr(daily, "LOOK_SECONDS", 0.01)
    errors: list[Exception] = [LibraryError("The disk is full."), RuntimeError("a fault")]
    done = threading.Event()

    def look(_: Daily, __: threading.Event) -> bool:
        if errors:
            raise errors.pop(0)
        done.set()
        return True

    monkeypatch.setattr(Daily, "look", look)
    with caplog.at_level(logging.WARNING), pruning(old, keeping(settings, 30)):
        assert done.wait(60)
    assert "Old articles stay for now. The disk is full." in caplog.text
    assert "a fault" in caplog.text


def test_where_everything_is_kept_nothing_runs(old: Library, settings: Settings) -> None:
    with pruning(old, settings) as halt:
        assert _threads() == []
        halt()
    assert ids(old) == ["new", "old"]
