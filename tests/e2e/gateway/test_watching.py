"""What is new on a watched question is posted once, though the bot is killed while it posts."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from config.settings import LibrarySettings, Settings
from retrieval.library import Library
from tests.e2e.gateway.bot import until
from tests.e2e.gateway.test_talking import QUESTION, answered
from tests.gateway.control import texts

if TYPE_CHECKING:
    from pathlib import Path

    from config.settings import ModelSettings
    from tests.e2e.gateway.bot import Bot
    from tests.gateway.server import Loopback
    from tests.gateway.world import Payload

SAID = (
    "Russian President Vladimir Putin congratulated Donald Trump on his election victory on "
    "Thursday, Kremlin spokesman Dmitry Peskov said in Moscow."
)
ARTICLE = f"""---
title: Putin congratulates Trump
source: Harbour Post
---

{SAID}
"""


def told(server: Loopback) -> list[Payload]:
    """The messages that tell of the article."""
    return [
        each
        for each in server.world.messages.values()
        if "Harbour Post" in "\n".join(texts(each["components"]))
    ]


@pytest.mark.parametrize("killed", ["before", "after", "after, and the history is closed"])
async def test_a_kill_while_posting_neither_loses_nor_doubles(
    server: Loopback, fresh: Bot, models: ModelSettings, tmp_path: Path, killed: str
) -> None:
    fresh.settings["WHOSAYS_WATCH__GATHER_SECONDS"] = "0"
    await fresh.start()
    await fresh.online()
    asked = await server.people.command("watch", options={"question": QUESTION})
    assert "I watch" in await answered(server, asked)
    posting = f"/channels/{server.world.channel.id}/messages"
    server.faults.delay("POST", posting, 60.0, afterwards=killed != "before")
    file = tmp_path / "article.md"
    file.write_text(ARTICLE, "utf-8")
    chosen = LibrarySettings(path=fresh.folder / "library")
    with Library.open(Settings(library=chosen, models=models)) as library:
        list(library.add([file]))
    await until(lambda: any(each.path == posting for each in server.requests), 60)
    if killed != "before":
        await until(lambda: bool(told(server)))
    assert fresh.process is not None
    fresh.process.kill()
    await fresh.process.wait()
    assert len(told(server)) == (killed != "before")
    if killed == "after, and the history is closed":
        server.faults.fail("GET", posting, status=403, times=9)
    else:
        server.world.forgets_nonces = True
    seen = len(server.requests)
    await fresh.start()
    await fresh.online(after=1)
    await until(lambda: any(each.path == posting for each in server.requests[seen:]), 60)
    await asyncio.sleep(1)
    (message,) = told(server)
    assert SAID.replace(".", "") in "\n".join(texts(message["components"])).replace(
        "**", ""
    ).replace(".", "")
