"""Channels that the bot can write in, for who chooses one."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.discord.failures import Refusal

Interaction = discord.Interaction[Any]

_THREADS = [
    discord.ChannelType.public_thread,
    discord.ChannelType.private_thread,
    discord.ChannelType.news_thread,
]
_WRITTEN_IN = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.voice,
    discord.ChannelType.stage_voice,
    *_THREADS,
]
Place = app_commands.AppCommandChannel | app_commands.AppCommandThread


class Writable(app_commands.Transformer):
    """A channel that messages can be written in, as Discord names it: it need not be known yet."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """What Discord calls the kind of option."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """The kinds that Discord offers."""
        return _WRITTEN_IN

    async def transform(self, _: Interaction, value: Place, /) -> Place:
        """The channel as it came."""
        return value


def writable(interaction: Interaction, chosen: Place | None) -> int:
    """The id of the chosen channel, or of the one that a person is in.

    Raises Refusal where they cannot read or the bot cannot write.
    """
    place = chosen or interaction.channel
    place_id = interaction.channel_id if chosen is None else chosen.id
    permissions = interaction.permissions if chosen is None else chosen.permissions
    kind = getattr(place, "type", discord.ChannelType.text)
    writes = _may_write(_mine(interaction, chosen), thread=kind in _THREADS)
    if place_id is None or not (kind in _WRITTEN_IN and permissions.view_channel and writes):
        raise Refusal("watch-no-channel", channel=f"<#{place_id}>")
    return place_id


def _mine(interaction: Interaction, chosen: Place | None) -> discord.Permissions | None:
    """What the bot may do there, as far as it is known."""
    if chosen is None:
        return interaction.app_permissions
    known = chosen.resolve()
    if known is None or interaction.guild is None or interaction.guild.me is None:
        return None
    return known.permissions_for(interaction.guild.me)


def _may_write(permissions: discord.Permissions | None, *, thread: bool) -> bool:
    # Where it is not known, the first post tells.
    if permissions is None:
        return True
    writes = permissions.send_messages_in_threads if thread else permissions.send_messages
    return permissions.view_channel and writes
