"""Answers to draw: with dates as articles have them, hostile names and sources that lean on one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from retrieval.answered import Answer, Kind, Origin, Passage, Position, Span, Stance
from retrieval.model import ArticleRef, Copy, Source
from tests.bot.answers import hostile

if TYPE_CHECKING:
    from collections.abc import Sequence

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)

dates = st.one_of(
    st.none(),
    st.dates().map(lambda day: day.isoformat()),
    st.datetimes().map(lambda at: at.isoformat(timespec="seconds")),
    st.datetimes(datetime(2024, 11, 6), datetime(2024, 11, 9)).map(lambda at: at.isoformat()),  # noqa: DTZ001
    st.sampled_from(["2024-11-07", "2024-11-07T09:46:00+02:00", "2024-11", "soon", ""]),
)
names = hostile | st.sampled_from(["The Post", "הארץ של הנמל", "وكالة أنباء", "日本", "W" * 90])


def said(
    source: str,
    day: str | None,
    *,
    name: str = "",
    origin: str | None = None,
    copies: Sequence[Copy] = (),
) -> Passage:
    """A passage of a source."""
    article = ArticleRef(id=f"{source}-{day}", title="T", published=day, copies=tuple(copies))
    publisher = Source(source, name or f"The {source}")
    return Passage(publisher, article, 1, 0, 4, "Yes.", Span(0, 4, "Yes."), origin=origin)


def polar(*sides: Sequence[Passage], origins: Sequence[Origin] = ()) -> Answer:
    """A yes or no whose positions hold these passages."""
    labels = ("Says yes", "Says no", "Leaves it open")
    positions = tuple(
        Position(stance, label, tuple(passages))
        for stance, label, passages in zip(Stance, labels, sides, strict=False)
    )
    return Answer("Did it open?", Kind.POLAR, True, True, positions, origins=tuple(origins))


@st.composite
def drawings(draw: st.DrawFn) -> Answer:
    """An answer of up to twelve sources."""
    called = draw(st.lists(names, min_size=1, max_size=12))
    passage = st.builds(
        lambda at, day, origin, copies: said(
            f"s{at}", day, name=called[at], origin=origin, copies=copies
        ),
        st.integers(0, len(called) - 1),
        dates,
        st.sampled_from([None, "a", "b", "c"]),
        st.lists(
            st.builds(
                Copy,
                source=st.sampled_from([None, "s0", "elsewhere"]),
                name=st.none() | names,
                published=dates,
            ),
            max_size=2,
        ),
    )
    kind = draw(st.sampled_from(Kind))
    stances: list[Stance | None] = [*Stance] if kind is Kind.POLAR else [None] * 11
    positions = tuple(
        Position(stance, draw(hostile), tuple(draw(st.lists(passage, min_size=1, max_size=4))))
        for stance in stances[: draw(st.integers(0, len(stances)))]
    )
    shown = [each for position in positions for each in position.passages]
    origins = tuple(
        Origin(name, (draw(names),), tuple(dict.fromkeys(each.source.id for each in leaning)))
        for name in "abc"
        if (leaning := [each for each in shown if each.origin == name])
    )
    return Answer(
        draw(hostile),
        kind,
        bool(positions),
        len(positions) > 1,
        positions,
        origins=origins,
        at=draw(st.sampled_from([None, "2024-11-07"])),
    )
