"""/sources and /article: what the library holds, page by page, for the one who asks."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import LibraryError
from retrieval.model import Filter
from tests.e2e.discord.conftest import links, text
from tests.e2e.discord.lists import choose, menus, offered, press, shown

if TYPE_CHECKING:
    import simcord

    from retrieval.library import Library
    from tests.e2e.discord.conftest import World

PUTIN = "Putin, Russian officials secretly congratulate Trump, media reports"


# Enough for texts that are no copies of each other.
WORDS = """council bridge harbour town river market school winter apple engine letter window garden
copper morning border station island captain doctor paper mountain village summer""".split()


def _story(number: int, paragraphs: int = 2) -> bytes:
    draw = random.Random(number)  # noqa: S311 - the same words every time
    lines = (" ".join(draw.choices(WORDS, k=50)) for _ in range(paragraphs))
    return "\n\n".join(f"The {line}. Item {n}." for n, line in enumerate(lines)).encode()


@pytest.fixture
def many(held: Library) -> Library:
    """A library of more sources than fit a page."""
    for number in range(9):
        held.add_upload(f"{number}.txt", _story(number), source=f"Town Paper {number}")
    return held


async def _article(world: World, article: str) -> simcord.ResponseMessage:
    return shown(await world.alice.slash(world.channel, "article", article=article))


async def test_sources_lists_the_library_newest_first(world: World) -> None:
    result = await world.alice.slash(world.channel, "sources")
    listed = text(shown(result))
    assert result.ephemeral
    assert "4 sources, 4 articles" in listed
    order = ["India Blooms", "The Kyiv Independent", "003", "004"]
    assert sorted(order, key=listed.index) == order
    assert listed.count("source not verified") == 2
    assert "newest 7 Nov 2024" in listed


@pytest.mark.usefixtures("many")
async def test_sources_are_turned_page_by_page(world: World) -> None:
    first = shown(await world.alice.slash(world.channel, "sources"))
    assert "Page 1 of 2" in text(first)
    second = await press(world.alice, first, "Next")
    again = shown(await world.alice.slash(world.channel, "sources"))
    assert second.response is not None
    assert second.response.id == first.id, "in place, not another message"
    assert "Page 2 of 2" in text(second.response)
    back = await press(world.alice, shown(second), "Previous")
    assert text(shown(back)) == text(again)


async def test_a_source_leads_to_its_articles_and_on_to_one(world: World) -> None:
    listed = shown(await world.alice.slash(world.channel, "sources"))
    chosen = "Show the articles of a source"
    source = offered(listed, chosen)["The Kyiv Independent"]
    articles = shown(await choose(world.alice, listed, chosen, [source]))
    assert "1 article" in text(articles)
    assert links(articles) == ["https://kyivindependent.com"]
    (article,) = offered(articles, "Read an article").values()
    read = text(shown(await choose(world.alice, articles, "Read an article", [article])))
    assert PUTIN in read
    held, _ = world.bot.library.show(article)
    assert held.text.split("\n\n")[0].replace('"', "") in read.replace('"', "")


async def test_the_way_back_from_articles_to_sources(world: World) -> None:
    listed = shown(await world.alice.slash(world.channel, "sources"))
    value = next(iter(offered(listed, "Show the articles of a source").values()))
    articles = shown(await choose(world.alice, listed, "Show the articles of a source", [value]))
    assert "4 sources" in text(shown(await press(world.alice, articles, "All sources")))


async def test_buttons_work_after_a_restart(world: World, many: Library) -> None:
    listed = shown(await world.alice.slash(world.channel, "sources"))
    await world.restart()
    assert "Page 2 of 2" in text(shown(await press(world.alice, listed, "Next")))
    assert len(many.sources()) == 13


async def test_an_article_by_what_autocomplete_offers(world: World) -> None:
    (choice,) = await world.alice.autocomplete(
        world.channel, "article", "article", "SECRETLY trump"
    )
    assert choice["name"].startswith("Putin, Russian officials secretly")
    assert choice["name"].endswith(" – The Kyiv Independent")
    message = await _article(world, choice["value"])
    assert PUTIN in text(message)
    assert "**The Kyiv Independent** · 7 Nov 2024, 09\\:46" in text(message)
    assert "By Martin Fornusek" in text(message)
    assert links(message) == [
        "https://kyivindependent.com/putin-informally-congratulates-trump-media-reports"
    ]


async def test_autocomplete_offers_at_most_what_discord_takes(world: World, many: Library) -> None:
    for number in range(9, 30):
        many.add_upload(f"{number}.txt", _story(number), source=f"Town Paper {number}")
    everything = await world.alice.autocomplete(world.channel, "article", "article", "")
    assert len(everything) == 25
    assert all(1 <= len(each["name"]) <= 100 for each in everything)
    assert await world.alice.autocomplete(world.channel, "article", "article", "zebra") == []


@pytest.mark.parametrize("typed", [PUTIN, "secretly CONGRATULATE", "kyiv independent"])
async def test_an_article_by_words_of_its_title_or_source(world: World, typed: str) -> None:
    assert PUTIN in text(await _article(world, typed))


async def test_words_of_no_title_or_of_several(world: World) -> None:
    assert "No article has that title" in text(await _article(world, "zebra"))
    assert "Several articles" in text(await _article(world, "putin"))


async def test_a_long_article_is_read_page_by_page(world: World, held: Library) -> None:
    added = held.add_upload("long.txt", _story(1, paragraphs=30), source="The Long Paper")
    assert added.article is not None
    message = await _article(world, added.article.id)
    pages = [text(message)]
    while f"Page {len(pages)} of {len(pages)}" not in pages[-1]:
        message = shown(await press(world.alice, message, "Next"))
        pages.append(text(message))
    assert len(pages) > 2
    whole = "\n".join(pages)
    assert [whole.count(f"Item {number}.") for number in range(30)] == [1] * 30


async def test_an_article_that_was_removed_meanwhile(world: World, held: Library) -> None:
    (row,) = held.articles(Filter(sources=("kyiv-independent",)))
    listed = shown(await world.alice.slash(world.channel, "sources"))
    source = offered(listed, "Show the articles of a source")["The Kyiv Independent"]
    menu = menus(listed)["Show the articles of a source"]
    other = shown(await world.alice.slash(world.channel, "sources"))
    articles = shown(await world.alice.select(listed, [source], custom_id=menu))
    held.remove(row.ref.id)
    gone = await choose(world.alice, articles, "Read an article", [row.ref.id])
    assert "no longer in the library" in text(gone.followups[-1])
    again = await world.alice.select(other, [source], custom_id=menu)
    assert "That source is no longer in the library." in text(again.followups[-1])


async def test_an_empty_library(world: World, held: Library) -> None:
    for row in held.articles():
        held.remove(row.ref.id)
    listed = shown(await world.alice.slash(world.channel, "sources"))
    assert "no articles here yet" in text(listed)
    assert menus(listed) == {}


async def test_hidden_sources_are_neither_listed_nor_read_nor_offered(world: World) -> None:
    hidden = ("kyiv-independent",)
    await world.bot.servers.set(world.guild.id, hidden=hidden)
    listed = shown(await world.alice.slash(world.channel, "sources"))
    assert "3 sources, 3 articles" in text(listed)
    assert "Kyiv" not in text(listed)
    assert await world.alice.autocomplete(world.channel, "article", "article", "secretly") == []
    (row,) = world.bot.library.articles(Filter(sources=hidden))
    assert "No article has that title" in text(await _article(world, row.ref.id))


async def test_a_library_that_cannot_be_read(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise LibraryError("The library is damaged: restore it from a backup.")

    monkeypatch.setattr(world.bot.library, "sources", broken)
    monkeypatch.setattr(world.bot.library, "titled", broken)
    assert await world.alice.autocomplete(world.channel, "article", "article", "a") == []
    told = text(shown(await world.alice.slash(world.channel, "sources")))
    assert "Traceback" not in told
    assert "damaged" not in told
    world.errors()
