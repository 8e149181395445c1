"""A paragraph read: its sentences, tokens and reports; cached, as neighbours are read again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from retrieval.answer.attribution.prose import MASK, Quotation, mask, quotations, sentences
from retrieval.answer.attribution.reports import find_reports
from retrieval.answer.attribution.tagging import Token, tokenize

if TYPE_CHECKING:
    from retrieval.answer.attribution.clauses import Report

# Longer paragraphs are lists or scraped pages; a bound keeps the time of one call small.
MAX_CHARACTERS = 6_000
# The share of quoted characters from which a sentence is a quotation and no more.
_ALL = 0.85
_ENDS = frozenset(".!?…:;\"”’'»)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Offsets are in the paragraph; those of tokens and reports count from `start`."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    reports: tuple[Report, ...]
    quoted: float
    last: str

    @property
    def is_quotation(self) -> bool:
        """Whether next to nothing stands outside quotation marks."""
        return self.quoted > _ALL

    @property
    def is_prose(self) -> bool:
        """Whether it ends as a sentence does; headlines, captions and links do not."""
        return self.last in _ENDS

    @property
    def announces(self) -> bool:
        """Whether it ends in a colon."""
        return self.last == ":"


@dataclass(frozen=True, slots=True)
class Reading:
    """The sentences and quotations of one paragraph."""

    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]

    @property
    def left_open(self) -> bool:
        """Whether a quotation goes on in the next paragraph."""
        return bool(self.quotations) and not self.quotations[-1].closed


@lru_cache(maxsize=512)
def read(paragraph: str) -> Reading:
    """Sentences, tokens and reports of one paragraph's text."""
    paragraph = paragraph[:MAX_CHARACTERS]
    marks = quotations(paragraph)
    masked = mask(paragraph, marks)
    found: list[Sentence] = []
    for start, end in sentences(paragraph):
        piece = masked[start:end]
        tokens = tokenize(piece)
        letters = sum(not c.isspace() for c in piece) or 1
        found.append(
            Sentence(
                start,
                end,
                tuple(tokens),
                tuple(find_reports(tokens)),
                piece.count(MASK) / letters,
                paragraph[end - 1],
            )
        )
    return Reading(tuple(found), tuple(marks))
