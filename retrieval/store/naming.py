"""Correcting what a source is called, and making two sources one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from retrieval.errors import InputError
from retrieval.model import Source
from retrieval.store import hosts, sources
from retrieval.store.meant import meant

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence


def named(source: str) -> None:
    """Refuse, with an InputError, a name under which nobody could find a source again."""
    if not any(letter.isalnum() for letter in source):
        raise InputError(
            f"{source!r} names no source: say who publishes it, such as --source Reuters."
        )


def rename(
    connection: sqlite3.Connection, given: str, name: str, own: Sequence[str], *, merge: bool
) -> Source:
    """Give a source a name; raises NotFoundError, or InputError for a name that is taken or none.

    With `merge` the source becomes one with that which has the name.
    """
    name = " ".join(name.split())
    if not name:
        raise InputError("A source needs a name that is not empty.")
    among = [sources.source(connection, each) for each in sorted(meant(connection, given))]
    source = among[0]
    if source is None or among[1:]:
        ids = " and ".join(each.id for each in among if each)
        raise InputError(f"Several sources are called {given!r}: give the id, of {ids}.")
    other = _named(connection, name)
    if other is not None and other.id != source.id:
        if not merge:
            raise InputError(
                f"{other.name} ({other.id}) is there already: choose another name, or say --merge "
                f"to put all articles of {source.name} under it, which cannot be undone."
            )
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
    for row in sources.sources(connection):
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
