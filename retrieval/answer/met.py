"""The words that texts have had so far, by what they stand for: kept from one question to the next.

What a word stands for does not depend on the question. So it is reckoned once, and a question finds
the words that it looks for among those met by their keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from retrieval.answer.languages import stem_in, stopwords_of
from retrieval.answer.lexicon import STOPWORDS
from retrieval.answer.speech import ENGLISH
from retrieval.answer.subjects import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A library of a million paragraphs has some 200,000 words in all; each takes half a kilobyte.
_MOST = 100_000


class Word(NamedTuple):
    """A word: its keys are its stem and its spelling folded, none for one that names nothing."""

    text: str
    stem: str
    capital: bool
    keys: frozenset[str]


class Met:
    """Words of one language; several threads may meet and look for some at once."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._stopwords = STOPWORDS if language == ENGLISH else stopwords_of(language)
        self._by_key: dict[str, list[Word]] = {}
        self._all: list[Word] = []
        self._texts: set[str] = set()

    def __len__(self) -> int:
        return len(self._all)

    def has_all(self, words: Iterable[str]) -> bool:
        """Whether all of these have been met."""
        return self._texts.issuperset(words)

    def new(self, words: Iterable[str]) -> set[str]:
        """Those of the words that have not been met."""
        return set(words) - self._texts

    def meet(self, text: str) -> None:
        """Reckon what a word stands for."""
        stem = stem_in(self._language, text)
        names = text.lower() not in self._stopwords or text == "US"
        keys = frozenset((stem, fold(text)) if names else ())
        word = Word(text, stem, text[:1].isupper(), keys)
        for key in {stem, *keys}:
            self._by_key.setdefault(key, []).append(word)
        # In this order: who finds that it has been met finds it among all, too.
        self._all.append(word)
        self._texts.add(text)

    def standing_for(self, keys: Iterable[str]) -> Iterator[Word]:
        """The words that have one of the keys, or have it as their stem."""
        for key in keys:
            # Others may meet words meanwhile.
            yield from tuple(self._by_key.get(key, ()))

    def since(self, count: int) -> list[Word]:
        """The words met after so many."""
        return self._all[count:]


_MET: dict[str, Met] = {}


def met_in(language: str) -> Met:
    """The words met in texts of a language; where they have become too many, it starts over."""
    held = _MET.get(language)
    if held is None or len(held) > _MOST:
        held = _MET[language] = Met(language)
    return held
