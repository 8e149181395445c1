"""One Milvus server: calls bounded in time, failures in one sentence, and no call while it is ill.

The one module that imports pymilvus, and only once a server is called: it takes seconds to load.
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from retrieval.errors import IndexAwayError

if TYPE_CHECKING:
    from collections.abc import Callable

_LOG = logging.getLogger(__name__)
_T = TypeVar("_T")
# BM25 came with 2.5.
_OLDEST = (2, 5)
_SHOWN = 300


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is, how long a call of it may take and how long it is left alone when ill."""

    uri: str
    token: str | None = None
    seconds: float = 5.0
    retry_seconds: float = 5.0

    @property
    def embedded(self) -> bool:
        """Whether it is a file of milvus-lite rather than a server."""
        return self.uri.endswith(".db")


class Server:
    """A client that connects when it is first needed, and anew after every failure."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self._lock = threading.Lock()
        self._client: Any = None
        self._fault: str | None = None
        self._rests_until = 0.0
        self.failures = 0

    @property
    def fault(self) -> str | None:
        """What went wrong with the last call; None where it went well."""
        return self._fault

    def call(self, work: Callable[[Any], _T]) -> _T:
        """What `work` gives, called with a pymilvus.MilvusClient. Raises IndexAwayError."""
        if self._fault is not None and time.monotonic() < self._rests_until:
            raise IndexAwayError(self._fault)
        client = None
        try:
            client = self._connected()
            found = work(client)
        except ImportError as error:
            raise self._failed(
                "`index.engine` is milvus and its client is not installed: "
                "install whosays[milvus].",
                client,
            ) from error
        except _failures() as error:
            raise self._failed(self._sentence(error), client) from error
        if self._fault is not None:
            _LOG.info("The index server at %s answers again.", self.address.uri)
            self._fault = None
        return found

    def version(self) -> str:
        """The server's version as it tells it. Raises IndexAwayError."""
        return self.call(
            lambda client: str(client.get_server_version(timeout=self.address.seconds))
        )

    def close(self) -> None:
        """Let go of the connection; the next call makes another."""
        with self._lock:
            client, self._client = self._client, None
        if client is not None:
            client.close()
            if self.address.embedded:
                # The embedded one lives on in this process otherwise, and locks its file.
                from milvus_lite.server_manager import (  # noqa: PLC0415
                    server_manager_instance,
                )

                server_manager_instance.release_server(self.address.uri)

    def _connected(self) -> Any:  # noqa: ANN401 - pymilvus has no types
        with self._lock:
            if self._client is None:
                self._client = self._connect()
            return self._client

    def _connect(self) -> Any:  # noqa: ANN401
        from pymilvus import MilvusClient  # noqa: PLC0415

        # They write the trace of every failure; here each becomes one sentence.
        for name in ("pymilvus", "grpc._server"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        address = self.address
        client = MilvusClient(address.uri, token=address.token or "", timeout=address.seconds)
        if not address.embedded:
            told = str(client.get_server_version(timeout=address.seconds))
            if _numbers(told) < _OLDEST:
                raise _TooOldError(told)
        return client

    def _failed(self, sentence: str, client: object) -> IndexAwayError:
        self.failures += 1
        if self._fault is None:
            _LOG.warning("%s", sentence)
        self._fault = sentence
        self._rests_until = time.monotonic() + self.address.retry_seconds
        with self._lock:
            # Others may be in the middle of a call over it, so it is let go and not closed.
            if self._client is client and not self.address.embedded:
                self._client = None
        return IndexAwayError(sentence)

    def _sentence(self, error: Exception) -> str:
        where = f"The index server at {self.address.uri}"
        if isinstance(error, _TooOldError):
            return f"{where} is Milvus {error}, and {_OLDEST[0]}.{_OLDEST[1]} or newer is needed."
        return (
            f"{where} failed ({_said(error)}): it is tried again by itself; "
            "see that it runs and that `index.uri` and `index.token` are right."
        )


class _TooOldError(Exception):
    """The version of a server that lacks what is needed."""


def _failures() -> tuple[type[Exception], ...]:
    import grpc  # noqa: PLC0415
    from pymilvus.exceptions import MilvusException  # noqa: PLC0415

    # A channel that another thread has given up raises ValueError.
    return MilvusException, grpc.RpcError, OSError, ValueError, RuntimeError, _TooOldError


def _said(error: Exception) -> str:
    """An error in one line: gRPC's own say theirs in a method, and pymilvus's in an attribute."""
    details = getattr(error, "details", None)
    said = details() if callable(details) else getattr(error, "message", "") or error
    return " ".join(str(said).split())[:_SHOWN].rstrip(".") or type(error).__name__


def _numbers(version: str) -> tuple[int, ...]:
    parts = version.lstrip("v").split("-")[0].split(".")[:2]
    return tuple(int(each) for each in parts if each.isdigit())
