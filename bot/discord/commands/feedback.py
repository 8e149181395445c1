"""What people say about an answer: the feedback buttons, their menu and their forms."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
from discord.ext import commands

from bot.discord import delivery, forms
from bot.discord.failures import Refusal
from bot.discord.places import server_of
from bot.discord.press import Press
from bot.discord.show import feedback_menu, notice
from bot.discord.show.fitting import quotation
from bot.discord.show.shown import placed
from bot.discord.show.wording import heading, publisher
from retrieval.answered import Kind, Stance
from retrieval.store.ledger_records import Feedback

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.discord.language import Labels
    from bot.discord.rooms import Rooms
    from bot.discord.show.shown import Placed
    from retrieval.store.ledger_records import Asked, FeedbackKind

    Interaction = discord.Interaction[Any]

VERB, FORM = "feedback", "feedback-form"
RIGHT, COMMENT = "right", "comment"
"""custom_ids of a form's two fields."""

BESIDE = "beside"
"""The choice that names no side: the passage is not about the question."""

LONGEST_COMMENT = 1000
_QUOTATION = 1000
_KINDS: dict[str, FeedbackKind] = {
    "helpful": "unhelpful",
    "side": "wrong-side",
    "source": "wrong-source",
}


class FeedbackButtons(commands.Cog):
    """Takes feedback from the buttons to the ledger."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        rooms.on_press(VERB, self._open)
        rooms.on_press(FORM, self._keep)

    async def _open(self, interaction: Interaction, press: Press, values: Sequence[str]) -> None:
        """The menu of what may be wrong, or the form for one of it."""
        self._admit(interaction)
        say, server = self._rooms.say(interaction), server_of(interaction)
        answering = self._rooms.answering
        what = press.details[0] if press.details else ""
        if what == "menu":
            await delivery.acknowledge(interaction, private=True)
            asked = await answering.again(press.token, server)
            how = answering.shown(asked, say, server)
            await delivery.edit(interaction, feedback_menu(asked.answer, say, how))
            return
        asked = await answering.again(press.token, server)
        number = next(iter((*values, *press.details[1:])), "")
        about = _about(asked, what, number)
        details = (what,) if about is None else (what, str(about.number))
        await forms.show(
            interaction,
            Press(FORM, press.token, details),
            say(f"feedback-{what}-title"),
            *_parts(asked, what, about, say),
        )

    async def _keep(self, interaction: Interaction, press: Press, _: Sequence[str]) -> None:
        """Keep what a form says, with the question, the passage and the stance shown."""
        await delivery.acknowledge(interaction, private=True)
        self._admit(interaction)
        asked = await self._rooms.keeping.asked(press.token)
        what, number, *_rest = (*press.details, "", "")
        about = _about(asked, what, number)
        server = server_of(interaction)
        filled = forms.fields(interaction)
        given = Feedback(
            kind=_KINDS[what],
            question=asked.question,
            asker=str(interaction.user.id),
            server=None if server is None else str(server),
            comment=filled.get(COMMENT, "").strip()[:LONGEST_COMMENT] or None,
        )
        if about is not None:
            given = replace(given, **_passage(about), right=_right(filled))
        await asyncio.to_thread(self._rooms.ledger.add_feedback, given)
        say = self._rooms.say(interaction)
        days = self._rooms.settings.discord.keep_days
        await delivery.edit(interaction, notice(say("feedback-thanks", days=days)))

    def _admit(self, interaction: Interaction) -> None:
        """Raises Refusal where feedback has been switched off since the button was made."""
        here = self._rooms.servers.get(server_of(interaction))
        if not (self._rooms.settings.discord.feedback and here.feedback):
            raise Refusal("feedback-off")


def _about(asked: Asked, what: str, number: str) -> Placed | None:
    """The passage that is meant, None for the whole answer; raises Refusal for none there is."""
    if what == "helpful":
        return None
    there = placed(asked.answer)
    known = what in _KINDS and number.isascii() and number.isdigit() and int(number) < len(there)
    # An open question has accounts, of which any number may be right.
    if not known or (what == "side" and asked.answer.kind is Kind.OPEN):
        raise Refusal("failure-old-button")
    return there[int(number)]


def _passage(about: Placed) -> dict[str, Any]:
    """What feedback holds of the passage that it is about."""
    passage = about.passage
    return {
        "passage": passage.text,
        "span": passage.span,
        "article": passage.article.id,
        "source": passage.source.id,
        "stance": about.position.stance,
    }


def _right(filled: Mapping[str, str]) -> Stance | None:
    """The side that was named, where the form asked for one."""
    named = filled.get(RIGHT)
    return Stance(named) if named in set(Stance) else None


def _parts(
    asked: Asked, what: str, about: Placed | None, say: Labels
) -> list[discord.ui.Item[Any]]:
    """The passage, the sides to choose from, and room for a word."""
    parts: list[discord.ui.Item[Any]] = []
    if about is not None:
        position = heading(about.position, asked.answer, say)
        parts.append(
            discord.ui.TextDisplay(
                f"**{position}** · **{publisher(about.passage.source)}**\n"
                f"{quotation(about.passage, _QUOTATION)}"
            )
        )
    if about is not None and what == "side":
        sides = [each for each in Stance if each is not about.position.stance]
        options = [
            discord.RadioGroupOption(label=say(f"answer-{each}"), value=each) for each in sides
        ]
        options.append(discord.RadioGroupOption(label=say("feedback-beside"), value=BESIDE))
        group: discord.ui.RadioGroup[Any] = discord.ui.RadioGroup(custom_id=RIGHT, options=options)
        parts.append(discord.ui.Label(text=say("feedback-side-right"), component=group))
    comment: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id=COMMENT,
        style=discord.TextStyle.paragraph,
        required=False,
        max_length=LONGEST_COMMENT,
    )
    parts.append(
        discord.ui.Label(
            text=say(f"feedback-{what}-comment"),
            description=say("feedback-comment-about"),
            component=comment,
        )
    )
    return parts
