"""An answer as blocks: one passage each, gathered under positions or under sources."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, zip_longest
from typing import TYPE_CHECKING

from bot.discord.show.fitting import line, quotation, size
from bot.discord.show.links import passage_address
from bot.discord.show.shown import By, Placed, placed
from bot.discord.show.wording import NAME, dated, heading, publisher, speaking, spoken
from bot.render import words
from bot.render.labels import day
from bot.render.moments import published
from bot.render.timeline import Fact, timeline

if TYPE_CHECKING:
    from datetime import datetime

    from bot.discord.language import Labels
    from bot.render.timeline import Entry
    from retrieval.answered import Answer, Position

# A quotation on a card; the whole paragraph is one press away.
QUOTATION = 1_200

# They name positions and are far from green and red; yes, no and open in retrieval.model's order.
_COLOURS = (0x2AA3C4, 0xB8569F, 0x7A84E0, 0x8A94A6)


@dataclass(frozen=True, slots=True)
class Group:
    """What a container holds: a position's or a source's passages; colours are positions'."""

    key: str
    heading: str
    colour: int | None


@dataclass(frozen=True, slots=True)
class Block:
    """A passage as it stands on a card, in Markdown, and where its article is to be read."""

    group: Group
    number: int
    head: str
    quotation: str
    link: str | None

    @property
    def size(self) -> int:
        """Characters."""
        return size(self.head) + size(self.quotation) + 1

    @property
    def components(self) -> int:
        """One text; with a link a section, its text, its button and the quotation."""
        return 4 if self.link else 1


def blocks(answer: Answer, say: Labels, by: By, now: datetime) -> list[Block]:
    """The answer's passages in reading order.

    By position and over time they come in turns, so that a page never shows one side alone while
    there is another; by source each source's passages follow each other.
    """
    if by == "time":
        return _over_time(answer, say, now)
    grouped: dict[Group, list[Block]] = {}
    for each in placed(answer):
        block = _block(each, answer, say, by)
        grouped.setdefault(block.group, []).append(block)
    if by == "source":
        return [block for group in grouped.values() for block in group]
    return [block for turn in zip_longest(*grouped.values()) for block in turn if block]


def _over_time(answer: Answer, say: Labels, now: datetime) -> list[Block]:
    """Each position's passages as they were published, those without a date in a group apart."""
    firsts = [0, *accumulate(len(position.passages) for position in answer.positions)]
    courses = [
        [
            _step(entry, course.position, firsts[entry.position] + entry.number, answer, say)
            for entry in (*course.dated, *course.undated)
        ]
        for course in timeline(answer, now)
    ]
    return [block for turn in zip_longest(*courses) for block in turn if block]


def _step(entry: Entry, position: Position, number: int, answer: Answer, say: Labels) -> Block:
    passage, title = entry.passage, heading(position, answer, say)
    written, article = published(passage), passage.article
    key = str(entry.position)
    if entry.when is None:
        key, title = f"{key}-undated", say("answer-undated", heading=title)
    facts = [line(day(written, say, time=True), NAME)] if written else []
    facts += [say(f"answer-{fact}") for fact in entry.facts]
    if Fact.CORRECTED in entry.facts and article.published:
        facts.append(say("answer-first-published", day=line(day(article.published, say), NAME)))
    elif article.updated:
        facts.append(say("answer-updated", day=line(day(article.updated, say, time=True), NAME)))
    facts += [spoken(passage, answer, say) or "", speaking(passage, answer, say) or ""]
    if not passage.source.known:
        facts.append(say("answer-not-verified"))
    small = " · ".join(filter(None, facts))
    head = f"**{publisher(passage.source)}**" + (f"\n-# {small}" if small else "")
    group = Group(key, title, _COLOURS[words.hue(position)])
    return Block(group, number, head, quotation(passage, QUOTATION), passage_address(passage))


def _block(each: Placed, answer: Answer, say: Labels, by: By) -> Block:
    passage, position = each.passage, each.position
    source, side = publisher(passage.source), heading(position, answer, say)
    # The date first: its digits would join a name before it that is written from right to left.
    facts = [
        line(dated(passage, say), NAME),
        spoken(passage, answer, say),
        speaking(passage, answer, say),
    ]
    if by == "position":
        number = answer.positions.index(position)
        group = Group(str(number), side, _COLOURS[words.hue(position)])
        first = f"**{source}**"
    else:
        group = Group(passage.source.id, source, None)
        first = f"**{side}**"
    if not passage.source.known:
        facts.append(say("answer-not-verified"))
    head = f"{first}\n-# {' · '.join(filter(None, facts))}"
    return Block(group, each.number, head, quotation(passage, QUOTATION), passage_address(passage))
