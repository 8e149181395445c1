"""Interactions: what a person did, when the bot acknowledged it, what it said and when."""

from __future__ import annotations

import asyncio
import secrets
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.gateway.faults import refusal
from tests.gateway.world import EPHEMERAL, LOADING, snowflake

if TYPE_CHECKING:
    from aiohttp import web

    from tests.gateway.world import Channel, Payload, Person, World

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
FOLLOW_UPS_OF_USER_INSTALLS = 5


class Refused(Exception):  # noqa: N818 - an answer, not a failure of the server
    """The request is answered with an error."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.answer: web.Response = refusal(status, code, message)


@dataclass
class Deadlines:
    """How long the bot has."""

    answer: float = 3.0
    token: float = 900.0


@dataclass
class Interaction:
    """One thing that a person did. Times are seconds from when the bot was told."""

    person: Person
    channel: Channel
    kind: int
    by_user_install: bool = False
    id: int = field(default_factory=snowflake)
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    on: int | None = None
    """The message whose button was pressed."""
    started: float = field(default_factory=time.monotonic)
    acknowledged: float | None = None
    first_words: float | None = None
    last_change: float | None = None
    response: int | None = None
    """The kind of the callback."""
    choices: list[Payload] = field(default_factory=list)
    modal: Payload | None = None
    original: int | None = None
    follow_ups: list[int] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def age(self) -> float:
        """Seconds since the bot was told."""
        return time.monotonic() - self.started

    async def until(self, what: str, seconds: float = 30.0) -> Interaction:
        """Wait for `acknowledged` or `first_words`; raises TimeoutError."""
        async with asyncio.timeout(seconds), self.changed:
            await self.changed.wait_for(lambda: getattr(self, what) is not None)
        return self

    async def until_quiet(self, quiet: float = 1.0, seconds: float = 60.0) -> Interaction:
        """Wait until there are words and nothing has changed for a while; raises TimeoutError."""
        async with asyncio.timeout(seconds), self.changed:
            await self.changed.wait_for(lambda: self.first_words is not None)
            with suppress(TimeoutError):
                while True:
                    await asyncio.wait_for(self.changed.wait(), quiet)
        return self


class Interactions:
    """All interactions, by token, and the rules for answering them."""

    def __init__(self, world: World, deadlines: Deadlines) -> None:
        self._world = world
        self.deadlines = deadlines
        self.all: dict[str, Interaction] = {}

    def find(self, token: str) -> Interaction:
        """The interaction; raises Refused where the token is none or too old."""
        found = self.all.get(token)
        if found is None or found.age > self.deadlines.token:
            raise Refused(401, 50_027, "Invalid Webhook Token")
        return found

    async def answer(self, id_: int, token: str, body: Payload) -> Payload | None:
        """The one callback; gives the message that it made or changed. Raises Refused."""
        found = self.all.get(token)
        if found is None or found.id != id_ or found.age > self.deadlines.answer:
            if found is not None:
                found.refused.append("unknown interaction")
            raise Refused(404, 10_062, "Unknown interaction")
        if found.acknowledged is not None:
            found.refused.append("acknowledged twice")
            raise Refused(400, 40_060, "Interaction has already been acknowledged.")
        found.response, data = body["type"], body.get("data") or {}
        message = self._respond(found, body["type"], data)
        found.acknowledged = found.age
        await self._note(found, words=found.response in (MESSAGE, UPDATE, CHOICES, MODAL))
        return message

    def _respond(self, found: Interaction, kind: int, data: Payload) -> Payload | None:
        if kind in (MESSAGE, DEFERRED):
            made = self._world.message(
                found.channel, self._world.bot, data, flags=LOADING if kind == DEFERRED else 0
            )
            found.original = int(made["id"])
            return made
        if kind in (DEFERRED_UPDATE, UPDATE):
            if found.on is None:
                raise Refused(400, 50_035, "Invalid Form Body")
            found.original = found.on
            return self._world.edit(found.on, data) if kind == UPDATE else None
        if kind == CHOICES:
            found.choices = data["choices"]
        elif kind == MODAL:
            found.modal = data
        return None

    async def follow_up(self, token: str, body: Payload) -> Payload:
        """A new message, or the words for a deferred answer. Raises Refused."""
        found = self.find(token)
        if found.acknowledged is None:
            raise Refused(404, 10_015, "Unknown Webhook")
        if self._is_loading(found) and found.original is not None:
            # Discord takes the first follow-up of a deferred answer for the answer itself.
            kept = {**body, "flags": int(body.get("flags") or 0) & ~EPHEMERAL}
            kept["flags"] |= self._world.messages[found.original]["flags"] & EPHEMERAL
            made = self._world.edit(found.original, kept)
        else:
            if found.by_user_install and len(found.follow_ups) >= FOLLOW_UPS_OF_USER_INSTALLS:
                found.refused.append("too many follow-ups")
                raise Refused(
                    400, 40_094, "This interaction has hit the maximum number of follow up messages"
                )
            made = self._world.message(found.channel, self._world.bot, body)
            found.follow_ups.append(int(made["id"]))
        await self._note(found, words=True)
        return made

    async def edit(self, token: str, which: str, body: Payload) -> Payload:
        """Change the answer or a follow-up. Raises Refused."""
        found = self.find(token)
        message = self._message(found, which)
        keep = self._world.messages[message]["flags"] & EPHEMERAL
        made = self._world.edit(message, {**body, "flags": int(body.get("flags") or 0) | keep})
        await self._note(found, words=True)
        return made

    async def delete(self, token: str, which: str) -> None:
        """Delete the answer or a follow-up. Raises Refused."""
        found = self.find(token)
        self._world.delete(self._message(found, which))
        await self._note(found, words=False)

    def message(self, token: str, which: str) -> Payload:
        """The answer or a follow-up. Raises Refused."""
        return self._world.messages[self._message(self.find(token), which)]

    def _message(self, found: Interaction, which: str) -> int:
        message = found.original if which == "@original" else int(which)
        if message not in self._world.messages or message is None:
            raise Refused(404, 10_008, "Unknown Message")
        return message

    def _is_loading(self, found: Interaction) -> bool:
        held = self._world.messages.get(found.original or 0)
        return held is not None and bool(held["flags"] & LOADING)

    @staticmethod
    async def _note(found: Interaction, *, words: bool) -> None:
        async with found.changed:
            if words:
                found.first_words = found.first_words or found.age
                found.last_change = found.age
            found.changed.notify_all()
