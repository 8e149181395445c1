"""Several processes and threads at one library."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import (
    LibraryBusyError,
)
from retrieval.store.catalogue import Catalogue
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from pathlib import Path


def test_a_writer_that_waits_too_long_says_who_is_in_the_way(tmp_path: Path) -> None:
    with (
        Catalogue.open(tmp_path) as first,
        Catalogue.open(tmp_path, busy_seconds=0.05) as second,
        first.writing(),
    ):
        with pytest.raises(LibraryBusyError, match="Another process is writing"):
            second.set_setting("a", "b")
        assert second.generation() == 0


_WRITER = """
import sys
from pathlib import Path
from retrieval.store.catalogue import Catalogue
from tests.retrieval.store.entries import entry
with Catalogue.open(Path(sys.argv[1])) as catalogue:
    for number in range(20):
        catalogue.add([entry(f"{sys.argv[2]}-{number:02}")], encoder="e")
"""


def test_two_processes_make_and_fill_a_library_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER, str(folder), name], env=environment)
        for name in ("first", "second")
    ]
    assert [each.wait(timeout=60) for each in writers] == [0, 0]
    with Catalogue.open(folder) as catalogue:
        assert catalogue.counts().articles == 40
        assert catalogue.generation() == 40
        assert catalogue.check() == []


def test_readers_go_on_while_a_writer_adds(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path) as catalogue:
        catalogue.add([entry("a1")], encoder="e")
        seen: list[int] = []

        def read() -> None:
            seen.append(catalogue.counts().articles)

        with catalogue.writing():
            catalogue.add([entry("a2")], encoder="e")
            reader = threading.Thread(target=read)
            reader.start()
            reader.join(timeout=10)
            assert catalogue.counts().articles == 2
        assert seen == [1]
        read()
        assert seen == [1, 2]


def test_threads_share_a_catalogue(tmp_path: Path) -> None:
    failures: list[Exception] = []
    with Catalogue.open(tmp_path) as catalogue:

        def work(name: str) -> None:
            try:
                for number in range(10):
                    catalogue.add([entry(f"{name}{number}")], encoder="e")
                    located = catalogue.locate(catalogue.paragraph_ids())
                    assert all(each.text for each in located)
            except Exception as error:  # noqa: BLE001 - shown by the test's thread
                failures.append(error)

        threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []
        assert catalogue.counts().articles == 40
        assert catalogue.check() == []
