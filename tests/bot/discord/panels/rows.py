"""Sources and articles with any names at all, as a library may hold them."""

from __future__ import annotations

from hypothesis import strategies as st

from bot.discord.shelf import Held
from retrieval.model import ArticleRef, Source
from retrieval.store.records import ArticleRow, SourceRow

# What makes a text longer when it is shown, and what Discord would act on.
HOSTILE = st.sampled_from(
    ["@everyone", "<@1>", "\u202e", "*_~`|", "# ", "[a](https://x.example)", "\n> ", "🇺🇦", "\u0301"]
)
NAMES = st.one_of(
    st.text(max_size=60),
    st.lists(HOSTILE, max_size=300).map("".join),
    st.text(alphabet="w", min_size=500, max_size=900),
)
DAYS = st.sampled_from([None, "2024-11-07", "2024-11-07T09:46:00", "yesterday" * 40])
URLS = st.sampled_from(
    [None, "https://news.example/", "javascript:alert(1)", "https://" + "a" * 600]
)


@st.composite
def held(draw: st.DrawFn) -> Held:
    """Up to thirty sources with an article or more each."""
    sources = tuple(
        SourceRow(
            Source(f"source-{n}-{name[:20]}", name, draw(URLS), known=draw(st.booleans())),
            articles=draw(st.integers(1, 10**6)),
            paragraphs=draw(st.integers(1, 10**9)),
            newest=draw(DAYS),
        )
        for n, name in enumerate(draw(st.lists(NAMES, max_size=30)))
    )
    return Held(draw(st.integers(0, 9)), sources)


@st.composite
def listed(draw: st.DrawFn) -> tuple[list[ArticleRow], SourceRow]:
    """A source with a page of its articles."""
    (row, *_) = draw(held().filter(lambda each: each.sources)).sources
    articles = [
        ArticleRow(
            ArticleRef(f"{n:012x}", draw(NAMES), url=draw(URLS), published=draw(DAYS)),
            row.source,
            paragraphs=draw(st.integers(1, 10**6)),
        )
        for n in range(draw(st.integers(1, 10)))
    ]
    return articles, row
