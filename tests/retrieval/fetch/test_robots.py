from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval.errors import FetchError
from retrieval.fetch.robots import Robots
from tests.retrieval.fetch.serving import Reply

if TYPE_CHECKING:
    from tests.retrieval.fetch.conftest import FakeClock, FakeResolver, MakeFetcher
    from tests.retrieval.fetch.serving import Site

RULES = """
User-agent: *
Disallow: /private
Crawl-delay: 7

User-agent: whosays
Disallow: /not-for-us
Crawl-delay: 900

Sitemap: https://gazette.example/news.xml
"""


def _robots(fetching: MakeFetcher, clock: FakeClock) -> Robots:
    return Robots(fetching(delay_seconds=0), clock)


def test_what_is_asked_of_us_counts_and_is_asked_once_a_day(
    site: Site, fetching: MakeFetcher, clock: FakeClock
) -> None:
    site.at["/robots.txt"] = Reply(RULES.encode())
    robots = _robots(fetching, clock)
    assert robots.permission(site.url("/private")) == 60.0
    with pytest.raises(FetchError, match=r"robots\.txt asks not to") as caught:
        robots.permission(site.url("/not-for-us/a"))
    assert not caught.value.temporary
    assert robots.sitemaps(site.url("/a")) == ["https://gazette.example/news.xml"]
    assert site.paths == ["/robots.txt"]
    clock.time += 25 * 3600
    robots.permission(site.url("/private"))
    assert len(site.paths) == 2


def test_rules_for_everybody_count_where_there_are_none_for_us(
    site: Site, fetching: MakeFetcher, clock: FakeClock
) -> None:
    site.at["/robots.txt"] = Reply(RULES.replace("whosays", "another").encode())
    robots = _robots(fetching, clock)
    assert robots.permission(site.url("/a")) == 7.0
    with pytest.raises(FetchError):
        robots.permission(site.url("/private"))


@pytest.mark.parametrize("status", [404, 403, 410])
def test_without_rules_everything_is_allowed(
    site: Site, fetching: MakeFetcher, clock: FakeClock, status: int
) -> None:
    site.at["/robots.txt"] = Reply(status=status)
    assert _robots(fetching, clock).permission(site.url("/a")) == 0.0


def test_rules_that_cannot_be_read_for_now_forbid_for_now(
    site: Site, fetching: MakeFetcher, clock: FakeClock
) -> None:
    site.at["/robots.txt"] = Reply(status=503)
    robots = _robots(fetching, clock)
    with pytest.raises(FetchError, match="at the moment") as caught:
        robots.permission(site.url("/a"))
    assert caught.value.temporary
    site.at["/robots.txt"] = Reply(b"")
    clock.time += 601
    assert robots.permission(site.url("/a")) == 0.0


def test_a_site_that_is_not_there_is_said_to_be(
    resolver: FakeResolver, fetching: MakeFetcher, clock: FakeClock
) -> None:
    resolver.names["nobody.example"] = [[]]
    robots = _robots(fetching, clock)
    with pytest.raises(FetchError, match=r"\(The name nobody\.example does not resolve: "):
        robots.permission("https://nobody.example/feed")


def test_rules_of_any_length_and_bytes_are_read(
    site: Site, fetching: MakeFetcher, clock: FakeClock
) -> None:
    wild = b"User-agent: *\nDisallow: /" + b"a*" * 5000 + b"$\n" + bytes(range(256)) * 4000
    site.at["/robots.txt"] = Reply(wild)
    robots = _robots(fetching, clock)
    assert robots.permission(site.url("/" + "a" * 1500)) == 0.0
