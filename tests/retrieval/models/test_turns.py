from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from config.settings import ModelSettings
from retrieval.errors import ModelError
from retrieval.models.load import load_encoder
from retrieval.models.turns import turn
from tests.conftest import ROOT
from tests.retrieval.models.tiny import tiny_model

if TYPE_CHECKING:
    from pathlib import Path

WAIT = 60
_HOLD = """
import sys, time
from pathlib import Path
from retrieval.models.turns import turn
with turn(Path(sys.argv[1]), print):
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def wanted(tmp_path: Path) -> ModelSettings:
    tiny_model(tmp_path / "tiny", seed=1)
    return ModelSettings(cache=tmp_path / "cache", encoder=str(tmp_path / "tiny"))


def test_of_two_that_want_a_model_at_once_one_prepares_it(
    wanted: ModelSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from retrieval.models import export  # noqa: PLC0415

    trace, tracing, waiting = export._trace, Event(), Event()

    def held(*given: Any) -> None:  # noqa: ANN401
        tracing.set()
        assert waiting.wait(WAIT)
        trace(*given)

    monkeypatch.setattr(export, "_trace", held)
    first: list[str] = []
    second: list[str] = []

    def hear(line: str) -> None:
        second.append(line)
        waiting.set()

    with ThreadPoolExecutor(2) as threads:
        one = threads.submit(load_encoder, wanted, first.append)
        assert tracing.wait(WAIT)
        two = threads.submit(load_encoder, wanted, hear)
        assert one.result(WAIT).key == two.result(WAIT).key
    assert [line.partition(" ")[0] for line in first] == ["Preparing"]
    assert second == ["Waiting for another process that prepares a model"]


def test_a_turn_that_was_not_ended_is_over_with_its_process(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        # Whoever is told to wait does so until that process is gone.
        heard: list[str] = []

        def hear(line: str) -> None:
            heard.append(line)
            process.kill()

        with turn(tmp_path, hear):
            assert process.wait(WAIT) != 0
        assert len(heard) == 1


def test_nobody_is_waited_for_where_no_lock_can_be_had(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    heard: list[str] = []
    with turn(tmp_path / "file" / "cache", heard.append):
        assert heard == []


def test_a_cache_that_cannot_be_written_is_one_clear_error(
    wanted: ModelSettings, tmp_path: Path
) -> None:
    (tmp_path / "cache").write_text("a file")
    with pytest.raises(ModelError, match=r"cannot be written .*WHOSAYS_MODELS__CACHE"):
        load_encoder(wanted, lambda _: None)
