"""Feedback: from the buttons under an answer to the ledger and the operator's file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.discord.commands.feedback import BESIDE, COMMENT, RIGHT
from retrieval.answered import Stance
from tests.e2e.discord.conftest import buttons, text
from tests.e2e.discord.giving import (
    FIRST,
    OPEN,
    QUESTION,
    ask,
    controls,
    first,
    form,
    menu,
    menus,
    said,
)

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World


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


# Switched off


# The operator's file
