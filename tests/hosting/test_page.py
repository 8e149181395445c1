"""docs/self-hosting.md: its commands are all walked through, and its figures are the files'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import discord
import yaml

from config.names import names
from config.settings import Settings
from tests.hosting.page import PAGE, STEPS, commands
from tests.hosting.places import ROOT, stages

if TYPE_CHECKING:
    from pathlib import Path

TEXT = PAGE.read_text()
BOT = yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]["bot"]


def test_every_command_is_run_or_says_why_not() -> None:
    assert list(dict.fromkeys(commands())) == list(STEPS)


def test_every_block_is_one_of_commands() -> None:
    assert TEXT.count("```") == 2 * TEXT.count("```sh\n")


def test_the_invitation_asks_for_the_least() -> None:
    least = discord.Permissions(
        view_channel=True,
        send_messages=True,
        send_messages_in_threads=True,
        read_message_history=True,
    )
    assert f"permissions={least.value}`" in TEXT
    assert "scope=bot+applications.commands&" in TEXT


def test_settings_that_it_names_are_known() -> None:
    known = {name.environment for name in names(Settings)}
    assert set(re.findall(r"WHOSAYS_\w+", TEXT)) <= known


def test_the_metrics_that_it_names_are_served() -> None:
    source = (ROOT / "bot" / "metrics.py").read_text()
    for name in re.findall(r"`(whosays_\w+)`", TEXT):
        stem = name.removesuffix("_total").replace("_articles", "_{name}")
        assert f'"{stem}"' in source, name


def test_the_days_that_things_are_kept_are_the_default() -> None:
    (days,) = (
        name.field.default
        for name in names(Settings)
        if name.environment == "WHOSAYS_DISCORD__KEEP_DAYS"
    )
    assert f"({days} unless you change it)" in TEXT


def test_the_log_is_as_long_as_it_says() -> None:
    options = BOT["logging"]["options"]
    size = int(options["max-size"].rstrip("m")) * int(options["max-file"])
    assert f"up to {size} MB" in TEXT
    assert f"the last {size} MB" in TEXT


def test_the_places_that_it_names_are_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", TEXT):
        assert (PAGE.parent / target).exists(), target
    (stage,) = re.findall(r"--target (\S+)", TEXT)
    assert stage in stages()
    assert {"with-models", "serving"} < stages().keys()


def test_the_readme_leads_there() -> None:
    assert "docs/self-hosting.md" in (ROOT / "README.md").read_text()


def test_what_the_security_page_points_to_is_there() -> None:
    text = (ROOT / "SECURITY.md").read_text()
    places = re.findall(r"`((?:bot|retrieval|config|docs)/[\w./]+)`|\]\(([^)#:]+)\)", text)
    assert places
    assert [
        place for pair in places for place in pair if place and not (ROOT / place).exists()
    ] == []
    targets = re.findall(r"`make (\w+)`", text)
    assert set(targets) <= set(
        re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    )
    assert targets


def test_what_it_says_of_messages_is_what_they_say() -> None:
    quoted = re.findall(r'^\| "([^".]+)', TEXT, flags=re.MULTILINE)
    assert len(quoted) == 4
    sources = [path.read_text() for package in ("bot", "config") for path in _python(package)]
    for message in quoted:
        assert any(message.strip() in source for source in sources), message


def _python(package: str) -> list[Path]:
    return list((ROOT / package).rglob("*.py"))
