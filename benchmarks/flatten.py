"""Saved pages flattened to the plain text that copying or dumping a page gives, in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_SILENT = frozenset("script style noscript template head svg iframe select option".split())
_BLOCKS = frozenset(
    "address article aside blockquote body br button canvas dd div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td "
    "tfoot th thead tr ul video label input".split()
)


def by_blocks(raw: bytes) -> str:
    """A line for each block element, as a browser shows them."""
    lines = (" ".join(line.split()) for line in "".join(_walk(_body(raw))).split("\f"))
    return "\n".join(line for line in lines if line)


def by_text_nodes(raw: bytes) -> str:
    """A line for each piece of text between tags: links and bold words break their sentence."""
    nodes = _body(raw).xpath(
        ".//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]"
    )
    return "\n".join(" ".join(node.split()) for node in nodes if node.strip())


def _body(raw: bytes) -> HtmlElement:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    parser = html.HTMLParser(encoding="utf-8")
    root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    body = root.find("body")
    return root if body is None else body


def _walk(element: HtmlElement) -> Iterator[str]:
    """Text in document order, a form feed at each edge of a block."""
    if not isinstance(element.tag, str) or element.tag in _SILENT:
        return
    edge = "\f" if element.tag in _BLOCKS else ""
    yield edge + (element.text or "")
    for child in element:
        yield from _walk(child)
        yield child.tail or ""
    yield edge
