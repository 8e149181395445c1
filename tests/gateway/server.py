"""The server as one object: start it, be a person on it, look at what the bot did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from aiohttp import web

from tests.gateway.faults import Faults
from tests.gateway.interactions import Deadlines, Interactions
from tests.gateway.people import People
from tests.gateway.rest import PREFIX, Rest
from tests.gateway.sessions import Gateway
from tests.gateway.world import World

if TYPE_CHECKING:
    from pathlib import Path

    from tests.gateway.rest import Request

HOOK = """\
# Points discord.py at a server on loopback. Python imports this by itself from PYTHONPATH.
import yarl
from discord import gateway, http

http.Route.BASE = {base!r}
gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL({gateway!r})
"""


class Loopback:
    """A Discord of one application. `async with Loopback() as discord: ...` serves it."""

    def __init__(
        self,
        world: World | None = None,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        heartbeat_seconds: float = 41.25,
    ) -> None:
        self.world = world or World()
        self.deadlines = Deadlines()
        self.faults = Faults()
        self.gateway = Gateway(self.world, heartbeat_seconds=heartbeat_seconds)
        self.interactions = Interactions(self.world, self.deadlines)
        self.rest = Rest(self.world, self.gateway, self.interactions, self.faults)
        self.people = People(self.world, self.gateway, self.interactions)
        self._host, self._port = host, port
        self._runner: web.AppRunner | None = None
        self.address = ""

    @property
    def base(self) -> str:
        """What discord.http.Route.BASE has to be."""
        return f"http://{self.address}{PREFIX}"

    @property
    def requests(self) -> list[Request]:
        """Every request, in order."""
        return self.rest.requests

    def application(self) -> web.Application:
        """The routes of gateway and REST."""
        application = web.Application(
            middlewares=[self.rest.middleware], client_max_size=30 * 1024 * 1024
        )
        application.add_routes([web.get("/", self.gateway.serve), *self.rest.routes()])
        return application

    async def start(self, *extra: web.RouteDef) -> None:
        """Listen; at a free port where the port is 0."""
        application = self.application()
        application.add_routes(extra)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self._port)
        await site.start()
        port = self._runner.addresses[0][1]
        self.address = f"{self._host}:{port}"
        self.gateway.url = f"ws://{self.address}/"

    async def stop(self) -> None:
        """Stop listening and cut what is connected."""
        self.gateway.cut()
        if self._runner is not None:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    def hook(self, folder: Path) -> Path:
        """Write the sitecustomize.py that points a Python started with it at this server."""
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "sitecustomize.py"
        file.write_text(HOOK.format(base=self.base, gateway=self.gateway.url), encoding="utf-8")
        return file
