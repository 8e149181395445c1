"""Serving from login to the last answer: what is started, what ends it, and how it ends."""

from __future__ import annotations

import asyncio
import logging
import re
import signal
from contextlib import AsyncExitStack, contextmanager
from typing import TYPE_CHECKING, NoReturn

import aiohttp
import discord

from bot.discord.client import Whosays
from bot.discord.health import Health, listening, probe
from bot.discord.syncing import sync_commands
from config.errors import SettingsError
from retrieval.errors import WhosaysError

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator
    from types import FrameType
    from typing import Any

    from bot.metrics import Gateway
    from config.settings import Settings
    from retrieval.library import Library

log = logging.getLogger(__name__)

ANSWERING_SECONDS = 6.0
"""How long questions may still be worked on after a stop was asked for."""
TELLING_SECONDS = 2.0
"""How long it may then take to tell the others that they were not."""
LOGIN_SECONDS = 60.0
# What discord.py names the tasks in which it runs event handlers, commands, buttons and forms.
_HANDLING = ("discord.py: ", "CommandTree-invoker", "discord-ui-")
_GATEWAY_STATES: dict[str, Gateway] = {
    "on_connect": "connected",
    "on_resumed": "connected",
    "on_ready": "connected",
    "on_disconnect": "disconnected",
}
_WRONG_TOKEN = 4004
_TOKEN = re.compile(r"[\w.-]+", re.ASCII)


class TokenRefusedError(WhosaysError):
    """Discord does not take the token; starting again will not help."""


class UnreachableError(WhosaysError):
    """Discord cannot be reached; starting again later may help."""


def token_of(settings: Settings) -> str:
    """The token of the settings; raises SettingsError where there is none that could be one."""
    token = settings.discord.token.get_secret_value().strip() if settings.discord.token else ""
    if not token:
        raise SettingsError(
            "The bot has no token: set WHOSAYS_DISCORD__TOKEN, or put the token into the file "
            "/run/secrets/WHOSAYS_DISCORD__TOKEN."
        )
    if not _TOKEN.fullmatch(token):
        raise SettingsError(
            "WHOSAYS_DISCORD__TOKEN holds characters that no token has: copy the token again, "
            "without spaces or quotation marks."
        )
    return token


async def serve(
    settings: Settings, library: Library, *, on_stop: Callable[[], object] = lambda: None
) -> None:
    """Serve until SIGTERM or SIGINT, and then until what was asked before is answered.

    `on_stop` is called when the signal comes. Raises TokenRefusedError, UnreachableError, and
    SettingsError where the token is missing or an address cannot be bound.
    """
    token = token_of(settings)
    client = Whosays(settings, library)
    async with AsyncExitStack() as stack:
        if settings.metrics.port:
            stack.enter_context(
                client.metrics.listening(settings.metrics.host, settings.metrics.port)
            )
        if settings.health.port:
            await stack.enter_async_context(
                listening(Health(client, library), settings.health.host, settings.health.port)
            )
        stopping = stack.enter_context(_signals(on_stop))
        await stack.enter_async_context(client)
        _watch(client)
        online = asyncio.create_task(_online(client, token))
        stopped = asyncio.create_task(stopping.wait())
        await asyncio.wait({online, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if online.done():
            stopped.cancel()
            await online
        log.info("stopping")
        await _finish(client)
        online.cancel()
        await asyncio.wait({online})
    log.info("stopped")


async def _online(client: Whosays, token: str) -> NoReturn:
    """Be on Discord; ends by an error or by being cancelled."""
    # The first question shall not wait for the models.
    warm = await asyncio.to_thread(probe, client.library)
    log.info("library ready", extra={"ms": round(warm.took * 1000)})
    try:
        async with asyncio.timeout(LOGIN_SECONDS):
            await client.login(token)
        await _sync(client)
        await client.connect()
    except discord.LoginFailure as error:
        raise _refused() from error
    except discord.ConnectionClosed as error:
        if error.code == _WRONG_TOKEN:
            raise _refused() from error
        raise UnreachableError(f"Discord closed the connection for good ({error.code}).") from error
    except (OSError, aiohttp.ClientError, discord.HTTPException, discord.GatewayNotFound) as error:
        raise UnreachableError(
            f"Discord cannot be reached ({_reason(error)}): check the network and try again."
        ) from error
    raise UnreachableError("Discord ended the connection: try again.")


def _refused() -> TokenRefusedError:
    return TokenRefusedError(
        "Discord refuses the token: copy it again from the Bot page of the developer portal."
    )


def _reason(error: BaseException) -> str:
    if isinstance(error, discord.HTTPException):
        return f"it answers {error.status}"
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return getattr(error, "strerror", None) or type(error).__name__


async def _sync(client: Whosays) -> None:
    """Sync the commands; where that fails, those that Discord has go on working."""
    try:
        await sync_commands(client.tree, client.library)
    except (discord.HTTPException, discord.app_commands.AppCommandError) as error:
        client.metrics.error(error)
        log.exception("cannot sync the commands")


def _watch(client: Whosays) -> None:
    """Count what the gateway does, and say when the bot is there."""
    client.metrics.watch(client.library)
    client.metrics.gateway("connecting")

    def telling(state: Gateway) -> Callable[[], Coroutine[Any, Any, None]]:
        async def tell() -> None:
            client.metrics.gateway(state)

        return tell

    for event, state in _GATEWAY_STATES.items():
        client.add_listener(telling(state), event)

    async def ready() -> None:
        log.info("ready", extra={"servers": len(client.guilds), "shards": client.shard_count})

    client.add_listener(ready, "on_ready")


async def _finish(client: Whosays) -> None:
    """Let nothing new in, answer what was asked, tell the rest that they have to ask again."""
    # Not waited for: Discord may take its time to say goodbye, or be gone.
    goodbyes = [asyncio.create_task(each.disconnect()) for each in client.shards.values()]
    if await _under_way(ANSWERING_SECONDS):
        client.desk.close()
        left = await _under_way(TELLING_SECONDS)
        if left:
            log.warning("not everything was answered", extra={"left": left})
    for goodbye in goodbyes:
        goodbye.cancel()


async def _under_way(seconds: float) -> int:
    """Wait for what discord.py has begun to handle; how much of it is left after that time."""
    loop = asyncio.get_running_loop()
    until = loop.time() + seconds
    while tasks := [each for each in asyncio.all_tasks() if each.get_name().startswith(_HANDLING)]:
        if loop.time() >= until:
            return len(tasks)
        await asyncio.wait(tasks, timeout=until - loop.time())
    return 0


@contextmanager
def _signals(on_stop: Callable[[], object]) -> Iterator[asyncio.Event]:
    """An event that is set when the process is asked to stop."""
    stopping, loop = asyncio.Event(), asyncio.get_running_loop()

    def stop(_: int, __: FrameType | None) -> None:
        on_stop()
        loop.call_soon_threadsafe(stopping.set)

    before = {each: signal.signal(each, stop) for each in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stopping
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
