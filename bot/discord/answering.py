"""From what somebody asks to what they see: the rules of the place, the search, the pages."""

from __future__ import annotations

import asyncio
import logging
import secrets
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.discord import confining
from bot.discord.cooldown import Cooldown, TooFastError
from bot.discord.failures import Refusal
from bot.discord.show import Shown, pages, passages
from retrieval.answer.question.question import understand
from retrieval.answer.question.tongue import ensure_read
from retrieval.errors import InputError
from retrieval.model import Filter
from retrieval.models.reads import languages_read
from retrieval.store.ledger_records import Asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    import discord

    from bot.discord.desk import Desk
    from bot.discord.keeping import Keeping
    from bot.discord.language import Labels
    from bot.discord.servers import Servers
    from bot.discord.shelf import Shelf
    from bot.discord.show import By
    from bot.metrics import Metrics
    from config.settings import Settings

SHORTEST, LONGEST = 3, 300
"""Characters of a question; fewer than the first cannot be one (`understand`)."""

# Discord waits three seconds for a first sign of life.
_SECONDS = 1.0

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What somebody asks and where.

    `server` is one that the bot is in; `places` are the ids of the channel, of a thread's channel
    and of its category.
    """

    question: str
    asker: int
    say: Labels
    server: int | None
    places: tuple[int | None, ...]
    private: bool = False
    source: str | None = None
    since: str | None = None
    until: str | None = None
    at: str | None = None


class Answering:
    """Answers inquiries, and shows kept answers again."""

    def __init__(
        self,
        settings: Settings,
        *,
        servers: Servers,
        shelf: Shelf,
        desk: Desk,
        keeping: Keeping,
        metrics: Metrics,
    ) -> None:
        self._settings = settings
        self._servers = servers
        self._shelf = shelf
        self._desk = desk
        self._keeping = keeping
        self._metrics = metrics
        self._cooldown = Cooldown(settings.discord)

    def enter(self, inquiry: Inquiry) -> None:
        """Count somebody who wants to ask; raises Refusal where or while they may not."""
        here = self._servers.get(inquiry.server)
        with self._counted():
            if not here.answers_in(*inquiry.places):
                channels = " ".join(f"<#{channel}>" for channel in here.channels)
                raise Refusal("ask-other-channel", channels=channels)
            self._cooldown.take(inquiry.asker, inquiry.server)

    async def admit(self, inquiry: Inquiry) -> Filter:
        """What the question is confined to, if it can be asked; within two seconds.

        Before anybody sees anything, so that what is refused is told to the asker alone. Raises
        Refusal and QuestionError.
        """
        hidden = self._servers.get(inquiry.server).hidden
        with self._counted():
            length = len(inquiry.question)
            if length > LONGEST:
                raise Refusal("ask-too-long", length=length, longest=LONGEST)
            await self._readable(inquiry.question)
            since, until = await confining.days(inquiry.since, inquiry.until, inquiry.say.language)
            _, at = await confining.days(None, inquiry.at, inquiry.say.language)
            sources = await confining.sources(self._shelf, inquiry.source, hidden)
            self._desk.admit()
            return Filter(sources=sources, since=since, until=until, at=at)

    async def answer(self, inquiry: Inquiry, where: Filter) -> Asked:
        """The answer to what was admitted, kept for its buttons.

        Raises Refusal and what Library.ask raises.
        """
        per_source = self._servers.get(inquiry.server).per_source
        with self._counted():
            answer = await self._desk.ask(inquiry.question, where, per_source)
        self._metrics.answered(answer)
        log.info(
            "answered",
            extra={"server": inquiry.server, "covered": answer.covered, "ms": answer.took.total_ms},
        )
        log.debug("asked: %s", inquiry.question)
        return await self._keeping.keep(
            Asked(
                id=secrets.token_hex(6),
                server=_written(inquiry.server),
                channel=_written(inquiry.places[0]),
                asker=str(inquiry.asker),
                question=answer.question,
                where=where,
                per_source=per_source,
                private=inquiry.private,
                at=datetime.now(UTC).isoformat(),
                answer=answer,
            )
        )

    async def again(self, token: str, server: int | None) -> Asked:
        """A kept answer for its buttons; raises Refusal where it is gone.

        What quotes a source that has been hidden in the server since is gone there too.
        """
        asked = await self._keeping.asked(token)
        hidden = self._servers.get(server).hidden
        if any(each.source.id in hidden for each in passages(asked.answer)):
            raise Refusal("ask-gone")
        return asked

    async def page(
        self,
        asked: Asked,
        say: Labels,
        server: int | None,
        by: By = "position",
        number: int = 0,
    ) -> discord.ui.LayoutView:
        """A page of a kept answer, the last one where there are not so many."""
        how = self.shown(asked, say, server)
        # A hundred sources take half a second to lay out.
        found = await asyncio.to_thread(pages, asked.answer, say, how, by)
        return found[min(number, len(found) - 1)].view()

    def shown(self, asked: Asked, say: Labels, server: int | None) -> Shown:
        """How a kept answer is shown in a server."""
        here = self._servers.get(server)
        return Shown(
            token=asked.id,
            feedback=self._settings.discord.feedback and here.feedback,
            private=asked.private,
            watch=self._settings.watch.enabled,
            filter_line=confining.filter_line(asked.where, asked.answer, say),
        )

    async def _readable(self, question: str) -> None:
        read = languages_read(self._settings.models)
        understand(question, read)
        # The first of its kind loads what tells languages apart; Library.ask looks again.
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.to_thread(ensure_read, question, read), _SECONDS)

    @contextmanager
    def _counted(self) -> Iterator[None]:
        """Count what gets no answer, by why."""
        unanswered = self._metrics.unanswered
        try:
            yield
        except (Refusal, InputError) as error:
            busy = isinstance(error, TooFastError) or getattr(error, "key", "") == "ask-busy"
            unanswered("busy" if busy else "refused")
            raise
        except asyncio.CancelledError:
            unanswered("cancelled")
            raise
        except Exception:
            unanswered("failed")
            raise


def _written(number: int | None) -> str | None:
    return None if number is None else str(number)
