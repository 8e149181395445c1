"""/watch, /watches and the button under an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest

from tests.e2e.discord.conftest import buttons, text
from tests.e2e.discord.lists import press, shown
from tests.e2e.discord.watching.watching import ids, posts, rounds, watch
from tests.retrieval.watching.newsroom import OPEN, QUESTION, Newsroom, no, yes

if TYPE_CHECKING:
    from config.settings import Settings
    from tests.e2e.discord.conftest import World


async def test_members_need_the_right_or_the_servers_leave(world: World, room: Newsroom) -> None:
    refused = await watch(world, world.alice)
    assert "Only members who may manage messages" in text(refused)
    panel = shown(await world.moderator.slash(world.channel, "settings"))
    switch = next(each for each in ids(panel) if each.endswith(":watching,on"))
    await world.moderator.click(panel, custom_id=switch)
    assert "I watch" in text(await watch(world, world.alice))


async def test_another_channel_and_another_pace(world: World, room: Newsroom) -> None:
    other = world.guild.create_text_channel("watching")
    told = text(await watch(world, channel=other, when="daily"))
    assert f"tell <#{other.id}> what is new (once a day)" in told
    room.publish("north", yes("north"))
    await rounds(world)
    assert posts(other) == []
    (kept,) = room.library.watches.of("discord")
    room.library.watches.later(kept.id, 1.0)
    await rounds(world)
    assert len(posts(other)) == 1
    assert posts(world.channel) == []


async def test_a_channel_where_nobody_can_write_is_refused(world: World, room: Newsroom) -> None:
    robot = world.bot.user
    assert robot is not None
    silent = discord.PermissionOverwrite(send_messages=False)
    muted = world.guild.create_text_channel("muted", overwrites={robot: silent})
    told = text(await watch(world, channel=muted))
    assert "I cannot write in" in told
    assert room.library.watches.of("discord") == []


async def test_in_direct_messages_anybody_may(world: World, room: Newsroom) -> None:
    carol = world.env.create_user("carol")
    told = shown(await carol.slash("watch", question=QUESTION))
    assert "write to you what is new" in text(told)
    room.publish("north", yes("north"))
    await rounds(world)
    (kept,) = room.library.watches.of("discord", asker=str(carol.id))
    assert (kept.server, kept.channel) == (None, None)
    sent = [each.json for each in world.env.http_requests if "nonce" in str(each.json)]
    assert yes("north") in str(sent)


async def test_watch_under_an_answer_tells_what_came_since(world: World, room: Newsroom) -> None:
    room.publish("north", yes("north"))
    answer = shown(await world.moderator.slash(world.channel, "ask", question=QUESTION))
    room.publish("south", no("south"))
    told = shown(await press(world.moderator, answer, "Watch"))
    assert "I watch" in text(told)
    await rounds(world)
    post = posts(world.channel)[-1]
    assert "### Says no" in post
    assert "### Says yes" not in post


async def test_watches_are_listed_paused_and_removed(world: World, room: Newsroom) -> None:
    assert "You watch no question here" in text(shown(await world.moderator.slash(
        world.channel, "watches")))  # fmt: skip
    await watch(world)
    await watch(world, question=OPEN, when="weekly")
    listed = shown(await world.moderator.slash(world.channel, "watches"))
    assert listed.ephemeral
    assert text(listed).count("<#") == 2
    pause = next(each for each in ids(listed) if ":watch-pause:" in each)
    paused = shown(await world.moderator.click(listed, custom_id=pause))
    assert "paused" in text(paused)
    room.publish("north", yes("north"))
    await rounds(world)
    assert posts(world.channel) == []
    paused = shown(await press(world.moderator, paused, "Go on"))
    await rounds(world)
    assert len(posts(world.channel)) == 1
    for _ in range(2):
        remove = next(each for each in ids(paused) if ":watch-remove:" in each)
        paused = shown(await world.moderator.click(paused, custom_id=remove))
    assert "You watch no question here" in text(paused)
    assert room.library.watches.of("discord") == []


async def test_limits_are_told(world: World, room: Newsroom) -> None:
    for word in ("May", "July", "August"):
        await watch(world, question=f"Will the Alder bridge open in {word}?")
    told = text(await watch(world))
    assert "You have 3 questions watched" in told
    assert len(room.library.watches.of("discord")) == 3


async def test_what_is_no_question_is_refused(world: World, room: Newsroom) -> None:
    told = text(await watch(world, question="What about the new bridge?"))
    assert "I watch" not in told
    assert room.library.watches.of("discord") == []


async def test_privacy_shows_and_deletes_them(world: World, room: Newsroom) -> None:
    await watch(world)
    told = shown(await world.moderator.slash(world.channel, "privacy"))
    assert "no questions, no feedback, 1 watched question" in text(told)
    sure = shown(await press(world.moderator, told, "Delete my questions and feedback"))
    await press(world.moderator, sure, "Delete")
    assert room.library.watches.of("discord") == []
    with room.library._catalogue.database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM told").fetchone() == (0,)


class TestSwitchedOff:
    @pytest.fixture
    def bot_settings(self, bot_settings: Settings) -> Settings:
        watch = bot_settings.watch.model_copy(update={"enabled": False})
        return bot_settings.model_copy(update={"watch": watch})

    async def test_nothing_is_watched(self, world: World, room: Newsroom) -> None:
        assert "watch.enabled is off" in text(await watch(world))
        room.publish("north", yes("north"))
        answer = shown(await world.moderator.slash(world.channel, "ask", question=QUESTION))
        assert "Watch" not in buttons(answer)
