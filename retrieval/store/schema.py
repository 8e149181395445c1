"""The schema of the library and how an older one becomes the newest.

`MIGRATIONS[n]` takes version n to version n + 1; a released entry is never edited, only followed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.errors import LibraryError, LibraryVersionError
from retrieval.store.copies_schema import COPIES
from retrieval.store.following_schema import FEED_ENTRIES, FOLLOWING
from retrieval.store.index_schema import INDEX
from retrieval.store.keeping_schema import KEEPING
from retrieval.store.ledger_schema import LEDGER
from retrieval.store.posted_schema import POSTED
from retrieval.store.removed_schema import REMOVED
from retrieval.store.sentence_schema import SENTENCES
from retrieval.store.touched_schema import TOUCHED
from retrieval.store.watch_schema import WATCHES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

APPLICATION_ID = 0x77686F73
"""SQLite's application_id of a library: "whos" in ASCII."""

HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\x00"

_FIRST = (
    """
    CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    # One row a committed change. The token is random, so that an index built from a library can
    # be told from one built from a restored backup that has since reached the same generation.
    """
    CREATE TABLE change (
        generation INTEGER PRIMARY KEY AUTOINCREMENT,
        token INTEGER NOT NULL,
        rewrites INTEGER NOT NULL CHECK (rewrites IN (0, 1))
    ) STRICT
    """,
    "CREATE INDEX change_rewrites ON change (generation) WHERE rewrites = 1",
    """
    CREATE TABLE source (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        url TEXT,
        spellings TEXT NOT NULL,
        known INTEGER NOT NULL CHECK (known IN (0, 1))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE article (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        source TEXT NOT NULL REFERENCES source (id),
        title TEXT NOT NULL,
        published TEXT,
        updated TEXT,
        authors TEXT NOT NULL,
        language TEXT,
        text TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX article_source ON article (source)",
    # Number 0 is where the article itself came from, the others are its copies.
    """
    CREATE TABLE address (
        id INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        path TEXT,
        url TEXT,
        media_type TEXT,
        raw BLOB,
        UNIQUE (article, number)
    ) STRICT
    """,
    "CREATE INDEX address_path ON address (path)",
    "CREATE INDEX address_url ON address (url)",
    """
    CREATE TABLE version (
        id INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        title TEXT NOT NULL,
        published TEXT,
        updated TEXT,
        superseded TEXT NOT NULL,
        text TEXT NOT NULL,
        media_type TEXT,
        raw BLOB,
        UNIQUE (article, number)
    ) STRICT
    """,
    # AUTOINCREMENT: the id of a removed paragraph never comes back as another one's, so an index
    # that still holds it cannot show the wrong words.
    """
    CREATE TABLE paragraph (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
        number INTEGER NOT NULL CHECK (number >= 1),
        start INTEGER NOT NULL CHECK (start >= 0),
        end INTEGER NOT NULL CHECK (end >= start),
        UNIQUE (article, number)
    ) STRICT
    """,
    """
    CREATE TABLE sketch (
        hash INTEGER NOT NULL,
        article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
        PRIMARY KEY (hash, article)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX sketch_article ON sketch (article)",
    """
    CREATE TABLE encoder (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        dimensions INTEGER NOT NULL CHECK (dimensions > 0)
    ) STRICT
    """,
    """
    CREATE TABLE vector (
        encoder INTEGER NOT NULL REFERENCES encoder (id),
        paragraph INTEGER NOT NULL REFERENCES paragraph (id) ON DELETE CASCADE,
        value BLOB NOT NULL,
        UNIQUE (encoder, paragraph)
    ) STRICT
    """,
    "CREATE INDEX vector_paragraph ON vector (paragraph)",
    # Contentless: the words are already in article.text. Porter stemming because a question says
    # "did ... congratulate" where the news says "congratulated".
    """
    CREATE VIRTUAL TABLE words USING fts5 (
        text, title, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
    )
    """,
)

MIGRATIONS: Sequence[Sequence[str]] = (
    _FIRST,
    LEDGER,
    FOLLOWING,
    SENTENCES,
    FEED_ENTRIES,
    COPIES,
    POSTED,
    WATCHES,
    REMOVED,
    INDEX,
    KEEPING,
    TOUCHED,
)


def is_library(header: bytes) -> bool:
    """Whether a file that begins with these HEADER_BYTES is a library, of whatever version."""
    return header.startswith(_MAGIC) and int.from_bytes(header[68:72], "big") == APPLICATION_ID


def migrate(
    connection: sqlite3.Connection,
    migrations: Sequence[Sequence[str]],
    before: Callable[[], object] = lambda: None,
) -> None:
    """Bring the schema to version len(migrations) in one transaction.

    `before` is called when a library is about to be changed and nobody else can write. Raises
    LibraryVersionError for a newer one, and LibraryError where rows would point to nothing.
    """
    if _readable(_version(connection), migrations) == len(migrations):
        return
    # A table that is made anew would otherwise take the rows that point to it along.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Read again under the lock: another process may have migrated in between.
        present = _readable(_version(connection), migrations)
        if 0 < present < len(migrations):
            before()
        for statements in migrations[present:]:
            for statement in statements:
                connection.execute(statement)
        _check_references(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(migrations)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _check_references(connection: sqlite3.Connection) -> None:
    dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
    if dangling is not None:
        raise LibraryError(
            f"The library cannot be brought up to date: a row of {dangling[0]} points to nothing; "
            "it was left as it is. Run the whosays that wrote it, and its `whosays doctor`."
        )


def _readable(version: int, migrations: Sequence[Sequence[str]]) -> int:
    if version > len(migrations):
        raise LibraryVersionError(
            f"This library has version {version} and this whosays reads up to "
            f"{len(migrations)}: install a newer whosays."
        )
    return version


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
