"""English words, for telling a word that is merely new from a slip of the pen."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from string import ascii_lowercase


def is_word(word: str) -> bool:
    """Whether the shipped tokenizer has the word whole, as it has the 20,000 commonest."""
    return word.casefold() in _whole()


def words_near(word: str) -> frozenset[str]:
    """The words one slip away: a letter left out, put in, changed, or swapped with the next."""
    plain = word.casefold()
    cuts = [(plain[:at], plain[at:]) for at in range(len(plain) + 1)]
    near = {before + after[1:] for before, after in cuts if after}
    near |= {before + after[1] + after[0] + after[2:] for before, after in cuts if after[1:]}
    near |= {before + letter + after[1:] for before, after in cuts for letter in ascii_lowercase}
    near |= {before + letter + after for before, after in cuts for letter in ascii_lowercase}
    return frozenset(near - {plain}) & _whole()


@cache
def _whole() -> frozenset[str]:
    file = files("retrieval.models").joinpath("weights/stance/tokenizer.json")
    tokens = json.loads(file.read_text("utf-8"))["model"]["vocab"]
    return frozenset(token for token in tokens if token.isalpha())
