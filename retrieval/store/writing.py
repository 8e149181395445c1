"""Changes of the catalogue, each inside the caller's transaction."""

from __future__ import annotations

import json
from dataclasses import replace as replaced
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from retrieval.model import Copy, Source
from retrieval.store import addresses, reading, sentences, sources, vectors, words
from retrieval.store.packing import packed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from retrieval.model import Article, Paragraph
    from retrieval.store.records import Entry


def add(connection: sqlite3.Connection, entry: Entry, encoder: str) -> bool:
    """Keep a new article; False, and nothing done, where its id or address is held already."""
    article = entry.draft.article
    held = connection.execute("SELECT 1 FROM article WHERE id = ?", (article.id,)).fetchone()
    # Two files may claim one address on the web: both are kept.
    url = article.url if article.path is None else None
    if held is not None or addresses.find(connection, article.path, url) is not None:
        return False
    _keep_source(connection, article.source)
    (key,) = connection.execute(
        "INSERT INTO article (id, source, title, published, updated, authors, language, text, "
        "added, paragraphs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING key",
        (
            article.id,
            article.source.id,
            article.title,
            article.published,
            article.updated,
            json.dumps(article.authors),
            article.language,
            article.text,
            datetime.now(UTC).isoformat(timespec="seconds"),
            len(entry.draft.paragraphs),
        ),
    ).fetchone()
    own = Copy(path=article.path, url=article.url)
    addresses.insert(connection, key, 0, own, entry.draft.raw, entry.draft.media_type)
    for copy in article.copies:
        addresses.insert_copy(connection, key, copy, None, None)
    _keep_body(connection, key, entry, encoder)
    return True


def replace(
    connection: sqlite3.Connection, key: int, entry: Entry, *, encoder: str, seen: str
) -> None:
    """Make the entry the article's present version; what it does not say stays as it was."""
    before = reading.article(connection, key)
    article = entry.draft.article
    own = Copy(path=article.path or before.path, url=article.url or before.url)
    connection.execute(
        "INSERT INTO version (article, number, title, published, updated, superseded, text, "
        "media_type, raw, packed, posted) "
        "SELECT key, 1 + (SELECT count(*) FROM version WHERE article = key), "
        "title, published, updated, ?, text, media_type, raw, packed, ? "
        "FROM article JOIN address ON address.article = key AND number = 0 WHERE key = ?",
        (seen, _posted(connection, key), key),
    )
    _drop_body(connection, key)
    _keep_source(connection, article.source)
    _update(
        connection,
        key,
        replaced(
            article,
            published=article.published or before.published,
            updated=article.updated or seen,
            authors=article.authors or before.authors,
            language=article.language or before.language,
        ),
    )
    addresses.move(connection, key, Copy(before.path, before.url), own)
    connection.execute(
        "UPDATE address SET media_type = ?, raw = ?, packed = ? WHERE article = ? AND number = 0",
        (entry.draft.media_type, *packed(entry.draft.raw), key),
    )
    connection.execute(
        "UPDATE article SET paragraphs = ? WHERE key = ?", (len(entry.draft.paragraphs), key)
    )
    _keep_body(connection, key, entry, encoder)
    _drop_silent_source(connection, before.source.id)


def describe(connection: sqlite3.Connection, key: int, article: Article) -> bool:
    """Take over the details of an article, its text left as it is; False where none is new."""
    before = reading.article(connection, key)
    source = sources.source(connection, article.source.id)
    merged = article.source if source is None else _merged(source, article.source, corrects=True)
    after = replaced(
        before,
        source=merged,
        title=article.title,
        url=article.url or before.url,
        published=article.published or before.published,
        updated=article.updated or before.updated,
        authors=article.authors or before.authors,
        language=article.language or before.language,
    )
    if after == before:
        return False
    _write_source(connection, merged)
    words.forget(connection, reading.indexed(connection, key))
    _update(connection, key, after)
    words.index(connection, reading.indexed(connection, key))
    if after.title != before.title:
        # The title has a vector among them.
        sentences.drop(connection, key)
    addresses.move(connection, key, Copy(before.path, before.url), Copy(after.path, after.url))
    _drop_silent_source(connection, before.source.id)
    return True


def post(connection: sqlite3.Connection, key: int, paragraphs: Sequence[Paragraph]) -> bool:
    """Take over when the paragraphs of an article were posted; False where that is known."""
    held = {(each.start, each.end): each.posted for each in reading.paragraphs(connection, key)}
    new = [
        (each.posted, key, each.start, each.end)
        for each in paragraphs
        if each.posted and held.get((each.start, each.end), each.posted) != each.posted
    ]
    connection.executemany(
        "UPDATE paragraph SET posted = ? WHERE article = ? AND start = ? AND end = ?", new
    )
    return bool(new)


def refer(
    connection: sqlite3.Connection,
    key: int,
    original: int | None,
    own: Sequence[tuple[int, int]] = (),
    sentences: int = 0,
) -> None:
    """Make an article a copy of another but for those sentences, or, with None, one of its own."""
    connection.execute(
        "UPDATE article SET copy_of = ?, own = ?, sentences = ? WHERE key = ?",
        (original, json.dumps(own), sentences, key),
    )


def remove(connection: sqlite3.Connection, key: int, *, keep_source: bool = False) -> None:
    """Take an article out with everything that belongs to it; its near copies are whole then.

    Its source goes with its last article, unless it is known by name and `keep_source` says so.
    """
    (source,) = connection.execute("SELECT source FROM article WHERE key = ?", (key,)).fetchone()
    connection.execute(
        "UPDATE article SET copy_of = NULL, own = '[]', sentences = 0 WHERE copy_of = ?", (key,)
    )
    _drop_body(connection, key)
    connection.execute("DELETE FROM article WHERE key = ?", (key,))
    _drop_silent_source(connection, source, known=not keep_source)


def _keep_body(connection: sqlite3.Connection, key: int, entry: Entry, encoder: str) -> None:
    ids: list[int] = []
    for each in entry.draft.paragraphs:
        (paragraph,) = connection.execute(
            "INSERT INTO paragraph (article, number, start, end, posted) VALUES (?, ?, ?, ?, ?) "
            "RETURNING id",
            (key, each.number, each.start, each.end, each.posted),
        ).fetchone()
        ids.append(paragraph)
    connection.execute("UPDATE article SET first = ? WHERE key = ?", (min(ids, default=None), key))
    words.index(connection, reading.indexed(connection, key))
    vectors.put(connection, encoder, ids, entry.vectors)
    if entry.sentences is not None:
        sentences.put(connection, key, encoder, entry.splitter, entry.sentences)
    marks = [(reading.signed(each), key) for each in sorted(entry.sketch)]
    connection.executemany("INSERT INTO sketch (hash, article) VALUES (?, ?)", marks)


def _posted(connection: sqlite3.Connection, key: int) -> str:
    """The times of an article's paragraphs as a JSON list; an empty one where none has any."""
    times = [each.posted for each in reading.paragraphs(connection, key)]
    return json.dumps(times if any(times) else [])


def _drop_body(connection: sqlite3.Connection, key: int) -> None:
    words.forget(connection, reading.indexed(connection, key))
    connection.execute("DELETE FROM paragraph WHERE article = ?", (key,))
    connection.execute("DELETE FROM sketch WHERE article = ?", (key,))
    sentences.drop(connection, key)


def _update(connection: sqlite3.Connection, key: int, article: Article) -> None:
    connection.execute(
        "UPDATE article SET source = ?, title = ?, published = ?, updated = ?, authors = ?, "
        "language = ?, text = ? WHERE key = ?",
        (
            article.source.id,
            article.title,
            article.published,
            article.updated,
            json.dumps(article.authors),
            article.language,
            article.text,
            key,
        ),
    )


def _keep_source(connection: sqlite3.Connection, source: Source) -> None:
    held = sources.source(connection, source.id)
    merged = source if held is None else _merged(held, source)
    if merged != held:
        _write_source(connection, merged)


def _write_source(connection: sqlite3.Connection, source: Source) -> None:
    connection.execute(
        "INSERT INTO source (id, name, url, spellings, known) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET name = excluded.name, url = excluded.url, "
        "spellings = excluded.spellings, known = excluded.known",
        (source.id, source.name, source.url, json.dumps(source.spellings), source.known),
    )


def _merged(held: Source, new: Source, *, corrects: bool = False) -> Source:
    """What both say. The name held stays, unless it only stood for a source not known by name.

    With `corrects`, the new name stands; either way the other becomes a spelling.
    """
    leading = new if new.known and (corrects or not held.known) else held
    # What is held goes first, so that telling the same again changes nothing.
    names = (each.name for each in (held, new) if each.known)
    spellings = dict.fromkeys((*held.spellings, *new.spellings, *names))
    spellings.pop(leading.name, None)
    return replaced(leading, url=leading.url or held.url or new.url, spellings=tuple(spellings))


def _drop_silent_source(connection: sqlite3.Connection, source: str, *, known: bool = True) -> None:
    """Forget a source without an article; one known by name only where `known` says so."""
    connection.execute(
        "DELETE FROM source WHERE id = ? AND (? OR NOT known) "
        "AND NOT EXISTS (SELECT 1 FROM article WHERE source = source.id)",
        (source, known),
    )
