"""Whether the capital of a word that opens a sentence is a name's."""

from __future__ import annotations

import re

from retrieval.answer.attribution.phrases import Kind, Phrase


def recurs(phrase: Phrase, text: str) -> bool:
    """Whether a capital at the start of a sentence is a name's: it stands elsewhere as well."""
    if phrase.kind is not Kind.NAME or phrase.first != 0 or phrase.last != 0:
        return True
    return re.search(rf"[a-z,] {re.escape(phrase.text)}\b", text) is not None


def is_ordinary(phrase: Phrase, text: str) -> bool:
    """Whether what opens a sentence is no name but a word that the text writes small as well."""
    if recurs(phrase, text) or not phrase.text[1:].islower():
        return False
    small = re.escape(phrase.text[0].lower() + phrase.text[1:])
    return re.search(rf"(?<![\w’'@#.-]){small}(?![\w’'-])", text) is not None
