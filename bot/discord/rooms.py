"""What the commands work with. The client makes it and hands it to each; it knows no client."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot.discord.answering import Answering
from bot.discord.desk import Desk
from bot.discord.failures import Failures, Refusal
from bot.discord.keeping import Keeping
from bot.discord.places import Speech, server_of
from bot.discord.servers import Servers
from bot.discord.shelf import Shelf
from bot.metrics import Metrics

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from bot.discord.press import Interaction, Press
    from config.settings import Settings
    from retrieval.library import Library

    Handler = Callable[[Interaction, Press, Sequence[str]], Awaitable[None]]

log = logging.getLogger(__name__)


class Rooms:
    """The rooms over one open library, which they do not close."""

    def __init__(self, settings: Settings, library: Library) -> None:
        self.settings = settings
        self.library = library
        self.ledger = library.ledger
        self.servers = Servers(library.ledger)
        self.say = Speech(self.servers)
        self.shelf = Shelf(library)
        self.metrics = Metrics()
        self.desk = Desk(library, settings.discord, self.metrics)
        self.keeping = Keeping(library, self.metrics)
        self.answering = Answering(
            settings,
            servers=self.servers,
            shelf=self.shelf,
            desk=self.desk,
            keeping=self.keeping,
            metrics=self.metrics,
        )
        self.failures = Failures(self.say, self.metrics)
        self._presses: dict[str, Handler] = {}

    def operates(self, interaction: Interaction) -> bool:
        """Whether the bot's settings name this person as one who may change the library."""
        return interaction.user.id in self.settings.discord.operators

    def operator(self, interaction: Interaction) -> None:
        """Raise Refusal unless they do."""
        if not self.operates(interaction):
            # Who has just set the bot up tries these first, and is nobody's operator yet.
            some = self.settings.discord.operators
            raise Refusal("operate-not-yours" if some else "operate-nobody")

    def on_press(self, verb: str, handler: Handler) -> None:
        """Let `handler` do what buttons and menus with this verb ask for."""
        self._presses[verb] = handler

    async def pressed(self, interaction: Interaction, press: Press, values: Sequence[str]) -> None:
        """Do what a button or menu asks for; failures are told here."""
        try:
            await self.servers.load(server_of(interaction))
            await self._presses.get(press.verb, _unknown)(interaction, press, values)
        except Exception as error:  # noqa: BLE001 - the one door that all presses come through
            await self.failures.tell(interaction, error)


async def _unknown(_: Interaction, press: Press, __: Sequence[str]) -> None:
    log.warning("no such button any more: %s", press.verb)
    raise Refusal("failure-old-button")
