"""Articles that a page keeps in several containers, in its data or in old tables."""

from __future__ import annotations

import json
from pathlib import PurePath

import pytest

from retrieval.ingest.page import read_page
from retrieval.ingest.read import draft

TEXTS = [
    f"The ministry said on Tuesday that it would review paragraph {number} of the rules. It named "
    f"pier {number} as one that stays shut, and said that harbour {number} would open again soon."
    for number in range(1, 9)
]
OTHER = [
    f"The council of Birch said that street {number} would be dug up in the spring. It named the "
    f"company that does it, and said that road {number} would be closed to lorries until June."
    for number in range(1, 5)
]
AD = '<div class="ad"><p>Advertisement</p></div>'
COOKIES = (
    '<div class="banner"><p>We and our partners use cookies to store information on your device, '
    "to measure advertisements and to understand our audience. You may accept all of them or choose"
    " among them at any time in the settings of this site.</p></div>"
)


def rows(texts: list[str]) -> str:
    return "".join(f"<p>{each}</p>" for each in texts)


def found(body: str, head: str = "") -> list[str]:
    page = (
        f'<html lang="en"><head><title>Rules to be reviewed</title>{head}</head><body><nav>'
        f'<a href="/">Home</a></nav>{body}<footer>All rights reserved</footer></body></html>'
    )
    return [each for each in read_page(page, what="a.html").paragraphs if len(each) > 60]


def parts(named: str, between: str = AD) -> str:
    halves = (TEXTS[:4], TEXTS[4:])
    return between.join(f'<div class="{named}">{rows(half)}</div>' for half in halves)


@pytest.mark.parametrize("named", ["article-body", "body__container grid", "story__chunk"])
def test_an_article_in_two_containers_is_read_whole(named: str) -> None:
    assert found(f"<h1>Rules</h1>{parts(named)}") == TEXTS
    wrapped = parts(named).replace(AD, f'</div>{AD}<div class="row">')
    assert found(f'<main><h1>Rules</h1><div class="row">{wrapped}</div></main>') == TEXTS


@pytest.mark.parametrize(
    "second",
    [
        f'<h1>Roads to be dug up</h1><div class="article-body">{rows(OTHER)}</div>',
        f'<article><div class="article-body">{rows(OTHER)}</div></article>',
        f'<div id="comments"><div class="article-body">{rows(OTHER)}</div></div>',
        f'<aside><div class="article-body">{rows(OTHER)}</div></aside>',
    ],
    ids=["below its headline", "in its element", "comments", "aside"],
)
def test_another_article_is_not_put_to_it(second: str) -> None:
    first = f'<div class="article-body">{rows(TEXTS)}</div>'
    assert not set(OTHER) & set(found(f"<main><h1>Rules</h1>{first}{second}</main>"))


def test_what_stands_between_containers_keeps_its_place_where_it_was_found() -> None:
    between = f'<div class="lead"><p>{OTHER[0]}</p></div>'
    texts = found(f'<div class="content"><h1>Rules</h1>{parts("piece-text", between)}</div>')
    assert texts == [*TEXTS[:4], OTHER[0], *TEXTS[4:]]


def data(body: str, **more: object) -> str:
    told = {"@type": "NewsArticle", "headline": "Rules", "articleBody": body, **more}
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def test_a_cookie_notice_is_not_the_article_of_a_page_that_has_one_in_its_data() -> None:
    assert found(COOKIES, data("\n\n".join(TEXTS))) == TEXTS
    graph = data("\n\n".join(TEXTS)).replace('{"@type', '{"@graph": [{"@type')
    assert found(COOKIES, graph.replace("</script>", "]}</script>")) == TEXTS


def test_a_notice_stays_where_the_text_is_paid_for() -> None:
    texts = found(COOKIES, data("\n\n".join(TEXTS), isAccessibleForFree=False))
    assert not set(TEXTS) & set(texts)


def test_the_text_of_the_page_goes_before_that_of_its_data() -> None:
    assert found(f"<article>{rows(TEXTS)}</article>", data(" ".join(TEXTS))) == TEXTS


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td><a href='/'>Home</a></td><td><font size=2><b>Rules</b><br><br>"
        + "<br><br>".join(TEXTS)
        + "</font></td></tr></table>",
        f"<form action='/x'><div><h1>Rules</h1>{rows(TEXTS)}</div></form>",
        "<h1>Rules</h1><pre>" + "\n\n".join(TEXTS) + "</pre>",
        f"{COOKIES}<aside><h1>Rules</h1>{rows(TEXTS)}</aside>",
        f"<div class='paywall'><h1>Rules</h1>{rows(TEXTS)}</div>",
        "<x-story>" + "".join(f"<x-p>{each}</x-p>" for each in TEXTS) + "</x-story>",
    ],
    ids=["table", "form", "preformatted", "aside", "paywall", "own elements"],
)
def test_an_article_is_found_in_what_pages_are_made_of(body: str) -> None:
    assert found(body) == TEXTS


def test_a_list_of_links_is_no_article() -> None:
    links = "".join(f'<a href="/{n}">A headline of some other story {n}</a><br>' for n in range(30))
    assert found(f"<div>{links}</div>") == []


@pytest.mark.parametrize("declared", ['<meta charset="windows-1251">', ""])
def test_a_page_in_windows_1251_is_read(declared: str) -> None:
    texts = [
        f"Министерство сообщило во вторник, что причал {number} закрыт до весны следующего года."
        for number in range(1, 9)
    ]
    page = f"<html><head>{declared}<title>Причалы</title></head><body>{rows(texts)}</body></html>"
    read = draft(page.encode("windows-1251"), PurePath("a.html"), what="a.html")
    assert read.article.text == "\n\n".join(texts)
    assert read.article.language == "ru"
