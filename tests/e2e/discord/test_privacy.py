"""/privacy, and what ends by itself: by age, by leaving a server."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import LibraryError, NotFoundError
from retrieval.model import Filter
from retrieval.store.ledger_records import Feedback
from tests.e2e.discord.conftest import buttons, text

if TYPE_CHECKING:
    from pathlib import Path

    import simcord

    from config.settings import Settings
    from retrieval.store.ledger_records import Asked
    from tests.e2e.discord.conftest import World

QUESTION = "Did Putin congratulate Trump?"
DELETE = "Delete my questions and feedback"
HOUR = 3600


async def ask(world: World, actor: simcord.MemberActor) -> simcord.ResponseMessage:
    result = await actor.slash(world.channel, "ask", question=QUESTION)
    assert result.response is not None
    return result.response


async def privacy(world: World, actor: simcord.MemberActor) -> simcord.ResponseMessage:
    result = await actor.slash(world.channel, "privacy")
    assert result.response is not None
    assert result.response.ephemeral
    return result.response


async def click(
    actor: simcord.MemberActor, message: simcord.ResponseMessage, label: str
) -> simcord.InteractionResult:
    return await actor.click(message, custom_id=buttons(message)[label])


def note(world: World, server: int | None, asker: int = 1) -> Asked:
    """A question kept without asking, for what only looks at rows."""
    answer = world.bot.library.ask(QUESTION, where=Filter(sources=("kyiv-independent",)))
    return world.bot.ledger.note(
        server=None if server is None else str(server),
        channel="2",
        asker=str(asker),
        where=Filter(),
        per_source=None,
        private=False,
        answer=answer,
    )


def is_kept(world: World, asked: Asked) -> bool:
    try:
        return world.bot.ledger.asked(asked.id) == asked
    except NotFoundError:
        return False


def say(world: World, asker: int) -> None:
    world.bot.ledger.add_feedback(
        Feedback(kind="unhelpful", question=QUESTION, asker=str(asker), server=str(world.guild.id))
    )


# What is kept, and deleting it


async def test_of_a_stranger_nothing_is_kept(world: World) -> None:
    await ask(world, world.bob)
    shown = await privacy(world, world.alice)
    assert "No question and no feedback of yours." in text(shown)
    assert "deleted after 30 days" in text(shown)
    assert buttons(shown) == {}


async def test_what_is_kept_is_counted_and_dated(world: World) -> None:
    await ask(world, world.alice)
    await ask(world, world.alice)
    say(world, world.alice.id)
    shown = await privacy(world, world.alice)
    assert "2 questions with their answers, 1 piece of feedback" in text(shown)
    (day,) = re.findall(r"<t:(\d+):D>", text(shown))
    oldest = world.bot.ledger.kept(str(world.alice.id)).oldest
    assert oldest is not None
    assert int(day) == int(datetime.fromisoformat(oldest).timestamp())
    assert list(buttons(shown)) == [DELETE]


async def test_deleting_asks_first_and_takes_ones_own_alone(world: World) -> None:
    alices, bobs = await ask(world, world.alice), await ask(world, world.bob)
    say(world, world.alice.id)
    say(world, world.bob.id)
    shown = await privacy(world, world.alice)
    sure = (await click(world.alice, shown, DELETE)).response
    assert sure is not None
    assert "Delete 1 question with its answer, 1 piece of feedback?" in text(sure)
    assert world.bot.ledger.kept(str(world.alice.id)).questions == 1
    done = (await click(world.alice, sure, "Delete")).response
    assert done is not None
    assert text(done) == "Deleted: 1 question with its answer, 1 piece of feedback."
    assert buttons(done) == {}
    assert "No question" in text(await privacy(world, world.alice))
    assert "1 question with its answer" in text(await privacy(world, world.bob))
    assert [each.asker for each in world.bot.ledger.feedback()] == [str(world.bob.id)]
    gone = await click(world.bob, alices, "By source")
    told = [*gone.followups, *([gone.response] if gone.response else [])]
    assert any("please ask again" in text(each) for each in told)
    there = await click(world.bob, bobs, "By source")
    assert there.response is not None
    assert "Kyiv Independent" in text(there.response)


async def test_keeping_leaves_everything(world: World) -> None:
    await ask(world, world.alice)
    shown = await privacy(world, world.alice)
    sure = (await click(world.alice, shown, DELETE)).response
    assert sure is not None
    back = (await click(world.alice, sure, "Keep")).response
    assert back is not None
    assert "1 question with its answer, no feedback" in text(back)
    assert list(buttons(back)) == [DELETE]


async def test_deleting_works_after_a_restart(world: World) -> None:
    await ask(world, world.alice)
    shown = await privacy(world, world.alice)
    await world.restart()
    sure = (await click(world.alice, shown, DELETE)).response
    assert sure is not None
    await world.restart()
    await click(world.alice, sure, "Delete")
    assert world.bot.ledger.kept(str(world.alice.id)).questions == 0


async def test_a_deleted_question_is_not_suggested_any_more(world: World) -> None:
    await ask(world, world.alice)

    async def suggested() -> list[str]:
        choices = await world.bob.autocomplete(world.channel, "ask", "question", "Did Putin")
        return [str(each["value"]) for each in choices]

    assert QUESTION in await suggested()
    world.bot.ledger.forget(str(world.alice.id))
    assert QUESTION not in await suggested()


async def test_the_asker_still_deletes_the_message_afterwards(world: World) -> None:
    message = await ask(world, world.alice)
    world.bot.ledger.forget(str(world.alice.id))
    await click(world.alice, message, "Delete")
    assert message.id not in [each.id for each in world.channel.history()]


async def test_it_works_in_direct_messages(world: World) -> None:
    dm = world.env.create_user("carol")
    result = await dm.slash("privacy")
    assert result.response is not None
    assert "What I keep about you" in text(result.response)


class TestAnotherTime:
    @pytest.fixture
    def bot_settings(self, bot_settings: Settings) -> Settings:
        discord = bot_settings.discord.model_copy(update={"keep_days": 1})
        return bot_settings.model_copy(update={"discord": discord})

    async def test_how_long_is_what_the_operator_set(self, world: World) -> None:
        assert "deleted after 1 day," in text(await privacy(world, world.alice))

    async def test_what_is_older_is_deleted_within_the_hour(self, world: World) -> None:
        old, young = note(world, world.guild.id), note(world, world.guild.id)
        age(world, old, timedelta(days=1, minutes=1))
        age(world, young, timedelta(hours=22))
        await world.env.advance_time(HOUR)
        assert not is_kept(world, old)
        assert world.bot.ledger.asked(young.id)


def age(world: World, asked: Asked, by: timedelta) -> None:
    """Make a question older."""
    at = (datetime.now(UTC) - by).isoformat(timespec="microseconds")
    with world.bot.ledger._database.writing() as connection:
        connection.execute("UPDATE asked SET at = ? WHERE id = ?", (at, asked.id))


# What ends by itself


async def test_what_was_deleted_leaves_the_file_within_a_day(
    world: World, bot_settings: Settings
) -> None:
    with world.bot.ledger._database.writing():
        for number in range(200):
            world.bot.ledger.add_feedback(
                Feedback(
                    kind="unhelpful",
                    question=QUESTION,
                    asker=str(number % 2),
                    article=str(number),
                    comment=f"zqx{number % 2}zqx " * (1 + number),
                )
            )
    assert holds(bot_settings.library.path, b"zqx1zqx")
    world.bot.ledger.forget("1")
    # What looks every five seconds would do so 17,280 times.
    assert await world.bot.remove_cog("Watches") is not None
    await world.env.advance_time(24 * HOUR)
    assert not holds(bot_settings.library.path, b"zqx1zqx")
    assert holds(bot_settings.library.path, b"zqx0zqx")
    assert world.bot.ledger.kept("0").feedback == 100


def holds(folder: Path, word: bytes) -> bool:
    return any(word in file.read_bytes() for file in folder.iterdir() if file.is_file())


async def test_a_library_that_cannot_be_written_is_tried_again(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    old = note(world, world.guild.id)
    age(world, old, timedelta(days=31))

    def refuse(*_: object) -> None:
        raise LibraryError("The library is read-only.")

    with monkeypatch.context() as patched:
        patched.setattr(world.bot.ledger, "expire", refuse)
        await world.env.advance_time(HOUR)
        assert "read-only" in caplog.text
        assert world.bot.ledger.asked(old.id)
    await world.env.advance_time(HOUR)
    assert not is_kept(world, old)


async def test_leaving_a_server_deletes_what_was_kept_of_it(world: World) -> None:
    await ask(world, world.alice)
    say(world, world.alice.id)
    await world.bot.servers.set(world.guild.id, private=True)
    elsewhere = note(world, None, asker=world.alice.id)
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    await guild.leave()
    await world.env.settle()
    assert world.bot.ledger.servers() == []
    assert not world.bot.servers.get(world.guild.id).private
    assert is_kept(world, elsewhere)


async def test_a_server_left_while_away_is_deleted_at_the_next_start(world: World) -> None:
    left, here = note(world, 999), note(world, world.guild.id)
    await world.restart()
    await world.env.settle()
    assert world.bot.ledger.servers() == [str(world.guild.id)]
    assert not is_kept(world, left)
    assert is_kept(world, here)


async def test_where_discord_cannot_say_nothing_is_deleted(world: World) -> None:
    asked = note(world, 999)
    world.env.inject_error("GET", "/guilds/999", status=400, times=None)
    await world.restart()
    await world.env.settle()
    assert is_kept(world, asked)
