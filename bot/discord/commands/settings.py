"""/settings: what those who manage a server set for it. Shown to them only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord import delivery
from bot.discord.failures import Refusal
from bot.discord.language import LANGUAGES
from bot.discord.panels import server as panels
from bot.discord.panels.parts import page_of
from bot.discord.places import server_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.discord.press import Interaction, Press
    from bot.discord.rooms import Rooms
    from bot.discord.servers import ServerSettings


class Settings(commands.Cog):
    """The panel of settings, and its controls."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        rooms.on_press(panels.VERB, self._pressed)

    @app_commands.command(description="Set how I work in this server. For those who manage it.")
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def settings(self, interaction: Interaction) -> None:
        """Show the settings."""
        self._server(interaction)
        await delivery.acknowledge(interaction, private=True)
        await delivery.deliver(interaction, await self._panel(interaction), private=True)

    async def _pressed(self, interaction: Interaction, press: Press, values: Sequence[str]) -> None:
        server = self._server(interaction)
        await interaction.response.defer()
        field, *rest = press.details or ("show",)
        if field == "sources":
            await delivery.edit(interaction, await self._hiding(interaction, page_of(press)))
            return
        if field == "hide":
            await self._hide(server, page_of(press), values)
            await delivery.edit(interaction, await self._hiding(interaction, page_of(press)))
            return
        changes = changes_of(field, rest, values)
        if changes:
            await self._rooms.servers.set(server, **changes)
        await delivery.edit(interaction, await self._panel(interaction))

    def _server(self, interaction: Interaction) -> int:
        """The server, where the person may change its settings; raises Refusal elsewhere."""
        server = server_of(interaction)
        if server is None:
            raise Refusal("settings-not-here")
        # Not left to Discord: a server may let anybody use the command, and buttons stay.
        if not interaction.permissions.manage_guild:
            raise Refusal("settings-not-yours")
        return server

    async def _hide(self, server: int, page: int, tags: Sequence[str]) -> None:
        held = await self._rooms.shelf.held()

        def changed(now: ServerSettings) -> ServerSettings:
            return replace(now, hidden=panels.hidden_after(now, held, page, tags))

        await self._rooms.servers.change(server, changed)

    async def _panel(self, interaction: Interaction) -> discord.ui.LayoutView:
        operator = self._rooms.settings
        return panels.settings(
            self._rooms.servers.get(server_of(interaction)),
            await self._rooms.shelf.held(),
            {channel.id for channel in interaction.guild.channels} if interaction.guild else set(),
            (operator.search.per_source, operator.discord.feedback),
            self._rooms.say(interaction),
        )

    async def _hiding(self, interaction: Interaction, page: int) -> discord.ui.LayoutView:
        chosen = self._rooms.servers.get(server_of(interaction))
        held = await self._rooms.shelf.held()
        return panels.hiding(chosen, held, self._rooms.say(interaction), page)


def changes_of(field: str, rest: Sequence[str], values: Sequence[str]) -> dict[str, Any]:
    """What a control changes; nothing for a control or a value that there is not."""
    value = next(iter(values), "")
    match field:
        case "private" | "feedback" | "watching":
            return {field: list(rest) == ["on"]}
        case "channels":
            return {"channels": tuple(filter(str.isdecimal, values))}
        case "per-source" if value in (panels.OPERATORS, *map(str, panels.PER_SOURCE)):
            return {"per_source": None if value == panels.OPERATORS else int(value)}
        case "language" if value in (panels.ASKERS, *LANGUAGES):
            return {"language": None if value == panels.ASKERS else value}
        case _:
            return {}
