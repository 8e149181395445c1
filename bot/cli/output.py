"""What goes to standard output, and the one line that an error puts on standard error."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from bot.render.safe import mark_line

if TYPE_CHECKING:
    from bot.render.page import Page


def page() -> Page:
    """Standard output as a page, in colours where it is a terminal that wants them."""
    # Slow to import, and not every command prints a page.
    from rich.console import Console  # noqa: PLC0415

    from bot.render.page import Page  # noqa: PLC0415

    return Page(Console(highlight=False, markup=False, emoji=False))


def write(text: str) -> None:
    """Text that is safe already, as it is, with a line feed after it."""
    sys.stdout.write(text.rstrip("\n") + "\n")


def remark(text: str) -> None:
    """A line for whoever watches a terminal; nothing where standard error goes elsewhere."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{mark_line(text)}\n")


def complain(message: str) -> None:
    """One line on standard error."""
    # Nobody is left to tell where standard error is closed.
    with suppress(OSError, ValueError):
        sys.stderr.write(f"whosays: {mark_line(' '.join(message.split()))}\n")
