"""What can be followed is found at a site or in a folder; what cannot is refused."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import (
    ArticleError,
    InputError,
    NotFoundError,
)
from retrieval.follow import follower
from retrieval.follow.begin import begin, end
from retrieval.follow.follower import Follower
from tests.retrieval.fetch.serving import Reply
from tests.retrieval.follow.feeds import begin_at, feed, follow, story

if TYPE_CHECKING:
    from pathlib import Path

    from config.settings import Settings
    from retrieval.library import Library
    from tests.retrieval.fetch.serving import Site
    from tests.retrieval.follow.simulation import Until


def test_a_folder_is_read_whole_and_then_as_it_changes(
    library: Library, following_settings: Settings, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(follower, "_LOOK_SECONDS", 0.2)
    folder = tmp_path / "news"
    (folder / "below").mkdir(parents=True)

    def write(name: str, word: str) -> None:
        text = "\n\n".join(f"{word}{n} said{word} that{n} pier{word} {n} opened." for n in range(9))
        (folder / name).write_text(text, "utf-8")

    write("a.txt", "alpha")
    begin(library, following_settings, str(folder))
    heard: list[str] = []
    one = Follower(
        library, following_settings, told=lambda added: heard.append(added.place.rpartition("/")[2])
    )
    one.start()
    try:
        _until(lambda: heard == ["a.txt"])
        write("below/b.txt", "beta")
        write("README.md", "readme")
        write(".hidden.txt", "hidden")
        _until(lambda: "b.txt" in heard)
        (folder / "below" / "sources.toml").write_text(
            '[sources.alder]\nname = "The Alder Gazette"\n[articles."b.txt"]\nsource = "alder"\n'
        )
        _until(lambda: any(row.source.id == "alder" for row in library.sources()))
    finally:
        one.stop()
    assert set(heard) == {"a.txt", "b.txt"}


def _until(true: object, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not true():  # type: ignore[operator]
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


def test_a_site_is_followed_by_the_feed_it_names(
    library: Library, following_settings: Settings, site: Site
) -> None:
    site.at |= {
        "/": Reply(b'<html><head><link rel="alternate" type="application/rss+xml" href="/none">'
                   b'<link rel="alternate" type="application/rss+xml" href="/feed"></head></html>'),
        "/feed": feed(site, "a", "b"),
    }  # fmt: skip
    begun = begin(library, following_settings, site.url("/", host=site.host))
    followed = begun.followed
    assert (followed.address, followed.kind, begun.listed) == (
        site.url("/feed", host=site.host),
        "feed",
        2,
    )
    assert end(library, site.url("/", host=site.host)) == followed
    with pytest.raises(NotFoundError):
        end(library, site.url("/", host=site.host))


def test_a_site_without_a_feed_is_followed_by_its_news_sitemap(
    library: Library, following_settings: Settings, site: Site, clock: Until
) -> None:
    def sitemap(*names: str) -> Reply:
        urls = "".join(
            f"<url><loc>{site.url(f'/{name}', host=site.host)}</loc>"
            f"<lastmod>2024-11-0{n}</lastmod></url>"
            for n, name in enumerate(names, start=1)
        )
        return Reply(f"<urlset>{urls}</urlset>".encode(), headers={"Content-Type": "text/xml"})

    address = site.url("/sitemap-news.xml", host=site.host)
    index = f"<sitemapindex><sitemap><loc>{address}</loc></sitemap></sitemapindex>"
    site.at |= {
        "/": Reply(b"<html><head><title>Gazette</title></head></html>"),
        "/robots.txt": Reply(f"Sitemap: {site.url('/news-index.xml', host=site.host)}".encode()),
        "/news-index.xml": Reply(index.encode()), "/sitemap-news.xml": sitemap("a", "b"),
        "/a": story("a"), "/b": story("b"),
    }  # fmt: skip
    begun = begin(library, following_settings, site.url("/", host=site.host))
    assert (begun.followed.kind, begun.listed) == ("index", 2)
    outcomes = follow(library, following_settings, clock, hours=1)
    assert sorted(outcomes) == [("added", "a"), ("added", "b")]


def test_what_is_followed_already_is_told_apart_from_what_is_new_or_goes_on(
    library: Library, following_settings: Settings, site: Site, tmp_path: Path
) -> None:
    site.at["/feed"] = feed(site, "a")
    for place in (site.url("/feed", host=site.host), str(tmp_path)):
        first = begin(library, following_settings, place)
        assert (first.news, first.before) == ("new", None)
        again = begin(library, following_settings, place)
        assert (again.news, again.before) == ("already", first.followed)
        library.following.failed(first.followed.id, now=1.0, due=2.0, reason="Away.", paused=True)
        on = begin(library, following_settings, place)
        assert (on.news, on.followed.paused) == ("again", False)
    assert len(library.following.all()) == 2


def test_what_cannot_be_followed_is_refused(
    library: Library, following_settings: Settings, site: Site, tmp_path: Path
) -> None:
    site.at["/"] = Reply(b"<html><body>nothing</body></html>")
    with pytest.raises(ArticleError, match="neither a feed nor names one"):
        begin_at(library, following_settings, site, "/")
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(InputError, match="not a folder"):
        begin(library, following_settings, str(tmp_path / "a.txt"))
    with pytest.raises(InputError, match="only http and https"):
        begin(library, following_settings, "file:///etc")
    assert library.following.all() == []
