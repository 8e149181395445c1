"""What an account of an open question says, where its label does not tell: words of a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.render import words
from bot.render.picture import letters
from bot.render.safe import mark_line

if TYPE_CHECKING:
    from bot.render.labels import Say
    from retrieval.answered import Position

_LINES: Final = 2


def words_of(position: Position) -> str:
    """The words that an account is shown for first; empty where its label tells what it says."""
    if position.stance is not None or words.heading(position) != position.label:
        return ""
    return next((" ".join(each.span.text.split()) for each in position.passages), "")


def account_lines(
    position: Position, say: Say, size: float, room: float, *, packaged: bool
) -> list[str]:
    """The same in quotation marks, cut to two lines; none in letters that the font lacks."""
    said = mark_line(words_of(position))
    if not said or (packaged and not letters.shows(said)):
        return []
    # Where the words are cut the closing mark stays, and so has its room.
    opens, _, closes = say("answer-quoted", text="\n").partition("\n")
    lines = letters.wrapped(said, size, room - letters.width(opens + closes, size), _LINES)
    return (opens + "\n".join(lines) + closes).split("\n")
