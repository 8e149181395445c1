"""An Answer as a picture: whole, legible, nothing over anything else, the same everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from colorsys import rgb_to_hls
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.language import LANGUAGES, labels
from bot.render.moments import moment
from bot.render.picture import picture_png, picture_svg, picture_text
from bot.render.picture.axis import SIZE, axis
from bot.render.picture.layout import WIDTH, items, layout
from bot.render.picture.letters import fitted, marked, shows, width, wrapped
from bot.render.picture.marks import COLOURS, INKS, RADIUS, SHAPES, kinds, outline
from bot.render.safe import is_safe
from retrieval.model import Answer, Copy, Kind, Origin, Position
from tests.bot.answers import ACCOUNTS, POLAR, UNCLEAR, UNCOVERED, answers, hostile, quickly
from tests.bot.render.picture.drawings import NOW, dates, drawings, names, polar, said
from tests.conftest import ROOT

SAY = labels("en")
SVG = "{http://www.w3.org/2000/svg}"


def read(answer: Answer, *, packaged: bool = False) -> ElementTree.Element:
    """The picture, as a parser of XML reads it."""
    return ElementTree.fromstring(picture_svg(answer, SAY, NOW, packaged=packaged))  # noqa: S314


def texts(picture: ElementTree.Element) -> list[str]:
    return [each.text or "" for each in picture.iter(f"{SVG}text")]


@quickly
@given(answers() | drawings(), st.booleans())
def test_whatever_is_drawn_is_well_formed_and_safe(answer: Answer, packaged: bool) -> None:
    picture = read(answer, packaged=packaged)
    tags = {each.tag.removeprefix(SVG) for each in picture.iter()}
    assert tags <= {"svg", "desc", "style", "rect", "path", "text", "circle"}
    allowed = {
        "width", "height", "viewBox", "role", "aria-labelledby", "font-family", "font-stretch",
        "id", "class", "color", "fill", "d", "stroke", "stroke-width", "stroke-dasharray",
        "stroke-linejoin", "x", "y", "font-size", "cx", "cy", "r",
        "{http://www.w3.org/XML/1998/namespace}space",
    }  # fmt: skip
    assert {name for each in picture.iter() for name in each.attrib} <= allowed
    for text in texts(picture):
        assert is_safe(text.rstrip("\u200f"))
        assert not packaged or shows(text.rstrip("\u200f"))


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


def test_colour_is_never_the_only_sign_and_never_green_or_red() -> None:
    assert len({outline(shape, 0, 0) for shape in SHAPES}) == len(SHAPES)
    sides = kinds(polar([], [], []))
    assert len({each.shape for each in sides}) == len({each.colour for each in sides}) == 3
    many = replace(ACCOUNTS, positions=tuple(Position(None, "x", ()) for _ in range(30)))
    accounts = kinds(many)
    assert len(set(accounts)) == 30
    assert {each.colour for each in sides}.isdisjoint(each.colour for each in accounts)
    for shades in COLOURS.values():
        for shade in shades:
            hue, _, saturation = rgb_to_hls(*_rgb(shade))
            assert 35 < hue * 360 < 60 or 170 < hue * 360 < 330 or saturation < 0.1


def test_marks_and_letters_stand_out_in_light_and_dark() -> None:
    for name, shades in INKS.items():
        for shade, ground in zip(shades, INKS["page"], strict=True):
            ratio = _contrast(shade, ground)
            if name in ("ink", "soft"):
                assert ratio >= 4.5, name
            elif name not in ("page", "rule"):
                # Numbers stand in the marks of accounts.
                assert ratio >= 4.5, name


def _rgb(shade: str) -> tuple[float, float, float]:
    red, green, blue = (int(shade[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""

    def luminance(shade: str) -> float:
        parts = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
                 for each in _rgb(shade)]  # fmt: skip
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


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


@quickly
@given(drawings(), st.sampled_from(LANGUAGES))
def test_the_words_name_every_source_position_and_origin(answer: Answer, language: str) -> None:
    say = labels(language)
    told = picture_text(answer, say, NOW)
    assert is_safe(told.replace("\n", " "))
    rows = layout(answer, NOW, 0.0).rows
    lines = told.split("\n")
    first = 1 + (answer.at is not None) + len(answer.positions) if rows else len(lines)
    leaning = len(layout(answer, NOW, 0.0).leans)
    assert len(lines) == first + len(rows) + leaning or not rows
    for row, line in zip(rows, lines[first:], strict=False):
        assert line.count(" – ") >= len(row.marks)


def test_the_words_of_an_answer() -> None:
    assert picture_text(replace(POLAR, at="2024-11-30"), SAY, NOW).split("\n") == [
        "Who said what when: Will the bridge open in June?",
        "As of 30 Nov 2024: what had been published by then, in the version of then.",
        "Circle: Says yes",
        "Square: Says no",
        "Triangle: Leaves it open",
        "South Wire: 2024-11 – Says yes; 2024-11 – Says no",
        "The North Post: 7 Nov 2024, 09:46 – Says yes",
        "note-7: date not known – Leaves it open",
        "Lean on Gazette: The North Post, South Wire",
    ]
    assert "Square 2: Account 2" in picture_text(ACCOUNTS, SAY, NOW)
    for answer in (UNCOVERED, UNCLEAR):
        assert len(picture_text(answer, SAY, NOW).split("\n")) == 2
        assert len(texts(read(answer))) == 2


@given(hostile | names, st.floats(20, 600))
def test_letters_keep_within_their_room(text: str, room: float) -> None:
    assert width(fitted(text, 20, room), 20) <= max(room, width("…", 20))
    lines = wrapped(text, 20, room, 3)
    assert len(lines) <= 3
    assert all(width(line, 20) <= max(room, width("…", 20)) for line in lines)
    assert shows(marked(text))


def test_a_name_that_is_cut_goes_on_where_it_is_read() -> None:
    assert fitted("x" * 90, 20, 100).endswith("x…")
    assert fitted("הארץ של הנמל הארץ של הנמל", 20, 100).endswith("…\u200f")


def test_a_name_in_letters_that_the_font_lacks_is_another_of_the_source_s() -> None:
    answer = polar([said("harbour", "2024-11-07", name="港湾新聞")])
    assert "港湾新聞" in texts(read(answer))
    assert "harbour" in texts(read(answer, packaged=True))
    passage = answer.positions[0].passages[0]
    source = replace(passage.source, url="https://kowan.example/")
    answer = polar([replace(passage, source=source)])
    assert "kowan.example" in texts(read(answer, packaged=True))
    source = replace(source, spellings=("Kowan Shimbun",))
    assert "Kowan Shimbun" in texts(read(polar([replace(passage, source=source)]), packaged=True))


def test_a_picture_has_the_same_bytes_whatever_the_machine_is_set_to() -> None:
    program = (
        "import hashlib, sys; from bot.discord.language import labels; "
        "from bot.render.picture import picture_png; from tests.bot.answers import POLAR; "
        "from tests.bot.render.picture.drawings import NOW; "
        "sys.stdout.write(hashlib.sha256(picture_png(POLAR, labels('uk'), NOW)).hexdigest())"
    )
    settings = (
        {"TZ": "Asia/Tokyo", "LC_ALL": "ru_RU.UTF-8", "LANG": "ru_RU.UTF-8"},
        {"TZ": "America/Lima", "HOME": "/nonexistent", "FONTCONFIG_FILE": "/nonexistent"},
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, **each, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for each in settings
    }
    assert len(found) == 1


def test_the_letters_of_every_language_are_drawn() -> None:
    for language in LANGUAGES:
        for answer in (POLAR, ACCOUNTS, UNCOVERED):
            picture = picture_svg(answer, labels(language), NOW, packaged=True)
            assert "⟨U+" not in picture, language
    blank = picture_png(polar([said("a", None, name=" ")]), SAY, NOW)
    for name in ("Post", "Пошта", "Ταχ", "הנמל", "وكالة", "Ակօս", "ფოსტა"):
        one = polar([said("a", None, name=name)])
        assert picture_png(one, SAY, NOW) != blank, name


@pytest.mark.parametrize("count", [1, 200])
def test_a_picture_is_as_large_as_a_place_can_show(count: int) -> None:
    answer = polar([said(f"s{n}", "2024-11-07") for n in range(count)])
    png = picture_png(answer, SAY, NOW, theme="dark")
    assert png.startswith(b"\x89PNG")
    wide, high = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    assert wide <= 1200
    assert high <= 13_001


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
