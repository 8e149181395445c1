"""An article as the search and the passages of one answer hold it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retrieval.model import Article, Paragraph


@dataclass(frozen=True, slots=True)
class Held:
    """An article with its paragraphs, as the passages of one answer need it."""

    article: Article
    paragraphs: tuple[Paragraph, ...]
