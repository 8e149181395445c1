"""/privacy: what is kept about who asks, and its end: by them, by age, by leaving a server."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands, tasks

from bot.discord import delivery
from bot.discord.panels.parts import panel, text
from bot.discord.press import Press, act
from bot.discord.show import notice
from retrieval.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.discord.language import Labels
    from bot.discord.rooms import Rooms
    from retrieval.store.ledger_records import Kept

    Interaction = discord.Interaction[Any]

VERB = "privacy"
EXPIRE_HOURS = 1
SCRUB_HOURS = 24

log = logging.getLogger(__name__)


class Privacy(commands.Cog):
    """Shows and deletes what the ledger keeps of people and servers."""

    def __init__(self, rooms: Rooms, bot: commands.Bot | commands.AutoShardedBot) -> None:
        self._rooms = rooms
        self._bot = bot
        rooms.on_press(VERB, self._pressed)

    async def cog_load(self) -> None:
        """Start deleting by age."""
        self.expiring.start()
        self.scrubbing.start()

    async def cog_unload(self) -> None:
        """Stop it."""
        self.expiring.cancel()
        self.scrubbing.cancel()

    @app_commands.command(description="See what I keep about you, and delete it.")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def privacy(self, interaction: Interaction) -> None:
        """Show what is kept about the person, to them alone."""
        await delivery.acknowledge(interaction, private=True)
        await delivery.edit(interaction, await self._shown(interaction))

    async def _pressed(self, interaction: Interaction, press: Press, _: Sequence[str]) -> None:
        """Ask whether they are sure, delete, or show what is kept again."""
        await interaction.response.defer()
        rooms, say = self._rooms, self._rooms.say(interaction)
        asker, step = str(interaction.user.id), press.details[:1]
        if step == ("yes",):
            gone = await rooms.keeping.forget_person(asker)
            view = notice(say("privacy-deleted", **_amount(gone)))
        elif step == ("delete",):
            kept = await rooms.keeping.kept(asker)
            view = _sure(kept, say)
        else:
            view = await self._shown(interaction)
        await delivery.edit(interaction, view)

    async def _shown(self, interaction: Interaction) -> discord.ui.LayoutView:
        kept = await self._rooms.keeping.kept(str(interaction.user.id))
        return _kept(
            kept, self._rooms.say(interaction), days=self._rooms.settings.discord.keep_days
        )

    # What ends by itself

    @tasks.loop(hours=EXPIRE_HOURS)
    async def expiring(self) -> None:
        """Delete what is older than the operator keeps it."""
        days = timedelta(days=self._rooms.settings.discord.keep_days)
        try:
            before = datetime.now(UTC) - days
            gone = await self._rooms.keeping.expire(before)
            watches = self._rooms.library.watches
            gone += await asyncio.to_thread(watches.expire, before.timestamp())
        except LibraryError as error:
            log.warning("nothing could be deleted by age: %s", error)
        else:
            log.info("deleted by age", extra={"rows": gone})

    @tasks.loop(hours=SCRUB_HOURS)
    async def scrubbing(self) -> None:
        """Take what deleted rows have left in the file."""
        try:
            await asyncio.to_thread(self._rooms.ledger.scrub)
        except LibraryError as error:
            log.warning("the ledger could not be written anew: %s", error)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Delete what was kept of servers that were left while nobody was connected."""
        rooms = self._rooms
        for server in await asyncio.to_thread(rooms.ledger.servers):
            if self._bot.get_guild(int(server)) is None and await self._has_left(int(server)):
                await rooms.keeping.leave(server)
                rooms.servers.forget(int(server))
                log.info("deleted what was kept of a server that was left")

    async def _has_left(self, server: int) -> bool:
        """Discord's word for it: a server it has not told of yet is not one that was left."""
        try:
            await self._bot.fetch_guild(server, with_counts=False)
        except (discord.NotFound, discord.Forbidden):
            return True
        except discord.HTTPException as error:
            log.warning("could not ask after a server: %s", error)
        return False


def _amount(kept: Kept) -> dict[str, int]:
    return {"questions": kept.questions, "feedback": kept.feedback, "watches": kept.watches}


def _kept(kept: Kept, say: Labels, *, days: int) -> discord.ui.LayoutView:
    if kept.oldest is None:
        amount = say("privacy-nothing")
    else:
        # Discord writes the day as the reader's own clock and language have it.
        oldest = discord.utils.format_dt(datetime.fromisoformat(kept.oldest), "D")
        amount = say("privacy-kept", oldest=oldest, **_amount(kept))
    items: list[discord.ui.Item[Any]] = [
        text(f"## {say('privacy-title')}", f"**{amount}**"),
        discord.ui.Separator(),
        text(
            *(say(f"privacy-{each}") for each in ("what", "watches", "read", "who")),
            say("privacy-until", days=days),
        ),
    ]
    if kept.oldest is not None:
        button = act(
            Press(VERB, "", ("delete",)), say("privacy-delete"), style=discord.ButtonStyle.danger
        )
        items.append(discord.ui.ActionRow(button))
    return panel(*items)


def _sure(kept: Kept, say: Labels) -> discord.ui.LayoutView:
    return panel(
        text(say("privacy-sure", **_amount(kept))),
        discord.ui.ActionRow(
            act(Press(VERB, "", ("yes",)), say("privacy-yes"), style=discord.ButtonStyle.danger),
            act(Press(VERB, "", ("no",)), say("privacy-no")),
        ),
    )
