"""Servers that are none: one that never answers, one that answers rubbish, one that goes away."""

from __future__ import annotations

import socket
import threading
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def listening(answer: Callable[[socket.socket], None] | None) -> Iterator[str]:
    """The address of a socket that gives each connection to `answer`; None leaves it waiting."""
    with closing(socket.socket()) as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        if answer is not None:
            threading.Thread(target=_serve, args=(server, answer), daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)


def nobody() -> str:
    """An address at which nobody listens."""
    with closing(socket.socket()) as server:
        server.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{server.getsockname()[1]}"


def rubbish(connection: socket.socket) -> None:
    """Answer as no gRPC server does, and hang up."""
    with closing(connection), suppress(OSError):
        connection.recv(100)
        connection.sendall(b"HTTP/1.1 500 Internal Server Error\r\n\r\n")


class Between:
    """A way to a real server that can be cut, held up and opened again."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.open = threading.Event()
        self.open.set()
        self.refuses = False
        self._pairs: list[socket.socket] = []
        self._threads: list[threading.Thread] = []

    def __call__(self, connection: socket.socket) -> None:
        """Pass bytes on in both directions, for as long as the way is open."""
        if self.refuses:
            connection.close()
            return
        onwards = socket.create_connection(("127.0.0.1", self._port))
        self._pairs += [connection, onwards]
        for one, other in ((connection, onwards), (onwards, connection)):
            made = threading.Thread(target=self._pass, args=(one, other), daemon=True)
            self._threads.append(made)
            made.start()

    def cut(self) -> None:
        """Hang up on everybody, and on who comes from now on."""
        self.refuses = True
        pairs, self._pairs = self._pairs, []
        for each in pairs:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(5)

    def _pass(self, one: socket.socket, other: socket.socket) -> None:
        with closing(one):
            with suppress(OSError):
                while data := one.recv(65536):
                    self.open.wait()
                    other.sendall(data)
            with suppress(OSError):
                other.shutdown(socket.SHUT_RDWR)


def _serve(server: socket.socket, answer: Callable[[socket.socket], None]) -> None:
    with suppress(OSError):
        while True:
            answer(server.accept()[0])
