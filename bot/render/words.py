"""The fixed words of every rendering: labels, counts, dates. Never a sentence about the world."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from retrieval.model import Kind, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.model import (
        Answer,
        ArticleRef,
        Copy,
        Origin,
        Original,
        Passage,
        Position,
        Searched,
        Source,
    )

NOT_COVERED = "The library does not cover this question."
NEAREST = "Nearest headings:"
CONFLICT = "Positions exclude each other."
CUT = "[…]"

_SAYS = {
    Stance.SUPPORTS: ("says yes", "say yes"),
    Stance.REFUTES: ("says no", "say no"),
    Stance.NEUTRAL: ("leaves it open", "leave it open"),
}
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


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


def hue(position: Position, number: int) -> int:
    """Which of three colours names the position: its stance's own, or in turn."""
    return number % 3 if position.stance is None else list(Stance).index(position.stance)


def heading(position: Position) -> str:
    """The position's label; a piece of a passage stands in quotation marks."""
    quoted = position.stance is None and any(
        position.label in passage.text for passage in position.passages
    )
    return f"“{position.label}”" if quoted else position.label


def day(published: str | None) -> str:
    """`7 November 2024, 09:46` as precisely as it is known; a form we cannot read as it is."""
    if published is None:
        return "date not known"
    try:
        when = date.fromisoformat(published)
    except ValueError:
        try:
            moment = datetime.fromisoformat(published)
        except ValueError:
            return published
        zone = f" {moment:%Z}" if moment.tzinfo else ""
        return f"{day(moment.date().isoformat())}, {moment:%H:%M}{zone}"
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def dates(article: ArticleRef) -> str:
    """When it was published and, where it was, updated."""
    updated = f" (updated {day(article.updated)})" if article.updated else ""
    return day(article.published) + updated


def publisher(source: Source) -> str:
    """The source's name; a file name that stands for an unknown publisher is said to be one."""
    return source.name if source.known else f"{source.name} (publisher not known)"


def said_by(passage: Passage, origins: Sequence[Origin]) -> str | None:
    """`Speaker: Verstka's source, via Verstka`; None where the source speaks for itself."""
    speaker, origin = voices(passage, origins)
    if speaker is None:
        return f"Via {origin}" if origin else None
    return f"Speaker: {speaker}, via {origin}" if origin else f"Speaker: {speaker}"


def voices(passage: Passage, origins: Sequence[Origin]) -> tuple[str | None, str | None]:
    """Who speaks, and whom the report goes back to where that is somebody else."""
    given = passage.origin
    names = next((each.names for each in origins if given in (each.id, *each.names)), ())
    origin = names[0] if names and given not in names else given
    if passage.speaker is not None and passage.speaker in (origin, *names):
        return passage.speaker, None
    return passage.speaker, origin


def leaning(origin: Origin, answer: Answer) -> str:
    """`2 sources lean on one origin: Verstka (Vyorstka): The Kyiv Independent, 004`."""
    other = f" ({', '.join(origin.names[1:])})" if len(origin.names) > 1 else ""
    name = f"{origin.names[0] if origin.names else origin.id}{other}"
    sources = ", ".join(source_name(answer, source) for source in origin.sources)
    return f"{count(len(origin.sources), 'source')} lean on one origin: {name} – {sources}"


def shared(origins: Sequence[Origin]) -> list[Origin]:
    """The origins that several sources lean on."""
    return [origin for origin in origins if len(origin.sources) > 1]


def source_name(answer: Answer, source: str) -> str:
    """The name of a source of the answer by its id."""
    for position in answer.positions:
        for passage in position.passages:
            if passage.source.id == source:
                return passage.source.name
    return next((silent.name for silent in answer.silent if silent.id == source), source)


def copies(answer: Answer) -> list[tuple[ArticleRef, Source, str]]:
    """The shown articles that are held under several addresses, each once.

    Where not all of its passages stand at the same ones, an article comes once for each, with their
    paragraphs: `, ¶ 3, 5`.
    """
    places: dict[str, dict[tuple[Copy, ...], list[Passage]]] = {}
    for passage in _passages(answer):
        alike = places.setdefault(passage.article.id, {})
        alike.setdefault(passage.article.copies, []).append(passage)
    found = []
    for alike in places.values():
        for passages in alike.values():
            numbers = sorted({passage.paragraph for passage in passages})
            where = f", ¶ {', '.join(map(str, numbers))}" if len(alike) > 1 else ""
            if passages[0].article.copies:
                found.append((passages[0].article, passages[0].source, where))
    return found


def near_copies(answer: Answer) -> list[tuple[ArticleRef, Source, Original]]:
    """The shown articles that are copies of others but for some sentences, each once."""
    return list(
        {
            passage.article.id: (passage.article, passage.source, passage.article.copy_of)
            for passage in _passages(answer)
            if passage.article.copy_of is not None
        }.values()
    )


def copy_of(original: Original) -> str:
    """`a copy of City Wire, “A fire”, but for 2 sentences`."""
    but = f", but for {count(original.sentences, 'sentence')}" if original.sentences else ""
    return f"a copy of {original.source}, “{original.title}”{but}"


def citation(article: ArticleRef, paragraph: int) -> str:
    """How `whosays show` opens these words for good: `ID:3`, of a later version `ID@2:3`."""
    version = f"@{article.version}" if article.version > 1 else ""
    return f"{article.id}{version}:{paragraph}"


def _passages(answer: Answer) -> Iterator[Passage]:
    for position in answer.positions:
        yield from position.passages


def address(article: ArticleRef) -> str:
    """Where the article is to be read: its URL, or else its file."""
    return article.url or article.path or article.id


def searched(found: Searched) -> str:
    """How much was looked through."""
    unread = ""
    if found.unread:
        verb = "is in a language" if found.unread == 1 else "are in languages"
        unread = f" {count(found.unread, 'article')} of them {verb} that the models do not read."
    return (
        f"Searched {count(found.sources, 'source')}, {count(found.articles, 'article')}, "
        f"{count(found.paragraphs, 'paragraph')}.{unread}"
    )
