"""An answer or a paragraph that is more than a message holds: pages and parts."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.e2e.discord.asking import GALLERY, ask, menu, pressable
from tests.e2e.discord.conftest import components, text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.discord.conftest import World

WORDS = (
    "river winter market bridge garden letter window harbour engine summer village teacher "
    "mountain kitchen station paper morning island forest concert doctor painting railway"
).split()


@pytest.fixture
def many(world: World, tmp_path: Path) -> None:
    """Twenty sources on one event, in words of their own: more than a message holds."""
    for number in range(20):
        chance = random.Random(number)  # noqa: S311 - nothing here is secret
        told = " ".join(chance.choices(WORDS, k=60)).capitalize()
        file = tmp_path / f"{number}.md"
        file.write_text(
            f"# Day {number}: {' '.join(chance.choices(WORDS, k=5))}\n\n"
            f"The minister resigned on the {number + 1}th day of the strike, Gazette {number} was "
            f"told near the {chance.choice(WORDS)}. {told}.\n"
        )
        for added in world.bot.library.add([file], source=f"Gazette {number}"):
            assert added.outcome == "added", added


@pytest.mark.usefixtures("many")
async def test_what_the_words_of_a_picture_have_no_room_for_stands_below(world: World) -> None:
    answer = await ask(world, "Did the minister resign?")
    result = await world.alice.click(answer, label="Picture")
    assert result.response is not None
    (gallery,) = [each for each in components(result.response) if each["type"] == GALLERY]
    told = gallery["items"][0]["description"]
    below = text(result.response).replace("\\", "")
    assert len(told) <= 1024
    assert all(
        f"Gazette {number}: date not known – Says yes" in told + below for number in range(20)
    )


@pytest.mark.usefixtures("many")
async def test_what_does_not_fit_one_message_has_pages(world: World) -> None:
    answer = await ask(world, "Did the minister resign?")
    assert "20 sources say yes" in text(answer)
    seen = text(answer)
    pages = 1
    while "Next" in (enabled := pressable(answer)):
        await world.alice.click(answer, custom_id=enabled["Next"])
        seen += text(answer)
        pages += 1
        assert pages < 20
    assert pages > 1
    assert all(f"Gazette {number}*" in seen for number in range(20))
    await world.alice.click(answer, custom_id=pressable(answer)["Previous"])
    assert f"Page {pages - 1} of {pages}" in text(answer)


@pytest.mark.usefixtures("many")
async def test_somebody_else_turns_pages_of_their_own(world: World) -> None:
    answer = await ask(world, "Did the minister resign?")
    before = text(answer)
    result = await world.bob.click(answer, label="Next")
    assert text(answer) == before
    assert result.response is not None
    assert result.response.ephemeral
    assert "Page 2 of" in text(result.response)
    await world.bob.click(result.response, label="Previous")
    assert "Page 1 of" in text(result.response)
    assert text(answer) == before


async def test_a_long_paragraph_is_read_in_parts(world: World, tmp_path: Path) -> None:
    chance = random.Random(1)  # noqa: S311 - nothing here is secret
    rest = " ".join(f"{' '.join(chance.choices(WORDS, k=12)).capitalize()}." for _ in range(50))
    file = tmp_path / "long.md"
    file.write_text(f"# The minister\n\nThe minister resigned on Monday, she said. {rest}\n")
    (added,) = world.bot.library.add([file], source="The Long Gazette")
    assert added.paragraphs == 1
    answer = await ask(world, "Did the minister resign?")
    opened = await world.bob.select(answer, ["0"], custom_id=menu(answer, "full"))
    shown = opened.response
    assert shown is not None
    seen = [text(shown)]
    while "Next" in pressable(shown) and len(seen) < 9:
        await world.bob.click(shown, label="Next")
        seen.append(text(shown))
    assert len(seen) > 1
    assert f"Part {len(seen)} of {len(seen)}" in seen[-1]
    assert "The minister resigned on Monday" in seen[0]
    assert rest.rsplit(". ", 1)[1] in seen[-1]
    await world.bob.click(shown, label="Previous")
    assert text(shown) == seen[-2]
    assert text(answer).startswith("## Did the minister resign?")
