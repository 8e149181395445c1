"""Kill -9 while words are put into tantivy: what is found after is whole, or made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval.index.words import folder
from retrieval.store.catalogue import Catalogue
from tests.retrieval.index.killing import SECONDS, kill
from tests.retrieval.index.words import killed
from tests.retrieval.index.words.shelves import impatient, opened, ready

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("seconds", SECONDS)
def test_words_after_a_kill_are_whole_and_in_step(
    tmp_path: Path, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill(killed.__name__, tmp_path, seconds)
    impatient(monkeypatch)
    with Catalogue.open(tmp_path, create=False) as catalogue:
        assert catalogue.check() == []
        stored = opened(catalogue)
        # A new folder may be there without its manifest, a manifest never without its folder.
        assert stored.status().state in {"missing", "sound", "behind"}
        killed.assert_in_step(ready(stored), catalogue)
        stored.rebuild()
        assert stored.status().state == "sound"
        killed.assert_in_step(ready(stored), catalogue)
        stored.close()
        named = folder.named(stored._root)
        assert named is not None
        assert (stored._root / named).is_dir()


def test_what_lacks_a_paragraph_is_noticed_by_the_same_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient(monkeypatch)
    with Catalogue.open(tmp_path) as catalogue:
        killed.grow(catalogue, 0)
        stored = opened(catalogue)
        before = ready(stored)
        killed.grow(catalogue, 1)
        with pytest.raises(AssertionError):
            killed.assert_in_step(before, catalogue)
        killed.assert_in_step(ready(stored), catalogue)
        stored.close()
