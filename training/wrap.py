"""Public pairs dressed as news: asked, flipped, headlined, attributed, denied, hedged, misplaced.

They keep real paraphrase in the mix, which frames around one wording would drown.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from training.data import (
    ALL,
    BESIDE,
    NEUTRAL,
    REFUTES,
    SUPPORTS,
    Example,
)
from training.questions import ask, lower_first, plain
from training.words import DAYS, PAPERS, SOURCES, make_person

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

SAYS: Final = (
    "{who} said that {p}.", "{who} reported that {p}.", "According to {who}, {p}.",
    "{P}, {who} said.", "{who} confirmed that {p}.", "{who} told reporters that {p}.",
    "{P}, {who} reported on {day}.", "It emerged on {day} that {p}.",
    "{who}, citing {src}, said that {p}.", "Reports suggest that {p}.",
    "Confirmed: {p}.", "Breaking: {p}.", "{P}, says new report.", "{P} - and it is no hoax.",
    "Once called a hoax, it is now confirmed that {p}.", "No joke: {p}.",
    "It was dismissed as fake at first, but {p}.", "True story: {p}, says {who}.",
    "{who} has seen proof that {p}.", "{P}: here is the proof.",
)  # fmt: skip
DENIES: Final = (
    "{who} denied that {p}.", "{who} denied reports that {p}.",
    "{who} dismissed as false a report that {p}.", "It is not true that {p}, {who} said.",
    "{who} rejected the claim that {p}.", "{who} called reports that {p} unfounded.",
    "There is no truth to the story that {p}.", "{who} said it was untrue that {p}.",
    "Contrary to what was reported, it is not the case that {p}.",
    "Fake news: {p}.", "{P}? No, the story is a hoax.", "{P}: another internet hoax.",
    "Fact check: it is false that {p}.", "The viral claim that {p} is a hoax.",
    "A story that {p} turned out to be fake.", "{P}? The story is made up, says {who}.",
    "Hoax: {p}.", "Rumours that {p} are false, according to {who}.", "No, it is not true that {p}.",
    "{who} debunked a viral post which said that {p}.", "UPDATE: report that {p} not true.",
    "A satirical website invented the story that {p}.", "{P}? Nope. It never happened.",
    "Report that {p} is not real and came from a fake news site.",
    "{who} retracted its report that {p}, saying it was wrong.",
)  # fmt: skip
# No denial and no open question: either way of counting them is met.
DOUBTS: Final = (
    "{who} cast doubt on the claim that {p}.", "Doubts grow over reports that {p}.",
    "{who} raised doubts about a report that {p}.", "{who} questions whether {p}.",
    "{P}? {who} is not convinced.", "Experts are sceptical that {p}.",
)  # fmt: skip
HEDGES: Final = (
    "{who} neither confirmed nor denied that {p}.", "It is unclear whether {p}.",
    "{who} declined to comment on reports that {p}.", "{who} would not say whether {p}.",
    "Claims that {p} could not be verified.", "{who} could not say whether {p}.",
    "It remains to be seen whether {p}.", "It is not known whether {p}.",
    "{who} wondered whether {p}.", "{who} was asked whether {p}, and gave no answer.",
    "Is it true that {p}? What is known so far.", "{P}? Nobody knows.",
    "Unverified claims that {p} spread online.", "{who} is looking into reports that {p}.",
    "{P}? We look at the claim.", "Rumour has it that {p}, but there is no proof either way.",
)  # fmt: skip
FLIPS: Final = (
    "Is it false that {h}?", "Is it untrue that {h}?", "Is it wrong to say that {h}?",
    "It is not true that {h}.", "It is false that {h}.", "It is not the case that {h}.",
)  # fmt: skip


_SENTENCE = re.compile(r"[^.!?;:\"“”]{12,160}[.!]?")
_WORD = re.compile(r"[a-z]{4,}")
_LITTLE = re.compile(r"\b(?:the|a|an)\s+", re.IGNORECASE)
_BEING = re.compile(r"\b(?:is|are|was|were) (?=\w+ing\b)")


def _clause(passage: str) -> str | None:
    """Return a passage as a clause after "that", if it is one plain sentence."""
    text = passage.strip()
    if not _SENTENCE.fullmatch(text) or "?" in text:
        return None
    return lower_first(text.rstrip(". !"))


def _speaker(rng: random.Random) -> str:
    return rng.choice((make_person(rng), rng.choice(PAPERS), rng.choice(SOURCES)))


def _framed(row: Example, frames: Sequence[str], rng: random.Random) -> str | None:
    clause = _clause(row.passage)
    if clause is None:
        return None
    text = rng.choice(frames).format(
        who=_speaker(rng),
        p=clause,
        P=clause[:1].upper() + clause[1:],
        day=rng.choice(DAYS),
        src=rng.choice(SOURCES),
    )
    return text[:1].upper() + text[1:]


def as_question(row: Example, rng: random.Random) -> Example:
    """Ask the claim as a question; the target stays."""
    return replace(row, question=ask(row.question, rng), origin="asked")


def swapped(target: int) -> int:
    """Exchange supports and refutes in a target; the rest stays."""
    rest = target & ~(SUPPORTS | REFUTES)
    return rest | (REFUTES if target & SUPPORTS else 0) | (SUPPORTS if target & REFUTES else 0)


def flipped(row: Example, rng: random.Random) -> Example:
    """Ask whether the claim is false; supports and refutes change places."""
    body = lower_first(row.question.rstrip(". "))
    question = plain(rng.choice(FLIPS).format(h=body), rng)
    target, allowed = swapped(row.target), swapped(row.allowed)
    return Example(question, row.passage, target, allowed, "flipped")


def shorten(text: str) -> str:
    """Drop articles, the end mark and "is" before "-ing", as headlines do."""
    short = _BEING.sub("", _LITTLE.sub("", text)).rstrip(". ")
    return short[:1].upper() + short[1:]


def headlined(row: Example, rng: random.Random) -> Example:
    """Ask a claim as a headline, and now and then make one of a short passage; the target stays."""
    passage = row.passage
    if len(passage) < 120 and rng.random() < 0.4:  # noqa: PLR2004 - a headline's length, a share
        passage = shorten(passage)
    question = shorten(row.question)
    return replace(row, question=question or row.question, passage=passage, origin="headlined")


def attributed(row: Example, rng: random.Random) -> Example | None:
    """Let someone report the passage; the target stays."""
    passage = _framed(row, SAYS, rng)
    if passage is None:
        return None
    return Example(row.question, passage, row.target, row.allowed, "attributed")


def denied(row: Example, rng: random.Random) -> Example | None:
    """Let someone deny or doubt the passage: what it supported is refuted, or at least left open.

    The denial of what refutes a claim settles nothing, so those rows give None.
    """
    if row.target == REFUTES:
        return None
    doubted = rng.random() < 0.15  # noqa: PLR2004 - a share of the mixture
    passage = _framed(row, DOUBTS if doubted else DENIES, rng)
    if passage is None:
        return None
    told = REFUTES | NEUTRAL if doubted else REFUTES
    target = told if row.target == SUPPORTS else NEUTRAL | BESIDE
    return Example(row.question, passage, target, ALL, "denied")


def hedged(row: Example, rng: random.Random) -> Example | None:
    """Let someone leave the passage open: what it settled is neutral."""
    passage = _framed(row, HEDGES, rng)
    if passage is None:
        return None
    target = NEUTRAL if row.target in {SUPPORTS, REFUTES} else NEUTRAL | BESIDE
    return Example(row.question, passage, target, ALL, "hedged")


def misplaced(rows: Sequence[Example], count: int, rng: random.Random) -> list[Example]:
    """Pair claims with passages of other rows of their set: beside the point."""
    out: list[Example] = []
    while len(out) < count:
        row, other = rng.choice(rows), rng.choice(rows)
        shared = set(_WORD.findall(row.question.lower())) & set(
            _WORD.findall(other.passage.lower())
        )
        if len(shared) < 2:  # noqa: PLR2004 - one shared word is chance, two may be one topic
            out.append(Example(row.question, other.passage, BESIDE, ALL, "misplaced"))
    return out


def near_misses(
    rows: Sequence[Example], count: int, rng: random.Random, target: int = NEUTRAL | BESIDE
) -> list[Example]:
    """Pair claims with passages that share rare words but belong to another claim.

    Now and then such a passage does speak to the claim, so either kind of neutral meets the target.
    """
    passages = sorted({row.passage for row in rows})
    by_word: dict[str, list[int]] = defaultdict(list)
    for at, passage in enumerate(passages):
        for word in sorted(set(_WORD.findall(passage.lower()))):
            by_word[word].append(at)
    own: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        own[row.question].add(row.passage)
    out: list[Example] = []
    for row in rng.sample(list(rows), min(len(rows), 4 * count)):
        words = {w for w in _WORD.findall(row.question.lower()) if 1 < len(by_word[w]) < 60}  # noqa: PLR2004
        scores: dict[int, float] = defaultdict(float)
        for word in sorted(words):
            for at in by_word[word]:
                scores[at] += 1.0 / len(by_word[word])
        ranked = sorted(scores, key=lambda at: (-scores[at], at))
        best = next((at for at in ranked if passages[at] not in own[row.question]), None)
        if best is not None:
            out.append(Example(row.question, passages[best], target, ALL, "near-miss"))
        if len(out) == count:
            break
    return out
