"""/watch and /watches, "Watch" under an answer, the buttons of what is told, and the rounds."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, get_args

import discord
from discord import app_commands
from discord.ext import commands, tasks

from bot.discord import confining, delivery
from bot.discord.answering import LONGEST, SHORTEST, Inquiry
from bot.discord.failures import Refusal
from bot.discord.panels import watching as panels
from bot.discord.panels.parts import page_of
from bot.discord.places import server_of
from bot.discord.rounds import LOOK_SECONDS, Rounds
from bot.discord.show.news import NEWS, STOP, WHOLE
from bot.discord.watching import Watching
from bot.discord.writable import Place, Writable, writable
from retrieval.errors import LibraryError
from retrieval.store.watch_records import Cadence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.discord.press import Press
    from bot.discord.rooms import Rooms
    from retrieval.answered import Answer
    from retrieval.model import Filter
    from retrieval.store.watch_records import Watch

    Interaction = discord.Interaction[Any]

log = logging.getLogger(__name__)

_NAMES = {"once": "at once", "daily": "once a day", "weekly": "once a week"}
PACES = [app_commands.Choice(name=_NAMES[each], value=each) for each in get_args(Cadence)]


class Watches(commands.Cog):
    """Watched questions."""

    def __init__(self, rooms: Rooms, bot: commands.Bot | commands.AutoShardedBot) -> None:
        self._rooms = rooms
        self._watching = Watching(rooms)
        self._rounds = Rounds(rooms, bot)
        for verb, handler in (
            ("watch", self._watch_answer),
            (NEWS, self._news),
            (WHOLE, self._whole),
            (STOP, self._stop),
            (panels.WATCHES, self._turned),
            (panels.PAUSE, self._changed),
            (panels.RESUME, self._changed),
            (panels.REMOVE, self._changed),
        ):
            rooms.on_press(verb, handler)

    async def cog_load(self) -> None:
        """Begin to tell."""
        if self._rooms.settings.watch.enabled:
            self.telling.start()

    async def cog_unload(self) -> None:
        """Stop it."""
        self.telling.cancel()
        self._rounds.close()

    @tasks.loop(seconds=LOOK_SECONDS)
    async def telling(self) -> None:
        """Tell what is new on watched questions."""
        try:
            await self._rounds.round()
        except LibraryError as error:
            log.warning("watched questions wait: %s", error)
        except Exception as error:
            # One post, or one question, does not end all the others.
            log.exception("a round of watched questions failed")
            self._rooms.metrics.error(error)

    @app_commands.command(description="Watch a question: I tell what is new on it.")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    @app_commands.describe(
        question="A whole question, such as: Did the minister resign?",
        channel="Where I tell what is new; without it, here",
        when="How soon I tell it",
    )
    @app_commands.choices(when=PACES)
    async def watch(
        self,
        interaction: Interaction,
        question: app_commands.Range[str, SHORTEST, LONGEST],
        channel: app_commands.Transform[Place, Writable] | None = None,
        when: str = "once",
    ) -> None:
        """Watch a question."""
        server, place = self._place(interaction, channel)
        inquiry = self._inquiry(interaction, question, place, channel or interaction.channel)
        self._rooms.answering.enter(inquiry)
        await self._rooms.answering.admit(inquiry)
        await delivery.acknowledge(interaction, private=True)
        await self._begin(interaction, question, server, place, cadence=_pace(when))

    @app_commands.command(description="See, pause and remove watched questions.")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def watches(self, interaction: Interaction) -> None:
        """List the watched questions that this person may change here."""
        await delivery.acknowledge(interaction, private=True)
        await delivery.deliver(interaction, await self._listed(interaction, 0), private=True)

    # Buttons

    async def _watch_answer(self, interaction: Interaction, press: Press, _: Sequence[str]) -> None:
        """Watch the question of an answer; what came since that answer is told."""
        server, place = self._place(interaction, None)
        await interaction.response.defer(thinking=True, ephemeral=True)
        asked = await self._rooms.answering.again(press.token, server_of(interaction))
        await self._begin(
            interaction,
            asked.question,
            server,
            place,
            known=asked.answer,
            where=confining.chosen(asked.where),
        )

    async def _begin(
        self,
        interaction: Interaction,
        question: str,
        server: int | None,
        place: int | None,
        *,
        cadence: Cadence = "once",
        known: Answer | None = None,
        where: Filter | None = None,
    ) -> None:
        say = self._rooms.say(interaction)
        watch, answer = await self._watching.begin(
            question,
            asker=interaction.user.id,
            server=server,
            channel=place,
            cadence=cadence,
            say=say,
            known=known,
            where=where,
        )
        log.info("watching", extra={"server": server, "pace": cadence})
        await delivery.deliver(interaction, panels.begun(watch, answer, say), private=True)

    async def _news(self, interaction: Interaction, press: Press, _: Sequence[str]) -> None:
        """A further page of what was told, for who pressed alone."""
        if _is_private(interaction):
            await interaction.response.defer()
        else:
            await interaction.response.defer(thinking=True, ephemeral=True)
        number = int(press.details[0]) if press.details and press.details[0].isdecimal() else 0
        view = await self._rounds.page(press.token, number, self._rooms.say(interaction))
        await delivery.edit(interaction, view)

    async def _whole(self, interaction: Interaction, press: Press, _: Sequence[str]) -> None:
        """The whole answer as it is now, for who pressed alone."""
        await interaction.response.defer(thinking=True, ephemeral=True)
        rooms = self._rooms
        watch = await self._watching.get(press.token)
        place, channel = interaction.channel_id, interaction.channel
        inquiry = self._inquiry(interaction, watch.question, place, channel)
        rooms.answering.enter(inquiry)
        where = await rooms.answering.admit(inquiry)
        where = confining.both(watch.where, where)
        asked = await rooms.answering.answer(inquiry, where)
        page = await rooms.answering.page(asked, inquiry.say, inquiry.server)
        await delivery.edit(interaction, page)

    async def _stop(self, interaction: Interaction, press: Press, _: Sequence[str]) -> None:
        """Watch no more, for whose it is and for moderators."""
        await interaction.response.defer(thinking=True, ephemeral=True)
        watch = await self._changeable(interaction, press.token)
        await self._watching.remove(watch)
        await delivery.edit(interaction, panels.stopped(watch, self._rooms.say(interaction)))

    async def _turned(self, interaction: Interaction, press: Press, _: Sequence[str]) -> None:
        await interaction.response.defer()
        await delivery.edit(interaction, await self._listed(interaction, page_of(press)))

    async def _changed(self, interaction: Interaction, press: Press, _: Sequence[str]) -> None:
        """Pause, go on or remove, and show the list again."""
        await interaction.response.defer()
        watch = await self._changeable(interaction, press.token)
        if press.verb == panels.REMOVE:
            await self._watching.remove(watch)
        else:
            await self._watching.pause(watch, paused=press.verb == panels.PAUSE)
        await delivery.edit(interaction, await self._listed(interaction, page_of(press)))

    # Where and who

    def _place(self, interaction: Interaction, chosen: Place | None) -> tuple[int | None, ...]:
        """The server and the channel to tell in; neither in direct messages.

        Raises Refusal for a channel where the person may not have that, or where the bot may not
        write.
        """
        server = server_of(interaction)
        if server is None or interaction.guild_id is None:
            return None, None
        permissions = interaction.permissions if chosen is None else chosen.permissions
        if not (permissions.manage_messages or self._rooms.servers.get(server).watching):
            raise Refusal("watch-not-yours")
        place_id = writable(interaction, chosen)
        return server, place_id

    def _inquiry(
        self, interaction: Interaction, question: str, place: int | None, channel: object
    ) -> Inquiry:
        return Inquiry(
            question=question,
            asker=interaction.user.id,
            say=self._rooms.say(interaction),
            server=server_of(interaction),
            places=(place, *_above(channel)),
            private=interaction.guild_id is not None,
        )

    async def _changeable(self, interaction: Interaction, watch_id: str) -> Watch:
        return await self._watching.changeable(
            watch_id,
            interaction.user.id,
            server_of(interaction),
            moderates=interaction.permissions.manage_messages,
        )

    async def _listed(self, interaction: Interaction, page: int) -> discord.ui.LayoutView:
        server = server_of(interaction)
        moderates = interaction.guild_id is not None and interaction.permissions.manage_messages
        rows = await self._watching.own(interaction.user.id, server, moderates=moderates)
        return panels.watches(rows, self._rooms.say(interaction), page)


def _pace(given: str) -> Cadence:
    for each in get_args(Cadence):
        if each == given:
            pace: Cadence = each
            return pace
    return "once"


def _above(channel: object) -> tuple[int | None, int | None]:
    return getattr(channel, "parent_id", None), getattr(channel, "category_id", None)


def _is_private(interaction: Interaction) -> bool:
    return interaction.message is not None and interaction.message.flags.ephemeral
