"""Words searched in tantivy: in what lies on the disk and in what has come since, as one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from tantivy import Occur, Query

from retrieval.index.words.fields import ID, WORDS, anyone, passing, word
from retrieval.index.words.kinds import KINDS, rarity, tantivys_rarity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    import numpy as np
    from numpy.typing import NDArray
    from tantivy import Schema, Searcher

    from retrieval.index.forms import Forms
    from retrieval.model import Chosen


@dataclass(frozen=True, slots=True, eq=False)
class Searched:
    """Paragraphs as they were at one moment; `fillers` of its documents are no paragraphs."""

    searcher: Searcher
    schema: Schema
    fillers: int = 0

    @property
    def count(self) -> int:
        """How many paragraphs there are."""
        return self.searcher.num_docs - self.fillers

    def having(self, kept: str) -> int:
        """How many paragraphs have a word of one kind."""
        return self.searcher.doc_freq(WORDS, kept)


@dataclass(frozen=True, slots=True, eq=False)
class TantivyWords:
    """The words of a library; it may be searched from several threads.

    Of the `first` part what is in `gone` is left out. `weights` has what each kind of word counts,
    `chosen` the filters of which all must pass.
    """

    first: Searched
    later: Searched | None
    gone: Set[int]
    forms: Forms
    weights: Mapping[str, float]
    chosen: tuple[Chosen, ...] = ()

    def words(
        self,
        terms: Sequence[str],
        k: int,
        among: NDArray[np.int64] | None = None,
        stems: Sequence[str] = (),
    ) -> list[tuple[int, float]]:
        """Ids and BM25 scores of the k best that hold any of the terms or stems, best first."""
        wanted = self.forms.of_question(terms, stems)
        if k <= 0 or not wanted:
            return []
        rare = self._rare(wanted)
        ids = None if among is None else among.tolist()
        found = []
        for part in self._parts():
            query = self._query(part, rare, ids)
            hidden: Set[int] = self.gone if part is self.first else frozenset()
            found += _best(part.searcher, query, k, hidden)
        return sorted(found, key=lambda each: (-each[1], each[0]))[:k]

    def within(self, chosen: Chosen) -> Self:
        """The same, of which only what meets a condition is found."""
        return replace(self, chosen=(*self.chosen, chosen))

    def _parts(self) -> tuple[Searched, ...]:
        return (self.first,) if self.later is None else (self.first, self.later)

    def _rare(self, wanted: Sequence[str]) -> dict[str, float]:
        """How rare each word is in all parts; those that none has are left out."""
        count = sum(part.count for part in self._parts())
        found = {}
        for each in wanted:
            having = sum(part.having(kind + each) for part in self._parts() for kind in KINDS)
            if having:
                found[each] = rarity(max(count, having), having)
        return found

    def _query(
        self, part: Searched, rare: Mapping[str, float], among: Sequence[int] | None
    ) -> Query:
        schema, total = part.schema, part.searcher.num_docs
        asked = []
        for each, idf in rare.items():
            for kind in KINDS:
                having = part.having(kind + each)
                if having:
                    # Rare in all parts, and not in this one's eyes.
                    weight = self.weights[kind] * idf / tantivys_rarity(max(total, having), having)
                    query = Query.boost_query(word(schema, kind + each), weight)
                    asked.append((Occur.Should, query))
        # Without a filter these are all of it: then tantivy passes over blocks that cannot be among
        # the best (block-max WAND, Ding and Suel 2011).
        found = Query.boolean_query(asked)
        conditions = [each for chosen in self.chosen for each in passing(schema, chosen)]
        if among is not None:
            conditions.append(anyone(schema, among))
        if not conditions:
            return found
        musts = [(Occur.Must, Query.const_score_query(each, 0.0)) for each in conditions]
        return Query.boolean_query([(Occur.Must, found), *musts])


def _best(searcher: Searcher, query: Query, k: int, hidden: Set[int]) -> list[tuple[int, float]]:
    """Ids and scores of the k best that are not hidden."""
    limit = k + min(k, len(hidden))
    while True:
        hits = searcher.search(query, limit, count=False).hits
        ids = searcher.fast_field_values(ID, [address for _, address in hits])
        found = [
            (int(each), float(score))
            for each, (score, _) in zip(ids, hits, strict=True)
            if each is not None and each not in hidden
        ]
        if len(found) >= k or len(hits) < limit:
            return found[:k]
        limit *= 4
