"""Articles older than a day, and which of them something that is kept needs.

An article is as old as its publisher says, else as long as it has been held. Needed is what is
pinned, what a watch was told of or will be, and what an answer or feedback that is kept shows.
What was last asked in a terminal needs nothing: it holds its passages itself.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

Reason = Literal["pinned", "watches", "answers"]

_DAY = "substr(coalesce(published, added), 1, 10)"
# Answers read from one moment of the library: reading all of them at once would hold up its log.
_AT_ONCE = 200

_NEEDED: dict[Reason, tuple[str, ...]] = {
    "pinned": ("SELECT id FROM article WHERE key IN (SELECT article FROM pin) AND id IN ({ids})",),
    "watches": (
        (
            "SELECT article FROM told WHERE article IN ({ids}) AND gone = 0 AND shown = 1 "
            "AND watch IN (SELECT id FROM watch WHERE door <> 'memory')"
        ),
        "SELECT article FROM news WHERE article IN ({ids}) AND kind = 'new'",
    ),
    "answers": ("SELECT article FROM feedback WHERE article IN ({ids})",),
}


class Aged(NamedTuple):
    """An old article: the day that counts, its key and id, and how many paragraphs it has."""

    day: str
    key: int
    id: str
    paragraphs: int


def older(
    connection: sqlite3.Connection, before: str, after: tuple[str, int], limit: int
) -> list[Aged]:
    """At most `limit` articles of before a day, the oldest first, after one of (day, key)."""
    day, key = after
    rows = connection.execute(
        f"SELECT {_DAY}, key, id, paragraphs FROM article "  # noqa: S608 - written above
        f"WHERE {_DAY} >= ?1 AND {_DAY} < ?2 AND ({_DAY} > ?1 OR key > ?3) "
        f"ORDER BY {_DAY}, key LIMIT ?4",
        (day, before, key, limit),
    )
    return [Aged(*row) for row in rows]


def aged(connection: sqlite3.Connection, before: str, ids: Sequence[str]) -> list[Aged]:
    """Which of these articles are of before a day."""
    rows = connection.execute(
        f"SELECT {_DAY}, key, id, paragraphs FROM article "  # noqa: S608 - written above
        f"WHERE id IN (SELECT value FROM json_each(?)) AND {_DAY} < ?",
        (json.dumps(list(ids)), before),
    )
    return [Aged(*row) for row in rows]


class Needs:
    """What kept answers show, read once each, and so what may not go."""

    def __init__(self) -> None:
        self._shown: dict[str, frozenset[str]] = {}

    def read(self, connection: sqlite3.Connection, limit: int = _AT_ONCE) -> bool:
        """Read answers that are new, forget those that are gone; whether some are still to read."""
        held = {each for (each,) in connection.execute("SELECT id FROM asked")}
        for gone in self._shown.keys() - held:
            del self._shown[gone]
        new = sorted(held - self._shown.keys())
        for each, answer in connection.execute(
            "SELECT id, answer FROM asked WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(new[:limit]),),
        ):
            self._shown[each] = frozenset(_articles(json.loads(zlib.decompress(answer))))
        return len(new) > limit

    def reasons(self, connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Reason]:
        """Why articles must stay, by id, at this moment of the library; the others may go."""
        while self.read(connection):
            pass
        wanted = set(ids)
        found: dict[str, Reason] = {}
        for shown in self._shown.values():
            found |= dict.fromkeys(shown & wanted, "answers")
        given = json.dumps(list(ids))
        # The last word is that of the operator.
        for reason in ("answers", "watches", "pinned"):
            for query in _NEEDED[reason]:
                chosen = query.format(ids="SELECT value FROM json_each(?)")
                found |= {each: reason for (each,) in connection.execute(chosen, (given,))}
        return found


def _articles(answer: dict[str, Any]) -> Iterable[str]:
    """The ids of the articles whose passages an answer (its JSON) shows."""
    for position in answer["positions"]:
        for passage in position["passages"]:
            yield passage["article"]["id"]
