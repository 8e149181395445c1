"""Rows of sources, and how much is held of each."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.answered import Searched
from retrieval.model import Filter, Source
from retrieval.store.filters import where
from retrieval.store.records import SourceRow

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_EVERYTHING = Filter()
COLUMNS = "source.id, source.name, source.url, source.spellings, source.known"


def source(connection: sqlite3.Connection, identifier: str) -> Source | None:
    """The source with that id, if it is held."""
    row = connection.execute(
        f"SELECT {COLUMNS} FROM source WHERE id = ?",  # noqa: S608
        (identifier,),
    ).fetchone()
    return None if row is None else as_source(row)


def called(connection: sqlite3.Connection, given: str) -> Source | None:
    """The source known by that name, id or spelling, whatever the case; in this order."""
    wanted = given.strip().casefold()
    rows = connection.execute(f"SELECT {COLUMNS} FROM source WHERE known ORDER BY id")  # noqa: S608
    known = [as_source(row) for row in rows]
    return next(
        (each for each in known if each.name.casefold() == wanted),
        next(
            (each for each in known if wanted in map(str.casefold, (each.id, *each.spellings))),
            None,
        ),
    )


def sources(connection: sqlite3.Connection) -> list[SourceRow]:
    """Every source of which something is held, with how much, by name."""
    rows = connection.execute(
        f"SELECT {COLUMNS}, sum(articles), sum(paragraphs), "  # noqa: S608
        "(SELECT max(published) FROM article WHERE article.source = source.id) "
        "FROM tally JOIN source ON source.id = tally.source GROUP BY source.id"
    )
    found = [SourceRow(as_source(row[:-3]), *row[-3:]) for row in rows]
    return sorted(found, key=lambda each: (each.source.name.casefold(), each.source.id))


def passing(connection: sqlite3.Connection, chosen: Filter) -> list[Source]:
    """The sources of the articles that pass, in no order."""
    condition, parameters = where(connection, chosen)
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM source WHERE EXISTS "  # noqa: S608
        f"(SELECT 1 FROM article WHERE article.source = source.id AND {condition})",
        parameters,
    )
    return [as_source(row) for row in rows]


def counts(connection: sqlite3.Connection, chosen: Filter) -> Searched:
    """How many sources, articles and paragraphs pass."""
    if chosen == _EVERYTHING:
        row = connection.execute(
            "SELECT count(DISTINCT source), coalesce(sum(articles), 0), "
            "coalesce(sum(paragraphs), 0) FROM tally"
        ).fetchone()
        return Searched(*row)
    condition, parameters = where(connection, chosen)
    row = connection.execute(
        "SELECT count(DISTINCT source), count(*), coalesce(sum(paragraphs), 0) "  # noqa: S608
        f"FROM article WHERE {condition}",
        parameters,
    ).fetchone()
    return replace(Searched(*row), later=_later(connection, chosen))


def _later(connection: sqlite3.Connection, chosen: Filter) -> int:
    """How many had been published by the day of `chosen.at` and are held only as changed later."""
    if chosen.at is None:
        return 0
    until = min(filter(None, (chosen.at, chosen.until)))
    out, parameters = where(connection, replace(chosen, at=None, until=until))
    held, more = where(connection, chosen)
    row = connection.execute(
        f"SELECT count(*) FROM article WHERE {out} AND NOT ({held})",  # noqa: S608
        [*parameters, *more],
    ).fetchone()
    return int(row[0])


def languages(connection: sqlite3.Connection, chosen: Filter) -> dict[str, dict[str, int]]:
    """By source, how many articles that pass are in which language (ISO 639-1)."""
    rows = "SELECT source, language, articles FROM tally WHERE language <> ''"
    parameters: list[object] = []
    if chosen != _EVERYTHING:
        condition, parameters = where(connection, chosen)
        rows = (
            "SELECT source, lower(substr(language, 1, 2)), count(*) FROM article "  # noqa: S608
            f"WHERE language IS NOT NULL AND {condition} GROUP BY 1, 2"
        )
    found: dict[str, dict[str, int]] = {}
    for source_id, language, count in connection.execute(rows, parameters):
        found.setdefault(source_id, {})[language] = count
    return found


def languages_of(
    connection: sqlite3.Connection, article_ids: Sequence[str]
) -> dict[str, str | None]:
    """The language (ISO 639-1) of each article by its id; None where it is not known."""
    marks = ",".join("?" * len(article_ids))
    rows = connection.execute(
        f"SELECT id, lower(substr(language, 1, 2)) FROM article WHERE id IN ({marks})",  # noqa: S608
        list(article_ids),
    )
    return dict(rows.fetchall())


def as_source(row: Sequence[object]) -> Source:
    """The source of a row of `COLUMNS`."""
    identifier, name, url, spellings, known = row
    return Source(
        id=str(identifier),
        name=str(name),
        url=None if url is None else str(url),
        spellings=tuple(json.loads(str(spellings))),
        known=bool(known),
    )
