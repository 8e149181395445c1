"""What was added to an article and taken away from it, version by version."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from retrieval.errors import NotFoundError
from retrieval.model import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.model import Article
    from retrieval.store.records import Version

_DAY = len("2024-11-07")

Kind = Literal["kept", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph that was kept, added or removed, verbatim."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One version and the next; `noticed` is when the library saw that it had changed."""

    noticed: str
    title_before: str
    title_after: str
    pieces: tuple[Piece, ...]


def earlier(
    article: Article, versions: Sequence[Version], number: int
) -> tuple[Article, tuple[Paragraph, ...]]:
    """What the article said in an earlier version; raises NotFoundError where it has none such."""
    if not 1 <= number <= len(versions):
        raise NotFoundError(
            f"{article.id} has no version {number}; the present one is {article.version}."
        )
    version = versions[number - 1]
    before = replace(
        article,
        title=version.title,
        text=version.text,
        published=version.published,
        updated=version.updated,
        version=number,
        copies=(),
        copy_of=None,
    )
    paragraphs, start = [], 0
    texts = version.text.split("\n\n")
    posted = version.posted or (None,) * len(texts)
    for position, (text, at) in enumerate(zip(texts, posted, strict=False), start=1):
        paragraphs.append(Paragraph(position, start, start + len(text), at))
        start += len(text) + 2
    return before, tuple(paragraphs)


def begun(article: Article, versions: Sequence[Version]) -> list[str | None]:
    """When each version was published, the present one last; `versions` is what it said before.

    The first with its last update, where it has one: what it said before that is not known. A later
    one when its publisher says, unless that cannot be; then when it was noticed.
    """
    states = [(each.published, each.updated) for each in versions]
    states.append((article.published, article.updated))
    found = [states[0][1] or states[0][0]]
    for version, (before, after) in zip(versions, pairwise(states), strict=True):
        told, noticed = after[1], version.superseded
        fits = told and told != before[1] and (found[-1] or "")[:_DAY] <= told[:_DAY]
        found.append(told if fits and told and told[:_DAY] <= noticed[:_DAY] else noticed)
    return found


def changes(article: Article, versions: Sequence[Version]) -> tuple[Change, ...]:
    """The changes of an article, oldest first; `versions` is what it said before."""
    states = [(version.title, version.text) for version in versions]
    states.append((article.title, article.text))
    return tuple(
        Change(version.superseded, before[0], after[0], tuple(_pieces(before[1], after[1])))
        for version, (before, after) in zip(versions, pairwise(states), strict=True)
    )


def _pieces(before: str, after: str) -> Iterator[Piece]:
    old, new = before.split("\n\n"), after.split("\n\n")
    for what, i, j, m, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield from (Piece("kept", text) for text in new[m:n])
        else:
            yield from (Piece("removed", text) for text in old[i:j])
            yield from (Piece("added", text) for text in new[m:n])
