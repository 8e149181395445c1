"""What `benchmarks.growth` measures of one library, each part in a process of its own."""

from __future__ import annotations

import resource
import statistics
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.discord.commands.browsing import choices
from bot.discord.shelf import Shelf
from config.settings import LibrarySettings, Settings
from retrieval.library import Library
from retrieval.model import Filter
from retrieval.store.backup import back_up
from retrieval.store.catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

QUESTIONS = (
    "Did Putin congratulate Trump?",
    "Has the Kremlin denied the reports of private congratulations?",
    "Will taxes rise next year?",
    "Did the minister resign?",
    "Who won the election in Ohio?",
)
ROUNDS, ASKED = 5, 2

Figures = dict[str, float]


def settings(folder: Path) -> Settings:
    """Settings of the library in a folder."""
    return Settings(library=LibrarySettings(path=folder, seeds=False))


def start(folder: Path) -> Figures:
    """From opening to the first answer, in milliseconds of this process and by the clock."""
    clock, own = time.perf_counter(), time.process_time()
    with Library.open(settings(folder)) as library:
        opened = time.process_time()
        library._engines.encoder.encode(["Warm."])
        library._engines.stance.judge([("Did it?", "It did.")])
        models = time.process_time()
        library._stored.current()
        index = time.process_time()
        library.ask(QUESTIONS[0])
        done = time.process_time()
    return {
        "open": 1000 * (opened - own),
        "models": 1000 * (models - opened),
        "index": 1000 * (index - models),
        "first ask": 1000 * (done - index),
        "all but models": 1000 * (done - own - models + opened),
        "all, by the clock": 1000 * (time.perf_counter() - clock),
        "peak MiB": peak(),
    }


def asking(folder: Path) -> Figures:
    """Milliseconds of the asking thread's processor: a warm ask, its models, and its parts."""
    with Library.open(settings(folder)) as library:
        library.ask(QUESTIONS[0])
        answerer, catalogue = library._engines.answerer, library._catalogue
        index = type(library._stored.current())
        parts = Parts()
        parts.watch(answerer._encoder, "encode", "models")
        parts.watch(answerer._stance, "judge", "models")
        parts.watch(index, "search", "index")
        parts.watch(library._stored, "current", "index in step")
        parts.watch(catalogue, "words", "words")
        for name in ("counts", "passing", "languages", "places", "places_in", "sentences"):
            parts.watch(catalogue, name, name)
        for name in ("article", "paragraphs", "generation", "token", "rewritten", "nearest_word"):
            parts.watch(catalogue, name, "other reading")
        parts.watch(library, "ask", "ask")
        for question in QUESTIONS:
            for _ in range(ASKED):
                library.ask(question)
        found = parts.means(len(QUESTIONS) * ASKED)
    found["outside models"] = found["ask"] - found["models"]
    found["ours"] = found["outside models"] - found["index"] - found["words"]
    return found | {"peak MiB": peak()}


def reading(folder: Path) -> Figures:
    """Processor milliseconds of what lists, menus and checks read."""
    found: Figures = {}
    with Library.open(settings(folder)) as library, Catalogue.open(folder) as catalogue:
        source = library.sources()[0].source.id
        since, few = Filter(since="2026-08-01"), Filter(sources=(source,), since="2026-11-01")
        for name, run in (
            ("counts", catalogue.counts),
            ("counts, since", lambda: catalogue.counts(since)),
            ("sources that pass, since", lambda: catalogue.passing(since)),
            ("paragraph ids, since", lambda: catalogue.paragraph_ids(since)),
            ("paragraph ids, a source's month", lambda: catalogue.paragraph_ids(few)),
            ("sources", library.sources),
            ("languages", library.unread),
            ("newest title", lambda: library.titles(1)),
            ("articles, 20", lambda: library.articles(limit=20)),
            ("articles of a source, 10", lambda: library.articles(few, limit=10, offset=100)),
        ):
            found[name] = median(run)
    return found | {"peak MiB": peak()}


def typing(folder: Path) -> Figures:
    """Processor milliseconds of suggestions while somebody types, and the bot's memory for them."""
    import asyncio  # noqa: PLC0415 - needed here alone

    with Library.open(settings(folder)) as library:
        before = peak()
        shelf = Shelf(library)
        own = time.process_time()
        held = asyncio.run(shelf.held())
        read = 1000 * (time.process_time() - own)
        return {
            "after a change": read,
            "sources": len(held.sources),
            "a keystroke": median(lambda: choices(library, "elec")),
            "a keystroke, nothing found": median(lambda: choices(library, "qqqq")),
            "MiB more": peak() - before,
        }


def whole(folder: Path) -> Figures:
    """Processor seconds of what reads the whole library: backup and doctor."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        own = time.process_time()
        back_up(folder, Path(scratch) / "backup.zip")
        backup = time.process_time() - own
        size = (Path(scratch) / "backup.zip").stat().st_size
    with Catalogue.open(folder) as catalogue:
        own = time.process_time()
        problems = catalogue.check()
        doctor = time.process_time() - own
    # What was repeated by SQL has no words.
    if any("found by their words" not in each for each in problems):
        raise RuntimeError(f"the library is not whole: {problems}")
    return {
        "backup s": backup,
        "backup MB": size / 1e6,
        "doctor s": doctor,
        "library MB": (folder / "library.sqlite3").stat().st_size / 1e6,
        "peak MiB": peak(),
    }


@dataclass
class Parts:
    """Processor milliseconds of the calls of some methods, by name, nested ones in both."""

    def __post_init__(self) -> None:
        self._spent: dict[str, list[float]] = {}

    def watch(self, thing: Any, method: str, name: str) -> None:  # noqa: ANN401 - any object
        """Count the time of a method under a name from now on."""
        call, spent = getattr(thing, method), self._spent.setdefault(name, [])

        def timed(*given: object, **named: object) -> object:
            with _spending(spent):
                return call(*given, **named)

        setattr(thing, method, timed)

    def means(self, calls: int) -> Figures:
        """The time under each name for one of so many calls."""
        return {name: sum(each) / calls for name, each in self._spent.items()}

    def taken(self) -> Figures:
        """The time under each name since this was last asked."""
        found = {name: sum(each) for name, each in self._spent.items()}
        for each in self._spent.values():
            each.clear()
        return found


@contextmanager
def _spending(spent: list[float]) -> Iterator[None]:
    # Not the process's: threads of the model runtime spin for a while after a pass.
    own = time.thread_time()
    yield
    spent.append(1000 * (time.thread_time() - own))


def median(run: Callable[[], object]) -> float:
    """Processor milliseconds, the median of some rounds."""
    times = []
    for _ in range(ROUNDS):
        own = time.process_time()
        run()
        times.append(1000 * (time.process_time() - own))
    return statistics.median(times)


def peak() -> float:
    """The most memory that this process has had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
