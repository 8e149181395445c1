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
