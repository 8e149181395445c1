"""A library whose answers are plain, and the bot over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from config.watching import WatchSettings
from retrieval.library import Library
from tests.retrieval.watching.newsroom import Newsroom

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from config.settings import Settings


@pytest.fixture
def bot_settings(bot_settings: Settings) -> Settings:
    library = bot_settings.library.model_copy(update={"seeds": False})
    watch = WatchSettings(gather_seconds=0, per_person=3)
    return bot_settings.model_copy(update={"library": library, "watch": watch})


@pytest.fixture
def room(bot_settings: Settings, tmp_path: Path) -> Iterator[Newsroom]:
    with Library.open(bot_settings) as opened:
        yield Newsroom(opened, bot_settings, tmp_path / "articles")


@pytest.fixture
def held(room: Newsroom) -> Library:
    return room.library
