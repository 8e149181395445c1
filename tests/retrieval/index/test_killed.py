"""Kill -9 while an index is made and changed: what is found after is sound or rebuilt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval.index import engines, manifest
from retrieval.store.catalogue import Catalogue
from tests.retrieval.index import killed
from tests.retrieval.index.killing import SECONDS, kill
from tests.retrieval.index.stores import vector_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("seconds", SECONDS)
def test_an_index_after_a_kill_is_whole_and_in_step(
    tmp_path: Path, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill(killed.__name__, tmp_path, seconds)
    monkeypatch.setattr(engines, "_BY_SIZE", killed.SIZES)
    with Catalogue.open(tmp_path, create=False) as catalogue:
        assert catalogue.check() == []
        index = killed.index(catalogue)
        # A new file may be there without its manifest, a manifest never without its file.
        assert index.status().state in {"missing", "sound", "behind"}
        killed.assert_in_step(index, catalogue)
        index.rebuild()
        assert index.status().state == "sound"
        killed.assert_in_step(index, catalogue)
        index.close()
        named = manifest.read(tmp_path / "index")
        assert named is not None
        assert (tmp_path / "index" / named.file).exists()


def test_what_makes_no_index_is_noticed_by_the_same_check(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path) as catalogue:
        killed.grow(catalogue, 0)
        index = killed.index(catalogue)
        index.rebuild()
        path = vector_file(tmp_path / "index")
        path.write_bytes(path.read_bytes()[:-1])
        assert index.status().state == "damaged"
        index.close()
