"""Copies with sentences of their own, and what stood at the address of those without."""

from __future__ import annotations

COPIES = (
    # The article that this one is a copy of; the sentences that it has for itself, a JSON list of
    # [start, end] in its text; and how many of them say something.
    "ALTER TABLE article ADD COLUMN copy_of INTEGER REFERENCES article (key) ON DELETE SET NULL",
    "ALTER TABLE article ADD COLUMN own TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE article ADD COLUMN sentences INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX article_copy_of ON article (copy_of) WHERE copy_of IS NOT NULL",
    # The article that was read at a copy's address, packed: it stands for itself where the one
    # held moves on. NULL where it was not kept, empty where it cannot be read any more.
    "ALTER TABLE address ADD COLUMN told BLOB",
)
