"""Settings of servers: what was kept comes back, and what cannot be used is as if not set."""

from __future__ import annotations

import asyncio
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.servers import NOTHING_SET, Servers, ServerSettings
from retrieval.store.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from retrieval.library import Library


class Kept(Ledger):
    """A ledger in memory that counts how often it is read."""

    def __init__(self, **values: object) -> None:
        self.values: dict[str, object] = values
        self.reads = 0

    def server(self, server: str) -> dict[str, object]:
        self.reads += 1
        return self.values

    def set_server(self, server: str, values: Mapping[str, object]) -> None:
        self.values = dict(values)


async def test_what_is_set_is_kept_in_the_library(library: Library) -> None:
    servers = Servers(library.ledger)
    changed = await servers.set(1, private=True, hidden=("a", "b"))
    assert changed == ServerSettings(private=True, hidden=("a", "b"))
    assert await servers.set(1, per_source=3) == ServerSettings(
        private=True, per_source=3, hidden=("a", "b")
    )
    other = Servers(library.ledger)
    assert await other.load(1) == servers.get(1)
    assert await other.load(2) == NOTHING_SET


async def test_a_server_is_read_once() -> None:
    kept = Kept(private=True)
    servers = Servers(kept)
    await asyncio.gather(*(servers.load(7) for _ in range(5)))
    reads = kept.reads
    assert servers.get(7).private
    await servers.load(7)
    assert kept.reads == reads
    servers.forget(7)
    assert servers.get(7).private
    assert kept.reads == reads + 1


async def test_direct_messages_have_no_settings() -> None:
    kept = Kept(private=True)
    servers = Servers(kept)
    assert await servers.load(None) == servers.get(None) == NOTHING_SET
    assert kept.reads == 0


async def test_changes_made_at_once_are_all_kept(library: Library) -> None:
    servers = Servers(library.ledger)
    await asyncio.gather(
        servers.set(1, private=True), servers.set(1, per_source=5), servers.set(1, language="uk")
    )
    expected = ServerSettings(private=True, per_source=5, language="uk")
    assert servers.get(1) == await Servers(library.ledger).load(1) == expected


async def test_changes_that_depend_on_what_is_set_are_all_kept(library: Library) -> None:
    servers = Servers(library.ledger)

    def hiding(source: str) -> Callable[[ServerSettings], ServerSettings]:
        return lambda now: replace(now, hidden=(*now.hidden, source))

    await asyncio.gather(*(servers.change(1, hiding(source)) for source in "abc"))
    assert set((await Servers(library.ledger).load(1)).hidden) == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("channels", "123"),
        ("channels", ["news"]),
        ("channels", None),
        ("private", "yes"),
        ("per_source", 0),
        ("per_source", 21),
        ("per_source", True),
        ("per_source", "3"),
        ("feedback", "no"),
        ("hidden", 5),
        ("language", "xx"),
        ("language", 1),
        ("colour", "blue"),
    ],
)
async def test_what_cannot_be_used_is_as_if_not_set(field: str, value: object) -> None:
    assert await Servers(Kept(**{field: value})).load(1) == NOTHING_SET


SETTINGS = st.builds(
    ServerSettings,
    channels=st.lists(st.integers(0, 2**63).map(str), max_size=25).map(tuple),
    private=st.booleans(),
    per_source=st.none() | st.integers(1, 20),
    feedback=st.booleans(),
    hidden=st.lists(st.text(max_size=30), max_size=5).map(tuple),
    language=st.none() | st.sampled_from(["en", "de", "fr", "es", "ru", "uk"]),
)


@given(SETTINGS)
def test_settings_come_back_as_they_were_kept(settings: ServerSettings) -> None:
    assert Servers(Kept(**asdict(settings))).get(1) == settings


def test_where_it_answers() -> None:
    everywhere, chosen = ServerSettings(), ServerSettings(channels=("10", "20"))
    assert everywhere.answers_in(1, None, None)
    assert chosen.answers_in(10, None, None)
    assert chosen.answers_in(99, 10, None), "a thread of the channel"
    assert chosen.answers_in(98, None, 20), "a channel of the category"
    assert not chosen.answers_in(11, None, 21)
