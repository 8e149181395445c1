"""An Answer in the order in which its passages were published."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given

from bot.render.moments import moment, published
from bot.render.timeline import Fact, steps, timeline, timeline_json, told
from retrieval.answered import Answer, Kind, Passage, Position, Stance
from retrieval.model import ArticleRef, Source
from tests.bot.answers import answers, passage, quickly

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


def _of(*dates: str | None, stance: Stance | None = Stance.SUPPORTS, start: int = 0) -> Position:
    return Position(
        stance,
        "Says yes",
        tuple(_on(day, f"{stance}{start + n}") for n, day in enumerate(dates)),
    )


def _on(day: str | None, name: str) -> Passage:
    article = ArticleRef(id=name, title=f"On {name}", published=day)
    return passage(Source(name, name.upper()), article, "It opened.", "It opened.")


def _answer(*positions: Position) -> Answer:
    kind = Kind.OPEN if positions and positions[0].stance is None else Kind.POLAR
    return Answer("Did it open?", kind, covered=True, conflict=False, positions=positions)


def _facts(answer: Answer) -> dict[str, tuple[Fact, ...]]:
    return {
        published(entry.passage) or "": entry.facts
        for course in timeline(answer, NOW)
        for entry in (*course.dated, *course.undated)
    }


def test_the_earliest_is_first_and_undated_ones_stand_apart() -> None:
    (course,) = timeline(_answer(_of("2024-11-09", None, "2024-11-07T08:00:00")), NOW)
    assert [published(each.passage) for each in course.dated] == [
        "2024-11-07T08:00:00",
        "2024-11-09",
    ]
    assert [each.number for each in course.undated] == [1]
    assert [day for day, _ in steps(course)] == [
        "7 November 2024",
        "9 November 2024",
        "Date not known",
    ]


def test_a_yes_is_reported_first_and_a_no_denied_first() -> None:
    answer = _answer(
        _of("2024-11-07T09:00:00", "2024-11-07T08:00:00"),
        _of("2024-11-07T10:00:00", "2024-11-08", stance=Stance.REFUTES),
        _of("2024-11-01", stance=Stance.NEUTRAL),
    )
    assert _facts(answer) == {
        "2024-11-07T08:00:00": (Fact.FIRST_REPORT,),
        "2024-11-07T09:00:00": (),
        "2024-11-07T10:00:00": (Fact.FIRST_DENIAL,),
        "2024-11-08": (),
        "2024-11-01": (),
    }


def test_where_the_dates_leave_it_open_nobody_is_the_first() -> None:
    same_minute = _answer(_of("2024-11-07T08:00:10", "2024-11-07T08:00:40", "2024-11-07T08:01:00"))
    early = (Fact.EARLY_REPORT,)
    assert list(_facts(same_minute).values()) == [early, early, ()]
    hour_unknown = _answer(_of("2024-11-07T08:00:00", "2024-11-07T09:00:00", "2024-11-07"))
    assert _facts(hour_unknown) == {
        "2024-11-07T08:00:00": early,
        "2024-11-07": early,
        "2024-11-07T09:00:00": (),
    }


def test_an_article_is_one_report_however_many_passages_it_has() -> None:
    one = _on("2024-11-07", "a")
    answer = _answer(Position(Stance.SUPPORTS, "Says yes", (one, replace(one, paragraph=2))))
    (course,) = timeline(answer, NOW)
    assert [each.facts for each in course.dated] == [(Fact.FIRST_REPORT,), ()]


def test_of_all_accounts_one_is_the_first_report() -> None:
    answer = _answer(_of("2024-11-08", stance=None), _of("2024-11-07", stance=None, start=1))
    assert _facts(answer) == {"2024-11-08": (), "2024-11-07": (Fact.FIRST_REPORT,)}


def test_a_date_in_the_future_is_last_and_first_of_nothing() -> None:
    assert _facts(_answer(_of("2031-01-01"))) == {"2031-01-01": (Fact.AHEAD,)}
    assert _facts(_answer(_of("2031-01-01", "2024-11-07"))) == {
        "2031-01-01": (Fact.AHEAD,),
        "2024-11-07": (Fact.FIRST_REPORT,),
    }


def test_words_of_a_correction_have_its_date() -> None:
    late = replace(_on("2024-11-07", "a"), appeared="2024-11-09T10:30:00")
    (course,) = timeline(_answer(Position(Stance.SUPPORTS, "Says yes", (late,))), NOW)
    (entry,) = course.dated
    assert entry.when == moment("2024-11-09T10:30:00")
    assert told(entry) == "10:30 · first report · corrected · first published 7 November 2024"


@quickly
@given(answers())
def test_every_passage_stands_there_once(answer: Answer) -> None:
    courses = timeline(answer, NOW)
    for at, (course, position) in enumerate(zip(courses, answer.positions, strict=True)):
        held = (*course.dated, *course.undated)
        assert sorted(each.number for each in held) == list(range(len(position.passages)))
        assert all(position.passages[each.number] is each.passage for each in held)
        assert all(each.position == at for each in held)
        whens = [each.when.first for each in course.dated if each.when]
        assert whens == sorted(whens)
    told_json = timeline_json(courses)
    assert sum(len(each["entries"]) for each in told_json) == sum(
        len(position.passages) for position in answer.positions
    )
