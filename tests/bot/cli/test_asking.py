"""`whosays ask` on a library that is not real."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from retrieval.answered import Answer
from retrieval.model import Filter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.bot.cli.conftest import FakeLibrary, Told


def test_a_question_of_several_words_is_one_question(
    tell: Callable[..., Told], fake: FakeLibrary
) -> None:
    code, out, err = tell("ask", "Will", "the", "bridge", "open", "in", "June?")
    assert (code, err) == (0, "")
    assert out.startswith("Will the bridge open in June?\n2 sources say yes")
    assert "\x1b" not in out
    assert fake.asked == [("Will the bridge open in June?", Filter(), None)]
    # Which is why the stance model was loaded meanwhile; a list of sources needs none.
    assert fake.asks
    tell("sources")
    assert not fake.asks


def test_the_options_become_a_filter(tell: Callable[..., Told], fake: FakeLibrary) -> None:
    tell(
        "ask", "--source", "north", "--source", "South Wire", "--article", "a1", "--since",
        "2024-11-01", "--until", "20241107", "--per-source", "3", "--library", "here", "bridge",
    )  # fmt: skip
    where = Filter(("north", "South Wire"), "2024-11-01", "2024-11-07", "a1")
    assert fake.asked == [("bridge", where, 3)]
    assert fake.settings is not None
    assert fake.settings.library.path.name == "here"


def test_json_is_one_object_and_nothing_else(tell: Callable[..., Told]) -> None:
    code, out, err = tell("ask", "--json", "the bridge")
    assert (code, err) == (0, "")
    assert Answer.from_json(json.loads(out)).question == "the bridge"


def test_an_uncovered_question_is_fine(tell: Callable[..., Told]) -> None:
    code, out, err = tell("ask", "the cup")
    assert (code, err) == (0, "")
    assert "The library does not cover this question." in out


def test_markdown_and_html(tell: Callable[..., Told], tmp_path: Path) -> None:
    assert tell("ask", "--markdown", "bridge")[1].startswith("# bridge\n")
    assert tell("ask", "--html", "page.html", "bridge") == (0, "", "")
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_no_file_is_overwritten_unless_that_was_said(
    tell: Callable[..., Told], tmp_path: Path, fake: FakeLibrary
) -> None:
    article = tmp_path / "article.html"
    article.write_text("An article.", encoding="utf-8")
    code, out, err = tell("ask", "--html", "article.html", "bridge")
    assert (code, out) == (2, "")
    assert err == ("whosays: article.html is there already: choose another name, or say --force.\n")
    assert article.read_text(encoding="utf-8") == "An article."
    assert fake.asked == []
    assert tell("ask", "--html", "article.html", "--force", "bridge")[0] == 0
    assert article.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("given_", "since", "until"),
    [
        (("--since", "2018"), "2018-01-01", None),
        (("--until", "2018"), None, "2018-12-31"),
        (("--since", "November 2024", "--until", "november 2024"), "2024-11-01", "2024-11-30"),
        (("--since", "7 November 2024"), "2024-11-07", None),
    ],
)
def test_days_are_written_as_people_write_them(
    tell: Callable[..., Told],
    fake: FakeLibrary,
    given_: tuple[str, ...],
    since: str | None,
    until: str | None,
) -> None:
    assert tell("ask", *given_, "x")[0] == 0
    assert fake.asked[0][1] == Filter(since=since, until=until)


def test_yesterday_is_the_day_before_today(tell: Callable[..., Told], fake: FakeLibrary) -> None:
    tell("ask", "--since", "yesterday", "--until", "today", "x")
    since, until = fake.asked[0][1].since, fake.asked[0][1].until
    assert since is not None
    assert until is not None
    assert date.fromisoformat(until) - date.fromisoformat(since) == timedelta(days=1)


def test_short_is_a_line_a_passage(tell: Callable[..., Told]) -> None:
    code, out, _ = tell("ask", "--short", "bridge")
    assert code == 0
    assert out.splitlines()[2].startswith("Says yes · The North Post · Speaker: the ministry")
    assert tell("ask", "--short", "--full", "bridge")[0] == 2
    assert tell("ask", "--short", "--json", "bridge")[0] == 2


def test_full_shows_whole_paragraphs(tell: Callable[..., Told]) -> None:
    assert "lorries" not in tell("ask", "bridge")[1]
    assert "lorries" in tell("ask", "--full", "bridge")[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--since", "soon", "x"], "--since takes a day such as 2024-11-07, yesterday, last month"),
        (["--since", "2024-11-08", "--until", "2024-11-07", "x"], "is later than"),
        (["--json", "--markdown", "x"], "Choose one of --json, --markdown, --html and --short."),
        (["--html", "missing/page.html", "x"], "--html must be a file in a folder that exists"),
        (["--html", "page.html"], "give the question"),
        (["--per-source", "0", "x"], "'--per-source'"),
        (["--per-sorce", "1", "x"], "No such option"),
        ([""], "The question is empty"),
    ],
)
def test_bad_input_is_one_line_and_exits_with_2(
    tell: Callable[..., Told], words: list[str], said: str
) -> None:
    code, out, err = tell("ask", *words)
    assert (code, out) == (2, "")
    assert err.startswith("whosays: ")
    assert err.count("\n") == 1
    assert said in err


def test_over_time_each_position_is_in_order(tell: Callable[..., Told], tmp_path: Path) -> None:
    code, out, err = tell("ask", "--timeline", "the bridge")
    assert (code, err) == (0, "")
    assert "\n  7 November 2024\n  The North Post · 09:46 · " in out
    assert "\n  Date not known\n" in out
    found = json.loads(tell("ask", "--timeline", "--json", "the bridge")[1])
    assert [len(each["entries"]) for each in found["timeline"]] == [2, 1, 1]
    assert Answer.from_json({key: found[key] for key in found if key != "timeline"})
    assert "### Date not known" in tell("ask", "--timeline", "--markdown", "the bridge")[1]
    assert tell("ask", "--timeline", "--html", "page.html", "the bridge")[0] == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert '<p class="day">7 November 2024</p>' in page
    assert tell("ask", "--timeline", "--short", "the bridge")[0] == 2
    assert "timeline" not in json.loads(tell("ask", "--json", "the bridge")[1])


@pytest.mark.parametrize(
    ("written", "day"),
    [("2024-11-06", "2024-11-06"), ("November 2024", "2024-11-30"), ("2018", "2018-12-31")],
)
def test_an_answer_of_an_earlier_day(
    tell: Callable[..., Told], fake: FakeLibrary, written: str, day: str
) -> None:
    assert tell("ask", "--at", written, "the bridge")[0] == 0
    assert fake.asked == [("the bridge", Filter(at=day), None)]


def test_what_is_no_day_is_refused(tell: Callable[..., Told], fake: FakeLibrary) -> None:
    code, _, err = tell("ask", "--at", "11/06/2024", "the bridge")
    assert (code, fake.asked) == (2, [])
    assert "--at takes a day" in err
    code, _, err = tell("ask", "--since", "2024-11-08", "--at", "2024-11-07", "the bridge")
    assert (code, fake.asked) == (2, [])
    assert "--since 2024-11-08 is later than --at 2024-11-07." in err


def test_the_picture_is_written_beside_what_is_shown(
    tell: Callable[..., Told], tmp_path: Path, fake: FakeLibrary
) -> None:
    code, out, err = tell("ask", "--json", "--picture", "p.png", "the bridge")
    assert (code, err) == (0, "")
    assert Answer.from_json(json.loads(out)).covered
    assert (tmp_path / "p.png").read_bytes().startswith(b"\x89PNG")
    assert tell("ask", "--picture", "p.SVG", "the bridge")[0] == 0
    assert (tmp_path / "p.SVG").read_text(encoding="utf-8").startswith("<svg ")
    assert tell("ask", "--picture", "none.svg", "the cup")[0] == 0
    assert "does not cover" in (tmp_path / "none.svg").read_text(encoding="utf-8")
    assert tell("ask", "--picture", "late.svg", "--since", "2024", "the cup")[0] == 0
    late = (tmp_path / "late.svg").read_text(encoding="utf-8")
    # In what it shows and in what it says to those who do not see it.
    assert late.count("No article within these limits covers this question.") == 2
    assert "does not cover" not in late
    fake.asked.clear()
    for words, said in (
        (("--picture", "p.png", "bridge"), "p.png is there already"),
        (("--picture", "p.gif", "bridge"), "ends with .png or .svg"),
        (("--picture", "new.png"), "give the question with it"),
        (("--picture", "no/where.png", "bridge"), "a folder that exists"),
    ):
        code, out, err = tell("ask", *words)
        assert (code, out, fake.asked) == (2, "", [])
        assert said in err
    assert tell("ask", "--picture", "p.png", "--force", "the bridge")[0] == 0


def test_a_page_has_the_picture(tell: Callable[..., Told], tmp_path: Path) -> None:
    assert tell("ask", "--html", "page.html", "the bridge")[0] == 0
    assert "<figure><svg " in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert tell("ask", "--html", "none.html", "the cup")[0] == 0
    assert "<figure" not in (tmp_path / "none.html").read_text(encoding="utf-8")
