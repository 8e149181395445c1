"""What a page's own data say of the article, however they name schema.org."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.ingest.page import read_page

BODY = "<p>The ministry said on Tuesday that it would review the rules of the harbour.</p>" * 5
ARTICLE: dict[str, Any] = {
    "@type": "NewsArticle",
    "headline": "The rules of the harbour",
    "author": {"@type": "Person", "name": "Anna Writer"},
    "publisher": {"@type": "NewsMediaOrganization", "name": "Alder Gazette"},
}


def page(data: object) -> str:
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return f"<html><head>{head}</head><body><article><h1>Harbour</h1>{BODY}</article></body></html>"


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebPage"}, ARTICLE]},
        {"@context": "https://schema.org", **ARTICLE},
        {"@context": "http://www.schema.org/", **ARTICLE},
        {"@context": "schema.org", **ARTICLE},
        {"@context": ["https://schema.org", {"mark": "https://mark.example/"}], **ARTICLE},
        {"@context": {"@vocab": "http://schema.org/"}, **ARTICLE},
        {**ARTICLE, "@type": ["NewsArticle", "Product"]},
        {**ARTICLE, "@type": "https://schema.org/NewsArticle"},
        {"@graph": ["x", ARTICLE]},
        {**ARTICLE, "author": [None, "Anna Writer"], "publisher": "Alder Gazette"},
        {**ARTICLE, "author": {"givenName": "Anna", "familyName": "Writer"}, "name": 3},
    ],
)
def test_headline_authors_and_publisher_come_from_the_data(data: object) -> None:
    details = read_page(page(data), what="a.html").details
    assert details.title == "The rules of the harbour"
    assert details.authors == ("Anna Writer",)
    assert details.source is not None
    assert details.source.name == "Alder Gazette"


@pytest.mark.parametrize(
    "data",
    [
        {"@context": "https://recipes.example/", **ARTICLE},
        {**ARTICLE, "@type": "Recipe"},
        {key: value for key, value in ARTICLE.items() if key != "@type"},
        {"@context": "https://schema.org", **ARTICLE, "headline": ["One", "two"]},
        {**ARTICLE, "headline": {"@value": "One"}},
    ],
)
def test_what_is_of_another_vocabulary_or_no_text_is_no_headline(data: object) -> None:
    assert read_page(page(data), what="a.html").details.title == "Harbour"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("@xy"), inner),
    max_leaves=4,
)


@given(st.sampled_from(sorted(ARTICLE)), VALUES, st.sampled_from([[], {}, "@graph"]))
def test_no_data_keep_a_page_from_being_read(key: str, value: object, within: object) -> None:
    told = {**ARTICLE, key: value}
    data = {"@graph": [told]} if within == "@graph" else [told] if within == [] else told
    found = read_page(page(data), what="a.html")
    assert found.paragraphs[0].startswith("The ministry said")
    assert isinstance(found.details.title, str | None)
