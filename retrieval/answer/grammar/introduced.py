"""Who somebody is: sentences that introduce a name, where nothing else is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.phrases import Kind, phrase_ending, phrase_starting
from retrieval.answer.attribution.tagging import tokenize
from retrieval.answer.grammar.called import Called, is_name
from retrieval.answer.grammar.introduced_abroad import told_abroad
from retrieval.answer.grammar.introducing import (
    DESCRIBED,
    INTRODUCED,
    TITLED,
    asked_abroad,
    fullest,
    quoted,
)
from retrieval.answer.grammar.mentions import FORMS, is_anothers
from retrieval.answer.language.lexicon import words
from retrieval.answer.language.speech import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.attribution.phrases import Phrase
    from retrieval.answer.attribution.tagging import Token
    from retrieval.answer.decision.decide import Weights
    from retrieval.answer.finding.sentence import Sentence
    from retrieval.answer.question.question import Question

_ASKED: Final = re.compile(
    r"(?P<asks>who|what)(?:'s|\s+(?:is|was|are|were))\s+(?:exactly\s+)?"
    r"(?P<name>[^\s?]+(?:\s[^\s?]+){0,3})\??$",
    re.IGNORECASE,
)
_NOBODY: Final = frozenset(
    "a an the this that he she it they his her its their in on at for to with from by not there "
    "and or doing going".split()
)
# Behind a name and a comma or dash, perhaps an age: "Ida Moen, 47, a clerk", "Moen (R-Vale)".
_ASIDE: Final = re.compile(r"\s*(?:[,–—]|\s-\s)\s*(?:\d{1,3}[,–—]?\s+)?")
_PARTY: Final = re.compile(r"(?:,\s|\s\()[DRI]-[A-Z]|\s\([A-Z]{2,}\)")
_DESCRIBES: Final = frozenset(
    "a an the one then formerly former ex acting deputy senior longtime current co-founder founder "
    "president director chief chairman chairwoman leader head".split()
)
# "Moen, who heads the union", but not "Moen, who did not answer".
_WHO: Final = re.compile(
    r"(?:who|which)\s+(?:(?:has|had|have)\s+)?(?:also\s+|once\s+|previously\s+|only\s+)?(?:is|was|are|were|"
    r"be(?:en|came)|died|(?:head|serv|work|represent|found|own|chair|host|advis|play|liv|arriv|resign|direct|"
    r"own|manag|edit|mak|pleaded|graduat|retir)(?:e?s|e?d)|le(?:d|ads)|r[ua]ns?|w[io]ns?|taught|teaches|wrote|"
    r"writes|had|has|built|builds|makes|made|held|holds)\b"
)
_IS: Final = re.compile(
    r"\s+(?:is|was|are|were|remains|became|has\s+been|serve[sd]\s+as|work(?:s|ed)\s+as)\s+"
    r"(?:an?|the|one\s+of)\s(?!one\b|only\s+one)"
)
# As in "the Harbour Safety Act (HSA)".
_ACRONYM: Final = re.compile(r"[A-Z]\w+\s(?:\w+\s)?[A-Z]\w+\s\([A-Z]{2,}\)$")
# What is no office, so nothing is told with it.
_FORMS: Final = FORMS | {"said"}


def introductions(
    question: Question,
    sentences: Sequence[Sentence],
    decided: NDArray[np.float32],
    weights: Weights,
) -> tuple[Question, Sequence[Sentence], NDArray[np.float32], Weights]:
    """The question, the sentences to answer from, what was decided (n, 4), and the thresholds.

    "Who is Ida Moen?" asks for nothing that the judge knows an answer by, and half of an article is
    about her. Where sentences introduce her, each source's fullest are the answer; where none does,
    it is looked for among those that name her. A bare title counts where there is no more.
    """
    named = asked_name(question, sentences)
    if named is None:
        return question, sentences, decided, weights
    called = Called(named.name, question.language)
    told = [_told(named, called, each) for each in sentences]
    kept = fullest(told, sentences)
    if not kept:
        near = [at for at, each in enumerate(sentences) if _is_near(named, called, each)]
        return question, [sentences[at] for at in near], decided[near], weights
    # Whom else they name excludes nothing.
    question = replace(question, asks=None)
    weights = replace(weights, first=0.0, covered=0.0)
    return question, [sentences[at] for at in kept], decided[kept], weights


@dataclass(frozen=True, slots=True)
class Named:
    """A name that is asked about and nothing else, of a person or of a thing."""

    name: str
    person: bool


def asked_name(question: Question, sentences: Sequence[Sentence]) -> Named | None:
    """Whoever or whatever is asked about, as the sentences write it; None for another question."""
    if question.language != ENGLISH:
        abroad = asked_abroad(question)
        is_one = abroad and is_name(Called(abroad, question.language), sentences)
        return Named(abroad, person=True) if abroad and is_one else None
    found = _ASKED.match(question.canonical)
    if found is None or _NOBODY & {each.lower() for each in found["name"].split()}:
        return None
    # "Senator Moen" is asked for by a title that others may give in full.
    name, is_who = words(found["name"]), found["asks"].lower() == "who"
    while len(name) > 1 and name[0].lower() in lx.PEOPLE | _FORMS:
        del name[0]
    if not Called(" ".join(name), ENGLISH).parts:
        return None
    text = "\n".join(each.text for each in sentences)
    for word in name:
        places = re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)
        if not places:
            # In other letters, or nowhere.
            is_one = is_name(Called(" ".join(name), ENGLISH), sentences)
            return Named(" ".join(name), person=True) if is_one and is_who else None
        if sum(each[0].isupper() for each in places) * 2 <= len(places):
            return None
    return Named(" ".join(name), is_who)


def _told(named: Named, called: Called, sentence: Sentence) -> int:
    """How fully a sentence in any language introduces a name."""
    if sentence.language != ENGLISH:
        return told_abroad(called, sentence.text, sentence.language) if named.person else 0
    if called.language == ENGLISH:
        return introduced(named, sentence.text)
    # As the sentence spells it.
    spelt = {
        sentence.text[each.start : each.end]
        for each in called.places(sentence.text, ENGLISH)
        if each.full or len(called.parts) == 1
    }
    return max((introduced(Named(each, person=True), sentence.text) for each in spelt), default=0)


def _is_near(named: Named, called: Called, sentence: Sentence) -> bool:
    """Whether a sentence or the one before names who is asked about."""
    texts = sentence.text, sentence.text_before or ""
    return not named.person or any(called.named(each, sentence.language) for each in texts)


def introduced(named: Named, text: str) -> int:
    """How fully a sentence introduces a name: by a description (3), what it did (2), a title (1).

    0 where it does not introduce it.
    """
    last = words(named.name)[-1].casefold()
    tokens = tokenize(text)
    best = 0
    for at, token in enumerate(tokens):
        if token.text.casefold() != last or not token.text[0].isupper():
            continue
        phrase, among = _phrase(tokens[: at + 1])
        if named.person and is_anothers(named.name, tokens, at):
            continue
        if not quoted(text, token.start):
            best = max(best, _described(text, tokens, at))
        if named.person and phrase is not None:
            best = max(best, _titled(among, phrase))
        elif not named.person and _ACRONYM.search(text[: token.end + 1]):
            best = INTRODUCED
    return best


def _phrase(tokens: Sequence[Token]) -> tuple[Phrase | None, Sequence[Token]]:
    """The noun phrase that tokens end with, and the tokens that its places count in."""
    found = phrase_ending(tokens, len(tokens) - 1, strong=False)
    behind = max((at + 1 for at, each in enumerate(tokens) if each.tag == "P"), default=0)
    if found is None and behind:
        # Of phrases behind a preposition only those that can be a subject are found.
        tokens = tokens[behind:]
        found = phrase_ending(tokens, len(tokens) - 1, strong=False)
    return found, tokens


def _described(text: str, tokens: Sequence[Token], at: int) -> int:
    """By what stands behind a name."""
    end = tokens[at].end
    if _IS.match(text, end) or _PARTY.match(text, end):
        return INTRODUCED
    aside = _ASIDE.match(text, end)
    if aside is None:
        return 0
    if _WHO.match(text, aside.end()):
        return DESCRIBED
    first = next((n for n, each in enumerate(tokens) if each.start >= aside.end()), len(tokens))
    opens = first < len(tokens) and (tokens[first].low in _DESCRIBES or tokens[first].tag == "G")
    if not opens:
        return 0
    phrase = phrase_starting(tokens, first)
    behind = tokens[phrase.last + 1 :][:1] if phrase is not None else []
    # "Moen, the mayor said" is another's clause.
    return 0 if any(each.tag in "XVW" for each in behind) else INTRODUCED


def _titled(tokens: Sequence[Token], phrase: Phrase) -> int:
    """By what stands before a name: "District Judge Ida Moen" in full, "Judge Moen" barely."""
    if phrase.kind is not Kind.NAME or phrase.outer == phrase.first:
        return 0
    title: list[Token] = []
    for each in tokens[phrase.outer : phrase.first]:
        # "The mayor and Senator Moen" are two.
        if each.tag in "CQ,":
            title = []
        elif each.tag not in "DU" and each.low not in _FORMS:
            title.append(each)
    if not title or title[-1].tag != "R":
        return 0
    return INTRODUCED if len(title) > 1 else TITLED
