"""Whether the bot is well: GET /health gives 200 or 503, with the reason as JSON.

It tells of the gateway, of a canary question that is asked of the library now and then, of the
library's generation and of a server that holds the index. It names no article, no question and
nobody.
"""

from __future__ import annotations

import asyncio
import math
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from aiohttp import web

from config.errors import SettingsError
from retrieval.errors import QuestionError, WhosaysError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from discord import AutoShardedClient
    from discord.gateway import DiscordWebSocket

CANARY_SECONDS = 60.0
"""How long a canary's word holds."""
PATIENCE_SECONDS = 4.0
"""How long each of the two things that the library is asked may take."""
BEATS_MISSED = 2
FALLBACK = "Is anything known?"
_TITLE = 200
# Enough for every model to have something to do: a whole answer a minute would cost an idle
# machine of two slow cores seconds of both, and take longer than the patience there is.
_SENTENCES = 4


class Canary(Protocol):
    """A library, as far as a canary needs it."""

    @property
    def generation(self) -> int:
        """A number that grows with every change."""

    @property
    def index_fault(self) -> str | None:
        """Why the server that holds the index failed the last time; None where it did not."""

    def titles(self, limit: int) -> list[str]:
        """Titles of at most `limit` articles, newest first."""

    def examine(self, question: str, /, *, sentences: int) -> object:
        """What an answer would be decided from, of so many sentences."""


@dataclass(frozen=True, slots=True)
class Probe:
    """How a library took a canary question; `at` is a monotonic clock's."""

    ok: bool
    took: float
    at: float


def probe(library: Canary) -> Probe:
    """Ask the newest article's title, so that encoder, index and stance model all work.

    Raises what Library.examine raises, QuestionError aside.
    """
    started = time.monotonic()
    titles = library.titles(1)
    try:
        library.examine(titles[0][:_TITLE] if titles else FALLBACK, sentences=_SENTENCES)
    except QuestionError:
        library.examine(FALLBACK, sentences=_SENTENCES)
    now = time.monotonic()
    return Probe(ok=True, took=now - started, at=now)


class Health:
    """The state of one client and its library."""

    def __init__(self, client: AutoShardedClient, library: Canary) -> None:
        self._client = client
        self._library = library
        # Not the desk's: a long queue is no illness, and one that hangs must not stop the others.
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="health")
        self._asking: asyncio.Future[Probe] | None = None
        self._last: Probe | None = None

    def close(self) -> None:
        """Wait for a canary question under way, so that the library can be closed."""
        self._pool.shutdown(cancel_futures=True)

    async def report(self) -> dict[str, Any]:
        """Everything that is told, with `ok` for all of it."""
        canary, library = await self._canary(), await self._generation()
        fault = self._library.index_fault
        parts = {
            "gateway": gateway(self._client),
            "canary": canary,
            "library": library,
            "index": {"ok": fault is None, "fault": fault},
        }
        return {"ok": all(part["ok"] for part in parts.values()), **parts}

    async def _canary(self) -> dict[str, Any]:
        now = time.monotonic()
        if self._last is None or not self._last.ok or now - self._last.at > CANARY_SECONDS:
            self._last = await self._ask()
        if not self._last.ok:
            return {"ok": False, "took_ms": None, "age_s": None}
        age = time.monotonic() - self._last.at
        return {"ok": True, "took_ms": round(self._last.took * 1000), "age_s": round(age, 1)}

    async def _ask(self) -> Probe:
        failed = Probe(ok=False, took=0.0, at=0.0)
        if self._asking is None or self._asking.done():
            self._asking = self._off_the_loop(lambda: probe(self._library))
        try:
            return await asyncio.wait_for(asyncio.shield(self._asking), PATIENCE_SECONDS)
        except (WhosaysError, TimeoutError):
            return failed

    async def _generation(self) -> dict[str, Any]:
        try:
            asked = self._off_the_loop(lambda: self._library.generation)
            return {"ok": True, "generation": await asyncio.wait_for(asked, PATIENCE_SECONDS)}
        except (WhosaysError, TimeoutError):
            return {"ok": False, "generation": None}

    def _off_the_loop(self, work: Callable[[], Any]) -> asyncio.Future[Any]:
        return asyncio.get_running_loop().run_in_executor(self._pool, work)


def gateway(client: AutoShardedClient) -> dict[str, Any]:
    """The connection to Discord: every shard there, and its last heartbeat answered in time."""
    shards = client.shards
    # discord.py has no public way to sessions and heartbeats; its version is pinned.
    sockets = [shard._parent.ws for shard in shards.values()]  # noqa: SLF001
    connected = sum(socket.open and socket.session_id is not None for socket in sockets)
    beats = [_beat(socket) for socket in sockets]
    ages = [age for age, _ in beats]
    ok = connected == client.shard_count and all(
        age <= BEATS_MISSED * interval for age, interval in beats
    )
    latency = client.latency
    return {
        "ok": ok,
        "shards": client.shard_count or 0,
        "connected": connected,
        "latency_ms": round(latency * 1000) if math.isfinite(latency) else None,
        "last_heartbeat_s": round(max(ages), 1) if ages and math.isfinite(max(ages)) else None,
    }


def _beat(socket: DiscordWebSocket) -> tuple[float, float]:
    """Seconds since the last answered heartbeat, and between two."""
    keeper = socket._keep_alive  # noqa: SLF001
    if keeper is None or keeper.interval is None:
        return math.inf, 0.0
    return time.perf_counter() - keeper._last_ack, keeper.interval  # noqa: SLF001


@asynccontextmanager
async def listening(health: Health, host: str, port: int) -> AsyncIterator[tuple[str, int]]:
    """Serve GET /health, at a free port where `port` is 0; gives the address.

    Raises SettingsError where the address cannot be bound.
    """

    async def answer(_: web.Request) -> web.Response:
        report = await health.report()
        return web.json_response(report, status=200 if report["ok"] else 503)

    application = web.Application()
    application.router.add_get("/health", answer)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise SettingsError(
                f"The health endpoint cannot be served at {host}, port {port} "
                f"({error.strerror or error}): choose another address with "
                "WHOSAYS_HEALTH__HOST and WHOSAYS_HEALTH__PORT."
            ) from error
        bound = runner.addresses[0]
        yield bound[0], bound[1]
    finally:
        await runner.cleanup()
        await asyncio.to_thread(health.close)
