"""What operators see of what is followed: that it is, that it is no more, and how it goes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import discord

from bot.discord.panels.parts import TITLE, panel, part, text, turning
from bot.discord.press import Press
from bot.discord.show import notice
from bot.discord.show.fitting import line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.discord.language import Labels
    from retrieval.follow.begin import Begun
    from retrieval.store.following_records import Followed, FollowedRow

FOLLOWS = "follows"
ROWS = 8
REASON = 200
_BEGUN = {"new": "follow-begun", "again": "follow-again", "already": "follow-already"}


def begun(made: Begun, say: Labels, *, here: bool) -> discord.ui.LayoutView:
    """That something is followed; `here` where the bot itself reads what is followed."""
    lines = [
        say(_BEGUN[made.news], name=_name(made.followed)),
        say("follow-listed", n=made.listed),
    ]
    lines += [] if here else [f"-# {say('follow-elsewhere')}"]
    return panel(text(*lines))


def ended(followed: Followed, say: Labels) -> discord.ui.LayoutView:
    """That something is followed no more."""
    return notice(say("follow-ended", name=_name(followed)))


def follows(rows: Sequence[FollowedRow], say: Labels, page: int = 0) -> discord.ui.LayoutView:
    """A page of what is followed, and how that goes."""
    if not rows:
        return notice(say("follow-none"))
    shown, page, pages = part(rows, page, ROWS)
    return panel(
        text(f"### {say('follow-title')}"),
        text(*(f"- {_name(row.followed)}\n  {_state(row, say)}" for row in shown)),
        *turning(Press(FOLLOWS), page, pages, say),
    )


def _name(followed: Followed) -> str:
    address = line(followed.address, TITLE)
    return f"**{line(followed.title, TITLE)}**, {address}" if followed.title else f"**{address}**"


def _state(row: FollowedRow, say: Labels) -> str:
    followed = row.followed
    parts = [say("browse-articles", n=row.articles)]
    parts += [say("follow-waiting", n=row.waiting)] if row.waiting else []
    if followed.looked is None:
        parts.append(say("follow-unread"))
    else:
        parts.append(say("follow-read", when=_when(followed.looked)))
    if followed.paused:
        parts.append(say("follow-paused"))
    elif followed.failing is not None:
        parts.append(say("follow-failing", when=_when(followed.failing)))
    if followed.reason:
        parts.append(line(followed.reason, REASON))
    return " · ".join(parts)


def _when(seconds: float) -> str:
    """A time that Discord writes in the reader's own language and clock, as `5 minutes ago`."""
    return discord.utils.format_dt(datetime.fromtimestamp(seconds, UTC), "R")
