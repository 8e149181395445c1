"""Rows of the catalogue as the nouns of retrieval.model."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.model import (
    Article,
    ArticleRef,
    Copy,
    Original,
    Paragraph,
)
from retrieval.store import sources
from retrieval.store.filters import holding, where
from retrieval.store.packing import unpacked
from retrieval.store.records import ArticleRow, Version

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence

    from retrieval.model import Filter

_REFERENCE = (
    "article.key, article.id, article.title, article.published, article.updated, "
    "article.authors, article.language, "
    "1 + (SELECT count(*) FROM version WHERE version.article = article.key), "
    "original.id, original.title, owner.name, "
    "(SELECT url FROM address WHERE address.article = original.key AND number = 0), "
    "article.sentences"
)
_REFERENCE_WIDTH = 13
_ARTICLES = (
    "article JOIN source ON source.id = article.source "
    "LEFT JOIN article AS original ON original.key = article.copy_of "
    "LEFT JOIN source AS owner ON owner.id = original.source"
)


def article(connection: sqlite3.Connection, key: int) -> Article:
    """The article with that key, whole."""
    row = connection.execute(
        f"SELECT {_REFERENCE}, {sources.COLUMNS}, article.text FROM {_ARTICLES} "  # noqa: S608
        "WHERE article.key = ?",
        (key,),
    ).fetchone()
    ref = _reference(row[:_REFERENCE_WIDTH], _addresses(connection, "article.key = ?", [key]))
    return Article(
        id=ref.id,
        source=sources.as_source(row[_REFERENCE_WIDTH:-1]),
        title=ref.title,
        text=row[-1],
        url=ref.url,
        path=ref.path,
        published=ref.published,
        updated=ref.updated,
        authors=ref.authors,
        language=ref.language,
        copies=ref.copies,
        version=ref.version,
        copy_of=ref.copy_of,
    )


def paragraphs(connection: sqlite3.Connection, key: int) -> tuple[Paragraph, ...]:
    """The paragraphs of an article, in order."""
    rows = connection.execute(
        "SELECT number, start, end, posted FROM paragraph WHERE article = ? ORDER BY number", (key,)
    )
    return tuple(Paragraph(*row) for row in rows)


def indexed(connection: sqlite3.Connection, key: int) -> list[tuple[int, str, str]]:
    """The ids, texts and title of an article's paragraphs, as the word index has them."""
    text, title = connection.execute(
        "SELECT text, title FROM article WHERE key = ?", (key,)
    ).fetchone()
    rows = connection.execute("SELECT id, start, end FROM paragraph WHERE article = ?", (key,))
    return [(each, text[start:end], title) for each, start, end in rows]


def versions(connection: sqlite3.Connection, key: int, *, inputs: bool = True) -> list[Version]:
    """What the article said before, oldest first; the present version is not among them.

    Without `inputs`, not the pages that they were read from, which take long to unpack.
    """
    raw = "raw" if inputs else "NULL"
    rows = connection.execute(
        "SELECT number, title, text, published, updated, superseded, media_type, "  # noqa: S608
        f"{raw}, posted, packed FROM version WHERE article = ? ORDER BY number",
        (key,),
    )
    found = [(Version(*row[:8]), row[8], bool(row[9])) for row in rows]
    return [
        replace(each, raw=unpacked(each.raw, packed=small), posted=tuple(json.loads(posted)))
        for each, posted, small in found
    ]


def changed(
    connection: sqlite3.Connection, chosen: Filter, terms: Sequence[str], limit: int
) -> list[str]:
    """Ids of the articles whose text as of `chosen.at`, replaced since, has half of the terms.

    At most `limit`, those with most of them first.
    """
    condition, parameters = where(connection, chosen)
    shared = " + ".join(["(instr(lower(said.title || said.text), ?) > 0)"] * len(terms)) or "0"
    rows = connection.execute(
        f"SELECT id, shared FROM (SELECT article.id, {shared} AS shared FROM article "  # noqa: S608
        "JOIN version AS said ON said.article = article.key AND said.number = "
        "(SELECT min(number) FROM version WHERE version.article = article.key "
        f"AND substr(superseded, 1, 10) > ?) WHERE {condition}) "
        "WHERE shared > 0 AND 2 * shared >= ? ORDER BY shared DESC, id LIMIT ?",
        (*(each.lower() for each in terms), chosen.at, *parameters, len(terms), limit),
    )
    return [each for each, _ in rows]


def articles(
    connection: sqlite3.Connection,
    chosen: Filter,
    words: Sequence[str] = (),
    limit: int | None = None,
    offset: int = 0,
) -> list[ArticleRow]:
    """The articles that pass and have all the words, newest first, those without a date last.

    With a `limit`, at most so many after the first `offset`.
    """
    condition, parameters = _passing(connection, chosen, words)
    if limit is not None:
        # The order is an index's: the rows themselves, which hold texts, are read for these alone.
        keys = connection.execute(
            f"SELECT key FROM article WHERE {condition} "  # noqa: S608
            "ORDER BY published DESC, key DESC LIMIT ? OFFSET ?",
            [*parameters, limit, offset],
        ).fetchall()
        condition = "article.key IN (SELECT value FROM json_each(?))"
        parameters = [json.dumps([key for (key,) in keys])]
    addresses = _addresses(connection, condition, parameters)
    rows = connection.execute(
        f"SELECT {_REFERENCE}, {sources.COLUMNS}, "  # noqa: S608
        f"article.paragraphs FROM {_ARTICLES} WHERE {condition} "
        "ORDER BY article.published DESC NULLS LAST, article.key DESC",
        parameters,
    )
    return [
        ArticleRow(
            ref=_reference(row[:_REFERENCE_WIDTH], addresses),
            source=sources.as_source(row[_REFERENCE_WIDTH:-1]),
            paragraphs=row[-1],
        )
        for row in rows
    ]


def count(connection: sqlite3.Connection, chosen: Filter, words: Sequence[str] = ()) -> int:
    """How many articles pass and have all the words."""
    condition, parameters = _passing(connection, chosen, words)
    row = connection.execute(f"SELECT count(*) FROM article WHERE {condition}", parameters)  # noqa: S608
    return int(row.fetchone()[0])


def _passing(
    connection: sqlite3.Connection, chosen: Filter, words: Sequence[str]
) -> tuple[str, list[object]]:
    condition, parameters = where(connection, chosen)
    having, terms = holding(words)
    return f"{condition} AND {having}", [*parameters, *terms]


def by_sketch(
    connection: sqlite3.Connection, sketch: Collection[int], least: int
) -> list[tuple[str, int]]:
    """Ids of the articles that share at least `least` hashes, with how many, most first."""
    rows = connection.execute(
        "SELECT article.id, count(*) AS shared FROM json_each(?) AS wanted "
        "CROSS JOIN sketch ON sketch.hash = wanted.value "
        "JOIN article ON article.key = sketch.article "
        "GROUP BY article.key HAVING shared >= ? ORDER BY shared DESC, article.id",
        (json.dumps(sorted({signed(each) for each in sketch})), least),
    )
    return rows.fetchall()


def article_id(connection: sqlite3.Connection, key: int) -> str:
    """The id of the article with that key."""
    return str(connection.execute("SELECT id FROM article WHERE key = ?", (key,)).fetchone()[0])


def key_of(connection: sqlite3.Connection, identifier: str) -> int | None:
    """The key of the article with exactly that id."""
    row = connection.execute("SELECT key FROM article WHERE id = ?", (identifier,)).fetchone()
    return None if row is None else int(row[0])


def _reference(row: tuple[object, ...], addresses: dict[int, list[Copy]]) -> ArticleRef:
    key, identifier, title, published, updated, authors, language, version, *original = row
    own, *copies = addresses[int(str(key))]
    return ArticleRef(
        id=str(identifier),
        title=str(title),
        url=own.url,
        path=own.path,
        published=None if published is None else str(published),
        updated=None if updated is None else str(updated),
        authors=tuple(json.loads(str(authors))),
        language=None if language is None else str(language),
        copies=tuple(copies),
        version=int(str(version)),
        copy_of=_original(original),
    )


def _original(row: Sequence[object]) -> Original | None:
    identifier, title, source, url, sentences = row
    if identifier is None:
        return None
    return Original(
        id=str(identifier),
        title=str(title),
        source=str(source),
        url=None if url is None else str(url),
        sentences=int(str(sentences)),
    )


def _addresses(
    connection: sqlite3.Connection, condition: str, parameters: Sequence[object]
) -> dict[int, list[Copy]]:
    """By article key: where each article that passes came from, then its copies."""
    found: dict[int, list[Copy]] = {}
    for key, path, url in connection.execute(
        "SELECT address.article, path, url FROM address "  # noqa: S608
        "JOIN article ON article.key = address.article "
        f"WHERE {condition} ORDER BY address.article, number",
        list(parameters),
    ):
        found.setdefault(key, []).append(Copy(path=path, url=url))
    return found


def signed(value: int) -> int:
    """An unsigned 64-bit hash as the signed integer that SQLite keeps."""
    return value - (1 << 64) if value >= 1 << 63 else value
