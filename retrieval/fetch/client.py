"""Fetching one address: redirects, limits and refusals, over one client with HTTP/2."""

from __future__ import annotations

import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy
from importlib.metadata import version
from typing import TYPE_CHECKING, Self

import httpcore2
import httpx2

from retrieval.errors import FetchError
from retrieval.fetch.addresses import host_of, joined, normal
from retrieval.fetch.budget import Budget, spending
from retrieval.fetch.guard import Guard
from retrieval.fetch.network import GuardedTransport
from retrieval.fetch.turns import Clock, SystemClock, Turns

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Mapping

    from config.coverage import FetchSettings

    Permission = Callable[[str], float]

_REDIRECTS = 5
_HEADER_BYTES = 64 * 1024
_CONNECT_SECONDS = 10.0
_READ_SECONDS = 15.0
_PAGES = "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.1"
NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave. `url` is where it was found in the end; header names in lower case."""

    asked: str
    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The type the server states, without parameters, in lower case; empty for none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().casefold()

    @property
    def charset(self) -> str | None:
        """The charset the server states."""
        for part in self.headers.get("content-type", "").split(";")[1:]:
            name, _, value = part.partition("=")
            if name.strip().casefold() == "charset":
                return value.strip(" \"'") or None
        return None


class Fetcher:
    """Fetches public http and https addresses within limits; may be used from several threads.

    A context manager. `most_bytes` bounds a body after it was decompressed.
    """

    def __init__(
        self,
        settings: FetchSettings,
        *,
        most_bytes: int,
        guard: Guard | None = None,
        clock: Clock | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._settings = settings
        self._most_bytes = most_bytes
        self._guard = guard or Guard(settings.allow)
        self._turns = Turns(settings.delay_seconds, clock or SystemClock())
        # The environment may name certificates (SSL_CERT_FILE) but never a proxy, which would
        # connect where nothing was checked.
        self._client = httpx2.Client(
            transport=GuardedTransport(self._guard, tls or httpx2.create_ssl_context()),
            headers={"user-agent": agent(settings.contact)},
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            timeout=httpx2.Timeout(_READ_SECONDS, connect=_CONNECT_SECONDS, pool=None),
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._turns.close()
        self._client.close()
        self._guard.close()

    def get(
        self,
        address: str,
        *,
        accept: str = _PAGES,
        headers: Mapping[str, str] | None = None,
        permission: Permission | None = None,
    ) -> Fetched:
        """What is found at an address, after at most five redirects.

        `permission` is asked before each request for the pause in seconds that its host wants,
        and may raise FetchError. Raises FetchError, one line, for anything but a good answer.
        """
        asked = at = normal(address)
        seconds, transfer = self._settings.seconds, self._settings.transfer_bytes
        for _ in range(_REDIRECTS + 1):
            pause = permission(at) if permission is not None else 0.0
            with self._turns.of(host_of(at), pause=pause):
                # The clock starts when it is our turn: waiting for it is no fault of the server.
                budget = Budget(time.monotonic() + seconds, transfer)
                with spending(budget):
                    fetched = self._once(asked, at, {"accept": accept, **(headers or {})}, budget)
            seconds, transfer = budget.deadline - time.monotonic(), budget.transfer
            if isinstance(fetched, Fetched):
                return fetched
            at = fetched
        raise FetchError(f"{asked} is redirected more than {_REDIRECTS} times.")

    def _once(
        self, asked: str, at: str, headers: Mapping[str, str], budget: Budget
    ) -> Fetched | str:
        """The answer of one request, or the address it points on to."""
        try:
            with self._client.stream("GET", at, headers=headers) as response:
                size = sum(len(name) + len(value) for name, value in response.headers.raw)
                if size > _HEADER_BYTES:
                    raise FetchError(f"{at} is not read: its headers are too large.")
                onward = response.headers.get("location")
                if response.is_redirect and onward is not None:
                    return joined(at, onward)
                _refuse(response, at)
                body = self._body(response, at, budget)
        except (httpx2.HTTPError, httpcore2.NetworkError, httpx2.InvalidURL) as error:
            raise FetchError(f"{at} cannot be fetched: {_why(error)}.", temporary=True) from error
        lower = {name.casefold(): value for name, value in response.headers.items()}
        return Fetched(asked, at, response.status_code, lower, body)

    def _body(self, response: httpx2.Response, at: str, budget: Budget) -> bytes:
        pieces: list[bytes] = []
        left = self._most_bytes
        # httpx decompresses in pieces of a megabyte at most, so a bomb ends at the limit.
        for piece in response.iter_bytes():
            budget.seconds()
            left -= len(piece)
            if left < 0:
                raise FetchError(
                    f"{at} is larger than {self._most_bytes:,} bytes, the most that is read."
                )
            pieces.append(piece)
        return b"".join(pieces)


def agent(contact: str) -> str:
    """The user agent: the project, its version, and where its operator is to be reached."""
    return f"whosays/{version('whosays')}" + (f" (+{contact})" if contact else "")


def _refuse(response: httpx2.Response, at: str) -> None:
    """Raise FetchError for a status that is no answer."""
    status = response.status_code
    if response.is_success or status == NOT_MODIFIED:
        return
    if status in (404, 410):
        raise FetchError(f"{at} is not there (status {status}).")
    if status in (401, 402, 403, 407, 451):
        raise FetchError(f"{at} is not given to programs or needs a login (status {status}).")
    if status in (408, 425, 429) or response.is_server_error:
        raise FetchError(
            f"{at} is not available at the moment (status {status}).",
            temporary=True,
            wait=_wait(response.headers.get("retry-after")),
        )
    raise FetchError(f"{at} cannot be fetched (status {status}).")


def _wait(after: str | None) -> float | None:
    """Seconds that a Retry-After header asks for (RFC 9110, section 10.2.3)."""
    if after is None:
        return None
    if after.strip().isdecimal():
        return float(after)
    try:
        return max(0.0, parsedate_to_datetime(after).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None


def _why(error: Exception) -> str:
    if isinstance(error, httpx2.TimeoutException):
        return "the server took too long"
    if isinstance(error, httpx2.DecodingError):
        return "its compression is damaged"
    if isinstance(error, httpx2.ConnectError):
        return "the server cannot be reached"
    return "the connection failed"
