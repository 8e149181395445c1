"""What the process that reads pages is asked, and how both sides write it to a socket.

A frame is two lengths (4 bytes each), JSON, and bytes. JSON and not pickle: what a hostile page
may have taken over cannot send more than data.
"""

from __future__ import annotations

import json
import struct
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import socket

_LENGTHS = struct.Struct(">II")
_PIECE = 1 << 20
MOST_FRAME = 1 << 28


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be read as an article: where asked for, where found, of which stated type."""

    asked: str
    url: str
    media_type: str
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, a news sitemap, or a home page that links to some."""

    url: str
    media_type: str
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """A page that was read as an article; `site` is the name the page gives its publisher.

    `posted` has the time of each paragraph's post where the story is told live.
    """

    url: str
    media_type: str
    paragraphs: tuple[str, ...]
    title: str | None
    authors: tuple[str, ...]
    published: str | None
    updated: str | None
    language: str
    site: str | None
    posted: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """An article that a feed points to; `stamp` is its state there, as the feed words it.

    The rest is what the entry says of the article; `published` is ISO 8601.
    """

    url: str
    stamp: str
    title: str | None = None
    author: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed, sitemap or page lists. `kind` is feed, sitemap, index (of sitemaps) or page."""

    kind: str
    title: str | None
    items: tuple[Item, ...] = ()
    links: tuple[str, ...] = ()


Task = Page | Feed
TASKS: dict[str, type[Page] | type[Feed]] = {"page": Page, "feed": Feed}


def send(to: socket.socket, message: dict[str, Any], body: bytes = b"") -> None:
    """Write one frame. Raises OSError where the other side is gone or does not read in time."""
    text = json.dumps(message).encode()
    to.sendall(_LENGTHS.pack(len(text), len(body)) + text)
    to.sendall(body)


def receive(source: socket.socket, deadline: float | None = None) -> tuple[dict[str, Any], bytes]:
    """Read one frame by a `time.monotonic()` moment.

    Raises TimeoutError when it is past, EOFError where the other side is gone, ValueError for what
    is no frame.
    """
    lengths = _LENGTHS.unpack(_exactly(source, _LENGTHS.size, deadline))
    if sum(lengths) > MOST_FRAME:
        raise ValueError("a frame is too large")
    message = json.loads(_exactly(source, lengths[0], deadline))
    if not isinstance(message, dict):
        raise ValueError("a frame is no object")  # noqa: TRY004 - it is data, not an argument
    return message, _exactly(source, lengths[1], deadline)


def as_message(task: Task) -> dict[str, Any]:
    """A task as the JSON of a frame."""
    name = next(name for name, kind in TASKS.items() if isinstance(task, kind))
    return {"task": name, **asdict(task)}


def from_message(message: dict[str, Any]) -> Task:
    """The task of a frame; raises KeyError or TypeError for anything else."""
    return TASKS[message.pop("task")](**message)


def whole_text(text: str) -> str:
    """A text without halves of surrogate pairs, which JSON can hold and nothing else can."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _exactly(source: socket.socket, size: int, deadline: float | None) -> bytes:
    pieces: list[bytes] = []
    while size:
        if deadline is not None:
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            source.settimeout(left)
        piece = source.recv(min(size, _PIECE))
        if not piece:
            raise EOFError
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)
