"""When the posts of a story told live were published."""

from __future__ import annotations

POSTED = (
    # ISO 8601; NULL where a paragraph is in no post.
    "ALTER TABLE paragraph ADD COLUMN posted TEXT",
    # The same for a version's paragraphs, a JSON list; empty where none was in a post.
    "ALTER TABLE version ADD COLUMN posted TEXT NOT NULL DEFAULT '[]'",
)
