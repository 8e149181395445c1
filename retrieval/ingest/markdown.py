"""Markdown to paragraphs: the words as a reader sees them, without the marks that style them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.ingest.details import Details
from retrieval.ingest.plain import Extracted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token


def read_markdown(text: str) -> Extracted:
    """The paragraphs and headings of a Markdown text (CommonMark); its first heading is the title.

    Code, images and raw HTML are left out; list items and quotations are paragraphs.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415 costs start-up time that most files save

    title: str | None = None
    paragraphs: list[str] = []
    opened = ""
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "inline":
            words = _words(token.children or ()).strip()
            if opened == "heading_open" and title is None and not paragraphs:
                title = words or None
            elif words:
                paragraphs.append(words)
        elif token.nesting == 1:
            opened = token.type
    return Extracted(tuple(paragraphs), Details(title=title))


def _words(children: Sequence[Token]) -> str:
    parts: list[str] = []
    for child in children:
        if child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            parts.append("\n")
    return "".join(parts)
