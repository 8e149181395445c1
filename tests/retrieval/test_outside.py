"""A library whose index is on a server: the same answers, and one sentence where it is away."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

import pytest

from config.index import IndexSettings
from config.settings import LibrarySettings, ModelSettings, Settings
from retrieval.errors import IndexAwayError
from retrieval.library import Library
from retrieval.model import Filter
from tests.retrieval.index.milvus.sockets import listening, nobody

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from retrieval.answered import Answer

QUESTION = "Did Putin congratulate Trump?"

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("pymilvus") is None,
    reason="pymilvus is not installed: install whosays[milvus]",
)


def _settings(folder: Path, models: ModelSettings, uri: str, **index: float) -> Settings:
    return Settings(
        library=LibrarySettings(path=folder),
        models=models,
        index=IndexSettings(engine="milvus", uri=uri, **index),  # type: ignore[arg-type]
    )


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory, models: ModelSettings) -> Iterator[Library]:
    """The five seed articles, searched in the embedded server."""
    folder = tmp_path_factory.mktemp("outside")
    chosen = _settings(folder / "library", models, str(folder / "server.db"), seconds=60.0)
    with Library.open(chosen) as library:
        yield library


def _shown(answer: Answer) -> list[tuple[str, str, str]]:
    return [
        (position.label, passage.source.id, passage.span.text)
        for position in answer.positions
        for passage in position.passages
    ]


@pytest.mark.parametrize(
    "where", [Filter(), Filter(until="2024-11-07"), Filter(at="2024-11-07")], ids=str
)
def test_the_answer_is_that_of_the_index_in_this_process(
    outside: Library, seeded: Library, where: Filter
) -> None:
    shown = _shown(outside.ask(QUESTION, where=where))
    assert shown
    assert sorted(shown) == sorted(_shown(seeded.ask(QUESTION, where=where)))


def test_an_article_that_is_removed_is_in_no_later_answer(outside: Library) -> None:
    shown = {source for _, source, _ in _shown(outside.ask(QUESTION))}
    row = next(row for row in outside.articles() if row.source.id in shown)
    outside.remove(row.ref.id)
    assert row.source.id not in {source for _, source, _ in _shown(outside.ask(QUESTION))}


def test_doctor_says_which_engine_and_that_it_is_content(outside: Library) -> None:
    outside.ask(QUESTION)
    (index,) = [each for each in outside.doctor() if each.name == "index"]
    assert index.ok
    assert index.detail.startswith("Milvus ")
    assert "collection whosays at" in index.detail
    assert outside.index_fault is None


def test_a_server_that_is_away_is_one_sentence_everywhere(
    tmp_path: Path, models: ModelSettings
) -> None:
    chosen = _settings(tmp_path / "library", models, nobody(), seconds=0.5, retry_seconds=0.0)
    with Library.open(chosen) as library:
        assert library.articles()
        with pytest.raises(IndexAwayError, match=r"^The index server at http.* failed .*\.$"):
            library.ask(QUESTION)
        assert library.index_fault is not None
        (index,) = [each for each in library.doctor() if each.name == "index"]
        assert not index.ok
        assert index.detail == library.index_fault


def test_a_server_that_hangs_keeps_nobody_waiting_twice(
    tmp_path: Path, models: ModelSettings
) -> None:
    with listening(None) as uri:
        chosen = _settings(tmp_path / "library", models, uri, seconds=0.5, retry_seconds=600.0)
        with Library.open(chosen) as library:
            with pytest.raises(IndexAwayError):
                library.ask(QUESTION)
            failures = library._engines._on_server._collection.server.failures
            with pytest.raises(IndexAwayError):
                library.ask(QUESTION)
            assert library._engines._on_server._collection.server.failures == failures
