"""Watching as a person does, and what is then posted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.discord.rounds import LOOK_SECONDS
from tests.e2e.discord.conftest import text
from tests.e2e.discord.lists import shown
from tests.retrieval.watching.newsroom import QUESTION

if TYPE_CHECKING:
    import simcord

    from tests.e2e.discord.conftest import World


FILLING = "The works at the harbour go on, and the council meets on Monday."


async def rounds(world: World) -> None:
    """Let the bot look, ask again and tell."""
    await world.env.advance_time(LOOK_SECONDS * 2)
    await world.env.settle()


async def watch(world: World, actor: simcord.MemberActor | None = None, **more: object) -> Any:  # noqa: ANN401
    options = {"question": QUESTION, **more}
    return shown(await (actor or world.moderator).slash(world.channel, "watch", **options))


async def restart(world: World) -> None:
    """A new process: the system takes the locks of the old one back, which simcord leaves."""
    cog = world.bot.get_cog("Watches")
    assert cog is not None
    await cog.cog_unload()
    await world.restart()


def posts(channel: simcord.ChannelHandle) -> list[str]:
    return [text(each) for each in channel.history()]


def ids(message: Any) -> list[str]:  # noqa: ANN401
    from tests.e2e.discord.conftest import components  # noqa: PLC0415

    return [each["custom_id"] for each in components(message) if "custom_id" in each]
