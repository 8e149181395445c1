"""The titles of articles: the newest, and those that hold what somebody types."""

from __future__ import annotations

import json
import string
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

# Looked through while somebody types, newest first: as many as a tenth of a second is enough for.
_MOST = 200_000
# SQLite's lower() changes these alone.
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


@dataclass(frozen=True, slots=True)
class Titled:
    """An article to choose by its title."""

    id: str
    title: str
    source_id: str
    source: str


def newest(connection: sqlite3.Connection, limit: int) -> list[str]:
    """Titles of at most `limit` articles, each once, newest first, those without a date last."""
    rows = connection.execute(
        "SELECT title FROM article ORDER BY published DESC, key DESC LIMIT ?", (limit,)
    )
    return list(dict.fromkeys(title for (title,) in rows))


def holding(
    connection: sqlite3.Connection, typed: str, limit: int, hidden: Collection[str] = ()
) -> list[Titled]:
    """At most `limit` articles whose title and source's name hold every word, newest first.

    In any case of the letters, also parts of words; sources by their ids in `hidden` are left out.
    Only the newest 200,000 titles are looked through.
    """
    conditions = ["source NOT IN (SELECT value FROM json_each(?))"]
    parameters: list[object] = [json.dumps(sorted(hidden))]
    names = connection.execute("SELECT id, name FROM source").fetchall()
    for word in typed.split():
        called = [each for each, name in names if word.casefold() in name.casefold()]
        forms = _forms(word)
        either = " OR ".join(["instr(lower(title), ?)"] * len(forms))
        conditions.append(f"({either} OR source IN (SELECT value FROM json_each(?)))")  # noqa: S608
        parameters += [*forms, json.dumps(called)]
    keys = connection.execute(
        "SELECT key FROM (SELECT key, source, title FROM article "  # noqa: S608 - from above
        f"ORDER BY published DESC, key DESC LIMIT {_MOST}) "
        f"WHERE {' AND '.join(conditions)} LIMIT ?",
        [*parameters, limit],
    ).fetchall()
    rows = connection.execute(
        "SELECT article.id, title, source.id, source.name FROM article "
        "JOIN source ON source.id = article.source "
        "WHERE key IN (SELECT value FROM json_each(?)) ORDER BY published DESC, key DESC",
        (json.dumps([key for (key,) in keys]),),
    )
    return [Titled(*row) for row in rows]


def titled(connection: sqlite3.Connection, title: str) -> Titled | None:
    """The newest article, of those looked through, with exactly that title."""
    row = connection.execute(
        "SELECT article.id, title, source.id, source.name FROM "  # noqa: S608 - from above
        "(SELECT id, source, title FROM article ORDER BY published DESC, key DESC "
        f"LIMIT {_MOST}) AS article JOIN source ON source.id = article.source "
        "WHERE title = ? LIMIT 1",
        (title,),
    ).fetchone()
    return None if row is None else Titled(*row)


def _forms(word: str) -> list[str]:
    """A word as it may be written; other letters than ASCII's differ by case in SQLite."""
    forms = (word, word.lower(), word.upper(), word.capitalize(), word.casefold())
    return list(dict.fromkeys(each.translate(_LOWER) for each in forms))
