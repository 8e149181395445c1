"""The sentences worth judging: those of candidate paragraphs that can concern the question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.answer import subjects
from retrieval.answer.anaphora import missing
from retrieval.answer.clauses import clauses
from retrieval.ingest.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.evidence import Held
    from retrieval.answer.question import Question
    from retrieval.answer.relevance import Relevance
    from retrieval.answer.search import Candidate
    from retrieval.answer.subjects import Name

# "What did Macron say or do?" gives no word to look for but the name, which is there already.
ABOUT_SOMEBODY = 0.15

# A year in the question is another year's article to one that never names it.
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence to judge, or a clause of one; offsets count in the article's text.

    `judged` is what the stance model reads: the words, and before them the names that a pronoun
    or a role in them stands for. `named` is false where they hold no name of the question at all.
    `clauses` are those of a sentence that reach the floor.
    """

    candidate: Candidate
    start: int
    end: int
    judged: str
    relevance: float
    named: bool = True
    clauses: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    candidate: Candidate
    start: int
    end: int
    text: str
    lacking: tuple[Name, ...]
    named: bool

    def unit(self, relevance: float, clauses: tuple[Unit, ...] = ()) -> Unit:
        heading = " and ".join(name.text for name in self.lacking)
        judged = f"{heading}: {self.text}" if heading else self.text
        return Unit(self.candidate, self.start, self.end, judged, relevance, self.named, clauses)


def select(
    question: Question,
    vector: NDArray[np.float32],
    candidates: Sequence[Candidate],
    held: dict[str, Held],
    relevance: Relevance,
    floor: float,
) -> list[Unit]:
    """The sentences of the candidates that concern the question's names and reach the floor."""
    named = subjects.names(question, (item.paragraph.text for item in candidates))
    if question.about_somebody:
        floor -= ABOUT_SOMEBODY

    def scored(pieces: list[_Piece]) -> list[tuple[_Piece, float]]:
        scores = relevance.score(question, named, vector, [piece.text for piece in pieces])
        pairs = zip(pieces, scores, strict=True)
        return [(piece, float(score)) for piece, score in pairs if score >= floor]

    pieces = list(_sentences(named, _years(question.text), candidates, held))
    if question.about_somebody:
        # With nothing but the name to go by, a pronoun is too little.
        pieces = [piece for piece in pieces if not piece.lacking]
    found = scored(pieces)
    parts = scored([part for piece, _ in found for part in _clauses(named, piece, held)])
    return [
        piece.unit(
            score,
            tuple(
                part.unit(least)
                for part, least in parts
                if part.candidate is piece.candidate and piece.start <= part.start < piece.end
            ),
        )
        for piece, score in found
    ]


def _sentences(
    named: tuple[Name, ...],
    years: set[str],
    candidates: Sequence[Candidate],
    held: dict[str, Held],
) -> Iterator[_Piece]:
    for candidate in candidates:
        row = candidate.paragraph
        if row.article_id not in held:
            continue
        article = held[row.article_id].article
        so_far = [
            article.text[paragraph.start : paragraph.end]
            for paragraph in held[row.article_id].paragraphs[: row.number]
        ]
        before = subjects.Mentions.together(map(subjects.mentions, (article.title, *so_far)))
        if not all(before.speaks_of(name, fully=True) for name in named):
            continue
        if years - _years(f"{article.published} {article.updated} {article.title} {article.text}"):
            continue
        for start, end in sentences(article.text, row.start, row.end):
            if row.own is not None and not any(a < end and b > start for a, b in row.own):
                continue
            text = article.text[start:end]
            lacking = missing(named, text, before, article.text[row.start : start])
            if lacking is not None:
                yield _Piece(
                    candidate, start, end, text, lacking, len(lacking) < max(1, len(named))
                )


def _years(text: str) -> set[str]:
    return set(_YEAR.findall(text))


def _clauses(named: tuple[Name, ...], piece: _Piece, held: dict[str, Held]) -> Iterator[_Piece]:
    article = held[piece.candidate.paragraph.article_id].article
    for start, end in clauses(article.text, piece.start, piece.end):
        text = article.text[start:end]
        # By its own word, not its kin's: cut off from "the Kremlin said", a clause on Russia has
        # lost who says it.
        here = subjects.mentions(text).keys
        lacking = tuple(name for name in named if not here.intersection(name.keys))
        yield _Piece(piece.candidate, start, end, text, lacking, piece.named)
