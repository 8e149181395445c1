"""Stories told live: every post keeps the time that the page gives it."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.ingest.live import Post, times
from retrieval.ingest.read import draft

POSTS = {
    f"2024-11-07T{hour:02}:{hour}:00+01:00": (
        f"The council of Alder has met for hour {hour} of the day and heard speaker {hour}.",
        f"Speaker {hour} said that pier {hour} would be closed until the crane is mended again.",
    )
    for hour in (18, 17, 15, 12)
}
INTRO = (
    "The council of Port Alder meets all day to decide whether the old harbour is to be closed. "
    "Our reporters follow the sitting from the first speaker to the vote that ends the evening."
)
HEAD = '<meta property="article:published_time" content="2024-11-07T09:00:00+01:00">'


def page(body: str, head: str = HEAD) -> bytes:
    return (
        f'<!doctype html><html lang="en"><head><title>Council sits: live</title>{head}</head>'
        f"<body><main><article><h1>Council sits: live</h1><p>{INTRO}</p>{body}</article></main>"
        "<footer>All rights reserved</footer></body></html>"
    ).encode()


def posted(raw: bytes) -> dict[str, str | None]:
    """By paragraph, when it was posted."""
    read = draft(raw, PurePath("a.html"), what="a.html")
    text = read.article.text
    return {text[each.start : each.end]: each.posted for each in read.paragraphs}


def expected(*, intro: bool = True) -> dict[str, str | None]:
    found: dict[str, str | None] = {INTRO: None} if intro else {}
    return found | {text: at for at, texts in POSTS.items() for text in texts}


def paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


IN_POSTS = "".join(
    f'<section class="post post-{number}"><h2><time datetime="{at}">{at[11:16]}</time></h2>'
    f"{paragraphs(texts)}</section>"
    for number, (at, texts) in enumerate(POSTS.items())
)
BEFORE_POSTS = "".join(
    f'<p class="at"><time datetime="{at}">{at[11:16]}</time></p>{paragraphs(texts)}'
    for at, texts in POSTS.items()
)
BELOW_POSTS = "".join(
    f'<div class="entry">{paragraphs(texts)}<time datetime="{at}">{at[11:16]}</time></div>'
    for at, texts in POSTS.items()
)
MICRODATA = "".join(
    '<div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting">'
    f'<meta itemprop="datePublished" content="{at}"><div>{paragraphs(texts)}</div></div>'
    for at, texts in POSTS.items()
)
UPDATED = IN_POSTS.replace(
    "</time>", '</time><time class="updated" datetime="2024-11-07T23:00:00+01:00">later</time>'
)


@pytest.mark.parametrize(
    "body",
    [IN_POSTS, BEFORE_POSTS, BELOW_POSTS, MICRODATA, UPDATED],
    ids=["in posts", "before posts", "below posts", "microdata", "updated"],
)
def test_posts_have_the_time_of_their_element(body: str) -> None:
    assert posted(page(body)) == expected()


def data(most: int | None = None) -> str:
    updates = [
        {"@type": "BlogPosting", "datePublished": at, "articleBody": "\n".join(texts)[:most]}
        for at, texts in POSTS.items()
    ]
    blog = {"@context": "https://schema.org", "@type": "LiveBlogPosting", "liveBlogUpdate": updates}
    return f'{HEAD}<script type="application/ld+json">{json.dumps(blog)}</script>'


def test_posts_have_the_time_of_the_pages_data() -> None:
    body = "".join(map(paragraphs, POSTS.values()))
    assert posted(page(body, data())) == expected()


def test_posts_that_are_in_the_pages_data_alone_are_read() -> None:
    read = posted(page("<div id=app></div>", data()))
    assert read == expected(intro=INTRO in read)


def test_data_that_is_cut_names_the_post_and_adds_nothing() -> None:
    read = posted(page("".join(map(paragraphs, POSTS.values())), data(60)))
    assert list(read) == list(expected())
    first = {texts[0]: at for at, texts in POSTS.items()}
    assert {text: at for text, at in read.items() if at} == first


CARDS = "".join(
    f'<li class="card"><time datetime="2024-11-07T0{hour}:00:00">{hour}:00</time> Rain in Alder'
    "</li>"
    for hour in (7, 8)
)
STORY = "".join(map(paragraphs, POSTS.values()))


@pytest.mark.parametrize(
    "body",
    [
        # What happened on those days is a chronicle.
        IN_POSTS.replace("2024-11-07T", "1986-04-26T"),
        # Days alone say no more than the article's own.
        re.sub(r"T\d\d:\d\d:00\+01:00", "", IN_POSTS),
        # The article's own time, and those of others below it.
        f'<time datetime="2024-11-07T09:00:00">9:00</time>{STORY}<ul>{CARDS}</ul>',
        # A post that the article quotes.
        (
            f'<div><time datetime="2024-11-07T09:00:00">9:00</time></div><div>{STORY}<blockquote>'
            '<time datetime="2024-11-07T11:00:00">11:00</time> We shall never close the harbour of '
            "Alder, whatever the council says.</blockquote></div>"
        ),
    ],
    ids=["chronicle", "days", "cards", "quoted"],
)
def test_times_of_something_else_are_no_posts(body: str) -> None:
    assert set(posted(page(body)).values()) == {None}


@given(st.lists(st.text(min_size=1), max_size=6), st.lists(st.text(max_size=30), max_size=6))
def test_every_paragraph_has_a_time_of_a_post_that_holds_it_or_none(
    paragraphs: list[str], texts: list[str]
) -> None:
    posts = [Post(str(at), text) for at, text in enumerate(texts)]
    found = times(paragraphs, posts)
    assert len(found) == len(paragraphs)
    assert {each for each in found if each is not None} <= {post.at for post in posts}


def test_a_short_paragraph_belongs_to_the_post_that_is_read() -> None:
    posts = [Post("1", "The mayor was asked.\nYes."), Post("2", "The clerk was asked.\nYes.")]
    read = ("The mayor was asked.", "Yes.", "The clerk was asked.", "Yes.")
    assert times(read, posts) == ("1", "1", "2", "2")
