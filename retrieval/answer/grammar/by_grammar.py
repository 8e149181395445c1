"""What answers a question by its grammar, where the judge knows no answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from retrieval.answer.grammar.aged import Aged, asked_age
from retrieval.answer.grammar.fates import Fate, asked_fate
from retrieval.answer.grammar.introducing import fullest
from retrieval.answer.grammar.parties import Membership, asked_party
from retrieval.answer.grammar.relations import Relation, asked_relation
from retrieval.answer.grammar.seats import Seat, asked_seat
from retrieval.answer.grammar.things import asked_thing
from retrieval.answer.language.lexicon import words
from retrieval.answer.language.speech import ENGLISH
from retrieval.models.stance import BESIDE, REFUTES, SUPPORTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.decision.decide import Weights
    from retrieval.answer.finding.sentence import Sentence
    from retrieval.answer.grammar.mentions import Somebody
    from retrieval.answer.question.question import Question


# How sure it is that a sentence takes the side that its grammar gives it.
_PLAIN: Final = 0.95


# What the judge has to take a sentence for, where none tells by its grammar what a thing is.
_LIKELY: Final = 0.65
# What grammar tells of somebody.
Fact = Aged | Membership | Seat | Relation | Fate


def asked_fact(question: Question) -> Fact | None:
    """What a question asks for that grammar tells; None for any other question."""
    asked = asked_age, asked_party, asked_seat, asked_relation, asked_fate
    return next((fact for each in asked if (fact := each(question)) is not None), None)


def by_name(question: Question) -> Question:
    """Whether somebody is in a party by the words of the name alone; any other question as it is.

    Who is a Republican is told by articles that never write that somebody is no Democrat.
    """
    asked = asked_party(question)
    if asked is None or asked.one is None:
        return question
    name = {each.lower() for each in words(asked.who.name)}
    return replace(question, terms=tuple(each for each in question.terms if each.lower() in name))


def telling(question: Question) -> Callable[[str], bool]:
    """What says of a sentence whether it tells what is asked for; of all none, where nothing is."""
    if fact := asked_fact(question):
        return fact.told_in
    thing = asked_thing(question)
    return (lambda text: thing.told(text) > 0) if thing is not None else lambda _: False


def told_facts(
    question: Question,
    sentences: Sequence[Sentence],
    decided: NDArray[np.float32],
    weights: Weights,
) -> tuple[Sequence[Sentence], NDArray[np.float32], Weights]:
    """The sentences to answer from, what was decided, shape (n, 4), and the thresholds.

    Where sentences tell it, in articles that name whoever it is about in full, these answer;
    where none does, what the judge takes for an answer does if it is near the name.
    """
    fact = asked_fact(question)
    if fact is None or not any(fact.who.mentions(each.text) for each in sentences):
        return sentences, decided, weights
    texts = {each.coverage.held.article.id: each.coverage.held.article.text for each in sentences}
    fact = replace(fact, who=fact.who.in_full(texts.values()))
    named = _named(fact.who, sentences)
    kept = [at for at, each in enumerate(sentences) if named[at] and fact.told_in(each.text)]
    if isinstance(fact, Fate):
        grades = {at: fact.fully(sentences[at].text) for at in kept}
        kept = [at for at in kept if grades[at] == max(grades.values())]
    others = _abroad(sentences, decided, weights)
    if kept:
        weights = replace(weights, first=0.0, covered=0.0)
    else:
        kept = [at for at, each in enumerate(sentences) if named[at] and _may_tell(fact, each)]
    kept = sorted({*kept, *others})
    return [sentences[at] for at in kept], decided[kept], weights


def told_things(
    question: Question,
    sentences: Sequence[Sentence],
    decided: NDArray[np.float32],
    weights: Weights,
) -> tuple[Question, Sequence[Sentence], NDArray[np.float32], Weights] | None:
    """The same of what a thing is: the fullest sentences of each source; None for another question.

    What only calls it something ("the group Harbour Trust") answers where nothing else does.
    """
    texts = [each.text for each in sentences]
    thing = asked_thing(question, texts)
    if thing is None:
        return None
    told = [thing.told(each) for each in texts]
    kept = fullest(told, sentences)
    others = _abroad(sentences, decided, weights)
    if not kept:
        near = sorted({*others, *(at for at, each in enumerate(texts) if thing.places(each))})
        weights = replace(weights, covered=max(weights.covered, _LIKELY))
        return question, [sentences[at] for at in near], decided[near], weights
    weights = replace(weights, first=0.0, covered=0.0)
    kept = sorted({*kept, *others})
    return replace(question, asks=None), [sentences[at] for at in kept], decided[kept], weights


def _abroad(
    sentences: Sequence[Sentence], decided: NDArray[np.float32], weights: Weights
) -> list[int]:
    """The likely sentences in other languages, of which this grammar knows nothing."""
    told = 1 - decided[:, BESIDE]
    return [
        at
        for at, each in enumerate(sentences)
        if each.language != ENGLISH and told[at] >= weights.covered
    ]


def _may_tell(fact: Fact, sentence: Sentence) -> bool:
    """Whether the judge may take a sentence for an answer: one near the name."""
    if isinstance(fact, Relation):
        return fact.may_tell(sentence.text)
    return fact.who.is_near(sentence)


def party_sides(
    question: Question, sentences: Sequence[Sentence], decided: NDArray[np.float32]
) -> NDArray[np.float32]:
    """What was decided, shape (n, 4), with yes or no where a sentence gives somebody's party.

    "Sen. Ida Moen (D-Vale)" says yes to whether she is a Democrat, and no to a Republican.
    """
    asked = asked_party(question)
    if asked is None or asked.one is None:
        return decided
    if not any(asked.who.mentions(each.text) for each in sentences):
        return decided
    decided = decided.copy()
    named = _named(asked.who, sentences)
    for at, each in enumerate(sentences):
        side = asked.side(each.text) if named[at] else None
        if side is not None:
            decided[at] = (1 - _PLAIN) / 3
            decided[at, SUPPORTS if side else REFUTES] = _PLAIN
        elif each.language == ENGLISH and not (named[at] and asked.who.is_near(each)):
            decided[at] = 0
            decided[at, BESIDE] = 1
    return decided


def _named(who: Somebody, sentences: Sequence[Sentence]) -> list[bool]:
    """Whether the article of each sentence names somebody in full."""
    named: dict[str, bool] = {}
    for each in sentences:
        article = each.coverage.held.article
        if article.id not in named:
            named[article.id] = who.is_in(f"{article.title}\n{article.text}")
    return [named[each.coverage.held.article.id] for each in sentences]
