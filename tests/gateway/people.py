"""What people do: commands, buttons, forms, messages."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from tests.gateway.interactions import (
    AUTOCOMPLETE,
    COMMAND,
    COMPONENT,
    MODAL_SUBMIT,
    Interaction,
)
from tests.gateway.sessions import DIRECT_MESSAGES, GUILD_MESSAGES
from tests.gateway.world import EVERYTHING, Channel, Payload, Person, now, snowflake

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.gateway.interactions import Interactions
    from tests.gateway.sessions import Gateway
    from tests.gateway.world import World

# Option types by the Python type of the value.
OPTION_TYPES = {str: 3, int: 4, bool: 5, float: 10}
BUTTON, TEXT_MENU = 2, 3
SERVER, BOT_DM = 0, 1


class People:
    """Acts for people.

    A person is in the `server`, in `direct` messages with the bot, or `elsewhere`: in a server
    that the bot is not in, having installed it for themselves.
    """

    def __init__(self, world: World, gateway: Gateway, interactions: Interactions) -> None:
        self._world = world
        self._gateway = gateway
        self._interactions = interactions

    async def ask(self, question: str, person: Person | None = None, **more: Any) -> Interaction:  # noqa: ANN401
        """`/ask question: ...`; `more` holds further options, and `place`."""
        place = more.pop("place", "server")
        return await self.command(
            "ask", person, place=place, options={"question": question, **more}
        )

    async def command(
        self,
        name: str,
        person: Person | None = None,
        *,
        place: str = "server",
        options: dict[str, Any] | None = None,
        resolved: Payload | None = None,
        focused: str | None = None,
    ) -> Interaction:
        """A slash command; with `focused`, the autocompletion of that option while it is typed."""
        given = [
            {"name": option, "type": OPTION_TYPES[type(value)], "value": value}
            | ({"focused": True} if option == focused else {})
            for option, value in (options or {}).items()
        ]
        data: Payload = {"id": self._id_of(name), "name": name, "type": 1, "options": given}
        if resolved:
            data["resolved"] = resolved
        return await self._act(AUTOCOMPLETE if focused else COMMAND, person, place, data)

    async def about(self, name: str, message: Payload, person: Person | None = None) -> Interaction:
        """A message command, on a message."""
        data = {
            "id": self._id_of(name),
            "name": name,
            "type": 3,
            "target_id": message["id"],
            "resolved": {"messages": {message["id"]: message}},
        }
        return await self._act(COMMAND, person, "server", data)

    async def press(
        self,
        custom_id: str,
        on: Interaction,
        person: Person | None = None,
        values: Sequence[str] | None = None,
    ) -> Interaction:
        """A button on the answer to an earlier interaction; with `values`, a menu."""
        held = self._world.messages[on.original or 0]
        data: Payload = {
            "custom_id": custom_id,
            "component_type": BUTTON if values is None else TEXT_MENU,
        }
        if values is not None:
            data["values"] = list(values)
        more = {"message": held}
        return await self._act(COMPONENT, person or on.person, "server", data, more, on=held)

    async def submit(self, form: Interaction, values: dict[str, str]) -> Interaction:
        """Send in the form that an interaction opened, with texts or choices by custom_id."""
        if form.modal is None:
            raise LookupError("no form was opened")
        rows = [_filled(row, values) for row in form.modal["components"]]
        data = {"custom_id": form.modal["custom_id"], "components": rows}
        return await self._act(MODAL_SUBMIT, form.person, "server", data)

    async def say(
        self, text: str, person: Person | None = None, *, place: str = "server"
    ) -> Payload:
        """A message; `<@bot>` in it mentions the bot."""
        person = person or Person()
        direct = place == "direct"
        channel = self._world.direct_with(person.id) if direct else self._world.channel
        mentioned = "<@bot>" in text
        data = self._message(channel, person, text, mentioned=mentioned)
        if not (direct or mentioned):
            # Without the privileged intent the words stay with Discord.
            data["content"] = ""
        wanted = DIRECT_MESSAGES if direct else GUILD_MESSAGES
        for session in self._gateway.connected:
            if session.intents & wanted:
                await session.dispatch("MESSAGE_CREATE", data)
        return data

    def _message(self, channel: Channel, person: Person, text: str, *, mentioned: bool) -> Payload:
        data: Payload = {
            "id": str(snowflake()),
            "channel_id": str(channel.id),
            "author": person.user(),
            "content": text.replace("<@bot>", f"<@{self._world.bot.id}>"),
            "timestamp": now(),
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [self._world.bot.user()] if mentioned else [],
            "mention_roles": [],
            "attachments": [],
            "embeds": [],
            "components": [],
            "pinned": False,
            "type": 0,
            "flags": 0,
            "channel_type": 1 if channel.server is None else 0,
        }
        if channel.server is not None:
            member = person.member()
            del member["user"], member["permissions"]
            data |= {"guild_id": str(channel.server), "member": member}
        self._world.messages[int(data["id"])] = data
        return data

    def _id_of(self, name: str) -> str:
        return str(self._world.command(name)["id"])

    async def _act(
        self,
        kind: int,
        person: Person | None,
        place: str,
        data: Payload,
        more: Payload | None = None,
        *,
        on: Payload | None = None,
    ) -> Interaction:
        person = person or Person()
        channel = self._place(place, person)
        made = Interaction(person, channel, kind, by_user_install=place == "elsewhere")
        made.on = int(on["id"]) if on else None
        self._interactions.all[made.token] = made
        payload: Payload = {
            "id": str(made.id),
            "application_id": str(self._world.application),
            "type": kind,
            "token": made.token,
            "version": 1,
            "data": data,
            "channel_id": str(channel.id),
            "channel": channel.channel(person),
            "locale": person.locale,
            "app_permissions": EVERYTHING,
            "entitlements": [],
            "attachment_size_limit": 10 * 1024 * 1024,
            **(more or {}),
            **self._context(place, person, channel),
        }
        made.started = time.monotonic()
        await self._gateway.dispatch("INTERACTION_CREATE", payload, server=channel.server)
        return made

    def _place(self, place: str, person: Person) -> Channel:
        world = self._world
        if place == "direct":
            return world.direct_with(person.id)
        return world.far_channel if place == "elsewhere" else world.channel

    def _context(self, place: str, person: Person, channel: Channel) -> Payload:
        if place == "direct":
            return {
                "user": person.user(),
                "context": BOT_DM,
                "authorizing_integration_owners": {"0": "0"},
            }
        owners = {"1": str(person.id)} if place == "elsewhere" else {"0": str(self._world.server)}
        return {
            "guild_id": str(channel.server),
            "guild": {
                "id": str(channel.server),
                "locale": self._world.preferred_locale,
                "features": [],
            },
            "guild_locale": self._world.preferred_locale,
            "member": person.member(),
            "context": SERVER,
            "authorizing_integration_owners": owners,
        }


def _filled(row: Payload, values: dict[str, str]) -> Payload:
    """A row of a form as it is sent in: labels hold one component, action rows a list."""
    if "component" in row:
        return {
            "type": row["type"],
            "id": row.get("id", 0),
            "component": _value(row["component"], values),
        }
    if "components" in row:
        return {
            "type": row["type"],
            "components": [_value(each, values) for each in row["components"]],
        }
    return {"type": row["type"], "id": row.get("id", 0), "content": row.get("content", "")}


def _value(component: Payload, values: dict[str, str]) -> Payload:
    custom_id = component["custom_id"]
    sent: Payload = {
        "type": component["type"],
        "id": component.get("id", 0),
        "custom_id": custom_id,
    }
    given = values.get(custom_id, "")
    if component["type"] == TEXT_MENU:
        return sent | {"values": [given] if given else []}
    return sent | {"value": given}
