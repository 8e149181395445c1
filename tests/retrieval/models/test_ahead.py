"""The stance model, begun before it is needed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from config.settings import ModelSettings
from retrieval.errors import ModelError
from retrieval.models import load
from retrieval.models.ahead import begin, stance_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Which stance models were loaded, and by which thread; "bad" cannot be."""
    heard: list[tuple[str, str]] = []

    def load_stance(settings: ModelSettings) -> object:
        heard.append((settings.stance, threading.current_thread().name))
        if settings.stance == "bad":
            raise ModelError("There is no such model.")
        return object()

    monkeypatch.setattr(load, "load_stance", load_stance)
    return heard


def test_what_was_begun_is_taken_once(tmp_path: Path, loaded: list[tuple[str, str]]) -> None:
    settings = ModelSettings(cache=tmp_path, stance="good")
    begin(settings)
    first = stance_of(settings)
    assert [stance for stance, _ in loaded] == ["good"]
    assert loaded[0][1].startswith("ahead")
    assert stance_of(settings) is not first
    assert loaded[1] == ("good", threading.current_thread().name)


def test_other_settings_have_their_own(tmp_path: Path, loaded: list[tuple[str, str]]) -> None:
    one, other = (ModelSettings(cache=tmp_path, stance=name) for name in ("good", "better"))
    begin(one)
    stance_of(other)
    stance_of(one)
    assert sorted(stance for stance, _ in loaded) == ["better", "good"]


def test_an_error_is_raised_where_it_is_taken(
    tmp_path: Path, loaded: list[tuple[str, str]]
) -> None:
    settings = ModelSettings(cache=tmp_path, stance="bad")
    begin(settings)
    with pytest.raises(ModelError, match="no such model"):
        stance_of(settings)
    assert len(loaded) == 1
