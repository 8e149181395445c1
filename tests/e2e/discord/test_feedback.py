"""Feedback: from the buttons under an answer to the ledger and the operator's file."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bot.cli.run import run
from bot.discord.commands.feedback import BESIDE, COMMENT, RIGHT
from retrieval.errors import LibraryError
from retrieval.model import Stance
from retrieval.models.evaluation import StanceRow, read_stance_rows
from tests.e2e.discord.conftest import buttons, components, text

if TYPE_CHECKING:
    from pathlib import Path

    import simcord

    from config.settings import Settings
    from retrieval.model import Answer, Passage
    from retrieval.store.ledger_records import Feedback
    from tests.e2e.discord.conftest import World

QUESTION = "Did Putin congratulate Trump?"
OPEN = "Who congratulated Trump?"
# As in the answer to QUESTION: what supports comes first.
FIRST = "0"


async def ask(
    world: World, question: str = QUESTION, **options: object
) -> tuple[simcord.ResponseMessage, Answer]:
    """Alice asks; the message and the answer that is kept of it."""
    result = await world.alice.slash(world.channel, "ask", question=question, **options)
    assert result.response is not None
    token = buttons(result.response)["Feedback"].split(":")[2]
    return result.response, world.bot.ledger.asked(token).answer


async def menu(
    actor: simcord.MemberActor, message: simcord.ResponseMessage
) -> simcord.ResponseMessage:
    """What the Feedback button leads to."""
    result = await actor.click(message, custom_id=buttons(message)["Feedback"])
    assert result.response is not None
    assert result.response.ephemeral
    return result.response


def menus(message: simcord.ResponseMessage) -> dict[str, str]:
    """custom_id by what is wrong."""
    ids = [each["custom_id"] for each in components(message) if each["type"] == 3]
    return {custom_id.split(":")[3].split(",")[0]: custom_id for custom_id in ids}


async def form(
    actor: simcord.MemberActor, message: simcord.ResponseMessage, kind: str, passage: str = FIRST
) -> simcord.InteractionResult:
    """The form for a passage, through the menu."""
    return await actor.select(message, custom_id=menus(message)[kind], values=[passage])


def controls(shown: simcord.InteractionResult) -> dict[str, dict[str, Any]]:
    """A form's fields by custom_id."""
    assert shown.modal is not None
    labels = [each["component"] for each in shown.modal["components"] if "component" in each]
    return {each["custom_id"]: each for each in labels}


def first(answer: Answer) -> Passage:
    return answer.positions[0].passages[0]


def said(given: Feedback) -> Feedback:
    """Without what the ledger sets."""
    return replace(given, id="", at="")


async def test_the_wrong_side_is_kept_with_question_passage_and_stance(world: World) -> None:
    message, answer = await ask(world)
    shown = await form(world.bob, await menu(world.bob, message), "side")
    result = await world.bob.submit_modal(
        shown, {RIGHT: "refutes", COMMENT: " It says\nthe opposite. "}
    )
    assert result.response is not None
    assert result.response.ephemeral
    assert "Thank you" in text(result.response)
    assert "30 days" in text(result.response)
    (given,) = world.bot.ledger.feedback()
    assert said(given) == replace(
        said(given),
        kind="wrong-side",
        question=QUESTION,
        asker=str(world.bob.id),
        server=str(world.guild.id),
        passage=first(answer).text,
        span=first(answer).span,
        article=first(answer).article.id,
        source=first(answer).source.id,
        stance=Stance.SUPPORTS,
        right=Stance.REFUTES,
        comment="It says\nthe opposite.",
    )
    held = world.bot.library.show(first(answer).article.id)[0]
    assert given.span is not None
    assert held.text[given.span.start : given.span.end] == given.span.text


async def test_the_form_shows_the_passage_and_the_other_sides(world: World) -> None:
    message, answer = await ask(world)
    shown = await form(world.alice, await menu(world.alice, message), "side")
    assert shown.modal is not None
    assert shown.modal["title"] == "Wrong side"
    (passage,) = (each["content"] for each in shown.modal["components"] if each["type"] == 10)
    said_by, quoted = passage.split("\n")
    assert said_by == f"**Says yes** · **{first(answer).source.name}**"
    assert quoted.removeprefix("> ").strip("*") == first(answer).text
    options = [each["label"] for each in controls(shown)[RIGHT]["options"]]
    assert options == ["Says no", "Leaves it open", "It is not about the question"]
    assert not controls(shown)[COMMENT]["required"]


async def test_every_passage_of_the_menu_is_the_one_meant(world: World) -> None:
    message, answer = await ask(world)
    chooser = await menu(world.alice, message)
    every = [(each.stance, one) for each in answer.positions for one in each.passages]
    for number in (0, len(every) - 1):
        shown = await form(world.alice, chooser, "side", str(number))
        await world.alice.submit_modal(shown, {RIGHT: BESIDE})
        stance, passage = every[number]
        given = world.bot.ledger.feedback()[-1]
        assert (given.stance, given.passage, given.right) == (stance, passage.text, None)


async def test_a_wrong_source_is_told_from_the_whole_paragraph(world: World) -> None:
    message, answer = await ask(world)
    opened = await world.alice.select(message, custom_id=menus(message)["menu"], values=[FIRST])
    assert opened.response is not None
    assert {"Wrong side", "Wrong source"} <= buttons(opened.response).keys()
    shown = await world.alice.click(
        opened.response, custom_id=buttons(opened.response)["Wrong source"]
    )
    assert list(controls(shown)) == [COMMENT]
    await world.alice.submit_modal(shown, {COMMENT: "A ministry said it."})
    (given,) = world.bot.ledger.feedback()
    assert (given.kind, given.comment) == ("wrong-source", "A ministry said it.")
    assert (given.passage, given.stance) == (first(answer).text, Stance.SUPPORTS)
    assert given.right is None


async def test_an_answer_that_does_not_help_needs_no_words(world: World) -> None:
    message, _ = await ask(world)
    chooser = await menu(world.alice, message)
    shown = await world.alice.click(chooser, custom_id=buttons(chooser)["Not helpful"])
    assert list(controls(shown)) == [COMMENT]
    await world.alice.submit_modal(shown, {})
    (given,) = world.bot.ledger.feedback()
    assert (given.kind, given.question, given.comment) == ("unhelpful", QUESTION, None)
    assert (given.passage, given.span, given.stance, given.right) == (None, None, None, None)


async def test_an_open_question_has_no_sides(world: World) -> None:
    message, answer = await ask(world, OPEN)
    assert answer.positions
    chooser = await menu(world.alice, message)
    assert list(menus(chooser)) == ["source"]
    shown = await form(world.alice, chooser, "source")
    await world.alice.submit_modal(shown, {COMMENT: "Somebody else."})
    (given,) = world.bot.ledger.feedback()
    assert (given.kind, given.stance, given.right) == ("wrong-source", None, None)


async def test_saying_it_again_counts_once_and_two_people_count_twice(world: World) -> None:
    message, _ = await ask(world)
    for actor, right in (
        (world.alice, "refutes"),
        (world.bob, "refutes"),
        (world.alice, "neutral"),
    ):
        shown = await form(actor, await menu(actor, message), "side")
        await actor.submit_modal(shown, {RIGHT: right})
    assert [(each.asker, each.right) for each in world.bot.ledger.feedback()] == [
        (str(world.bob.id), Stance.REFUTES),
        (str(world.alice.id), Stance.NEUTRAL),
    ]


async def test_menu_and_form_still_work_after_a_restart(world: World) -> None:
    message, _ = await ask(world)
    await world.restart()
    chooser = await menu(world.bob, message)
    await world.restart()
    shown = await form(world.bob, chooser, "side")
    await world.restart()
    result = await world.bob.submit_modal(shown, {RIGHT: "neutral", COMMENT: "Late."})
    assert result.response is not None
    assert "Thank you" in text(result.response)
    (given,) = world.bot.ledger.feedback()
    assert (given.right, given.comment) == (Stance.NEUTRAL, "Late.")


async def test_feedback_on_a_private_answer_is_kept_too(world: World) -> None:
    message, _ = await ask(world, private=True)
    assert message.ephemeral
    shown = await form(world.alice, await menu(world.alice, message), "side")
    await world.alice.submit_modal(shown, {RIGHT: "neutral"})
    assert len(world.bot.ledger.feedback()) == 1


async def test_feedback_in_direct_messages_belongs_to_no_server(world: World) -> None:
    carol = world.env.create_user("carol")
    result = await carol.slash("ask", question=QUESTION)
    assert result.response is not None
    opened = await carol.click(result.response, custom_id=buttons(result.response)["Feedback"])
    assert opened.response is not None
    shown = await carol.click(opened.response, custom_id=buttons(opened.response)["Not helpful"])
    await carol.submit_modal(shown, {COMMENT: "Too old."})
    (given,) = world.bot.ledger.feedback()
    assert (given.asker, given.server, given.comment) == (str(carol.id), None, "Too old.")


async def test_where_the_answer_is_gone_nothing_is_kept(world: World) -> None:
    message, _ = await ask(world)
    chooser = await menu(world.bob, message)
    shown = await form(world.bob, chooser, "side")
    world.bot.ledger.forget(str(world.alice.id))
    for result in (
        await world.bob.submit_modal(shown, {RIGHT: "neutral"}),
        await form(world.bob, chooser, "side"),
        await world.bob.click(message, custom_id=buttons(message)["Feedback"]),
    ):
        told = [*result.followups, *([result.response] if result.response else [])]
        assert "please ask again" in text(told[-1])
        assert told[-1].ephemeral
    assert world.bot.ledger.feedback() == []


async def test_a_failure_to_keep_it_is_told(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    message, _ = await ask(world)
    shown = await form(world.alice, await menu(world.alice, message), "side")

    def full(_: object) -> None:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(world.bot.ledger, "add_feedback", full)
    result = await world.alice.submit_modal(shown, {RIGHT: "neutral"})
    told = [*result.followups, *([result.response] if result.response else [])]
    assert "Thank you" not in text(told[-1])
    assert "reference" in text(told[-1])


# Switched off


async def test_a_server_that_switched_it_off_since_keeps_nothing(world: World) -> None:
    message, _ = await ask(world)
    chooser = await menu(world.alice, message)
    shown = await form(world.alice, chooser, "side")
    await world.bot.servers.set(world.guild.id, feedback=False)
    for result in (
        await world.alice.submit_modal(shown, {RIGHT: "neutral"}),
        await form(world.alice, chooser, "side"),
        await world.alice.click(message, custom_id=buttons(message)["Feedback"]),
    ):
        told = [*result.followups, *([result.response] if result.response else [])]
        assert "switched off" in text(told[-1])
    assert world.bot.ledger.feedback() == []
    again = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert again.response is not None
    assert "Feedback" not in buttons(again.response)


class TestOperatorWithoutFeedback:
    @pytest.fixture
    def bot_settings(self, bot_settings: Settings) -> Settings:
        discord = bot_settings.discord.model_copy(update={"feedback": False})
        return bot_settings.model_copy(update={"discord": discord})

    async def test_there_is_no_button(self, world: World) -> None:
        result = await world.alice.slash(world.channel, "ask", question=QUESTION)
        assert result.response is not None
        assert "Delete" in buttons(result.response)
        assert "Feedback" not in buttons(result.response)


# The operator's file


async def test_the_operator_exports_what_people_said(
    world: World, bot_settings: Settings, tmp_path: Path
) -> None:
    message, answer = await ask(world)
    chooser = await menu(world.alice, message)
    for number, right in (("0", "refutes"), ("1", BESIDE)):
        shown = await form(world.alice, chooser, "side", number)
        await world.alice.submit_modal(shown, {RIGHT: right, COMMENT: "x"})
    files = tmp_path / "all.jsonl", tmp_path / "stance.jsonl"
    folder = ("--library", str(bot_settings.library.path))
    for file, options in zip(files, ((), ("--stance",)), strict=True):
        assert (
            await asyncio.to_thread(run, ("feedback", "export", *options, str(file), *folder)) == 0
        )
    everything = [json.loads(line) for line in files[0].read_text(encoding="utf-8").splitlines()]
    assert [(row["stance"], row["right"]) for row in everything] == [
        ("supports", "refutes"),
        ("supports", None),
    ]
    assert str(world.alice.id) not in files[0].read_text(encoding="utf-8")
    assert read_stance_rows(files[1]) == [StanceRow(QUESTION, first(answer).text, "refutes")]
