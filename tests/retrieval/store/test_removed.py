"""What went since a change is told by its ids, so that an index need not be made anew."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np
import pytest

from retrieval.store import generations
from retrieval.store.catalogue import Catalogue
from tests.retrieval.store.entries import DIMENSIONS, entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "catalogue") as opened:
        opened.add([entry("a1"), entry("a2"), entry("a3", ("One.",))], encoder="e")
        yield opened


def _removed(catalogue: Catalogue, since: int) -> list[int] | None:
    found = catalogue.removed(since)
    return None if found is None else found.tolist()


def test_removals_and_corrections_are_told_by_ids(catalogue: Catalogue) -> None:
    first = catalogue.generation()
    assert _removed(catalogue, first) == []
    catalogue.remove("a2")
    second = catalogue.generation()
    catalogue.replace("a1", entry("a1", ("New.",)), encoder="e", seen="2024-11-09")
    assert _removed(catalogue, first) == [1, 2, 3, 4]
    assert _removed(catalogue, second) == [1, 2]
    assert _removed(catalogue, catalogue.generation()) == []
    assert catalogue.vectors("e")[0].tolist() == [5, 6]
    assert catalogue.span("e") == (2, 6)
    assert catalogue.vectors("e", after=1, most=1)[0].tolist() == [5]
    assert catalogue.span("other") == (0, 0)


def test_additions_take_nothing_out(catalogue: Catalogue) -> None:
    first = catalogue.generation()
    catalogue.add([entry("a4")], encoder="e")
    assert _removed(catalogue, first) == []
    assert catalogue.rewritten() == 0


def test_other_vectors_under_old_ids_cannot_be_told(catalogue: Catalogue) -> None:
    first = catalogue.generation()
    catalogue.put_vectors("e", [1], np.ones((1, DIMENSIONS), dtype=np.float32))
    assert _removed(catalogue, first) is None
    assert _removed(catalogue, catalogue.generation()) == []


def test_a_removal_that_is_rolled_back_is_none(catalogue: Catalogue) -> None:
    first = catalogue.generation()
    with suppress(KeyboardInterrupt), catalogue.writing():
        catalogue.remove("a2")
        raise KeyboardInterrupt
    catalogue.remove("a3")
    assert _removed(catalogue, first) == [5]


def test_of_too_many_the_older_are_forgotten(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generations, "MOST", 4)
    monkeypatch.setattr(generations, "KEPT", 2)
    first = catalogue.generation()
    catalogue.remove("a1")
    catalogue.remove("a2")
    second = catalogue.generation()
    catalogue.remove("a3")
    with catalogue.database.writing() as connection:
        generations.forget(connection)
    # Of five, those of the two older changes went; who has not seen these cannot be told.
    assert _removed(catalogue, first) is None
    assert _removed(catalogue, second) == [5]
