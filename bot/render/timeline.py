"""The passages of an answer in the order in which they were published, position by position."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from bot.render import timing
from bot.render.moments import moment, published
from retrieval.answered import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from bot.render.moments import Moment
    from retrieval.answered import Answer, Passage, Position


class Fact(StrEnum):
    """What the dates alone say of a passage."""

    FIRST_REPORT = "first-report"
    EARLY_REPORT = "among-first-reports"
    FIRST_DENIAL = "first-denial"
    EARLY_DENIAL = "among-first-denials"
    CORRECTED = "corrected"
    AHEAD = "dated-ahead"


WORDS = {
    Fact.FIRST_REPORT: "first report",
    Fact.EARLY_REPORT: "among the first reports",
    Fact.FIRST_DENIAL: "first denial",
    Fact.EARLY_DENIAL: "among the first denials",
    Fact.CORRECTED: "corrected",
    Fact.AHEAD: "dated in the future",
}
UNDATED = "Date not known"
TITLE = "Over time, by when it was published; what has no date stands last."


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage with its place: `position` and `number` count from 0 in the answer's order.

    `when` is None where its date is not known.
    """

    position: int
    number: int
    passage: Passage
    when: Moment | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """A position over time: its dated passages, the earliest first, and those without a date."""

    position: Position
    dated: tuple[Entry, ...]
    undated: tuple[Entry, ...]


def timeline(answer: Answer, now: datetime) -> tuple[Course, ...]:
    """Every passage once, in the order of the positions.

    The first is the one that no other dated passage can have come before; where the dates leave
    that open, each that may be is among the first. What is dated after `now` is none of them.
    """
    whens = {
        (at, number): moment(published(passage))
        for at, position in enumerate(answer.positions)
        for number, passage in enumerate(position.passages)
    }
    first = _firsts(answer, whens, now)
    return tuple(
        _course(at, position, whens, first, now) for at, position in enumerate(answer.positions)
    )


def steps(course: Course) -> Iterator[tuple[str | None, Entry]]:
    """The passages in order, before the first of each day that day, as a heading."""
    before = None
    for entry in (*course.dated, *course.undated):
        heading = _day(entry)
        yield (heading if heading != before else None), entry
        before = heading


def told(entry: Entry) -> str:
    """The hour, as far as it is known, and what the dates say: `09:46 · first report`."""
    written = published(entry.passage) or ""
    article = entry.passage.article
    facts = [WORDS[fact] for fact in entry.facts]
    if Fact.CORRECTED in entry.facts and article.published:
        facts.append(f"first published {timing.day(article.published)}")
    elif article.updated:
        facts.append(f"updated {timing.day(article.updated)}")
    clock = timing.day(written).partition(", ")[2] if entry.when else written
    return " · ".join(filter(None, (clock, *facts)))


def _day(entry: Entry) -> str:
    if entry.when is None:
        return UNDATED
    return timing.day(published(entry.passage)).partition(", ")[0]


def timeline_json(courses: Sequence[Course]) -> list[dict[str, Any]]:
    """The same as plain JSON data: passages by their numbers in `positions`, from 0."""
    return [
        {
            "stance": course.position.stance,
            "label": course.position.label,
            "entries": [
                {
                    "position": entry.position,
                    "passage": entry.number,
                    "when": published(entry.passage) if entry.when else None,
                    "precision": entry.when.precision if entry.when else None,
                    "facts": list(entry.facts),
                }
                for entry in (*course.dated, *course.undated)
            ],
        }
        for course in courses
    ]


_Key = tuple[int, int]


def _course(
    at: int,
    position: Position,
    whens: dict[_Key, Moment | None],
    first: dict[_Key, Fact],
    now: datetime,
) -> Course:
    entries = []
    for number, passage in enumerate(position.passages):
        when = whens[at, number]
        facts = [first[at, number]] if (at, number) in first else []
        if passage.appeared is not None:
            facts.append(Fact.CORRECTED)
        if when is not None and when.is_ahead(now):
            facts.append(Fact.AHEAD)
        entries.append(Entry(at, number, passage, when, tuple(facts)))
    dated = [(entry.when, entry.number, entry) for entry in entries if entry.when is not None]
    return Course(
        position,
        tuple(entry for _, _, entry in sorted(dated, key=lambda each: each[:2])),
        tuple(entry for entry in entries if entry.when is None),
    )


def _firsts(answer: Answer, whens: dict[_Key, Moment | None], now: datetime) -> dict[_Key, Fact]:
    """Of a yes or no the first report and the first denial; of all accounts the first report."""
    found: dict[_Key, Fact] = {}
    for stance, alone, among in (
        (Stance.SUPPORTS, Fact.FIRST_REPORT, Fact.EARLY_REPORT),
        (Stance.REFUTES, Fact.FIRST_DENIAL, Fact.EARLY_DENIAL),
        (None, Fact.FIRST_REPORT, Fact.EARLY_REPORT),
    ):
        earliest = list(_earliest(answer, stance, whens, now))
        found |= dict.fromkeys(earliest, alone if len(earliest) == 1 else among)
    return found


def _earliest(
    answer: Answer, stance: Stance | None, whens: dict[_Key, Moment | None], now: datetime
) -> Iterator[_Key]:
    """The passages that may have been the first, one an article."""
    held = {
        key: when
        for key, when in whens.items()
        if when is not None and not when.is_ahead(now) and answer.positions[key[0]].stance is stance
    }
    limit = min((when.last for when in held.values()), default=None)
    seen = set()
    for key, when in sorted(held.items(), key=lambda each: (each[1], each[0])):
        article = answer.positions[key[0]].passages[key[1]].article.id
        if limit is not None and when.first <= limit and article not in seen:
            seen.add(article)
            yield key
