"""The fixed words of every rendering: labels, counts, dates. Never a sentence about the world."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from typing import TYPE_CHECKING

from retrieval.model import Kind, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from retrieval.model import (
        Answer,
        ArticleRef,
        Copy,
        Filter,
        Hint,
        Origin,
        Original,
        Passage,
        Position,
        Searched,
        Source,
    )

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


def as_of(answer: Answer) -> str | None:
    """That the answer is that of an earlier day; None where it is of now."""
    if answer.at is None:
        return None
    return f"As of {day(answer.at)}: what had been published by then, in the version of then."


def not_covered(answer: Answer, where: Filter) -> str:
    """That the question is not covered; or, where nothing was searched, that nothing was there."""
    if answer.searched.articles:
        return NOT_COVERED
    whose = " of that source" if where.sources else ""
    until = min(filter(None, (where.until, where.at)), default=None)
    if where.since and until:
        when = f" published from {day(where.since)} to {day(until)}"
    elif where.since:
        when = f" published on {day(where.since)} or later"
    else:
        when = f" published on {day(until)} or earlier" if until else ""
    return f"The library holds no article{whose}{when}."


def hue(position: Position) -> int:
    """Which of four colours names the position: its stance's own, or that of all accounts."""
    return len(Stance) if position.stance is None else list(Stance).index(position.stance)


def headline(article: ArticleRef) -> str | None:
    """The article's title in quotation marks; None where a file name or first words stand in."""
    bare = article.title.strip()
    file = (article.path or "").rpartition("/")[2]
    stands_in = bare in ("", file, file.rpartition(".")[0]) or bare.endswith("…")
    return None if stands_in else f"“{bare}”"


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


def when(passage: Passage) -> str:
    """When the passage was published; in a story told live that is its post's time."""
    if passage.posted is None:
        return dates(passage.article)
    story = f", in a story of {dates(passage.article)}" if passage.article.published else ""
    return f"posted {day(passage.posted)}{story}"


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
    names = distinct(origin.names) or [origin.id]
    other = f" ({', '.join(names[1:])})" if names[1:] else ""
    name = f"{names[0]}{other}"
    sources = ", ".join(source_name(answer, source) for source in origin.sources)
    return f"{count(len(origin.sources), 'source')} lean on one origin: {name} – {sources}"


def distinct(names: Sequence[str]) -> list[str]:
    """The names without those whose words are all in another: Donald J. Trump is enough."""
    words = {name: _words(name) for name in names}
    kept: list[str] = []
    for name in names:
        longer = any(words[name] < words[other] for other in names)
        again = any(words[name] == words[other] for other in kept)
        if not longer and not again:
            kept.append(name)
    return kept


def _words(name: str) -> frozenset[str]:
    """A name's words without case, accents and full stops; articles and initials do not count."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(each for each in plain if not unicodedata.combining(each) and each != ".")
    found = re.findall(r"\w+", plain)
    return frozenset(each for each in found if len(each) > 1 and each != "the") or frozenset(found)


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
    lines = [("On the event, but silent on this point", near)] if near else []
    if others and full:
        lines.append(("Searched and silent", others))
    elif others and (answer.covered or near):
        lines.append((f"{count(len(others), 'other source')} searched", []))
    return lines


def address(article: ArticleRef) -> str:
    """Where the article is to be read: its URL, or else its file."""
    return article.url or article.path or article.id


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
