"""Being a person on the server from another process: POST /control/ask, GET /control/state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from tests.gateway.world import Person

if TYPE_CHECKING:
    from tests.gateway.interactions import Interaction
    from tests.gateway.server import Loopback
    from tests.gateway.world import Payload


def routes(discord: Loopback) -> list[web.RouteDef]:
    """The routes over a server."""

    async def ask(request: web.Request) -> web.Response:
        wanted = await request.json()
        person = Person(locale=wanted.get("locale", "en-US"))
        asked = await discord.people.ask(wanted["question"], person)
        try:
            await asked.until("acknowledged", 5)
            await asked.until_quiet(seconds=60)
        except TimeoutError:
            return web.json_response(told(discord, asked), status=504)
        return web.json_response(told(discord, asked))

    async def state(_: web.Request) -> web.Response:
        gateway = discord.gateway
        return web.json_response(
            {
                "connected": len(gateway.connected),
                "identified": gateway.identified,
                "resumed": sum(each.resumed for each in gateway.sessions.values()),
                "heartbeats": gateway.heartbeats,
                "commands": [each["name"] for each in discord.world.commands],
                "requests": [f"{each.method} {each.path}" for each in discord.requests],
            }
        )

    return [web.post("/control/ask", ask), web.get("/control/state", state)]


def told(discord: Loopback, asked: Interaction) -> Payload:
    """What came of an interaction: seconds to each step, and the messages as they are now."""
    messages = [
        discord.world.messages[each]
        for each in (asked.original, *asked.follow_ups)
        if each in discord.world.messages
    ]
    return {
        "acknowledged": asked.acknowledged,
        "first_words": asked.first_words,
        "last_change": asked.last_change,
        "messages": messages,
        "text": "\n".join(line for each in messages for line in texts(each["components"])),
    }


def texts(components: list[Payload]) -> list[str]:
    """The text of components, nested ones included, in order."""
    found: list[str] = []
    for each in components:
        if "content" in each:
            found.append(each["content"])
        found += texts(each.get("components", []))
    return found
