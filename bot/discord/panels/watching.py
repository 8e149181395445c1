"""What people see of watched questions: that one is, a list of them, and that one is no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.discord.panels.parts import TITLE, panel, part, text, turning
from bot.discord.press import Press, act
from bot.discord.show import day, notice
from bot.discord.show.fitting import line
from bot.discord.show.news import STOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.discord.language import Labels
    from retrieval.answered import Answer
    from retrieval.store.watch_records import Watch

WATCHES, PAUSE, RESUME, REMOVE = "watches", "watch-pause", "watch-resume", "watch-remove"
ROWS = 5


def begun(watch: Watch, answer: Answer, say: Labels) -> discord.ui.LayoutView:
    """That a question is watched, where it is told, and how much is known of it."""
    known = sum(len(position.passages) for position in answer.positions)
    question, when = line(watch.question, TITLE), say(f"watch-{watch.cadence}")
    if watch.channel is None:
        told = say("watch-begun-direct", question=question, when=when)
    else:
        place = f"<#{watch.channel}>"
        told = say("watch-begun-channel", question=question, when=when, channel=place)
    return panel(
        text(told, f"-# {say('watch-known', n=known)}"),
        discord.ui.ActionRow(act(Press(STOP, watch.id), say("watch-stop"))),
    )


def stopped(watch: Watch, say: Labels) -> discord.ui.LayoutView:
    """That a question is watched no more."""
    return notice(say("watch-stopped", question=line(watch.question, TITLE)))


def watches(rows: Sequence[Watch], say: Labels, page: int = 0) -> discord.ui.LayoutView:
    """A page of watched questions, each with what can be done with it."""
    if not rows:
        return notice(say("watch-none"))
    shown, page, pages = part(rows, page, ROWS)
    items: list[discord.ui.Item[Any]] = [text(f"### {say('watch-title')}")]
    for each in shown:
        items.append(text(f"**{line(each.question, TITLE)}**", f"-# {_state(each, say)}"))
        verb = RESUME if each.paused else PAUSE
        items.append(
            discord.ui.ActionRow(
                act(Press(verb, each.id, (str(page),)), say(verb)),
                act(Press(REMOVE, each.id, (str(page),)), say(REMOVE)),
            )
        )
    return panel(*items, *turning(Press(WATCHES), page, pages, say))


def _state(watch: Watch, say: Labels) -> str:
    place = say("watch-direct") if watch.channel is None else f"<#{watch.channel}>"
    parts = [place, say(f"watch-{watch.cadence}"), say("watch-since", day=day(watch.at[:10], say))]
    parts += [say("watch-paused")] if watch.paused else []
    return " · ".join(parts)
