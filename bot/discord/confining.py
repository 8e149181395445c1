"""What a question is confined to: sources and days, as given and as shown."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date
from typing import TYPE_CHECKING

from babel.dates import format_date

from bot.discord.days import first_day, last_day, today
from bot.discord.failures import Refusal
from bot.discord.show.fitting import line
from bot.discord.show.wording import NAME
from bot.render.labels import locale_for

if TYPE_CHECKING:
    from bot.discord.language import Labels
    from bot.discord.shelf import Shelf
    from retrieval.answered import Answer
    from retrieval.model import Filter, Source

# Seconds, of the three that Discord gives for the first answer.
_PATIENCE = 1.5
# Where more sources are named in a filter, it is the server that left some out.
_NAMED = 2


async def sources(shelf: Shelf, named: str | None, hidden: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of the sources that go by a name and are not hidden; none stands for all of them.

    Raises Refusal where there are none, or where the library cannot say so soon.
    """
    if not named and not hidden:
        return ()
    try:
        async with asyncio.timeout(_PATIENCE):
            held = (await shelf.held()).but(hidden).sources
    except TimeoutError:
        raise Refusal("ask-slow") from None
    wanted = (named or "").strip().casefold()
    found = tuple(sorted(row.source.id for row in held if _called(row.source, wanted)))
    if not found and wanted:
        raise Refusal("ask-no-source", name=line(named or "", NAME))
    if not found:
        raise Refusal("ask-nothing-here")
    return found


async def days(
    since: str | None, until: str | None, language: str
) -> tuple[str | None, str | None]:
    """The first and the last day meant, in ISO form; raises Refusal for what is none."""
    now = today(UTC)
    # The words of a language are read from a file when they are first needed.
    first = await asyncio.to_thread(first_day, since, language, now) if since else None
    last = await asyncio.to_thread(last_day, until, language, now) if until else None
    if first and last and first > last:
        raise Refusal("ask-days-crossed", since=_day(first, language), until=_day(last, language))
    return first, last


def chosen(where: Filter) -> Filter:
    """A filter without the sources in it that a server has left out."""
    return where if len(where.sources) <= _NAMED else replace(where, sources=())


def both(one: Filter, other: Filter) -> Filter:
    """A filter, confined by the sources of another where it names none itself."""
    return one if one.sources else replace(one, sources=other.sources)


def filter_line(where: Filter, answer: Answer, say: Labels) -> str | None:
    """What the answer was confined to, in one line; None where it was not."""
    parts = []
    if 0 < len(where.sources) <= _NAMED:
        names = _names(answer)
        parts += [names.get(source, source) for source in where.sources]
    elif where.sources:
        parts.append(say("ask-filter-hidden"))
    if where.since:
        parts.append(say("ask-filter-since", day=_day(where.since, say.language)))
    if where.until:
        parts.append(say("ask-filter-until", day=_day(where.until, say.language)))
    if where.at:
        parts.append(say("ask-filter-at", day=_day(where.at, say.language)))
    return " · ".join(parts) or None


def _names(answer: Answer) -> dict[str, str]:
    """The names of all sources searched, by id: each speaks or is silent."""
    speaking = (passage.source for each in answer.positions for passage in each.passages)
    names = {source.id: source.name for source in speaking}
    return names | {source.id: source.name for source in answer.silent}


def _called(source: Source, wanted: str) -> bool:
    """Whether a source goes by that name, in lower case; every one does by none."""
    names = (source.id, source.name, *source.spellings)
    return not wanted or wanted in (each.casefold() for each in names)


def _day(iso: str, language: str) -> str:
    return format_date(date.fromisoformat(iso), "long", locale=locale_for(language))
