from __future__ import annotations

import http.server
import json
import subprocess
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from bot.cli import serving
from tests.conftest import ROOT
from tests.e2e.gateway.bot import free_port

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.bot.cli.conftest import Told


@contextmanager
def answering(body: bytes) -> Iterator[int]:
    """A server that gives one answer to everything."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None: ...  # noqa: ANN401

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(("ok", "code"), [(True, 0), (False, 1)])
def test_health_prints_the_report_and_tells_by_its_code(
    tell: Callable[..., Told], monkeypatch: pytest.MonkeyPatch, *, ok: bool, code: int
) -> None:
    report = {"ok": ok, "library": {"generation": 3}}
    with answering(json.dumps(report).encode()) as port:
        monkeypatch.setenv("WHOSAYS_HEALTH__PORT", str(port))
        got, out, err = tell("health")
    assert (got, err) == (code, "")
    assert json.loads(out) == report


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"fine": true}'])
def test_whoever_else_answers_there_is_not_the_bot(
    tell: Callable[..., Told], monkeypatch: pytest.MonkeyPatch, body: bytes
) -> None:
    with answering(body) as port:
        monkeypatch.setenv("WHOSAYS_HEALTH__PORT", str(port))
        code, out, err = tell("health")
    assert (code, out) == (1, "")
    assert err.startswith("whosays: No answer from the bot at 127.0.0.1")


def test_a_bot_that_does_not_run_is_not_well(
    tell: Callable[..., Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHOSAYS_HEALTH__PORT", str(free_port()))
    # Listening everywhere is asked on loopback.
    monkeypatch.setenv("WHOSAYS_HEALTH__HOST", "0.0.0.0")  # noqa: S104
    code, out, err = tell("health")
    assert (code, out) == (1, "")
    assert "at 127.0.0.1" in err


def test_health_without_an_endpoint_says_so(
    tell: Callable[..., Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHOSAYS_HEALTH__PORT", "0")
    code, _, err = tell("health")
    assert code == 2
    assert "WHOSAYS_HEALTH__PORT is 0" in err


def test_serve_without_a_token_says_so(tell: Callable[..., Told]) -> None:
    code, out, err = tell("serve")
    assert (code, out) == (2, "")
    assert "WHOSAYS_DISCORD__TOKEN" in err


def test_a_stop_before_anything_is_served_is_fine() -> None:
    with pytest.raises(SystemExit) as left:
        serving._leave(15, None)
    assert left.value.code == 0


@pytest.mark.parametrize(("done", "code"), [(False, serving.FAILED), (True, 0)])
def test_a_thread_that_hangs_does_not_keep_the_process(*, done: bool, code: int) -> None:
    hang = (
        "import threading\nfrom bot.cli import serving\nserving.STOP_SECONDS = 0.2\n"
        "threading.Thread(target=threading.Event().wait).start()\n"
        f"ending = serving._Ending()\nending.begin()\nending.done = {done}\n"
    )
    ended = subprocess.run([sys.executable, "-c", hang], cwd=ROOT, timeout=60, check=False)
    assert ended.returncode == code
