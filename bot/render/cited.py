"""How an article is cited: who published it, its headline and address, what it is a copy of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.answered import Answer, Passage
    from retrieval.model import ArticleRef, Copy, Original, Source


def headline(article: ArticleRef) -> str | None:
    """The article's title in quotation marks; None where a file name or first words stand in."""
    bare = article.title.strip()
    file = (article.path or "").rpartition("/")[2]
    stands_in = bare in ("", file, file.rpartition(".")[0]) or bare.endswith("…")
    return None if stands_in else f"“{bare}”"


def publisher(source: Source) -> str:
    """The source's name; a file name that stands for an unknown publisher is said to be one."""
    return source.name if source.known else f"{source.name} (publisher not known)"


def address(article: ArticleRef) -> str:
    """Where the article is to be read: its URL, or else its file."""
    return article.url or article.path or article.id


def citation(article: ArticleRef, paragraph: int) -> str:
    """How `whosays show` opens these words for good: `ID:3`, of a later version `ID@2:3`."""
    version = f"@{article.version}" if article.version > 1 else ""
    return f"{article.id}{version}:{paragraph}"


def copies(answer: Answer) -> list[tuple[ArticleRef, Source, str]]:
    """The shown articles that are held under several addresses, each once.

    Where not all of its passages stand at the same ones, an article comes once for each, with their
    paragraphs: `, ¶ 3, 5`.
    """
    places: dict[str, dict[tuple[Copy, ...], list[Passage]]] = {}
    for passage in _passages(answer):
        alike = places.setdefault(passage.article.id, {})
        alike.setdefault(passage.article.copies, []).append(passage)
    found = []
    for alike in places.values():
        for passages in alike.values():
            numbers = sorted({passage.paragraph for passage in passages})
            where = f", ¶ {', '.join(map(str, numbers))}" if len(alike) > 1 else ""
            if passages[0].article.copies:
                found.append((passages[0].article, passages[0].source, where))
    return found


def near_copies(answer: Answer) -> list[tuple[ArticleRef, Source, Original]]:
    """The shown articles that are copies of others but for some sentences, each once."""
    return list(
        {
            passage.article.id: (passage.article, passage.source, passage.article.copy_of)
            for passage in _passages(answer)
            if passage.article.copy_of is not None
        }.values()
    )


def copy_of(original: Original) -> str:
    """`a copy of City Wire, “A fire”, but for 2 sentences`."""
    but = f", but for {count(original.sentences, 'sentence')}" if original.sentences else ""
    return f"a copy of {original.source}, “{original.title}”{but}"


def _passages(answer: Answer) -> Iterator[Passage]:
    for position in answer.positions:
        yield from position.passages
