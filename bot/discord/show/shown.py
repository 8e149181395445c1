"""How an answer is to be shown, and the numbers its passages go by."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from retrieval.answered import Answer, Passage, Position

By = Literal["position", "source", "time"]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the buttons need and what the asker chose.

    `token` is the answer's public name, `filter_line` a plain line on what was left out; `watch`
    offers to watch the question; what is dated after `now` is in the future.
    """

    token: str
    feedback: bool
    private: bool
    filter_line: str | None = None
    watch: bool = False
    now: datetime = field(default_factory=partial(datetime.now, UTC))


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage with its number, counted from 0, and the position it stands in."""

    number: int
    position: Position
    passage: Passage


def placed(answer: Answer) -> tuple[Placed, ...]:
    """Every passage of the answer in order."""
    both = [(position, each) for position in answer.positions for each in position.passages]
    return tuple(Placed(n, position, passage) for n, (position, passage) in enumerate(both))


def passages(answer: Answer) -> tuple[Passage, ...]:
    """Every passage of the answer; its place here is its number in buttons."""
    return tuple(each.passage for each in placed(answer))
