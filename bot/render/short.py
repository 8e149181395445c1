"""An Answer on a terminal, a line a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from bot.render import cited, voice, words
from bot.render.excerpt import excerpt
from bot.render.safe import mark_line
from bot.render.terminal import COLOURS, EVERYTHING
from bot.render.tongues import in_language

if TYPE_CHECKING:
    from bot.render.page import Page
    from retrieval.answered import Answer, Passage, Position
    from retrieval.model import Filter

# Less of a quotation than this says nothing; then the line is longer than the terminal is wide.
_LEAST = 24


def print_short(answer: Answer, page: Page, *, where: Filter = EVERYTHING) -> None:
    """Print who says what in a line each; on a terminal cut to its width, and shown as cut."""
    page.line(mark_line(answer.question), style="bold")
    if answer.at is not None:
        page.line(words.as_of(answer) or "")
    if not answer.covered:
        page.line(words.uncovered(answer, where)[0])
        return
    page.line(words.summary(answer))
    for position in answer.positions:
        for passage in position.passages:
            page.whole(_line(answer, position, passage, page))


def _line(answer: Answer, position: Position, passage: Passage, page: Page) -> Text:
    speaker = voice.said_by(passage, answer.origins)
    who = [*filter(None, (cited.publisher(passage.source), in_language(passage, answer), speaker))]
    head = Text(mark_line(words.heading(position)), style=f"bold {COLOURS[words.hue(position)]}")
    head.append(f" · {mark_line(' · '.join(who))}: ", style="not bold default")
    _, quoted, _ = excerpt(passage).marked(lambda pieces: list(map(mark_line, pieces)), words.CUT)
    head.append(_fitting(quoted, page.columns, cell_len(head.plain)))
    return head


def _fitting(quoted: str, columns: int | None, taken: int) -> str:
    if columns is None or taken + cell_len(quoted) <= columns:
        return quoted
    room = max(columns - taken - cell_len(words.CUT) - 1, _LEAST)
    return f"{set_cell_size(quoted, room).rstrip()} {words.CUT}"
