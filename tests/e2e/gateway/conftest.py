"""A server on loopback and a bot that is on it. What the bot requested is checked at the end."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest_asyncio
from simcord import HttpLogEntry

from tests.e2e.discord.payloads import check
from tests.e2e.gateway.bot import Bot
from tests.gateway.control import routes
from tests.gateway.server import Loopback

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import pytest


# Ids of Discord's, an interaction's token and an answer's.
_TOKEN = re.compile(r"\d{17,}|/[\w-]{43}|(?<=:)[a-z0-9]{12}(?=:)")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def discord() -> AsyncIterator[Loopback]:
    """The server, one for the tests of a module."""
    served = Loopback(heartbeat_seconds=0.4)
    await served.start(*routes(served))
    try:
        yield served
        check(entries(served))
    finally:
        await served.stop()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def bot(discord: Loopback, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Bot]:
    """A bot that is online, one for the tests of a module."""
    started = Bot(tmp_path_factory.mktemp("bot"), discord)
    await started.start()
    try:
        await started.online()
        yield started
    finally:
        await started.kill()


@pytest_asyncio.fixture
async def server() -> AsyncIterator[Loopback]:
    """A server for one test."""
    async with Loopback() as served:
        yield served
        check(entries(served))


@pytest_asyncio.fixture
async def fresh(server: Loopback, seeded_folder: Path, tmp_path: Path) -> AsyncIterator[Bot]:
    """A bot for one test, to be started by it; it judges less than one as shipped does.

    Whoever uses it asks how the process lives, and every start of one judges a question.
    """
    made = Bot(tmp_path, server)
    made.settings |= {"WHOSAYS_MODELS__SECOND_LOOK": "false", "WHOSAYS_SEARCH__SENTENCES": "12"}
    shutil.copytree(seeded_folder, made.folder / "library")
    yield made
    await made.kill()


def entries(served: Loopback) -> list[HttpLogEntry]:
    """The requests that Discord would have taken, of those that differ in ids alone one each."""
    taken = [each for each in served.requests if each.status < 400]
    kinds = {_TOKEN.sub("", f"{each.method} {each.path} {each.body}"): each for each in taken}
    return [
        HttpLogEntry(each.method, each.path, dict(each.query), each.body, None)
        for each in kinds.values()
    ]
