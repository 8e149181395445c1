"""Newspapers on loopback with their feeds, articles, failures and a clock of their own."""

from __future__ import annotations

import collections
import json
import random
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import threading
    from pathlib import Path

    Answer = tuple[int, dict[str, str], bytes]

START = 1_700_000_000.0
HOUR = 3600.0
WORDS = "harbour council bridge flood vote strike tram market school river engine garden".split()


@dataclass(frozen=True)
class World:
    """What is published where and when, and what fails: all follows from a seed."""

    feeds: int
    seed: int

    def host(self, feed: int) -> str:
        """The host of a paper."""
        return f"paper{feed}.example"

    def published(self, feed: int, now: float) -> list[int]:
        """The numbers of a feed's articles by then, newest first: five at the start, then some."""
        dice = random.Random(f"{self.seed}/{feed}")
        at = [START] * 5 + [START + dice.uniform(0, HOUR) for _ in range(dice.randint(0, 6))]
        return [n for n, when in enumerate(at) if when <= now][::-1]

    def fate(self, feed: int, article: int) -> str:
        """What becomes of an article: most are good."""
        draw = random.Random(f"{self.seed}/{feed}/{article}").random()
        return "gone" if draw < 0.03 else "video" if draw < 0.05 else "good"

    def down(self, feed: int, now: float) -> bool:
        """Whether the feed's server is down: one in five is, for ten minutes to half an hour."""
        dice = random.Random(f"{self.seed}/down/{feed}")
        begins = START + dice.uniform(0, HOUR)
        return dice.random() < 0.2 and begins <= now <= begins + dice.uniform(600, 1800)

    def stumbles(self, path: str, times: int) -> int:
        """The status of a passing failure, 0 for none; a request fails so at most twice."""
        draw = random.Random(f"{self.seed}/{path}/{times}").random()
        return 0 if times >= 2 or draw > 0.08 else 429 if draw < 0.02 else 503


def page(feed: int, article: int) -> str:
    """An article that no other shares a run of five words with."""
    dice = random.Random(f"{feed}/{article}")
    body = "".join(
        "<p>"
        + " ".join(f"{dice.choice(WORDS)}{dice.randrange(10**6)}" for _ in range(30))
        + ".</p>"
        for _ in range(3)
    )
    title = f"Story {article} of paper {feed}"
    return (
        f'<html lang="en"><head><title>{title}</title><meta property="og:type" content="article">'
        f"</head><body><article><h1>{title}</h1>{body}</article></body></html>"
    )


class Clock:
    """Time that passes by waiting, kept in a file for the process that comes after a kill."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._time = float(file.read_text()) if file.exists() else START

    def now(self) -> float:
        """Seconds since 1970."""
        return self._time

    def wait(self, _: threading.Event, seconds: float) -> None:
        """Let so long pass, at least a moment."""
        self._time += max(seconds, 0.01)
        self._file.with_suffix(".new").write_text(str(self._time))
        self._file.with_suffix(".new").replace(self._file)


class Papers(ThreadingHTTPServer):
    """All papers on one loopback port, told apart by the Host header; every answer is logged."""

    daemon_threads = True

    def __init__(self, world: World, clock: Clock, log: Path, port: int) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.world, self.clock = world, clock
        self.counts: collections.Counter[str] = collections.Counter()
        if log.exists():
            self.counts.update(json.loads(line)["path"] for line in log.read_text().splitlines())
        self.log = log.open("a", buffering=1)


class Handler(BaseHTTPRequestHandler):
    """Answers for a paper as the world has it at that moment."""

    protocol_version = "HTTP/1.1"
    server: Papers

    def do_GET(self) -> None:
        """Answer, noting it first: a kill may come before the answer is of use."""
        feed = int(self.headers["host"].partition(".")[0].removeprefix("paper"))
        path, now = f"{feed}{self.path}", self.server.clock.now()
        status, headers, body = self._answer(feed, path, now)
        self.server.counts[path] += 1
        self.server.log.write(json.dumps({"path": path, "status": status, "at": now}) + "\n")
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _answer(self, feed: int, path: str, now: float) -> Answer:
        world = self.server.world
        if self.path == "/robots.txt":
            return 404, {}, b""
        if world.down(feed, now):
            return 500, {}, b""
        if failure := world.stumbles(path, self.server.counts[path]):
            return failure, {"retry-after": "120"}, b""
        if self.path == "/feed":
            return self._feed(feed, now)
        article = int(self.path.removeprefix("/"))
        text = {
            "good": page(feed, article),
            "video": "<html><head><meta property='og:type' content='video.other'></head></html>",
            "gone": "",
        }[world.fate(feed, article)]
        return (200 if text else 404), {"content-type": "text/html"}, text.encode()

    def _feed(self, feed: int, now: float) -> Answer:
        numbers = self.server.world.published(feed, now)
        tag = f'"{len(numbers)}"'
        if self.headers.get("if-none-match") == tag:
            return 304, {}, b""
        items = "".join(f"<item><link>/{number}</link></item>" for number in numbers)
        body = f"<rss version='2.0'><channel><title>Paper {feed}</title>{items}</channel></rss>"
        return 200, {"etag": tag, "content-type": "application/rss+xml"}, body.encode()

    def log_message(self, *_: object) -> None:
        """Say nothing."""
