"""What a judged sentence is, and how it becomes a passage of an answer."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.answer.attribution import attribute
from retrieval.ingest.agencies import agency_of
from retrieval.model import Article, Paragraph, Passage, Scores, Span, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from retrieval.answer.search import Candidate


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of a candidate paragraph that addresses the question.

    `start` and `end` are its offsets in the article's text, `probability` that of its stance
    (or, for an open question, that it addresses the question at all), by the model; `least` is what
    it counts for where a rule has spoken.
    """

    candidate: Candidate
    start: int
    end: int
    stance: Stance | None
    probability: float
    relevance: float
    least: float = 0.0

    @property
    def strength(self) -> float:
        """What ranks evidence within a position: sure and on the point comes first."""
        return max(self.probability, self.least) * self.relevance


@dataclass(frozen=True, slots=True)
class Held:
    """An article with its paragraphs, as the passages of one answer need it."""

    article: Article
    paragraphs: tuple[Paragraph, ...]


def best(evidence: Iterable[Evidence], per_source: int) -> list[Evidence]:
    """The strongest sentence of each paragraph, at most `per_source` paragraphs a source.

    Strongest first.
    """
    by_paragraph: dict[int, Evidence] = {}
    for item in evidence:
        key = item.candidate.paragraph.id
        if key not in by_paragraph or item.strength > by_paragraph[key].strength:
            by_paragraph[key] = item
    taken: defaultdict[str, int] = defaultdict(int)
    chosen = []
    for item in sorted(by_paragraph.values(), key=lambda item: item.strength, reverse=True):
        source = item.candidate.paragraph.source_id
        if taken[source] < per_source:
            taken[source] += 1
            chosen.append(item)
    return chosen


def passage(item: Evidence, held: Held) -> Passage:
    """The paragraph of the evidence as a citable passage, with who said it."""
    row = item.candidate.paragraph
    article = held.article
    found = attribute(
        article.text, held.paragraphs, row.number, (item.start, item.end), title=article.title
    )
    return Passage(
        source=article.source,
        article=article.reference(),
        paragraph=row.number,
        start=row.start,
        end=row.end,
        text=article.text[row.start : row.end],
        span=Span(item.start, item.end, article.text[item.start : item.end]),
        speaker=found.speaker,
        # What nobody is quoted for comes from the agency that the article credits.
        origin=found.origin or agency_of(article.text, article.authors),
        scores=Scores(round(item.candidate.fused, 4), round(item.probability, 4)),
    )
