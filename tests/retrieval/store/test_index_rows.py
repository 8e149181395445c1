"""What an index outside the library's file is filled from, and which changes it hears of."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from retrieval.errors import InputError, NotFoundError
from retrieval.model import Filter, Source
from retrieval.store import generations
from retrieval.store.catalogue import Catalogue
from tests.retrieval.store.entries import entry, ids

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENCODER = "e"
TIDES = Source("tide-times", "Tide Times")


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "library") as catalogue:
        first = entry("one", ["Boats\0came.", "It rained."], published="2026-02-03T08:00:00Z")
        catalogue.add([first, entry("two", source=TIDES, language="de")], encoder=ENCODER)
        yield catalogue


def _touched(catalogue: Catalogue, since: int) -> list[int]:
    found = catalogue.touched(since)
    assert found is not None
    return list(found)


def test_a_row_has_what_is_searched_and_filtered_by(held: Catalogue) -> None:
    first, second, third, fourth = held.index_rows(ENCODER, 0, 9)
    assert (first.text, second.text, first.title) == ("Boats\0came.", "It rained.", "A bridge")
    assert (first.published, first.held) == ("2026-02-03", "2026-02-03")
    assert (third.published, third.held, third.language) == ("", "", "de")
    assert {first.source, fourth.source} == {"harbour-post", "tide-times"}
    assert first.article == second.article != third.article
    found, vectors = held.vectors(ENCODER)
    assert found.tolist() == [first.id, second.id, third.id, fourth.id]
    np.testing.assert_array_equal(vectors[1], second.vector)


def test_rows_come_in_batches_and_by_their_ids(held: Catalogue) -> None:
    known = ids(held)
    assert [row.id for row in held.index_rows(ENCODER, known[0], 2)] == known[1:3]
    assert [row.id for row in held.index_rows_of(ENCODER, [known[3], 999, known[1]])] == [
        known[1],
        known[3],
    ]
    assert held.index_rows("another", 0, 9) == []
    assert (held.index_count(ENCODER), held.index_count(ENCODER, known[2])) == (4, 1)
    assert held.index_count("another") == 0


def test_what_is_only_new_is_not_touched(held: Catalogue) -> None:
    assert _touched(held, 0) == []


def test_what_goes_or_is_replaced_is_touched(held: Catalogue) -> None:
    known, before = ids(held), held.generation()
    held.remove("one")
    assert _touched(held, before) == known[:2]
    assert _touched(held, held.generation()) == []
    between = held.generation()
    held.replace("two", entry("two", ["It was opened."]), encoder=ENCODER, seen="2026-02-04")
    assert set(known[2:]) <= set(_touched(held, between))
    assert set(_touched(held, before)) >= set(known)


@pytest.mark.parametrize(
    "change",
    [{"title": "Regatta"}, {"published": "2026-05-01"}, {"updated": "2026-05-02"},
     {"language": "fr"}, {"source": TIDES}],
    ids=str,
)  # fmt: skip
def test_what_is_described_otherwise_is_touched(held: Catalogue, change: dict[str, str]) -> None:
    known, before = ids(held), held.generation()
    assert held.describe("one", replace(held.article("one"), **change))  # type: ignore[arg-type]
    assert _touched(held, before) == known[:2]


def test_what_no_search_reads_is_not_touched(held: Catalogue) -> None:
    before = held.generation()
    assert held.describe("one", replace(held.article("one"), authors=("A. Writer",)))
    assert held.generation() > before
    assert _touched(held, before) == []


def test_a_vector_after_later_ones_is_touched(held: Catalogue) -> None:
    held.put_vectors("late", ids(held)[2:], np.eye(2, dtype=np.float32))
    before = held.generation()
    held.put_vectors("late", ids(held)[:1], np.eye(1, 2, dtype=np.float32))
    assert _touched(held, before) == ids(held)[:1]


def test_a_change_that_was_taken_back_is_none(held: Catalogue) -> None:
    before = held.generation()
    with suppress(ZeroDivisionError), held.writing():
        held.remove("one")
        raise ZeroDivisionError
    assert len(ids(held)) == 4
    assert _touched(held, before) == []


def test_the_vector_that_takes_the_place_of_the_last_is_touched(held: Catalogue) -> None:
    before = held.generation()
    held.put_vectors(ENCODER, ids(held)[-1:], np.eye(1, 4, dtype=np.float32))
    assert _touched(held, before) == ids(held)[-1:]


def test_what_is_described_and_then_goes_is_gone(held: Catalogue) -> None:
    known, before = ids(held), held.generation()
    with held.writing():
        held.describe("one", replace(held.article("one"), title="Regatta"))
        held.remove("one")
    assert _touched(held, before) == known[:2]
    gone = held.removed(before)
    assert gone is not None
    assert gone.tolist() == known[:2]


def test_more_than_is_kept_is_not_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generations, "MOST", 3)
    monkeypatch.setattr(generations, "KEPT", 2)
    monkeypatch.setattr(generations, "_EVERY", 1)
    with Catalogue.open(tmp_path / "library") as catalogue:
        for name in ("one", "two", "three"):
            catalogue.add([entry(name, path=f"/{name}")], encoder=ENCODER)
        seen = []
        for name in ("one", "two"):
            seen.append(catalogue.generation())
            catalogue.describe(name, replace(catalogue.article(name), title="Regatta"))
        seen.append(catalogue.generation())
        catalogue.remove("three")
        # Each time there were four, those of the older change went.
        assert [catalogue.touched(each) for each in seen[:2]] == [None, None]
        assert len(_touched(catalogue, seen[2])) == 2


def test_every_library_has_a_name_of_its_own(held: Catalogue, tmp_path: Path) -> None:
    with Catalogue.open(tmp_path / "other") as other:
        assert other.identity != held.identity
        name = other.identity
    with Catalogue.open(tmp_path / "other") as again:
        assert again.identity == name


def test_a_filter_has_ids_for_its_names(held: Catalogue) -> None:
    chosen = held.chosen(Filter(sources=("Tide Times",), since="2026-01-02", article="on"))
    assert chosen.sources == ("tide-times",)
    assert chosen.article == held.index_rows(ENCODER, 0, 1)[0].article
    assert (chosen.since, chosen.until, chosen.at) == ("2026-01-02", None, None)
    with pytest.raises(NotFoundError):
        held.chosen(Filter(sources=("nobody",)))
    with pytest.raises(InputError, match="is not a day"):
        held.chosen(Filter(until="soon"))
