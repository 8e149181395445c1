"""The command on a library that is not real: nothing is loaded, written or read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Self

import pytest

from bot.cli import opening, remembering
from bot.cli.run import run
from retrieval.errors import NotFoundError, QuestionError
from retrieval.health import Finding
from retrieval.model import Article, Filter, Paragraph, Source
from retrieval.store.records import ArticleRow, SourceRow
from tests.bot.answers import BRIDGE, LONG, NORTH, NOTE, POLAR, SHORT, UNCOVERED, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from bot.cli.progress import Stages
    from config.settings import Settings
    from retrieval.adding import Added
    from retrieval.answered import Answer
    from retrieval.changes import Change

ARTICLE = Article(
    id=BRIDGE.id,
    source=NORTH,
    title="Bridge to \x1b[31mopen",
    text=f"{LONG}\n{SHORT}",
    url=BRIDGE.url,
    path=BRIDGE.path,
    published=BRIDGE.published,
    authors=BRIDGE.authors,
    copies=BRIDGE.copies,
)
PARAGRAPHS = (
    Paragraph(1, 0, len(LONG)),
    Paragraph(2, len(LONG) + 1, len(LONG) + 1 + len(SHORT), "2024-11-07T14:35:00"),
)


EVERYTHING = Filter()


class FakeLibrary:
    """Answers from a table; remembers what it was asked and told."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Filter, int | None]] = []
        self.removed: list[str] = []
        self.added: list[Added] = []
        self.fetched: list[tuple[tuple[str, ...], str | None]] = []
        self.arrived: list[Added] = []
        self.following: object = None
        self.renamed: list[tuple[str, str, tuple[str, ...]]] = []
        self.merged: list[bool] = []
        self.listed: list[tuple[Filter, tuple[str, ...]]] = []
        self.times = 1
        self.created: bool | None = None
        self.asks = False
        self.not_read: dict[str, dict[str, int]] = {}
        self.changed: tuple[Change, ...] = ()
        self.fails: BaseException | None = None
        self.settings: Settings | None = None
        self.findings = [Finding("library", ok=True, detail="sound")]
        self.empty = False
        self.version = 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None: ...

    def ask(
        self, question: str, *, where: Filter = EVERYTHING, per_source: int | None = None
    ) -> Answer:
        if self.fails is not None:
            raise self.fails
        if not question.strip():
            raise QuestionError("The question is empty: ask something.")
        self.asked.append((question, where, per_source))
        return replace(POLAR if "bridge" in question else UNCOVERED, question=question)

    def add(
        self, paths: Sequence[Path], *, source: str | None, progress: Stages
    ) -> Iterator[Added]:
        progress("Adding articles", 0, len(paths))
        yield from self.added

    def fetch(
        self, addresses: Sequence[str], *, source: str | None, progress: Stages
    ) -> Iterator[Added]:
        progress("Fetching articles", 0, len(addresses))
        self.fetched.append((tuple(addresses), source))
        yield from self.arrived

    def sources(self) -> list[SourceRow]:
        rows = [SourceRow(NORTH, 1, 2, "2024-11-07"), SourceRow(UNKNOWN, 1, 1, None)]
        return [] if self.empty else rows

    def unread(self) -> dict[str, dict[str, int]]:
        return self.not_read

    def articles(
        self, where: Filter, words: Sequence[str] = (), limit: int | None = None
    ) -> list[ArticleRow]:
        self.listed.append((where, tuple(words)))
        return self._rows(where)[:limit]

    def count_articles(self, where: Filter, words: Sequence[str] = ()) -> int:
        assert (where, tuple(words)) == self.listed[-1]
        return len(self._rows(where))

    def _rows(self, where: Filter) -> list[ArticleRow]:
        rows = [ArticleRow(BRIDGE, NORTH, 2), ArticleRow(NOTE, UNKNOWN, 1)]
        for source in where.sources:
            if source not in {row.source.id for row in rows}:
                raise NotFoundError(f"There is no source {source!r} here.")
        kept = [row for row in rows if not where.sources or row.source.id in where.sources]
        return [] if self.empty else kept * self.times

    def show(
        self, article: str, version: int | None = None
    ) -> tuple[Article, tuple[Paragraph, ...]]:
        if article != ARTICLE.id or version not in (None, *range(1, self.version + 1)):
            raise NotFoundError(f"There is no article {article!r} in version {version}.")
        return replace(ARTICLE, version=version or self.version), PARAGRAPHS

    def changes(self, article: str) -> tuple[Change, ...]:
        assert article == ARTICLE.id
        return self.changed

    def remove(self, article: str) -> Article:
        self.removed.append(article)
        return ARTICLE

    def remove_source(self, source: str) -> int:
        self.removed.append(f"all of {source}")
        return 1

    def rename(
        self, source: str, name: str, hosts: tuple[str, ...], *, merge: bool = False
    ) -> Source:
        self.renamed.append((source, name, hosts))
        self.merged.append(merge)
        return replace(NORTH, name=name)

    def reindex(self, *, progress: Stages) -> int:
        progress("Building the index", 1, 1)
        return 57

    def doctor(self) -> list[Finding]:
        return self.findings


@pytest.fixture(autouse=True)
def fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeLibrary:
    library = FakeLibrary()

    def open_library(
        settings: Settings, _: Stages, *, create: bool = True, asks: bool = False
    ) -> FakeLibrary:
        library.settings = settings
        library.created, library.asks = create, asks
        return library

    monkeypatch.setattr(opening, "open_library", open_library)
    monkeypatch.setattr(remembering, "remember", lambda *_: None)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return library


Told = tuple[int, str, str]


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Callable[..., Told]:
    """Run the command with these words; gives exit code, standard output and error."""

    def run_it(*words: str) -> Told:
        code = run(words)
        out, err = capsys.readouterr()
        return code, out, err

    return run_it
