"""Asking: /ask, the message command, messages to the bot and messages that mention it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord import delivery, forms
from bot.discord.answering import LONGEST, SHORTEST, Inquiry
from bot.discord.commands.suggesting import Suggesting
from bot.discord.cooldown import TooFastError
from bot.discord.failures import Refusal
from bot.discord.places import server_of
from bot.discord.press import Press
from retrieval.errors import QuestionError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.discord.rooms import Rooms

    Interaction = discord.Interaction[Any]
    Choices = list[app_commands.Choice[str]]

MESSAGE_COMMAND = "What do sources say?"
FORM = "ask-form"
PART = "part"
"""The form for a long message, and the custom_id of its field."""


class Asking(commands.Cog):
    """Everything that a question can come from."""

    def __init__(self, rooms: Rooms, bot: commands.Bot | commands.AutoShardedBot) -> None:
        self._rooms = rooms
        self._bot = bot
        self._suggesting = Suggesting(rooms)
        self._menu = app_commands.ContextMenu(
            name=MESSAGE_COMMAND,
            callback=self._about_message,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
        )

        rooms.on_press(FORM, self._about_part)

    async def cog_load(self) -> None:
        """Add the message command, which no decorator can in a cog."""
        self._bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Take it back."""
        self._bot.tree.remove_command(self._menu.name, type=self._menu.type)

    @app_commands.command()
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    @app_commands.describe(
        question="A whole question, such as: Did the minister resign?",
        source="Only what this source says",
        since="Published on this day or later: 2024-11-07, yesterday, last month",
        until="Published on this day or earlier",
        at="As it was on this day, in the versions of then",
        private="Answer me alone; I can share it afterwards",
    )
    async def ask(
        self,
        interaction: Interaction,
        question: app_commands.Range[str, SHORTEST, LONGEST],
        source: str | None = None,
        since: str | None = None,
        until: str | None = None,
        at: str | None = None,
        private: bool | None = None,  # noqa: FBT001 - an option of the command
    ) -> None:
        """What does each source say? The conflicting passages, verbatim, side by side."""
        server = server_of(interaction)
        by_default = self._rooms.servers.get(server).private
        await self._answer(
            interaction,
            question,
            private=by_default if private is None else private,
            source=source,
            since=since,
            until=until,
            at=at,
        )

    @ask.autocomplete("question")
    async def _questions(self, interaction: Interaction, typed: str) -> Choices:
        return await self._suggesting.questions(interaction, typed)

    @ask.autocomplete("source")
    async def _sources(self, interaction: Interaction, typed: str) -> Choices:
        return await self._suggesting.sources(interaction, typed)

    async def _about_message(self, interaction: Interaction, message: discord.Message) -> None:
        claim = _readable(message)
        if not claim:
            raise Refusal("ask-no-text")
        if len(claim) > LONGEST:
            await self._choose_part(interaction, claim)
        else:
            # Private: whoever wrote the message did not ask.
            await self._answer(interaction, claim, private=True)

    async def _choose_part(self, interaction: Interaction, claim: str) -> None:
        """A form with the beginning of a long message, to keep what is to be asked about."""
        say = self._rooms.say(interaction)
        part: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id=PART,
            style=discord.TextStyle.paragraph,
            default=claim[:LONGEST],
            min_length=SHORTEST,
            max_length=LONGEST,
        )
        label: discord.ui.Label[Any] = discord.ui.Label(
            text=say("ask-part"), description=say("ask-part-why"), component=part
        )
        await forms.show(interaction, Press(FORM), say("ask-part-title"), label)

    async def _about_part(self, interaction: Interaction, _: Press, __: Sequence[str]) -> None:
        chosen = forms.fields(interaction).get(PART, "")
        await self._answer(interaction, " ".join(chosen.split()), private=True)

    async def _answer(
        self, interaction: Interaction, question: str, *, private: bool, **options: str | None
    ) -> None:
        rooms = self._rooms
        inquiry = Inquiry(
            question=await self._suggesting.whole(interaction, question),
            asker=interaction.user.id,
            say=rooms.say(interaction),
            server=server_of(interaction),
            places=_places(interaction.channel, interaction.channel_id),
            # In a direct message there is nobody to share it with.
            private=private and interaction.guild_id is not None,
            **options,
        )
        rooms.answering.enter(inquiry)
        where = await rooms.answering.admit(inquiry)
        await delivery.acknowledge(interaction, private=inquiry.private)
        asked = await rooms.answering.answer(inquiry, where)
        page = await rooms.answering.page(asked, inquiry.say, inquiry.server)
        shown = await delivery.deliver(interaction, page, private=inquiry.private)
        if shown is None:
            await rooms.keeping.forget(asked.id)
        elif not inquiry.private:
            await rooms.keeping.placed(asked, shown)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """A question where a person writes to the bot or mentions it; nothing else is read."""
        if message.author.bot or message.webhook_id or message.type not in _WRITTEN:
            return
        me = self._bot.user
        if me is None or (message.guild is not None and me not in message.mentions):
            return
        try:
            await self._rooms.servers.load(server_of(message))
            await self._answer_message(message)
        except Exception as error:  # noqa: BLE001 - the one door that all messages come through
            if not self._better_silent(message, error):
                await self._rooms.failures.tell(message, error)

    async def _answer_message(self, message: discord.Message) -> None:
        rooms = self._rooms
        question = _readable(message, without=self._bot.user)
        inquiry = Inquiry(
            question=question,
            asker=message.author.id,
            say=rooms.say(message),
            server=server_of(message),
            places=_places(message.channel, message.channel.id),
        )
        rooms.answering.enter(inquiry)
        if message.guild is not None and not question:
            raise Refusal("ask-mention-empty")
        where = await rooms.answering.admit(inquiry)
        await delivery.typing(message)
        asked = await rooms.answering.answer(inquiry, where)
        if not asked.answer.covered and self._in_passing(message):
            await rooms.keeping.forget(asked.id)
            return
        page = await rooms.answering.page(asked, inquiry.say, inquiry.server)
        await rooms.keeping.placed(asked, await delivery.reply(message, page))

    def _better_silent(self, message: discord.Message, error: BaseException) -> bool:
        """Whether words would only be noise: told already, not wanted here, or not even asked."""
        if isinstance(error, TooFastError):
            return error.told
        if isinstance(error, Refusal) and error.key == "ask-other-channel":
            return True
        return isinstance(error, QuestionError) and self._in_passing(message)

    def _in_passing(self, message: discord.Message) -> bool:
        """Whether it may be no question at all, such as "thanks".

        A reply to the bot mentions it without anybody's doing.
        """
        me = self._bot.user
        meant = me is None or _mention(me).search(message.content) or "?" in message.content
        return message.guild is not None and not meant


_WRITTEN = (discord.MessageType.default, discord.MessageType.reply)


def _places(channel: object, channel_id: int | None) -> tuple[int | None, ...]:
    return (
        channel_id,
        getattr(channel, "parent_id", None),
        getattr(channel, "category_id", None),
    )


def _mention(user: discord.abc.Snowflake) -> re.Pattern[str]:
    return re.compile(f"<@!?{user.id}>")


def _readable(message: discord.Message, *, without: discord.ClientUser | None = None) -> str:
    """What a message says, people by their names, without the mention of one."""
    text = _mention(without).sub(" ", message.content) if without else message.content
    for user in message.mentions:
        text = _mention(user).sub(user.display_name.replace("\\", r"\\"), text)
    return " ".join(text.split())
