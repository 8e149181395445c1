"""An Answer as JSON: one object, its keys those of retrieval.model."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bot.render.timeline import timeline, timeline_json

if TYPE_CHECKING:
    from datetime import datetime

    from retrieval.answered import Answer


def to_json(data: object, *, indent: int | None = 2) -> str:
    """JSON in ASCII: an escape keeps every character, also one a terminal would act on."""
    return json.dumps(data, ensure_ascii=True, indent=indent, allow_nan=False)


def answer_json(answer: Answer, *, indent: int | None = 2, now: datetime | None = None) -> str:
    """The answer as DESIGN.md describes it; `Answer.from_json(json.loads(...))` reads it back.

    With `now`, it has its `timeline` as well.
    """
    data = answer.to_json()
    if now is not None:
        data["timeline"] = timeline_json(timeline(answer, now))
    return to_json(data, indent=indent)
