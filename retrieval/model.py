"""The nouns of whosays as frozen dataclasses, with the JSON form of an answer.

Field names are the keys of the JSON, which other programs read: add, never rename.
Offsets count characters (code points) in `article.text`; times are ISO 8601 strings as precise
as the article was, a date or a date with a time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from pydantic import TypeAdapter

SCHEMA: Literal[1] = 1


class Stance(StrEnum):
    """What a passage says towards a polar question."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    NEUTRAL = "neutral"


class Kind(StrEnum):
    """Polar: yes or no, a plain statement included. Open: who, what, when, why, how many."""

    POLAR = "polar"
    OPEN = "open"


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
class Span:
    """The piece of a passage that carries its point; offsets in `article.text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Scores:
    """How the passage was found (fused retrieval score) and judged (probability of its stance)."""

    retrieval: float = 0.0
    stance: float = 0.0


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph chosen as evidence; `text == article.text[start:end]`, always.

    `posted` is the time of its post, where the article is a story told live.
    `appeared` is when the publisher put these words in, where the article came without them first.
    `language` (ISO 639-1) is that of the passage, which an article in two has of its own.
    """

    source: Source
    article: ArticleRef
    paragraph: int
    start: int
    end: int
    text: str
    span: Span
    speaker: str | None = None
    origin: str | None = None
    scores: Scores = field(default_factory=Scores)
    posted: str | None = None
    appeared: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """Passages that say the same. `stance` is None for an open question."""

    stance: Stance | None
    label: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """An outlet or person that several passages trace back to; `sources` are source ids."""

    id: str
    names: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SilentSource:
    """A source that was searched and says nothing on the question.

    `on_event` is true where it has an article about the event that is asked about.
    """

    id: str
    name: str
    on_event: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """The title and address of an article near to, or on the event of, an uncovered question."""

    title: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """A word of the question that no article has, and the nearest one that some have."""

    word: str
    nearest: str


@dataclass(frozen=True, slots=True)
class Searched:
    """How much was searched, after filters; `unread` articles are in languages not read well.

    `later` articles were out by the day asked about and are held only as they were changed later.
    """

    sources: int = 0
    articles: int = 0
    paragraphs: int = 0
    unread: int = 0
    later: int = 0


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds by stage."""

    search_ms: float = 0.0
    stance_ms: float = 0.0
    total_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with its positions, the silent sources and how it was searched.

    `at` is the day that it was answered as of; None for now. `language` is the question's, ISO
    639-1; None in answers kept from before there was more than one.
    """

    question: str
    kind: Kind
    covered: bool
    conflict: bool
    positions: tuple[Position, ...] = ()
    origins: tuple[Origin, ...] = ()
    silent: tuple[SilentSource, ...] = ()
    nearest: tuple[Heading, ...] = ()
    hints: tuple[Hint, ...] = ()
    searched: Searched = field(default_factory=Searched)
    took: Took = field(default_factory=Took)
    at: str | None = None
    language: str | None = None
    schema: Literal[1] = SCHEMA

    def to_json(self) -> dict[str, Any]:
        """The answer as plain JSON data, `schema` first."""
        data: dict[str, Any] = _adapter().dump_python(self, mode="json")
        return {"schema": data.pop("schema"), **data}

    @classmethod
    def from_json(cls, data: object) -> Answer:
        """Read `to_json` back; raises pydantic.ValidationError on anything else."""
        return _adapter().validate_python(data)


@cache
def _adapter() -> TypeAdapter[Answer]:
    # Here rather than above: building the schema costs start-up time that most commands save.
    from pydantic import TypeAdapter  # noqa: PLC0415

    return TypeAdapter(Answer)
