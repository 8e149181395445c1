"""The nouns of what is held as frozen dataclasses: sources, articles, paragraphs.

Offsets count characters (code points) in `article.text`; times are ISO 8601 strings as precise
as the article was, a date or a date with a time. What is answered is in retrieval/answered.py.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes: an outlet. `known` is false where only a file name stands for it."""

    id: str
    name: str
    url: str | None = None
    spellings: tuple[str, ...] = ()
    known: bool = True


@dataclass(frozen=True, slots=True)
class Copy:
    """Another address of an article already held.

    `source` is the id of the source that has a copy there with sentences of its own, `name` what it
    is called, and `published` when the copy was.
    """

    path: str | None = None
    url: str | None = None
    source: str | None = None
    name: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """The article that another is a copy of, but for so many sentences; `source` is its name."""

    id: str
    title: str
    source: str
    url: str | None
    sentences: int


@dataclass(frozen=True, slots=True)
class Article:
    """One published text of a source. `text` is the cleaned body that every offset counts in.

    `version` counts from 1: an article whose text was replaced is another version.
    """

    id: str
    source: Source
    title: str
    text: str
    url: str | None = None
    path: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    copies: tuple[Copy, ...] = ()
    version: int = 1
    copy_of: Original | None = None

    def reference(self) -> ArticleRef:
        """What an answer says of the article: everything but its text and source."""
        return ArticleRef(
            id=self.id,
            title=self.title,
            url=self.url,
            path=self.path,
            published=self.published,
            updated=self.updated,
            authors=self.authors,
            language=self.language,
            copies=self.copies,
            version=self.version,
            copy_of=self.copy_of,
        )


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """An article as a passage cites it."""

    id: str
    title: str
    url: str | None = None
    path: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    copies: tuple[Copy, ...] = ()
    version: int = 1
    copy_of: Original | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A unit of an article: `number` counts from 1, `article.text[start:end]` are its words.

    `posted` is when its post was published, where the article is a story told live.
    """

    number: int
    start: int
    end: int
    posted: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as read, not yet in the library; `raw` is the input as it came, unchanged."""

    article: Article
    paragraphs: tuple[Paragraph, ...]
    raw: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Filter:
    """Which articles may answer. Days are ISO dates, both inclusive, compared to `published`.

    `at` is a day too: what had been published by its end, in the version of then.
    """

    sources: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    article: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """A Filter with ids for its names: of sources, and an article's key. None is no condition."""

    sources: tuple[str, ...] | None
    since: str | None
    until: str | None
    at: str | None
    article: int | None
