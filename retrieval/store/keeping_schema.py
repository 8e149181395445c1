"""Version 11 of the schema: how old articles are, which must stay, and how much is held."""

from __future__ import annotations

_LANGUAGE = "coalesce(lower(substr({row}.language, 1, 2)), '')"
_MORE = (
    f"INSERT INTO tally VALUES (new.source, {_LANGUAGE.format(row='new')}, 1, new.paragraphs) "  # noqa: S608
    "ON CONFLICT (source, language) DO UPDATE SET articles = articles + 1, "
    "paragraphs = paragraphs + excluded.paragraphs; "
)
_LESS = (
    "UPDATE tally SET articles = articles - 1, paragraphs = paragraphs - old.paragraphs "  # noqa: S608
    f"WHERE source = old.source AND language = {_LANGUAGE.format(row='old')}; "
    "DELETE FROM tally WHERE source = old.source AND articles = 0; "
)

TALLIED = (
    "SELECT source, "  # noqa: S608
    f"{_LANGUAGE.format(row='article')} AS language, count(*) AS articles, "
    "sum(paragraphs) AS paragraphs FROM article GROUP BY 1, 2"
)
"""What the table `tally` holds, counted anew."""

KEEPING = (
    # When the article came in, ISO 8601 in UTC: how old one without a date is. Of those that were
    # held before this was noted, it is the day on which the library became this version.
    "ALTER TABLE article ADD COLUMN added TEXT",
    "ALTER TABLE article ADD COLUMN paragraphs INTEGER NOT NULL DEFAULT 0",
    # The id of the first paragraph: those of an article are numbered without a gap, for they are
    # put in together. A filter that most articles pass is then a range for each.
    "ALTER TABLE article ADD COLUMN first INTEGER",
    """
    UPDATE article SET
        first = (SELECT iif(max(id) - min(id) + 1 = count(*), min(id), NULL)
            FROM paragraph WHERE paragraph.article = article.key),
        paragraphs = (SELECT count(*) FROM paragraph WHERE paragraph.article = article.key),
        added = iif(published IS NULL, strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now'), NULL)
    """,
    "CREATE INDEX article_day ON article (substr(coalesce(published, added), 1, 10))",
    # Rows hold their texts, so that reading all of them reads the whole library: these two indexes
    # answer what is asked of all articles, or of a source's.
    "DROP INDEX article_source",
    """
    CREATE INDEX article_source ON article
    (source, published, updated, language, paragraphs, first)
    """,
    "CREATE INDEX article_published ON article (published, key, source, title)",
    # Copies to be read again are looked for at each start.
    "CREATE INDEX address_untold ON address (id) WHERE number > 0 AND told IS NULL",
    # How much is held, by source and language ('' where it is not known), in step by triggers.
    """
    CREATE TABLE tally (
        source TEXT NOT NULL,
        language TEXT NOT NULL,
        articles INTEGER NOT NULL,
        paragraphs INTEGER NOT NULL,
        PRIMARY KEY (source, language)
    ) STRICT, WITHOUT ROWID
    """,
    f"INSERT INTO tally {TALLIED}",
    f"CREATE TRIGGER article_more AFTER INSERT ON article BEGIN {_MORE} END",
    f"CREATE TRIGGER article_less AFTER DELETE ON article BEGIN {_LESS} END",
    f"""
    CREATE TRIGGER article_other AFTER UPDATE OF source, language, paragraphs ON article
    BEGIN {_LESS} {_MORE} END
    """,
    # What the operator keeps, however old it gets.
    """
    CREATE TABLE pin (
        article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
        at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX news_article ON news (article) WHERE kind = 'new'",
)
