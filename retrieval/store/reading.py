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
    Searched,
    Source,
)
from retrieval.store.filters import holding, where
from retrieval.store.packing import unpacked
from retrieval.store.records import ArticleRow, Located, SourceRow, Version

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence

    from retrieval.model import Filter

_SOURCE = "source.id, source.name, source.url, source.spellings, source.known"
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
        f"SELECT {_REFERENCE}, {_SOURCE}, article.text FROM {_ARTICLES} WHERE article.key = ?",  # noqa: S608
        (key,),
    ).fetchone()
    ref = _reference(row[:_REFERENCE_WIDTH], _addresses(connection, "article.key = ?", [key]))
    return Article(
        id=ref.id,
        source=_source(row[_REFERENCE_WIDTH:-1]),
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
        "SELECT number, start, end FROM paragraph WHERE article = ? ORDER BY number", (key,)
    )
    return tuple(Paragraph(*row) for row in rows)


def indexed(connection: sqlite3.Connection, key: int) -> list[tuple[int, str, str]]:
    """The ids, texts and title of an article's paragraphs, as the word index has them."""
    text, title = connection.execute(
        "SELECT text, title FROM article WHERE key = ?", (key,)
    ).fetchone()
    rows = connection.execute("SELECT id, start, end FROM paragraph WHERE article = ?", (key,))
    return [(each, text[start:end], title) for each, start, end in rows]


def versions(connection: sqlite3.Connection, key: int) -> list[Version]:
    """What the article said before, oldest first; the present version is not among them."""
    rows = connection.execute(
        "SELECT number, title, text, published, updated, superseded, media_type, raw, packed "
        "FROM version WHERE article = ? ORDER BY number",
        (key,),
    )
    found = [(Version(*row[:8]), bool(row[8])) for row in rows]
    return [replace(each, raw=unpacked(each.raw, packed=small)) for each, small in found]


def articles(
    connection: sqlite3.Connection, chosen: Filter, words: Sequence[str] = ()
) -> list[ArticleRow]:
    """The articles that pass and have all the words, newest first, those without a date last."""
    condition, parameters = where(connection, chosen)
    having, terms = holding(words)
    condition, parameters = f"{condition} AND {having}", [*parameters, *terms]
    addresses = _addresses(connection, condition, parameters)
    rows = connection.execute(
        f"SELECT {_REFERENCE}, {_SOURCE}, "  # noqa: S608
        "(SELECT count(*) FROM paragraph WHERE article = article.key) "
        f"FROM {_ARTICLES} WHERE {condition} "
        "ORDER BY article.published DESC NULLS LAST, article.key DESC",
        parameters,
    )
    return [
        ArticleRow(
            ref=_reference(row[:_REFERENCE_WIDTH], addresses),
            source=_source(row[_REFERENCE_WIDTH:-1]),
            paragraphs=row[-1],
        )
        for row in rows
    ]


def titles(connection: sqlite3.Connection) -> list[str]:
    """The articles' titles, each once, newest first, those without a date last."""
    rows = connection.execute(
        "SELECT title FROM article GROUP BY title ORDER BY max(published) DESC NULLS LAST, title"
    )
    return [row[0] for row in rows]


def sources(connection: sqlite3.Connection) -> list[SourceRow]:
    """Every source with how much of it is held, by name."""
    rows = connection.execute(
        f"SELECT {_SOURCE}, count(*), sum(held.paragraphs), max(held.published) "  # noqa: S608
        "FROM source JOIN (SELECT source, published, "
        "(SELECT count(*) FROM paragraph WHERE article = article.key) AS paragraphs FROM article"
        ") AS held ON held.source = source.id GROUP BY source.id"
    )
    found = [SourceRow(_source(row[:-3]), *row[-3:]) for row in rows]
    return sorted(found, key=lambda each: (each.source.name.casefold(), each.source.id))


def counts(connection: sqlite3.Connection, chosen: Filter) -> Searched:
    """How many sources, articles and paragraphs pass."""
    condition, parameters = where(connection, chosen)
    row = connection.execute(
        "SELECT count(DISTINCT source), count(*), "  # noqa: S608
        "coalesce(sum((SELECT count(*) FROM paragraph WHERE article = article.key)), 0) "
        f"FROM article WHERE {condition}",
        parameters,
    ).fetchone()
    return replace(Searched(*row), later=_later(connection, chosen))


def _later(connection: sqlite3.Connection, chosen: Filter) -> int:
    """How many had been published by the day of `chosen.at` and are held only as changed later."""
    if chosen.at is None:
        return 0
    until = min(filter(None, (chosen.at, chosen.until)))
    out, parameters = where(connection, replace(chosen, at=None, until=until))
    held, more = where(connection, chosen)
    row = connection.execute(
        f"SELECT count(*) FROM article WHERE {out} AND NOT ({held})",  # noqa: S608
        [*parameters, *more],
    ).fetchone()
    return int(row[0])


def languages(connection: sqlite3.Connection, chosen: Filter) -> dict[str, dict[str, int]]:
    """By source, how many articles that pass are in which language (ISO 639-1)."""
    condition, parameters = where(connection, chosen)
    found: dict[str, dict[str, int]] = {}
    for source_id, language, count in connection.execute(
        "SELECT source, lower(substr(language, 1, 2)), count(*) FROM article "  # noqa: S608
        f"WHERE language IS NOT NULL AND {condition} GROUP BY 1, 2",
        parameters,
    ):
        found.setdefault(source_id, {})[language] = count
    return found


def paragraph_ids(connection: sqlite3.Connection, chosen: Filter) -> list[int]:
    """Ids of the paragraphs of the articles that pass, ascending."""
    condition, parameters = where(connection, chosen)
    rows = connection.execute(
        "SELECT paragraph.id FROM article JOIN paragraph ON paragraph.article = article.key "  # noqa: S608
        f"WHERE {condition} ORDER BY paragraph.id",
        parameters,
    )
    return [each for (each,) in rows]


def locate(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Located]:
    """Paragraphs by their ids, in the order given; ids that are no longer held are left out."""
    wanted = json.dumps([int(each) for each in ids])
    rows = connection.execute(
        "SELECT paragraph.id, article.key, article.id, article.source, number, start, end "
        "FROM json_each(?) AS wanted JOIN paragraph ON paragraph.id = wanted.value "
        "JOIN article ON article.key = paragraph.article",
        (wanted,),
    ).fetchall()
    keys = json.dumps(sorted({row[1] for row in rows}))
    texts: dict[int, str] = dict(
        connection.execute(
            "SELECT article.key, text FROM json_each(?) JOIN article ON article.key = value",
            (keys,),
        ).fetchall()
    )
    # SQL's substr() counts the same characters but stops at a NUL and starts over for each slice.
    found = {
        each: Located(each, article_id, source, number, start, end, texts[key][start:end])
        for each, key, article_id, source, number, start, end in rows
    }
    return [found[int(each)] for each in ids if int(each) in found]


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


def generation(connection: sqlite3.Connection) -> int:
    """How many changes there were."""
    (last,) = connection.execute("SELECT coalesce(max(generation), 0) FROM change").fetchone()
    return int(last)


def token(connection: sqlite3.Connection, generation: int) -> int | None:
    """The random number of a change, None where there was no such change."""
    row = connection.execute(
        "SELECT token FROM change WHERE generation = ?", (generation,)
    ).fetchone()
    return None if row is None else int(row[0])


def rewritten(connection: sqlite3.Connection) -> int:
    """The last change that did more than append, 0 where there was none."""
    (last,) = connection.execute(
        "SELECT coalesce(max(generation), 0) FROM change WHERE rewrites = 1"
    ).fetchone()
    return int(last)


def source(connection: sqlite3.Connection, identifier: str) -> Source | None:
    """The source with that id, if it is held."""
    row = connection.execute(
        f"SELECT {_SOURCE} FROM source WHERE id = ?",  # noqa: S608
        (identifier,),
    ).fetchone()
    return None if row is None else _source(row)


def _source(row: Sequence[object]) -> Source:
    identifier, name, url, spellings, known = row
    return Source(
        id=str(identifier),
        name=str(name),
        url=None if url is None else str(url),
        spellings=tuple(json.loads(str(spellings))),
        known=bool(known),
    )


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
