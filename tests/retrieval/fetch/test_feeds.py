"""Feeds, sitemaps and pages that name them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.errors import ArticleError
from retrieval.fetch.feeds import read_feed
from retrieval.fetch.tasks import Feed, Item, Listing

URL = "https://gazette.example/news/feed.xml"
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Gazette &amp; Co</title><link>https://gazette.example</link>
<item><title>A</title><link>/a?utm_source=rss</link>
<pubDate>Thu, 07 Nov 2024 09:46:00 GMT</pubDate></item>
<item><title>B</title><guid>https://gazette.example/b</guid></item>
<item><title>C</title><link>ftp://gazette.example/c</link></item>
<item><title>A again</title><link>https://gazette.example/a</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title>
<entry><title>A</title><link href="/a"/><updated>2024-11-07T09:46:00Z</updated></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/"><channel><title>Gazette</title></channel>
<item><title>A</title><link>/a</link></item></rdf:RDF>"""
JSON = json.dumps(
    {"version": "https://jsonfeed.org/version/1.1", "title": "Gazette",
     "items": [{"id": "1", "url": "/a", "date_modified": "2024-11-07"}, {"id": "x"}, {"url": 7}]}
)  # fmt: skip
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://gazette.example/a</loc><news:news><news:publication>
<news:name>Gazette</news:name></news:publication>
<news:publication_date>2024-11-07</news:publication_date></news:news></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://gazette.example/news.xml</loc></sitemap></sitemapindex>"""
PAGE = """<html><head><title>Gazette</title>
<link rel="alternate" type="application/rss+xml" href="/feed"><link rel="stylesheet" href="/s.css">
<link rel="alternate" type="application/json" href="/wp-json/wp/v2"></head></html>"""


def read(text: str | bytes) -> Listing:
    body = text if isinstance(text, bytes) else text.encode()
    return read_feed(Feed(URL, "", None), body)


def test_rss_with_its_addresses_made_whole_and_each_once() -> None:
    got = read(RSS)
    assert (got.kind, got.title) == ("feed", "Gazette & Co")
    assert got.items == (
        Item(
            "https://gazette.example/a",
            "Thu, 07 Nov 2024 09:46:00 GMT",
            title="A",
            published="2024-11-07T09:46:00+00:00",
        ),
        Item("https://gazette.example/b", "", title="B"),
    )


@pytest.mark.parametrize("newest_first", [True, False])
def test_the_posts_of_a_story_told_live_are_one_page_that_each_makes_new(
    newest_first: bool,
) -> None:
    days = ["2024-11-09T08:00:00Z", "2024-11-07T23:00:00-05:00", "2024-11-07T21:00:00Z"]

    def one(days: list[str]) -> Item:
        entries = [
            f"<entry><title>{day}</title><link href='/live#{day}'/><updated>{day}</updated></entry>"
            for day in (days if newest_first else days[::-1])
        ]
        feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{"".join(entries)}</feed>'
        (item,) = read(feed).items
        return item

    before, after = one(days[1:]), one(days)
    assert before.url == after.url == "https://gazette.example/live"
    assert before.published == after.published == "2024-11-07T21:00:00+00:00"
    assert before.stamp != after.stamp
    assert one(days) == after


@pytest.mark.parametrize(
    ("text", "stamp"), [(ATOM, "2024-11-07T09:46:00Z"), (RDF, ""), (JSON, "2024-11-07")]
)
def test_other_feeds(text: str, stamp: str) -> None:
    got = read(text)
    assert (got.kind, got.title) == ("feed", "Gazette")
    assert [(item.url, item.stamp) for item in got.items] == [("https://gazette.example/a", stamp)]


def test_sitemaps_and_pages() -> None:
    assert read(SITEMAP) == Listing(
        "sitemap",
        "Gazette",
        (Item("https://gazette.example/a", "2024-11-07", published="2024-11-07"),),
    )
    assert read(INDEX) == Listing("index", None, (), ("https://gazette.example/news.xml",))
    assert read(PAGE) == Listing("page", "Gazette", (), ("https://gazette.example/feed",))


LAUGHS = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("doctype", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize("text", [RSS, ATOM, RDF, SITEMAP, INDEX])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_entities_are_refused(doctype: str, text: str, codec: str) -> None:
    text = text.removeprefix('<?xml version="1.0" encoding="UTF-8"?>\n').removeprefix(
        '<?xml version="1.0"?>'
    )
    with pytest.raises(ArticleError, match="declares entities"):
        read((doctype + text.replace("Gazette", "&b;&x;")).encode(codec))


def test_bytes_that_name_a_file_are_not_opened() -> None:
    assert read(b"/etc/passwd").items == ()
    assert read(b"<rss>/etc/passwd</rss>").items == ()


@pytest.mark.parametrize("text", ["{}", "[1]", '{"items": 7}', '{"items": [3]}', "{"])
def test_json_that_is_no_feed_is_refused(text: str) -> None:
    with pytest.raises(ArticleError, match="not a feed"):
        read(text)


def test_half_a_surrogate_pair_never_comes_out() -> None:
    got = read(
        '{"title": "a\\ud800", "items": [{"url": "/\\udfff"},'
        ' {"url": "/b", "date_modified": "\\ud800"}]}'
    )
    assert (got.title, got.items) == ("a?", (Item("https://gazette.example/b", "?"),))


def test_an_encoding_that_is_none_is_refused() -> None:
    with pytest.raises(ArticleError, match="cannot be read"):
        read(b"<?xml version='1.0' encoding='utf\x9a8'?><rss><channel></channel></rss>")


@pytest.mark.parametrize("body", [b"\x00<urlset/>", b"\xff\xfe<urlset/>"])
def test_a_sitemap_that_is_no_xml_is_refused(body: bytes) -> None:
    with pytest.raises(ArticleError, match="cannot be read"):
        read(body)


def test_a_feed_without_end_is_cut() -> None:
    many = "".join(f"<item><link>/{n}</link></item>" for n in range(5000))
    assert len(read(f"<rss><channel>{many}</channel></rss>").items) == 2000


PIECES = [RSS, ATOM, JSON, SITEMAP, INDEX, PAGE, LAUGHS, "<", "&", "\x00", "]]>", "<![CDATA[", "é"]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=4).map("".join), st.data())
def test_whatever_it_is_it_lists_addresses_or_is_refused(text: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(text)))
    try:
        got = read(text[:cut].encode("utf-8", "surrogatepass"))
    except ArticleError:
        return
    for url in [item.url for item in got.items] + list(got.links):
        assert url.startswith(("http://", "https://"))


DATED_RSS = """<rss version="2.0"><channel><item><link>/a</link><pubDate>{}</pubDate></item>
<item><link>/b</link></item></channel></rss>"""
DATED_DC = """<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item>
<link>/a</link><dc:date>{}</dc:date></item><item><link>/b</link></item></channel></rss>"""
DATED_ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/a"/>
<updated>{}</updated></entry><entry><link href="/b"/></entry></feed>"""


@pytest.mark.parametrize(
    ("date", "published"),
    [
        (" Sat, 13 Mar 2021 08:47:51 -0500 ", "2021-03-13T08:47:51-05:00"),
        ("Mi, 17 März 2021 10:00:00 +0100", "2021-03-17T10:00:00+01:00"),
        ("2021-03-13", "2021-03-13"),
        ("0", None),
        ("Tue,", None),
        ("now", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("0001-01-01T00:00:00Z", None),
    ],
)
@pytest.mark.parametrize("feed", [DATED_RSS, DATED_DC, DATED_ATOM])
def test_dates_of_feeds_are_read_or_left_out(feed: str, date: str, published: str | None) -> None:
    first, second = read(feed.format(date)).items
    assert (first.published, second.published) == (published, None)
    # Blanks that come and go are no change.
    assert first.stamp == date.strip()


def test_an_entry_says_who_wrote_what() -> None:
    text = (
        "<rss version='2.0'><channel><item><link>/a</link><title>Ferry &lt;b&gt;sinks&lt;/b&gt;"
        "</title><author>Ann Roe</author></item></channel></rss>"
    )
    (item,) = read(text).items
    assert (item.title, item.author) == ("Ferry sinks", "Ann Roe")
    entry = {"url": "/a", "title": "Ferry", "authors": [{"name": "Ann Roe"}], "author": 7}
    (item,) = read(json.dumps({"items": [entry, {"url": 3, "authors": 4}]})).items
    assert (item.title, item.author) == ("Ferry", "Ann Roe")
