"""Kill -9 while words are put into tantivy: what is found after is whole, or made anew."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from retrieval.index.words import folder
from retrieval.store.catalogue import Catalogue
from tests.retrieval.index.words import killed
from tests.retrieval.index.words.shelves import impatient, opened, ready

ROOT = Path(killed.__file__).parents[4]


@pytest.mark.parametrize("seed", range(3))
def test_words_after_a_kill_are_whole_and_in_step(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    command: list[str | Path] = [sys.executable, "-m", killed.__name__, tmp_path]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "begun\n"
        time.sleep((0.05, 0.2, 0.45)[seed])
        worker.kill()
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
