"""What is told of a watched question: once, pinging nobody, in the watcher's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from tests.e2e.discord.conftest import buttons, text
from tests.e2e.discord.lists import press, shown
from tests.e2e.discord.watching.watching import FILLING, posts, rounds, watch
from tests.retrieval.watching.newsroom import QUESTION, Newsroom, no, yes

if TYPE_CHECKING:
    import pytest

    from tests.e2e.discord.conftest import World


async def test_what_is_new_is_posted_once_and_pings_nobody(world: World, room: Newsroom) -> None:
    room.publish("north", yes("north"))
    told = text(await watch(world))
    assert f"I watch “{QUESTION}” and tell <#{world.channel.id}> what is new (at once)." in told
    assert "1 passage is known already." in told
    await rounds(world)
    assert posts(world.channel) == []
    room.publish("south", no("south"), FILLING)
    await rounds(world)
    await rounds(world)
    (post,) = posts(world.channel)
    assert post.startswith(f"## {QUESTION}\n-# New on a watched question")
    assert "### Says no" in post
    assert no("south").replace("-", "\\-") in post
    assert yes("north") not in post
    (sent,) = (
        each.json
        for each in world.env.http_requests
        if each.path == f"/channels/{world.channel.id}/messages" and each.method == "POST"
    )
    assert isinstance(sent, dict)
    assert sent["enforce_nonce"] is True
    assert len(sent["nonce"]) <= 25


async def test_a_correction_strikes_the_old_words_out(world: World, room: Newsroom) -> None:
    room.publish("north", yes("north"), FILLING, published="2024-11-07")
    await watch(world)
    room.publish("north", "The works at the Alder bridge go on in June.", FILLING)
    await rounds(world)
    (post,) = posts(world.channel)
    assert "### No longer there" in post
    assert "7 Nov 2024 · under “Says yes” before · noticed " in post
    assert f"> ~~{yes('north')}~~" in post


async def test_the_buttons_of_a_post_show_all_and_stop(world: World, room: Newsroom) -> None:
    room.publish("north", yes("north"))
    await watch(world)
    room.publish("south", no("south"))
    await rounds(world)
    message = world.channel.history()[-1]
    whole = shown(await world.bob.click(message, custom_id=buttons(message)["Whole answer"]))
    assert whole.ephemeral
    assert "### Says yes" in text(whole)
    assert "### Says no" in text(whole)
    stop = buttons(message)["Stop watching"]
    refused = shown(await world.bob.click(message, custom_id=stop))
    assert "Only whoever had it watched" in text(refused)
    done = shown(await world.moderator.click(message, custom_id=stop))
    assert text(done) == f"No longer watched: “{QUESTION}”."
    again = shown(await world.moderator.click(message, custom_id=stop))
    assert "not watched any more" in text(again)
    room.publish("east", yes("east"))
    await rounds(world)
    assert len(posts(world.channel)) == 1


async def test_what_does_not_fit_is_on_pages_of_ones_own(world: World, room: Newsroom) -> None:
    await watch(world)
    for number in range(12):
        room.publish(f"paper-{number}", yes(f"paper {number} " + "x" * 600))
    await rounds(world)
    (message,) = world.channel.history()
    assert "Page 1 of " in text(message)
    page = shown(await world.bob.click(message, custom_id=buttons(message)["Next"]))
    assert page.ephemeral
    assert "Page 2 of " in text(page)
    back = shown(await press(world.bob, page, "Previous"))
    assert "Page 1 of " in text(back)


async def test_a_hidden_source_is_not_told(world: World, room: Newsroom) -> None:
    await watch(world)
    room.publish("north", FILLING)
    await world.bot.servers.set(world.guild.id, hidden=("north",))
    room.publish("north-2", yes("north"), source="north")
    room.publish("south", no("south"))
    await rounds(world)
    (post,) = posts(world.channel)
    assert "### Says yes" not in post
    assert "### Says no" in post


async def test_labels_are_in_the_watchers_language(
    world: World, room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = discord.Interaction._from_data

    def heard(self: Any, data: Any) -> None:  # noqa: ANN401
        data["locale"] = "de"
        original(self, data)

    monkeypatch.setattr(discord.Interaction, "_from_data", heard)
    await watch(world)
    room.publish("north", yes("north"))
    await rounds(world)
    (post,) = posts(world.channel)
    assert "Neues zu einer beobachteten Frage" in post
    assert yes("north") in post
