"""English words, for telling a word that is merely new from a slip of the pen."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files


def is_word(word: str) -> bool:
    """Whether the shipped tokenizer has the word whole, as it has the 20,000 commonest."""
    return word.casefold() in _whole()


@cache
def _whole() -> frozenset[str]:
    file = files("retrieval.models").joinpath("weights/stance/tokenizer.json")
    tokens = json.loads(file.read_text("utf-8"))["model"]["vocab"]
    return frozenset(token for token in tokens if token.isalpha())
