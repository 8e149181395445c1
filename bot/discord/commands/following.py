"""/follow, /unfollow and /follows: what is new at feeds and sites, for the operators."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord import delivery
from bot.discord.failures import Refusal
from bot.discord.panels import following as panels
from bot.discord.panels.operating import progress
from bot.discord.panels.parts import MOST_OPTION, MOST_OPTIONS, TITLE, option, page_of
from bot.discord.show.fitting import line
from retrieval.errors import LibraryError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.discord.press import Interaction, Press
    from bot.discord.rooms import Rooms
    from retrieval.follow.begin import Begun
    from retrieval.store.following_records import Followed

log = logging.getLogger(__name__)

Address = app_commands.Range[str, 1, 2000]


class Following(commands.Cog):
    """What is followed. Folders of the bot's machine are left to its command line."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        rooms.on_press(panels.FOLLOWS, self._turned)

    @app_commands.command(description="Follow a feed or news site. For the bot's operators.")
    @app_commands.describe(address="The address of a feed, a news sitemap or a site")
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def follow(self, interaction: Interaction, address: Address) -> None:
        """Follow what is at an address from now on."""
        self._rooms.operator(interaction)
        await delivery.acknowledge(interaction, private=True)
        say, wanted = self._rooms.say(interaction), _address(address)
        with suppress(discord.HTTPException):
            await delivery.edit(interaction, progress("follow-looking", wanted, say))
        begun = await asyncio.to_thread(self._begin, wanted)
        log.info("followed", extra={"kind": begun.followed.kind})
        here = self._rooms.settings.follow.enabled
        view = panels.begun(begun, say, here=here)
        await delivery.deliver(interaction, view, private=True)

    @app_commands.command(description="Follow something no more. For the bot's operators.")
    @app_commands.describe(address="What is followed; choose one from the list while you type")
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def unfollow(self, interaction: Interaction, address: Address) -> None:
        """Follow a feed or site no more; its articles stay."""
        self._rooms.operator(interaction)
        await delivery.acknowledge(interaction, private=True)
        followed = await asyncio.to_thread(self._end, address)
        log.info("no longer followed", extra={"kind": followed.kind})
        view = panels.ended(followed, self._rooms.say(interaction))
        await delivery.deliver(interaction, view, private=True)

    @unfollow.autocomplete("address")
    async def _followed(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        if not self._rooms.operates(interaction):
            return []
        try:
            rows = await asyncio.to_thread(self._rooms.library.following.all)
        except LibraryError as error:
            log.warning("nothing followed to choose from: %s", type(error).__name__)
            return []
        wanted = typed.strip().casefold()
        return [
            app_commands.Choice(name=option(each.title or each.address), value=each.address)
            for each in (row.followed for row in rows)
            if wanted in f"{each.title or ''}\n{each.address}".casefold()
            and len(each.address) <= MOST_OPTION
        ][:MOST_OPTIONS]

    @app_commands.command(description="See what is followed. For the bot's operators.")
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def follows(self, interaction: Interaction) -> None:
        """List what is followed, and how that goes."""
        self._rooms.operator(interaction)
        await delivery.acknowledge(interaction, private=True)
        await delivery.deliver(interaction, await self._listed(interaction, 0), private=True)

    async def _turned(self, interaction: Interaction, press: Press, _: Sequence[str]) -> None:
        self._rooms.operator(interaction)
        await interaction.response.defer()
        await delivery.edit(interaction, await self._listed(interaction, page_of(press)))

    async def _listed(self, interaction: Interaction, page: int) -> discord.ui.LayoutView:
        rows = await asyncio.to_thread(self._rooms.library.following.all)
        return panels.follows(rows, self._rooms.say(interaction), page)

    def _begin(self, address: str) -> Begun:
        # Here and below rather than above: what follows is slow to import.
        from retrieval.follow.begin import begin  # noqa: PLC0415

        return begin(self._rooms.library, self._rooms.settings, address)

    def _end(self, address: str) -> Followed:
        from retrieval.follow.begin import end  # noqa: PLC0415

        library, given = self._rooms.library, address.strip()
        followed = [row.followed for row in library.following.all()]
        # As it stands in the list, a folder that the command line follows too, or by its title.
        known = {each.address for each in followed if given == each.address} or {
            each.address
            for each in followed
            if each.title is not None and each.title.casefold() == given.casefold()
        }
        try:
            return end(library, known.pop() if len(known) == 1 else _address(given))
        except NotFoundError as error:
            raise Refusal("follow-unknown", name=line(given, TITLE)) from error


def _address(given: str) -> str:
    """What was given as an address of the web, never as a folder of this machine.

    People put <> around an address to keep Discord from a preview, and leave out https://.
    """
    address = given.strip().strip("<>").strip()
    return address if "://" in address else f"https://{address}"
