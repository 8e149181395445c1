"""An article is shown verbatim, in pages that fit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.discord.language import LANGUAGES, labels
from bot.discord.panels.article import PAGE, article, words
from bot.render.safe import unmark
from retrieval.ingest.read import joined
from retrieval.model import Article, Copy, Paragraph, Source
from tests.bot.discord.panels.limits import check, written
from tests.bot.discord.panels.rows import DAYS, HOSTILE, NAMES, URLS
from tests.bot.discord.show.markdown import kinds, render
from tests.bot.discord.show.markdown import words as read

EN = labels("en")
PARAGRAPHS = st.lists(
    st.one_of(
        st.text(max_size=400),
        st.lists(HOSTILE, min_size=1, max_size=900).map(" ".join),
        st.text(alphabet="ab c", min_size=4000, max_size=9000),
    ).filter(str.strip),
    min_size=1,
    max_size=6,
)
SOURCE = Source("news", "The News", "https://news.example/")


def _article(paragraphs: list[str]) -> tuple[Article, tuple[Paragraph, ...]]:
    body, numbered = joined(paragraphs)
    return Article(id="0123456789ab", source=SOURCE, title="A title", text=body), numbered


def _pages(held: Article, numbered: tuple[Paragraph, ...]) -> list[str]:
    """The text of each page: what follows the line under the facts."""
    found: list[str] = []
    text = words(held, numbered)
    while True:
        parts = written(article(held, text, EN, len(found)))
        kinds_of = [each["type"] for each in parts]
        shown: dict[str, Any] = dict(parts[kinds_of.index(14) + 1])
        if found and "components" not in parts[-1]:
            raise AssertionError("pages without buttons to turn them")
        found.append(shown["content"])
        if "components" not in parts[-1] or parts[-1]["components"][-1]["disabled"]:
            return found


@settings(max_examples=50)
@given(PARAGRAPHS)
def test_the_pages_together_are_the_article(paragraphs: list[str]) -> None:
    held, numbered = _article(paragraphs)
    pages = [render(page) for page in _pages(held, numbered)]
    assert all(kinds(page) <= {"text"} for page in pages)
    shown = unmark("".join(map(read, pages)))
    assert shown.replace("\n", "") == held.text.replace("\n", "")


def test_paragraphs_stand_apart_and_pieces_of_one_do_not() -> None:
    held, numbered = _article(["One.", "Two.", "x" * 4000])
    assert _pages(held, numbered) == ["One.\n\nTwo.", "x" * PAGE, "x" * (4000 - PAGE)]


ARTICLES = st.builds(
    Article,
    id=st.just("0123456789ab"),
    source=st.builds(Source, st.just("s"), NAMES, URLS, st.just(()), st.booleans()),
    title=NAMES,
    text=st.just(""),
    url=URLS,
    path=st.none(),
    published=DAYS,
    updated=DAYS,
    authors=st.lists(NAMES, max_size=9).map(tuple),
    language=st.none(),
    copies=st.lists(st.just(Copy(path="x")), max_size=30).map(tuple),
)


@settings(max_examples=50)
@given(ARTICLES, PARAGRAPHS, st.integers(0, 9), st.sampled_from(LANGUAGES))
def test_every_page_keeps_discords_limits(
    held: Article, paragraphs: list[str], page: int, language: str
) -> None:
    body, numbered = joined(paragraphs)
    held = replace(held, text=body)
    check(article(held, words(held, numbered), labels(language), page))
