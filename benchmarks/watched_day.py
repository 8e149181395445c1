"""A day of coverage, watched and killed: the part `day` of `benchmarks.watches`.

What is killed posts to a file that, as Discord does, can be asked what it holds.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from config.settings import LibrarySettings, Settings
from config.watching import WatchSettings
from retrieval.library import Library
from retrieval.watching.begin import begin
from retrieval.watching.watcher import Watcher
from tests.retrieval.watching.newsroom import Newsroom, Plain

if TYPE_CHECKING:
    from retrieval.store.watch_records import Post

ROOT = Path(__file__).resolve().parent.parent
BEGAN, DAY = 1_800_000_000.0, 86_400.0
WATCHES_A_TOPIC, SOURCES = 5, 12


class OfTopic(Plain):
    """Plain answers that read the articles of the question's topic alone, for speed."""

    def having(self, terms: tuple[str, ...]) -> tuple[str, ...]:
        """The topic."""
        return tuple(term for term in terms if term.startswith("Topic"))


class Board:
    """A channel in a file: what was posted is there, whatever becomes of who posted it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        file.touch()

    def read(self) -> list[dict[str, Any]]:
        """All that was posted; a line cut short by a kill was not."""
        lines = self._file.read_text("utf-8").splitlines(keepends=True)
        return [json.loads(line) for line in lines if line.endswith("\n")]

    def post(self, post: Post) -> None:
        """Post, unless it is there already."""
        if any(each["post"] == post.id for each in self.read()):
            return
        told = {
            "post": post.id,
            "question": post.watch.question,
            "items": [
                [each.kind, each.told.position, each.told.passage.source.id, each.told.words]
                for each in post.items
            ],
        }
        with self._file.open("r+b") as board:
            held = board.read()
            # What a kill has left of a line is no post.
            board.seek(held.rfind(b"\n") + 1)
            board.truncate()
            board.write(json.dumps(told).encode() + b"\n")
            board.flush()
            os.fsync(board.fileno())


def said(number: int, topics: int) -> tuple[str, str, int, int]:
    """Article `number`: file, what it says, its topic and source; a tenth correct earlier ones."""
    dice = random.Random(number)
    if number % 10 == 9:
        _, _, topic, source = said(number - 5, topics)
        name = f"article-{number - 5}"
    else:
        topic, source, name = dice.randrange(topics), dice.randrange(SOURCES), f"article-{number}"
    side = dice.choice(("Yes", "No", "Perhaps"))
    rest = " ".join(dice.choice(_WORDS) for _ in range(3))
    told = f"{side}, Topic{topic:02}, for Topic{topic:02} is in edition {number}: {rest}."
    return name, told, topic, source


_WORDS = "harbour council toll ferry crane minister budget survey winter traffic engineer".split()


def question(watch: int, topics: int) -> str:
    """What watch `watch` asks."""
    return f"Will Topic{watch % topics:02} come by {watch // topics}?"


def run_day(folder: Path, count: int, watches: int) -> None:
    """Go on with the day where it was left, to its end."""
    settings = Settings(
        library=LibrarySettings(path=folder / "library", seeds=False),
        # The words of these articles are few and drawn by chance: their topic is what is near.
        watch=WatchSettings(gather_seconds=60, nearness=0.35),
    )
    with Library.open(settings) as library:
        room = Newsroom(library, settings, folder / "articles")
        vars(library._engines).update(answerer=OfTopic(library._catalogue))
        held = {each.question for each in library.watches.of("terminal")}
        topics = watches // WATCHES_A_TOPIC
        for number in range(watches):
            asked = question(number, topics)
            if asked not in held:
                pace = "daily" if number % 4 == 3 else "once"
                begin(library, settings, asked, cadence=pace)  # type: ignore[arg-type]
        state, now = folder / "published", [BEGAN]
        for each in library.watches.of("terminal"):
            if each.due is not None and each.due < BEGAN:
                library.watches.later(each.id, BEGAN + DAY)
        watcher = Watcher(library, settings, "terminal", clock=lambda: now[0])
        board = Board(folder / "board.jsonl")
        done = int(state.read_text()) if state.exists() else 0
        for number in range(done, count):
            now[0] = BEGAN + DAY * number / count
            name, text, _, source = said(number, topics)
            room.publish(name, text, source=f"Source {source}", title=f"Edition {number}")
            state.write_text(str(number + 1))
            _tell(library, watcher, board)
        for late in (120.0, DAY + 60, 2 * DAY + 120):
            now[0] = BEGAN + DAY + late
            _tell(library, watcher, board)


def _tell(library: Library, watcher: Watcher, board: Board) -> None:
    watcher.step()
    for post in library.watches.unsent("terminal"):
        board.post(post)
        library.watches.sent(post.id, post.id)


def simulate(folder: Path, count: int, watches: int, kills: int, seed: int = 5) -> list[str]:
    """Run the day with kills; what went wrong, a line each."""
    dice = random.Random(seed)
    command = [sys.executable, "-m", "benchmarks.watches", "--run", str(folder.resolve())]
    command += ["day", "--articles", str(count), "--watches", str(watches)]
    for number in range(kills):
        with subprocess.Popen(command, cwd=ROOT) as child:
            # Not before it has got on since the last time.
            goal = (number + 1) * count // (kills + 1)
            while child.poll() is None and _published(folder) < goal:
                time.sleep(0.005)
            time.sleep(dice.uniform(0, 0.2))
            child.kill()
    subprocess.run(command, cwd=ROOT, check=True)
    return check(folder, count, watches)


def _published(folder: Path) -> int:
    try:
        return int((folder / "published").read_text() or 0)
    except (OSError, ValueError):
        return 0


def check(folder: Path, count: int, watches: int) -> list[str]:
    """What was posted against what there was to post."""
    posted = Board(folder / "board.jsonl").read()
    told = Counter((each["question"], *item) for each in posted for item in each["items"])
    found = [f"told twice: {each}" for each, times in told.items() if times > 1]
    ids = Counter(each["post"] for each in posted)
    found += [f"posted twice: {each}" for each, times in ids.items() if times > 1]
    pairs = {(asked, source, side) for asked, kind, side, source, _ in told if kind == "new"}
    stands, topics = {}, watches // WATCHES_A_TOPIC
    for number in range(count):
        name, text, topic, source = said(number, topics)
        stands[name] = (topic, f"source-{source}", _SIDES[text.split(",")[0]])
    for watch in range(watches):
        for topic, outlet, side in stands.values():
            asked = question(watch, topics)
            if topic == watch % topics and (asked, outlet, side) not in pairs:
                found.append(f"lost: {asked} {outlet} {side}")
    return found


_SIDES = {"Yes": "supports", "No": "refutes", "Perhaps": "neutral"}
