"""What a file holds that is no text of an article, told by how it begins."""

from __future__ import annotations

import json
import re

from retrieval.errors import ArticleError

PDF = b"%PDF-"
_BEGINNINGS = (
    (
        b"PK\x03\x04",
        "a zip file or an office document is not read: unpack it, or save its text as .txt",
    ),
    (rb"{\rtf", "rich text is not read: save it as .txt or .html"),
)
_FEED = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


def refuse_foreign(raw: bytes, *, what: str) -> None:
    """Raise ArticleError, one line with what to do, for a file that is another kind of thing."""
    for beginning, said in _BEGINNINGS:
        if raw.startswith(beginning):
            raise ArticleError(f"{what}: {said}.")


def refuse_data(text: str, *, what: str) -> None:
    """The same for a text that programs write for programs: JSON, a line or a whole; a feed."""
    if _FEED.match(text):
        raise ArticleError(
            f"{what}: a feed is not an article: `whosays follow` takes its address on the web."
        )
    if text.lstrip("\ufeff \n\t\r")[:1] not in ("{", "["):
        return
    for part in (text, text.strip().partition("\n")[0]):
        try:
            found = json.loads(part)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, (dict, list)):
            raise ArticleError(f"{what}: JSON is not read: give each article a file of its own.")
