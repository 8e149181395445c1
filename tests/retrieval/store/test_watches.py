"""Watches in the library's file: what is kept of whom, and how it ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.errors import NotFoundError
from retrieval.model import Filter
from retrieval.store import watches as module
from retrieval.store.ledger import Ledger
from retrieval.store.watch_records import Item, Told, Watch, gathered, holds, words_of
from retrieval.store.watches import Watches
from tests.bot.answers import POLAR

if TYPE_CHECKING:
    from retrieval.store.catalogue import Catalogue

WATCH = Watch(
    id="", door="discord", question="Will it open?", canonical="Will it open?", where=Filter(),
    cadence="once", at="2026-11-26T17:00:00+00:00", asker="7", server="8", channel="9",
)  # fmt: skip
FIRST = POLAR.positions[0]
TOLD = Told("supports", replace(FIRST, passages=FIRST.passages[:1]))
VECTOR = np.ones(4, dtype=np.float32)


@pytest.fixture
def watches(catalogue: Catalogue) -> Watches:
    return Watches(catalogue.database)


def add(watches: Watches, told: tuple[Told, ...] = (TOLD,), **changes: object) -> Watch:
    made = replace(WATCH, **changes)  # type: ignore[arg-type]
    return watches.add(made, told, encoder="bags", vector=VECTOR)


def counted(catalogue: Catalogue) -> dict[str, int]:
    with catalogue.database.reading() as connection:
        return {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
            for table in ("watch", "told", "news", "post")
        }


def with_news(watches: Watches) -> Watch:
    watch = add(watches)
    watches.settle(
        watch, known=(), gone=(), news=[Item("new", TOLD, "2026-11-26")], generation=1,
        covered=True, now=5.0,
    )  # fmt: skip
    return watch


def test_what_is_told_comes_back_as_it_was(watches: Watches) -> None:
    watch = add(watches)
    assert watches.told(watch.id) == [TOLD]
    assert watches.get(watch.id[:5]) == watch
    assert watches.of("discord", asker="7") == watches.of("discord", server="8") == [watch]
    assert watches.of("discord", asker="8") == watches.of("terminal") == []


def test_the_same_question_in_the_same_place_is_one_watch(
    watches: Watches, catalogue: Catalogue
) -> None:
    add(watches)
    add(watches, cadence="daily")
    assert counted(catalogue) == {"watch": 1, "told": 1, "news": 0, "post": 0}
    add(watches, channel="10")
    add(watches, where=Filter(since="2026-01-01"))
    assert counted(catalogue)["watch"] == 3


def test_a_person_takes_their_watches_along_and_nobody_elses(
    watches: Watches, catalogue: Catalogue
) -> None:
    ledger = Ledger(catalogue.database)
    watches.intend(with_news(watches), now=5.0, due=None)
    add(watches, asker="17")
    assert ledger.kept("7").watches == 1
    assert ledger.kept("7").oldest == WATCH.at
    assert ledger.forget("7").watches == 1
    assert counted(catalogue) == {"watch": 1, "told": 1, "news": 0, "post": 0}
    assert ledger.servers() == ["8"]
    ledger.leave("8")
    assert counted(catalogue) == {"watch": 0, "told": 0, "news": 0, "post": 0}


def test_scrubbing_leaves_what_is_kept(watches: Watches, catalogue: Catalogue) -> None:
    ledger = Ledger(catalogue.database)
    watch = with_news(watches)
    watches.intend(watch, now=5.0, due=None)
    add(watches, asker="17")
    ledger.forget("17")
    before = counted(catalogue)
    assert ledger.scrub()
    assert counted(catalogue) == before
    assert watches.told(watch.id) == [TOLD]


def test_news_wait_for_one_post(watches: Watches) -> None:
    watch = with_news(watches)
    assert [each.id for each in watches.ready("discord")] == [watch.id]
    post = watches.intend(watch, now=5.0, due=None)
    assert [item.told for item in post.items] == [TOLD]
    assert watches.ready("discord") == []
    assert watches.waiting(watch.id) == []
    assert watches.unsent("discord") == [post]
    watches.sent(post.id, "100")
    assert watches.unsent("discord") == []
    assert watches.post(post.id).message == "100"
    assert watches.expire(before=5.0) == 0
    assert watches.expire(before=6.0) == 1
    with pytest.raises(NotFoundError):
        watches.post(post.id)


def test_what_is_marked_again_while_it_is_asked_stays_marked(watches: Watches) -> None:
    watch = add(watches)
    watches.mark([watch.id], [], upto=3, now=1.0)
    (marked,) = watches.marked("discord")
    watches.mark([watch.id], [], upto=4, now=2.0)
    watches.settle(
        marked, known=(), gone=(), news=(), generation=1, covered=False, now=3.0
    )  # fmt: skip
    (still,) = watches.marked("discord")
    assert (still.marked, still.marked_at) == (4, 1.0)


def test_paragraphs_are_looked_at_once_by_whoever_comes_first(watches: Watches) -> None:
    watch = add(watches)
    assert watches.mark([watch.id], [], upto=3, now=1.0) == 1
    assert watches.mark([watch.id], [], upto=3, now=1.0) == 0


def test_a_correction_marks_who_was_told(watches: Watches) -> None:
    add(watches, told=())
    told = add(watches, channel="10")
    watches.mark([], [TOLD.passage.article.id], upto=3, now=1.0)
    assert [each.id for each in watches.marked("discord")] == [told.id]


def test_what_a_removed_watch_was_being_asked_for_is_not_kept(
    watches: Watches, catalogue: Catalogue
) -> None:
    watch = add(watches)
    watches.remove(watch.id)
    watches.settle(
        watch, known=[TOLD], gone=(), news=[Item("new", TOLD, "2026-11-26")], generation=1,
        covered=True, now=5.0,
    )  # fmt: skip
    assert counted(catalogue) == {"watch": 0, "told": 0, "news": 0, "post": 0}


def test_only_the_last_questions_of_a_terminal_are_remembered(
    watches: Watches, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_REMEMBERED", 2)
    for number in range(4):
        add(watches, door="memory", canonical=f"{number}?", asker=None, server=None, channel=None)
    assert [watches.remembered(f"{n}?", Filter()) is not None for n in range(4)] == [
        False, False, True, True,
    ]  # fmt: skip
    assert counted(catalogue)["told"] == 2


def test_an_id_that_is_short_of_one_is_refused(watches: Watches) -> None:
    add(watches)
    add(watches, channel="10")
    for short in ("", "nobody"):
        with pytest.raises(NotFoundError):
            watches.get(short)


def test_passages_are_gathered_by_position_yes_no_and_open() -> None:
    items = [
        Told(str(position.stance), replace(position, passages=(passage,)))
        for position in reversed(POLAR.positions)
        for passage in position.passages
    ]
    assert gathered(items) == POLAR.positions


@given(st.text(), st.text(), st.text())
def test_a_text_holds_a_span_of_its_whole_words(before: str, span: str, after: str) -> None:
    assert holds(f"{before}\n{span.upper().lower()}\n{after}", span.upper().lower())
    assert words_of(f"“{span}”") == words_of(span)


def test_letter_case_and_marks_are_no_change_and_words_are() -> None:
    assert holds("He said: the bridge – will OPEN.", "the bridge will open")
    assert not holds("The bridge will reopen.", "bridge will open")
