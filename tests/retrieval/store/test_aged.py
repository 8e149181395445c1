"""Which articles are old, and which of them something needs."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from retrieval.model import Filter
from retrieval.store.aged import Needs, aged, older
from retrieval.store.pins import Pins
from retrieval.store.watch_records import Item
from retrieval.store.watches import Watches
from retrieval.watching.begin import new
from retrieval.watching.novelty import baseline
from tests.bot.answers import POLAR
from tests.retrieval.store.entries import entry
from tests.retrieval.store.ledgers import note, wrong_side

if TYPE_CHECKING:
    from retrieval.answered import Answer
    from retrieval.store.catalogue import Catalogue
    from retrieval.store.ledger import Ledger
    from retrieval.store.watch_records import Door, Watch

EVER = ("", 0)


def about(article: str) -> Answer:
    """An answer whose only passage is of that article."""
    position = POLAR.positions[0]
    passage = position.passages[0]
    passage = replace(passage, article=replace(passage.article, id=article))
    return replace(POLAR, positions=(replace(position, passages=(passage,)),))


def watched(catalogue: Catalogue, article: str, door: Door) -> Watch:
    """A watch that was told of that article."""
    answer = about(article)
    watch = new(
        "Did the bridge open?", answer, door=door, where=Filter(), generation=1, now=time.time()
    )
    known = baseline(answer, 2)
    vector = np.zeros(4, dtype=np.float32)
    return Watches(catalogue.database).add(watch, known, encoder="e", vector=vector)


def reasons(catalogue: Catalogue, *ids: str) -> dict[str, str]:
    with catalogue.database.reading() as connection:
        return dict(Needs().reasons(connection, list(ids)))


def test_old_is_by_the_published_day_else_by_when_it_came_in(catalogue: Catalogue) -> None:
    dates = {"b": "2020-05-02T23:59:59+00:00", "a": "2020-05-01", "c": "2020-05-03", "new": None}
    catalogue.add([entry(each, published=day) for each, day in dates.items()], encoder="e")
    with catalogue.database.reading() as connection:
        found = older(connection, "2020-05-03", EVER, 9)
        assert [(each.id, each.day, each.paragraphs) for each in found] == [
            ("a", "2020-05-01", 2),
            ("b", "2020-05-02", 2),
        ]
        # What came in today is not old yet, and will be tomorrow.
        assert "new" not in [each.id for each in older(connection, "2020-06-01", EVER, 9)]
        assert "new" in [each.id for each in older(connection, "9999-01-01", EVER, 9)]
        assert [each.id for each in aged(connection, "2020-05-03", ["c", "b"])] == ["b"]


def test_one_goes_on_where_one_was(catalogue: Catalogue) -> None:
    names = [f"a{number}" for number in range(7)]
    days = [f"2020-01-0{1 + number // 3}" for number in range(7)]
    catalogue.add(
        [entry(name, published=day) for name, day in zip(names, days, strict=True)], encoder="e"
    )
    found, after = [], EVER
    with catalogue.database.reading() as connection:
        while rows := older(connection, "2021-01-01", after, 2):
            found += [each.id for each in rows]
            after = rows[-1].day, rows[-1].key
    assert found == names


def test_nothing_is_needed_where_nothing_is_kept(catalogue: Catalogue) -> None:
    catalogue.add([entry("a")], encoder="e")
    assert reasons(catalogue, "a") == {}


def test_a_kept_answer_needs_what_it_shows(catalogue: Catalogue, ledger: Ledger) -> None:
    catalogue.add([entry("a"), entry("b")], encoder="e")
    asked = note(ledger, answer=about("a"))
    assert reasons(catalogue, "a", "b") == {"a": "answers"}
    ledger.forget_answer(asked.id)
    assert reasons(catalogue, "a", "b") == {}


def test_an_answer_that_is_kept_meanwhile_counts(catalogue: Catalogue, ledger: Ledger) -> None:
    catalogue.add([entry("a"), entry("b")], encoder="e")
    first = note(ledger, answer=about("a"))
    needs = Needs()
    with catalogue.database.reading() as connection:
        assert needs.reasons(connection, ["a", "b"]) == {"a": "answers"}
    # The row of one that was deleted is used again.
    ledger.forget_answer(first.id)
    note(ledger, answer=about("b"))
    with catalogue.database.reading() as connection:
        assert needs.reasons(connection, ["a", "b"]) == {"b": "answers"}


def test_answers_are_read_a_part_at_a_time(catalogue: Catalogue, ledger: Ledger) -> None:
    for name in ("a", "b", "c"):
        note(ledger, answer=about(name))
    needs = Needs()
    with catalogue.database.reading() as connection:
        assert needs.read(connection, 2)
        assert not needs.read(connection, 2)


def test_feedback_needs_its_article(catalogue: Catalogue, ledger: Ledger) -> None:
    ledger.add_feedback(wrong_side(article="a"))
    assert reasons(catalogue, "a", "b") == {"a": "answers"}


@pytest.mark.parametrize(
    ("door", "needed"), [("discord", True), ("terminal", True), ("memory", False)]
)
def test_a_watch_needs_what_it_told(catalogue: Catalogue, door: Door, *, needed: bool) -> None:
    watch = watched(catalogue, "a", door)
    assert reasons(catalogue, "a", "b") == ({"a": "watches"} if needed else {})
    Watches(catalogue.database).remove(watch.id)
    assert reasons(catalogue, "a", "b") == {}


def test_news_that_wait_need_their_article(catalogue: Catalogue) -> None:
    watch = watched(catalogue, "a", "terminal")
    told = baseline(about("b"), 2)
    Watches(catalogue.database).settle(
        watch,
        known=(),
        gone=(),
        news=[Item("new", told[0], "2026-01-01T00:00:00+00:00")],
        generation=2,
        covered=True,
        now=time.time(),
    )
    assert reasons(catalogue, "a", "b") == {"a": "watches", "b": "watches"}


def test_the_operator_has_the_last_word(catalogue: Catalogue, ledger: Ledger) -> None:
    catalogue.add([entry("a1"), entry("b1")], encoder="e")
    note(ledger, answer=about("a1"))
    pins = Pins(catalogue.database)
    assert pins.add("a1")
    assert not pins.add("a")
    assert reasons(catalogue, "a1", "b1") == {"a1": "pinned"}
    assert [each.id for each in pins.all()] == ["a1"]
    assert pins.remove("a1")
    assert not pins.remove("a1")
    assert reasons(catalogue, "a1", "b1") == {"a1": "answers"}
