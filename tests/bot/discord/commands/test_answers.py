"""Two presses at the same moment, which the simulated Discord does not make."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from bot.discord import delivery
from bot.discord.commands.answers import Answers
from bot.discord.press import Press
from tests.bot.discord.test_keeping import asked

if TYPE_CHECKING:
    import pytest

    from bot.discord.rooms import Handler, Rooms
    from retrieval.store.ledger_records import Asked


class Room:
    """Rooms that keep one private answer; the second to read it is held up."""

    def __init__(self) -> None:
        self.answering = self.keeping = self
        self.handlers: dict[str, Handler] = {}
        self.kept, self.read, self.shared = asked(), 0, 0
        self.published = asyncio.Event()

    def on_press(self, verb: str, handler: Handler) -> None:
        self.handlers[verb] = handler

    def say(self, _: object) -> None: ...

    async def again(self, *_: object) -> Asked:
        self.read += 1
        found = self.kept
        if self.read > 1:
            await self.published.wait()
        return found

    async def page(self, *_: object) -> None: ...

    async def publish(self, _: object) -> None:
        self.kept = replace(self.kept, private=False)

    async def placed(self, *_: object) -> None: ...

    async def press_share(self) -> None:
        async def defer() -> None: ...

        interaction = SimpleNamespace(
            response=SimpleNamespace(defer=defer),
            user=SimpleNamespace(id=int(self.kept.asker)),
            is_user_integration=lambda: False,
            guild_id=None,
        )
        share = self.handlers["share"]
        await share(cast("delivery.Interaction", interaction), Press("share", self.kept.id), ())
        self.published.set()


async def test_share_pressed_twice_at_once_shares_once(monkeypatch: pytest.MonkeyPatch) -> None:
    room = Room()
    Answers(cast("Rooms", room))

    async def follow(*_: object) -> None:
        room.shared += 1
        await asyncio.sleep(0)

    async def edit(*_: object) -> None: ...

    monkeypatch.setattr(delivery, "follow", follow)
    monkeypatch.setattr(delivery, "edit", edit)
    async with asyncio.timeout(10):
        await asyncio.gather(*(room.press_share() for _ in range(3)))
    assert room.shared == 1
    await room.press_share()
    assert room.shared == 1
