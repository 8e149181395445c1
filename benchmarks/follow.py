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
from ipaddress import ip_network
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from benchmarks.papers import HOUR, START, Clock, Papers, World
from config.settings import Settings
from retrieval.fetch.client import Fetcher
from retrieval.fetch.guard import Guard
from retrieval.fetch.pages import Pages
from retrieval.follow.follower import Follower
from retrieval.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable


ROOT = Path(__file__).resolve().parent.parent
QUIET_HOURS, LONGEST_HOURS = 2, 60
T = TypeVar("T")


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
