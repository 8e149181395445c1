"""Saved HTML pages: the article and its metadata, without the page."""

from __future__ import annotations

import pytest

from retrieval.errors import ArticleError
from retrieval.ingest.page import read_page

SENTENCE = "The ministry said on Tuesday that it would review paragraph {} of the rules this year. "
BODY = "".join(f"<p>{SENTENCE.format(number) * 3}</p>" for number in range(1, 6))
PAGE = f"""<!doctype html><html lang="en"><head>
<title>Rules to be reviewed - Example Gazette</title>
<meta property="og:title" content="Rules to be reviewed">
<meta property="og:site_name" content="Example Gazette">
<meta property="og:url" content="https://www.gazette.example/rules">
<meta property="article:published_time" content="2024-11-07T09:46:00Z">
<meta name="author" content="Anna Writer"></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Rules to be reviewed</h1>{BODY}</article>
<aside><p>Subscribe to our newsletter</p></aside><footer>All rights reserved</footer></body>
</html>"""


def test_a_page_gives_its_paragraphs_and_what_it_says_of_itself() -> None:
    found = read_page(PAGE, what="a.html")
    assert len(found.paragraphs) == 5
    assert all(part.startswith("The ministry said") for part in found.paragraphs)
    details = found.details
    assert details.title == "Rules to be reviewed"
    assert details.authors == ("Anna Writer",)
    assert details.published is not None
    assert details.published.startswith("2024-11-07")
    assert details.url == "https://www.gazette.example/rules"
    assert details.source is not None
    assert (details.source.id, details.source.name) == ("gazette-example", "Example Gazette")
    assert details.source.url == "https://www.gazette.example"


@pytest.mark.parametrize(
    "page", ["<html></html>", "<html><body><script>x()</script></body></html>", "<", "\x01"]
)
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(ArticleError, match=r"a\.html: no article"):
        read_page(page, what="a.html")


YEARS = BODY.replace("this year", "as it had on 1 January 1998, and in 2003,")
PLAIN = (
    "<html><head>{head}</head><body><h1>Rules to be reviewed</h1>{body}" + YEARS + "</body></html>"
)


def published(head: str = "", body: str = "") -> str | None:
    return read_page(PLAIN.format(head=head, body=body), what="a.html").details.published


def test_a_day_in_the_running_text_is_no_date() -> None:
    assert published() is None
    assert published(body="<div class='related'><time>2011-02-03</time></div>") is None
    assert published(body="<p>The rules of 3 March 2004 were the first of their kind.</p>") is None


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:published_time" content="2024-11-07">', ""),
        ('<meta name="date" content="2024-11-07">', ""),
        ('<link rel="canonical" href="https://gazette.example/2024/11/07/rules">', ""),
        ("", '<time datetime="2024-11-07">some days ago</time>'),
        ("", '<span class="entry-date">November 7, 2024</span>'),
        ("", '<div class="publish-date">Published 7:07 PM EST Nov 7, 2024</div>'),
        ("", "<p>By Anna Writer | 7 November 2024</p>"),
        ("", "<div>Updated 8 November 2024</div><p>Published: 7 November 2024</p>"),
    ],
)
def test_a_day_comes_from_where_pages_put_it(head: str, body: str) -> None:
    assert (published(head, body) or "")[:10] == "2024-11-07"


@pytest.mark.parametrize("none", ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "", "soon"])
def test_what_a_program_writes_for_no_day_is_none(none: str) -> None:
    head = f"""<script type="application/ld+json">
    {{"@type": "NewsArticle", "datePublished": "{none}", "dateModified": "{none}"}}</script>"""
    details = read_page(PLAIN.format(head=head, body=""), what="a.html").details
    assert (details.published, details.updated) == (None, None)


TEXTS = [SENTENCE.format(number) * 3 for number in range(1, 6)]
DATA = """<html><body><div id="root"></div><script type="application/ld+json">
{{"@type": "NewsArticle", "headline": "Rules", "datePublished": "2024-11-07"{more},
"articleBody": "{body}"}}</script></body></html>"""


HALF = len(BODY) // 5 * 3
COOKIES = "<div class='cookie-notice'><p>We use cookies. Accept all cookies.</p></div>"
HALVES = [f"<div>{half}</div><div class='ad'>Ad</div>" for half in (BODY[:HALF], BODY[HALF:])]
NESTED = "".join(f"<div><span>{each}</span></div>" for each in TEXTS)


@pytest.mark.parametrize(
    "page",
    [
        f"{COOKIES}<aside><h1>Rules</h1>{BODY}</aside>",
        DATA.format(more="", body="\\n\\n".join(TEXTS)),
        DATA.format(more="", body="".join(f"<p>{each}</p>" for each in TEXTS)),
        f"<article>{''.join(HALVES)}</article>",
        f"<div><div>{NESTED}</div></div>",
        f"<div>{'<br><br>'.join(TEXTS)}</div>",
    ],
)
def test_an_article_is_found_wherever_it_is(page: str) -> None:
    found = read_page(f"<html><body>{page}</body></html>", what="a.html").paragraphs
    assert [each for each in found if each.startswith("The ministry")] == [
        each.strip() for each in TEXTS
    ]


def test_the_text_that_is_paid_for_is_not_taken_from_the_data() -> None:
    page = DATA.format(more=', "isAccessibleForFree": false', body="\\n".join(TEXTS))
    with pytest.raises(ArticleError, match="no article"):
        read_page(page, what="a.html")
