"""What is offered while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from tests.e2e.discord.asking import QUESTION
from tests.e2e.discord.conftest import text

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World


async def test_while_typing_titles_and_earlier_public_questions_are_offered(world: World) -> None:
    offered = await world.alice.autocomplete(world.channel, "ask", "question", "congratulat")
    titles = [each["name"] for each in offered]
    assert "Putin, Russian officials secretly congratulate Trump, media reports" in titles
    assert all(len(each["name"]) <= 100 and len(each["value"]) <= 100 for each in offered)
    await world.bob.slash(world.channel, "ask", question=QUESTION)
    await world.bob.slash(world.channel, "ask", question="Did Xi congratulate Trump?", private=True)
    offered = await world.alice.autocomplete(world.channel, "ask", "question", "CONGRATULATE t")
    assert offered[0] == {"name": QUESTION, "value": QUESTION}
    assert not any("Xi" in each["name"] for each in offered)


async def test_questions_of_a_channel_that_one_may_not_read_are_not_offered(world: World) -> None:
    unseen = discord.PermissionOverwrite(view_channel=False)
    seen = discord.PermissionOverwrite(view_channel=True)
    inner = world.guild.create_text_channel(
        "inner",
        overwrites={world.guild.default_role: unseen, world.guild.roles["moderators"]: seen},
    )
    await world.moderator.slash(inner, "ask", question="Did Xi congratulate Trump?")
    typed = (world.channel, "ask", "question", "xi")
    assert await world.alice.autocomplete(*typed) == []
    assert len(await world.moderator.autocomplete(*typed)) == 1


async def test_a_long_title_is_asked_whole(world: World) -> None:
    offered = await world.alice.autocomplete(world.channel, "ask", "question", "constructive")
    (choice,) = offered
    assert len(choice["value"]) == 100
    assert choice["name"].endswith("…")
    result = await world.alice.slash(world.channel, "ask", question=choice["value"])
    assert result.response is not None
    assert "president-elect on victory" in text(result.response).split("\n")[0]


async def test_sources_are_offered_by_what_was_typed(world: World) -> None:
    offered = await world.alice.autocomplete(world.channel, "ask", "source", "kyiv")
    assert offered == [{"name": "The Kyiv Independent", "value": "kyiv-independent"}]
    await world.bot.servers.set(world.guild.id, hidden=("kyiv-independent",))
    assert await world.alice.autocomplete(world.channel, "ask", "source", "kyiv") == []
    assert len(await world.alice.autocomplete(world.channel, "ask", "source", "")) == 3
