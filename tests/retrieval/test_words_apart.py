"""A library whose words are in tantivy: the same answers as with those in SQLite."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from config.settings import LibrarySettings, ModelSettings, Settings
from retrieval.index import engines
from retrieval.index.paired import PairedIndex
from retrieval.library import Library
from retrieval.model import Filter
from tests.retrieval.index.words.shelves import impatient

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.answered import Answer

QUESTION = "Did Putin congratulate Trump?"


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory, models: ModelSettings) -> Iterator[Library]:
    """The five seed articles, as if they were many."""
    folder = tmp_path_factory.mktemp("apart")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(engines, "_WORDS_APART", 0)
        impatient(patched)
        chosen = Settings(library=LibrarySettings(path=folder / "library"), models=models)
        with Library.open(chosen) as library:
            library.reindex()
            yield library


def _shown(answer: Answer) -> list[tuple[str, str, str]]:
    return [
        (position.label, passage.source.id, passage.span.text)
        for position in answer.positions
        for passage in position.passages
    ]


@pytest.mark.parametrize(
    "where",
    [Filter(), Filter(until="2024-11-07"), Filter(at="2024-11-07"), Filter(since="2030-01-01")],
    ids=str,
)
def test_the_answer_is_that_of_words_in_sqlite(
    apart: Library, seeded: Library, where: Filter
) -> None:
    assert isinstance(apart._stored.current(), PairedIndex)
    shown = _shown(apart.ask(QUESTION, where=where))
    assert bool(shown) == (where.since is None)
    assert sorted(shown) == sorted(_shown(seeded.ask(QUESTION, where=where)))


def test_doctor_says_where_words_are(apart: Library) -> None:
    (index,) = [each for each in apart.doctor() if each.name == "index"]
    assert index.ok
    assert index.detail.endswith("paragraphs in tantivy")


def test_an_article_that_is_removed_is_in_no_later_answer(apart: Library) -> None:
    shown = {source for _, source, _ in _shown(apart.ask(QUESTION))}
    row = next(row for row in apart.articles() if row.source.id in shown)
    apart.remove(row.ref.id)
    assert row.source.id not in {source for _, source, _ in _shown(apart.ask(QUESTION))}
    assert isinstance(apart._stored.current(), PairedIndex)
