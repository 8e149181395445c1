"""An answer of a hundred sources, each with words that try to do something."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from retrieval.answered import Position, Stance
from tests.bot.answers import LONG, NORTH, POLAR
from tests.bot.discord.show.attacks import ATTACKS
from tests.bot.discord.show.markdown import kinds, render, words
from tests.e2e.discord.asking import ask, menu, pressable
from tests.e2e.discord.conftest import components, text
from tests.e2e.discord.lists import press

if TYPE_CHECKING:
    import simcord

    from retrieval.answered import Passage
    from tests.bot.discord.show.markdown import Node
    from tests.e2e.discord.conftest import World

SOURCES = 100
# What an answer is made of; anything else would come from an article.
OURS = {"text", "heading", "subtext", "quote", "strong"}


def attacked(number: int, *, twice: bool) -> Passage:
    """A passage whose source, title, speaker, author and text all attack."""
    attack = ATTACKS[number % len(ATTACKS)]
    like = POLAR.positions[0].passages[0]
    body = f"{attack} {LONG} {attack}"
    span = like.span.text
    start = body.index(span)
    return replace(
        like,
        source=replace(NORTH, id=f"source-{number}", name=f"Source {number} {attack}"),
        article=replace(
            like.article, id=f"article-{number}", title=f"Title {attack}", authors=(attack,)
        ),
        text=body,
        start=0,
        end=len(body),
        span=replace(like.span, start=start, end=start + len(span), text=span),
        speaker=attack if twice else None,
        origin=None,
    )


@pytest.fixture
def hundred(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library of a hundred hostile sources."""
    by_side = [
        tuple(attacked(number, twice=side == 1) for number in range(side, SOURCES, 2))
        for side in (0, 1)
    ]
    answer = replace(
        POLAR,
        question=f"Will {ATTACKS[0]} open in June?",
        positions=(
            Position(Stance.SUPPORTS, "Says yes", by_side[0]),
            Position(Stance.REFUTES, "Says no", by_side[1]),
        ),
        origins=(),
    )
    texts = {each.article.id: each.text for side in by_side for each in side}
    library: Any = world.bot.library
    monkeypatch.setattr(library, "ask", lambda *_, **__: answer)
    monkeypatch.setattr(
        library, "show", lambda each, _=None: (SimpleNamespace(text=texts[each]), ())
    )


@pytest.mark.usefixtures("hundred")
async def test_a_hundred_hostile_sources_are_all_read_and_none_does_anything(
    world: World,
) -> None:
    answer = await ask(world)
    opened = await world.alice.select(answer, ["0"], custom_id=menu(answer, "full"))
    assert opened.response is not None
    assert kinds(read(opened.response)) <= OURS
    chooser = await press(world.alice, answer, "Feedback")
    assert chooser.response is not None
    seen = [text(answer)]
    while "Next" in pressable(answer) and len(seen) < SOURCES:
        await press(world.alice, answer, "Next")
        seen.append(text(answer))
        assert kinds(read(answer)) <= OURS
    assert f"Page {len(seen)} of {len(seen)}" in seen[-1]
    whole = "".join(words(render(page)) for page in seen)
    assert all(f"Source {number} " in whole for number in range(SOURCES))
    assert "50 sources say yes, 50 say no" in seen[0]


def read(message: simcord.ResponseMessage) -> list[Node]:
    """What a person sees of a message's texts."""
    texts = (each["content"] for each in components(message) if each["type"] == 10)
    return [node for each in texts for node in render(each)]
