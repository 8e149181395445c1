"""Rounds that tell what is new on watched questions: look, ask again, post, note that."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.discord.failures import Refusal
from bot.discord.language import labels
from bot.discord.show import notice
from bot.discord.show.fitting import line
from bot.discord.show.news import news_page
from bot.discord.show.wording import QUESTION
from bot.discord.telling import PlaceGoneError, Telling
from bot.discord.watching import confined
from retrieval.errors import LibraryError, NotFoundError
from retrieval.watching.news import news_of
from retrieval.watching.watcher import Watcher

if TYPE_CHECKING:
    from collections.abc import Callable

    from discord.ext import commands

    from bot.discord.language import Labels
    from bot.discord.rooms import Rooms
    from retrieval.answered import Passage
    from retrieval.store.watch_records import Post, Watch

log = logging.getLogger(__name__)

LOOK_SECONDS = 5.0
"""Between two rounds."""


class Rounds:
    """Tells what is new; used from the event loop only."""

    def __init__(self, rooms: Rooms, bot: commands.Bot | commands.AutoShardedBot) -> None:
        self._rooms = rooms
        self._watches = rooms.library.watches
        self._watcher = Watcher(rooms.library, rooms.settings, "discord")
        self._telling = Telling(bot)
        self._release: Callable[[], None] | None = None
        self._waits = False
        # Posts that this process has written down and not yet tried: they need not be looked for.
        self._fresh: set[str] = set()

    async def _alone(self) -> bool:
        """Whether this is the process that tells; one that begins while another ends waits."""
        if self._release is None:
            try:
                self._release = await asyncio.to_thread(self._watcher.alone)
            except LibraryError as error:
                if not self._waits:
                    log.warning("Nothing is told of watched questions here. %s", error)
                self._waits = True
                return False
        self._waits = False
        return True

    def close(self) -> None:
        """Let another process tell."""
        if self._release is not None:
            self._release()
            self._release = None

    async def round(self) -> None:
        """Look, ask again what is due, and send what is new; raises LibraryError and its kin."""
        if not await self._alone():
            return
        await asyncio.to_thread(self._watcher.look)
        for watch in await asyncio.to_thread(self._watcher.due):
            await self._ask(watch)
        written = await asyncio.to_thread(self._watcher.posts)
        self._fresh |= {post.id for post in written}
        for post in await asyncio.to_thread(self._watches.unsent, "discord"):
            await self._send(post)
        for watch in await asyncio.to_thread(self._watches.ended, "discord"):
            await self._end(watch)

    async def _ask(self, watch: Watch) -> None:
        server = None if watch.server is None else int(watch.server)
        per_source = (await self._rooms.servers.load(server)).per_source
        try:
            where = await confined(self._rooms, server, watch.where)
        except Refusal as refusal:
            if refusal.key == "ask-nothing-here":
                await asyncio.to_thread(self._watcher.skip, watch)
            return
        try:
            await asyncio.to_thread(self._watcher.ask, watch, where, per_source)
        except LibraryError:
            raise
        except Exception as error:
            # It is asked again when something comes near, and does not keep others waiting.
            log.exception("a watched question could not be asked")
            self._rooms.metrics.error(error)
            await asyncio.to_thread(self._watcher.skip, watch)

    async def page(self, post_id: str, number: int, say: Labels) -> discord.ui.LayoutView:
        """A further page of a post; raises Refusal where it is kept no more."""
        try:
            post = await asyncio.to_thread(self._watches.post, post_id)
        except NotFoundError:
            raise Refusal("ask-gone") from None
        view = await self._view(post, say, number, public=False)
        if view is None:
            raise Refusal("ask-gone")
        return view

    async def _send(self, post: Post) -> None:
        fresh, now = post.id in self._fresh, time.time()
        self._fresh.discard(post.id)
        try:
            message = None if fresh else await self._telling.sent(post)
            if message is None:
                if not fresh:
                    await asyncio.to_thread(self._watches.tried, post.id, now)
                view = await self._view(post, labels(post.watch.language), 0, public=True)
                # Nothing of it is left to be told: articles have gone or been corrected since.
                if view is not None:
                    message = await self._telling.send(post.watch, view, post.id)
            await asyncio.to_thread(self._watches.sent, post.id, message or "")
        except PlaceGoneError as error:
            log.info("a watch ends, for its place is gone: %s", error)
            await asyncio.to_thread(self._watches.end, post.watch.id, "channel")
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            self._rooms.metrics.error(error)
            if isinstance(error, discord.HTTPException) and 400 <= error.status < 500:  # noqa: PLR2004
                # It would be refused again.
                log.exception("a post was refused")
                await asyncio.to_thread(self._watches.sent, post.id, "")
            else:
                log.warning("a post waits: %s", error)

    async def _view(
        self, post: Post, say: Labels, number: int, *, public: bool
    ) -> discord.ui.LayoutView | None:
        """A page of a post; None where nothing of it can be shown any more."""
        server = None if post.watch.server is None else int(post.watch.server)
        here = await self._rooms.servers.load(server)
        if public and here.language:
            say = labels(here.language)

        def shown() -> discord.ui.LayoutView | None:
            items = [
                each
                for each in post.items
                if each.told.passage.source.id not in here.hidden
                and (each.kind == "gone" or self._stands(each.told.passage))
            ]
            if not items:
                return None
            news = news_of(post.watch.question, items, self._watches.told(post.watch.id))
            return news_page(
                news, say, watch=post.watch.id, post=post.id, number=number, public=public
            )

        return await asyncio.to_thread(shown)

    def _stands(self, passage: Passage) -> bool:
        """Whether the article still says so."""
        try:
            text = self._rooms.library.show(passage.article.id)[0].text
        except NotFoundError:
            return False
        return text[passage.start : passage.end] == passage.text

    async def _end(self, watch: Watch) -> None:
        """Tell whose watch has ended, once, and forget it."""
        say = labels(watch.language)
        view = notice(say(f"watch-ended-{watch.ended}", question=line(watch.question, QUESTION)))
        await self._telling.tell_owner(watch, view)
        await asyncio.to_thread(self._watches.remove, watch.id)
