"""Where everything of a picture stands: nothing over anything else, and in order of time."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.discord.language import LANGUAGES, labels
from bot.render.moments import moment
from bot.render.picture import picture_text
from bot.render.picture.axis import SIZE, axis
from bot.render.picture.layout import WIDTH, items, layout
from bot.render.picture.letters import width
from bot.render.picture.marks import RADIUS
from retrieval.answered import Answer, Kind, Origin
from retrieval.model import Copy
from tests.bot.answers import quickly
from tests.bot.render.picture.drawings import NOW, dates, drawings, polar, said
from tests.bot.render.picture.reading import SAY, SVG, read, texts


@quickly
@given(drawings())
def test_every_passage_has_its_mark_and_nothing_lies_over_it(answer: Answer) -> None:
    plan = layout(answer, NOW, 100.0)
    found = [mark for row in plan.rows for mark in row.marks]
    wanted = items(answer, NOW)
    assert sorted(map(repr, (each.item for each in found))) == sorted(map(repr, wanted))
    own = [each for each in wanted if not each.copied]
    assert len(own) == sum(len(position.passages) for position in answer.positions)
    for row in plan.rows:
        for mark in row.marks:
            assert row.top < mark.y - RADIUS
            assert mark.y + RADIUS < row.bottom
            assert mark.x - RADIUS > 0
            assert mark.x + RADIUS < plan.right
            if plan.undated is not None and mark.item.when is not None:
                assert mark.x + RADIUS <= plan.undated
        for one in row.marks:
            for other in row.marks:
                if one is not other and one.y == other.y:
                    assert abs(one.x - other.x) >= 2 * RADIUS
    for above, below in pairwise(plan.rows):
        assert above.bottom <= below.top
    drawn = read(answer).iter(f"{SVG}path")
    shapes = [each for each in drawn if "whosays-side" in each.get("class", "")
              or "whosays-account" in each.get("class", "")]  # fmt: skip
    assert len([each for each in shapes if each.get("d", "").endswith("z")]) >= len(found)


@quickly
@given(drawings())
def test_lines_of_origins_join_the_rows_that_lean_on_one_and_never_touch(answer: Answer) -> None:
    plan = layout(answer, NOW, 0.0)
    rows = {row.source: row.middle for row in plan.rows}
    for lean in plan.leans:
        assert list(lean.at) == sorted(rows[each] for each in lean.origin.sources)
        assert plan.right < lean.x < WIDTH
    for one in plan.leans:
        for other in plan.leans:
            if one is not other and one.x == other.x:
                assert one.at[-1] < other.at[0] or other.at[-1] < one.at[0]


@given(st.lists(dates.map(moment).filter(bool), min_size=1, max_size=5), st.sampled_from(LANGUAGES))
def test_the_labels_of_time_do_not_touch(found: list[object], language: str) -> None:
    across = axis([each for each in found if each is not None], 20.0, 480.0)  # type: ignore[misc]
    assert across is not None
    ticks = across.ticks(labels(language))
    assert 1 <= len(ticks) <= 12
    for one, other in pairwise(ticks):
        assert one.left + width(one.label, SIZE) < other.left
    named = [each for each in ticks if each.over]
    for one, other in pairwise(named):
        assert one.over_left + width(one.over, SIZE) < other.over_left
    for tick in ticks:
        assert 20 <= tick.left <= 480.1 - width(tick.label, SIZE)
        assert 20 <= tick.over_left <= 480.1 - width(tick.over, SIZE)
    places = [across.middle(each) for each in sorted(set(found), key=lambda each: each.first)]  # type: ignore[arg-type, attr-defined]
    firsts = [across.at(each.first) for each in sorted(found)]  # type: ignore[attr-defined, type-var]
    assert firsts == sorted(firsts)
    assert all(20 < each < 480 for each in places)


def test_one_late_article_does_not_press_a_day_into_one_place() -> None:
    day = [said(f"s{n}", f"2024-11-07T{8 + n:02d}:00:00") for n in range(8)]
    plan = layout(polar([*day, said("late", "2027-02-01")]), NOW.replace(year=2028), 0.0)
    assert plan.axis is not None
    assert len(plan.axis.breaks) == 1
    places = [mark.x for row in plan.rows for mark in row.marks]
    assert places == sorted(places)
    assert places[7] - places[0] > 200
    assert places[7] < plan.axis.breaks[0] < places[8]
    answer = polar([*day, said("late", "2026-02-01")])
    assert "time is left out" in texts(read(answer))
    for dates_ in (("2024-11-07", "2026-02-01"), ("2024-11-07", "2024-11-08", "2024-11-12")):
        few = layout(polar([said(each, each) for each in dates_]), NOW, 0.0)
        assert few.axis is not None
        assert few.axis.breaks == []


def test_a_day_three_years_and_a_minute_have_labels() -> None:
    for first, last in (
        ("2024-11-07T08:00:00", "2024-11-07T20:00:00"),
        ("2021-11-07", "2024-11-07"),
        ("2024-11-07T08:00:00", "2024-11-07T08:00:00"),
        ("1990-01-01", "2024-11-07"),
    ):
        answer = polar([said("a", first), said("b", last)])
        across = layout(answer, NOW, 0.0).axis
        assert across is not None
        assert 4 <= len(across.ticks(SAY)) <= 12, (first, last)


def test_what_has_no_hour_is_not_put_below_one() -> None:
    for dates_, written in (
        (["2024-11-07"], ["7 Nov"]),
        (["2024-11-07", "2024-11-08"], ["7 Nov", "8 Nov"]),
        (["2024-11"], ["Nov"]),
    ):
        plan = layout(polar([said(each, each) for each in dates_]), NOW, 0.0)
        assert plan.axis is not None
        ticks = plan.axis.ticks(SAY)
        assert [each.label for each in ticks] == written
        for tick, row in zip(ticks, plan.rows, strict=True):
            assert abs(tick.x - row.marks[0].x) < 1
    hour = layout(polar([said("a", "2024-11-07"), said("b", "2024-11-07T12:00:00")]), NOW, 0.0).axis
    assert hour is not None
    assert "12:00" in [each.label for each in hour.ticks(SAY)]


def test_days_are_written_across_the_end_of_a_month() -> None:
    for first, last in (("2015-03-26", "2015-04-03"), ("2024-02-25", "2024-03-04")):
        across = layout(polar([said("a", first), said("b", last)]), NOW, 0.0).axis
        assert across is not None
        assert 3 <= len(across.ticks(SAY)) <= 5, first


def test_copies_are_hollow_and_stand_with_their_own_source_and_date() -> None:
    copy = Copy(url="https://x.example/", source="wire", name="City Wire", published="2024-11-09")
    answer = polar([said("post", "2024-11-07", copies=[copy, Copy(path="also.txt")])])
    plan = layout(answer, NOW, 0.0)
    assert [(row.name, [each.item.copied for each in row.marks]) for row in plan.rows] == [
        ("The post", [False]),
        ("City Wire", [True]),
    ]
    assert "a copy of another source’s article" in texts(read(answer))
    assert "City Wire: 9 Nov 2024 – Says yes (copy)" in picture_text(answer, SAY, NOW)


def test_what_has_no_date_or_one_to_come_stands_apart() -> None:
    answer = polar([said("a", "2024-11-07"), said("b", None), said("c", "2031-01-01")])
    plan = layout(answer, NOW, 0.0)
    assert plan.undated is not None
    assert [mark.x > plan.undated for row in plan.rows for mark in row.marks] == [False, True, True]
    assert {"no date", "in the future"} <= set(texts(read(answer)))
    told = picture_text(answer, SAY, NOW)
    assert "The b: date not known – Says yes" in told
    assert "The c: 1 Jan 2031 (dated in the future) – Says yes" in told
    assert layout(polar([said("a", "2024-11-07")]), NOW, 0.0).undated is None


def test_a_day_without_an_hour_is_drawn_as_long_as_it_is() -> None:
    answer = polar([said("a", "2024-11-07"), said("b", "2024-11-07T12:00:00")])
    known = {row.source: row.marks[0].known for row in layout(answer, NOW, 0.0).rows}
    assert known["a"] is not None
    assert known["b"] is None
    assert "only the day or the month is known" in texts(read(answer))


def test_origins_that_one_source_leans_on_are_no_lines() -> None:
    answer = polar(
        [said("a", "2024-11-07", origin="x"), said("b", "2024-11-08", origin="y")],
        [said("c", "2024-11-08", origin="y")],
        origins=[Origin("x", ("X",), ("a",)), Origin("y", (), ("b", "c"))],
    )
    assert [(each.letter, each.origin.id) for each in layout(answer, NOW, 0.0).leans] == [
        ("a", "y")
    ]
    assert "lean on y" in texts(read(answer))
    assert answer.kind is Kind.POLAR
