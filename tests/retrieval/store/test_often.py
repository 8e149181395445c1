"""How often paragraphs have a word, as the index knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from retrieval.store import looked
from retrieval.store.catalogue import Catalogue
from retrieval.store.often import matching, often
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TITLE = 0.3


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Catalogue]:
    """Three paragraphs under a title with a bridge, one under another, and one that is gone."""
    with Catalogue.open(tmp_path) as opened:
        texts = ["A bridge, bridges and the bridge.", "No vote on St. Ives.", "Voting on a bridge."]
        opened.add([entry("one", texts, title="The bridge to the bridge")], encoder="e")
        opened.add([entry("gone", ["A bridge that fell."], title="A bridge")], encoder="e")
        opened.add([entry("two", ["Votes and votes of St. Ives."], title="Voters")], encoder="e")
        opened.remove("gone")
        yield opened


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ('"bridge"', {1: 3 + TITLE, 2: TITLE, 3: 1 + TITLE}),
        ('"BRIDGES"', {1: 3 + TITLE, 2: TITLE, 3: 1 + TITLE}),
        ('"vote"', {2: 1, 3: 1, 5: 2}),
        ('"St. Ives"', {2: 1, 5: 1}),
        ('"vot" *', {2: 1, 3: 1, 5: 1 + TITLE}),
        ('"lighthouse"', {}),
        ('"the"', {1: 1 + TITLE, 2: TITLE, 3: TITLE}),
    ],
)
def test_a_word_is_counted_in_the_text_and_once_in_the_title(
    held: Catalogue, query: str, wanted: dict[int, float]
) -> None:
    with held.database.reading() as connection:
        ids, times = often(connection, query, TITLE)

    assert ids.tolist() == sorted(wanted)
    assert times.tolist() == pytest.approx([wanted[each] for each in sorted(wanted)])


def test_what_is_one_word_of_the_index_is_told_by_its_own_rules(held: Catalogue) -> None:
    with held.database.reading() as connection:
        assert looked.term(connection, '"Bridges"') == "bridg"
        assert looked.term(connection, '"Élan"') == "elan"
        assert looked.term(connection, '"the the"') is None
        assert looked.term(connection, '"bridg" *') is None
        assert looked.term(connection, '"..."') is None


def test_ids_are_those_behind_the_first_up_to_the_last(held: Catalogue) -> None:
    with held.database.reading() as connection:
        assert matching(connection, '"bridge"', 1, 2).tolist() == [2]
        assert matching(connection, '"lighthouse"').dtype == np.int64
