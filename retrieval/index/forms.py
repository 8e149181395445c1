"""Words in the form in which texts and questions are compared where FTS5 does not do it.

Folded and stemmed here and not by an engine's analyzers: those of embedded ones only split, and a
word has to have one form in every engine.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import Stemmer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_WORD = re.compile(r"[^\W_]+")
_ENGLISH: Final = "en"
_SNOWBALL: Final = {
    _ENGLISH: "english", "de": "german", "es": "spanish", "fr": "french", "ru": "russian",
}  # fmt: skip


class Forms:
    """Words in the form in which they are compared.

    `spellings` gives the other spellings of a name, the word itself among them; `others` are
    stemmers of languages (ISO 639-1) that Snowball has none for.
    """

    def __init__(
        self,
        spellings: Callable[[str], Iterable[str]] = lambda word: (word,),
        others: Mapping[str, Callable[[str], str]] | None = None,
    ) -> None:
        self._spellings = spellings
        # Those that remember no words may be shared by threads.
        stemmers = {code: Stemmer.Stemmer(name, 0) for code, name in _SNOWBALL.items()}
        self._stemmers: dict[str, Callable[[str], str]] = {
            code: each.stemWord for code, each in stemmers.items()
        } | dict(others or {})
        self._folded: Callable[[str, str], str] = lru_cache(maxsize=200_000)(
            lambda language, word: _fold(self._stemmers[language](word.casefold()))
        )

    def of_question(self, terms: Sequence[str], stems: Sequence[str]) -> list[str]:
        """What is searched for, each once; empty where there is nothing to search."""
        spelt = (spelling for term in terms for spelling in self._spellings(term))
        words = [form for each in spelt for form in self.stems(each, _ENGLISH)]
        words += [_fold(word) for stem in stems for word in _WORD.findall(stem)]
        return list(dict.fromkeys(each for each in words if each))

    def stems(self, text: str, language: str) -> list[str]:
        """English stems, as the words of every question get, and those of the language after."""
        found = []
        for word in _WORD.findall(text):
            english = self._folded(_ENGLISH, word)
            found.append(english)
            if language != _ENGLISH and language in self._stemmers:
                own = self._folded(language, word)
                if own != english:
                    found.append(own)
        return [each for each in found if each]


def _fold(word: str) -> str:
    """Lower case without accents: `Zürich` is found by `zurich`."""
    # Letters made for mathematics are capitals once more when they are taken apart.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold()).lower()
    return "".join(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))
