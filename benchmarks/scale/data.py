"""Paragraphs of the news corpus with their vectors, and as many more, made of them.

A vector more is a real one moved by noise as far as real ones are from their nearest neighbour; a
paragraph more is one to three sentences of real ones, drawn at random. Both go by their seed.
"""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.news import articles
from config.settings import ModelSettings
from retrieval.models.load import load_encoder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

QUERIES = 200
_LEAST_WORDS = 8
_AT_ONCE = 2000
_BLOCK = 20_000
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_SENTENCES = (1, 2, 2, 3)


@dataclass(frozen=True, slots=True)
class Real:
    """Paragraphs and headlines of the corpus, with their vectors of the shipped encoder."""

    paragraphs: list[str]
    titles: list[str]
    vectors: NDArray[np.float32]
    queries: NDArray[np.float32]


def real(cache: Path, count: int) -> Real:
    """So many paragraphs, and headlines of other articles; encoded once, then read from `cache`."""
    folder = cache / f"real-{count}"
    if not (folder / "texts.json").exists():
        _encode(folder, count)
    texts = json.loads((folder / "texts.json").read_text("utf-8"))
    vectors, queries = (np.load(folder / f"{each}.npy") for each in ("paragraphs", "titles"))
    return Real(texts["paragraphs"], texts["titles"], vectors, queries[:QUERIES])


def _encode(folder: Path, count: int) -> None:
    rows = [article for part in (1, 2, 3) for article in articles(part)]
    random.Random(0).shuffle(rows)
    paragraphs: list[str] = []
    titles: list[str] = []
    for row in rows:
        if len(paragraphs) < count:
            paragraphs += [
                each.strip()
                for each in row["text"].split("\n\n")
                if len(each.split()) >= _LEAST_WORDS
            ]
        elif len(titles) < 10 * QUERIES:
            titles.append(row["title"])
    del paragraphs[count:]
    encoder = load_encoder(ModelSettings(), print)
    folder.mkdir(parents=True, exist_ok=True)
    np.save(folder / "titles.npy", encoder.encode(titles, query=True))
    parts = [encoder.encode(paragraphs[at : at + _AT_ONCE]) for at in range(0, count, _AT_ONCE)]
    np.save(folder / "paragraphs.npy", np.concatenate(parts))
    texts = json.dumps({"paragraphs": paragraphs, "titles": titles})
    (folder / "texts.json").write_text(texts, "utf-8")


def recombined(cache: Path, held: Real, count: int) -> NDArray[np.float16]:
    """So many unit vectors in float16, mapped from a file of `cache`: the real ones come first."""
    path = cache / f"vectors-{len(held.vectors)}-{count}.npy"
    if not path.exists():
        draft = path.with_suffix(".draft")
        dimensions = held.vectors.shape[1]
        made = np.lib.format.open_memmap(
            draft, mode="w+", dtype=np.float16, shape=(count, dimensions)
        )
        own = min(count, len(held.vectors))
        made[:own] = held.vectors[:own]
        dice, distances = np.random.default_rng(count), apart(held.vectors)
        for at in range(own, count, _BLOCK):
            size = min(_BLOCK, count - at)
            origin = dice.integers(0, len(held.vectors), size)
            noise = dice.standard_normal((size, dimensions), dtype=np.float32)
            noise *= (dice.choice(distances, size) / np.linalg.norm(noise, axis=1))[:, None]
            moved = held.vectors[origin] + noise
            made[at : at + size] = moved / np.linalg.norm(moved, axis=1, keepdims=True)
        made.flush()
        draft.rename(path)
    kept: NDArray[np.float16] = np.load(path, mmap_mode="r")
    return kept


def apart(vectors: NDArray[np.float32], some: int = 2000) -> NDArray[np.float32]:
    """How far real vectors are from their nearest neighbours."""
    cosines = vectors[:some] @ vectors.T
    cosines[np.arange(some), np.arange(some)] = -1
    far: NDArray[np.float32] = np.sqrt(np.maximum(2 - 2 * cosines.max(axis=1), 0))
    return far.astype(np.float32)


def texts(held: Real, count: int) -> Iterator[tuple[str, list[str]]]:
    """Titles and paragraphs of articles, twelve paragraphs each, `count` paragraphs together."""
    dice = random.Random(count)
    sentences = [each for text in held.paragraphs for each in _SENTENCE.split(text) if each]
    while count > 0:
        size = min(12, count)
        count -= size
        yield (
            dice.choice(held.titles),
            [" ".join(dice.choices(sentences, k=dice.choice(_SENTENCES))) for _ in range(size)],
        )
