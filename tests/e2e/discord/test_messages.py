"""Asking without a command: mentions, replies, direct messages, and the menu of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest

from bot.discord.commands.asking import MESSAGE_COMMAND
from bot.discord.cooldown import Cooldown
from config.serving import DiscordSettings
from tests.e2e.discord.asking import COUNTS, QUESTION, told
from tests.e2e.discord.conftest import buttons, text

if TYPE_CHECKING:
    import simcord

    from tests.e2e.discord.conftest import World


def last(world: World, channel: simcord.ChannelHandle | None = None) -> discord.Message:
    return (channel or world.channel).history()[-1]


def me(world: World) -> str:
    assert world.bot.user is not None
    return world.bot.user.mention


async def test_a_mention_asks_and_is_answered_by_a_reply_that_pings_nobody(world: World) -> None:
    asked = await world.alice.send(world.channel, f"{me(world)} {QUESTION}")
    answer = last(world)
    assert answer.author.id == world.bot.application_id or answer.author == world.bot.user
    assert answer.reference is not None
    assert answer.reference.message_id == asked.id
    assert text(answer).startswith(f"## {QUESTION}\n{COUNTS}")
    assert answer.mentions == []


async def test_a_mention_may_stand_anywhere_and_people_go_by_their_names(world: World) -> None:
    await world.alice.send(
        world.channel, f"Did Putin congratulate Trump, {world.bob.mention} {me(world)}?"
    )
    assert text(last(world)).startswith("## Did Putin congratulate Trump, bob ?")


async def test_without_a_mention_nothing_is_said(world: World) -> None:
    await world.alice.send(world.channel, QUESTION)
    await world.alice.send(world.channel, f"@everyone {QUESTION}")
    await world.alice.send(world.channel, f"whosays {QUESTION}")
    assert len(world.channel.history()) == 3


async def test_other_bots_are_not_answered(world: World) -> None:
    robot = world.guild.add_member(world.env.create_user("robot", bot=True))
    await robot.send(world.channel, f"{me(world)} {QUESTION}")
    hook = world.guild.create_webhook(world.channel, "hook")
    await hook.send(f"{me(world)} {QUESTION}")
    assert len(world.channel.history()) == 2


async def test_a_bare_mention_is_told_how_to_ask(world: World) -> None:
    await world.alice.send(world.channel, me(world))
    assert text(last(world)).startswith("Mention me with a whole question")
    assert MESSAGE_COMMAND in text(last(world))


async def test_half_a_question_in_a_reply_is_asked_to_stand_alone(world: World) -> None:
    await world.alice.send(world.channel, f"{me(world)} {QUESTION}")
    await world.alice.send(
        world.channel, f"{me(world)} And Lavrov?", reply_to=world.channel.last_message
    )
    assert text(last(world)).startswith("Each question stands alone here")


async def test_a_reply_to_an_answer_that_mentions_the_bot_asks(world: World) -> None:
    await world.alice.send(world.channel, f"{me(world)} {QUESTION}")
    await world.bob.send(
        world.channel, f"Who congratulated Trump? {me(world)}", reply_to=last(world)
    )
    assert text(last(world)).startswith("## Who congratulated Trump?")


async def test_a_long_message_is_told_the_limit(world: World) -> None:
    await world.alice.send(world.channel, f"{me(world)} {'Did it rain? ' * 40}")
    assert text(last(world)) == "That has 519 characters; please ask in at most 300."


async def test_outside_the_servers_channels_a_mention_is_left_alone(world: World) -> None:
    other = world.guild.create_text_channel("other")
    await world.bot.servers.set(world.guild.id, channels=(str(other.id),))
    await world.alice.send(world.channel, f"{me(world)} {QUESTION}")
    assert len(world.channel.history()) == 1
    await world.alice.send(other, f"{me(world)} {QUESTION}")
    assert COUNTS in text(last(world, other))


async def test_in_a_thread_of_the_servers_channel_it_answers(world: World) -> None:
    await world.bot.servers.set(world.guild.id, channels=(str(world.channel.id),))
    parent = world.bot.get_channel(world.channel.id)
    assert isinstance(parent, discord.TextChannel)
    await parent.create_thread(name="putin", type=discord.ChannelType.public_thread)
    (thread,) = world.channel.threads
    await world.alice.send(thread, f"{me(world)} {QUESTION}")
    assert COUNTS in text(last(world, thread))


async def test_who_asks_too_much_is_told_so_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    strict = Cooldown(DiscordSettings(user_per_minute=1), lambda: 1.0)
    monkeypatch.setattr(world.bot.answering, "_cooldown", strict)
    for _ in range(4):
        await world.alice.send(world.channel, f"{me(world)} {QUESTION}")
    said = [text(each) for each in world.channel.history() if each.author == world.bot.user]
    assert len(said) == 2
    assert said[1].startswith("You have asked a lot just now")


async def test_what_is_no_question_counts_too(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    strict = Cooldown(DiscordSettings(user_per_minute=2), lambda: 1.0)
    monkeypatch.setattr(world.bot.answering, "_cooldown", strict)
    for said in ("And Lavrov?", "", "x", "", "And Peskov?"):
        await world.alice.send(world.channel, f"{me(world)} {said}")
    said_back = [each for each in world.channel.history() if each.author == world.bot.user]
    assert len(said_back) == 3


async def test_a_direct_message_asks(world: World) -> None:
    await world.alice.send_dm(QUESTION)
    answer = last(world, world.alice.user.dm_channel)
    assert COUNTS in text(answer)
    assert "Share in channel" not in buttons(answer)


async def test_half_a_question_in_a_direct_message_gets_a_friendly_request(world: World) -> None:
    await world.alice.send_dm("hi")
    assert text(last(world, world.alice.user.dm_channel)).startswith("Each question stands alone")


async def test_ask_works_in_direct_messages(world: World) -> None:
    result = await world.alice.user.slash("ask", question=QUESTION, private=True)
    assert result.response is not None
    assert COUNTS in text(result.response)
    assert "Share in channel" not in buttons(result.response)


async def test_the_menu_of_a_message_asks_about_its_text_privately(world: World) -> None:
    claim = await world.bob.send(world.channel, "Putin congratulated Trump.")
    result = await world.alice.context_menu(world.channel, MESSAGE_COMMAND, claim)
    assert result.response is not None
    assert result.ephemeral
    assert text(result.response).startswith("## Putin congratulated Trump.\n")
    assert "sources say yes" in text(result.response)
    assert "Share in channel" in buttons(result.response)


async def test_of_a_long_message_the_asker_keeps_what_to_ask_about(world: World) -> None:
    story = "Putin congratulated Trump. " + "There is more to say about it. " * 20
    claim = await world.bob.send(world.channel, story)
    form = await world.alice.context_menu(world.channel, MESSAGE_COMMAND, claim)
    assert form.modal is not None
    (field,) = (each["component"] for each in form.modal["components"])
    assert field["value"] == story[:300]
    assert field["max_length"] == 300
    result = await world.alice.submit_modal(form, {"part": "Putin congratulated Trump."})
    assert result.response is not None
    assert result.ephemeral
    assert text(result.response).startswith("## Putin congratulated Trump.\n")


async def test_a_message_without_words_cannot_be_asked_about(world: World) -> None:
    picture = await world.bob.send(world.channel, attachments=[("a.png", b"not looked at")])
    result = await world.alice.context_menu(world.channel, MESSAGE_COMMAND, picture)
    assert told(result).startswith("There is no text in that message")


@pytest.mark.parametrize("said", ["thanks", "👍", "Great work, thank you very much!"])
async def test_thanks_in_a_reply_is_not_answered(world: World, said: str) -> None:
    await world.alice.send(world.channel, f"{me(world)} {QUESTION}")
    before = len(world.channel.history())
    await world.alice.send(world.channel, said, reply_to=last(world))
    assert len(world.channel.history()) == before + 1
    assert world.bot.ledger.kept(str(world.alice.id)).questions == 1


@pytest.mark.parametrize(
    ("said", "beginning"),
    [
        ("And Lavrov?", "Each question stands alone here"),
        ("Who congratulated Trump?", "## Who congratulated Trump?"),
        ("Putin congratulated Trump", "## Putin congratulated Trump\n"),
        ("Did the volcano erupt?", "## Did the volcano erupt?\nThe library does not cover"),
    ],
)
async def test_a_question_in_a_reply_needs_no_other_mention(
    world: World, said: str, beginning: str
) -> None:
    await world.alice.send(world.channel, f"{me(world)} {QUESTION}")
    await world.bob.send(world.channel, said, reply_to=last(world))
    assert text(last(world)).startswith(beginning)
