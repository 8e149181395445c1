"""Adding many files: read ahead by another thread, settled in their order."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest

from retrieval import adding
from retrieval.adding import AHEAD, Adder
from retrieval.ingest.read import read_file
from retrieval.store.catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from retrieval.ingest.read import PdfReader
    from retrieval.ingest.sidecar import Sidecar
    from retrieval.model import Draft


class Encoder:
    """One vector for all."""

    key = "one"
    dimensions = 8

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """As Encoder.encode."""
        return np.full((len(texts), 8), 8**-0.5, dtype=np.float32)


@pytest.fixture
def adder(tmp_path: Path) -> Iterator[Adder]:
    with Catalogue.open(tmp_path / "library") as catalogue:
        yield Adder(catalogue, Encoder, max_bytes=10**6)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The files that were read, in order, each with the thread that read it."""
    heard: list[tuple[str, str]] = []

    def told(
        path: Path, *, sidecar: Sidecar | None, max_bytes: int, pdf: PdfReader | None
    ) -> Draft:
        heard.append((path.name, threading.current_thread().name))
        return read_file(path, sidecar=sidecar, max_bytes=max_bytes, pdf=pdf)

    monkeypatch.setattr(adding, "read_file", told)
    return heard


def _files(folder: Path, count: int) -> Path:
    folder.mkdir()
    for at in range(count):
        words = f"Keeper {at} of lighthouse {at * 7} told the harbour board about storm {at * 13}."
        text = "" if at % 5 == 2 else f"Storm {at}\n\n" + f"{words} " * 4
        (folder / f"{at:03}.txt").write_text(text, "utf-8")
    return folder


def test_outcomes_come_in_the_order_of_the_files(
    adder: Adder, read: list[tuple[str, str]], tmp_path: Path
) -> None:
    folder = _files(tmp_path / "texts", 2 * AHEAD)
    added = list(adder.add([folder], source=None, progress=lambda *_: None))
    names = [f"{at:03}.txt" for at in range(2 * AHEAD)]
    for outcome in ("added", "refused"):
        found = [each.path.name for each in added if each.path and each.outcome == outcome]
        assert found == sorted(found)
        assert found
    assert sorted(each.path.name for each in added if each.path) == names
    assert [name for name, _ in read] == names
    assert {thread.split("_")[0] for _, thread in read} == {"reading"}


def test_who_stops_listening_stops_the_reading(
    adder: Adder, read: list[tuple[str, str]], tmp_path: Path
) -> None:
    folder = _files(tmp_path / "texts", 4 * AHEAD)
    outcomes = adder.add([folder], source=None, progress=lambda *_: None)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert len(read) < 2 * AHEAD
    assert not [each for each in threading.enumerate() if each.name.startswith("reading")]
