"""Version 3 of the schema: what is followed, what it led to, whose host is whose, packed pages."""

from __future__ import annotations

FOLLOWING = (
    # Times are seconds since 1970. `interval` is the pause between two looks that fits by now.
    """
    CREATE TABLE followed (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        address TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('feed', 'sitemap', 'index', 'folder')),
        title TEXT,
        added REAL NOT NULL,
        due REAL NOT NULL,
        interval REAL NOT NULL,
        etag TEXT,
        modified TEXT,
        looked REAL,
        failing REAL,
        failures INTEGER NOT NULL DEFAULT 0,
        paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
        reason TEXT
    ) STRICT
    """,
    # An address that something followed has led to. `due` is empty once it is settled; `stamp` is
    # the state the feed gave it, so that a changed article is fetched again and no other is;
    # `same` counts how often it was fetched again for nothing.
    """
    CREATE TABLE wanted (
        url TEXT PRIMARY KEY,
        followed INTEGER NOT NULL REFERENCES followed (id) ON DELETE CASCADE,
        host TEXT NOT NULL,
        stamp TEXT NOT NULL,
        due REAL,
        tries INTEGER NOT NULL DEFAULT 0,
        same INTEGER NOT NULL DEFAULT 0,
        listed REAL NOT NULL,
        outcome TEXT,
        reason TEXT
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX wanted_due ON wanted (due) WHERE due IS NOT NULL",
    "CREATE INDEX wanted_followed ON wanted (followed)",
    # A host, or a domain for all below it, that belongs to a source.
    """
    CREATE TABLE host (
        name TEXT PRIMARY KEY,
        source TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX host_source ON host (source)",
    # Whether `raw` is compressed (zlib): pages are mostly markup and shrink to a fifth.
    "ALTER TABLE address ADD COLUMN packed INTEGER NOT NULL DEFAULT 0 CHECK (packed IN (0, 1))",
    "ALTER TABLE version ADD COLUMN packed INTEGER NOT NULL DEFAULT 0 CHECK (packed IN (0, 1))",
)

# What the entry of a feed says of an article, as JSON: title, author, published.
FEED_ENTRIES = ("ALTER TABLE wanted ADD COLUMN entry TEXT",)
