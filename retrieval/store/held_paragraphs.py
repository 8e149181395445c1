"""The paragraphs that a library holds, with their words and vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from retrieval.model import Filter
from retrieval.store import generations, placing, vocabulary, words
from retrieval.store import sentences as sentence_rows
from retrieval.store import vectors as vector_rows
from retrieval.store.filters import article_key
from retrieval.store.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from retrieval.store.records import Located, Place, SentenceVectors

_EVERYTHING = Filter()


class HeldParagraphs(Opened):
    """What is read of paragraphs, by their ids, and of sentences, by their article's."""

    def paragraph_ids(self, chosen: Filter = _EVERYTHING) -> NDArray[np.int64]:
        """Ids of the paragraphs of the articles that pass, ascending."""
        with self._database.reading() as connection:
            return placing.paragraph_ids(connection, chosen)

    def locate(self, ids: Sequence[int] | NDArray[np.int64]) -> list[Located]:
        """Paragraphs by id, in the order given; ids that are no longer held are left out."""
        with self._database.reading() as connection:
            return placing.locate(connection, [int(each) for each in ids])

    def places(
        self, ids: Sequence[int] | NDArray[np.int64], searched: Filter = _EVERYTHING
    ) -> dict[int, Place]:
        """Whose paragraphs are, by their ids, without their texts; those gone are left out.

        `searched` is what else is searched: what a copy shares with an article there is none of its
        own.
        """
        with self._database.reading() as connection:
            found = placing.places(connection, [int(each) for each in ids], searched)
        return {each.id: each for each in found}

    def places_in(
        self, article_ids: Sequence[str], searched: Filter = _EVERYTHING
    ) -> dict[int, Place]:
        """The paragraphs of articles, by their ids; `searched` as for `places`."""
        with self._database.reading() as connection:
            found = placing.places_in(connection, article_ids, searched)
        return {each.id: each for each in found}

    def words(
        self,
        terms: Sequence[str],
        k: int,
        among: NDArray[np.int64] | None = None,
        stems: Sequence[str] = (),
    ) -> list[tuple[int, float]]:
        """Ids and BM25 scores of the k best paragraphs that hold any of the terms, best first.

        A word that begins with one of the `stems` counts too. Both are plain text, never query
        syntax. With `among`, only those ids are eligible, and k come back where there are k.
        """
        with self._database.reading() as connection:
            return words.search(connection, terms, k, among, stems)

    def nearest_word(
        self, word: str, known: Collection[str] = (), *, named: bool = False
    ) -> str | None:
        """The word most like one that no paragraph has; None for one that is held, or like none.

        Those `known` to be like it are looked up as well. Where it is `named`, only names are like
        it.
        """
        with self._database.reading() as connection:
            return vocabulary.nearest(connection, word, known, named=named)

    def words_between(self, first: str, last: str) -> list[str]:
        """The words in the index from `first` on and before `last`, folded as they are there."""
        with self._database.reading() as connection:
            return vocabulary.between(connection, first, last)

    def span(self, encoder: str) -> tuple[int, int]:
        """How many vectors there are of an encoder, and the highest of their ids (0 for none)."""
        with self._database.reading() as connection:
            return vector_rows.span(connection, encoder)

    def vectors(
        self, encoder: str, after: int = 0, most: int | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Ids above `after`, ascending, and vectors (n, dimensions); (0, 0) for none.

        With `most`, only the first so many.
        """
        with self._database.reading() as connection:
            return vector_rows.after(connection, encoder, after, most)

    def removed(self, generation: int) -> NDArray[np.int64] | None:
        """Ids of the paragraphs that the changes since that one took out, ascending.

        None where those changes did more than take out and put new vectors after all others.
        """
        with self._database.reading() as connection:
            found = generations.removed(connection, generation)
        return None if found is None else np.array(found, dtype=np.int64)

    def is_encoded(self, encoder: str, splitter: int) -> tuple[bool, bool]:
        """Whether every paragraph has its vector, and every article its sentences.

        Counted, which is quicker than to look for what `missing` and `without_sentences` give.
        """
        with self._database.reading() as connection:
            return (
                vector_rows.is_complete(connection, encoder),
                sentence_rows.is_complete(connection, encoder, splitter),
            )

    def missing(self, encoder: str, limit: int) -> list[Located]:
        """At most `limit` paragraphs that have no vector of that encoder yet."""
        with self._database.reading() as connection:
            return placing.locate(connection, vector_rows.missing(connection, encoder, limit))

    def paragraph_vectors(
        self, encoder: str, article_id: str
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Numbers of an article's paragraphs that have a vector, and those; (0, 0) for none."""
        with self._database.reading() as connection:
            key = article_key(connection, article_id)
            return vector_rows.of_article(connection, encoder, key)

    def sentences(
        self, encoder: str, splitter: int | None, article_ids: Sequence[str]
    ) -> dict[str, SentenceVectors]:
        """The sentences of articles as that splitter cuts them; articles without are left out.

        Without a splitter as whichever cut them last.
        """
        with self._database.reading() as connection:
            return sentence_rows.get(connection, encoder, splitter, article_ids)

    def without_sentences(self, encoder: str, splitter: int, limit: int) -> list[str]:
        """Ids of at most `limit` articles that have no sentences of that kind yet."""
        with self._database.reading() as connection:
            return sentence_rows.missing(connection, encoder, splitter, limit)
