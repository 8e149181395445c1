"""The entry of the `whosays` command."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from types import FrameType


def main() -> None:
    """Run the command line of this process and exit with its code."""
    heed_termination()
    try:
        # Inside, so that an interrupt while importing is as quiet as any other.
        from bot.cli.run import run  # noqa: PLC0415

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def heed_termination() -> None:
    """Let SIGTERM end the first process of a container, which ignores what it does not handle."""
    if os.getpid() == 1:
        signal.signal(signal.SIGTERM, _terminated)


def _terminated(number: int, _: FrameType | None) -> NoReturn:
    sys.exit(128 + number)


if __name__ == "__main__":
    main()
