"""Old articles go, those that something needs stay, and a kill in the middle loses none of them."""

from __future__ import annotations

import random
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from benchmarks.pruning import ADDED, fill, inspect, kill_once, stays
from retrieval import pruning
from retrieval.pruning import Pruned, Pruning, first_kept
from retrieval.store.catalogue import Catalogue
from retrieval.store.ledger import Ledger
from retrieval.store.pins import Pins
from tests.retrieval.store.entries import entry
from tests.retrieval.store.ledgers import note
from tests.retrieval.store.test_aged import about, watched

if TYPE_CHECKING:
    from collections.abc import Iterator


BEFORE = "2020-01-01"
OLD, YOUNG = "2019-12-31T23:59:00+00:00", "2020-01-01"


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "library") as opened:
        yield opened


def run(catalogue: Catalogue, **options: object) -> Pruned:
    return Pruning(catalogue, BEFORE).run(pause=lambda _: None, **options)  # type: ignore[arg-type]


def ids(catalogue: Catalogue) -> set[str]:
    return {row.ref.id for row in catalogue.articles()}


def test_the_first_day_that_is_kept() -> None:
    now = datetime(2026, 3, 1, 0, 5, tzinfo=UTC)
    assert first_kept(1, now) == "2026-02-28"
    assert first_kept(365, now) == "2025-03-01"
    assert first_kept(10**6, now) == "0001-01-01"


def test_what_is_old_goes_and_what_is_needed_stays(catalogue: Catalogue) -> None:
    dates = {
        "old1": OLD,
        "old2": OLD,
        "pin": OLD,
        "told": OLD,
        "shown": OLD,
        "new": YOUNG,
        "no": None,
    }
    catalogue.add([entry(each, published=day) for each, day in dates.items()], encoder="e")
    Pins(catalogue.database).add("pin")
    watched(catalogue, "told", "discord")
    note(Ledger(catalogue.database), answer=about("shown"))
    generation = catalogue.generation()
    look = Pruning(catalogue, BEFORE).look()
    assert ids(catalogue) == set(dates)
    told = run(catalogue)
    assert ids(catalogue) == {"pin", "told", "shown", "new", "no"}
    assert (told.articles, told.paragraphs) == (look.articles, look.paragraphs) == (2, 4)
    assert told.stay == look.stay == {"pinned": 1, "watches": 1, "answers": 1}
    assert catalogue.check() == []
    # What an index has to leave out, of which it need not be made anew.
    gone = catalogue.removed(generation)
    assert gone is not None
    assert len(gone) == told.paragraphs
    generation = catalogue.generation()
    assert run(catalogue).articles == 0
    assert catalogue.generation() == generation


def test_a_copy_that_stays_is_told_of_what_else_says_it(catalogue: Catalogue) -> None:
    catalogue.add([entry("old", published=OLD), entry("new", published=YOUNG)], encoder="e")
    catalogue.refer("new", "old", [(0, 9)], 1)
    run(catalogue)
    assert catalogue.article("new").copy_of is None
    assert catalogue.check() == []


def test_a_source_known_by_name_is_remembered(catalogue: Catalogue) -> None:
    catalogue.add([entry("old", published=OLD, url="https://harbour.example/1")], encoder="e")
    catalogue.rename("harbour-post", "The Harbour Gazette", ["harbour.example"])
    run(catalogue)
    assert catalogue.sources() == []
    found = catalogue.source_at(["harbour.example"])
    assert found is not None
    assert found.name == "The Harbour Gazette"
    catalogue.add([entry("new", published=YOUNG)], encoder="e")
    assert [row.source.name for row in catalogue.sources()] == ["The Harbour Gazette"]
    catalogue.remove("new")
    assert catalogue.source_at(["harbour.example"]) is None


def test_one_that_is_halted_goes_on_where_it_was(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pruning, "_SECONDS", 0.0)
    catalogue.add([entry(f"a{number}", published=OLD) for number in range(5)], encoder="e")
    gone: list[int] = []
    told = run(catalogue, halted=lambda: len(gone) == 2, progress=gone.append)
    assert (told.articles, gone) == (2, [1, 2])
    assert ids(catalogue) == {"a2", "a3", "a4"}
    assert run(catalogue).articles == 3


def test_an_answer_that_is_kept_in_the_middle_keeps_its_article(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pruning, "_SECONDS", 0.0)
    catalogue.add([entry(f"a{number}", published=OLD) for number in range(3)], encoder="e")
    ledger = Ledger(catalogue.database)
    told = run(catalogue, progress=lambda gone: gone == 1 and note(ledger, answer=about("a2")))
    assert ids(catalogue) == {"a2"}
    assert told.stay == {"answers": 1}


@examples(max_examples=15)
@given(
    articles=st.lists(
        st.tuples(
            st.none() | st.dates().map(str) | st.datetimes().map(lambda at: at.isoformat()),
            st.booleans(),
        ),
        max_size=12,
    ),
    keep_days=st.integers(1, 40_000),
)
def test_no_pinned_and_no_young_article_ever_goes(
    articles: list[tuple[str | None, bool]], keep_days: int
) -> None:
    with tempfile.TemporaryDirectory() as folder, Catalogue.open(Path(folder)) as catalogue:
        made = [entry(f"{at:04d}", published=day) for at, (day, _) in enumerate(articles)]
        catalogue.add(made, encoder="e")
        for at, (_, pinned) in enumerate(articles):
            if pinned:
                Pins(catalogue.database).add(f"{at:04d}")
        before = first_kept(keep_days)
        told = Pruning(catalogue, before).run(pause=lambda _: None)
        today = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
        stay = {
            f"{at:04d}"
            for at, (day, pinned) in enumerate(articles)
            if pinned or (day or today)[:10] >= before
        }
        assert ids(catalogue) == stay
        assert told.articles == len(articles) - len(stay)
        assert catalogue.check() == []


def test_what_should_stay_survives_a_kill(tmp_path: Path) -> None:
    dice = random.Random(3)  # noqa: S311 - a moment, not a secret
    for number in range(3):
        found = kill_once(tmp_path / "library", number * ADDED, dice)
        assert found.problems == []
        assert found.held >= sum(map(stays, range((number + 1) * ADDED)))


def test_the_inspection_notices_what_is_lost_and_what_is_left(tmp_path: Path) -> None:
    fill(tmp_path, 0)
    with Catalogue.open(tmp_path) as catalogue:
        catalogue.remove("00000003")
        for number in range(5, ADDED):
            if not stays(number):
                catalogue.remove(f"{number:08d}")
    found = inspect(tmp_path, ADDED, ended=True)
    assert found.problems == [
        "article 1 is still there",
        "article 2 is still there",
        "article 3 is lost",
        "article 4 is still there",
    ]
