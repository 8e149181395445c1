"""Libraries of a few invented articles, what an answer shows, and a judge that knows nothing."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np

from config.settings import LibrarySettings, SearchSettings, Settings
from retrieval.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from config.settings import ModelSettings
    from retrieval.answered import Answer, Passage


def passages(answer: Answer) -> list[Passage]:
    """All passages of an answer, position by position."""
    return [passage for position in answer.positions for passage in position.passages]


def verbatim(library: Library, answer: Answer) -> None:
    """Assert that each passage is a piece of its article, and what carries the point of that."""
    for passage in passages(answer):
        article, paragraphs = library.show(passage.article.id)
        assert passage.text == article.text[passage.start : passage.end]
        assert passage.span.text == article.text[passage.span.start : passage.span.end]
        assert passage.start <= passage.span.start < passage.span.end <= passage.end
        assert (passage.start, passage.end) == next(
            (paragraph.start, paragraph.end)
            for paragraph in paragraphs
            if paragraph.number == passage.paragraph
        )


@contextmanager
def holding(
    folder: Path,
    models: ModelSettings,
    articles: Sequence[str],
    search: SearchSettings = SearchSettings(),  # noqa: B008 - nothing changes it
) -> Iterator[Library]:
    """A library of these articles alone, each a line of details and its paragraphs."""
    for at, article in enumerate(articles):
        head, _, body = article.partition("\n\n")
        (folder / f"{at}.md").write_text(f"---\n{head}\n---\n\n{body}\n", "utf-8")
    settings = Settings(
        library=LibrarySettings(path=folder / "library", seeds=False),
        models=models,
        search=search,
    )
    with Library.open(settings) as library:
        assert [each.outcome for each in library.add([folder])] == ["added"] * len(articles)
        yield library


def sources(answer: Answer) -> set[str]:
    """The names of the sources that are shown."""
    return {passage.source.name for passage in passages(answer)}


class Counting:
    """A judge that finds everything beside the point, and counts what it was asked."""

    name, languages = "counting", frozenset({"en"})

    def __init__(self) -> None:
        self.asked = 0

    def judge(self, pairs: Sequence[tuple[str, str]]) -> np.ndarray:
        """All beside the point."""
        self.asked += len(pairs)
        return np.tile(np.asarray([[0.0, 0.0, 0.0, 1.0]], dtype=np.float32), (len(pairs), 1))
