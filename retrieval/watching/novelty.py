"""What is new in an answer, compared with what whoever watches knows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from retrieval.answered import Kind
from retrieval.store.watch_records import Told, holds

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from retrieval.answered import Answer, Passage, Position
    from retrieval.model import Article

    Same = Callable[[Sequence[Told], Position], Collection[str]]
    """The accounts known before that say what a position says, by their keys."""

_ACCOUNT = "account-"


@dataclass(frozen=True, slots=True)
class Novelty:
    """What is to be told (`new`), what corrections took away (`gone`), and what is known now.

    `known` holds all of the answer that was not known before, what is told included.
    """

    new: tuple[Told, ...]
    gone: tuple[Told, ...]
    known: tuple[Told, ...]


def novelty(
    told: Sequence[Told],
    answer: Answer,
    article: Callable[[str], Article | None],
    same: Same,
    per_source: int,
) -> Novelty:
    """Compare an answer with what was told.

    New are the passages of a source under a position where it had none, and those of a text whose
    passage under that position was taken away. `article` gives an article as it is now, None where
    it is held no more: an article that left the library has not been corrected.
    """
    now = _Now(article)
    gone = tuple(each for each in told if not each.gone and each.shown and now.lacks(each))
    standing = [each for each in told if not each.gone and each not in gone]
    lost = {(each.position, each.passage.article.id) for each in gone}
    sources = {(each.position, now.source(each)) for each in standing}
    # The same words of a source, or of an article that was their copy, are no news anywhere.
    words = {(now.source(each), each.words) for each in standing}
    places = {(place, each.words) for each in standing for place in _copies(each)}
    new: list[Told] = []
    known: list[Told] = []
    for keys, position in _keyed(standing, answer, same):
        held: dict[str, int] = {}
        for passage in position.passages:
            source = passage.source.id
            held[source] = held.get(source, 0) + 1
            item = _told(answer, keys[0], position, passage, shown=held[source] <= per_source)
            if (source, item.words) in words:
                continue
            copy = any((place, item.words) in places for place in _addresses(passage))
            replaces = any((key, passage.article.id) in lost for key in keys)
            fresh = not any((key, source) in sources for key in keys)
            known.append(item)
            if item.shown and not copy and (fresh or replaces):
                new.append(item)
    return Novelty(tuple(new), gone, tuple(known))


def baseline(answer: Answer, per_source: int) -> tuple[Told, ...]:
    """All of an answer as known: what a watch begins with."""
    return novelty((), answer, lambda _: None, lambda _, __: (), per_source).known


def _keyed(
    standing: Sequence[Told], answer: Answer, same: Same
) -> Iterator[tuple[Sequence[str], Position]]:
    """Each position with the keys it goes by, at least one.

    A yes is a yes; an account is known by passages that it has kept, else by what it says.
    """
    taken = {each.position for each in standing}
    names = (name for number in count(1) if (name := f"{_ACCOUNT}{number}") not in taken)
    for position in answer.positions:
        if answer.kind is Kind.POLAR:
            yield (str(position.stance),), position
            continue
        words = {
            (each.source.id, _told(answer, "", position, each, shown=True).words)
            for each in position.passages
        }
        kept = [each.position for each in standing if (each.passage.source.id, each.words) in words]
        keys = list(dict.fromkeys(kept)) or sorted(same(standing, position)) or [next(names)]
        yield keys, position


def _told(answer: Answer, key: str, position: Position, passage: Passage, *, shown: bool) -> Told:
    origin = next((each for each in answer.origins if each.id == passage.origin), None)
    return Told(key, replace(position, passages=(passage,)), origin, shown)


def _addresses(passage: Passage) -> list[str]:
    return [each for each in (passage.article.url, passage.article.path) if each]


def _copies(told: Told) -> list[str]:
    copies = told.passage.article.copies
    return [place for copy in copies for place in (copy.url, copy.path) if place]


class _Now:
    """Articles as they are now, each read once."""

    def __init__(self, article: Callable[[str], Article | None]) -> None:
        self._article = article
        self._read: dict[str, Article | None] = {}

    def lacks(self, told: Told) -> bool:
        """Whether the article is another version now, without the words."""
        held = self._held(told)
        if held is None or held.version == told.passage.article.version:
            return False
        return not holds(held.text, told.passage.span.text)

    def source(self, told: Told) -> str:
        """The id of the source as it is now: sources can be made one."""
        held = self._held(told)
        return told.passage.source.id if held is None else held.source.id

    def _held(self, told: Told) -> Article | None:
        name = told.passage.article.id
        if name not in self._read:
            self._read[name] = self._article(name)
        return self._read[name]
