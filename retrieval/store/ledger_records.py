"""What the ledger keeps of those who ask, as frozen dataclasses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from retrieval.answered import Answer, Span, Stance
    from retrieval.model import Filter

FeedbackKind = Literal["unhelpful", "wrong-side", "wrong-source"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer as it was given; `id` is random and may be shown to anybody.

    `server`, `channel`, `asker` and `message` are the ids of the place it was asked in; `at` is
    the time in UTC, ISO 8601.
    """

    id: str
    server: str | None
    channel: str | None
    asker: str
    question: str
    where: Filter
    per_source: int | None
    private: bool
    at: str
    answer: Answer
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Feedback:
    """What somebody said about an answer ("unhelpful") or about a passage shown in it.

    `passage` and what follows it are None for a whole answer. `stance` is the one shown, `right`
    the one it should be: None unless the kind is "wrong-side" and a side was named. `asker` is who
    said it. The ledger sets `id` and `at`.
    """

    kind: FeedbackKind
    question: str
    asker: str
    server: str | None = None
    passage: str | None = None
    span: Span | None = None
    article: str | None = None
    source: str | None = None
    stance: Stance | None = None
    right: Stance | None = None
    comment: str | None = None
    at: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """How much is kept of one person; `oldest` is the time of the first of it."""

    questions: int
    feedback: int
    oldest: str | None
    watches: int = 0
