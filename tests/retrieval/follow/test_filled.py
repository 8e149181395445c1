"""What a feed says fills in what a page lacks, and changes nothing that it has."""

from __future__ import annotations

from retrieval.follow.filled import filled
from retrieval.ingest.read import article_id, joined, opening
from retrieval.model import Article, Draft, Source
from retrieval.store.following_records import Wanted

URL = "https://echo.example/a"
TEXT = "The ferry left Eastmere on Monday."
ENTRY = {"title": "Ferry leaves", "author": "Ann Roe", "published": "2024-11-07T09:46:00+00:00"}


def draft(**known: object) -> Draft:
    source = Source(id="echo-example", name=str(known.pop("site", "echo.example")))
    article = Article(
        id=article_id(source, TEXT), source=source, title=opening(TEXT), text=TEXT, url=URL
    )
    article = Article(**{**{name: getattr(article, name) for name in article.__slots__}, **known})
    return Draft(article, joined([TEXT])[1], b"", "text/html")


def wanted(followed: str = "https://echo.example/feed") -> Wanted:
    return Wanted(URL, "echo.example", 0, entry=ENTRY, followed=followed, feed="Eastmere Echo")


def test_what_the_page_lacks_comes_from_the_feed() -> None:
    article = filled(draft(), wanted()).article
    assert (article.title, article.authors) == ("Ferry leaves", ("Ann Roe",))
    assert (article.published, article.source.name) == (ENTRY["published"], "Eastmere Echo")
    assert article.source.id == "echo-example"


def test_the_page_wins_where_it_says_more() -> None:
    known = draft(site="The Echo", title="Ferry", authors=("Bo Li",), published="2024-11-06")
    article = filled(known, wanted()).article
    assert (article.title, article.authors) == ("Ferry", ("Bo Li",))
    assert (article.published, article.source.name) == ("2024-11-06", "The Echo")
    same_day = filled(draft(published="2024-11-07"), wanted()).article
    assert same_day.published == ENTRY["published"]


def test_another_sites_feed_names_no_publisher() -> None:
    article = filled(draft(), wanted("https://lists.example/feed")).article
    assert article.source.name == "echo.example"
    assert article.title == "Ferry leaves"
