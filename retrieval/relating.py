"""Which article a text is a copy of, and what becomes of copies when that article moves on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.ingest.copies import candidates_least, is_copy, sketch
from retrieval.ingest.differences import differences, statements

if TYPE_CHECKING:
    from collections.abc import Collection

    from retrieval.ingest.differences import Span
    from retrieval.model import Article, Filter
    from retrieval.store.catalogue import Catalogue


# From so many times the length on, a copy has paragraphs that the article held lacks.
LONGER = 1.2


@dataclass(frozen=True, slots=True)
class Match:
    """The article that a text is a copy of; `own` are the sentences that only the text has.

    So many of them say something, and are no credits, captions or lines of the page.
    """

    article: Article
    own: tuple[Span, ...] = ()
    sentences: int = 0


def sayings(copy: Article, original: Article) -> tuple[Span, ...]:
    """The sentences of a copy that say what its original does not.

    Where both may be of one outlet, what a page has around the story is none of them.
    """
    one, other = copy.source, original.source
    page = one.id == other.id or not (one.known and other.known)
    return statements(copy.text, original.text, page=page)


def match(
    catalogue: Catalogue, copy: Article, marks: Collection[int], *, but: Collection[str] = ()
) -> Match | None:
    """What an article is a copy of, articles of the ids in `but` aside; `marks` are its sketch.

    An article that says all that it says comes first; then, of those that are no copies themselves,
    the one that lacks the fewest of its sentences.
    """
    nearest: tuple[int, Article] | None = None
    for held, _ in catalogue.by_sketch(marks, candidates_least(len(marks))):
        article = catalogue.article(held)
        if held in but or not is_copy(copy.text, article.text):
            continue
        lacking = len(sayings(copy, article))
        if not lacking:
            return Match(article)
        if article.copy_of is None and (nearest is None or lacking < nearest[0]):
            nearest = lacking, article
    if nearest is None:
        return None
    return _compared(copy, nearest[1])


def is_whole(copy: Article, original: Article) -> bool:
    """Whether a copy holds all that the article held has, and more that its publisher said."""
    text, source = copy.text, copy.source
    # What another outlet puts after a story is not the story's publisher speaking.
    own = source.id == original.source.id or not (source.known or original.source.known)
    longer = len(text) >= LONGER * len(original.text)
    return own and longer and not statements(original.text, text)


def settle(catalogue: Catalogue, article: str) -> None:
    """Say anew of an article that is held, by its id, whether it is a copy, and of what.

    Where others are copies of it, they are settled first; while some still are, it is none.
    """
    for copy in catalogue.near_copies(article):
        _refer(catalogue, copy, prefer=article)
    if not catalogue.near_copies(article):
        _refer(catalogue, article)


def remove(catalogue: Catalogue, article: str) -> None:
    """Remove an article; what were copies of it but for some sentences are so of one another."""
    with catalogue.writing():
        copies = catalogue.near_copies(article)
        catalogue.remove(article)
        for copy in copies:
            settle(catalogue, copy)


def remove_all(catalogue: Catalogue, chosen: Filter) -> int:
    """Remove all articles that pass, likewise; gives how many those were."""
    with catalogue.writing():
        gone = [row.ref.id for row in catalogue.articles(chosen)]
        copies = {copy: None for article in gone for copy in catalogue.near_copies(article)}
        removed = catalogue.remove_all(chosen)
        for copy in copies.keys() - set(gone):
            settle(catalogue, copy)
    return removed


def _compared(copy: Article, original: Article) -> Match:
    own = differences(copy.text, original.text)
    return Match(original, own, len(sayings(copy, original)))


def _refer(catalogue: Catalogue, identifier: str, *, prefer: str | None = None) -> None:
    held = catalogue.article(identifier)
    found = None
    if prefer is not None:
        original = catalogue.article(prefer)
        if original.copy_of is None and is_copy(held.text, original.text):
            found = _compared(held, original)
    if found is None:
        others = {identifier, *catalogue.near_copies(identifier)}
        found = match(catalogue, held, sketch(held.text), but=others)
    if found is not None and found.article.copy_of is not None:
        # It says what a copy says; both are copies of one original.
        original = catalogue.article(found.article.copy_of.id)
        found = _compared(held, original)
    before = held.copy_of.id if held.copy_of is not None else None
    if found is not None:
        catalogue.refer(identifier, found.article.id, found.own, found.sentences)
    elif before is not None:
        catalogue.refer(identifier, None)
