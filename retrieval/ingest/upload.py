"""A text that somebody sends, such as through Discord, as a draft."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from retrieval.errors import ArticleError
from retrieval.ingest.read import article_id, draft
from retrieval.ingest.sidecar import slug
from retrieval.model import Source

if TYPE_CHECKING:
    from retrieval.ingest.read import PdfReader
    from retrieval.model import Draft

_LONGEST_NAME = 100
_LONGEST_ENDING = 10


def read_upload(
    name: str,
    raw: bytes,
    *,
    max_bytes: int,
    source: Source | None = None,
    pdf: PdfReader | None = None,
) -> Draft:
    """The text as a draft of `source`; without one, of a source that is not known.

    `name` is what the sender calls it, never a path of this machine: its ending tells the kind.
    Then what the text says of its publisher is kept as a name and no more, under an id of its own,
    and its address is not believed. Raises ArticleError, one line, where it is not an article.
    """
    name = _name(name)
    if len(raw) > max_bytes:
        raise ArticleError(f"{name}: larger than {max_bytes:,} bytes, the most that is read.")
    read = draft(raw, PurePosixPath(name), what=name, pdf=pdf)
    digest = hashlib.sha256(raw).hexdigest()[:12]
    stated = read.article
    if source is None:
        # A file's name says nothing of who sent it: two of one name are two sources.
        known_as = slug(stated.source.name) if stated.source.known else digest
        source = Source(id=f"unverified-{known_as}", name=stated.source.name, known=False)
        stated = replace(stated, url=None)
    article = replace(
        stated,
        id=article_id(source, stated.text),
        source=source,
        path=f"uploads/{digest}/{name}",
    )
    return replace(read, article=article)


def _name(given: str) -> str:
    last = PurePosixPath(re.split(r"[\\/]", given)[-1].strip(". ") or "text")
    ending = last.suffix[:_LONGEST_ENDING]
    return last.stem[: _LONGEST_NAME - len(ending)] + ending
