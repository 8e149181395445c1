"""The buttons of an answer: its pages, whole paragraphs, sharing, deleting."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
from discord.ext import commands

from bot.discord import delivery
from bot.discord.failures import Refusal
from bot.discord.places import server_of
from bot.discord.show import drawn, full_paragraph
from retrieval.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.discord.press import Press
    from bot.discord.rooms import Rooms
    from bot.discord.show import By

    Interaction = discord.Interaction[Any]


# Seconds, of the three that Discord gives for the first answer.
_PATIENCE = 1.0


class Answers(commands.Cog):
    """What the buttons under an answer do."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._sharing: set[str] = set()
        # One takes a core for a good part of a second.
        self._drawing = asyncio.Semaphore(1)
        for verb, handler in (
            ("page", self._page),
            ("view", self._page),
            ("full", self._full),
            ("picture", self._picture),
            ("share", self._share),
            ("delete", self._delete),
        ):
            rooms.on_press(verb, handler)

    async def _page(self, interaction: Interaction, press: Press, _: Sequence[str]) -> None:
        """Another page: in place for who asked, for anybody else one of their own."""
        by, wanted = _by(press), _number(press.details, 1)
        if _is_private(interaction) or await self._owns(interaction, press.token):
            await interaction.response.defer()
        else:
            await interaction.response.defer(thinking=True, ephemeral=True)
        say, server = self._rooms.say(interaction), server_of(interaction)
        answering = self._rooms.answering
        asked = await answering.again(press.token, server)
        await delivery.edit(interaction, await answering.page(asked, say, server, by, wanted))

    async def _full(self, interaction: Interaction, press: Press, chosen: Sequence[str]) -> None:
        """A whole paragraph, for who chose it alone; its further parts in its place."""
        number, part = _number(chosen or press.details, 0), _number(press.details, 1)
        if not chosen:
            await interaction.response.defer()
        else:
            await interaction.response.defer(thinking=True, ephemeral=True)
        say, server = self._rooms.say(interaction), server_of(interaction)
        asked = await self._rooms.answering.again(press.token, server)
        how = self._rooms.answering.shown(asked, say, server)
        try:
            view = full_paragraph(asked.answer, number, say, how, part)
        except IndexError:
            raise Refusal("ask-gone") from None
        await delivery.edit(interaction, view)

    async def _picture(self, interaction: Interaction, press: Press, _: Sequence[str]) -> None:
        """The answer as a picture, for who pressed alone."""
        await interaction.response.defer(thinking=True, ephemeral=True)
        say, server = self._rooms.say(interaction), server_of(interaction)
        asked = await self._rooms.answering.again(press.token, server)
        how = self._rooms.answering.shown(asked, say, server)
        async with self._drawing:
            found = await asyncio.to_thread(drawn, asked.answer, say, how)
        await delivery.edit(interaction, found.view(), found.files())

    async def _share(self, interaction: Interaction, press: Press, _: Sequence[str]) -> None:
        """A private answer for everybody in the channel, once."""
        await interaction.response.defer()
        # Before anything is read: a press right after another must not find it private still.
        if press.token in self._sharing:
            return
        self._sharing.add(press.token)
        try:
            await self._share_once(interaction, press.token)
        finally:
            self._sharing.discard(press.token)

    async def _share_once(self, interaction: Interaction, token: str) -> None:
        rooms = self._rooms
        say, server = rooms.say(interaction), server_of(interaction)
        asked = await rooms.answering.again(token, server)
        if str(interaction.user.id) != asked.asker:
            raise Refusal("ask-not-yours")
        view = await rooms.answering.page(replace(asked, private=False), say, server)
        if asked.private:
            message = await delivery.follow(interaction, view)
            await rooms.keeping.publish(asked)
            await rooms.keeping.placed(asked, message)
        await delivery.edit(interaction, view)

    async def _delete(self, interaction: Interaction, press: Press, _: Sequence[str]) -> None:
        """The message and what was kept of it, for who asked and for moderators.

        Of what one person alone sees, such as their own page, the message goes and no more: it
        may be the answer of somebody else, or have been shared.
        """
        await interaction.response.defer()
        if not _is_private(interaction):
            asker = await self._rooms.keeping.asker(press.token)
            mine = asker == str(interaction.user.id) or (asker is None and _answers(interaction))
            if not (mine or interaction.permissions.manage_messages):
                raise Refusal("ask-not-yours")
            await self._rooms.keeping.forget(press.token)
        await delivery.delete(interaction)

    async def _owns(self, interaction: Interaction, token: str) -> bool:
        """Whether the person who pressed has asked, as far as can be told within a second."""
        try:
            async with asyncio.timeout(_PATIENCE):
                asker = await self._rooms.keeping.asker(token)
        except (LibraryError, TimeoutError):
            asker = None
        return _answers(interaction) if asker is None else asker == str(interaction.user.id)


def _by(press: Press) -> By:
    for by in ("source", "time"):
        if press.details[:1] == (by,):
            return by
    return "position"


def _number(given: Sequence[str], place: int) -> int:
    """A number among details or values; what is forged or missing counts as none."""
    written = given[place] if len(given) > place else "0"
    return int(written) if written.isdecimal() else 0


def _is_private(interaction: Interaction) -> bool:
    """Whether the message is seen by the person who pressed alone."""
    return interaction.message is not None and interaction.message.flags.ephemeral


def _answers(interaction: Interaction) -> bool:
    """Whether the message answers the person who pressed, as Discord tells with the press."""
    message = interaction.message
    if message is None:
        return False
    if message.interaction_metadata is not None:
        return message.interaction_metadata.user == interaction.user
    if interaction.guild_id is None:
        return True
    asked = message.reference.resolved if message.reference else None
    return isinstance(asked, discord.Message) and asked.author == interaction.user
