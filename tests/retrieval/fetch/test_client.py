"""Fetching on loopback: what is let through, and every limit."""

from __future__ import annotations

import ssl
import threading
from typing import TYPE_CHECKING

import pytest
import trustme

from retrieval.errors import FetchError
from retrieval.fetch.client import agent
from tests.retrieval.fetch.serving import Reply, Site, http2, raw_server

if TYPE_CHECKING:
    from tests.retrieval.fetch.conftest import FakeClock, FakeResolver, MakeFetcher


def test_a_page_comes_with_its_type_and_the_user_agent_is_ours(
    site: Site, fetching: MakeFetcher
) -> None:
    site.at["/a"] = Reply(b"hello", headers={"Content-Type": "Text/HTML; charset='latin-1'"})
    fetched = fetching(contact="mailto:desk@paper.example").get(site.url("/a#b"))
    assert (fetched.body, fetched.media_type, fetched.charset) == (b"hello", "text/html", "latin-1")
    assert fetched.url == site.url("/a")
    told = site.heard[0].headers
    assert told["user-agent"] == agent("mailto:desk@paper.example")
    assert told["user-agent"].startswith("whosays/")
    assert told["host"] == f"news.example:{site.port}"


def test_redirects_are_followed_and_the_end_is_known(site: Site, fetching: MakeFetcher) -> None:
    site.at["/a"] = Reply(status=301, headers={"Location": "/b?utm_source=x"})
    site.at["/b"] = Reply(b"there")
    fetched = fetching().get(site.url("/a"))
    assert (fetched.asked, fetched.url, fetched.body) == (site.url("/a"), site.url("/b"), b"there")


def test_a_circle_of_redirects_ends(site: Site, fetching: MakeFetcher) -> None:
    site.at["/a"] = Reply(status=302, headers={"Location": "/a"})
    with pytest.raises(FetchError, match="more than 5 times"):
        fetching().get(site.url("/a"))
    assert len(site.heard) == 6


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "http://inside.example:{port}/secret", "http://127.0.0.2:{port}/"],
)
def test_a_redirect_to_what_may_not_be_fetched_is_refused_before_anything_is_sent(
    site: Site, fetching: MakeFetcher, resolver: FakeResolver, target: str
) -> None:
    resolver.names = {"inside.example": [["10.0.0.7"]], "127.0.0.2": [["127.0.0.2"]]}
    with Site("127.0.0.2") as inside:
        site.at["/a"] = Reply(status=302, headers={"Location": target.format(port=inside.port)})
        with pytest.raises(FetchError) as caught:
            fetching().get(site.url("/a"))
        assert not caught.value.temporary
        assert inside.heard == []


def test_the_connection_goes_to_the_address_that_was_checked(
    site: Site, fetching: MakeFetcher, resolver: FakeResolver
) -> None:
    """A name that would resolve to somewhere else a moment later is resolved only once."""
    resolver.names = {"news.example": [["127.0.0.1"], ["127.0.0.2"]]}
    site.at["/a"] = Reply(b"hello")
    assert fetching().get(site.url("/a")).body == b"hello"
    assert resolver.asked == ["news.example"]


def test_a_name_that_turns_private_is_refused_at_its_next_connection(
    site: Site, fetching: MakeFetcher, resolver: FakeResolver
) -> None:
    resolver.names = {"news.example": [["127.0.0.1"], ["127.0.0.2"]]}
    site.at["/a"] = Reply(status=302, headers={"Location": "/b", "Connection": "close"})
    site.at["/b"] = Reply(b"secret")
    with pytest.raises(FetchError, match="not on the public internet"):
        fetching().get(site.url("/a"))
    assert site.paths == ["/a"]


def test_without_a_range_loopback_is_refused(site: Site, fetching: MakeFetcher) -> None:
    with pytest.raises(FetchError, match=r"fetch\.allow"):
        fetching(allow="10.0.0.0/8").get(site.url("/a"))
    assert site.heard == []


def test_a_proxy_of_the_environment_is_not_used(
    site: Site, fetching: MakeFetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.at["/a"] = Reply(b"hello")
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert fetching().get(site.url("/a")).body == b"hello"


@pytest.mark.parametrize(
    ("status", "words", "temporary"),
    [
        (404, "not there", False), (410, "not there", False), (403, "login", False),
        (451, "not given", False), (429, "at the moment", True), (503, "at the moment", True),
        (418, "status 418", False), (204, "", None),
    ],
)  # fmt: skip
def test_what_a_status_means(
    site: Site, fetching: MakeFetcher, status: int, words: str, temporary: bool | None
) -> None:
    site.at["/a"] = Reply(status=status, headers={"Retry-After": "120"})
    if temporary is None:
        assert fetching().get(site.url("/a")).status == status
        return
    with pytest.raises(FetchError, match=words) as caught:
        fetching().get(site.url("/a"))
    assert caught.value.temporary is temporary
    assert caught.value.wait == (120.0 if temporary else None)


@pytest.mark.parametrize("after", ["²", "9" * 400, "Thu, 99 Foo 2024", "", "-5", "Mon, 01 Jan 1"])
def test_a_wait_that_makes_no_sense_is_none_or_long(
    site: Site, fetching: MakeFetcher, after: str
) -> None:
    site.at["/a"] = Reply(status=503, headers={"Retry-After": after})
    with pytest.raises(FetchError) as caught:
        fetching().get(site.url("/a"))
    assert caught.value.wait is None or caught.value.wait >= 0


@pytest.mark.parametrize(
    "location", ["http://[", "http://[::1", "//", "https://user:pw@x.example/"]
)
def test_a_redirect_to_nowhere_is_one_line(
    site: Site, fetching: MakeFetcher, location: str
) -> None:
    site.at["/a"] = Reply(status=302, headers={"Location": location})
    with pytest.raises(FetchError) as caught:
        fetching().get(site.url("/a"))
    assert "pw" not in str(caught.value)


def test_a_server_that_is_not_there_is_one_line(fetching: MakeFetcher) -> None:
    with raw_server(lambda _: None) as port:
        pass
    with pytest.raises(FetchError, match="cannot be reached") as caught:
        fetching().get(f"http://news.example:{port}/")
    assert caught.value.temporary


def test_one_request_at_a_time_a_host_with_a_pause(
    site: Site, fetching: MakeFetcher, clock: FakeClock
) -> None:
    site.at["/a"] = Reply(b"hello")
    fetcher = fetching(delay_seconds=2.5)
    fetcher.get(site.url("/a"))
    fetcher.get(site.url("/a", host="other.example"))
    assert clock.slept == []
    fetcher.get(site.url("/a"))
    assert clock.slept == [2.5]
    fetcher.get(site.url("/a"), permission=lambda _: 9.0)
    fetcher.get(site.url("/a"))
    assert clock.slept == [2.5, 2.5, 9.0]


def test_closing_wakes_who_waits_for_a_turn(
    site: Site, fetching: MakeFetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.at["/a"] = Reply(b"hello")
    fetcher = fetching(delay_seconds=500)
    waiting = threading.Event()

    def wait(stop: threading.Event, seconds: float) -> None:
        waiting.set()
        assert stop.wait(60)

    fetcher.get(site.url("/a"))
    monkeypatch.setattr(fetcher._turns._clock, "wait", wait)
    errors: list[Exception] = []

    def work() -> None:
        try:
            fetcher.get(site.url("/a"))
        except FetchError as error:
            errors.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    assert waiting.wait(60)
    fetcher.close()
    thread.join(60)
    assert not thread.is_alive()
    assert "stopping" in str(errors[0])


def test_permission_is_asked_at_every_redirect(site: Site, fetching: MakeFetcher) -> None:
    site.at["/a"] = Reply(status=302, headers={"Location": "/private"})
    site.at["/private"] = Reply(b"hello")

    def permission(address: str) -> float:
        if address.endswith("/private"):
            raise FetchError("The publisher asks programs to stay away.")
        return 0.0

    with pytest.raises(FetchError, match="stay away"):
        fetching().get(site.url("/a"), permission=permission)
    assert site.paths == ["/a"]


def test_no_cookie_is_sent_back(site: Site, fetching: MakeFetcher) -> None:
    site.at["/a"] = Reply(b"hello", headers={"Set-Cookie": "id=7"})
    fetcher = fetching()
    fetcher.get(site.url("/a"))
    fetcher.get(site.url("/a"))
    assert "cookie" not in site.heard[1].headers


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def test_http2_over_tls_with_the_name_of_the_host(
    fetching: MakeFetcher, authority: trustme.CA
) -> None:
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("news.example").configure_cert(context)
    names: list[str | None] = []
    with raw_server(http2(context, b"over h2", names)) as port:
        fetcher = fetching(tls=trusting)
        assert fetcher.get(f"https://news.example:{port}/a").body == b"over h2"
        assert names == ["news.example"]
        with pytest.raises(FetchError, match="cannot be reached"):
            fetcher.get(f"https://other.example:{port}/a")
