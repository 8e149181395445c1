"""The process that reads what came from outside: `python -m retrieval.fetch.reader MB SECONDS`.

Standard input is a socket to the process that started it. Memory, time and files are limited, so
that a hostile page costs this process and nothing else.
"""

from __future__ import annotations

import gc
import os
import resource
import signal
import socket
import sys
from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from retrieval.errors import ArticleError
from retrieval.fetch.feeds import read_feed
from retrieval.fetch.reading import read_article
from retrieval.fetch.tasks import Page, from_message, receive, send
from retrieval.ingest.language import language_of
from retrieval.ingest.page import read_page

if TYPE_CHECKING:
    from retrieval.fetch.tasks import Task

_NICE = 5
# Should the parent be gone, nobody else ends a page that never does.
_GRACE_SECONDS = 5


def main(megabytes: int, seconds: int) -> None:
    """Read pages until the other side is gone."""
    channel = socket.socket(fileno=0)
    _warm_up()
    _limit(megabytes)
    send(channel, {"ready": True})
    while True:
        try:
            message, body = receive(channel)
        except (EOFError, OSError):
            return
        signal.alarm(seconds + _GRACE_SECONDS)
        answer = _answer(from_message(message), body)
        signal.alarm(0)
        send(channel, answer)
        del message, body, answer
        gc.collect()


def _answer(task: Task, body: bytes) -> dict[str, Any]:
    try:
        done = read_article(task, body) if isinstance(task, Page) else read_feed(task, body)
    except ArticleError as error:
        return {"refused": str(error)}
    except (MemoryError, RecursionError):
        return {"refused": f"{task.url}: the page is too large or too deep to be read."}
    except Exception as error:  # noqa: BLE001 - a page that breaks a parser is refused like another
        return {"refused": f"{task.url}: the page cannot be read ({type(error).__name__})."}
    return {"done": asdict(done)}


def _warm_up() -> None:
    """Load what reading needs while memory and time are nobody's."""
    words = "A page that is read so that every part of the reader has been loaded once before. "
    read_page(f"<html><body><article><p>{words * 9}</p></article></body></html>", what="")
    language_of(words)


def _limit(megabytes: int) -> None:
    size = megabytes << 20
    # macOS has no such limit.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    os.nice(_NICE)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
