"""Watched questions on Discord: who may have what watched where."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from bot.discord import confining
from bot.discord.failures import Refusal
from retrieval.errors import NotFoundError
from retrieval.model import Filter
from retrieval.watching.begin import begin
from retrieval.watching.watcher import WIDE

if TYPE_CHECKING:
    from bot.discord.language import Labels
    from bot.discord.rooms import Rooms
    from retrieval.answered import Answer
    from retrieval.store.watch_records import Cadence, Watch


class Watching:
    """Begins and ends watches; used from the event loop only."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._watches = rooms.library.watches

    async def begin(
        self,
        question: str,
        *,
        asker: int,
        server: int | None,
        channel: int | None,
        cadence: Cadence = "once",
        say: Labels,
        known: Answer | None = None,
        where: Filter | None = None,
    ) -> tuple[Watch, Answer]:
        """Watch a question; `known` is an answer that the asker has seen.

        Raises Refusal, LimitError and what Library.ask raises.
        """
        rooms = self._rooms
        if not rooms.settings.watch.enabled:
            raise Refusal("watch-off")
        generation = None
        if known is None:
            generation = await asyncio.to_thread(lambda: rooms.library.generation)
            open_here = await confined(rooms, server, Filter())
            known = await rooms.desk.ask(question, open_here, WIDE)
        return await asyncio.to_thread(
            lambda: begin(
                rooms.library,
                rooms.settings,
                question,
                door="discord",
                where=where or Filter(),
                cadence=cadence,
                asker=str(asker),
                server=None if server is None else str(server),
                channel=None if channel is None else str(channel),
                language=say.language,
                per_source=rooms.servers.get(server).per_source,
                known=known,
                generation=generation,
            )
        )

    async def own(self, asker: int, server: int | None, *, moderates: bool) -> list[Watch]:
        """The watches that a person may change here: their own, and for moderators a server's."""
        mine = await asyncio.to_thread(lambda: self._watches.of("discord", asker=str(asker)))
        if server is None or not moderates:
            return mine
        here = await asyncio.to_thread(lambda: self._watches.of("discord", server=str(server)))
        known = {each.id for each in mine}
        return [*mine, *(each for each in here if each.id not in known)]

    async def changeable(
        self, watch_id: str, asker: int, server: int | None, *, moderates: bool
    ) -> Watch:
        """A watch, for who may change it; raises Refusal."""
        watch = await self.get(watch_id)
        here = server is not None and watch.server == str(server)
        if watch.asker != str(asker) and not (moderates and here):
            raise Refusal("watch-not-your-watch")
        return watch

    async def get(self, watch_id: str) -> Watch:
        """A watch; raises Refusal where it is none any more."""
        try:
            found = await asyncio.to_thread(self._watches.get, watch_id)
        except NotFoundError:
            raise Refusal("watch-no-more") from None
        if found.door != "discord" or found.id != watch_id or found.ended:
            raise Refusal("watch-no-more")
        return found

    async def pause(self, watch: Watch, *, paused: bool) -> None:
        """Tell nothing for now, or go on."""
        with suppress(NotFoundError):
            await asyncio.to_thread(lambda: self._watches.pause(watch.id, paused=paused))

    async def remove(self, watch: Watch) -> None:
        """Watch no more."""
        await asyncio.to_thread(self._watches.remove, watch.id)


async def confined(rooms: Rooms, server: int | None, where: Filter) -> Filter:
    """A watch's filter without what its server hides; raises Refusal where nothing is left."""
    hidden = (await rooms.servers.load(server)).hidden
    if not hidden:
        return where
    open_here = await confining.sources(rooms.shelf, None, hidden)
    chosen = [each for each in where.sources if each not in hidden] or open_here
    return Filter(tuple(chosen), where.since, where.until, where.article)
