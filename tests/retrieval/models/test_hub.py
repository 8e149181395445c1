"""What the real client asks of a hub on this machine, and what is made of its answers."""

from __future__ import annotations

import json
import socket
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import TYPE_CHECKING, ClassVar

import pytest

from config.settings import ModelSettings
from retrieval.errors import ModelError
from retrieval.models import hub, stance_hub, torch_encoder
from retrieval.models.load import load_encoder, load_stance

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

constants = pytest.importorskip("huggingface_hub.constants")

ENCODER, STANCE = "WHOSAYS_MODELS__ENCODER", "WHOSAYS_MODELS__STANCE"
HELD = {"owner/model", "sentence-transformers/short", "plain"}
# What the hub says of those: its status and its name for why.
REFUSED = {"owner/gated": (403, "GatedRepo"), "owner/ill": (503, "")}


class _Hub(BaseHTTPRequestHandler):
    asked: ClassVar[list[str]]
    silent: ClassVar[Event]

    def do_GET(self) -> None:
        room, _, name = self.path.partition("?")[0].partition("/models/")
        # The client may look for something else of its own.
        if room == "/api":
            self.asked.append(name)
        if name == "owner/slow":
            self.silent.wait(10)
            return
        status, why = (200, "") if name in HELD else REFUSED.get(name, (401, "RepoNotFound"))
        body = json.dumps({"id": name}).encode()
        self.send_response(status)
        if why:
            self.send_header("X-Error-Code", why)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names that a hub of our own is asked for."""

    class Handler(_Hub):
        asked: ClassVar[list[str]] = []
        silent = Event()

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
        monkeypatch.setattr(constants, "ENDPOINT", f"http://127.0.0.1:{server.server_port}")
        yield Handler.asked
        Handler.silent.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def nothing_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever imports the loaders, which takes seconds, finds that they are not there."""
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    for module in (stance_hub, torch_encoder):
        monkeypatch.setattr(module, "find_spec", lambda _: True)


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("owner/model", ["owner/model"]),
        ("short", ["sentence-transformers/short"]),
        ("plain", ["sentence-transformers/plain", "plain"]),
        # These are there: why they cannot be had is the loader's to tell.
        ("owner/gated", ["owner/gated"]),
        ("owner/ill", ["owner/ill"]),
    ],
)
def test_a_name_is_asked_for_once(name: str, names: list[str], asked: list[str]) -> None:
    assert hub.knows(name, "sentence-transformers", "encoder")
    assert asked == names


def test_what_no_hub_knows_is_named_before_anything_is_loaded(
    asked: list[str], nothing_loads: None, tmp_path: Path
) -> None:
    said = r"There is no folder {0}, and no {1} of that name .* \(it knows none\): correct {2},"
    with pytest.raises(ModelError, match=said.format("no/such", "encoder", ENCODER)):
        load_encoder(ModelSettings(cache=tmp_path, encoder="no/such"), lambda _: None)
    with pytest.raises(ModelError, match=said.format("such", "stance model", STANCE)):
        load_stance(ModelSettings(cache=tmp_path, stance="such"))
    assert asked == ["no/such", "cross-encoder/such", "such"]


def test_a_hub_that_does_not_answer_is_not_waited_for(
    asked: list[str], nothing_loads: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub, "SECONDS", 0.2)
    with pytest.raises(ModelError, match=r"no stance model .* \(it cannot be reached\)"):
        load_stance(ModelSettings(cache=tmp_path, stance="owner/slow"))
    assert asked == ["owner/slow"]


def test_a_hub_that_is_not_there_is_asked_once(
    nothing_loads: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
        monkeypatch.setattr(constants, "ENDPOINT", f"http://127.0.0.1:{nobody.getsockname()[1]}")
        begun = time.monotonic()
        with pytest.raises(ModelError, match=r"no encoder .* \(it cannot be reached\)"):
            load_encoder(ModelSettings(cache=tmp_path, encoder="such"), lambda _: None)
        # The client itself waits a second after the first try, and longer after each.
        assert time.monotonic() - begun < 1
    assert caplog.text == ""


@pytest.mark.parametrize("home", ["HF_HUB_CACHE", "SENTENCE_TRANSFORMERS_HOME"])
def test_where_no_hub_can_be_asked_what_is_kept_of_it_is_loaded_alone(
    home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = pytest.importorskip("sentence_transformers")
    tried: list[object] = []

    def load(*_: object, local_files_only: bool, **__: object) -> None:
        tried.append(local_files_only)
        raise OSError("not here")

    monkeypatch.setattr(library, "SentenceTransformer", load)
    monkeypatch.setattr(library, "CrossEncoder", load)
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "none"))
    monkeypatch.setenv(home, str(tmp_path))
    if home == "HF_HUB_CACHE":
        monkeypatch.setattr(constants, home, str(tmp_path))
    for folder in ("models--an--encoder", "models--cross-encoder--judge"):
        (tmp_path / folder).mkdir()
    said = r"There is no folder {}, .*\(it cannot be reached\)"
    with pytest.raises(ModelError, match=said.format("an/encoder")):
        load_encoder(ModelSettings(cache=tmp_path, encoder="an/encoder"), lambda _: None)
    with pytest.raises(ModelError, match=said.format("judge")):
        load_stance(ModelSettings(cache=tmp_path, stance="judge"))
    assert tried == [True, True]
