"""Version 7 of the schema: watched questions, what was told of each, and what is to be posted.

Rows name their watch by its id and have no foreign keys: the tables are written anew when what
was deleted is scrubbed from the file.
"""

from __future__ import annotations

WATCHES = (
    # `door` is who posts: the bot, a terminal, or nobody ("memory": what was shown when a question
    # was last asked in a terminal). `marked` is above 0 where the question is to be asked again:
    # the last paragraph that was looked at then; `marked_at`, `due` and `asked` are seconds since
    # 1970.
    """
    CREATE TABLE watch (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        door TEXT NOT NULL CHECK (door IN ('discord', 'terminal', 'memory')),
        asker TEXT,
        server TEXT,
        channel TEXT,
        language TEXT NOT NULL,
        question TEXT NOT NULL,
        canonical TEXT NOT NULL,
        chosen TEXT NOT NULL,
        cadence TEXT NOT NULL CHECK (cadence IN ('once', 'daily', 'weekly')),
        at TEXT NOT NULL,
        paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
        ended TEXT,
        due REAL,
        marked INTEGER NOT NULL DEFAULT 0,
        marked_at REAL,
        asked REAL NOT NULL,
        generation INTEGER NOT NULL,
        covered INTEGER NOT NULL CHECK (covered IN (0, 1)),
        encoder TEXT NOT NULL,
        vector BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX watch_asker ON watch (asker) WHERE asker IS NOT NULL",
    "CREATE INDEX watch_server ON watch (server) WHERE server IS NOT NULL",
    "CREATE INDEX watch_marked ON watch (marked_at) WHERE marked > 0",
    "CREATE INDEX watch_asked ON watch (asked) WHERE marked = 0",
    "CREATE INDEX watch_due ON watch (due) WHERE due IS NOT NULL",
    "CREATE INDEX watch_canonical ON watch (door, canonical)",
    # What whoever watches knows already, a row a passage. `words` stand for the span's; `shown` is
    # whether an answer at its usual length shows it; a passage that a correction took away is
    # `gone`. `said` is the passage with its position and origin: JSON, compressed by zlib.
    """
    CREATE TABLE told (
        key INTEGER PRIMARY KEY,
        watch TEXT NOT NULL,
        position TEXT NOT NULL,
        source TEXT NOT NULL,
        article TEXT NOT NULL,
        words TEXT NOT NULL,
        shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
        gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
        said BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX told_watch ON told (watch)",
    "CREATE INDEX told_article ON told (article, watch) WHERE gone = 0 AND shown = 1",
    # What is new and waits, until `post` names the post that tells it.
    """
    CREATE TABLE news (
        key INTEGER PRIMARY KEY,
        watch TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('new', 'gone')),
        article TEXT NOT NULL,
        words TEXT NOT NULL,
        first INTEGER NOT NULL CHECK (first IN (0, 1)),
        noticed TEXT NOT NULL,
        said BLOB NOT NULL,
        post TEXT
    ) STRICT
    """,
    "CREATE INDEX news_watch ON news (watch)",
    "CREATE INDEX news_post ON news (post) WHERE post IS NOT NULL",
    # Written before it is sent: one without a message may have been sent when the process ended.
    """
    CREATE TABLE post (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        watch TEXT NOT NULL,
        at REAL NOT NULL,
        message TEXT
    ) STRICT
    """,
    "CREATE INDEX post_watch ON post (watch)",
    "CREATE INDEX post_unsent ON post (at) WHERE message IS NULL",
)
