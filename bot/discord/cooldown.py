"""How many questions a person, and the people of a server, may ask in a minute."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from discord.ext.commands import CooldownMapping

from bot.discord.failures import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from config.serving import DiscordSettings

MINUTE = 60.0


class TooFastError(Refusal):
    """Refused by the cooldown; `told` where the person has been told so within this minute."""

    def __init__(self, key: str, seconds: float, *, told: bool) -> None:
        super().__init__(key, seconds=math.ceil(seconds))
        self.told = told


class Cooldown:
    """Counts questions; used from the event loop only."""

    def __init__(self, settings: DiscordSettings, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._people: CooldownMapping[int] = CooldownMapping.from_cooldown(
            settings.user_per_minute, MINUTE, int
        )
        self._servers: CooldownMapping[int] = CooldownMapping.from_cooldown(
            settings.server_per_minute, MINUTE, int
        )
        self._telling: CooldownMapping[int] = CooldownMapping.from_cooldown(1, MINUTE, int)

    def take(self, asker: int, server: int | None) -> None:
        """Count one question; raises TooFastError where it is one too many."""
        now = self._clock()
        for counted, who, key in (
            (self._people, asker, "ask-too-fast"),
            (self._servers, server, "ask-server-too-fast"),
        ):
            seconds = None if who is None else counted.update_rate_limit(who, now)
            if seconds is not None:
                told = self._telling.update_rate_limit(asker, now) is not None
                raise TooFastError(key, seconds, told=told)
