"""Connections to checked addresses only, inside the budget of the fetch they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpcore2
import httpx2

from retrieval.fetch.budget import current

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

    from retrieval.fetch.guard import Guard

    SocketOption = (
        tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
    )

_KEPT_ALIVE = 32
_KEPT_SECONDS = 30.0


class BudgetStream(httpcore2.NetworkStream):
    """A connection whose reads and writes count against the fetch under way."""

    def __init__(self, stream: httpcore2.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Bytes that arrived; raises FetchError where time or bytes are used up."""
        budget = current()
        got = self._stream.read(max_bytes, budget.seconds(timeout))
        budget.spend(len(got))
        return got

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self._stream.write(buffer, current().seconds(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        """The same connection under TLS; the certificate is checked against the host's name."""
        seconds = current().seconds(timeout)
        return BudgetStream(self._stream.start_tls(ssl_context, server_hostname, seconds))

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - the signature is httpcore's
        """What the connection knows of itself."""
        return self._stream.get_extra_info(info)


class GuardedBackend(httpcore2.NetworkBackend):
    """Connects to an IP address that the guard let through, never to a name."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore2.NetworkStream:
        """The first checked address that answers; raises FetchError where one is not allowed."""
        budget = current()
        failed: Exception | None = None
        for address in self._guard.addresses(host, seconds=budget.seconds(timeout)):
            try:
                stream = self._sockets.connect_tcp(
                    address, port, budget.seconds(timeout), local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
            else:
                return BudgetStream(stream)
        raise failed or httpcore2.ConnectError(f"no address of {host}")


class GuardedTransport(httpx2.HTTPTransport):
    """httpx's transport over guarded connections, HTTP/2 where the server offers it."""

    def __init__(self, guard: Guard, context: ssl.SSLContext) -> None:
        super().__init__(verify=context, http2=True, trust_env=False)
        self._pool.close()
        # The one private name: httpx has no argument for a network backend. Its version is pinned.
        self._pool = httpcore2.ConnectionPool(
            ssl_context=context,
            max_keepalive_connections=_KEPT_ALIVE,
            keepalive_expiry=_KEPT_SECONDS,
            http1=True,
            http2=True,
            network_backend=GuardedBackend(guard),
        )
