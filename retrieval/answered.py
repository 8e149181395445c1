"""An answer as frozen dataclasses: its positions, passages and origins, with their JSON form.

Field names are the keys of the JSON, which other programs read: add, never rename.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

# pydantic reads the annotations when it writes and reads an answer.
from retrieval.model import ArticleRef, Source  # noqa: TC001

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
    """The title and address of an article on the event of an uncovered question, or nearest it."""

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
