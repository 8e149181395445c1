"""Follows what is followed: looks at feeds when they are due, fetches what is new, adds it.

One follower a library. What is done is noted in the library's file in the transaction that did it,
so that one that is killed goes on where it was, and nothing is added twice.
"""

from __future__ import annotations

import logging
import random
import threading
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING

from retrieval.adding import Added
from retrieval.errors import ArticleError, FetchError, InputError, LibraryError
from retrieval.fetch.addresses import host_of
from retrieval.fetch.robots import Robots
from retrieval.fetch.turns import SystemClock
from retrieval.follow.discover import listing
from retrieval.follow.filled import filled
from retrieval.follow.holds import Holds
from retrieval.follow.lock import only_one
from retrieval.follow.schedule import Schedule
from retrieval.follow.shelves import Shelves
from retrieval.model import Draft
from retrieval.store.following_records import Followed, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from concurrent.futures import Executor, Future

    from config.settings import Settings
    from retrieval.fetch.pages import Look
    from retrieval.fetch.tasks import Item
    from retrieval.fetch.turns import Clock
    from retrieval.library import Library

_LOG = logging.getLogger(__name__)
# What other processes begin to follow is seen after so long at the latest. Seconds.
_LOOK_SECONDS = 5.0
_STOPS_WITHIN = 1.0
_TROUBLE_SECONDS = 60.0
_STOP_SECONDS = 60.0


class Follower:
    """Follows in the calling thread (`run`) or one of its own (`start`, `stop`), once.

    `told` hears of every article that was added, changed or refused.
    """

    def __init__(
        self,
        library: Library,
        settings: Settings,
        *,
        told: Callable[[Added], None] | None = None,
        clock: Clock | None = None,
        threads: Executor | None = None,
        chance: random.Random | None = None,
    ) -> None:
        self._library = library
        self._newest = settings.follow.newest
        self._hosts = settings.fetch.hosts
        self._told = told
        self._clock = clock or SystemClock()
        self._threads = threads or ThreadPoolExecutor(self._hosts, thread_name_prefix="follow")
        self._schedule = Schedule(settings.follow, chance or random.Random())  # noqa: S311
        self._following = library.following
        self._fetching = library.fetching(self._settle)
        self._robots = Robots(library.pages.fetcher, self._clock)
        self._holds = Holds(self._clock)
        self._shelves = Shelves(library, self._clock, self._hear)
        self._working: dict[Future[Look | Draft], Followed | Wanted] = {}
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Follow in a thread of its own; raises LibraryError where another process follows."""
        self._thread = threading.Thread(
            target=self._run, args=(only_one(self._library.folder),), name="follower", daemon=True
        )
        self._thread.start()

    def halt(self) -> None:
        """Begin nothing more; what is being fetched is left for the next time."""
        self._stop.set()

    def stop(self) -> None:
        """`halt`, and wait until what has arrived is taken in."""
        self.halt()
        if self._thread is not None:
            self._thread.join(_STOP_SECONDS)

    def run(self, stop: threading.Event | None = None) -> None:
        """Follow until `stop` is set; raises LibraryError where another process follows."""
        self._stop = stop or self._stop
        self._run(only_one(self._library.folder))

    def _run(self, release: Callable[[], None]) -> None:
        try:
            while not self._stop.is_set():
                try:
                    self.step()
                except LibraryError as error:
                    # A full disk, a library that another process holds: it may pass.
                    _LOG.warning("Following waits: %s", error)
                    self._clock.wait(self._stop, _TROUBLE_SECONDS)
                else:
                    self._pause()
        finally:
            self._shelves.stop()
            self._threads.shutdown(wait=False, cancel_futures=True)
            release()

    def step(self) -> None:
        """Read what folders have new, begin what is due, take in what has arrived."""
        self._shelves.read()
        self._begin()
        self._collect()

    def _begin(self) -> None:
        """Give each idle host that has something due one thing to do."""
        now = self._clock.now()
        busy = {_host(task) for task in self._working.values()}
        due: list[Followed | Wanted] = [*self._following.looks(now)]
        for task in (*due, *self._following.wants(now)):
            if len(self._working) >= self._hosts:
                return
            host = _host(task)
            if host not in busy and not self._holds.on(host):
                busy.add(host)
                self._working[self._threads.submit(self._fetched, task)] = task

    def _fetched(self, task: Followed | Wanted) -> Look | Draft:
        pages, permission = self._library.pages, self._robots.permission
        if isinstance(task, Wanted):
            return filled(pages.article(task.url, permission=permission), task)
        return listing(
            pages, task.address, etag=task.etag, modified=task.modified, permission=permission
        )

    def _collect(self) -> None:
        arrived: list[Wanted] = []
        for future in [future for future in self._working if future.done()]:
            task = self._working.pop(future)
            try:
                result = future.result()
            except (FetchError, ArticleError) as error:
                self._failed(task, error)
            except Exception as error:  # noqa: BLE001 - one page does not end the following
                _LOG.warning("%s failed", task, exc_info=error)
                self._failed(task, FetchError(f"It failed: {error}.", temporary=True))
            else:
                self._holds.free(_host(task))
                if isinstance(task, Wanted) and isinstance(result, Draft):
                    arrived.append(task)
                    self._hear(self._fetching.put(result, address=task.url))
                elif isinstance(task, Followed) and not isinstance(result, Draft):
                    self._looked(task, result)
        try:
            self._hear(self._fetching.flush())
        except InputError as error:
            # One of them cannot be kept; another time they come in other company.
            for task in arrived:
                self._failed(task, FetchError(str(error), temporary=True))

    def _looked(self, task: Followed, look: Look) -> None:
        now, fresh, left = self._clock.now(), 0, False
        if look.listing is not None:
            items = [(item.url, host_of(item.url), item.stamp) for item in look.listing.items]
            fresh, left = self._following.listed(
                task.id, items, now=now, newest=self._newest, entries=_said(look.listing.items)
            )
        interval = self._schedule.adapted(task.interval, fresh=fresh > 0)
        self._following.looked(
            task.id,
            now=now,
            due=self._schedule.due(now, self._schedule.least if left else interval),
            interval=interval,
            # Where some were left, the same answer is wanted again.
            etag=None if left else look.etag,
            modified=None if left else look.modified,
            title=look.listing.title if look.listing is not None else None,
        )

    def _failed(self, task: Followed | Wanted, error: FetchError | ArticleError) -> None:
        now, temporary, asked = self._clock.now(), False, None
        if isinstance(error, FetchError):
            temporary, asked = error.temporary, error.wait
        if temporary:
            self._holds.hold(_host(task), asked)
        if isinstance(task, Followed):
            paused = self._schedule.pauses(now, task.failing)
            due = self._schedule.after_failure(now, task.failures, asked)
            self._following.failed(task.id, now=now, due=due, reason=str(error), paused=paused)
            if paused:
                _LOG.warning("%s is paused: %s", task.address, error)
            return
        again = self._schedule.retry(now, task.tries, asked) if temporary else None
        if again is not None:
            self._following.postponed(task.url, due=again, reason=str(error))
        else:
            refused = Added(None, "refused", reason=str(error), url=task.url)
            self._settle(refused)
            self._hear([refused])

    def _settle(self, added: Added) -> None:
        if added.url is not None:
            self._following.settled(added.url, added.outcome, added.reason)

    def _hear(self, results: Iterable[Added]) -> None:
        for each in results:
            if self._told is not None and each.outcome != "unchanged":
                self._told(each)

    def _pause(self) -> None:
        """Wait until something arrives or is due."""
        if self._working:
            wait(self._working, _STOPS_WITHIN, return_when=FIRST_COMPLETED)
            return
        now, due = self._clock.now(), self._following.next_due()
        if due is None or due > now or self._holds.any():
            left = _LOOK_SECONDS if due is None or due <= now else due - now
            self._clock.wait(self._stop, min(_LOOK_SECONDS, left))


def _said(items: Iterable[Item]) -> dict[str, dict[str, str]]:
    """What the entries of a feed say of their articles, by address."""
    said = {
        item.url: {"title": item.title, "author": item.author, "published": item.published}
        for item in items
    }
    return {
        url: {name: value for name, value in each.items() if value} for url, each in said.items()
    }


def _host(task: Followed | Wanted) -> str:
    return task.host if isinstance(task, Wanted) else host_of(task.address)
