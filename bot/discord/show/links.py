"""Addresses for link buttons: of the web, well formed, at most 512 characters.

A text fragment (wicg.github.io/scroll-to-text-fragment) leads to the very passage.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit, urlunsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.answered import Passage

LONGEST = 512

# RFC 3986, and % of what is already encoded.
_PATH = "/:@!$&'()*+,;=%-._~"
_QUERY = _PATH + "?"
_HOST = re.compile(
    r"(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]"
)
# Words at the start and at the end of a long span: fewer where letters take many bytes.
_WORDS = ((8, 5), (6, 4), (4, 3), (3, 2), (2, 2))
_WHOLE = 12


def web_address(url: str | None) -> str | None:
    """The address as Discord takes it; None unless it is http(s) at a named host, and fits.

    A user name in it is refused: it makes one site look like another.
    """
    try:
        parts = urlsplit((url or "").strip())
        port = parts.port
        host = (parts.hostname or "").rstrip(".").encode("idna").decode("ascii").lower()
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not _HOST.fullmatch(host):
        return None
    if parts.username is not None or parts.password is not None:
        return None
    address = urlunsplit(
        (
            parts.scheme.lower(),
            host if port is None else f"{host}:{port}",
            quote(parts.path, safe=_PATH, errors="surrogatepass"),
            quote(parts.query, safe=_QUERY, errors="surrogatepass"),
            quote(parts.fragment.split(":~:")[0], safe=_QUERY, errors="surrogatepass"),
        )
    )
    return address if len(address) <= LONGEST else None


def passage_address(passage: Passage) -> str | None:
    """The article's address, leading to the span where that fits; None where it has none."""
    address = web_address(passage.article.url)
    if address is None:
        return None
    start = f"{address}{'' if '#' in address else '#'}:~:text="
    for fragment in _fragments(passage):
        if len(start) + len(fragment) <= LONGEST:
            return start + fragment
    return address


def _fragments(passage: Passage) -> Iterator[str]:
    words = _whole_words(passage)
    if not words:
        return
    if len(words) <= _WHOLE:
        yield _encoded(words)
    for first, last in _WORDS:
        if len(words) > first + last:
            yield f"{_encoded(words[:first])},{_encoded(words[-last:])}"


def _whole_words(passage: Passage) -> list[str]:
    """The words of the span's first line; a browser finds whole words only, within one block."""
    text = passage.text
    start, end = passage.span.start - passage.start, passage.span.end - passage.start
    if not 0 <= start < end <= len(text):
        return []
    words = text[start:end].strip().split("\n")[0].split()
    if words and text[start - 1 : start + 1].isalnum() and start > 0:
        words = words[1:]
    if words and text[end - 1 : end + 1].isalnum() and end < len(text):
        words = words[:-1]
    return words


def _encoded(words: list[str]) -> str:
    """Percent-encoded; `-` too, which has a meaning in text fragments."""
    return quote(" ".join(words), safe="", errors="surrogatepass").replace("-", "%2D")
