"""Sending and editing what the bot shows: no pings, no link previews, one kind of message."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import discord

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_PINGS = discord.AllowedMentions.none()

UNKNOWN_CHANNEL = 10003
UNKNOWN_MESSAGE = 10008
UNKNOWN_WEBHOOK = 10015
UNKNOWN_INTERACTION = 10062
ALREADY_ANSWERED = 40060
INVALID_TOKEN = 50027
NO_HISTORY = 160002
"""Discord's error codes (its documentation, "Opcodes and Status Codes")."""

EXPIRED = frozenset({UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION, INVALID_TOKEN})
DELETED = frozenset({UNKNOWN_CHANNEL, UNKNOWN_MESSAGE})

log = logging.getLogger(__name__)

Interaction = discord.Interaction[Any]


async def acknowledge(interaction: Interaction, *, private: bool) -> None:
    """Say that an answer is coming, which Discord wants to hear within three seconds.

    Where it was too late for that, the answer still comes (`deliver`).
    """
    try:
        await interaction.response.defer(thinking=True, ephemeral=private)
    except discord.NotFound as error:
        if error.code not in EXPIRED:
            raise
        log.warning("acknowledged too late")


async def deliver(
    interaction: Interaction, view: discord.ui.LayoutView, *, private: bool
) -> discord.Message | None:
    """Put an answer where it was promised; gives the message. Raises discord.HTTPException.

    Where the interaction has expired, the answer goes to the channel or, where it is private, to
    the person. Where somebody has deleted the promise or the channel, nobody waits for it any more.
    """
    view.stop()
    try:
        if interaction.response.is_done():
            return await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)
    except discord.HTTPException as error:
        if error.code in DELETED:
            log.info("the place of an answer was deleted before it was there")
            return None
        if error.code not in EXPIRED:
            raise
    log.warning("an interaction expired before its answer")
    place = interaction.user if private else interaction.channel
    return await _send(place, view) if isinstance(place, discord.abc.Messageable) else None


async def reply(message: discord.Message, view: discord.ui.LayoutView) -> discord.Message:
    """Answer a message; where it cannot be replied to, in its channel.

    Raises discord.HTTPException.
    """
    try:
        return await _send(message.channel, view, message.to_reference(fail_if_not_exists=False))
    except discord.HTTPException as error:
        if error.code != NO_HISTORY:
            raise
        return await _send(message.channel, view)


async def typing(message: discord.Message) -> None:
    """Show that the bot is at work, where it may."""
    try:
        await message.channel.typing()
    except discord.HTTPException as error:
        log.debug("no typing: %s", error)


async def say_to(
    place: Interaction | discord.Message, view: discord.ui.LayoutView, *, private: bool = True
) -> None:
    """Answer an interaction, whatever was answered before, or reply to a message.

    What was deferred is answered in place, private or not as it was deferred. Raises
    discord.HTTPException.
    """
    if isinstance(place, discord.Message):
        await reply(place, view)
        return
    # Buttons are found by their custom_id: a view that listened would only stay in memory.
    view.stop()
    if not place.response.is_done():
        await place.response.send_message(
            view=view, ephemeral=private, allowed_mentions=NO_PINGS, suppress_embeds=True
        )
        return
    if place.response.type is discord.InteractionResponseType.deferred_channel_message:
        # The answer that was promised, private or not as it was promised.
        await place.edit_original_response(view=view, allowed_mentions=NO_PINGS)
    else:
        await _follow(place, view, private=private)


async def follow(interaction: Interaction, view: discord.ui.LayoutView) -> discord.Message:
    """Another message for everybody, after an interaction was answered."""
    return await _follow(interaction, view, private=False)


async def edit(
    interaction: Interaction, view: discord.ui.LayoutView, files: Sequence[discord.File] = ()
) -> None:
    """Put `view` in the place of the message whose button was pressed, or of the deferral."""
    view.stop()
    if files:
        await interaction.edit_original_response(
            view=view, attachments=files, allowed_mentions=NO_PINGS
        )
    elif interaction.response.is_done():
        await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)
    else:
        await interaction.response.edit_message(view=view, allowed_mentions=NO_PINGS)


async def delete(interaction: Interaction) -> None:
    """Delete the message whose button was pressed, where nobody has yet."""
    try:
        await interaction.delete_original_response()
    except discord.NotFound as error:
        if error.code != UNKNOWN_MESSAGE:
            raise


async def _follow(
    interaction: Interaction, view: discord.ui.LayoutView, *, private: bool
) -> discord.Message:
    view.stop()
    return await interaction.followup.send(
        view=view, ephemeral=private, allowed_mentions=NO_PINGS, suppress_embeds=True, wait=True
    )


async def _send(
    place: discord.abc.Messageable,
    view: discord.ui.LayoutView,
    reference: discord.MessageReference | None = None,
) -> discord.Message:
    view.stop()
    if reference is None:
        return await place.send(view=view, allowed_mentions=NO_PINGS, suppress_embeds=True)
    return await place.send(
        view=view,
        reference=reference,
        mention_author=False,
        allowed_mentions=NO_PINGS,
        suppress_embeds=True,
    )
