"""What a judged sentence is, which of a source's are shown, and how one becomes a passage."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from retrieval.answer.attribution import attribute
from retrieval.answer.attribution.outlets import full_outlet
from retrieval.answer.language.lexicon import words
from retrieval.answer.language.written import passage_language
from retrieval.answered import Passage, Scores, Span, Stance
from retrieval.ingest.agencies import agency_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from retrieval.answer.decision.decide import Weights
    from retrieval.answer.finding.sentence import Sentence

# Two sentences of a cosine above this say the same in the same words: one of them is enough.
SAME: Final = 0.9
# So many words in a row are no coincidence.
_FEWEST: Final = 6


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that addresses the question, and the probability that it does, on its side."""

    sentence: Sentence
    stance: Stance | None
    probability: float


def _unknown(_one: Evidence, _other: Evidence) -> bool | None:
    """Whether two sentences give one answer, where that cannot be read off."""
    return None


def _never(_one: Evidence, _other: Evidence) -> bool:
    """Whether two sentences plainly give two answers, where that cannot be read off."""
    return False


def best(
    evidence: Iterable[Evidence],
    per_source: int,
    weights: Weights,
    same: Callable[[Evidence, Evidence], bool | None] = _unknown,
    apart: Callable[[Evidence, Evidence], bool] = _never,
) -> list[Evidence]:
    """The plainest sentences of each source, at most `per_source`, the likeliest first.

    One a paragraph. The first of a source needs less probability than what is shown beside it,
    which also has to say more than the same words again. Where `same` can tell, each answer of a
    source is shown, and once; `per_source` counts what it cannot tell. What is `apart` is shown
    also where one paragraph gives both.
    """
    taken: defaultdict[str, list[Evidence]] = defaultdict(list)
    chosen = []
    for item in sorted(evidence, key=lambda item: -item.probability):
        shown = taken[item.sentence.coverage.article.source_id]
        least = weights.second if shown else weights.first
        if item.probability < least or not _adds(item, shown, apart):
            continue
        alike = [same(item, old) for old in shown]
        if True not in alike and alike.count(None) < per_source:
            shown.append(item)
            chosen.append(item)
    return chosen


def _adds(
    item: Evidence, shown: list[Evidence], apart: Callable[[Evidence, Evidence], bool]
) -> bool:
    """Whether a sentence stands in another paragraph than those shown, in other words.

    What repeats a quotation that is shown adds nothing, whatever stands around it.
    """
    return all(_adds_to(item, old, apart) for old in shown)


def _adds_to(item: Evidence, other: Evidence, apart: Callable[[Evidence, Evidence], bool]) -> bool:
    new, old = item.sentence, other.sentence
    if float(new.vector @ old.vector) >= SAME or _repeats(new.text, old.text):
        return False
    together = new.coverage is old.coverage and new.paragraph == old.paragraph
    return not together or apart(item, other)


def _repeats(one: str, other: str) -> bool:
    """Whether the words of one text stand together in the other: a quotation printed twice."""
    first, second = (" ".join(words(text)).casefold() for text in (one, other))
    shorter, longer = sorted((first, second), key=len)
    return len(shorter.split()) >= _FEWEST and f" {shorter} " in f" {longer} "


def passage(item: Evidence) -> Passage:
    """The paragraph of the evidence as a citable passage, with who said it."""
    sentence, held = item.sentence, item.sentence.coverage.held
    article = held.article
    paragraph = next(each for each in held.paragraphs if each.number == sentence.paragraph)
    span = (sentence.start, sentence.end)
    text = article.text[paragraph.start : paragraph.end]
    language = passage_language(text, sentence.language)
    found = attribute(
        article.text,
        held.paragraphs,
        sentence.paragraph,
        span,
        title=article.title,
        language=language,
        denied=item.stance is Stance.REFUTES,
    )
    source = article.source
    own = (source.name, *source.spellings)
    speaker, origin = (
        each and full_outlet(each, article.text, own) for each in (found.speaker, found.origin)
    )
    return Passage(
        source=source,
        article=article.reference(),
        paragraph=sentence.paragraph,
        start=paragraph.start,
        end=paragraph.end,
        text=text,
        span=Span(*span, article.text[slice(*span)]),
        speaker=speaker,
        # What nobody is quoted for comes from the agency that the article credits.
        origin=origin or agency_of(article.text, article.authors),
        scores=Scores(round(sentence.nearness, 4), round(item.probability, 4)),
        posted=paragraph.posted,
        language=language,
    )
