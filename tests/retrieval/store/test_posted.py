"""The times of a story told live are kept, and move with its versions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.changes import earlier
from retrieval.store.telling import retold, told
from tests.retrieval.store.entries import entry as make_entry

if TYPE_CHECKING:
    from retrieval.store.catalogue import Catalogue
    from retrieval.store.records import Entry

NOON, ONE = "2024-11-07T12:00:00Z", "2024-11-07T13:00:00Z"


def live(
    *times: str | None, texts: tuple[str, ...] = ("The bridge is shut.", "It is open.")
) -> Entry:
    made = make_entry("a1", texts)
    pairs = zip(made.draft.paragraphs, times, strict=True)
    paragraphs = tuple(replace(each, posted=at) for each, at in pairs)
    return replace(made, draft=replace(made.draft, paragraphs=paragraphs))


def times(catalogue: Catalogue) -> list[str | None]:
    return [each.posted for each in catalogue.paragraphs("a1")]


def test_times_are_kept_and_those_of_a_version_with_it(catalogue: Catalogue) -> None:
    catalogue.add([live(None, NOON)], encoder="e")
    assert times(catalogue) == [None, NOON]
    again = live(ONE, texts=("All is well.",))
    catalogue.replace("a1", again, encoder="e", seen="2024-11-08")
    catalogue.replace("a1", make_entry("a1", ("At last.",)), encoder="e", seen="2024-11-09")
    assert times(catalogue) == [None]
    article, versions = catalogue.article("a1"), catalogue.versions("a1")
    posted = [[each.posted for each in earlier(article, versions, n)[1]] for n in (1, 2)]
    assert posted == [[None, NOON], [ONE]]
    assert catalogue.check() == []


def test_times_that_come_later_are_taken_over_once_and_none_is_lost(catalogue: Catalogue) -> None:
    catalogue.add([live(None, NOON)], encoder="e")
    before = catalogue.generation()
    assert catalogue.post("a1", live(ONE, None).draft.paragraphs)
    assert times(catalogue) == [ONE, NOON]
    assert catalogue.generation() > before
    assert not catalogue.post("a1", live(ONE, NOON).draft.paragraphs)
    assert catalogue.rewritten() == 0


def test_what_stood_at_a_copys_address_keeps_its_times() -> None:
    draft = live(None, NOON).draft
    assert retold(told(draft), draft.raw) == draft
