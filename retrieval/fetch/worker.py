"""Reading pages in processes of their own, each ended and replaced when a page is too much."""

from __future__ import annotations

import math
import os
import queue
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self

from retrieval.errors import ArticleError, WhosaysError
from retrieval.fetch.tasks import as_message, receive, send

if TYPE_CHECKING:
    from config.coverage import FetchSettings
    from retrieval.fetch.tasks import Task

_START_SECONDS = 120.0
_MOST_PAGES = 500
# The environment holds secrets that a process reading hostile pages need not know.
_ENVIRONMENT = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "HOME", "SYSTEMROOT")


class Workers:
    """As many reading processes as half the machine's cores, started when first needed."""

    def __init__(self, settings: FetchSettings) -> None:
        self._settings = settings
        self._free: queue.LifoQueue[_Worker | None] = queue.LifoQueue()
        for _ in range(max(1, (os.cpu_count() or 2) // 2)):
            self._free.put(None)
        self._lock = threading.Lock()
        self._all: set[_Worker] = set()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """End the processes; a page that is being read is given up."""
        with self._lock:
            self._closed = True
            ending, self._all = self._all, set()
        for worker in ending:
            worker.end()

    def read(self, task: Task, body: bytes) -> dict[str, Any]:
        """What the process made of a page, as JSON data; waits while all are busy.

        Raises ArticleError where it is no article, or too much for the limits.
        """
        worker = self._free.get()
        try:
            if worker is None:
                worker = self._started()
            answer = worker.ask(task, body, self._settings.worker_seconds)
            if worker.pages >= _MOST_PAGES:
                self._dismiss(worker)
                worker = None
        except TimeoutError as error:
            self._dismiss(worker)
            worker = None
            raise ArticleError(
                f"{task.url}: reading the page took longer than "
                f"{self._settings.worker_seconds:g} seconds."
            ) from error
        except (EOFError, OSError, ValueError) as error:
            self._dismiss(worker)
            worker = None
            raise ArticleError(f"{task.url}: the page was too much for the reader.") from error
        finally:
            self._free.put(worker)
        if "done" not in answer:
            raise ArticleError(str(answer.get("refused", f"{task.url}: the page cannot be read.")))
        done: dict[str, Any] = answer["done"]
        return done

    def _started(self) -> _Worker:
        worker = _Worker(self._settings)
        with self._lock:
            if self._closed:
                worker.end()
                raise WhosaysError("The reader of pages was closed.")
            self._all.add(worker)
        return worker

    def _dismiss(self, worker: _Worker | None) -> None:
        if worker is not None:
            with self._lock:
                self._all.discard(worker)
            worker.end()


class _Worker:
    """One process; `pages` is how many it has read."""

    def __init__(self, settings: FetchSettings) -> None:
        self.pages = 0
        self._channel, theirs = socket.socketpair()
        seconds = math.ceil(settings.worker_seconds)
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own module, no shell
                [
                    sys.executable, "-P", "-m", "retrieval.fetch.reader",
                    str(settings.worker_megabytes), str(seconds),
                ],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
                | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
                start_new_session=True,
            )  # fmt: skip
        try:
            receive(self._channel, time.monotonic() + _START_SECONDS)
        except (EOFError, OSError, ValueError) as error:
            self.end()
            raise WhosaysError(
                "The process that reads pages does not start: see whether "
                "fetch.worker_megabytes is too low, or install whosays anew."
            ) from error

    def ask(self, task: Task, body: bytes, seconds: float) -> dict[str, Any]:
        """The answer to one task; raises TimeoutError, EOFError, OSError or ValueError."""
        deadline = time.monotonic() + seconds
        self._channel.settimeout(seconds)
        send(self._channel, as_message(task), body)
        answer, _ = receive(self._channel, deadline)
        self.pages += 1
        return answer

    def end(self) -> None:
        """Kill the process and wait for it."""
        self._process.kill()
        self._process.wait()
        with suppress(OSError):
            self._channel.close()
