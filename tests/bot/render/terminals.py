"""Answers as a terminal shows them, for tests."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from rich.console import Console

from bot.render.page import Page
from bot.render.short import print_short
from bot.render.terminal import EVERYTHING, print_answer

if TYPE_CHECKING:
    from datetime import datetime

    from retrieval.answered import Answer
    from retrieval.model import Filter

ANSI = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b\x07]*\x1b\\")


def shown(
    answer: Answer,
    *,
    width: int = 80,
    colours: bool = False,
    full: bool = False,
    where: Filter = EVERYTHING,
    now: datetime | None = None,
) -> str:
    console = _console(width, colours=colours)
    print_answer(answer, Page(console), full=full, where=where, now=now)
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def short(answer: Answer, *, width: int = 80, colours: bool = False) -> str:
    console = _console(width, colours=colours)
    print_short(answer, Page(console))
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def _console(width: int, *, colours: bool) -> Console:
    return Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colours,
        color_system="truecolor" if colours else None,
        highlight=False,
    )


def joined(text: str) -> str:
    """The words of a rendering without line breaks, gutters and the span's marks."""
    return " ".join(re.sub(r"^ *│ ?", "", text, flags=re.MULTILINE).split()).translate(
        {ord("⟦"): None, ord("⟧"): None}
    )
