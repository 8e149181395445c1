"""What the moderators of each server have set, kept in the library's file."""

from __future__ import annotations

import asyncio
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, TypeGuard

from bot.discord.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from retrieval.store.ledger import Ledger

MOST_PER_SOURCE = 20


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """One server's settings; the defaults are what a server has that set nothing.

    No `channels` means all; `hidden` are ids of sources; without a `language` labels are in the
    asker's own, without `per_source` the operator's setting holds; `watching` lets everybody have
    questions watched.
    """

    channels: tuple[str, ...] = ()
    private: bool = False
    per_source: int | None = None
    feedback: bool = True
    hidden: tuple[str, ...] = ()
    language: str | None = None
    watching: bool = False

    def answers_in(self, *places: int | None) -> bool:
        """Whether the bot answers in a place given by its channel, thread and category ids."""
        return not self.channels or any(str(place) in self.channels for place in places)


NOTHING_SET = ServerSettings()


class Servers:
    """The settings of all servers, read once and remembered. Used from the event loop only."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known: dict[int, ServerSettings] = {}
        self._changing = asyncio.Lock()

    def get(self, server: int | None) -> ServerSettings:
        """A server's settings; defaults in direct messages. `load` first, or this reads a file."""
        if server is None:
            return NOTHING_SET
        if server not in self._known:
            self._known[server] = _read(self._ledger.server(str(server)))
        return self._known[server]

    async def load(self, server: int | None) -> ServerSettings:
        """The same without reading a file on the event loop."""
        if server is not None and server not in self._known:
            found = await asyncio.to_thread(self._ledger.server, str(server))
            self._known.setdefault(server, _read(found))
        return self.get(server)

    async def set(self, server: int, **changes: Any) -> ServerSettings:  # noqa: ANN401
        """Change some fields and keep them; gives the settings as they are now."""
        return await self.change(server, lambda now: replace(now, **changes))

    async def change(
        self, server: int, how: Callable[[ServerSettings], ServerSettings]
    ) -> ServerSettings:
        """The same where what is set depends on what was: nobody else changes it meanwhile."""
        async with self._changing:
            changed = how(await self.load(server))
            await asyncio.to_thread(self._ledger.set_server, str(server), asdict(changed))
            self._known[server] = changed
        return changed

    def forget(self, server: int) -> None:
        """Drop what is remembered of a server that was left; its rows are the ledger's."""
        self._known.pop(server, None)


def _read(kept: Mapping[str, object]) -> ServerSettings:
    """Settings as kept. What another version wrote and this one cannot use is as if not set."""
    per_source, language = kept.get("per_source"), kept.get("language")
    return ServerSettings(
        channels=tuple(filter(str.isdecimal, _texts(kept.get("channels")))),
        private=kept.get("private") is True,
        per_source=per_source if _is_number(per_source) else None,
        feedback=kept.get("feedback") is not False,
        hidden=_texts(kept.get("hidden")),
        language=language if isinstance(language, str) and language in LANGUAGES else None,
        watching=kept.get("watching") is True,
    )


def _is_number(value: object) -> TypeGuard[int]:
    return type(value) is int and 1 <= value <= MOST_PER_SOURCE


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, list | tuple) else ()
