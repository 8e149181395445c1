"""Libraries of made-up articles, their words in tantivy, and what FTS5 finds in the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np

from retrieval.index.words import folder, kept
from retrieval.index.words.kept import StoredWords
from retrieval.outside import forms
from retrieval.store.words import TITLE_WEIGHT
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from retrieval.index.words.searching import TantivyWords
    from retrieval.store.catalogue import Catalogue

ENCODER = "e"
FORMS = forms()
# What a word in the title counts is by three lengths, and tantivy keeps lengths of 40 words and
# more in steps of a twentieth.
NEAR = 0.3


def opened(catalogue: Catalogue) -> StoredWords:
    """What a process that starts now opens."""
    return StoredWords(
        catalogue.folder / "index", source=catalogue, forms=FORMS, title=TITLE_WEIGHT
    )


def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for a command to end first."""
    monkeypatch.setattr(kept, "_PATIENCE_SECONDS", 0.0)
    monkeypatch.setattr(kept, "_STEP_BACK_SECONDS", 0.0)


def add(catalogue: Catalogue, name: str, *texts: str, title: str = "At sea") -> None:
    """An article of these paragraphs."""
    catalogue.add([entry(name, texts, title=title, path=f"/{name}")], encoder=ENCODER)


def ready(stored: StoredWords) -> TantivyWords:
    """The index when what the background is at is there."""
    stored.current()
    stored.wait()
    found = stored.current()
    assert found is not None
    return found


def named(root: Path) -> Path:
    """The folder that is there."""
    (found,) = (each for each in root.glob("words-*") if each.is_dir())
    return found


def write(path: Path, key: str, value: object) -> None:
    """Have a manifest say something else of one thing, and be whole."""
    data = json.loads(path.read_text())
    del data["sha256"]
    path.write_text(json.dumps(folder._sealed(data | {key: value})))


def assert_same(
    found: TantivyWords, catalogue: Catalogue, terms: list[str], k: int, among: list[int] | None
) -> None:
    """As many as FTS5 finds, and no others than it could."""
    ids = None if among is None else np.array(among, dtype=np.int64)
    every = {each for each, _ in catalogue.words(terms, 10_000, among=ids)}
    rows = found.words(terms, k, ids)
    assert len(rows) == min(max(k, 0), len(every))
    assert len({each for each, _ in rows}) == len(rows)
    assert {each for each, _ in rows} <= every
    assert [score for _, score in rows] == sorted((score for _, score in rows), reverse=True)


def assert_near(found: TantivyWords, catalogue: Catalogue, terms: list[str], k: int) -> None:
    """Scores near those of FTS5, and the best by these among the found."""
    every = dict(catalogue.words(terms, 10_000))
    rows = found.words(terms, k)
    for each, score in rows:
        assert abs(score - every[each]) <= NEAR * every[each] + 1e-5
    if rows:
        least = rows[-1][1]
        left = [score for each, score in every.items() if each not in dict(rows)]
        assert all(score <= least * (1 + NEAR) / (1 - NEAR) + 1e-5 for score in left)
