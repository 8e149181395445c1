"""What goes wrong: who asked gets one calm sentence, the log the rest, and no answer is lost."""

from __future__ import annotations

import asyncio
import logging
import re
import threading
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.discord import confining
from retrieval.errors import LibraryError, ModelError
from retrieval.library import Library
from tests.e2e.discord.asking import COUNTS, QUESTION, told
from tests.e2e.discord.conftest import buttons, text
from tests.e2e.discord.test_messages import last, me

if TYPE_CHECKING:
    from collections.abc import Callable

    from retrieval.answered import Answer
    from tests.e2e.discord.conftest import World

UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION, INVALID_TOKEN = 10015, 10062, 50027
ORIGINAL = "/webhooks/*/messages/@original"
CALLBACK = "/interactions/*/callback"
SEND = "/channels/*/messages"


def reference(said: str) -> str:
    """The reference number in a sentence, which is all that a failure shows of itself."""
    assert "Traceback" not in said
    assert "\n" not in said
    found = re.search(r"\b\d{8}\b", said)
    assert found is not None, said
    return found[0]


def failing(error: Exception) -> Callable[..., Any]:
    def fail(*args: object, **kwargs: object) -> None:
        raise error

    return fail


def meanwhile(
    world: World, monkeypatch: pytest.MonkeyPatch, happening: Callable[[], object]
) -> None:
    """Let something happen on the event loop while the library works on a question."""
    ask, loop = world.bot.library.ask, asyncio.get_running_loop()

    def interrupted(question: str, **options: Any) -> Answer:  # noqa: ANN401 - as `ask` takes them
        done = threading.Event()
        loop.call_soon_threadsafe(happening)
        loop.call_soon_threadsafe(done.set)
        assert done.wait(10)
        return ask(question, **options)

    monkeypatch.setattr(world.bot.library, "ask", interrupted)


@pytest.mark.parametrize(
    ("error", "beginning"),
    [
        (RuntimeError("the secret of /home/somebody"), "Something went wrong on my side"),
        (LibraryError("disk image is malformed at /home/somebody"), "My library cannot be read"),
        (ModelError("no weights in /home/somebody"), "I cannot work on questions just now"),
    ],
)
async def test_a_failure_is_one_sentence_with_a_number_that_the_log_has(
    world: World,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
    beginning: str,
) -> None:
    monkeypatch.setattr(world.bot.library, "ask", failing(error))
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert result.response is not None
    said = text(result.response)
    assert said.startswith(beginning)
    assert "somebody" not in said
    (record,) = (each for each in caplog.records if reference(said) in each.getMessage())
    assert record.levelno == logging.ERROR
    assert record.exc_info is not None
    assert record.exc_info[1] is error
    assert world.errors() == [error]


async def test_a_failure_after_a_mention_is_told_in_a_reply(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(world.bot.library, "ask", failing(RuntimeError("secret")))
    await world.alice.send(world.channel, f"{me(world)} {QUESTION}")
    said = text(last(world))
    assert said.startswith("Something went wrong on my side")
    assert reference(said)


async def test_a_failure_after_a_button_leaves_the_answer_as_it_is(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    monkeypatch.setattr(world.bot.ledger, "asked", failing(LibraryError("cannot read")))
    pressed = await world.alice.click(result.response, label="By source")  # type: ignore[arg-type]
    assert reference(told(pressed))
    assert COUNTS in text(last(world))


async def test_a_damaged_index_is_rebuilt_while_the_question_waits(world: World) -> None:
    for file in (world.bot.settings.library.path / "index").glob("vectors-*"):
        file.write_bytes(file.read_bytes()[:-100] + b"x" * 100)
    with Library.open(world.bot.settings) as reopened:
        bot = type(world.bot)(world.bot.settings, reopened)
        await world.env.restart_bot(bot)
        result = await world.alice.slash(world.channel, "ask", question=QUESTION)
        assert result.response is not None
        assert COUNTS in text(result.response)


async def test_while_nothing_can_be_written_the_answer_is_shown_and_its_buttons_work(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(world.bot.ledger, "note", failing(LibraryError("The disk is full.")))
    result = await world.alice.slash(world.channel, "ask", question=QUESTION, private=True)
    assert result.response is not None
    assert COUNTS in text(result.response)
    assert world.bot.ledger.kept(str(world.alice.id)).questions == 0
    await world.alice.click(result.response, label="By source")
    assert "By position" in buttons(result.response)
    await world.alice.click(result.response, label="Share in channel")
    assert COUNTS in text(last(world))
    await world.alice.click(last(world), label="Delete")
    assert world.channel.history() == []
    refused = await world.alice.click(result.response, label="By source")
    assert "please ask again" in told(refused)


async def test_a_library_that_does_not_say_in_time_what_it_holds_is_busy(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confining, "_PATIENCE", 0.01)

    async def never() -> None:
        await asyncio.sleep(3)

    monkeypatch.setattr(world.bot.shelf, "held", never)
    result = await world.alice.slash(world.channel, "ask", question=QUESTION, source="x")
    assert told(result) == "My library is busy just now; please ask again in a minute."


async def test_where_settings_cannot_be_read_who_asks_is_told(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(world.bot.ledger, "server", failing(LibraryError("cannot read")))
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert told(result).startswith("My library cannot be read just now")
    await world.alice.send(world.channel, f"{me(world)} {QUESTION}")
    assert text(last(world)).startswith("My library cannot be read just now")


async def test_where_the_library_cannot_be_read_nothing_is_offered(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for reads in ("sources", "titled"):
        monkeypatch.setattr(world.bot.library, reads, failing(LibraryError("cannot read")))
    assert await world.alice.autocomplete(world.channel, "ask", "question", "put") == []
    assert await world.alice.autocomplete(world.channel, "ask", "source", "kyiv") == []


@pytest.mark.parametrize("code", [UNKNOWN_WEBHOOK, INVALID_TOKEN])
async def test_an_expired_interaction_is_answered_in_the_channel(world: World, code: int) -> None:
    world.env.inject_error("PATCH", ORIGINAL, status=404, code=code)
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert COUNTS in text(last(world))


async def test_a_private_answer_that_expired_goes_to_the_person(world: World) -> None:
    world.env.inject_error("PATCH", ORIGINAL, status=404, code=UNKNOWN_WEBHOOK)
    await world.alice.slash(world.channel, "ask", question=QUESTION, private=True)
    assert world.channel.history(viewer=world.bob) == []
    assert COUNTS in text(last(world, world.alice.user.dm_channel))


async def test_an_acknowledgement_that_came_too_late_loses_no_answer(world: World) -> None:
    world.env.inject_error("POST", CALLBACK, status=404, code=UNKNOWN_INTERACTION)
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert COUNTS in text(last(world))


async def test_another_process_that_answers_first_is_left_to_it(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.env.inject_error("POST", CALLBACK, status=400, code=40060)
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert world.channel.history() == []
    (error,) = world.errors()
    assert isinstance(error, discord.HTTPException)


async def test_an_answer_whose_promise_was_deleted_is_not_sent_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.env.inject_error("PATCH", ORIGINAL, status=404, code=10008)
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert len(world.channel.history()) == 1


async def test_a_channel_that_is_deleted_meanwhile_is_left_quietly(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    other = world.guild.create_text_channel("other")
    doomed = iter((world.channel, other))
    meanwhile(world, monkeypatch, lambda: world.env.backend.delete_channel(next(doomed).id))
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert world.bot.get_channel(world.channel.id) is None
    # Here simcord itself looks for the channel of the message that it was to send.
    with pytest.raises(KeyError):
        await world.alice.send(other, f"{me(world)} Who congratulated Trump?")
    assert all(record.levelno < logging.ERROR for record in caplog.records)


async def test_where_it_may_not_write_the_asker_is_told_alone(world: World) -> None:
    silent = discord.PermissionOverwrite(send_messages=False)
    robot = world.guild.roles["TestBot"]
    muted = world.guild.create_text_channel("muted", overwrites={robot: silent})
    await world.alice.send(muted, f"{me(world)} {QUESTION}")
    assert len(muted.history()) == 1
    said = text(last(world, world.alice.user.dm_channel))
    assert said.startswith("I am not allowed to write there")
    assert reference(said)


async def test_where_it_may_not_read_back_it_answers_without_a_reply(world: World) -> None:
    world.env.inject_error("POST", SEND, status=400, code=160002)
    await world.alice.send(world.channel, f"{me(world)} {QUESTION}")
    assert COUNTS in text(last(world))
    assert last(world).reference is None


async def test_a_question_deleted_meanwhile_is_answered_all_the_same(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def delete() -> None:
        (question,) = world.channel.history()
        world.env.backend.delete_message(world.channel.id, question.id)

    meanwhile(world, monkeypatch, delete)
    await world.alice.send(world.channel, f"{me(world)} {QUESTION}")
    (answer,) = world.channel.history()
    assert COUNTS in text(answer)


async def test_discord_being_down_is_told_where_it_can_be(world: World) -> None:
    world.env.inject_error("PATCH", ORIGINAL, status=503, code=0)
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert result.response is not None
    assert text(result.response).startswith("Discord did not take my reply")
    (error,) = world.errors()
    assert isinstance(error, discord.HTTPException)


async def test_a_lost_gateway_loses_no_answer_under_way(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(world, monkeypatch, lambda: world.bot.dispatch("disconnect"))
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    world.bot.dispatch("resumed")
    assert result.response is not None
    assert COUNTS in text(result.response)
    await world.alice.click(result.response, label="By source")
    assert "By position" in buttons(result.response)


async def test_while_it_is_being_closed_questions_are_refused(world: World) -> None:
    world.bot.desk.close()
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert told(result) == "I am being restarted; please ask again in a minute."


async def test_a_full_queue_says_so_to_who_asks_alone(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(world.bot.desk, "_waiting", world.bot.settings.discord.queue)
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert told(result).startswith("50 questions are waiting already and my queue is full")
    assert world.channel.history(viewer=world.bob) == []
