"""Members who try what they should not, and what happens when two things happen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest

from retrieval.errors import InputError
from retrieval.model import Filter
from tests.bot.discord.show.markdown import kinds, render, words
from tests.e2e.discord.asking import COUNTS, QUESTION, ask, menu, told
from tests.e2e.discord.conftest import buttons, text
from tests.e2e.discord.lists import choose, offered, press, shown

if TYPE_CHECKING:
    import simcord

    from retrieval.store.ledger_records import Asked
    from tests.e2e.discord.conftest import World

KYIV = "kyiv-independent"


def kept(world: World) -> int:
    return world.bot.ledger.kept(str(world.alice.id)).questions


# Two things at once


async def test_a_page_turned_while_the_answer_is_deleted(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = await ask(world)
    again = world.bot.answering.again

    async def meanwhile(token: str, server: int | None) -> Asked:
        found = await again(token, server)
        await world.bot.keeping.forget(token)
        world.env.backend.delete_message(world.channel.id, answer.id)
        return found

    monkeypatch.setattr(world.bot.answering, "again", meanwhile)
    await world.alice.click(answer, label="By source")
    assert world.channel.history() == []


async def test_an_answer_that_nobody_can_see_is_not_kept(world: World) -> None:
    world.env.inject_error("PATCH", "/webhooks/*/messages/@original", status=404, code=10008)
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert kept(world) == 0


async def test_a_shared_answer_outlives_the_private_one(world: World) -> None:
    answer = await ask(world, private=True)
    await press(world.alice, answer, "Share in channel")
    await press(world.alice, answer, "Delete")
    (shared,) = world.channel.history(viewer=world.bob)
    assert kept(world) == 1
    own = await world.bob.click(shared, label="By source")
    assert own.response is not None
    assert "By position" in buttons(own.response)


# Sources that a server hides


@pytest.fixture
async def quoting(world: World) -> simcord.ResponseMessage:
    """A private answer of Alice's with a source that was hidden right after."""
    answer = await ask(world, private=True)
    assert "The Kyiv Independent" in text(answer)
    await world.bot.servers.set(world.guild.id, hidden=(KYIV,))
    return answer


async def test_what_was_hidden_since_is_neither_turned_to_nor_shared(
    world: World, quoting: simcord.ResponseMessage
) -> None:
    for refused in (
        await press(world.alice, quoting, "Share in channel"),
        await press(world.alice, quoting, "By source"),
        await world.alice.select(quoting, ["0"], custom_id=menu(quoting, "full")),
        await press(world.alice, quoting, "Feedback"),
    ):
        assert "please ask again" in told(refused)
    assert world.channel.history(viewer=world.bob) == []
    again = await ask(world)
    await press(world.alice, again, "By source")
    assert "By position" in buttons(again)
    assert "Kyiv" not in text(again)


async def test_lists_from_before_lead_to_nothing_hidden(world: World) -> None:
    first, second = [shown(await world.alice.slash(world.channel, "sources")) for _ in range(2)]
    sources = "Show the articles of a source"
    (source,) = (value for name, value in offered(first, sources).items() if "Kyiv" in name)
    articles = shown(await choose(world.alice, first, sources, [source]))
    (article,) = offered(articles, "Read an article").values()
    await world.bot.servers.set(world.guild.id, hidden=(KYIV,))
    for refused in (
        await choose(world.alice, second, sources, [source]),
        await choose(world.alice, articles, "Read an article", [article]),
    ):
        assert "no longer in the library" in told(refused)


async def test_headings_near_an_uncovered_question_name_no_hidden_source(world: World) -> None:
    question = "Did media reports secretly congratulate a volcano on Iceland?"
    (row,) = world.bot.library.articles(Filter(sources=(KYIV,)))
    before = await ask(world, question)
    assert "does not cover" in text(before)
    assert row.ref.title in text(before)
    await world.bot.servers.set(world.guild.id, hidden=(KYIV,))
    after = await ask(world, question)
    assert "No article within these limits covers this question." in text(after)
    assert row.ref.title not in text(after)
    assert "Kyiv" not in text(after)


# What people write


@pytest.mark.parametrize("option", ["source", "since", "until"])
async def test_an_endless_option_is_refused_in_one_sentence(world: World, option: str) -> None:
    refused = await world.alice.slash(
        world.channel, "ask", question=QUESTION, **{option: "*`<@1>" * 1000}
    )
    assert len(told(refused)) < 600
    assert kinds(render(told(refused))) == {"text"}


async def test_an_endless_reason_still_fits_a_message(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise InputError("*" * 5_000)

    monkeypatch.setattr(world.bot.library, "ask", refuse)
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert result.response is not None
    assert text(result.response).startswith("\\*\\*")
    assert not world.errors()


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Поздравил ли Путин Трампа?", "Поздравил ли Путин Трампа?"),
        ("هل هنأ بوتين ترامب؟", "هل هنأ بوتين ترامب؟"),
        ("Did \u202ePutin\u202c congratulate Trump?",
         "Did ⟨U+202E⟩Putin⟨U+202C⟩ congratulate Trump?"),
        ("Did Putin\u200b congratulate @everyone # Trump?",
         "Did Putin⟨U+200B⟩ congratulate @everyone # Trump?"),
    ],
)  # fmt: skip
async def test_any_writing_is_shown_as_it_was_written(
    world: World, monkeypatch: pytest.MonkeyPatch, question: str, shown: str
) -> None:
    rooms = world.bot.rooms
    # Of a model that is not shipped the settings alone know what it reads.
    models = rooms.settings.models.model_copy(update={"languages": ("*",), "stance": "a/b"})
    told = rooms.settings.model_copy(update={"models": models})
    monkeypatch.setattr(rooms, "settings", told)
    monkeypatch.setattr(rooms.answering, "_settings", told)
    monkeypatch.setattr(world.bot.library, "_settings", told)
    answer = await ask(world, question)
    heading = text(answer).split("\n")[0]
    assert words(render(heading)) == shown
    assert kinds(render(heading)) == {"heading", "text"}


async def test_where_feedback_is_off_a_whole_paragraph_offers_none(world: World) -> None:
    answer = await ask(world)
    await world.bot.servers.set(world.guild.id, feedback=False)
    opened = await world.alice.select(answer, ["0"], custom_id=menu(answer, "full"))
    assert opened.response is not None
    assert buttons(opened.response) == {}
    await world.alice.click(answer, label="By source")
    assert "Feedback" not in buttons(answer)


# Somebody else's buttons


@pytest.mark.parametrize("verb", ["share", "delete"])
async def test_a_button_forged_for_somebody_elses_answer_is_refused(
    world: World, verb: str
) -> None:
    private = await ask(world, private=True)
    token = menu(private, "full").split(":")[2]
    own = await world.bob.slash(world.channel, "ask", question="Who congratulated Trump?")
    assert own.response is not None
    forged = world.env.backend.get_message(world.channel.id, own.response.id)
    custom_id = f"whosays:{verb}:{token}:"
    forged.components[-1]["components"][0]["custom_id"] = custom_id
    refused = await world.bob.click(own.response, custom_id=custom_id)
    assert "Only the person who asked" in told(refused)
    assert kept(world) == 1
    assert world.bot.ledger.asked(token).private


# A hundred sources with hostile words


async def test_the_bot_needs_few_rights(world: World) -> None:
    """Without embeds, history, pins or mentions it answers all the same."""
    robot = world.guild.roles["TestBot"]
    only = discord.PermissionOverwrite(
        view_channel=True,
        send_messages=True,
        embed_links=False,
        attach_files=False,
        mention_everyone=False,
        read_message_history=False,
        use_external_emojis=False,
    )
    bare = world.guild.create_text_channel("bare", overwrites={robot: only})
    assert world.bot.user is not None
    await world.alice.send(bare, f"{world.bot.user.mention} {QUESTION}")
    assert COUNTS in text(bare.history()[-1])
