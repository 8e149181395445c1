"""Version 12 of the schema: one table of what went or changed, where versions 9 and 10 had two."""

from __future__ import annotations

# The change itself is recorded at the end of its transaction.
_NEXT = "(SELECT coalesce(max(generation), 0) + 1 FROM change)"

TOUCHED = (
    "DROP TRIGGER paragraph_removed",
    "DROP TRIGGER paragraph_gone",
    "DROP TRIGGER article_described",
    "DROP TRIGGER vector_between",
    "ALTER TABLE touched RENAME TO touched_before",
    # Paragraphs that are gone, that are described otherwise, or whose vector came after later ones,
    # each once a change. What is merely new is not here: its ids are above all others.
    """
    CREATE TABLE touched (
        generation INTEGER NOT NULL,
        paragraph INTEGER NOT NULL,
        gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
        PRIMARY KEY (generation, paragraph)
    ) STRICT, WITHOUT ROWID
    """,
    # What was forgotten of removals is known by the changes that are marked for it; what was
    # forgotten of the others, by the number of the oldest.
    """
    INSERT INTO touched (generation, paragraph, gone)
    SELECT generation, paragraph, max(gone) FROM (
        SELECT generation, paragraph, 1 AS gone FROM removed
        UNION ALL SELECT generation, paragraph, 0 FROM touched_before
    ) GROUP BY generation, paragraph
    """,
    """
    INSERT INTO setting (name, value)
    SELECT 'forgotten', CAST(generation AS TEXT) FROM touched_before
    WHERE number = (SELECT min(number) FROM touched_before) AND number > 1
    """,
    "DROP TABLE removed",
    "DROP TABLE touched_before",
    f"""
    CREATE TRIGGER paragraph_gone AFTER DELETE ON paragraph BEGIN
        INSERT INTO touched (generation, paragraph, gone) VALUES ({_NEXT}, old.id, 1)
        ON CONFLICT (generation, paragraph) DO UPDATE SET gone = 1;
    END
    """,  # noqa: S608 - written above
    f"""
    CREATE TRIGGER article_described
    AFTER UPDATE OF source, title, published, updated, language ON article
    WHEN (old.source, old.title, old.published, old.updated, old.language)
        IS NOT (new.source, new.title, new.published, new.updated, new.language)
    BEGIN
        INSERT INTO touched (generation, paragraph, gone)
        SELECT {_NEXT}, id, 0 FROM paragraph WHERE article = new.key
        ON CONFLICT (generation, paragraph) DO NOTHING;
    END
    """,  # noqa: S608 - written above
    # Before, so that the vector which it takes the place of is seen as well.
    f"""
    CREATE TRIGGER vector_between BEFORE INSERT ON vector
    WHEN EXISTS (
        SELECT 1 FROM vector WHERE encoder = new.encoder AND paragraph >= new.paragraph
    )
    BEGIN
        INSERT INTO touched (generation, paragraph, gone) VALUES ({_NEXT}, new.paragraph, 0)
        ON CONFLICT (generation, paragraph) DO NOTHING;
    END
    """,  # noqa: S608 - written above
)
