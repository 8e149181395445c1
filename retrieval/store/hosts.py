"""Which source a host belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from retrieval.store import sources

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from retrieval.model import Source


def own(connection: sqlite3.Connection, host: str, source: str) -> None:
    """A host, and all below it, belongs to a source from now on."""
    connection.execute(
        "INSERT INTO host (name, source) VALUES (?, ?) "
        "ON CONFLICT (name) DO UPDATE SET source = excluded.source",
        (host.casefold(), source),
    )


def source_at(connection: sqlite3.Connection, domains: Sequence[str]) -> Source | None:
    """The source of the first domain that has one: told by the operator, or by its home page."""
    for name in domains:
        row = connection.execute("SELECT source FROM host WHERE name = ?", (name,)).fetchone()
        if row is not None:
            return sources.source(connection, row[0])
    homes: dict[str, str] = {}
    for identifier, url in connection.execute(
        "SELECT id, url FROM source WHERE url IS NOT NULL AND known = 1 ORDER BY id"
    ):
        homes.setdefault((urlsplit(url).hostname or "").removeprefix("www."), identifier)
    for name in domains:
        if name.removeprefix("www.") in homes:
            return sources.source(connection, homes[name.removeprefix("www.")])
    return None
