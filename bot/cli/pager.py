"""A pager for what is longer than the terminal is high, as git and man have one."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.cli.output import page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.render.page import Page

# Colours and links pass, and what is shown stays on the screen. Whoever has options of their own
# keeps them: only without the first would there be codes between the words.
_LESS = "-RX"
_COLOURS = "-R"


@contextmanager
def paged() -> Iterator[Page]:
    """Standard output as a page, shown in `$PAGER` (else less) where the screen is too low for it.

    An empty `$PAGER`, or `cat`, is none.
    """
    command = _command() if sys.stdout.isatty() and sys.stdin.isatty() else []
    out = page()
    if not command:
        yield out
        return
    with out.held() as held:
        yield out
    if held.text.count("\n") < out.rows or not _shown(command, held.text):
        sys.stdout.write(held.text)


def _command() -> list[str]:
    try:
        words = shlex.split(os.environ.get("PAGER", "less"))
    except ValueError:
        return []
    known = bool(words) and words[0] != "cat" and shutil.which(words[0]) is not None
    return words if known else []


def _shown(command: list[str], text: str) -> bool:
    """Whether the pager was there to show it; interrupts are the pager's until it ends."""
    own = os.environ.get("LESS")
    given = {**os.environ, "LESS": _LESS if own is None else f"{_COLOURS} {own}"}
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=given)  # noqa: S603
    except OSError:
        return False
    encoding = sys.stdout.encoding or "utf-8"
    data: bytes | None = text.encode(encoding, "backslashreplace")
    while True:
        try:
            pager.communicate(data)
        except KeyboardInterrupt:
            data = None
            continue
        except (BrokenPipeError, ValueError):
            pager.wait()
        return True
