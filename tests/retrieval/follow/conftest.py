from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from config.coverage import FetchSettings
from config.settings import Settings
from retrieval.library import Library
from tests.retrieval.fetch.serving import Site
from tests.retrieval.follow.feeds import clock  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from config.settings import ModelSettings


@pytest.fixture
def following_settings(tmp_path: Path, models: ModelSettings) -> Settings:
    return Settings.model_validate(
        {
            "library": {"path": tmp_path / "library", "seeds": False},
            "models": models,
            "fetch": FetchSettings.model_validate({"allow": "127.0.0.0/8", "delay_seconds": 0}),
        }
    )


@pytest.fixture
def library(following_settings: Settings, shared_workers: None) -> Iterator[Library]:
    with Library.open(following_settings) as opened:
        yield opened


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as serving:
        yield serving
