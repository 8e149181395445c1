"""`whosays serve`: the bot on Discord. `whosays health`: is it well?"""

import logging
import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, NoReturn

import typer

from bot.cli import opening
from bot.cli.options import LibraryFolder
from bot.cli.output import complain, write
from config.errors import SettingsError

if TYPE_CHECKING:
    from types import FrameType

FAILED, TOKEN_REFUSED, UNREACHABLE = 1, 3, 4
STOP_SECONDS = 9.0
"""When a stopping process is ended whatever it does; container engines kill after ten."""
HEALTH_SECONDS = 9.0
"""How long the bot may take to tell of its health; the image's health check gives ten."""
_ANY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - where to ask, not to listen


def serve(library: LibraryFolder = None) -> None:
    """Be on Discord and answer there until stopped."""
    # faiss reads it when it is imported; each worker thread would start threads of its own.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    # The first process of a container ignores signals that it does not handle.
    signal.signal(signal.SIGTERM, _leave)
    import asyncio  # noqa: PLC0415 - `--help` needs neither

    from bot.discord import logs, serving  # noqa: PLC0415
    from retrieval.daily import pruning  # noqa: PLC0415
    from retrieval.follow.background import following  # noqa: PLC0415

    chosen = opening.settings(library)
    token = serving.token_of(chosen)
    logs.start(chosen.logs, secrets=(token,))
    log = logging.getLogger(__name__)

    def progress(stage: str, done: int, total: int) -> None:
        if done in (0, total):
            log.info("%s", stage.lower(), extra={"done": done, "of": total} if total else {})

    ending = _Ending()
    try:
        with (
            opening.open_library(chosen, progress) as opened,
            following(opened, chosen) as halt,
            pruning(opened, chosen) as stay,
        ):

            def stop() -> None:
                ending.begin()
                halt()
                stay()

            asyncio.run(serving.serve(chosen, opened, on_stop=stop))
        ending.done = True
    except serving.TokenRefusedError as error:
        complain(str(error))
        raise typer.Exit(TOKEN_REFUSED) from error
    except serving.UnreachableError as error:
        complain(str(error))
        raise typer.Exit(UNREACHABLE) from error


def health() -> None:
    """Ask the running bot whether it is well."""
    import http.client  # noqa: PLC0415 - `--help` does not need it
    import json  # noqa: PLC0415

    chosen = opening.settings(None).health
    if not chosen.port:
        raise SettingsError("No health endpoint is served: WHOSAYS_HEALTH__PORT is 0.")
    host = _ANY_ADDRESS.get(chosen.host, chosen.host)
    connection = http.client.HTTPConnection(host, chosen.port, timeout=HEALTH_SECONDS)
    try:
        connection.request("GET", "/health")
        answer = connection.getresponse()
        report = json.loads(answer.read())
        if not isinstance(report, dict) or "ok" not in report:
            raise ValueError("not a report of the bot")  # noqa: TRY301 - as what is no JSON
    except (OSError, http.client.HTTPException, ValueError) as error:
        complain(f"No answer from the bot at {host}, port {chosen.port}: is it running?")
        raise typer.Exit(FAILED) from error
    finally:
        connection.close()
    write(json.dumps(report))
    if not report["ok"]:
        raise typer.Exit(FAILED)


def _leave(_: int, __: "FrameType | None") -> NoReturn:
    """Asked to stop before anything was served: nothing is lost by leaving at once."""
    sys.exit(0)


class _Ending:
    """Sees that a stopping process ends, even where a thread hangs; the library is always safe."""

    def __init__(self) -> None:
        self.done = False
        """Whether nothing is left but to leave: a page that is still being fetched is no loss."""

    def begin(self) -> None:
        """Count from now."""
        timer = threading.Timer(STOP_SECONDS, self._leave)
        timer.daemon = True
        timer.start()

    def _leave(self) -> None:
        if not self.done:
            logging.getLogger(__name__).warning("something does not end: leaving without it")
        os._exit(0 if self.done else FAILED)
