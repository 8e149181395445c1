"""The fixed words of every rendering: labels and counts. Never a sentence about the world."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render.timing import day
from retrieval.answered import Kind, Stance

if TYPE_CHECKING:
    from retrieval.answered import Answer, Hint, Position, Searched
    from retrieval.model import Filter

NOT_COVERED = "The library does not cover this question."
NEAREST = "Nearest headings:"
UNCLEAR = "Nothing clear was found on this question."
ON_EVENT = "Articles on the event:"
CONFLICT = "Positions exclude each other."
CUT = "[…]"
_SAYS = {
    Stance.SUPPORTS: ("says yes", "say yes"),
    Stance.REFUTES: ("says no", "say no"),
    Stance.NEUTRAL: ("leaves it open", "leave it open"),
}


def count(number: int, noun: str) -> str:
    """`1 source`, `2 sources`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def summary(answer: Answer) -> str:
    """How many sources stand under each position, of how many searched."""
    searched = f"{answer.searched.sources} searched"
    if answer.kind is Kind.OPEN:
        sources = {p.source.id for position in answer.positions for p in position.passages}
        accounts = count(len(answer.positions), "account")
        return f"{count(len(sources), 'source')}, {accounts}; {searched}"
    parts: list[str] = []
    for position in answer.positions:
        sources = {passage.source.id for passage in position.passages}
        one, many = _SAYS[position.stance] if position.stance else (position.label,) * 2
        who = str(len(sources)) if parts else count(len(sources), "source")
        parts.append(f"{who} {one if len(sources) == 1 else many}")
    return f"{', '.join(parts)}; {searched}"


def as_of(answer: Answer) -> str | None:
    """That the answer is that of an earlier day; None where it is of now."""
    if answer.at is None:
        return None
    return f"As of {day(answer.at)}: what had been published by then, in the version of then."


def not_covered(answer: Answer, where: Filter) -> str:
    """That the question is not covered, and by which part of the library.

    Where nothing was searched, that nothing was there.
    """
    if where.article is not None and answer.searched.articles:
        return "That article does not cover this question."
    whose = "" if not where.sources else f" of {'those' if where.sources[1:] else 'that'} source"
    whose += "s" if where.sources[1:] else ""
    until = min(filter(None, (where.until, where.at)), default=None)
    if where.since and until:
        when = f" published from {day(where.since)} to {day(until)}"
    elif where.since:
        when = f" published on {day(where.since)} or later"
    else:
        when = f" published on {day(until)} or earlier" if until else ""
    if not answer.searched.articles:
        return f"The library holds no article{whose}{when}."
    if not whose and not when:
        return NOT_COVERED
    return f"No article{whose}{when} covers this question."


def hue(position: Position) -> int:
    """Which of four colours names the position: its stance's own, or that of all accounts."""
    return len(Stance) if position.stance is None else list(Stance).index(position.stance)


def heading(position: Position) -> str:
    """The position's label; a piece of a passage stands in quotation marks."""
    quoted = position.stance is None and any(
        position.label in passage.text for passage in position.passages
    )
    return f"“{position.label}”" if quoted else position.label


def about_event(answer: Answer) -> bool:
    """Whether a source has an article on the event and says nothing on the point."""
    return any(silent.on_event for silent in answer.silent)


def uncovered(answer: Answer, where: Filter) -> tuple[str, str]:
    """What is said of a question without positions, and over the headings below it."""
    return (UNCLEAR, ON_EVENT) if about_event(answer) else (not_covered(answer, where), NEAREST)


def hint(found: Hint) -> str:
    """`No article has the word “Tenbi”; did you mean “Tenby”?`."""
    return f"No article has the word “{found.word}”; did you mean “{found.nearest}”?"


def silence(answer: Answer, *, full: bool = False) -> list[tuple[str, list[str]]]:
    """What is said of silent sources, a line each, with the names to put behind it.

    Named are those on the event, the others a number; `full` names them, too.
    """
    near = [silent.name for silent in answer.silent if silent.on_event]
    others = [silent.name for silent in answer.silent if not silent.on_event]
    lines = [("On the event, nothing clear found on this point", near)] if near else []
    if others and full:
        lines.append(("Searched, nothing found", others))
    elif others and (answer.covered or near):
        lines.append((f"{count(len(others), 'other source')} searched", []))
    return lines


def searched(found: Searched) -> str:
    """How much was looked through."""
    unread = ""
    if found.unread:
        verb = "is in a language" if found.unread == 1 else "are in languages"
        unread = f" {count(found.unread, 'article')} of them {verb} that the models do not read."
    later = ""
    if found.later:
        verb = "is held only as it was" if found.later == 1 else "are held only as they were"
        later = f" {count(found.later, 'more article')} {verb} changed later."
    return (
        f"Searched {count(found.sources, 'source')}, {count(found.articles, 'article')}, "
        f"{count(found.paragraphs, 'paragraph')}.{unread}{later}"
    )
