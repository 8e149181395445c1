"""robots.txt (RFC 9309), by Protego: what programs are asked to leave alone, and how fast."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from protego import Protego

from retrieval.errors import FetchError

if TYPE_CHECKING:
    from retrieval.fetch.client import Fetcher
    from retrieval.fetch.turns import Clock

AGENT = "whosays"
_KEPT_SECONDS = 24 * 3600.0
_RETRY_SECONDS = 600.0
# The standard asks for at least so much to be read, and nobody writes more by hand.
_MOST_BYTES = 500 * 1024
_LONGEST_PAUSE = 60.0
_MOST_ORIGINS = 1000


@dataclass(frozen=True, slots=True)
class _Known:
    rules: Protego | None
    until: float
    why: str = ""


class Robots:
    """Remembers each site's robots.txt for a day; `permission` is what a Fetcher asks."""

    def __init__(self, fetcher: Fetcher, clock: Clock) -> None:
        self._fetcher = fetcher
        self._clock = clock
        self._lock = threading.Lock()
        self._known: dict[str, _Known] = {}

    def permission(self, address: str) -> float:
        """The pause in seconds that the site asks for between two requests.

        Raises FetchError where the address is not for programs, or that cannot be known now.
        """
        known = self._of(address)
        rules = known.rules
        if rules is None:
            raise FetchError(
                f"{address} is not fetched: the site's robots.txt cannot be read at the moment "
                f"({known.why}).",
                temporary=True,
                wait=_RETRY_SECONDS,
            )
        if not rules.can_fetch(address, AGENT):
            raise FetchError(f"{address} is not fetched: the site's robots.txt asks not to.")
        return min(rules.crawl_delay(AGENT) or 0.0, _LONGEST_PAUSE)

    def sitemaps(self, address: str) -> list[str]:
        """The sitemaps that the site's robots.txt names."""
        rules = self._of(address).rules
        return list(rules.sitemaps) if rules is not None else []

    def _of(self, address: str) -> _Known:
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc}"
        now = self._clock.now()
        with self._lock:
            known = self._known.get(origin)
        if known is None or known.until <= now:
            known = self._fetched(origin, now)
            with self._lock:
                if len(self._known) >= _MOST_ORIGINS:
                    self._known.clear()
                self._known[origin] = known
        return known

    def _fetched(self, origin: str, now: float) -> _Known:
        try:
            body = self._fetcher.get(f"{origin}/robots.txt", accept="text/plain").body
        except FetchError as error:
            if error.temporary:
                again = min(_KEPT_SECONDS, max(_RETRY_SECONDS, error.wait or 0.0))
                return _Known(None, now + again, str(error).rstrip("."))
            # No robots.txt, or one that is not given to us: nothing is asked (section 2.3.1.3).
            return _Known(Protego.parse(""), now + _KEPT_SECONDS)
        text = body[:_MOST_BYTES].decode("utf-8-sig", "replace")
        return _Known(Protego.parse(text), now + _KEPT_SECONDS)
