"""What panels are made of: text that fits, buttons that turn pages, menus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import discord

from bot.discord.press import Choice, Press, act
from bot.discord.show.fitting import line, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.discord.language import Labels

# Discord's own limits: of a menu and of what stands in one.
MOST_OPTIONS = 25
MOST_OPTION = 100

TITLE = 300

T = TypeVar("T")


def panel(*items: discord.ui.Item[Any]) -> discord.ui.LayoutView:
    """A message of these parts; its buttons are found by their custom_id."""
    view = discord.ui.LayoutView(timeout=None)
    for item in items:
        view.add_item(item)
    return view


def text(*lines: str) -> discord.ui.TextDisplay[Any]:
    """Lines in Discord's Markdown; what is not ours in them is escaped before."""
    return discord.ui.TextDisplay("\n".join(lines))


def titled(title: str, say: Labels, most: int = TITLE) -> str:
    """A title in a line of text, escaped."""
    return line(title.strip(), most) or say("browse-untitled")


def option(name: str, most: int = MOST_OPTION) -> str:
    """A name or title where Discord reads no Markdown: menus, choices, buttons."""
    return plain(name.strip(), most)


def part(rows: Sequence[T], page: int, size: int) -> tuple[Sequence[T], int, int]:
    """The rows of a page, its number and how many there are; from 0, clamped to what is there."""
    pages = max(1, -(-len(rows) // size))
    page = min(max(page, 0), pages - 1)
    return rows[page * size : (page + 1) * size], page, pages


def turning(press: Press, page: int, pages: int, say: Labels) -> list[discord.ui.Item[Any]]:
    """Previous and Next, where there is more than one page; the page comes last in the details."""
    if pages == 1:
        return []

    def button(key: str, to: int, *, there: bool) -> discord.ui.Item[Any]:
        turn = Press(press.verb, press.token, (*press.details, str(to)))
        return act(turn, say(key), disabled=not there)

    row: discord.ui.ActionRow[Any] = discord.ui.ActionRow(
        button("answer-previous", page - 1 if page else pages, there=page > 0),
        button("answer-next", page + 1, there=page + 1 < pages),
    )
    return [text(f"-# {say('answer-page', page=page + 1, pages=pages)}"), row]


def menu(
    press: Press,
    options: Iterable[discord.SelectOption],
    placeholder: str,
    *,
    least: int = 1,
    most: int = 1,
) -> discord.ui.ActionRow[Any]:
    """A menu in a row of its own."""
    select: discord.ui.Select[Any] = discord.ui.Select(
        custom_id=press.menu_id,
        placeholder=placeholder,
        options=list(options),
        min_values=least,
        max_values=most,
    )
    return discord.ui.ActionRow(Choice(select, press))


def page_of(press: Press) -> int:
    """The page that a press of `turning` leads to."""
    return int(press.details[-1]) if press.details and press.details[-1].isdigit() else 0
