"""Addresses into the library, from loopback servers that stand for publishers."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from config.coverage import FetchSettings
from config.settings import Settings
from retrieval.errors import WhosaysError
from retrieval.fetch.worker import Workers
from retrieval.library import Library
from retrieval.model import Filter
from tests.retrieval.fetch.pages import BODY, page, pdf
from tests.retrieval.fetch.serving import Reply, Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from config.settings import ModelSettings
    from retrieval.adding import Added

NAMED = '<meta property="og:type" content="article"><meta property="og:site_name" content="{}">'
OTHER = [
    f"The council of Birch counted {n} votes against the tram line, member {n} said."
    for n in range(12)
]


def _article(name: str, *paragraphs: str, **about: str) -> Reply:
    body = page(*paragraphs, head=NAMED.format(name), **about)
    return Reply(body, headers={"Content-Type": "text/html; charset=utf-8"})


@pytest.fixture
def sites() -> Iterator[Callable[[], Site]]:
    """Servers at 127.0.0.1, 127.0.0.2 and so on: each a host of its own."""
    with ExitStack() as stack:
        hosts = iter(range(1, 9))
        yield lambda: stack.enter_context(Site(f"127.0.0.{next(hosts)}"))


@pytest.fixture
def fetching(tmp_path: Path, models: ModelSettings, shared_workers: None) -> Iterator[Library]:
    settings = Settings.model_validate(
        {
            "library": {"path": tmp_path / "library", "seeds": False},
            "models": models,
            "fetch": FetchSettings.model_validate({"allow": "127.0.0.0/8", "delay_seconds": 0}),
        }
    )
    with Library.open(settings) as library:
        yield library


def _url(site: Site, path: str) -> str:
    return site.url(path, host=site.host)


def _fetch(library: Library, *addresses: str, source: str | None = None) -> dict[str, Added]:
    return {added.url or "": added for added in library.fetch(addresses, source=source)}


def test_an_address_becomes_an_article_with_all_that_was_understood(
    fetching: Library, sites: Callable[[], Site]
) -> None:
    site = sites()
    site.at["/strike"] = _article("The Alder Gazette", *BODY)
    (added,) = fetching.fetch([_url(site, "/strike?utm_source=x#top")])
    assert (added.outcome, added.paragraphs, added.path) == ("added", len(BODY), None)
    assert added.url == added.place == _url(site, "/strike?utm_source=x#top")
    assert added.source is not None
    assert (added.source.name, added.source.known) == ("The Alder Gazette", True)
    assert added.article is not None
    assert added.article.url == _url(site, "/strike")
    held, _ = fetching.show(added.article.id)
    assert held.text == "\n\n".join(BODY)
    assert fetching.ask("Will pier 7 open again on Friday?").covered


def test_the_page_is_kept_as_it_came_and_compressed(
    fetching: Library, sites: Callable[[], Site]
) -> None:
    site = sites()
    reply = site.at["/strike"] = _article("Gazette", *BODY, *BODY)
    (added,) = fetching.fetch([_url(site, "/strike")])
    assert added.article is not None
    assert fetching._catalogue.raw(added.article.id) == reply.body
    with fetching._catalogue.database.reading() as connection:
        kept, packed = connection.execute("SELECT raw, packed FROM address").fetchone()
    assert packed
    assert len(kept) < len(reply.body) / 2


def test_again_is_unchanged_and_a_changed_page_is_a_new_version(
    fetching: Library, sites: Callable[[], Site]
) -> None:
    site = sites()
    before = site.at["/strike"] = _article("Gazette", *BODY)
    address = _url(site, "/strike")
    first = _fetch(fetching, address)[address]
    assert _fetch(fetching, address)[address].outcome == "unchanged"
    site.at["/strike"] = _article("Gazette", *BODY, "The union has since agreed to it.")
    assert _fetch(fetching, address)[address].outcome == "updated"
    assert first.article is not None
    held, _ = fetching.show(first.article.id)
    assert held.text.endswith("The union has since agreed to it.")
    assert held.updated is not None
    (old,) = fetching._catalogue.versions(first.article.id)
    assert old.text == "\n\n".join(BODY)
    assert old.raw == before.body


def test_what_is_no_article_is_refused_and_the_others_are_added(
    fetching: Library, sites: Callable[[], Site]
) -> None:
    site = sites()
    site.at["/strike"] = _article("Gazette", *BODY)
    site.at["/gone"] = Reply(status=410)
    good, gone, private, scheme = (
        _url(site, "/strike"), _url(site, "/gone"), "http://10.0.0.1/", "file:///etc/passwd",
    )  # fmt: skip
    got = _fetch(fetching, private, gone, scheme, good)
    assert got[good].outcome == "added"
    reasons = {address: added.reason for address, added in got.items() if added.reason}
    assert set(reasons) == {gone, private, scheme}
    assert "410" in reasons[gone]
    assert "not on the public internet" in reasons[private]
    assert "only http and https" in reasons[scheme]
    assert len(fetching.articles()) == 1


def test_a_story_on_two_sites_is_one_article(fetching: Library, sites: Callable[[], Site]) -> None:
    first, second = sites(), sites()
    first.at["/a"] = _article("Gazette", *BODY)
    second.at["/b"] = _article("Courier", *BODY)
    _fetch(fetching, _url(first, "/a"))
    copy = _fetch(fetching, _url(second, "/b"))[_url(second, "/b")]
    assert copy.outcome == "copy"
    (row,) = fetching.articles()
    assert row.source.name == "Gazette"
    assert [each.url for each in row.ref.copies] == [_url(second, "/b")]


def test_a_copy_on_another_site_does_not_put_words_into_the_publisher_s_mouth(
    fetching: Library, sites: Callable[[], Site]
) -> None:
    first, second = sites(), sites()
    first.at["/a"] = _article("Gazette", *BODY)
    second.at["/b"] = _article("Gazette", *BODY, *OTHER[:6])
    _fetch(fetching, _url(first, "/a"), _url(second, "/b"))
    assert not any("council" in fetching.show(row.ref.id)[0].text for row in fetching.articles()
                   if row.ref.url == _url(first, "/a"))  # fmt: skip


def test_a_page_cannot_claim_the_address_of_another_site(
    fetching: Library, sites: Callable[[], Site]
) -> None:
    first, second = sites(), sites()
    first.at["/a"] = _article("Gazette", *BODY)
    claim = f'<link rel="canonical" href="{_url(first, "/a")}">'
    second.at["/b"] = Reply(
        page(*OTHER, head=claim + NAMED.format("Gazette")), headers={"Content-Type": "text/html"}
    )
    _fetch(fetching, _url(first, "/a"), _url(second, "/b"))
    held = {row.ref.url: row for row in fetching.articles()}
    assert set(held) == {_url(first, "/a"), _url(second, "/b")}
    assert held[_url(first, "/a")].source.id != held[_url(second, "/b")].source.id


def test_the_publisher_is_the_one_that_is_held_at_that_host_whatever_the_page_says(
    fetching: Library, sites: Callable[[], Site], tmp_path: Path
) -> None:
    site = sites()
    (tmp_path / "a.txt").write_text("\n\n".join(OTHER), "utf-8")
    (tmp_path / "sources.toml").write_text(
        f'[sources.alder]\nname = "The Alder Gazette"\nurl = "http://{site.host}"\n'
        '[articles."a.txt"]\nsource = "alder"\n'
    )
    list(fetching.add([tmp_path / "a.txt"]))
    site.at["/strike"] = _article("GAZETTE | News", *BODY)
    _fetch(fetching, _url(site, "/strike"))
    (row,) = fetching.sources()
    assert (row.source.id, row.source.name, row.articles) == ("alder", "The Alder Gazette", 2)
    assert len(fetching.articles(Filter(sources=("alder",)))) == 2


def test_the_publisher_that_is_told_goes_before_the_page(
    fetching: Library, sites: Callable[[], Site]
) -> None:
    site = sites()
    site.at["/strike"] = _article("Some CMS", *BODY)
    address = _url(site, "/strike")
    added = _fetch(fetching, address, source="The Alder Gazette")[address]
    assert added.source is not None
    assert (added.source.id, added.source.name) == ("the-alder-gazette", "The Alder Gazette")


def test_a_title_that_no_file_can_hold_is_made_whole(
    fetching: Library, sites: Callable[[], Site]
) -> None:
    site = sites()
    data = '{"@type": "NewsArticle", "headline": "Half \\ud800", "author": {"name": "A \\udfff B"}}'
    head = f'<script type="application/ld+json">{data}</script>'
    site.at["/strike"] = Reply(
        page(*BODY, head=head, title="", heading=" "), headers={"Content-Type": "text/html"}
    )
    (added,) = fetching.fetch([_url(site, "/strike")])
    assert added.outcome == "added"
    assert added.article is not None
    assert (added.article.title + "".join(added.article.authors)).encode()


def test_what_cannot_be_noted_is_not_added_either(
    fetching: Library, sites: Callable[[], Site]
) -> None:
    """An article and the note that it is done are one: a kill in between leaves neither."""
    site = sites()
    site.at |= {"/a": _article("Gazette", *BODY), "/b": _article("Gazette", *OTHER)}

    def dies(added: Added) -> None:
        assert len(fetching.articles()) == 1, "it is there, but not yet for others"
        raise RuntimeError("killed")

    adding = fetching.fetching(kept=dies)
    adding.put(fetching.pages.article(_url(site, "/a")), address="a")
    with pytest.raises(RuntimeError):
        adding.flush()
    assert fetching.articles() == []
    list(fetching.fetch([_url(site, "/a")]))
    site.at["/a"] = _article("Gazette", *BODY, "A word more about the ships at pier 9.")
    with pytest.raises(RuntimeError):
        adding.put(fetching.pages.article(_url(site, "/a")), address="a")
    (row,) = fetching.articles()
    assert fetching.changes(row.ref.id) == ()


def test_a_reader_that_leaves_early_ends_the_fetching(
    fetching: Library, sites: Callable[[], Site]
) -> None:
    site = sites()
    addresses = [_url(site, f"/{n}") for n in range(50)]
    outcomes = fetching.fetch(addresses)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert len(site.heard) < len(addresses)


def test_a_reader_of_pages_that_does_not_start_is_one_error(
    fetching: Library, sites: Callable[[], Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = sites()
    site.at["/strike"] = _article("Gazette", *BODY)
    monkeypatch.setattr("retrieval.fetch.pages.Workers", Workers)
    monkeypatch.setattr("retrieval.fetch.worker.sys.executable", "/bin/false")
    with pytest.raises(WhosaysError, match="does not start"):
        list(fetching.fetch([_url(site, "/strike")]))
    (finding,) = [each for each in fetching.doctor() if each.name == "reader of pages"]
    assert not finding.ok
    # Whoever reads this has just run it.
    assert "doctor" not in finding.detail


def test_a_pdf_in_a_folder_is_read_as_one_from_an_address(
    fetching: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "statements"
    folder.mkdir()
    (folder / "port.pdf").write_bytes(pdf(*BODY))
    (folder / "torn.pdf").write_bytes(b"%PDF-1.7 and no more")
    second, first = sorted(fetching.add([folder]), key=lambda each: each.outcome, reverse=True)
    assert first.article is not None
    assert (first.outcome, first.article.title) == ("added", "Statement of the port")
    assert "Dock worker number 12" in fetching.show(first.article.id)[0].text
    assert second.reason == f"{folder / 'torn.pdf'}: the PDF is damaged and cannot be read."
    sent = fetching.add_upload("port.pdf", pdf(*BODY), source="Port of Alder")
    assert sent.outcome == "copy"
