"""Watches, what was told of them and what is to be posted, as frozen dataclasses."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

# pydantic reads the annotations of `Told` when it writes and reads them.
from retrieval.answered import Origin, Position  # noqa: TC001

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import TypeAdapter

    from retrieval.answered import Passage
    from retrieval.model import Filter

Door = Literal["discord", "terminal", "memory"]
Cadence = Literal["once", "daily", "weekly"]
NewsKind = Literal["new", "gone"]

_WORD = re.compile(r"\w+")
_HASH_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Watch:
    """A question that is asked again when coverage changes, for a channel or a person.

    `asker` is whose it is, `channel` where it is told (none: in direct messages). `cadence` is at
    once, daily or weekly. `marked` is above 0 while it is to be asked again. `due`, `marked_at` and
    `asked` are seconds since 1970; `ended` is why it ended, until its owner has been told.
    """

    id: str
    door: Door
    question: str
    canonical: str
    where: Filter
    cadence: Cadence
    at: str
    asker: str | None = None
    server: str | None = None
    channel: str | None = None
    language: str = "en"
    paused: bool = False
    ended: str | None = None
    due: float | None = None
    marked: int = 0
    marked_at: float | None = None
    asked: float = 0.0
    generation: int = 0
    covered: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A passage that whoever watches knows: `said` is its position with that passage alone.

    `position` is the stance, or a name for an account that stays while its wording does not;
    `shown` is whether an answer at its usual length shows it.
    """

    position: str
    said: Position
    origin: Origin | None = None
    shown: bool = True
    gone: bool = False

    @property
    def passage(self) -> Passage:
        """The passage."""
        return self.said.passages[0]

    @property
    def words(self) -> str:
        """What stands for the words of its span."""
        return words_of(self.passage.span.text)


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news: a passage that is new, or one that is gone, and when that was noticed.

    `first` is whether the question had no answer before.
    """

    kind: NewsKind
    told: Told
    noticed: str
    first: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """News of one watch that are told together; `id` is random, `at` in seconds since 1970."""

    id: str
    watch: Watch
    at: float
    items: tuple[Item, ...]
    message: str | None = None


def words_of(text: str) -> str:
    """A text's words, letter case and marks aside, as a short hash."""
    folded = " ".join(_WORD.findall(text.casefold()))
    return sha256(folded.encode(errors="surrogatepass")).hexdigest()[:_HASH_LENGTH]


def holds(text: str, span: str) -> bool:
    """Whether a text has the words of a span, in order, letter case and marks aside."""
    folded = " ".join(_WORD.findall(text.casefold()))
    wanted = " ".join(_WORD.findall(span.casefold()))
    return not wanted or f" {wanted} " in f" {folded} "


def gathered(items: Iterable[Told]) -> tuple[Position, ...]:
    """Passages under their positions, yes, no and open first, in the order they come in."""
    found: dict[str, Position] = {}
    for each in items:
        held = found.get(each.position)
        passages = (*held.passages, each.passage) if held else (each.passage,)
        found[each.position] = replace(held or each.said, passages=passages)
    order = {stance: n for n, stance in enumerate(("supports", "refutes", "neutral"))}
    return tuple(found[key] for key in sorted(found, key=lambda key: order.get(key, len(order))))


@cache
def told_adapter() -> TypeAdapter[Told]:
    """What reads and writes `Told` as JSON."""
    # Here rather than above: building the schema costs start-up time that most commands save.
    from pydantic import TypeAdapter  # noqa: PLC0415

    return TypeAdapter(Told)
