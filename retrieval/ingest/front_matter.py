"""YAML front matter: what a text says of itself between two lines of three hyphens at its top."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from retrieval.errors import ArticleError
from retrieval.ingest.details import Details
from retrieval.ingest.moments import iso_moment
from retrieval.ingest.sidecar import slug
from retrieval.model import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

_BLOCK = re.compile(r"\A---[^\S\n]*\n(.*?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.DOTALL)
# YAML is parsed at about 100 kB a second; a head that says who and when is far below this.
_LONGEST = 20_000


def split_front_matter(text: str, *, what: str) -> tuple[Details, str]:
    """The details of a text's front matter, and the text after it.

    A block that is not a mapping is a rule in the text and stays. Raises ArticleError for YAML
    that cannot be read and for values of the wrong kind; unknown keys are left to their owners.
    """
    found = _BLOCK.match(text)
    if found is None or len(found[1]) > _LONGEST:
        return Details(), text
    import yaml  # noqa: PLC0415 few files have front matter

    try:
        data = yaml.safe_load(found[1])
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        if not re.search(r"^\w+:(\s|$)", found[1], re.MULTILINE):
            return Details(), text
        raise ArticleError(f"{what}: the front matter is not valid YAML.") from error
    if not isinstance(data, dict):
        return Details(), text
    keys = {str(key).casefold(): value for key, value in data.items()}
    details = Details(
        source=_source(keys, what),
        title=_text(keys, "title", what),
        authors=_texts(keys, "authors", what) or _texts(keys, "author", what),
        published=_moment(keys, "published", what) or _moment(keys, "date", what),
        updated=_moment(keys, "updated", what),
        url=_text(keys, "url", what),
        language=_text(keys, "language", what),
    )
    return details, text[found.end() :]


def _source(keys: Mapping[str, object], what: str) -> Source | None:
    name = _text(keys, "source", what)
    return Source(id=slug(name), name=name) if name else None


def _text(keys: Mapping[str, object], key: str, what: str) -> str | None:
    value = keys.get(key)
    if value is None:
        return None
    if isinstance(value, (str, int, float)) and str(value).strip():
        return " ".join(str(value).split())
    raise ArticleError(f"{what}: {key} in the front matter must be a text.")


def _texts(keys: Mapping[str, object], key: str, what: str) -> tuple[str, ...]:
    value = keys.get(key)
    if value is None:
        return ()
    many: list[object] = value if isinstance(value, list) else [value]
    texts = tuple(one.strip() for one in many if isinstance(one, str) and one.strip())
    if len(texts) < len(many):
        raise ArticleError(f"{what}: {key} in the front matter must be a text or a list of texts.")
    return texts


def _moment(keys: Mapping[str, object], key: str, what: str) -> str | None:
    value = keys.get(key)
    if value is None:
        return None
    moment = iso_moment(value)
    if moment is None or not isinstance(value, (str, date)):
        raise ArticleError(f"{what}: {key} in the front matter must be a date such as 2024-11-07.")
    return moment
