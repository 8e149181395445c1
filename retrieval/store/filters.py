"""A Filter as SQL over `article`, and the names in it as the rows they mean."""

from __future__ import annotations

import json
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

from retrieval.errors import InputError, NotFoundError
from retrieval.model import Chosen
from retrieval.store.meant import meant
from retrieval.store.words import any_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from retrieval.model import Filter

_HIGHEST = "\U0010ffff"
_SHOWN = 3
_ALIKE = 0.5
# Ids compared with one that is not held, on either side of it.
_BESIDE = 50

PUBLISHED = "substr(article.published, 1, 10)"
# The day of the first text held: with its last update, for what it said before is not known.
AS_HELD = (
    "substr(coalesce((SELECT coalesce(updated, published, '') FROM version "
    "WHERE version.article = article.key AND number = 1), article.updated, article.published), "
    "1, 10)"
)


def resolved(connection: sqlite3.Connection, chosen: Filter) -> Chosen:
    """The same for an index that keeps sources and days itself; raises like `where`."""
    sources = None
    if chosen.sources:
        sources = tuple(sorted(set().union(*(meant(connection, each) for each in chosen.sources))))
    return Chosen(
        sources=sources,
        since=None if chosen.since is None else _day(chosen.since),
        until=None if chosen.until is None else _day(chosen.until),
        at=None if chosen.at is None else _day(chosen.at),
        article=None if chosen.article is None else article_key(connection, chosen.article),
    )


def where(connection: sqlite3.Connection, chosen: Filter) -> tuple[str, list[object]]:
    """A condition on the table `article` and its parameters.

    Raises NotFoundError for a source or article that is not held, InputError for a day that is
    not one.
    """
    return condition(resolved(connection, chosen))


def condition(chosen: Chosen) -> tuple[str, list[object]]:
    """A condition on the table `article` and its parameters, of names that are known."""
    conditions: list[str] = []
    parameters: list[object] = []
    if chosen.sources is not None:
        conditions.append("article.source IN (SELECT value FROM json_each(?))")
        parameters.append(json.dumps(chosen.sources))
    for bound, day in ((">=", chosen.since), ("<=", chosen.until)):
        if day is not None:
            conditions.append(f"{PUBLISHED} {bound} ?")
            parameters.append(day)
    if chosen.at is not None:
        conditions += [f"{PUBLISHED} <= ?", f"{AS_HELD} <= ?"]
        parameters += [chosen.at] * 2
    if chosen.article is not None:
        conditions.append("article.key = ?")
        parameters.append(chosen.article)
    return " AND ".join(conditions) or "TRUE", parameters


def article_key(connection: sqlite3.Connection, name: str) -> int:
    """The key of the article with that id, or whose id alone begins so; raises NotFoundError."""
    exact = connection.execute("SELECT key FROM article WHERE id = ?", (name,)).fetchone()
    if exact is not None:
        return int(exact[0])
    found = _beginning(connection, name, limit=_SHOWN + 1) if name else []
    if len(found) == 1:
        return found[0][0]
    if found:
        shown = ", ".join(each for _, each in found[:_SHOWN])
        more = ", ..." if len(found) > _SHOWN else ""
        raise NotFoundError(
            f"Several articles begin with {name!r}: {shown}{more}; give more of it."
        )
    near = _nearest(name, _beside(connection, name))
    raise NotFoundError(f"There is no article {name!r}{near}; `whosays articles` lists them.")


def _beginning(
    connection: sqlite3.Connection, prefix: str, limit: int = -1
) -> list[tuple[int, str]]:
    return connection.execute(
        "SELECT key, id FROM article WHERE id >= ? AND id <= ? ORDER BY id LIMIT ?",
        (prefix, prefix + _HIGHEST, limit),
    ).fetchall()


def _beside(connection: sqlite3.Connection, name: str) -> list[str]:
    """The ids that stand next to a name in their order: those that begin most like it."""
    after = connection.execute(
        "SELECT id FROM article WHERE id >= ? ORDER BY id LIMIT ?", (name, _BESIDE)
    )
    before = connection.execute(
        "SELECT id FROM article WHERE id < ? ORDER BY id DESC LIMIT ?", (name, _BESIDE)
    )
    return [each for (each,) in (*after, *before) if each[:1] == name[:1]]


def holding(terms: Sequence[str]) -> tuple[str, list[object]]:
    """A condition on `article` and its parameters: text or title have each of the terms."""
    asked = [query for each in terms if (query := any_of([each]))]
    one = (
        "article.key IN (SELECT article FROM paragraph WHERE id IN "
        "(SELECT rowid FROM words WHERE words MATCH ?))"
    )
    return " AND ".join([one] * len(asked)) or "TRUE", list(asked)


def _nearest(name: str, among: Iterable[str]) -> str:
    near = get_close_matches(name, among, n=1, cutoff=_ALIKE)
    return f"; the nearest is {near[0]!r}" if near else ""


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise InputError(f"{text!r} is not a day: write it as 2024-11-07.") from None
