"""What goes wrong while somebody waits: one calm sentence for them, the rest in the log."""

from __future__ import annotations

import logging
import secrets
from typing import TYPE_CHECKING, Any

import discord
from babel import Locale
from discord import app_commands

from bot.discord import delivery
from bot.discord.show import notice
from bot.discord.show.fitting import line
from retrieval.errors import InputError, LibraryError, LimitError, ModelError, QuestionError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.discord.language import Labels
    from bot.metrics import Metrics

log = logging.getLogger(__name__)

MOST = 1_000
"""Characters of an error's own words, which may quote what was given."""

_NO_QUESTION = {
    "whole": "ask-no-question",
    "two": "ask-two-questions",
    "topic": "ask-topic",
    "language": "ask-language",
}

# Who pressed or asked has left, or another process of the bot has answered: nobody can be told.
_UNTELLABLE = delivery.EXPIRED | delivery.DELETED | {delivery.ALREADY_ANSWERED}


class Refusal(Exception):  # noqa: N818 - nothing failed: a person is told what to do instead
    """What a person is told without a reference number: a label's key and its values.

    Text from people or articles among the values is escaped by whoever raises it.
    """

    def __init__(self, key: str, /, **values: str | int | float) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class Failures:
    """The one error handler of the bot."""

    def __init__(
        self,
        say: Callable[[discord.Interaction[Any] | discord.Message], Labels],
        metrics: Metrics,
    ) -> None:
        self._say = say
        self._metrics = metrics

    async def tell(
        self, place: discord.Interaction[Any] | discord.Message, error: BaseException
    ) -> None:
        """Tell who waits at `place` what happened, in one sentence; raises nothing."""
        cause = _cause(error)
        if isinstance(cause, discord.HTTPException) and cause.code in _UNTELLABLE:
            log.warning("nobody is there to be told: %s", cause)
            return
        say = self._say(place)
        told = _refused(cause, say) or self._failed(cause)
        view = notice(say(told.key, **told.values))
        try:
            await delivery.say_to(place, view)
        except Exception as failed:  # noqa: BLE001 - nobody is left to hand an error to
            await self._tell_alone(place, view, failed)

    def _failed(self, cause: BaseException) -> Refusal:
        reference = f"{secrets.randbelow(10**8):08}"
        log.error("failure %s", reference, exc_info=cause, extra={"reference": reference})
        self._metrics.error(cause)
        return Refusal(_key(cause), reference=reference)

    async def _tell_alone(
        self,
        place: discord.Interaction[Any] | discord.Message,
        view: discord.ui.LayoutView,
        failed: Exception,
    ) -> None:
        """Where the bot was spoken to and may not speak: a direct message, if those are open."""
        log.warning("not told where it was asked", exc_info=failed)
        if isinstance(place, discord.Message) and isinstance(failed, discord.Forbidden):
            try:
                await place.author.send(
                    view=view, allowed_mentions=delivery.NO_PINGS, suppress_embeds=True
                )
            except Exception as closed:
                log.warning("not told at all", exc_info=closed)


def _cause(error: BaseException) -> BaseException:
    if isinstance(error, app_commands.CommandInvokeError | app_commands.TransformerError):
        return error.__cause__ or error
    return error


def _refused(cause: BaseException, say: Labels) -> Refusal | None:
    """What is no failure of ours; None for what is."""
    if isinstance(cause, Refusal):
        return cause
    if isinstance(cause, QuestionError):
        read = ", ".join(_language(code, say) for code in cause.languages)
        return Refusal(_NO_QUESTION[cause.why], languages=line(read, MOST))
    if isinstance(cause, InputError):
        return _unusable(cause)
    if isinstance(cause, app_commands.CheckFailure):
        return Refusal("failure-not-allowed")
    if isinstance(cause, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
        return Refusal("failure-old-command")
    return None


def _unusable(cause: InputError) -> Refusal:
    if isinstance(cause, LimitError):
        return Refusal(f"watch-limit-{cause.whose}", n=cause.most)
    return Refusal("failure-input", what=line(str(cause), MOST))


def _language(code: str, say: Labels) -> str:
    """The name of a language (ISO 639-1) in the asker's."""
    return str(Locale(say.language).languages.get(code, code))


def _key(cause: BaseException) -> str:
    if isinstance(cause, LibraryError):
        return "failure-library"
    if isinstance(cause, ModelError):
        return "failure-models"
    if isinstance(cause, discord.Forbidden):
        return "failure-forbidden"
    if isinstance(cause, discord.HTTPException):
        return "failure-discord"
    return "failure-unexpected"
