"""Where feedback is switched off, gone or exported."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest

from bot.cli.run import run
from bot.discord.commands.feedback import BESIDE, COMMENT, RIGHT
from retrieval.errors import LibraryError
from retrieval.models.evaluation import StanceRow, read_stance_rows
from tests.e2e.discord.conftest import buttons, text
from tests.e2e.discord.giving import QUESTION, ask, first, form, menu

if TYPE_CHECKING:
    from pathlib import Path

    from config.settings import Settings
    from tests.e2e.discord.conftest import World


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
