"""Pages of an answer as Discord would show them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.discord.language import labels
from bot.discord.press import CHOICES, TEMPLATE
from bot.discord.show import Page, Shown
from bot.render.safe import unmark
from tests.bot.answers import POLAR
from tests.bot.discord.show.markdown import Node, render, words
from tests.e2e.discord.payloads import complaints, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import discord

    from bot.discord.show import By
    from retrieval.answered import Answer

EN = labels("en")
HOW = Shown("abc234", feedback=True, private=False)
EVERY: tuple[By, ...] = ("position", "source", "time")
# What a card may be made of; everything else would come from an article.
OURS = {"text", "heading", "subtext", "quote", "strong"}
TEXT, BUTTON, SELECT, CONTAINER = 10, 2, 3, 17


def components(view: discord.ui.LayoutView) -> list[dict[str, Any]]:
    """Every component of a message, checked as Discord would."""
    layout: Any = view
    built = layout.to_components()
    sent = {"components": built, "flags": 32772, "allowed_mentions": {"parse": []}}
    assert list(complaints("POST", "/channels/1/messages", sent)) == []
    every = list(walk(built))
    for each in every:
        if each["type"] == BUTTON:
            assert each["label"].strip()
            assert "url" in each or TEMPLATE.fullmatch(each["custom_id"])
        if each["type"] == SELECT:
            assert CHOICES.fullmatch(each["custom_id"])
            values = [option["value"] for option in each["options"]]
            assert 1 <= len(values) == len(set(values)) <= 25
            for option in each["options"]:
                assert 1 <= len(option["label"]) <= 100
                assert option.get("description") != ""
                assert len(option.get("description") or "") <= 100
    return every


def read(view: discord.ui.LayoutView) -> list[Node]:
    """What a person sees of a message's texts."""
    texts = [each["content"] for each in components(view) if each["type"] == TEXT]
    return [node for text in texts for node in render(text)]


def quotations(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if node.kind == "quote":
            # A line feed at its end is ours, or makes no difference to the eye.
            yield unmark(words([node])).rstrip("\n")


def shown(found: Iterable[Page]) -> list[Node]:
    return [node for page in found for node in read(page.view())]


def much(times: int = 12) -> Answer:
    """Many passages under each position."""
    positions = [replace(each, passages=each.passages * times) for each in POLAR.positions]
    return replace(POLAR, positions=tuple(positions))
