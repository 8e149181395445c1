from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval.errors import NotFoundError
from retrieval.store.following import Following
from retrieval.store.following_records import Wanted

if TYPE_CHECKING:
    from retrieval.store.catalogue import Catalogue
    from retrieval.store.following_records import Followed

FEED = "https://gazette.example/feed"


@pytest.fixture
def following(catalogue: Catalogue) -> Following:
    return Following(catalogue.database)


def _follow(following: Following, address: str = FEED, kind: str = "feed") -> Followed:
    followed, _ = following.follow(address, kind=kind, title="Gazette", now=100.0, interval=600.0)
    return followed


def _items(*names: str, stamp: str = "") -> list[tuple[str, str, str]]:
    return [(f"https://gazette.example/{name}", "gazette.example", stamp) for name in names]


def _due(following: Following, now: float = 1e9) -> list[str]:
    """What is to be fetched, one host at a time, until nothing is."""
    found = []
    while wanted := following.wants(now):
        for each in wanted:
            found.append(each.url.rpartition("/")[2])
            following.settled(each.url, "added")
    return found


def test_following_twice_is_following_once(following: Following) -> None:
    first, again = _follow(following), _follow(following)
    assert first == again
    (row,) = following.all()
    assert (row.followed.address, row.waiting, row.articles) == (FEED, 0, 0)
    assert following.looks(99.0) == []
    assert following.looks(100.0) == [first]
    assert following.next_due() == 100.0


def test_following_again_tells_how_it_was_followed_before(following: Following) -> None:
    feed = _follow(following)
    following.failed(feed.id, now=1.0, due=2.0, reason="It is away.", paused=True)
    (paused,) = (row.followed for row in following.all())
    now, before = following.follow(FEED, kind="feed", title=None, now=100.0, interval=600.0)
    assert (now, before) == (feed, paused)
    assert paused.paused
    other = following.follow(f"{FEED}/2", kind="feed", title=None, now=100.0, interval=600.0)
    assert other[1] is None


def test_unfollowing_forgets_what_it_led_to(following: Following) -> None:
    feed = _follow(following)
    following.listed(feed.id, _items("a"), now=1.0, newest=9)
    assert following.unfollow(FEED).id == feed.id
    assert following.wants(1e9) == []
    assert following.next_due() is None
    with pytest.raises(NotFoundError, match="follows"):
        following.unfollow(FEED)


def test_what_is_listed_is_wanted_once(following: Following) -> None:
    feed = _follow(following)
    assert following.listed(feed.id, _items("a", "b"), now=1.0, newest=9) == (2, False)
    assert following.listed(feed.id, _items("b", "c"), now=2.0, newest=9) == (1, False)
    assert sorted(_due(following)) == ["a", "b", "c"]
    assert following.listed(feed.id, _items("a", "b", "c"), now=3.0, newest=9) == (0, False)
    assert _due(following) == []


def test_the_newest_first_and_the_others_another_time(following: Following) -> None:
    feed = _follow(following)
    names = ("e", "d", "c", "b", "a")
    assert following.listed(feed.id, _items(*names), now=1.0, newest=2) == (2, True)
    assert _due(following) == ["d", "e"]
    assert following.listed(feed.id, _items(*names), now=2.0, newest=9) == (3, False)


def test_an_article_that_the_feed_says_has_changed_is_wanted_again(following: Following) -> None:
    feed = _follow(following)
    following.listed(feed.id, _items("a", stamp="Monday"), now=1.0, newest=9)
    assert _due(following) == ["a"]
    assert following.listed(feed.id, _items("a", stamp="Monday"), now=2.0, newest=9)[0] == 0
    assert following.listed(feed.id, _items("a", stamp="Tuesday"), now=3.0, newest=9)[0] == 1
    assert _due(following) == ["a"]


def test_a_feed_that_stamps_everything_anew_is_not_believed_for_ever(following: Following) -> None:
    feed = _follow(following)
    fetched = 0
    for look in range(20):
        following.listed(feed.id, _items("a", stamp=str(look)), now=float(look), newest=9)
        for wanted in following.wants(1e9):
            fetched += 1
            following.settled(wanted.url, "unchanged" if fetched > 1 else "added")
    assert fetched == 4


def test_one_address_of_each_host_at_a_time(following: Following) -> None:
    feed = _follow(following)
    elsewhere = [("https://courier.example/x", "courier.example", "")]
    following.listed(feed.id, [*_items("a", "b"), *elsewhere], now=1.0, newest=9)
    assert {each.host for each in following.wants(2.0)} == {"gazette.example", "courier.example"}
    assert len(following.wants(2.0)) == 2
    assert following.wants(0.5) == []


def test_what_is_postponed_waits_and_counts(following: Following) -> None:
    feed = _follow(following)
    following.listed(feed.id, _items("a"), now=1.0, newest=9)
    url = _items("a")[0][0]
    following.postponed(url, due=50.0, reason="busy")
    assert following.wants(49.0) == []
    assert following.wants(50.0) == [
        Wanted(url, "gazette.example", 1, followed=feed.address, feed=feed.title)
    ]
    following.settled(url, "refused", "gone")
    assert following.all()[0].articles == 0


def test_what_fails_says_since_when_until_it_is_well_again(following: Following) -> None:
    feed = _follow(following)
    following.failed(feed.id, now=200.0, due=300.0, reason="down", paused=False)
    following.failed(feed.id, now=300.0, due=400.0, reason="still down", paused=True)
    (row,) = following.all()
    assert (row.followed.failing, row.followed.failures) == (200.0, 2)
    assert (row.followed.paused, row.followed.reason) == (True, "still down")
    assert following.looks(1e9) == []
    assert following.next_due() is None
    _follow(following)
    assert [each.address for each in following.looks(1e9)] == [FEED]
    following.looked(feed.id, now=500.0, due=900.0, interval=600.0, etag='"x"', title="New name")
    (row,) = following.all()
    assert (row.followed.failing, row.followed.reason, row.followed.failures) == (None, None, 0)
    assert (row.followed.etag, row.followed.title) == ('"x"', "New name")


def test_a_folder_is_never_due(following: Following) -> None:
    folder = _follow(following, "/news", kind="folder")
    assert following.looks(1e9) == []
    assert following.next_due() is None
    assert following.folders() == [folder]


def test_what_left_the_feed_long_ago_is_forgotten(following: Following) -> None:
    feed = _follow(following)
    following.listed(feed.id, _items("a", "b"), now=1.0, newest=9)
    assert sorted(_due(following)) == ["a", "b"]
    following.listed(feed.id, _items("b"), now=91 * 86_400.0, newest=9)
    assert following.listed(feed.id, _items("a"), now=91 * 86_400.0, newest=9) == (1, False)


def test_what_a_feed_says_of_an_article_is_kept_until_it_is_fetched(following: Following) -> None:
    feed = _follow(following)
    items, said = _items("a"), {"title": "Ferry", "published": "2024-11-07"}
    following.listed(feed.id, items, now=1.0, newest=9, entries={items[0][0]: said})
    following.listed(feed.id, items, now=2.0, newest=9)
    assert [each.entry for each in following.wants(3.0)] == [said]
