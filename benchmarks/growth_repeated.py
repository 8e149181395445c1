"""Articles of a library repeated by SQL, for sizes that take too long to write one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.store import generations

if TYPE_CHECKING:
    from retrieval.store.catalogue import Catalogue

# Articles of a transaction, and about how many paragraphs each has.
_AT_ONCE = 2000
_PARAGRAPHS = 16

# The articles from one key to another, after the last: all rows of the real ones but for words and
# hashes.
_REPEATING = (
    """
    INSERT INTO article (key, id, source, title, published, updated, authors, language, text,
        added, paragraphs, first)
    SELECT key - :first + 1 + :key, printf('again%010x', key), source, title, published, updated,
        authors, language, text, added, paragraphs, first - :low + 1 + :id
    FROM article WHERE key BETWEEN :first AND :last
    """,
    """
    INSERT INTO address (article, number, path, url, media_type, raw, packed)
    SELECT article - :first + 1 + :key, number, path, url || '/again', media_type, raw, packed
    FROM address WHERE article BETWEEN :first AND :last
    """,
    """
    INSERT INTO paragraph (id, article, number, start, end)
    SELECT id - :low + 1 + :id, article - :first + 1 + :key, number, start, end
    FROM paragraph WHERE article BETWEEN :first AND :last ORDER BY id
    """,
    """
    INSERT INTO vector (encoder, paragraph, value)
    SELECT encoder, paragraph - :low + 1 + :id, value
    FROM vector WHERE paragraph BETWEEN :low AND :high ORDER BY paragraph
    """,
    """
    INSERT INTO sentence (article, encoder, splitter, places, vectors)
    SELECT article - :first + 1 + :key, encoder, splitter, places, vectors
    FROM sentence WHERE article BETWEEN :first AND :last
    """,
)


def repeat(catalogue: Catalogue, paragraphs: int) -> None:
    """Repeat the next of the first articles, towards so many paragraphs, in one transaction."""
    lack = (paragraphs - catalogue.counts().paragraphs) // _PARAGRAPHS + 1
    with catalogue.database.writing() as connection:
        key, last, done = connection.execute(
            "SELECT (SELECT max(key) FROM article), (SELECT max(id) FROM paragraph), "
            "(SELECT count(*) FROM article WHERE id >= 'again')"
        ).fetchone()
        given = {"key": key, "id": last, "first": done + 1, "last": done + min(lack, _AT_ONCE)}
        low, high = connection.execute(
            "SELECT min(id), max(id) FROM paragraph WHERE article BETWEEN :first AND :last", given
        ).fetchone()
        for statement in _REPEATING:
            connection.execute(statement, {**given, "low": low, "high": high})
        generations.record(connection, rewrites=False)
