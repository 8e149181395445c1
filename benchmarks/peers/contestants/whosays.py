"""whosays: its search alone (everything before the stance model) or its whole answer.

It adds articles from files, as its users do, and cuts them into the paragraphs that all get.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from benchmarks.peers.protocol import keyed, serve
from config.settings import LibrarySettings, Settings
from retrieval.answer.finding.event import gather
from retrieval.answer.finding.sift import sift
from retrieval.answer.question.question import understand
from retrieval.library import Library
from retrieval.model import Filter

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.answer.question.question import Question

# More than the articles looked at have, so that every sentence has a place.
_ALL = 100_000


class Whosays:
    """A library; `whole` answers, otherwise it only searches."""

    def __init__(self, *, whole: bool) -> None:
        self._whole = whole
        self._library: Library | None = None

    def add(self, given: Path, folder: Path) -> None:
        """Add the articles of a folder."""
        with _library(folder) as library:
            for _ in library.add([given]):
                pass
            # The index is part of what is kept.
            library._stored.current()

    def open(self, folder: Path) -> None:
        """Open the library; models load when they are first needed."""
        self._library = _library(folder)

    def search(self, question: str, most: int) -> list[str]:
        """Paragraphs in the order of their best sentences, or those that the answer shows."""
        if self._library is None:
            raise ValueError("nothing is open")
        if self._whole:
            answer = self._library.ask(question)
            found = [
                keyed(passage.article.id, passage.paragraph)
                for position in answer.positions
                for passage in position.passages
            ]
        else:
            found = _searched(self._library, question)
        return list(dict.fromkeys(found))[:most]


def _searched(library: Library, asked: str) -> list[str]:
    """What `Answerer.examine` does before it judges, with a place for every sentence."""
    engines, languages = library._engines, library.languages
    search = library._settings.search
    question: Question = understand(asked, languages)
    vector = engines.encoder.encode([question.canonical], query=True)[0]
    event = gather(
        question,
        vector,
        catalogue=library._catalogue,
        encoder=engines.encoder,
        index=library._stored.current(),
        where=Filter(),
        among=None,
        articles=search.articles,
        languages=languages,
    )
    sentences = sift(question, vector, event, _ALL, languages)
    return [keyed(each.coverage.article.article_id, each.paragraph) for each in sentences]


def _library(folder: Path) -> Library:
    return Library.open(Settings(library=LibrarySettings(path=folder, seeds=False)))


def _prepare() -> None:
    """Have the encoder prepared in the models' cache, for environments that cannot."""
    from retrieval.models.load import load_encoder  # noqa: PLC0415

    load_encoder(Settings().models, lambda line: print(line, file=sys.stderr))


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        _prepare()
    else:
        serve(Whosays(whole=sys.argv[1] == "answer"))
