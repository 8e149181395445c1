"""Where articles came from: finding one by its address, and keeping the addresses of copies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from retrieval.errors import InputError
from retrieval.model import Copy
from retrieval.store.packing import packed, unpacked
from retrieval.store.records import HeldAt, Told
from retrieval.store.telling import retold, told

if TYPE_CHECKING:
    import sqlite3

    from retrieval.model import Draft

_TOLD = (
    "id, (SELECT article.id FROM article WHERE key = address.article), path, url, media_type, raw, "
    "packed, told"
)


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
    kept: bytes | None = None,
) -> None:
    """Keep an address of an article with what was read there; number 0 is its own."""
    connection.execute(
        "INSERT INTO address (article, number, path, url, media_type, raw, packed, told) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (article, number, copy.path, copy.url, media_type, *packed(raw), kept),
    )


def insert_copy(
    connection: sqlite3.Connection,
    article: int,
    copy: Copy,
    raw: bytes | None,
    media_type: str | None,
    draft: Draft | None = None,
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
    kept = None if draft is None else told(draft)
    insert(connection, article, number, copy, raw, media_type, kept)
    return True


def copies(connection: sqlite3.Connection, article: int) -> list[Told]:
    """The addresses of an article's copies with what was read there, in order."""
    return [
        _told(row)
        for row in connection.execute(
            f"SELECT {_TOLD} FROM address WHERE article = ? AND number > 0 ORDER BY number",  # noqa: S608
            (article,),
        )
    ]


def untold(connection: sqlite3.Connection, limit: int) -> list[Told]:
    """At most `limit` copies of which nobody has looked yet at what was read there."""
    rows = connection.execute(
        f"SELECT {_TOLD} FROM address WHERE number > 0 AND told IS NULL ORDER BY id LIMIT ?",  # noqa: S608
        (limit,),
    )
    return [_told(row) for row in rows]


def tell(connection: sqlite3.Connection, address: int, draft: Draft | None) -> None:
    """Keep what was read at a copy's address; None where it cannot be read any more."""
    if draft is None:
        connection.execute("UPDATE address SET told = ? WHERE id = ?", (b"", address))
        return
    connection.execute(
        "UPDATE address SET told = ?, media_type = ?, raw = ?, packed = ? WHERE id = ?",
        (told(draft), draft.media_type, *packed(draft.raw), address),
    )


def held_at(connection: sqlite3.Connection, held: Held) -> HeldAt:
    """A row of `address` as others see it."""
    identifier, kept = connection.execute(
        "SELECT article.id, told FROM address JOIN article ON article.key = address.article "
        "WHERE address.id = ?",
        (held.id,),
    ).fetchone()
    text = retold(kept, b"").article.text if kept else None
    return HeldAt(identifier, held.number > 0, held.path, held.id, text)


def _told(row: tuple[Any, ...]) -> Told:
    address, article, path, url, media_type, raw, small, kept = row
    content = unpacked(raw, packed=bool(small))
    draft = retold(kept, content or b"") if kept else None
    return Told(address, article, Copy(path, url), media_type, content, draft)


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
