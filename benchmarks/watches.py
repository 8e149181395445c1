"""Watched questions: what is near, what a new article costs, and a day with kill -9.

`python -m benchmarks.watches near` compares, over GOLDEN (../shared/golden/news.json) and articles
of the news corpus, which articles a question is asked again for at several values of
`watch.nearness`; even and odd events apart. `cost` prints what a look at one new article takes with
10, 1,000 and 10,000 watches, whose questions are headlines. `day` simulates a day of 500 articles
and 200 watches over plain answers, killed ten times, and exits with 1 where news were lost or
posted twice. What is killed posts to a file that, as Discord does, can be asked what it holds.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.news import SHARED, articles, write
from config.settings import LibrarySettings, Settings, load_settings
from config.watching import WatchSettings
from retrieval.answer.question import understand
from retrieval.errors import QuestionError
from retrieval.library import Library
from retrieval.model import Filter
from retrieval.store.watch_records import Watch
from retrieval.watching.begin import begin
from retrieval.watching.nearby import near
from retrieval.watching.watcher import Watcher
from tests.retrieval.watching.newsroom import Newsroom, Plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from retrieval.store.watch_records import Post

GOLDEN = SHARED / "golden" / "news.json"
SHORTEST = 4
LEASTS = (0.4, 0.5, 0.55, 0.6, 0.65, 0.7)
ROOT = Path(__file__).resolve().parent.parent
BEGAN, DAY = 1_800_000_000.0, 86_400.0
WATCHES_A_TOPIC, SOURCES = 5, 12


# What is near


def find_near(others: int) -> None:
    """Print which articles questions are asked again for."""
    encoder = _encoder()
    events = json.loads(GOLDEN.read_text("utf-8"))["events"]
    urls = {
        article["url"]: (event, name)
        for event, held in events.items()
        for name, article in held["articles"].items()
    }
    texts: dict[tuple[str, str], str] = {}
    for part in (1, 2, 3):
        for number, article in enumerate(articles(part)):
            key = urls.get(article["url"])
            if key is None and part == 2 and number % 40 == 7 and len(texts) < len(urls) + others:
                key = ("", f"{part}.{number}")
            if key is not None:
                texts[key] = f"{article['title']}\n{article['text']}"
    asked = [
        (event, understand(question["question"]).canonical, _wanted(question))
        for event, held in events.items()
        for question in held["questions"]
    ]
    questions = [each[1] for each in asked]
    vectors = encoder.encode(questions, query=True)
    found: dict[float, Counter[tuple[int, str, bool]]] = {least: Counter() for least in LEASTS}
    half = {event: number % 2 for number, event in enumerate(sorted(events))}
    for (event, name), text in texts.items():
        lines = [each for each in text.split("\n")[1:] if len(each.split()) >= SHORTEST]
        paragraphs = encoder.encode(lines or [text])
        for least in LEASTS:
            marked = near(
                questions, vectors, [name] * len(paragraphs), paragraphs, {name: text}.get, least
            )
            for at, (own, _, wanted) in enumerate(asked):
                kind = "other" if own != event else "wanted" if name in wanted else "same"
                found[least][half[own], kind, at in marked] += 1
    for number, title in enumerate(("first half", "second half")):
        print(f"{title}: nearness, articles with an answer, others of the event, of other events")
        for least in LEASTS:
            shares = (_share(found[least], number, kind) for kind in ("wanted", "same", "other"))
            print(f"  {least:.2f}  " + "  ".join(f"{100 * each:5.1f} %" for each in shares))


def _share(found: Counter[tuple[int, str, bool]], half: int, kind: str) -> float:
    yes, no = found[half, kind, True], found[half, kind, False]
    return yes / max(1, yes + no)


def _wanted(question: dict[str, Any]) -> set[str]:
    return {label[0].split(".")[0] for label in question["labels"] if label[2] == "expect"}


# What a new article costs


def cost(counts: tuple[int, ...], news: int) -> None:
    """Print what a look takes, and how many questions are then asked again."""
    with tempfile.TemporaryDirectory() as folder:
        models = load_settings().models
        settings = Settings(
            library=LibrarySettings(path=Path(folder) / "library", seeds=False), models=models
        )
        with Library.open(settings) as library:
            files = write(Path(folder) / "news", news, part=2)
            questions = list(islice(_headlines(), max(counts)))
            vectors = library.vectors(questions, query=True)
            print("watches, ms a look at one new article, ms of the processor, of them asked again")
            watched, added = 0, 0
            for count in counts:
                while watched < count:
                    _watch(library, questions[watched], vectors[watched])
                    watched += 1
                watcher = Watcher(library, settings, "terminal")
                watcher.look()
                spent, worked, marked, share = [], [], 0, news // len(counts)
                for path in files[added : added + share]:
                    list(library.add([path]))
                    started, before = time.perf_counter(), time.process_time()
                    marked += watcher.look()
                    worked.append(1000 * (time.process_time() - before))
                    spent.append(1000 * (time.perf_counter() - started))
                added += share
                figures = (np.median(spent), np.median(worked), marked / share)
                print(f"{count:7,}" + "".join(f"  {each:8.1f}" for each in figures))


def _headlines() -> Iterator[str]:
    seen = set()
    for part in (1, 3):
        for article in articles(part):
            try:
                canonical = understand(article["title"]).canonical
            except QuestionError:
                continue
            if canonical not in seen:
                seen.add(canonical)
                yield canonical


def _watch(library: Library, question: str, vector: NDArray[np.float32]) -> None:
    watch = Watch(
        id="", door="terminal", question=question, canonical=question, where=Filter(),
        cadence="once", at="2026-01-01T00:00:00+00:00", asked=time.time(),
        generation=library.generation,
    )  # fmt: skip
    library.watches.add(watch, (), encoder=library.encoder_key, vector=vector)


def _encoder() -> Any:  # noqa: ANN401
    from retrieval.models.load import load_encoder  # noqa: PLC0415

    return load_encoder(load_settings().models, lambda _: None)


# A day


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


def day(count: int, watches: int, kills: int) -> None:
    """Print how the day went; exits with 1 where news were lost or told twice."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        wrong = simulate(Path(folder), count, watches, kills)
        posted = Board(Path(folder) / "board.jsonl").read()
        items = Counter(item[0] for each in posted for item in each["items"])
    print(f"articles {count}, watches {watches}, kills {kills}")
    print(f"posts {len(posted)}, new passages {items['new']}, gone {items['gone']}")
    print(f"wrong {len(wrong)}; {time.perf_counter() - started:.0f} s")
    for line in wrong[:20]:
        print(line)
    if wrong:
        sys.exit(1)


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("part", choices=("near", "cost", "day"))
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--watches", type=int, default=200)
    parser.add_argument("--kills", type=int, default=10)
    chosen = parser.parse_args()
    if chosen.run is not None:
        run_day(chosen.run, chosen.articles, chosen.watches)
    elif chosen.part == "near":
        find_near(chosen.articles)
    elif chosen.part == "cost":
        cost((10, 1_000, 10_000), min(chosen.articles, 30))
    else:
        day(chosen.articles, chosen.watches, chosen.kills)


if __name__ == "__main__":
    main()
