"""Which paragraphs went when, so that what was made of them can follow without being made anew."""

from __future__ import annotations

REMOVED = (
    # Of changes that rewrite: whether they did no more than take paragraphs out and put others
    # after all that were there.
    "ALTER TABLE change ADD COLUMN removes INTEGER NOT NULL DEFAULT 0 CHECK (removes IN (0, 1))",
    "CREATE INDEX change_remakes ON change (generation) WHERE rewrites = 1 AND removes = 0",
    """
    CREATE TABLE removed (
        generation INTEGER NOT NULL,
        paragraph INTEGER NOT NULL,
        PRIMARY KEY (generation, paragraph)
    ) STRICT, WITHOUT ROWID
    """,
    # The change itself is recorded at the end of its transaction.
    """
    CREATE TRIGGER paragraph_removed AFTER DELETE ON paragraph BEGIN
        INSERT OR IGNORE INTO removed (generation, paragraph)
        VALUES ((SELECT coalesce(max(generation), 0) + 1 FROM change), old.id);
    END
    """,
)
