"""`whosays follow`, `unfollow` and `follows`."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from retrieval.adding import Added
from retrieval.errors import ArticleError, LibraryBusyError, NotFoundError
from retrieval.follow import begin as beginning
from retrieval.follow import follower
from retrieval.follow.begin import Begun
from retrieval.store.following_records import Followed, FollowedRow
from tests.bot.answers import BRIDGE, NORTH

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from pathlib import Path

    from config.settings import Settings
    from tests.bot.cli.conftest import FakeLibrary, Told

FEED = "https://north.example/feed"
NOW = 1_700_000_000.0
FOLLOWED = Followed(
    id=1, address=FEED, kind="feed", title="The North\x1b Post", added=NOW, due=NOW + 700,
    interval=600.0, etag=None, modified=None, looked=NOW - 130, failing=None, failures=0,
    paused=False, reason=None,
)  # fmt: skip


class FakeFollowing:
    def __init__(self, rows: list[FollowedRow]) -> None:
        self.rows = rows

    def all(self) -> list[FollowedRow]:
        return self.rows


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was begun to be followed, of which the second feed was already, and the third paused."""
    places: list[str] = []
    before = {"https://2.example": FOLLOWED, "https://3.example": replace(FOLLOWED, paused=True)}

    def begin(_: FakeLibrary, settings: Settings, place: str) -> Begun:
        assert settings.follow.newest > 0
        if "nothing" in place:
            raise ArticleError(f"{place} is neither a feed nor names one.")
        places.append(place)
        return Begun(FOLLOWED, 30, before.get(place))

    monkeypatch.setattr(beginning, "begin", begin)
    return places


def test_what_is_followed_is_told_with_the_feed_that_was_found(
    tell: Callable[..., Told], begun: list[str], tmp_path: Path
) -> None:
    code, out, err = tell("follow", "https://north.example", str(tmp_path))
    assert (code, err) == (0, "")
    assert begun == ["https://north.example", str(tmp_path)]
    assert f"following: The North⟨U+001B⟩ Post, {FEED}, 30 articles listed" in " ".join(out.split())


def test_what_was_followed_before_is_said_to_be(
    tell: Callable[..., Told], begun: list[str]
) -> None:
    code, out, err = tell("follow", "https://1.example", "https://2.example", "https://3.example")
    assert (code, err, len(begun)) == (0, "", 3)
    told = [line.partition(": ")[0] for line in out.splitlines() if "North⟨U+001B⟩" in line]
    assert told == ["following", "followed already", "following again"]


@pytest.mark.parametrize("words", [(), ("",), ("nofolder",), ("https://nothing.example",)])
def test_what_cannot_be_followed_is_bad_input(
    tell: Callable[..., Told], begun: list[str], words: tuple[str, ...]
) -> None:
    code, out, err = tell("follow", *words)
    assert (code, out) == (2, "")
    assert err.startswith("whosays: ")
    assert err.count("\n") == 1


def test_running_tells_what_happens_as_it_happens(
    tell: Callable[..., Told], fake: FakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake.following = FakeFollowing([])

    class FakeFollower:
        def __init__(
            self, library: FakeLibrary, settings: Settings, *, told: Callable[[Added], None]
        ) -> None:
            self.told = told

        def run(self, stop: threading.Event) -> None:
            assert not stop.is_set()
            self.told(Added(None, "added", BRIDGE, NORTH, 7, url="https://north.example/a"))
            self.told(Added(None, "refused", reason="It is a video.", url="https://x.example"))

    monkeypatch.setattr(follower, "Follower", FakeFollower)
    code, out, err = tell("follow", "--run")
    assert (code, err) == (0, "whosays: It is a video.\n")
    assert out.startswith("added: a1b2c3")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    begun = "Nothing is followed yet; `whosays follow ADDRESS` begins. Ctrl-C ends this."
    assert begun in tell("follow", "--run")[2]


def test_a_second_follower_is_one_line(
    tell: Callable[..., Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object, **__: object) -> None:
        raise LibraryBusyError("Another process follows already: one is enough.")

    monkeypatch.setattr(follower, "Follower", busy)
    assert tell("follow", "--run") == (
        1, "", "whosays: Another process follows already: one is enough.\n",
    )  # fmt: skip


def test_unfollow_says_what_is_no_longer_followed(
    tell: Callable[..., Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    def end(_: FakeLibrary, place: str) -> Followed:
        if place != FEED:
            raise NotFoundError(f"{place} is not followed; `whosays follows` lists what is.")
        return FOLLOWED

    monkeypatch.setattr(beginning, "end", end)
    assert tell("unfollow", FEED) == (0, f"No longer followed: {FEED}\n", "")
    assert tell("unfollow", "x")[0] == 2


def test_the_list_says_how_each_goes(
    tell: Callable[..., Told], fake: FakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.cli.following.time.time", lambda: NOW)
    failing = replace(
        FOLLOWED, id=2, title=None, failing=NOW - 7300, reason="It is not available (status 503)."
    )
    fake.following = FakeFollowing(
        [
            FollowedRow(FOLLOWED, waiting=3, articles=1200),
            FollowedRow(failing, waiting=0, articles=0),
            FollowedRow(replace(failing, paused=True), waiting=0, articles=1),
            FollowedRow(replace(FOLLOWED, kind="folder", looked=None), waiting=0, articles=0),
        ]
    )
    code, out, _ = tell("follows")
    assert code == 0
    lines = " ".join(out.split())
    assert "1,200 articles, 3 waiting · read 2 minutes ago · next in 11 minutes" in lines
    assert "next in 11 minutes · failing for 2 hours It is not available (status 503)." in lines
    assert "1 article, 0 waiting · read 2 minutes ago · paused: follow it again to go on" in lines
    assert "folder · not read yet" in lines
    assert "The North⟨U+001B⟩ Post" in lines


def test_the_list_as_json(tell: Callable[..., Told], fake: FakeLibrary) -> None:
    fake.following = FakeFollowing([FollowedRow(FOLLOWED, waiting=3, articles=12)])
    data = json.loads(tell("follows", "--json")[1])
    assert data["schema"] == 1
    assert (
        data["follows"][0] | {"address": FEED, "waiting": 3, "articles": 12} == data["follows"][0]
    )


def test_an_empty_list_says_so(tell: Callable[..., Told], fake: FakeLibrary) -> None:
    fake.following = FakeFollowing([])
    assert tell("follows") == (0, "Nothing is followed.\n", "")
