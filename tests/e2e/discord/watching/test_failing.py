"""Nothing is told twice or lost where a channel, Discord or the process goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.discord.watching.watching import posts, restart, rounds, watch
from tests.retrieval.watching.newsroom import OPEN, QUESTION, Newsroom, yes

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World


@pytest.mark.parametrize(("status", "code"), [(403, 50013), (403, 50001), (404, 10003)])
async def test_a_channel_that_is_gone_ends_the_watch_and_tells_its_owner_once(
    world: World, room: Newsroom, status: int, code: int
) -> None:
    await watch(world)
    room.publish("north", yes("north"))
    path = f"/channels/{world.channel.id}/messages"
    world.env.inject_error("POST", path, status=status, code=code, times=1)
    await rounds(world)
    assert room.library.watches.of("discord") == []
    assert room.library.watches.ended("discord") == []
    await rounds(world)
    told = [each for each in world.env.http_requests if "I no longer watch" in str(each.json)]
    assert len(told) == 1
    assert posts(world.channel) == []


async def test_where_discord_is_out_of_order_the_post_comes_later(
    world: World, room: Newsroom
) -> None:
    await watch(world)
    room.publish("north", yes("north"))
    path = f"/channels/{world.channel.id}/messages"
    world.env.inject_error("POST", path, status=500, times=5)
    await rounds(world)
    assert posts(world.channel) == []
    for _ in range(5):
        await rounds(world)
    assert len(posts(world.channel)) == 1


async def test_a_question_that_fails_does_not_keep_others_waiting(
    world: World, room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    await watch(world, question=OPEN)
    await watch(world)
    ask = room.library.ask

    def fail(question: str, **options: Any) -> object:  # noqa: ANN401
        if question == OPEN:
            raise ZeroDivisionError
        return ask(question, **options)

    monkeypatch.setattr(room.library, "ask", fail)
    room.publish("north", yes("north"), "It was Jones who opened the bridge at Alder.")
    await rounds(world)
    assert len(posts(world.channel)) == 1
    world.errors()


async def test_a_post_that_was_sent_before_the_process_was_killed_is_not_sent_again(
    world: World, room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    await watch(world)
    room.publish("north", yes("north"))
    watches = room.library.watches

    def killed(*_: object) -> None:
        raise SystemError("killed between sending and noting it")

    with monkeypatch.context() as patched:
        patched.setattr(type(watches), "sent", killed)
        await rounds(world)
    world.errors()
    assert len(posts(world.channel)) == 1
    (post,) = watches.unsent("discord")
    await restart(world)
    await rounds(world)
    assert watches.unsent("discord") == []
    assert len(posts(world.channel)) == 1
    assert watches.post(post.id).message == str(world.channel.history()[-1].id)


async def test_a_post_that_was_written_down_and_not_sent_is_sent_after_a_restart(
    world: World, room: Newsroom
) -> None:
    await watch(world)
    room.publish("north", yes("north"))
    watcher = world.bot.get_cog("Watches")._rounds._watcher  # type: ignore[union-attr]
    (post,) = watcher.step()
    await restart(world)
    await rounds(world)
    assert len(posts(world.channel)) == 1
    assert room.library.watches.post(post.id).message


async def test_leaving_a_server_ends_its_watches(world: World, room: Newsroom) -> None:
    await watch(world)
    carol = world.env.create_user("carol")
    await carol.slash("watch", question=QUESTION)
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    await guild.leave()
    await world.env.settle()
    (kept,) = room.library.watches.of("discord")
    assert kept.asker == str(carol.id)
