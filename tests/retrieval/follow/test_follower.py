"""Following on loopback, in a time that passes only by waiting."""

from __future__ import annotations

import random
import threading
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import (
    LibraryBusyError,
    LibraryFullError,
)
from retrieval.follow.follower import Follower
from tests.retrieval.fetch.serving import Heard, Reply
from tests.retrieval.follow.feeds import begin_at, feed, follow, story
from tests.retrieval.follow.simulation import Inline, Until

if TYPE_CHECKING:
    from config.settings import Settings
    from retrieval.library import Library
    from tests.retrieval.fetch.serving import Site


def test_what_is_new_is_added_once_and_an_unchanged_feed_costs_nothing(
    library: Library, following_settings: Settings, site: Site, clock: Until
) -> None:
    def conditional(heard: Heard) -> Reply:
        whole = feed(site, "a", "b")
        same = heard.headers.get("if-none-match") == whole.headers["ETag"]
        return Reply(status=304) if same else whole

    site.at |= {"/feed": conditional, "/a": story("a"), "/b": story("b")}
    begin_at(library, following_settings, site)
    assert sorted(follow(library, following_settings, clock, hours=3)) == [
        ("added", "a"), ("added", "b"),
    ]  # fmt: skip
    assert [path for path in site.paths if len(path) == 2] in (["/a", "/b"], ["/b", "/a"])
    looks = [heard for heard in site.heard if heard.path == "/feed"][1:]
    assert len(looks) > 2
    assert all("if-none-match" in heard.headers for heard in looks[1:])
    assert len(looks) < 3 * 6, "the interval grows where nothing is new"
    (row,) = library.following.all()
    assert (row.waiting, row.articles) == (0, 2)


def test_a_restart_goes_on_where_it_was(
    library: Library, following_settings: Settings, site: Site, clock: Until
) -> None:
    names = [f"n{n}" for n in range(12)]
    site.at |= {"/feed": feed(site, *names)} | {f"/{name}": story(name) for name in names}
    begin_at(library, following_settings, site)
    first = Follower(
        library,
        following_settings,
        clock=clock,
        threads=Inline(),
        chance=random.Random(7),  # noqa: S311
    )
    for _ in range(5):
        first.step()
    done = len(library.articles())
    assert 0 < done < len(names)
    # No word to it: what it knew is gone with it.
    del first
    outcomes = follow(library, following_settings, clock, hours=1)
    assert len(outcomes) == len(names) - done
    assert len(library.articles()) == len(names)
    fetched = [path for path in site.paths if path.startswith("/n")]
    assert sorted(fetched) == sorted(f"/{name}" for name in names)


def test_an_article_that_changed_is_a_new_version(
    library: Library, following_settings: Settings, site: Site, clock: Until
) -> None:
    site.at |= {"/feed": feed(site, "a", stamp="Monday"), "/a": story("a")}
    begin_at(library, following_settings, site)
    follow(library, following_settings, clock, hours=1)
    site.at |= {
        "/feed": feed(site, "a", stamp="Tuesday"),
        "/a": story("a", "The Kremlin has since answered to the question of the paper."),
    }
    assert follow(library, following_settings, clock, hours=30) == [("updated", "a")]
    (row,) = library.articles()
    assert "since answered" in library.show(row.ref.id)[0].text


def test_what_cannot_be_had_for_now_is_had_later_and_the_rest_meanwhile(
    library: Library, following_settings: Settings, site: Site, clock: Until
) -> None:
    def busy(heard: Heard) -> Reply:
        times = site.paths.count("/a")
        return Reply(status=503, headers={"Retry-After": "60"}) if times < 3 else story("a")

    site.at |= {"/feed": feed(site, "a", "b", "gone"), "/a": busy, "/b": story("b")}
    begin_at(library, following_settings, site)
    outcomes = follow(library, following_settings, clock, hours=5)
    assert sorted(outcomes) == [("added", "a"), ("added", "b"), ("refused", "gone")]
    assert site.paths.count("/a") == 3
    assert site.paths.count("/gone") == 1


def test_a_host_that_asks_for_quiet_is_left_alone(
    library: Library, following_settings: Settings, site: Site, clock: Until
) -> None:
    asked: list[float] = []

    def busy(_: Heard) -> Reply:
        asked.append(clock.time)
        return Reply(status=429, headers={"Retry-After": "1800"})

    site.at |= {"/feed": feed(site, "a", "b", "c"), "/a": busy, "/b": busy, "/c": busy}
    begin_at(library, following_settings, site)
    follow(library, following_settings, clock, hours=3)
    assert len(asked) > 1
    assert all(later - earlier >= 1800 for earlier, later in pairwise(asked))


def test_what_fails_for_days_is_paused_and_goes_on_when_followed_again(
    library: Library, following_settings: Settings, site: Site, clock: Until
) -> None:
    site.at["/feed"] = feed(site, "a")
    begin_at(library, following_settings, site)
    site.at["/feed"] = Reply(status=500)
    follow(library, following_settings, clock, hours=5 * 24)
    (row,) = library.following.all()
    assert row.followed.paused
    assert row.followed.reason is not None
    assert "500" in row.followed.reason
    assert 5 < site.paths.count("/feed") < 40
    looks = len(site.heard)
    follow(library, following_settings, clock, hours=48)
    assert len(site.heard) == looks
    site.at |= {"/feed": feed(site, "a"), "/a": story("a")}
    begin_at(library, following_settings, site)
    assert follow(library, following_settings, clock, hours=1) == [("added", "a")]


def test_what_robots_are_asked_to_leave_alone_is_left_alone(
    library: Library, following_settings: Settings, site: Site, clock: Until
) -> None:
    site.at |= {
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /a\n"),
        "/feed": feed(site, "a", "b"), "/a": story("a"), "/b": story("b"),
    }  # fmt: skip
    begin_at(library, following_settings, site)
    outcomes = follow(library, following_settings, clock, hours=1)
    assert sorted(outcomes) == [("added", "b"), ("refused", "a")]
    assert "/a" not in site.paths


def test_a_full_disk_is_waited_out_and_nothing_is_lost(
    library: Library, following_settings: Settings, site: Site, clock: Until,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    site.at |= {"/feed": feed(site, "a", "b"), "/a": story("a"), "/b": story("b")}
    begin_at(library, following_settings, site)
    real, fails = library._catalogue.add, iter(range(2))

    def full(*args: object, **kwargs: object) -> object:
        if next(fails, None) is not None:
            raise LibraryFullError("The disk is full.")
        return real(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(library._catalogue, "add", full)
    outcomes = follow(library, following_settings, clock, hours=1)
    assert sorted(outcomes) == [("added", "a"), ("added", "b")]
    assert len(library.articles()) == 2


def test_a_page_that_breaks_the_reader_does_not_end_the_following(
    library: Library, following_settings: Settings, site: Site, clock: Until,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    site.at |= {"/feed": feed(site, "a", "b"), "/a": story("a"), "/b": story("b")}
    begin_at(library, following_settings, site)
    real = library.pages.article

    def breaks(address: str, **kwargs: object) -> object:
        if address.endswith("/a"):
            raise RuntimeError("a bug")
        return real(address, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(library.pages, "article", breaks)
    assert ("added", "b") in follow(library, following_settings, clock, hours=1)


def test_only_one_process_follows(library: Library, following_settings: Settings) -> None:
    first, second = (Follower(library, following_settings) for _ in range(2))
    first.start()
    try:
        with pytest.raises(LibraryBusyError, match="follows"):
            second.start()
    finally:
        first.stop()
    second.start()
    second.stop()


def test_the_thread_follows_and_stops(
    library: Library, following_settings: Settings, site: Site
) -> None:
    site.at |= {"/feed": feed(site, "a"), "/a": story("a")}
    begin_at(library, following_settings, site)
    added = threading.Event()
    one = Follower(library, following_settings, told=lambda _: added.set())
    one.start()
    assert added.wait(60)
    one.stop()
    assert len(library.articles()) == 1
    assert not any(thread.name == "follower" for thread in threading.enumerate())
