"""With everything but the library read-only, as in the container, all commands do their work."""

from __future__ import annotations

import http.client
import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.conftest import MODELS
from tests.e2e.gateway.bot import free_port
from tests.gateway.world import TOKEN
from tests.hosting.places import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from retrieval.models.base import Encoder

Run = subprocess.CompletedProcess[str]

# A mount namespace of its own, in which one folder can be written and the rest cannot.
_INSIDE = """
set -e
mount --bind "$1" "$1"
for each in / /tmp /var/tmp /home; do
  if mountpoint -q "$each"; then mount -o remount,bind,ro "$each"; fi
done
cd "$1"
shift
exec "$@"
"""
# As long as a machine with other work may take.
_HEALTHY_SECONDS = 300


def inside(data: Path, *words: str) -> list[str]:
    """The command line that runs these words with only `data` to write to."""
    return ["unshare", "--map-root-user", "--mount", "sh", "-c", _INSIDE, "sh", str(data), *words]


def environment(data: Path, **more: str) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
        "HOME": str(data),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "WHOSAYS_LIBRARY__PATH": str(data / "library"),
        "WHOSAYS_MODELS__CACHE": str(MODELS),
        **more,
    }


def read_only(data: Path, *words: str, **more: str) -> Run:
    return subprocess.run(
        inside(data, *words),
        capture_output=True,
        text=True,
        env=environment(data, **more),
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Path:
    """The folder that can be written; the encoder is prepared before."""
    folder = tmp_path_factory.mktemp("data")
    if shutil.which("unshare") is None or read_only(folder, "true").returncode != 0:
        pytest.skip("no mount namespace can be made here")
    outside = folder.parent / "outside"
    assert read_only(folder, "touch", str(outside)).returncode != 0, "the root is not read-only"
    assert not outside.exists()
    assert read_only(folder, "touch", str(folder / "inside")).returncode == 0
    return folder


def whosays(data: Path, *words: str) -> str:
    done = read_only(data, sys.executable, "-m", "bot.cli", *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_commands_write_to_the_library_alone(data: Path) -> None:
    assert "Says yes" in whosays(data, "ask", "Did Putin congratulate Trump?")
    (data / "note.txt").write_text(
        "Bridge to open in June\n\nThe city said on Monday that the new bridge over the river will "
        "open in June, four months late.\n\nThe mayor told reporters that the toll would be set by "
        "the council in May, after a public hearing in the town hall.\n"
    )
    assert whosays(data, "add", "note.txt", "--source", "River Post").startswith("added: ")
    assert whosays(data, "backup", "b.zip").startswith("Backed up 5 articles")
    assert whosays(data, "restore", "--yes", "b.zip").startswith("Restored 5 articles")
    assert "Indexed" in whosays(data, "reindex")
    assert "not ok" not in whosays(data, "doctor")


@pytest.fixture
def discord(tmp_path: Path) -> Iterator[Path]:
    """A loopback Discord; gives the folder of the hook that leads a bot to it."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.gateway", "--hook", str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    ) as server:
        assert server.stdout is not None
        assert server.stdout.readline()
        yield tmp_path
        server.terminate()


def is_healthy(port: str) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", int(port), timeout=10)
    try:
        connection.request("GET", "/health")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def test_the_bot_becomes_healthy_and_ends_when_asked_to(data: Path, discord: Path) -> None:
    settings = {
        "PYTHONPATH": f"{discord}{os.pathsep}{ROOT}",
        "WHOSAYS_DISCORD__TOKEN": TOKEN,
        "WHOSAYS_HEALTH__PORT": str(free_port()),
    }
    command = inside(data, sys.executable, "-m", "bot.cli", "serve")
    with subprocess.Popen(
        command, env=environment(data, **settings), stderr=subprocess.PIPE, text=True
    ) as bot:
        end = time.monotonic() + _HEALTHY_SECONDS
        try:
            # A command at every look would take from the bot what it needs to become healthy.
            while not is_healthy(settings["WHOSAYS_HEALTH__PORT"]):
                assert bot.poll() is None, bot.communicate()[1]
                assert time.monotonic() < end, "the bot did not become healthy"
                time.sleep(0.1)
            asked = read_only(data, sys.executable, "-m", "bot.cli", "health", **settings)
            assert asked.returncode == 0, asked.stdout + asked.stderr
            bot.terminate()
            _, log = bot.communicate(timeout=15)
        finally:
            # A process that is left running would be waited for without end.
            bot.kill()
    assert bot.returncode == 0, log
    assert "Read-only file system" not in log
