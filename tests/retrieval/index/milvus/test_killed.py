"""A process that fills a collection and is killed: the next one goes on, and nothing is missing."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from retrieval.index.milvus.collection import Collection
from retrieval.index.milvus.server import Address, Server
from retrieval.store.catalogue import Catalogue
from tests.conftest import ROOT
from tests.retrieval.index.milvus.shelves import Shelf, assert_in_step

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from retrieval.index.milvus.rows import Row

ARTICLES, PARAGRAPHS = 12, 10
# Fills in small batches, and says after each how far it is.
FILLS = """
import sys
from pathlib import Path
from retrieval.index.milvus import filling
from retrieval.index.milvus.server import Address, Server
from retrieval.store.catalogue import Catalogue
from tests.retrieval.index.milvus.shelves import ENCODER, Shelf

filling.BATCH = 5
folder, uri = sys.argv[1:]
with Catalogue.open(Path(folder)) as catalogue:
    shelf = Shelf(catalogue, Server(Address(uri, seconds=60.0)), "killed")
    step = filling.Filling(shelf.collection(), catalogue, ENCODER)
    step.bring(step.look(), lambda done: print(done, flush=True))
"""


@pytest.mark.skipif(
    importlib.util.find_spec("pymilvus") is None,
    reason="pymilvus is not installed: install whosays[milvus]",
)
def test_a_fill_that_is_killed_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, uri = tmp_path / "library", str(tmp_path / "server.db")
    with Catalogue.open(folder) as catalogue:
        shelf = Shelf(catalogue, Server(Address(uri, seconds=60.0)), "killed")
        for number in range(ARTICLES):
            shelf.add(f"n{number}", PARAGRAPHS)
        with subprocess.Popen(
            [sys.executable, "-c", FILLS, str(folder), uri],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        ) as filler:
            assert filler.stdout is not None
            done = [int(filler.stdout.readline()) for _ in range(8)][-1]
            filler.kill()
        assert 0 < done < ARTICLES * PARAGRAPHS
        assert shelf.opened().status().state == "stale"
        catalogue.remove("n0")
        shelf.add("later")
        put: list[int] = []
        real = Collection.put

        def noted(self: Collection, rows: Sequence[Row]) -> None:
            put.extend(row.id for row in rows)
            real(self, rows)

        monkeypatch.setattr(Collection, "put", noted)
        assert_in_step(shelf.opened(), catalogue)
        # What was in is not put in again, but for the batch that was under way.
        assert len(put) <= ARTICLES * PARAGRAPHS + 2 - done + 5
        shelf.server.close()
