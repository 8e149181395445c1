"""Questions on their way through the library: a bounded queue, worker threads, a short memory."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

from bot.discord.failures import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.metrics import Metrics
    from config.serving import DiscordSettings
    from retrieval.answered import Answer
    from retrieval.library import Library
    from retrieval.model import Filter

REMEMBERED = 256
"""Answers kept for `cache_minutes`, the latest used."""


class _Key(NamedTuple):
    question: str
    where: Filter
    per_source: int | None
    generation: int


class Desk:
    """Asks the library off the event loop; used from the event loop only."""

    def __init__(
        self,
        library: Library,
        settings: DiscordSettings,
        metrics: Metrics,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._library = library
        self._room = settings.queue
        self._keep = settings.cache_minutes * 60
        self._metrics = metrics
        self._clock = clock
        self._pool = ThreadPoolExecutor(settings.workers, thread_name_prefix="desk")
        self._waiting = 0
        self._closed = False
        self._under_way: dict[_Key, asyncio.Task[Answer]] = {}
        self._answers: OrderedDict[_Key, tuple[float, Answer]] = OrderedDict()

    @property
    def waiting(self) -> int:
        """Questions that no worker has taken yet."""
        return self._waiting

    def admit(self) -> None:
        """Raises Refusal where a question that nobody has asked yet would be turned away."""
        if self._closed:
            raise Refusal("ask-closing")
        if self._waiting >= self._room:
            raise Refusal("ask-busy", waiting=self._waiting)

    async def ask(self, question: str, where: Filter, per_source: int | None) -> Answer:
        """What each source says.

        One search serves all who ask the same at the same time. Raises Refusal where the queue is
        full or the desk closed, and what Library.ask raises.
        """
        generation = await asyncio.to_thread(lambda: self._library.generation)
        key = _Key(" ".join(question.split()), where, per_source, generation)
        known = self._remembered(key)
        if known is not None:
            return known
        task = self._under_way.get(key) or self._begin(key)
        # Who gives up waiting does not take the answer from the others.
        return await asyncio.shield(task)

    def close(self) -> None:
        """Take no more questions; those that wait are refused, those being worked on finish."""
        self._closed = True
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _begin(self, key: _Key) -> asyncio.Task[Answer]:
        """Take a question in; nothing is awaited between the door and the queue."""
        self.admit()
        self._wait(1)
        asked, loop = time.perf_counter(), asyncio.get_running_loop()

        def work() -> Answer:
            loop.call_soon_threadsafe(self._wait, -1)
            self._metrics.spent("queue", time.perf_counter() - asked)
            return self._library.ask(key.question, where=key.where, per_source=key.per_source)

        task = asyncio.create_task(self._finish(key, loop.run_in_executor(self._pool, work)))
        # Where everybody has given up waiting, nobody else looks at how it ended.
        task.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
        self._under_way[key] = task
        return task

    async def _finish(self, key: _Key, working: asyncio.Future[Answer]) -> Answer:
        try:
            answer = await working
        except asyncio.CancelledError:
            # Only closing the desk takes a question out of the queue.
            if not self._closed:
                raise
            self._wait(-1)
            raise Refusal("ask-closing") from None
        finally:
            del self._under_way[key]
        self._remember(key, answer)
        return answer

    def _wait(self, change: int) -> None:
        self._waiting += change
        self._metrics.waiting(self._waiting)

    def _remembered(self, key: _Key) -> Answer | None:
        at, answer = self._answers.get(key, (0.0, None))
        if answer is None or self._clock() - at >= self._keep:
            self._answers.pop(key, None)
            return None
        self._answers.move_to_end(key)
        return answer

    def _remember(self, key: _Key, answer: Answer) -> None:
        self._answers[key] = (self._clock(), answer)
        if len(self._answers) > REMEMBERED:
            self._answers.popitem(last=False)
