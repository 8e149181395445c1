"""docs/commands.md names every command, option and setting, and none that is not there."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import discord
import pytest
from discord import app_commands

from bot.discord.language import DEFAULT, labels
from bot.discord.servers import ServerSettings
from config.names import names
from config.settings import Settings

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World

DOCS = Path(__file__).resolve().parents[3] / "docs"


@pytest.fixture(scope="module")
def sections() -> dict[str, str]:
    """What stands under each heading of the part on Discord."""
    part = (DOCS / "commands.md").read_text("utf-8").split("\n## In Discord\n")[1]
    pieces = re.split(r"^##+ (.*)$", part, flags=re.MULTILINE)
    return {"": pieces[0], **dict(zip(pieces[1::2], pieces[2::2], strict=True))}


def _rows(section: str) -> list[str]:
    """The first cells of its table."""
    cells = re.findall(r"^\| (.*?) \|", section, re.MULTILINE)
    return [cell.strip("`") for cell in cells[1:]]


async def test_every_slash_command_has_its_section_and_no_other_has(
    world: World, sections: dict[str, str]
) -> None:
    commands = world.bot.tree.get_commands(type=discord.AppCommandType.chat_input)
    documented = {name.strip("`/") for name in sections if name.startswith("`/")}
    assert documented == {command.name for command in commands}


async def test_every_option_is_a_row_of_its_command_and_no_other_is(
    world: World, sections: dict[str, str]
) -> None:
    for command in world.bot.tree.get_commands(type=discord.AppCommandType.chat_input):
        assert isinstance(command, app_commands.Command), "a group of commands needs rows too"
        if command.name != "settings":
            rows = _rows(sections[f"`/{command.name}`"])
            assert rows == [option.name for option in command.parameters], command.name


async def test_every_message_command_is_named(world: World, sections: dict[str, str]) -> None:
    for kind in (discord.AppCommandType.message, discord.AppCommandType.user):
        for command in world.bot.tree.get_commands(type=kind):
            assert f"`{command.name}`" in sections["Ways to ask"]


async def test_what_works_where_people_have_installed_it_for_themselves(world: World) -> None:
    kinds = {
        command.name: command.allowed_installs is not None and command.allowed_installs.user
        for command in world.bot.tree.get_commands()
    }
    assert {name for name, there in kinds.items() if not there} == {
        "settings", "add", "remove", "follow", "unfollow", "follows",
    }  # fmt: skip


def test_every_setting_of_a_server_is_a_row(sections: dict[str, str]) -> None:
    say = labels(DEFAULT)
    shown = [say(f"settings-{each.name.replace('_', '-')}") for each in fields(ServerSettings)]
    assert sorted(_rows(sections["`/settings`"])) == sorted(shown)


def test_settings_that_are_named_are_there(sections: dict[str, str]) -> None:
    known = {name.dotted for name in names(Settings)}
    named = set(
        re.findall(r"`((?:discord|search|ingest|library|fetch|follow)\.\w+)`", str(sections))
    )
    assert named
    assert named <= known


def test_every_setting_of_the_bot_is_in_the_documentation() -> None:
    table = (DOCS / "settings.md").read_text("utf-8")
    for name in names(Settings):
        assert f"| `{name.dotted}` | `{name.environment}` |" in table
