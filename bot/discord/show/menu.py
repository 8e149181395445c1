"""What the "Feedback" button leads to: what is wrong, and with which passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.discord.press import Choice, Press, act
from bot.discord.show.fitting import plain
from bot.discord.show.shown import placed
from bot.render.excerpt import excerpt
from bot.render.labels import side_of
from bot.render.words import CUT
from retrieval.answered import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.discord.language import Labels
    from bot.discord.show.shown import Placed, Shown
    from retrieval.answered import Answer

# Discord's limits of a menu: options, and characters in one.
_OPTIONS = 25
_OPTION = 100
# Two menus a kind name fifty passages; others are reached from their full paragraph.
_MENUS = 2


def passage_menu(
    answer: Answer, held: Sequence[Placed], press: Press, asks: str, say: Labels
) -> Choice:
    """A menu of passages, at most 25; the value chosen is the passage's number."""
    menu: discord.ui.Select[Any] = discord.ui.Select(
        custom_id=press.menu_id,
        placeholder=asks,
        options=[_option(each, answer, say) for each in held],
    )
    return Choice(menu, press)


def feedback_menu(answer: Answer, say: Labels, how: Shown) -> discord.ui.LayoutView:
    """A button for the whole answer and menus of its passages."""
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.TextDisplay(say("answer-feedback-what")))
    whole = act(Press("feedback", how.token, ("helpful",)), say("answer-not-helpful"))
    view.add_item(discord.ui.ActionRow(whole))
    held = placed(answer)
    # An open question has accounts, of which any number may be right.
    for kind in ("side", "source") if answer.kind is Kind.POLAR else ("source",):
        for n in range(min(-(-len(held) // _OPTIONS), _MENUS)):
            some = held[n * _OPTIONS : (n + 1) * _OPTIONS]
            press = Press("feedback", how.token, (kind, "menu", str(n)))
            menu = passage_menu(answer, some, press, say(f"answer-choose-{kind}"), say)
            view.add_item(discord.ui.ActionRow(menu))
    return view


def _option(each: Placed, answer: Answer, say: Labels) -> discord.SelectOption:
    """Discord reads no Markdown here."""
    source = plain(each.passage.source.name, _OPTION // 2)
    _, span, _ = excerpt(each.passage).marked(list, CUT)
    side = side_of(each.position, answer, say)
    return discord.SelectOption(
        value=str(each.number),
        label=plain(say("answer-choice", source=source, side=side), _OPTION) or "?",
        description=plain(span, _OPTION) or None,
    )
