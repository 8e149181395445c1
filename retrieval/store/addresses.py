"""Where articles came from: finding one by its address, and keeping the addresses of copies."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from retrieval.errors import InputError
from retrieval.store.packing import packed, unpacked

if TYPE_CHECKING:
    import sqlite3

    from retrieval.model import Copy


class Held(NamedTuple):
    """A row of `address`: number 0 is where the article itself came from."""

    id: int
    article: int
    number: int
    path: str | None
    url: str | None


def find(connection: sqlite3.Connection, path: str | None, url: str | None) -> Held | None:
    """What is held under an address: where both match first, then the path, then the URL.

    A path that is held with another URL is another article, saved over the first.
    """
    rows = connection.execute(
        "SELECT id, article, number, path, url FROM address WHERE path = ? OR url = ? "
        "ORDER BY article, number",
        (path, url),
    )
    ranked = [(_rank(held, path, url), held) for held in map(Held._make, rows)]
    rank, best = max(ranked, key=lambda each: each[0], default=(0, None))
    return best if rank else None


def _rank(held: Held, path: str | None, url: str | None) -> int:
    same_url = url is not None and url == held.url
    if path is not None and path == held.path and (same_url or None in (url, held.url)):
        return 3 if url == held.url else 2
    return 1 if same_url else 0


def insert(
    connection: sqlite3.Connection,
    article: int,
    number: int,
    copy: Copy,
    raw: bytes | None,
    media_type: str | None,
) -> None:
    """Keep an address of an article with what was read there; number 0 is its own."""
    connection.execute(
        "INSERT INTO address (article, number, path, url, media_type, raw, packed) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (article, number, copy.path, copy.url, media_type, *packed(raw)),
    )


def insert_copy(
    connection: sqlite3.Connection,
    article: int,
    copy: Copy,
    raw: bytes | None,
    media_type: str | None,
) -> bool:
    """Keep a copy's address; False where the article has it already.

    Raises InputError where another article has it.
    """
    held = find(connection, copy.path, copy.url)
    if held is not None:
        refuse_other(connection, article, held)
        if copy.path in (None, held.path):
            return False
    number = connection.execute(
        "SELECT max(number) + 1 FROM address WHERE article = ?", (article,)
    ).fetchone()[0]
    insert(connection, article, number, copy, raw, media_type)
    return True


def raw(connection: sqlite3.Connection, article: int) -> bytes:
    """The input that the article was read from, as it came."""
    content, small = connection.execute(
        "SELECT raw, packed FROM address WHERE article = ? AND number = 0", (article,)
    ).fetchone()
    return unpacked(bytes(content), packed=bool(small)) or b""


def move(connection: sqlite3.Connection, article: int, before: Copy, after: Copy) -> None:
    """Change where the article itself came from; a copy's address it moves to is that no more.

    Raises InputError where another article has it.
    """
    path = after.path if after.path != before.path else None
    url = after.url if after.url != before.url else None
    for held in (find(connection, path, None), find(connection, None, url)):
        if held is not None:
            refuse_other(connection, article, held)
            connection.execute("DELETE FROM address WHERE id = ? AND number > 0", (held.id,))
    connection.execute(
        "UPDATE address SET path = ?, url = ? WHERE article = ? AND number = 0",
        (after.path, after.url, article),
    )


def remove_copy(connection: sqlite3.Connection, article: int, copy: Copy) -> bool:
    """Forget a copy's address; False where the article has no such copy."""
    held = find(connection, copy.path, copy.url)
    if held is None or held.article != article or held.number == 0:
        return False
    connection.execute("DELETE FROM address WHERE id = ?", (held.id,))
    return True


def refuse_other(connection: sqlite3.Connection, article: int, held: Held) -> None:
    """Raise InputError where the address belongs to another article."""
    if held.article != article:
        (owner,) = connection.execute(
            "SELECT id FROM article WHERE key = ?", (held.article,)
        ).fetchone()
        raise InputError(f"{held.url or held.path} is already an address of the article {owner}.")
