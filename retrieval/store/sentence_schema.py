"""Version 4 of the schema: the vectors of an article's sentences."""

from __future__ import annotations

SENTENCES = (
    # `splitter` is the version of the rules that cut the sentences. `places` holds a paragraph
    # number, a start and an end for each as little-endian int32; `vectors` a row of int8 for each.
    """
    CREATE TABLE sentence (
        article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
        encoder INTEGER NOT NULL REFERENCES encoder (id),
        splitter INTEGER NOT NULL,
        places BLOB NOT NULL,
        vectors BLOB NOT NULL,
        UNIQUE (article, encoder, splitter)
    ) STRICT
    """,
)
