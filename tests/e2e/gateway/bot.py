"""The bot as a process: unmodified, started as a user starts it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import aiohttp

from tests.conftest import MODELS, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.gateway.server import Loopback

START_SECONDS = 60.0
STOP_SECONDS = 10.0


async def until(holds: Callable[[], bool], seconds: float = 20.0) -> None:
    """Wait until something holds; raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while not holds():  # noqa: ASYNC110 - another process makes it hold
            await asyncio.sleep(0.02)


def free_port() -> int:
    """A port of loopback that nothing listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Bot:
    """A bot over the library in `folder/library`, pointed at the server by a sitecustomize.py."""

    folder: Path
    discord: Loopback
    settings: dict[str, str] = field(default_factory=dict)
    health_port: int = field(default_factory=free_port)
    process: asyncio.subprocess.Process | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What the process gets; `settings` outrank the rest."""
        inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        hook = self.discord.hook(self.folder / "hook").parent
        return {
            **inherited,
            "PYTHONPATH": os.pathsep.join((str(hook), str(ROOT))),
            "XDG_STATE_HOME": str(self.folder / "state"),
            "WHOSAYS_LIBRARY__PATH": str(self.folder / "library"),
            "WHOSAYS_MODELS__CACHE": str(MODELS),
            "WHOSAYS_DISCORD__TOKEN": self.discord.world.token,
            "WHOSAYS_DISCORD__USER_PER_MINUTE": "1000",
            "WHOSAYS_DISCORD__SERVER_PER_MINUTE": "1000",
            "WHOSAYS_HEALTH__PORT": str(self.health_port),
            "WHOSAYS_LOGS__JSON_LINES": "true",
            **self.settings,
        }

    @property
    def log(self) -> str:
        """All that it has written so far."""
        return (self.folder / "bot.log").read_text(encoding="utf-8")

    def events(self) -> list[dict[str, Any]]:
        """The log's lines that are JSON."""
        return [json.loads(line) for line in self.log.splitlines() if line.startswith("{")]

    async def start(self) -> None:
        """Start the process."""
        with (self.folder / "bot.log").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot"),
                cwd=self.folder,
                env=self.environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    async def online(self, after: int = 0) -> None:
        """Wait until it has identified once more than `after` times; raises TimeoutError."""

        def settled() -> bool:
            online = self.discord.gateway.identified > after and self.discord.gateway.connected
            return bool(online) or self.process is None or self.process.returncode is not None

        await until(settled, START_SECONDS)
        assert self.process is not None
        assert self.process.returncode is None, f"the bot ended by itself:\n{self.log}"

    async def ended(self, seconds: float = START_SECONDS) -> int:
        """Wait until the process has ended; gives its exit code. Raises TimeoutError."""
        assert self.process is not None
        async with asyncio.timeout(seconds):
            return await self.process.wait()

    async def stop(self, by: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to stop; gives the exit code. Raises TimeoutError after ten seconds."""
        assert self.process is not None
        self.process.send_signal(by)
        return await self.ended(STOP_SECONDS)

    async def kill(self) -> None:
        """End it if it still runs."""
        if self.process is not None and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()

    async def health(self) -> tuple[int, dict[str, Any]]:
        """Status and report of the health endpoint."""
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{self.health_port}/health") as answer,
        ):
            return answer.status, await answer.json()
