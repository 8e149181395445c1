"""The articles of an event, nearest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.model import Filter
from retrieval.store.catalogue import Catalogue
from tests.retrieval.answer.finding.lighthouse import (
    event,
    sifted,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_the_articles_on_the_event_come_first(catalogue: Catalogue) -> None:
    found = event(catalogue, articles=3)

    assert {each.held.article.id for each in found[:2]} == {"sold", "denied"}
    assert [each.rank for each in found] == [1, 2, 3]
    assert found[2].belonging < min(each.belonging for each in found[:2])


def test_a_filter_confines_the_event(catalogue: Catalogue) -> None:
    found = event(catalogue, articles=3, where=Filter(sources=("south",)))

    assert {each.held.article.id for each in found} == {"denied", "rain"}


def test_an_empty_library_has_no_event(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path / "empty") as catalogue:
        assert event(catalogue) == []
        assert sifted(catalogue) == []
