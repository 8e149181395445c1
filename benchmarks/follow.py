"""Follow 200 feeds for an hour of simulated time, with failures and kill -9: is anything lost?

`python -m benchmarks.follow` prints a table and exits with 1 where an article was lost or doubled.
Everything is real but the clock: HTTP over loopback, pages read by the worker, SQLite, the encoder.
The feeds go on for an hour; the clock then runs on until nothing is waiting.
"""

from __future__ import annotations

import argparse
import collections
import json
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from config.settings import Settings
from retrieval.fetch.client import Fetcher
from retrieval.fetch.guard import Guard
from retrieval.fetch.pages import Pages
from retrieval.follow.follower import Follower
from retrieval.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable

    Answer = tuple[int, dict[str, str], bytes]

START = 1_700_000_000.0
HOUR = 3600.0
ROOT = Path(__file__).resolve().parent.parent
QUIET_HOURS, LONGEST_HOURS = 2, 60
WORDS = "harbour council bridge flood vote strike tram market school river engine garden".split()
T = TypeVar("T")


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


class Inline(Executor):
    """Does what it is given at once: simulated time has no threads."""

    def submit(self, fn: Callable[..., T], /, *args: object, **kwargs: object) -> Future[T]:
        """Do it."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - raised again by result()
            future.set_exception(error)
        return future


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


def child(folder: Path, world: World, port: int) -> None:
    """Follow from where the last process was until the hour is over and nothing waits."""
    clock = Clock(folder / "clock")
    papers = Papers(world, clock, folder / "log", port)
    threading.Thread(target=papers.serve_forever, daemon=True).start()
    settings = Settings.model_validate({"library": {"path": folder / "library", "seeds": False}})
    # Every paper is this process, on loopback.
    guard = Guard([ip_network("127.0.0.1/32")], resolver=lambda _: ["127.0.0.1"])
    most = settings.ingest.max_bytes
    fetcher = Fetcher(settings.fetch, most_bytes=most, guard=guard, clock=clock)
    with Library.open(settings) as library:
        library.__dict__["pages"] = Pages(settings.fetch, most_bytes=most, fetcher=fetcher)
        if not library.following.all():
            for feed in range(world.feeds):
                library.following.follow(
                    f"http://{world.host(feed)}:{port}/feed",
                    kind="feed", title=None, now=clock.now(), interval=600.0,
                )  # fmt: skip
        stop = threading.Event()
        threading.Thread(target=_watch, args=(library, clock, stop), daemon=True).start()
        chance = random.Random(clock.now())
        Follower(library, settings, clock=clock, threads=Inline(), chance=chance).run(stop)


def _watch(library: Library, clock: Clock, stop: threading.Event) -> None:
    """Stop when the papers are silent and nothing waits, or when that takes for ever."""
    while not stop.wait(0.2):
        silent = clock.now() > START + QUIET_HOURS * HOUR
        waiting = not silent or any(row.waiting for row in library.following.all())
        if not waiting or clock.now() > START + LONGEST_HOURS * HOUR:
            stop.set()


def follow(folder: Path, arguments: argparse.Namespace) -> int:
    """Run children, each but the last killed at a random moment; how many were killed."""
    dice, killed = random.Random(arguments.seed), 0
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [
        sys.executable, "-m", "benchmarks.follow", "--child", str(folder), "--port", str(port),
        "--feeds", str(arguments.feeds), "--seed", str(arguments.seed),
    ]  # fmt: skip
    while True:
        process = subprocess.Popen(command, cwd=ROOT)
        try:
            process.wait(dice.uniform(6, 20) if killed < arguments.kills else None)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            killed += 1
        else:
            if process.returncode:
                raise SystemExit(process.returncode)
            return killed


def check(folder: Path, world: World, killed: int) -> dict[str, int]:
    """What was published, what is held, what was sent more than once."""
    end = START + LONGEST_HOURS * HOUR
    every = [(feed, n) for feed in range(world.feeds) for n in world.published(feed, end)]
    good = {f"{feed}/{n}" for feed, n in every if world.fate(feed, n) == "good"}
    settings = Settings.model_validate({"library": {"path": folder / "library", "seeds": False}})
    with Library.open(settings) as library:
        held = collections.Counter(
            urlsplit(row.ref.url or "").netloc.partition(".")[0].removeprefix("paper")
            + urlsplit(row.ref.url or "").path
            for row in library.articles()
        )
        unsound = library._catalogue.check()
    log = [json.loads(line) for line in (folder / "log").read_text().splitlines()]
    sent = collections.Counter(
        line["path"] for line in log if line["status"] == 200 and not line["path"].endswith("feed")
    )
    looks = [line for line in log if line["path"].endswith("feed")]
    return {
        "feeds": world.feeds,
        "articles published": len(every),
        "of them good": len(good),
        "held": sum(held.values()),
        "lost": len(good - held.keys()),
        "doubled": sum(count - 1 for count in held.values()),
        "not good, yet held": len(held.keys() - good),
        "sent more than once": sum(count > 1 for count in sent.values()),
        "processes killed": killed,
        "looks at feeds": len(looks),
        "of them 304": sum(line["status"] == 304 for line in looks),
        "answers 429 or 5xx": sum(line["status"] >= 429 for line in log),
        "unsound": len(unsound),
        "simulated minutes": round((float((folder / "clock").read_text()) - START) / 60),
    }


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--feeds", type=int, default=200)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--child", type=Path)
    parser.add_argument("--port", type=int)
    arguments = parser.parse_args()
    world = World(arguments.feeds, arguments.seed)
    if arguments.child is not None:
        child(arguments.child, world, arguments.port)
        return
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        killed = follow(Path(scratch), arguments)
        results = check(Path(scratch), world, killed)
    for name, value in results.items():
        print(f"{name:>20}: {value:,}")
    print(f"{'seconds':>20}: {time.monotonic() - begun:.0f}")
    wrong = ("lost", "doubled", "not good, yet held", "unsound")
    # A kill may come between answers and their commit: those, of a host each, are sent again.
    again = results["sent more than once"] > killed * Settings().fetch.hosts
    sys.exit(1 if again or any(results[name] for name in wrong) else 0)


if __name__ == "__main__":
    main()
