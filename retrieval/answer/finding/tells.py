"""What stands between an article's sentences and tells nothing of the news, whatever is asked.

Headings, captions and links that are a paragraph of their own, and notes on the article itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from retrieval.answer.language.languages import LANGUAGES
from retrieval.answer.language.speech import ENGLISH
from retrieval.ingest.notes import is_only_note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from retrieval.answer.finding.held import Held
    from retrieval.store.records import SentenceVectors

# How a sentence ends, or one that goes on in the next paragraph; a closing mark alone ends a
# heading: ‘Nothing was sold’.
_ENDS: Final = re.compile(r"[.!?…:;,—–-][\s)\]*_\"”’'»“‘«]*$")
# What a paragraph that is one question asks, in nobody's mouth: "What happens next?"
_ASKS: Final = re.compile(r"[^“”\"«»„.!?]+\?\s*")
_AT_END: Final = 8
# What is longer is prose that lost its full stop, or a caption that tells as much as prose.
_MOST_WORDS: Final = 20
# A post has its own ways, and says what somebody said.
_POST: Final = re.compile(r"(?<!\S)\(?@\w|\bpic\.twitter\.com/|\bt\.co/")
# Where sentences end so.
_ENDED_IN: Final = frozenset({ENGLISH, *LANGUAGES})


def beside(held: Held, places: SentenceVectors, language: str) -> frozenset[int]:
    """Which of an article's sentences, by their place among `places`, tell nothing of the news."""
    text = held.article.text
    begins = {each.number: each.start for each in held.paragraphs}
    paragraphs = {each.number: text[each.start : each.end] for each in held.paragraphs}
    headings = _headings(paragraphs, language)
    notes = {number for number, each in paragraphs.items() if is_only_note(each)}
    spans = zip(
        places.paragraphs.tolist(), places.starts.tolist(), places.ends.tolist(), strict=True
    )
    return frozenset(
        at
        for at, (number, start, end) in enumerate(spans)
        if number in notes
        or (number in headings and text[start:end] == paragraphs[number])
        # A paragraph that begins with one, and is none, is longer than a note may be.
        or (start != begins.get(number, start) and is_only_note(text[start:end]))
    )


def _headings(paragraphs: Mapping[int, str], language: str) -> set[int]:
    """The numbers of the paragraphs that are short and do not end as a sentence does, or only ask.

    None where half of an article is written so, as in a channel of short posts.
    """
    # A few characters are soon looked at, and whole paragraphs of a whole event are not.
    unended = {
        number
        for number, each in paragraphs.items()
        if not _ENDS.search(each[-_AT_END:]) or ("?" in each[-_AT_END:] and _ASKS.fullmatch(each))
    }
    if language not in _ENDED_IN or 2 * len(unended) >= len(paragraphs):
        return set()
    return {
        number
        for number in unended
        if len(paragraphs[number].split()) <= _MOST_WORDS and not _POST.search(paragraphs[number])
    }
