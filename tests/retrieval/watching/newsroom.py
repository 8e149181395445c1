"""A library whose answers can be read off its articles, so that watching is tested without models.

A paragraph that begins with "Yes", "No" or "Perhaps" says so to every polar question that shares
a word with it; one that begins with "It was" answers every such open question.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from config.settings import LibrarySettings, Settings
from config.watching import WatchSettings
from retrieval.answer.attribution import origins
from retrieval.answer.question.question import stem, understand, words
from retrieval.answered import Answer, Kind, Passage, Position, Searched, Span, Stance
from retrieval.library import Library
from tests.retrieval.answer.bags import Bags

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from retrieval.index.base import VectorIndex
    from retrieval.model import Filter
    from retrieval.store.catalogue import Catalogue

QUESTION = "Will the Alder bridge open in June?"
OPEN = "Who opened the Alder bridge?"
SAYS = {"Yes": Stance.SUPPORTS, "No": Stance.REFUTES, "Perhaps": Stance.NEUTRAL}
LABELS = {"supports": "Says yes", "refutes": "Says no", "neutral": "Leaves it open"}


class Plain:
    """Answers by the first word of a paragraph."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.asked: list[str] = []

    def answer(
        self, text: str, index: VectorIndex, where: Filter, per_source: int | None
    ) -> Answer:
        question = understand(text)
        self.asked.append(question.text)
        found: dict[Stance | str, list[Passage]] = {}
        for row in self._catalogue.articles(where, self.having(question.terms)):
            article = self._catalogue.article(row.ref.id)
            for each in self._catalogue.paragraphs(row.ref.id):
                said = article.text[each.start : each.end]
                shared = set(map(stem, words(said))) & set(map(stem, question.terms))
                side = _side(question.kind, said)
                if not shared or side is None:
                    continue
                held = found.setdefault(side, [])
                if sum(one.source == row.source for one in held) < (per_source or 2):
                    span = Span(each.start, each.end, said)
                    held.append(
                        Passage(row.source, row.ref, each.number, each.start, each.end, said, span)
                    )
        positions = [
            Position(side, LABELS[side], tuple(found[side]))
            for side in Stance
            if side in found
        ] + [
            Position(None, f"Account {n}", tuple(found[key]))
            for n, key in enumerate((key for key in found if not isinstance(key, Stance)), 1)
        ]  # fmt: skip
        return Answer(
            question=question.text,
            kind=question.kind,
            covered=bool(positions),
            conflict=False,
            positions=tuple(positions),
            origins=origins([each for one in positions for each in one.passages]),
            searched=Searched(),
        )

    def having(self, terms: tuple[str, ...]) -> tuple[str, ...]:
        """The words that an article must have to be read at all."""
        return ()


def _side(kind: Kind, said: str) -> Stance | str | None:
    first, second, *rest = [*words(said), "", ""]
    if kind is Kind.POLAR:
        return SAYS.get(first)
    return str(rest[0]) if (first, second) == ("It", "was") else None


class Newsroom:
    """An open library and the folder that its articles come from."""

    def __init__(self, library: Library, settings: Settings, folder: Path) -> None:
        self.library = library
        self.settings = settings
        self.folder = folder
        self.plain = Plain(library._catalogue)
        vars(library._engines).update(encoder=Bags(), answerer=self.plain)

    def publish(
        self,
        name: str,
        *paragraphs: str,
        source: str | None = None,
        published: str | None = None,
        title: str | None = None,
    ) -> str:
        """Add an article, or correct the one of that name; its id."""
        head = f"title: {title or 'The Alder bridge'}\nsource: {source or name}\n"
        head += f"url: https://{name}.example/bridge\n"
        head += f"published: {published}\n" if published else ""
        path = self.folder / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = "\n\n".join(paragraphs)
        path.write_text(f"---\n{head}---\n\n{text}\n", "utf-8")
        (added,) = self.library.add([path])
        assert added.article is not None, added.reason
        return added.article.id


@contextmanager
def newsroom(folder: Path, **watch: float) -> Iterator[Newsroom]:
    """A newsroom over the library in a folder."""
    settings = Settings(
        library=LibrarySettings(path=folder / "library", seeds=False),
        watch=WatchSettings.model_validate({"gather_seconds": 0, **watch}),
    )
    with Library.open(settings) as library:
        yield Newsroom(library, settings, folder / "articles")


YES = "Yes, the bridge at Alder opens in June, the {} reports on the works there."
NO = "No, the bridge at Alder stays shut in June, the {} writes of the works there."


def yes(name: str) -> str:
    return YES.format(name)


def no(name: str) -> str:
    return NO.format(name)
