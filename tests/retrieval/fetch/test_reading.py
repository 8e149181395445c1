"""What pages become, in this process: the worker is tested apart."""

from __future__ import annotations

import json

import pytest

from retrieval.errors import ArticleError
from retrieval.fetch.kinds import words
from retrieval.fetch.reading import read_article
from retrieval.fetch.tasks import Page, Read
from tests.retrieval.fetch.pages import BODY, page, pdf

URL = "https://gazette.example/2024/strike"


def read(
    body: bytes,
    *,
    url: str = URL,
    asked: str | None = None,
    media_type: str = "text/html",
    charset: str | None = None,
) -> Read:
    return read_article(Page(asked or url, url, media_type, charset), body)


def refusal(body: bytes, **about: str) -> str:
    with pytest.raises(ArticleError) as caught:
        read(body, **about)
    return str(caught.value)


def linked_data(**values: object) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **values}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_an_article_with_all_that_is_known_of_it() -> None:
    head = (
        linked_data(
            datePublished="2024-11-07T09:46:00+00:00",
            dateModified="2024-11-08T10:00:00+00:00",
            author=[{"@type": "Person", "name": "Ada Writer"}],
        )
        + '<link rel="canonical" href="/2024/strike?id=7">'
        + '<meta property="og:site_name" content="The Alder Gazette">'
    )
    got = read(page(*BODY, head=head), url=f"{URL}?id=7&session=1")
    assert got.paragraphs == tuple(BODY)
    assert got.title == "Harbour strike ends after nine days"
    assert got.site == "The Alder Gazette"
    assert (got.published, got.updated) == (
        "2024-11-07T09:46:00+00:00",
        "2024-11-08T10:00:00+00:00",
    )
    assert got.authors == ("Ada Writer",)
    assert got.url == f"{URL}?id=7"
    assert got.language == "en"


@pytest.mark.parametrize(
    "stated",
    [
        "https://bank.example/login",
        "https://gazette.example/",
        "javascript:alert(1)",
        "https://[",
        "",
    ],
)
def test_an_address_of_its_own_that_cannot_be_is_not_believed(stated: str) -> None:
    head = f'<link rel="canonical" href="{stated}"><meta property="og:type" content="article">'
    assert read(page(*BODY, head=head)).url == URL


def test_a_copy_of_the_headline_is_no_paragraph() -> None:
    got = read(page("Pilots <i>strike</i> again", *BODY, title="Pilots strike again"))

    assert got.title == "Pilots strike again"
    assert got.paragraphs == read(page(*BODY)).paragraphs


def test_a_stamp_seconds_after_publishing_is_no_update() -> None:
    head = linked_data(
        datePublished="2024-11-07T09:46:00+00:00", dateModified="2024-11-07T09:46:31+00:00"
    )
    assert read(page(*BODY, head=head)).updated is None


def test_the_charset_that_the_server_states_counts() -> None:
    body = page(*BODY, "Die Möwen über dem Hafen störten den Streik überhaupt nicht.").decode()
    got = read(body.encode("cp1252"), charset="windows-1252")
    assert "Möwen" in got.paragraphs[-1]
    got = read(body.encode(), charset="no-such-charset")
    assert "Möwen" in got.paragraphs[-1]


FEW = BODY[:2]
WALLS = {
    "gone": (page("Sorry, we looked.", title="Page not found", head=""), {}, "not there"),
    "gone in German": (
        page("Leider.", title="Seite nicht gefunden – Zeitung", head=""), {}, "not there",
    ),
    "home instead": (
        page(*BODY), {"url": "https://gazette.example/", "asked": URL}, "leads to the home page",
    ),
    "consent": (
        page("Before you continue to Gazette, we and our partners use cookies.", *FEW, head=""),
        {}, "consent to cookies",
    ),
    "consent host": (
        page(*BODY), {"url": "https://consent.gazette.example/x"}, "consent to cookies",
    ),
    "robot check": (
        page("Please verify you are a human to go on.", title="One moment", head=""),
        {}, "not shown to programs",
    ),
    "paid, by its markup": (
        page(*FEW, head=linked_data(isAccessibleForFree="False")), {}, "beginning is free",
    ),
    "paid, by its words": (
        page(*FEW, "Subscribe now to read the rest of this story."), {}, "beginning is free",
    ),
    "video": (
        page(*FEW, head='<meta property="og:type" content="video.other">'), {}, "a video",
    ),
    "home page": (
        page(*BODY, head=""), {"url": "https://gazette.example/"}, "home page",
    ),
    "list": (
        page(*(f"Minister {n} resigns over pier" for n in range(40)), head=""), {}, "list of links",
    ),
    "hardly anything": (page("More will follow."), {}, "hardly any text"),
    "nothing": (b"<html><body></body></html>", {}, "hardly any text"),
    "picture": (b"\x89PNG", {"media_type": "image/png"}, "it is image/png"),
    "feed": (
        b"<rss/>",
        {"media_type": "application/rss+xml"},
        "it is application/rss+xml; `whosays follow` follows a feed",
    ),
    "short text": (b"Too short.", {"media_type": "text/plain"}, "hardly any text"),
}  # fmt: skip


@pytest.mark.parametrize("kind", WALLS)
def test_what_is_no_article_is_refused_with_the_reason(kind: str) -> None:
    body, about, reason = WALLS[kind]
    assert reason in refusal(body, **about)


KEPT = {
    "paid but whole": page(*BODY, *BODY[::-1], head=linked_data(isAccessibleForFree=False)),
    "mentions cookies": page(*BODY, "We use cookies, said the baker.", head=""),
    "mentions a missing page": page(
        *BODY, *BODY[::-1], "Page not found, the screen said.", head=""
    ),
    "with a video": page(
        *BODY, head='<script type="application/ld+json">[{"@type": "VideoObject"}]</script>'
    ),
    "without markup": page(*BODY, head=""),
    "broken markup": page(*BODY, head='<script type="application/ld+json">{"@type": </script>'),
    "deep markup": page(*BODY, head=f'<script type="application/ld+json">{"[" * 9000}</script>'),
}


@pytest.mark.parametrize("kind", KEPT)
def test_an_article_that_only_looks_like_that_is_kept(kind: str) -> None:
    assert BODY[0] in read(KEPT[kind]).paragraphs


def test_a_pdf_is_read_with_its_title_and_date() -> None:
    got = read(pdf(*BODY), media_type="application/pdf")
    assert "pier 7 would open again" in " ".join(" ".join(got.paragraphs).split())
    assert got.published == "2024-11-07T09:46+00:00"
    assert read(pdf(*BODY), media_type="application/octet-stream").media_type == "application/pdf"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"%PDF-1.4\nnothing", "damaged"),
        (pdf(), "holds no text"),
        (pdf(*BODY)[:400], "damaged|holds no text"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_refused(body: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason):
        read(body, media_type="application/pdf")


def test_words_are_counted_in_any_script() -> None:
    assert words("Two words, честь") == 3
    assert words("東京で記者会見") == 3
    assert words("") == 0
