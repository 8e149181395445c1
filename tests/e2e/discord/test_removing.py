"""/remove: an article goes when its operator is sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.model import Filter
from tests.e2e.discord.conftest import buttons, text
from tests.e2e.discord.lists import press, shown
from tests.e2e.discord.operating import set_discord

if TYPE_CHECKING:
    import simcord

    from retrieval.library import Library
    from tests.e2e.discord.conftest import World


async def test_removing_asks_first(
    world: World, operator: simcord.MemberActor, held: Library
) -> None:
    (choice,) = await operator.autocomplete(world.channel, "remove", "article", "secretly")
    asked = shown(await operator.slash(world.channel, "remove", article=choice["value"]))
    assert "Remove this article" in text(asked)
    assert "**The Kyiv Independent** · 7 Nov 2024" in text(asked)
    assert len(held.articles()) == 4
    kept = shown(await press(operator, asked, "Keep"))
    assert text(kept).startswith("Kept: ")
    assert buttons(kept) == {}
    assert len(held.articles()) == 4


async def test_a_removed_article_is_no_longer_shown(
    world: World, operator: simcord.MemberActor, held: Library
) -> None:
    question = "Did Putin congratulate Trump?"
    before = await world.alice.slash(world.channel, "ask", question=question)
    assert "Kyiv Independent" in text(shown(before))
    (row,) = held.articles(Filter(sources=("kyiv-independent",)))
    asked = shown(await operator.slash(world.channel, "remove", article=row.ref.id))
    await world.restart()
    set_discord(world, operators=(operator.id,))
    assert text(shown(await press(operator, asked, "Remove"))).startswith("Removed: Putin")
    after = await world.alice.slash(world.channel, "ask", question=question)
    assert "Kyiv Independent" not in text(shown(after))


async def test_an_article_that_somebody_else_removed(
    world: World, operator: simcord.MemberActor, held: Library
) -> None:
    article = held.articles()[0].ref.id
    asked = shown(await operator.slash(world.channel, "remove", article=article))
    held.remove(article)
    told = await press(operator, asked, "Remove")
    assert "no longer in the library" in text(told.followups[-1])


async def test_an_operator_no_more(
    world: World, operator: simcord.MemberActor, held: Library
) -> None:
    article = held.articles()[0].ref.id
    asked = shown(await operator.slash(world.channel, "remove", article=article))
    set_discord(world, operators=(1,))
    assert "Only the operators" in text(shown(await press(operator, asked, "Remove")))
    assert len(held.articles()) == 4
