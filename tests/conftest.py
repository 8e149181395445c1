"""Shared fixtures: prepared models stay in the checkout, libraries live in temporary folders."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings as hypothesis_settings

from config.settings import LibrarySettings, ModelSettings, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.library import Library
    from retrieval.models.base import Encoder

ROOT = Path(__file__).resolve().parent.parent
MODELS = ROOT / ".cache" / "models"

# No test may depend on what the machine's user has set, nor reach for a model hub.
for name in [name for name in os.environ if name.upper().startswith("WHOSAYS_")]:
    del os.environ[name]
os.environ["HF_HUB_OFFLINE"] = "1"


# Other work on the machine must not fail a property: speed is measured in benchmarks alone. In CI
# the examples are the same every time, so that a change is judged by what it changed; by hand they
# are new ones.
hypothesis_settings.register_profile(
    "whosays", deadline=None, derandomize=bool(os.environ.get("CI"))
)
hypothesis_settings.load_profile("whosays")


@pytest.fixture(scope="session")
def models() -> ModelSettings:
    return ModelSettings(cache=MODELS)


@pytest.fixture(scope="session")
def encoder(models: ModelSettings) -> Encoder:
    from retrieval.models.load import load_encoder  # noqa: PLC0415

    return load_encoder(models, lambda _: None)


@pytest.fixture(scope="session", autouse=True)
def _shared_models(models: ModelSettings) -> Iterator[None]:
    """Libraries of the default models share them: loading and judging is what takes the time."""
    from tests.models import share  # noqa: PLC0415

    with pytest.MonkeyPatch.context() as patch:
        share(patch, models)
        yield


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory, models: ModelSettings) -> Iterator[Library]:
    """A library of the five seed articles; not to be written to."""
    from retrieval.library import Library  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("seeded")
    with Library.open(Settings(library=LibrarySettings(path=folder), models=models)) as library:
        yield library


@pytest.fixture(scope="session")
def seeded_folder(tmp_path_factory: pytest.TempPathFactory, models: ModelSettings) -> Path:
    """A closed library of the five seed articles with its index, to be copied."""
    from retrieval.library import Library  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("closed") / "library"
    with Library.open(Settings(library=LibrarySettings(path=folder), models=models)) as library:
        library.reindex()
    return folder


@pytest.fixture
def settings(tmp_path: Path, models: ModelSettings) -> Settings:
    """Settings of a new, empty library."""
    return Settings(library=LibrarySettings(path=tmp_path / "library", seeds=False), models=models)


@pytest.fixture
def library(settings: Settings) -> Iterator[Library]:
    from retrieval.library import Library  # noqa: PLC0415

    with Library.open(settings) as opened:
        yield opened
