"""Offsets survive: what is located is the article's own characters, whatever they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.model import Article, Draft, Paragraph, Source
from retrieval.store.catalogue import Catalogue
from retrieval.store.records import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path_factory.mktemp("reading")) as opened:
        yield opened


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Any text, NUL and emoji included, with any paragraphs in it."""
    text = draw(st.text(min_size=1) | st.text(alphabet="a\0🙂é\r\n\u202e", min_size=1))
    bound = st.integers(0, len(text))
    bounds = draw(st.lists(st.tuples(bound, bound).map(sorted), max_size=5))
    paragraphs = tuple(Paragraph(number, a, b) for number, (a, b) in enumerate(bounds, start=1))
    article = Article("any", Source("any", draw(st.text())), draw(st.text()), text)
    draft = Draft(article, paragraphs, draw(st.binary()), "text/plain")
    vectors = np.ones((len(paragraphs), 3), dtype=np.float32)
    return Entry(draft, frozenset(draw(st.lists(st.integers(0, 2**64 - 1)))), vectors)


@settings(deadline=None)
@given(entries())
def test_any_article_is_located_verbatim_and_leaves_nothing(held: Catalogue, entry: Entry) -> None:
    article = entry.draft.article
    held.add([entry], encoder="e")
    assert held.article("any") == article
    assert held.raw("any") == entry.draft.raw
    ids = held.paragraph_ids()
    located = held.locate(ids[::-1])
    assert [each.id for each in located] == list(ids[::-1])
    for each, paragraph in zip(reversed(located), entry.draft.paragraphs, strict=True):
        assert (each.number, each.start, each.end) == (
            paragraph.number,
            paragraph.start,
            paragraph.end,
        )
        assert each.text == article.text[each.start : each.end]
    assert held.check() == []
    held.remove("any")
    assert held.check() == []
    assert len(held.paragraph_ids()) == 0
