"""`whosays watch --run`: news as JSON lines, or posted to a webhook.

What is about to be told is written down first. After a process was killed it is told again, with
the same `post`: once, unless it was killed between telling and noting that.
"""

from __future__ import annotations

import logging
import sys
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx2

from bot.cli.output import complain, remark, write
from bot.render.json import to_json
from bot.render.words import count
from retrieval.errors import InputError, LibraryError, WhosaysError
from retrieval.watching.news import news_of
from retrieval.watching.watcher import Watcher

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from config.settings import Settings
    from retrieval.library import Library
    from retrieval.store.watch_records import Post

    Tell = Callable[[dict[str, object]], None]

_LOG = logging.getLogger(__name__)
_LOOK_SECONDS = 2.0
_TROUBLE_SECONDS = 60.0
_WEBHOOK_SECONDS = 30.0


class WebhookError(WhosaysError):
    """A webhook did not take what it was given; it is given it again later."""


def teller(webhook: str | None) -> Tell:
    """What tells a post; raises InputError for what is no address."""
    if webhook is None:
        return _print
    parts = urlsplit(webhook)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError("--webhook takes an address that begins with https:// or http://.")
    client = httpx2.Client(timeout=_WEBHOOK_SECONDS)

    def post(told: dict[str, object]) -> None:
        try:
            # The key lets a receiver drop what it is given a second time.
            answer = client.post(
                webhook,
                content=to_json(told, indent=None).encode(),
                headers={
                    "Content-Type": "application/json",
                    "Idempotency-Key": str(told["post"]),
                },
            )
        except httpx2.HTTPError as error:
            raise WebhookError(f"The webhook cannot be reached: {error}.") from error
        if not answer.is_success:
            raise WebhookError(f"The webhook answers {answer.status_code}.")

    return post


def run(library: Library, settings: Settings, tell: Tell, stop: threading.Event) -> None:
    """Tell what is new until `stop` is set; raises LibraryError where another process does."""
    watcher = Watcher(library, settings, "terminal")
    release = watcher.alone()
    remark(_begun(len(library.watches.of("terminal"))))
    waits = 0.0
    try:
        while not stop.is_set():
            if time.monotonic() >= waits:
                try:
                    step(library, watcher, tell)
                except (LibraryError, WebhookError) as error:
                    complain(str(error))
                    waits = time.monotonic() + _TROUBLE_SECONDS
            stop.wait(_LOOK_SECONDS)
    finally:
        release()


def _begun(watched: int) -> str:
    """What is to be expected from now on, which may be nothing for days."""
    if not watched:
        return "No question is watched yet; `whosays watch add` has one watched. Ctrl-C ends this."
    return f"Telling what is new on {count(watched, 'question')}; Ctrl-C ends it."


def step(library: Library, watcher: Watcher, tell: Tell) -> None:
    """Tell what was written down before, and what is new by now."""
    watches = library.watches
    for watch in watches.ended("terminal"):
        complain(f"Watched no more, for it is no question: {watch.question}")
        watches.remove(watch.id)
    watcher.step()
    for post in watches.unsent("terminal"):
        tell(told(library, post))
        watches.forget_post(post.id)


def told(library: Library, post: Post) -> dict[str, object]:
    """A post as JSON."""
    watch = post.watch
    news = news_of(watch.question, post.items, library.watches.told(watch.id))
    return {**news.to_json(), "watch": watch.id, "post": post.id}


def _print(told: dict[str, object]) -> None:
    write(to_json(told, indent=None))
    sys.stdout.flush()
