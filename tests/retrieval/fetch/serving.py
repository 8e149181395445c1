"""Loopback servers for tests: plain HTTP with answers from a table, and HTTP/2 over TLS."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import h2.config
import h2.connection
import h2.events

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator


@dataclass
class Reply:
    """What a path answers."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Heard:
    """A request that arrived."""

    path: str
    headers: dict[str, str]


class Site:
    """A server on a loopback address; `at` maps paths to replies or to what makes them."""

    def __init__(self, address: str = "127.0.0.1") -> None:
        self.host = address
        self.at: dict[str, Reply | Callable[[Heard], Reply]] = {}
        self.heard: list[Heard] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                heard = Heard(self.path, {k.casefold(): v for k, v in self.headers.items()})
                site.heard.append(heard)
                reply = site.at.get(self.path, Reply(status=404))
                if not isinstance(reply, Reply):
                    reply = reply(heard)
                with suppress(OSError):
                    self.send_response(reply.status)
                    for name, value in reply.headers.items():
                        self.send_header(name, value)
                    self.send_header("content-length", str(len(reply.body)))
                    self.end_headers()
                    self.wfile.write(reply.body)

            def log_message(self, *_: object) -> None: ...

        self._server = ThreadingHTTPServer((address, 0), Handler)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    def url(self, path: str = "/", host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [heard.path for heard in self.heard]

    def __enter__(self) -> Site:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@contextmanager
def raw_server(serve: Callable[[socket.socket], None]) -> Iterator[int]:
    """A server that hands each connection to `serve`; gives its port."""
    listening = socket.create_server(("127.0.0.1", 0))

    def one(connection: socket.socket) -> None:
        with suppress(OSError), connection:
            serve(connection)

    def accept() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listening.accept()
                threading.Thread(target=one, args=(connection,), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield listening.getsockname()[1]
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join()


def http2(
    context: ssl.SSLContext, body: bytes, names: list[str | None]
) -> Callable[[socket.socket], None]:
    """Serves `body` over HTTP/2; puts the SNI name of each connection in `names`."""
    context.set_alpn_protocols(["h2"])
    context.sni_callback = lambda _socket, name, _context: names.append(name)

    def serve(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as wrapped:
            assert wrapped.selected_alpn_protocol() == "h2"
            state = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
            state.initiate_connection()
            wrapped.sendall(state.data_to_send())
            while data := wrapped.recv(65536):
                for event in state.receive_data(data):
                    if isinstance(event, h2.events.RequestReceived):
                        assert event.stream_id is not None
                        state.send_headers(
                            event.stream_id, [(":status", "200"), ("content-type", "text/plain")]
                        )
                        state.send_data(event.stream_id, body, end_stream=True)
                wrapped.sendall(state.data_to_send())

    return serve
