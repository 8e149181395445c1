"""What was read at a copy's address, kept small: a draft without its input."""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict

from retrieval.model import Article, Draft, Paragraph, Source


def told(draft: Draft) -> bytes:
    """The draft's article and paragraphs, packed."""
    article = asdict(draft.article)
    for key in ("copies", "copy_of", "version"):
        article.pop(key)
    numbers = [(each.number, each.start, each.end, each.posted) for each in draft.paragraphs]
    data = {"article": article, "paragraphs": numbers, "media_type": draft.media_type}
    return zlib.compress(json.dumps(data).encode())


def retold(packed: bytes, raw: bytes) -> Draft:
    """The draft again, with its input."""
    data = json.loads(zlib.decompress(packed))
    article, source = data["article"], data["article"]["source"]
    source["spellings"] = tuple(source["spellings"])
    article["source"] = Source(**source)
    article["authors"] = tuple(article["authors"])
    return Draft(
        article=Article(**article),
        paragraphs=tuple(Paragraph(*each) for each in data["paragraphs"]),
        raw=raw,
        media_type=data["media_type"],
    )
