"""`whosays watch`, `watches` and `ask --since-last`, over a library whose answers are plain."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest

from bot.cli import opening, remembering, telling
from config.settings import LibrarySettings, Settings
from config.watching import WatchSettings
from retrieval.library import Library
from retrieval.watching import memory
from retrieval.watching.watcher import Watcher
from tests.retrieval.watching.newsroom import QUESTION, Newsroom, no, yes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.bot.cli.conftest import FakeLibrary, Told


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fake: FakeLibrary) -> Settings:
    """The commands open a library of plain answers; its settings."""
    chosen = Settings(
        library=LibrarySettings(path=tmp_path / "library", seeds=False),
        watch=WatchSettings(gather_seconds=0),
    )

    def open_library(*_: object, **__: object) -> Library:
        library = Library.open(chosen)
        Newsroom(library, chosen, tmp_path / "articles")
        return library

    monkeypatch.setattr(opening, "open_library", open_library)
    monkeypatch.setattr(opening, "settings", lambda _: chosen)
    monkeypatch.setattr(remembering, "remember", memory.remember)
    return chosen


@pytest.fixture
def publish(opened: Settings, tmp_path: Path) -> Callable[..., None]:
    def add(name: str, *paragraphs: str) -> None:
        with Library.open(opened) as library:
            Newsroom(library, opened, tmp_path / "articles").publish(name, *paragraphs)

    return add


def test_a_question_is_watched_listed_and_watched_no_more(
    tell: Callable[..., Told], opened: Settings
) -> None:
    assert tell("watches") == (0, "No question is watched.\n", "")
    code, out, err = tell("watch", "add", *QUESTION.split(), "--when", "daily")
    assert (code, err) == (0, "")
    assert QUESTION in out
    listed = json.loads(tell("watches", "--json")[1])
    (row,) = listed["watches"]
    assert (row["question"], row["when"]) == (QUESTION, "daily")
    assert f"{row['watch'][:8]}  {QUESTION}" in tell("watches")[1]
    assert tell("watch", "remove", row["watch"][:8])[0] == 0
    assert tell("watches")[1] == "No question is watched.\n"
    assert tell("watch", "remove", row["watch"])[0] == 2


@pytest.mark.parametrize(
    "words",
    [
        ("watch",),
        ("watch", "add", "What about the new bridge?"),
        ("watch", "add", QUESTION, "--when", "hourly"),
        ("watch", "add", QUESTION, "--source", "nobody"),
        ("watch", "--run", "--webhook", "file:///etc/passwd"),
        ("watch", "--run", "add", QUESTION),
        ("ask", QUESTION, "--since-last", "--markdown"),
    ],
)
def test_what_cannot_be_done_is_bad_input(
    tell: Callable[..., Told], opened: Settings, words: tuple[str, ...]
) -> None:
    code, out, err = tell(*words)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1


def _step(opened: Settings, tmp_path: Path, tell: telling.Tell) -> None:
    with Library.open(opened) as library:
        Newsroom(library, opened, tmp_path / "articles")
        telling.step(library, Watcher(library, opened, "terminal"), tell)


def test_news_are_told_as_json_once(
    tell: Callable[..., Told],
    opened: Settings,
    publish: Callable[..., None],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    publish("north", yes("north"))
    tell("watch", "add", QUESTION)
    publish("south", no("south"))
    for _ in range(2):
        _step(opened, tmp_path, telling.teller(None))
    (line,) = capsys.readouterr().out.splitlines()
    told = json.loads(line)
    assert (told["schema"], told["question"], told["first"]) == (1, QUESTION, False)
    ((position,), gone) = told["positions"], told["gone"]
    assert (position["stance"], position["passages"][0]["text"]) == ("refutes", no("south"))
    assert gone == []


class Killed(BaseException):
    """The process ends here."""


def test_what_was_being_told_when_the_process_ended_is_told_again_as_the_same(
    tell: Callable[..., Told], opened: Settings, publish: Callable[..., None], tmp_path: Path
) -> None:
    tell("watch", "add", QUESTION)
    publish("north", yes("north"))
    told: list[dict[str, object]] = []

    def dies(each: dict[str, object]) -> None:
        told.append(each)
        raise Killed

    with pytest.raises(Killed):
        _step(opened, tmp_path, dies)
    for _ in range(2):
        _step(opened, tmp_path, told.append)
    assert len(told) == 2
    assert told[0] == told[1]


@pytest.fixture
def receiver() -> Iterator[tuple[str, list[tuple[str, object]], list[int]]]:
    """A webhook: its address, what it was given with which key, and what it answers next."""
    given: list[tuple[str, object]] = []
    answers: list[int] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            given.append((self.headers["Idempotency-Key"], json.loads(body)))
            self.send_response(answers.pop() if answers else 204)
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/hook", given, answers
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_webhook_that_fails_is_given_the_same_again(
    tell: Callable[..., Told],
    opened: Settings,
    publish: Callable[..., None],
    tmp_path: Path,
    receiver: tuple[str, list[tuple[str, object]], list[int]],
) -> None:
    address, given, answers = receiver
    tell("watch", "add", QUESTION)
    publish("north", yes("north"))
    answers.append(503)
    with pytest.raises(telling.WebhookError, match="503"):
        _step(opened, tmp_path, telling.teller(address))
    for _ in range(2):
        _step(opened, tmp_path, telling.teller(address))
    first, second = given
    assert first == second


def test_running_ends_when_it_is_asked_to(
    opened: Settings,
    publish: Callable[..., None],
    tell: Callable[..., Told],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    tell("watch", "add", QUESTION)
    publish("north", yes("north"))
    stop, told = threading.Event(), list[dict[str, object]]()

    def hear(each: dict[str, object]) -> None:
        told.append(each)
        stop.set()

    with Library.open(opened) as library:
        Newsroom(library, opened, tmp_path / "articles")
        telling.run(library, opened, hear, stop)
    assert len(told) == 1
    # Nothing may be new for days: on a terminal it is said that it runs.
    assert "Telling what is new on 1 question; Ctrl-C ends it.\n" in capsys.readouterr().err


def test_only_what_is_new_since_it_was_last_asked(
    tell: Callable[..., Told], opened: Settings, publish: Callable[..., None]
) -> None:
    publish("north", yes("north"), "The works at the harbour go on.")
    assert yes("north").split(",")[0] in tell("ask", QUESTION)[1]
    out = tell("ask", QUESTION, "--since-last")[1]
    assert "Nothing new since" in out
    publish("south", no("south"))
    publish("north", "The works at the Alder bridge go on.", "The works at the harbour go on.")
    data = json.loads(tell("ask", QUESTION, "--since-last", "--json")[1])
    assert [each["stance"] for each in data["positions"]] == ["refutes"]
    assert [each["passage"]["text"] for each in data["gone"]] == [yes("north")]
    assert data["since"]
    assert "Nothing new" in tell("ask", QUESTION, "--since-last")[1]


def test_what_is_gone_is_shown_with_its_old_words(
    tell: Callable[..., Told], opened: Settings, publish: Callable[..., None]
) -> None:
    publish("north", yes("north"), "The works at the harbour go on.")
    tell("ask", QUESTION)
    publish("north", "The works at the Alder bridge go on.", "The works at the harbour go on.")
    out = tell("ask", QUESTION, "--since-last")[1]
    assert "No longer there, under “Says yes” before" in out
    assert "╳ Yes, the bridge at Alder opens" in out


def test_a_question_that_was_not_asked_before_is_answered_whole(
    tell: Callable[..., Told], opened: Settings, publish: Callable[..., None]
) -> None:
    publish("north", yes("north"))
    data = json.loads(tell("ask", QUESTION, "--since-last", "--json")[1])
    assert data["covered"] is True
    nothing_new = json.loads(tell("ask", QUESTION, "--since-last", "--json")[1])
    assert (nothing_new["positions"], nothing_new["kind"]) == ([], "polar")
