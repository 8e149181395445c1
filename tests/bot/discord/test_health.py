from __future__ import annotations

import asyncio
import json
import math
import threading
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import aiohttp
import pytest

from bot.discord import health
from bot.discord.health import FALLBACK, Health, gateway, listening, probe
from config.errors import SettingsError
from retrieval.errors import LibraryError, ModelError, QuestionError

if TYPE_CHECKING:
    from discord import AutoShardedClient


class Shelf:
    """A library that answers, fails or hangs."""

    def __init__(self, *titles: str) -> None:
        self._titles = list(titles)
        self.generation = 7
        self.index_fault: str | None = None
        self.asked: list[str] = []
        self.fails: Exception | None = None
        self.go = threading.Event()
        self.go.set()

    def titles(self, limit: int) -> list[str]:
        return self._titles[:limit]

    def examine(self, question: str, *, sentences: int) -> object:
        assert 0 < sentences <= 8
        self.asked.append(question)
        self.go.wait(10)
        if self.fails is not None:
            raise self.fails
        if "???" in question:
            raise QuestionError("The question holds no words.")
        return None


def shard(*, open_: bool = True, session: str | None = "s", age: float = 0.0) -> Any:  # noqa: ANN401
    keeper = SimpleNamespace(_last_ack=time.perf_counter() - age, interval=40.0)
    socket = SimpleNamespace(open=open_, session_id=session, _keep_alive=keeper)
    return SimpleNamespace(_parent=SimpleNamespace(ws=socket))


def client(
    *shards: Any,  # noqa: ANN401
    of: int | None = 1,
    latency: float = 0.05,
) -> AutoShardedClient:
    held = dict(enumerate(shards or (shard(),)))
    made = SimpleNamespace(shards=held, shard_count=of, latency=latency)
    return cast("AutoShardedClient", made)


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "PATIENCE_SECONDS", 0.05)


def test_the_canary_asks_the_newest_title() -> None:
    shelf = Shelf("x" * 500, "older")
    assert probe(shelf).ok
    assert shelf.asked == ["x" * 200]


@pytest.mark.parametrize("titles", [(), ("???",)], ids=["nothing held", "no question"])
def test_the_canary_always_has_a_question(titles: tuple[str, ...]) -> None:
    shelf = Shelf(*titles)
    assert probe(shelf).ok
    assert shelf.asked[-1] == FALLBACK


def test_the_real_library_takes_a_canary(seeded: Any) -> None:  # noqa: ANN401
    assert probe(seeded).took > 0


async def test_all_is_well() -> None:
    report = await Health(client(), Shelf("A title")).report()
    assert report["ok"]
    assert report["gateway"] == {
        "ok": True,
        "shards": 1,
        "connected": 1,
        "latency_ms": 50,
        "last_heartbeat_s": pytest.approx(0.0, abs=1.0),
    }
    assert report["library"] == {"ok": True, "generation": 7}
    assert json.loads(json.dumps(report, allow_nan=False)) == report


async def test_the_canary_is_asked_again_when_its_word_is_old(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shelf = Shelf("A title")
    looked = Health(client(), shelf)
    await looked.report()
    await looked.report()
    assert len(shelf.asked) == 1
    monkeypatch.setattr(health, "CANARY_SECONDS", 0.0)
    await looked.report()
    assert len(shelf.asked) == 2


@pytest.mark.parametrize("error", [LibraryError("gone"), ModelError("no model")])
async def test_a_library_that_fails_is_no_health_until_it_answers(error: Exception) -> None:
    shelf = Shelf("A title")
    shelf.fails = error
    looked = Health(client(), shelf)
    report = await looked.report()
    assert (report["ok"], report["canary"]["ok"]) == (False, False)
    shelf.fails = None
    assert (await looked.report())["ok"]


async def test_a_server_that_holds_the_index_and_fails_is_no_health_until_it_answers() -> None:
    shelf = Shelf("A title")
    looked = Health(client(), shelf)
    assert (await looked.report())["index"] == {"ok": True, "fault": None}
    shelf.index_fault = "The index server at http://milvus:19530 failed."
    report = await looked.report()
    assert not report["ok"]
    assert report["index"] == {"ok": False, "fault": shelf.index_fault}
    shelf.index_fault = None
    assert (await looked.report())["ok"]


@pytest.mark.usefixtures("patient")
async def test_a_library_that_hangs_is_told_in_time_and_asked_once() -> None:
    shelf = Shelf("A title")
    shelf.go.clear()
    looked = Health(client(), shelf)
    for _ in range(3):
        report = await looked.report()
        assert (report["canary"]["ok"], report["library"]["ok"]) == (False, False)
    assert len(shelf.asked) == 1
    shelf.go.set()
    await asyncio.to_thread(looked.close)


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (client(of=None), "not started"),
        (client(shard(), of=2), "one of two"),
        (client(shard(open_=False)), "closed"),
        (client(shard(session=None)), "not ready"),
        (client(shard(age=81.0)), "two heartbeats missed"),
        (client(shard(), shard(age=81.0), of=2), "one of two is dead"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_wrong_with_a_gateway(made: AutoShardedClient, why: str) -> None:
    assert not gateway(made)["ok"], why


def test_one_missed_heartbeat_is_forgiven() -> None:
    assert gateway(client(shard(age=60.0)))["ok"]


def test_before_anything_is_measured_there_are_no_figures() -> None:
    made = client(latency=math.nan)
    made.shards.clear()
    told = gateway(made)
    assert (told["latency_ms"], told["last_heartbeat_s"]) == (None, None)


@pytest.mark.parametrize(("connected", "status"), [(True, 200), (False, 503)])
async def test_the_endpoint(*, connected: bool, status: int) -> None:
    looked = Health(client(shard(open_=connected)), Shelf("A title"))
    async with (
        listening(looked, "127.0.0.1", 0) as (host, port),
        aiohttp.ClientSession(f"http://{host}:{port}") as session,
    ):
        async with session.get("/health") as answer:
            assert answer.status == status
            assert (await answer.json())["ok"] == connected
        for path in ("/", "/health/x"):
            async with session.get(path) as answer:
                assert answer.status == 404
        async with session.post("/health") as answer:
            assert answer.status == 405


async def test_an_address_that_cannot_be_bound_is_one_line() -> None:
    async with listening(Health(client(), Shelf("A title")), "127.0.0.1", 0) as (host, port):
        with pytest.raises(SettingsError, match="WHOSAYS_HEALTH__PORT"):
            async with listening(Health(client(), Shelf("A title")), host, port):
                pass
