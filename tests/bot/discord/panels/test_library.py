"""The lists of sources and articles fit, lose nothing, and let nobody's name do anything."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.discord.language import LANGUAGES, labels
from bot.discord.panels import library
from bot.discord.shelf import Held, tag
from retrieval.model import Source
from retrieval.store.records import ArticleRow, SourceRow
from tests.bot.discord.panels import rows
from tests.bot.discord.panels.limits import check, written

EN = labels("en")


def _sources(count: int) -> Held:
    named = [Source(f"s{n}", f"Source {n}") for n in range(count)]
    return Held(
        1,
        tuple(SourceRow(each, 1, 3, f"2024-11-{30 - n:02}") for n, each in enumerate(named)),
    )


@settings(max_examples=50)
@given(
    held=rows.held(),
    listed=rows.listed(),
    page=st.integers(0, 40),
    language=st.sampled_from(LANGUAGES),
)
def test_every_page_keeps_discords_limits(
    held: Held, listed: tuple[list[ArticleRow], SourceRow], page: int, language: str
) -> None:
    say = labels(language)
    check(library.sources(held, say, page))
    check(library.articles(*listed, say, page))


def test_each_source_is_on_one_page() -> None:
    held = _sources(23)
    pages = [str(written(library.sources(held, EN, n))) for n in range(3)]
    for n in range(23):
        assert sum(f"**Source {n}**" in page for page in pages) == 1
        assert sum(tag(f"s{n}") in page for page in pages) == 1


@pytest.mark.parametrize("page", [2, 3, 99])
def test_a_page_that_is_no_more_is_the_last_one(page: int) -> None:
    shown = str(written(library.sources(_sources(23), EN, page)))
    assert "Page 3 of 3" in shown
    assert "Source 22" in shown


def test_one_page_has_no_buttons_to_turn() -> None:
    assert "Next" not in str(written(library.sources(_sources(10), EN)))
    assert "Next" in str(written(library.sources(_sources(11), EN)))


def test_an_empty_library_says_so() -> None:
    view = library.sources(Held(0, ()), EN)
    check(view)
    assert "no articles here yet" in str(written(view))


def test_a_source_that_nobody_vouches_for_is_marked() -> None:
    source = Source("x", "notes.txt", known=False)
    held = Held(1, (SourceRow(source, 1, 3, None),))
    assert "source not verified" in str(written(library.sources(held, EN)))
