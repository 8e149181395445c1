"""Go through docs/self-hosting.md as a reader would: `python -m tests.hosting.walk`.

Needs podman and podman-compose, and the image under the name `whosays`. Discord is the loopback
server of tests/gateway; the bot's container shares the machine's network to reach it. Exits with 1
at the first command that fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.gateway.world import TOKEN
from tests.hosting.page import STEPS, commands
from tests.hosting.places import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

HEALTHY_SECONDS = 120
# A project of its own: a bot that runs on this machine keeps its library.
_PROJECT = "whosays-walk"
_BOT = (
    f"$(podman ps --quiet --filter label=com.docker.compose.project={_PROJECT}"
    " --filter label=com.docker.compose.service=bot)"
)
# `docker compose` is podman-compose here, with the hook that leads the bot to the loopback server;
# it has no `cp`, wants the profile of a service named, and the image is there already.
_DOCKER = f"""#!/bin/sh
test "$1" = compose && shift
compose="podman-compose --project-name {_PROJECT} --file compose.yaml --file HOOKED"
case $1 in
  cp) exec podman cp "{_BOT}:${{2#bot:}}" "$3" ;;
  up) exec $compose up --no-build --detach bot ;;
  *) exec $compose --profile tools "$@" ;;
esac
"""
_HOOKED = """
services:
  bot:
    network_mode: host
    environment:
      PYTHONPATH: /hook:/opt/program
    volumes: [FOLDER:/hook:ro]
"""


@contextmanager
def discord(hook: Path) -> Iterator[None]:
    """The loopback server, with a hook that leads a bot to it."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.gateway", "--hook", str(hook)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    ) as server:
        try:
            assert server.stdout is not None
            server.stdout.readline()
            yield
        finally:
            server.terminate()


def run(command: str, folder: Path, path: str, typed: str | None = None) -> str:
    """Run one command in the folder; gives what it printed, and leaves where it failed."""
    sys.stdout.write(f"$ {command}\n")
    sys.stdout.flush()
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path},
        input=typed or "",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    sys.stdout.write(done.stdout)
    if done.returncode:
        sys.exit(f"{command}: exit code {done.returncode}")
    return done.stdout


def wait_until_healthy(folder: Path, path: str) -> None:
    """Run the image's own check, as the engine does, until the bot is well."""
    began = time.monotonic()
    while time.monotonic() - began < HEALTHY_SECONDS:
        asked = subprocess.run(
            ["/bin/sh", "-c", f"podman healthcheck run {_BOT}"],
            cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, check=False,
        )  # fmt: skip
        if asked.returncode == 0:
            sys.stdout.write(f"healthy after {time.monotonic() - began:.1f} s\n")
            return
        time.sleep(0.5)
    sys.exit("The bot did not become healthy.")


def walk(folder: Path) -> None:
    """Every command of the page in its order, in a folder that is a copy of the repository."""
    tools, hook = folder / ".tools", folder / ".hook"
    tools.mkdir()
    hook.mkdir()
    (tools / "hooked.yaml").write_text(_HOOKED.replace("FOLDER", str(hook)))
    (tools / "docker").write_text(_DOCKER.replace("HOOKED", str(tools / "hooked.yaml")))
    (tools / "docker").chmod(0o755)
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    with discord(hook):
        try:
            for command in commands():
                take(command, folder, path)
        finally:
            run("docker compose down --volumes", folder, path)


def take(command: str, folder: Path, path: str) -> None:
    """One command of the page, with what has to be so before and after it."""
    step = STEPS[command]
    if step.left_out:
        sys.stdout.write(f"# {command}: left out, {step.left_out}\n")
        return
    if command == "docker compose ps":
        wait_until_healthy(folder, path)
    typed = step.typed.replace("TOKEN", TOKEN) if step.typed else None
    told = run(step.instead or command, folder, path, typed)
    if step.prints not in told:
        sys.exit(f"{command} does not print {step.prints!r}")
    if command == "mkdir -p articles":
        shutil.copy(ROOT / "tests" / "hosting" / "article.md", folder / "articles")


def main() -> None:
    """Walk in a temporary copy."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name in ("compose.yaml", ".env.example"):
            shutil.copy(ROOT / name, folder)
        walk(folder)
    sys.stdout.write("Every command did what the page says.\n")


if __name__ == "__main__":
    main()
