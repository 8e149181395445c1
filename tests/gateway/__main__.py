"""Run the server by itself: `python -m tests.gateway --port N --hook DIR`."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

from tests.gateway.control import routes
from tests.gateway.server import Loopback
from tests.gateway.world import TOKEN, World


async def serve(host: str, port: int, token: str, hook: Path | None) -> None:
    """Serve until interrupted."""
    discord = Loopback(World(token=token), host=host, port=port)
    await discord.start(*routes(discord))
    if hook is not None:
        discord.hook(hook)
    sys.stdout.write(f"{discord.base}\n")
    sys.stdout.flush()
    try:
        await asyncio.Event().wait()
    finally:
        await discord.stop()


def main() -> None:
    """Read the arguments and serve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--token", default=TOKEN, help="the token that the bot has to have")
    parser.add_argument(
        "--hook", type=Path, help="folder to write the sitecustomize.py to that points a bot here"
    )
    given = parser.parse_args()
    try:
        asyncio.run(serve(given.host, given.port, given.token, given.hook))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
