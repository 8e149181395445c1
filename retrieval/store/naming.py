"""Correcting what a source is called, and making two sources one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from retrieval.errors import InputError, NotFoundError
from retrieval.model import Source
from retrieval.store import hosts, reading

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence


def rename(connection: sqlite3.Connection, given: str, name: str, own: Sequence[str]) -> Source:
    """Give a source a name; raises NotFoundError, or InputError for a name that is none."""
    name = " ".join(name.split())
    if not name:
        raise InputError("A source needs a name that is not empty.")
    source = _named(connection, given)
    if source is None:
        raise NotFoundError(f"There is no source {given!r}; `whosays sources` lists them.")
    other = _named(connection, name)
    if other is not None and other.id != source.id:
        renamed = _join(connection, source, other)
    else:
        renamed = Source(
            id=source.id, name=name, url=source.url, spellings=_spellings(name, source), known=True
        )
    _write(connection, renamed)
    for host in (*_home(source), *_home(renamed), *own):
        hosts.own(connection, host, renamed.id)
    return renamed


def _join(connection: sqlite3.Connection, source: Source, other: Source) -> Source:
    """All that the first has goes to the other."""
    connection.execute("UPDATE article SET source = ? WHERE source = ?", (other.id, source.id))
    connection.execute("UPDATE host SET source = ? WHERE source = ?", (other.id, source.id))
    connection.execute("DELETE FROM source WHERE id = ?", (source.id,))
    return Source(
        id=other.id,
        name=other.name,
        url=other.url or source.url,
        spellings=_spellings(other.name, other, source),
        known=True,
    )


def _named(connection: sqlite3.Connection, given: str) -> Source | None:
    """The source with that id, name or spelling, whatever the case."""
    wanted = given.strip().casefold()
    for row in reading.sources(connection):
        names = (row.source.id, row.source.name, *row.source.spellings)
        if wanted in map(str.casefold, names):
            return row.source
    return None


def _spellings(name: str, *sources: Source) -> tuple[str, ...]:
    """All names by which the sources were known, but for the one they have now."""
    names = [one for each in sources for one in (*each.spellings, each.name) if each.known]
    return tuple(each for each in dict.fromkeys(names) if each != name)


def _home(source: Source) -> Iterable[str]:
    host = (urlsplit(source.url or "").hostname or "").removeprefix("www.")
    return [host] if host else []


def _write(connection: sqlite3.Connection, source: Source) -> None:
    connection.execute(
        "UPDATE source SET name = ?, url = ?, spellings = ?, known = ? WHERE id = ?",
        (source.name, source.url, json.dumps(source.spellings), source.known, source.id),
    )
