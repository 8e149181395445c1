"""Feeds and stories on loopback, and a follower that runs on simulated time."""

from __future__ import annotations

import random
import threading
import time
from typing import TYPE_CHECKING

import pytest

from retrieval.follow import follower
from retrieval.follow.begin import begin
from retrieval.follow.follower import Follower
from tests.retrieval.fetch.pages import page
from tests.retrieval.fetch.serving import Reply
from tests.retrieval.follow.simulation import Inline, Until

if TYPE_CHECKING:
    from config.settings import Settings
    from retrieval.adding import Added
    from retrieval.library import Library
    from tests.retrieval.fetch.serving import Site

HOUR = 3600.0


def story(name: str, more: str = "") -> Reply:
    """A page that shares no run of five words with that of another name."""
    words = [
        f"<p>{name}{n} said{name} that{n} the{name}{n} pier of{name} {name} opened {n}{name}.</p>"
        for n in range(8)
    ]
    body = page("".join(words) + f"<p>{more}</p>", title=f"Story {name} of the harbour of {name}")
    return Reply(body, headers={"Content-Type": "text/html"})


def feed(site: Site, *names: str, stamp: str = "") -> Reply:
    items = "".join(
        f"<item><link>{site.url(f'/{name}', host=site.host)}</link>"
        f"<pubDate>{stamp}</pubDate></item>"
        for name in names
    )
    return Reply(
        f"<rss version='2.0'><channel><title>Gazette</title>{items}</channel></rss>".encode(),
        headers={"Content-Type": "application/rss+xml", "ETag": f'"{"".join(names)}{stamp}"'},
    )


def follow(
    library: Library, settings: Settings, clock: Until, *, hours: float
) -> list[tuple[str, str]]:
    """Follow for some hours; gives (outcome, path) of what happened."""
    heard: list[Added] = []
    clock.end, clock.stop = clock.time + hours * HOUR, threading.Event()
    following = Follower(
        library,
        settings,
        told=heard.append,
        clock=clock,
        threads=Inline(),
        chance=random.Random(7),  # noqa: S311
    )
    following.run(clock.stop)
    return [(each.outcome, each.place.rpartition("/")[2]) for each in heard]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Until:
    # Days of looking every five seconds whether something else is followed now would take a while.
    monkeypatch.setattr(follower, "_LOOK_SECONDS", 120.0)
    # A minute ahead, so that what is begun by the real clock is due.
    return Until(0, start=time.time() + 60)


def begin_at(library: Library, settings: Settings, site: Site, path: str = "/feed") -> None:
    begin(library, settings, site.url(path, host=site.host))
