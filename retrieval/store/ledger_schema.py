"""Version 2 of the schema: what is kept of those who ask, beside the articles.

Nothing here refers to an article's row: a question, its answer and what was said about it stay
readable when an article is corrected or removed, until they are deleted themselves.
"""

from __future__ import annotations

LEDGER = (
    # The answer is its JSON, compressed by zlib: a quarter of the size.
    """
    CREATE TABLE asked (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        server TEXT,
        channel TEXT,
        asker TEXT NOT NULL,
        question TEXT NOT NULL,
        chosen TEXT NOT NULL,
        per_source INTEGER,
        private INTEGER NOT NULL CHECK (private IN (0, 1)),
        at TEXT NOT NULL,
        message TEXT,
        answer BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX asked_asker ON asked (asker, at)",
    "CREATE INDEX asked_at ON asked (at)",
    "CREATE INDEX asked_message ON asked (message) WHERE message IS NOT NULL",
    # Holds all that suggestions need, so that typing a question does not read the answers.
    "CREATE INDEX asked_public ON asked (server, key, channel, question) WHERE private = 0",
    """
    CREATE TABLE feedback (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('unhelpful', 'wrong-side', 'wrong-source')),
        server TEXT,
        asker TEXT NOT NULL,
        at TEXT NOT NULL,
        question TEXT NOT NULL,
        passage TEXT,
        span_start INTEGER,
        span_end INTEGER,
        span_text TEXT,
        article TEXT,
        source TEXT,
        stance TEXT,
        right_stance TEXT,
        comment TEXT
    ) STRICT
    """,
    "CREATE INDEX feedback_asker ON feedback (asker, at)",
    "CREATE INDEX feedback_at ON feedback (at)",
    """
    CREATE TABLE server (
        id TEXT PRIMARY KEY,
        settings TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)
