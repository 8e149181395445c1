"""Version 10 of the schema: what an index outside this file has to look at again."""

from __future__ import annotations

KEPT_CHANGES = 2_000_000
"""Changed paragraphs remembered; an index that has missed more is filled anew."""

INDEX = (
    # A collection on a server carries this name, so that it is never taken for another library's.
    "CREATE TABLE identity (name TEXT NOT NULL) STRICT",
    "INSERT INTO identity VALUES (lower(hex(randomblob(8))))",
    # Paragraphs that are gone, that are described otherwise, or whose vector came after later ones.
    # What is merely new is not here: its ids are above all others.
    """
    CREATE TABLE touched (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        generation INTEGER NOT NULL,
        paragraph INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX touched_generation ON touched (generation)",
    f"""
    CREATE TRIGGER touched_kept AFTER INSERT ON touched BEGIN
        DELETE FROM touched WHERE number <= new.number - {KEPT_CHANGES};
    END
    """,  # noqa: S608 - a number of this module
    """
    CREATE TRIGGER paragraph_gone AFTER DELETE ON paragraph BEGIN
        INSERT INTO touched (generation, paragraph)
        VALUES ((SELECT coalesce(max(generation), 0) + 1 FROM change), old.id);
    END
    """,
    """
    CREATE TRIGGER article_described
    AFTER UPDATE OF source, title, published, updated, language ON article
    WHEN (old.source, old.title, old.published, old.updated, old.language)
        IS NOT (new.source, new.title, new.published, new.updated, new.language)
    BEGIN
        INSERT INTO touched (generation, paragraph)
        SELECT (SELECT coalesce(max(generation), 0) + 1 FROM change), id
        FROM paragraph WHERE article = new.key;
    END
    """,
    """
    CREATE TRIGGER vector_between AFTER INSERT ON vector
    WHEN EXISTS (
        SELECT 1 FROM vector WHERE encoder = new.encoder AND paragraph > new.paragraph
    )
    BEGIN
        INSERT INTO touched (generation, paragraph)
        VALUES ((SELECT coalesce(max(generation), 0) + 1 FROM change), new.paragraph);
    END
    """,
)
