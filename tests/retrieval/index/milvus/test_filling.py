"""A collection follows its library through any history, and is never searched out of step."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.errors import IndexDamagedError, IndexFillingError, IndexForeignError
from retrieval.index.milvus import filling, kept
from retrieval.index.milvus.collection import Collection
from retrieval.model import Filter
from retrieval.store.backup import back_up, restore
from retrieval.store.catalogue import Catalogue
from tests.retrieval.index.milvus.shelves import (
    ENCODER,
    Shelf,
    assert_in_step,
    unit,
)
from tests.retrieval.index.thirty import TIDES
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import NoReturn

    from retrieval.index.milvus.rows import Row
    from retrieval.index.milvus.server import Server


def test_a_first_question_fills_and_the_next_start_finds_it_filled(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.add("one")
    shelf.add("two")
    assert shelf.opened().status().state == "missing"
    assert_in_step(shelf.opened(), shelf.catalogue)
    assert shelf.opened().status().state == "sound"
    monkeypatch.setattr(Catalogue, "index_rows", _unasked)
    assert len(shelf.opened().current()) == 4


def test_an_empty_library_has_an_empty_collection(shelf: Shelf) -> None:
    index = shelf.opened()
    assert_in_step(index, shelf.catalogue)
    assert index.current().last == 0
    shelf.add("one")
    assert_in_step(index, shelf.catalogue)


def test_new_articles_alone_are_put_in(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.add("one")
    index = shelf.opened()
    assert_in_step(index, shelf.catalogue)
    put: list[int] = []
    real = Collection.put

    def noted(self: Collection, rows: Sequence[Row]) -> None:
        put.extend(row.id for row in rows)
        real(self, rows)

    monkeypatch.setattr(Collection, "put", noted)
    added = shelf.add("two")
    assert index.status().state == "behind"
    assert_in_step(index, shelf.catalogue)
    assert put == added


@pytest.mark.parametrize("fresh", [True, False])
def test_what_is_removed_is_gone_with_the_next_question(shelf: Shelf, *, fresh: bool) -> None:
    shelf.add("one")
    gone = shelf.add("two")
    index = shelf.opened()
    assert_in_step(index, shelf.catalogue)
    shelf.catalogue.remove("two")
    index = shelf.opened() if fresh else index
    assert_in_step(index, shelf.catalogue)
    assert not set(gone) & set(index.current().search(unit(1)[0], 99)[0].tolist())


def test_what_is_described_otherwise_is_found_under_what_it_is_now(shelf: Shelf) -> None:
    ids = shelf.add("one")
    shelf.add("two")
    index = shelf.opened()
    assert_in_step(index, shelf.catalogue)
    before = shelf.catalogue.article("one")
    now = replace(before, title="Regatta", published="2026-05-01", source=TIDES)
    assert shelf.catalogue.describe("one", now)
    current = index.current()
    assert {each for each, _ in current.words(["regatta"], 9)} == set(ids)
    for where in (Filter(sources=("tide-times",)), Filter(since="2026-04-01")):
        narrowed = current.within(shelf.catalogue.chosen(where))
        assert set(narrowed.search(unit(1)[0], 9)[0].tolist()) == set(ids)
    shelf.catalogue.rename("tide-times", "The Harbour Post", merge=True)
    narrowed = index.current().within(shelf.catalogue.chosen(Filter(sources=("harbour-post",))))
    assert len(narrowed.search(unit(1)[0], 9)[0]) == 4


def test_a_vector_that_comes_after_later_ones_is_put_in(shelf: Shelf) -> None:
    shelf.catalogue.add([entry("old", path="/old")], encoder="another")
    shelf.add("new")
    index = shelf.opened()
    assert len(index.current()) == 2
    missing = [row.id for row in shelf.catalogue.missing(ENCODER, 9)]
    shelf.catalogue.put_vectors(ENCODER, missing, unit(len(missing)))
    assert len(index.current()) == 4
    assert set(index.current().search(unit(1)[0], 9)[0].tolist()) >= set(missing)


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(-3, 6), max_size=5))
def test_any_history_ends_in_step(
    server: Server, tmp_path_factory: pytest.TempPathFactory, history: list[int]
) -> None:
    with Catalogue.open(tmp_path_factory.mktemp("history")) as catalogue:
        shelf = Shelf(catalogue, server, f"t{secrets.token_hex(6)}")
        index = shelf.opened()
        for number, step in enumerate(history):
            held = catalogue.articles()
            if step == 0:
                index = shelf.opened()
            elif step > 0:
                shelf.add(f"n{number}", step)
            elif held:
                catalogue.remove(held[0].ref.id)
            assert_in_step(index, catalogue)
        shelf.collection().drop()


def test_another_librarys_collection_is_neither_searched_nor_emptied(
    shelf: Shelf, tmp_path: Path
) -> None:
    shelf.add("one")
    assert_in_step(shelf.opened(), shelf.catalogue)
    with Catalogue.open(tmp_path / "other") as other:
        stranger = Shelf(other, shelf.server, shelf.name)
        stranger.add("two")
        for use in (stranger.opened().current, stranger.opened().rebuild):
            with pytest.raises(IndexForeignError, match=r"another library's.*index\.collection"):
                use()
        assert "another library's" in stranger.opened().status().detail
        assert not stranger.opened().status().well
    assert_in_step(shelf.opened(), shelf.catalogue)


def test_a_collection_that_is_none_of_ours_is_left_alone(shelf: Shelf) -> None:
    shelf.server.call(lambda client: client.create_collection(shelf.name, dimension=4))
    shelf.add("one")
    with pytest.raises(IndexForeignError, match="is none of whosays"):
        shelf.opened().current()
    assert shelf.server.call(lambda client: client.has_collection(shelf.name))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"format": 99}, "format 99"),
        ({"encoder": "other"}, "encoder other"),
        ({"dimensions": 7}, "7 dimensions"),
        ({"token": 1}, "not the one it was filled from"),
        ({"generation": 99}, "not the one it was filled from"),
    ],
    ids=str,
)
def test_a_collection_that_cannot_be_followed_is_filled_anew(
    shelf: Shelf, change: dict[str, object], why: str
) -> None:
    shelf.add("one")
    assert_in_step(shelf.opened(), shelf.catalogue)
    mark = shelf.collection().mark()
    assert mark is not None
    shelf.collection().write(replace(mark, **change))  # type: ignore[arg-type]
    status = shelf.opened().status()
    assert status.state == "stale"
    assert why in status.detail
    assert_in_step(shelf.opened(), shelf.catalogue)


def test_what_is_not_remembered_any_more_is_not_guessed(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.add("one")
    shelf.add("two")
    assert_in_step(shelf.opened(), shelf.catalogue)
    shelf.catalogue.remove("one")
    monkeypatch.setattr(Catalogue, "touched", lambda *_: None)
    status = shelf.opened().status()
    assert (status.state, "than is remembered" in status.detail) == ("stale", True)
    assert_in_step(shelf.opened(), shelf.catalogue)


@pytest.mark.parametrize("after", [0, 1, 2, 3])
def test_a_fill_that_stops_goes_on_from_there(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    monkeypatch.setattr(filling, "BATCH", 2)
    for number in range(4):
        shelf.add(f"n{number}")
    stops = iter([False] * after)
    step = filling.Filling(shelf.collection(), shelf.catalogue, ENCODER)
    assert step.bring(step.look(), stopped=lambda: next(stops, True)) is None
    assert step.look().state == "filling"
    # Removed between two batches, and before and after what was put in.
    shelf.catalogue.remove("n0")
    shelf.catalogue.remove("n3")
    shelf.add("n4")
    assert_in_step(shelf.opened(), shelf.catalogue)


def test_a_large_backlog_is_filled_in_the_background(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "AT_ONCE", 3)
    shelf.add("one", 3)
    shelf.add("two", 3)
    index = shelf.opened()
    with pytest.raises(IndexFillingError, match=r"being filled \(\d of 6 paragraphs\)"):
        index.current()
    assert index._background is not None
    index._background.join(60)
    assert_in_step(index, shelf.catalogue)


def test_rows_that_a_server_has_lost_are_missed(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.add("one")
    ids = shelf.add("two")
    assert_in_step(shelf.opened(), shelf.catalogue)
    shelf.collection().remove(ids[:1])
    status = shelf.opened().status()
    assert (status.state, "3 paragraphs instead of 4" in status.detail) == ("damaged", True)
    shelf.opened().rebuild()
    assert_in_step(shelf.opened(), shelf.catalogue)
    monkeypatch.setattr(Collection, "put", lambda *_: None)
    with pytest.raises(IndexDamagedError, match="holds 0 paragraphs of 4"):
        shelf.opened().rebuild()


def test_a_restored_backup_is_not_taken_for_what_the_collection_holds(
    server: Server, tmp_path: Path
) -> None:
    folder, file, name = tmp_path / "library", tmp_path / "b.zip", f"t{secrets.token_hex(6)}"
    with Catalogue.open(folder) as catalogue:
        Shelf(catalogue, server, name).add("one")
        back_up(folder, file)
        Shelf(catalogue, server, name).add("later")
        assert_in_step(Shelf(catalogue, server, name).opened(), catalogue)
    restore(file, folder)
    with Catalogue.open(folder) as catalogue:
        shelf = Shelf(catalogue, server, name)
        # The second change of this library, with the ids that the one replaced had.
        shelf.add("other")
        assert shelf.opened().status().state == "stale"
        assert_in_step(shelf.opened(), catalogue)
        assert shelf.opened().current().words(["later"], 9) == []
        shelf.collection().drop()


def _unasked(*_: object) -> NoReturn:
    raise AssertionError("the library was read again")
