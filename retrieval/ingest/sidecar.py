"""`sources.toml`: what is known of the texts in a folder and of who published them."""

from __future__ import annotations

import difflib
import re
import tomllib
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from retrieval.errors import ArticleError
from retrieval.ingest.details import Details
from retrieval.ingest.moments import is_no_moment, written_moment
from retrieval.model import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FILE_NAME = "sources.toml"

_SOURCE_KEYS = ("name", "url", "spellings", "known")
_ARTICLE_KEYS = ("source", "title", "authors", "published", "updated", "url", "language")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The sources a folder declares, and details of its articles by path below the folder."""

    folder: Path
    sources: Mapping[str, Source] = field(default_factory=dict)
    articles: Mapping[str, Details] = field(default_factory=dict)

    def details(self, path: Path) -> Details:
        """What the sidecar says of a file in its folder; empty where it says nothing."""
        try:
            below = path.resolve().relative_to(self.folder.resolve())
        except ValueError:
            return Details()
        return self.articles.get(below.as_posix(), Details())

    def source(self, name: str) -> Source | None:
        """The declared source with that id, name, spelling or host, in any case; else None."""
        wanted = name.casefold()
        for source in self.sources.values():
            names = (source.id, source.name, *source.spellings, _host(source.url))
            if any(wanted == known.casefold() for known in names):
                return source
        return None


def load_sidecar(path: Path) -> Sidecar:
    """Read a sources.toml. Raises ArticleError for anything that is not one, naming the key."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ArticleError(f"{path}: cannot be read ({error.strerror}).") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise ArticleError(f"{path}: not valid TOML: {error}".splitlines()[0]) from error
    _only(data, ("sources", "articles"), str(path))
    sources = {
        name: _source(name, table, f"{path}: [sources.{name}]")
        for name, table in _tables(data, "sources", path)
    }
    articles = {
        PurePosixPath(name).as_posix(): _article(table, sources, f'{path}: [articles."{name}"]')
        for name, table in _tables(data, "articles", path)
    }
    return Sidecar(folder=path.parent, sources=sources, articles=articles)


def _host(address: str | None) -> str:
    """The host of a home page without `www.`; nothing where there is none."""
    with suppress(ValueError):
        return (urlsplit(address or "").hostname or "").removeprefix("www.")
    return ""


def slug(name: str) -> str:
    """A name as an id: lower case, words joined by hyphens, other marks dropped, never empty."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "-".join(re.findall(r"\w+", plain)) or "source"


def _tables(
    data: Mapping[str, object], section: str, path: Path
) -> Iterable[tuple[str, Mapping[str, object]]]:
    tables = data.get(section, {})
    if not isinstance(tables, dict):
        raise ArticleError(f"{path}: [{section}] must be a table of tables.")
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise ArticleError(f"{path}: [{section}.{name}] must be a table.")
        yield name, table


def _source(name: str, table: Mapping[str, object], where: str) -> Source:
    _only(table, _SOURCE_KEYS, where)
    known = table.get("known", True)
    if not isinstance(known, bool):
        raise ArticleError(f"{where} known must be true or false.")
    return Source(
        id=name,
        name=_text(table, "name", where) or name,
        url=_text(table, "url", where),
        spellings=_texts(table, "spellings", where),
        known=known,
    )


def _article(table: Mapping[str, object], sources: Mapping[str, Source], where: str) -> Details:
    _only(table, _ARTICLE_KEYS, where)
    source = _text(table, "source", where)
    if source is not None and source not in sources:
        raise ArticleError(
            f"{where} source {source!r} is not among its [sources]{_nearest(source, sources)}."
        )
    return Details(
        source=sources[source] if source is not None else None,
        title=_text(table, "title", where),
        authors=_texts(table, "authors", where),
        published=_moment(table, "published", where),
        updated=_moment(table, "updated", where),
        url=_text(table, "url", where),
        language=_text(table, "language", where),
    )


def _text(table: Mapping[str, object], key: str, where: str) -> str | None:
    value = table.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        raise ArticleError(f"{where} {key} must be a text that is not empty.")
    return value.strip()


def _texts(table: Mapping[str, object], key: str, where: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(
        isinstance(one, str) and one.strip() for one in value
    ):
        raise ArticleError(f"{where} {key} must be a list of texts.")
    return tuple(one.strip() for one in value)


def _moment(table: Mapping[str, object], key: str, where: str) -> str | None:
    if key not in table:
        return None
    moment = written_moment(table[key])
    if moment is None:
        raise ArticleError(f"{where} {key} must be a date such as 2024-11-07.")
    return None if is_no_moment(moment) else moment


def _only(table: Mapping[str, object], known: Iterable[str], where: str) -> None:
    for key in table:
        if key not in known:
            raise ArticleError(f"{where}: unknown key {key!r}{_nearest(key, known)}.")


def _nearest(key: str, known: Iterable[str]) -> str:
    names = list(known)
    near = difflib.get_close_matches(key, names, n=1, cutoff=0.0)
    return f"; the nearest is {near[0]!r}" if near else ""
