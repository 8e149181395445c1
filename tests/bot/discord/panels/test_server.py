"""The panel of a server's settings fits, shows what is set, and hides what it is told to."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.discord.commands.settings import changes_of
from bot.discord.language import LANGUAGES, labels
from bot.discord.panels import server
from bot.discord.servers import ServerSettings
from bot.discord.shelf import Held, tag
from retrieval.model import Source
from retrieval.store.records import SourceRow
from tests.bot.discord.panels import rows
from tests.bot.discord.panels.limits import check, written

EN = labels("en")
CHANNELS = st.lists(st.integers(1, 2**63).map(str), max_size=25, unique=True).map(tuple)


@settings(max_examples=50)
@given(
    held=rows.held(),
    data=st.data(),
    channels=CHANNELS,
    per_source=st.none() | st.integers(1, 20),
    language=st.sampled_from(LANGUAGES),
    switches=st.tuples(st.booleans(), st.booleans(), st.booleans()),
)
def test_the_panels_keep_discords_limits(
    held: Held,
    data: st.DataObject,
    channels: tuple[str, ...],
    per_source: int | None,
    language: str,
    switches: tuple[bool, bool, bool],
) -> None:
    ids = [row.source.id for row in held.sources]
    hidden = tuple(data.draw(st.lists(st.sampled_from([*ids, "gone"]), unique=True)))
    there = {int(each) for each in channels[::2]}
    chosen = ServerSettings(
        channels, switches[0], per_source, switches[1], hidden, language if switches[2] else None
    )
    check(server.settings(chosen, held, there, (2, switches[2]), labels(language)))
    check(server.hiding(chosen, held, labels(language), data.draw(st.integers(0, 5))))


def _held(count: int) -> Held:
    sources = [Source(f"s{n:02}", f"Source {n:02}") for n in range(count)]
    return Held(1, tuple(SourceRow(each, 1, 1, None) for each in sources))


def test_a_channel_that_was_deleted_is_said_to_be() -> None:
    chosen = ServerSettings(channels=("1", "2"))
    shown = str(written(server.settings(chosen, _held(1), {2}, (2, True), EN)))
    assert "<#2>, a deleted channel" in shown
    assert "<#1>" not in shown


def test_where_the_operator_has_no_feedback_there_is_no_switch() -> None:
    shown = str(written(server.settings(ServerSettings(), _held(1), (), (2, False), EN)))
    assert "off for all servers" in shown
    assert "settings::feedback" not in shown


def test_hiding_on_a_page_leaves_the_other_pages_alone() -> None:
    held = _held(60)
    chosen = ServerSettings(hidden=("s00", "s30", "s59", "gone"))
    after = server.hidden_after(chosen, held, 1, [tag("s31"), tag("s59")])
    assert set(after) == {"s00", "s59", "gone", "s31"}


@settings(max_examples=50)
@given(
    field=st.sampled_from(["private", "feedback", "channels", "per-source", "language", "", "x"]),
    rest=st.lists(st.sampled_from(["on", "off", "", "1"]), max_size=2),
    values=st.lists(st.text(max_size=9) | st.sampled_from(["0", "21", "en", "xx"]), max_size=3),
)
def test_nothing_comes_of_values_that_no_control_has(
    field: str, rest: list[str], values: list[str]
) -> None:
    for name, value in changes_of(field, rest, values).items():
        match name:
            case "private" | "feedback":
                assert isinstance(value, bool)
            case "channels":
                assert all(each.isdecimal() for each in value)
            case "per_source":
                assert value is None or 1 <= value <= 20
            case _:
                assert name == "language"
                assert value is None or value in LANGUAGES
