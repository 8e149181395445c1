"""An Answer on a terminal."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.cells import cell_len

from bot.render import cited
from bot.render.html import answer_html
from bot.render.markdown import answer_markdown
from retrieval.answered import Origin, Position, Searched, SilentSource
from retrieval.model import Copy, Filter, Original
from tests.bot.answers import (
    ACCOUNTS,
    BRIDGE,
    LINKED,
    LONG,
    NORTH,
    POLAR,
    UNCLEAR,
    UNCOVERED,
    passage,
)
from tests.bot.render.terminals import ANSI, joined, short, shown

if TYPE_CHECKING:
    from retrieval.model import ArticleRef


def _of(article: ArticleRef) -> Position:
    return Position(None, "Account 1", (passage(NORTH, article, LONG, "open in June"),))


def test_an_answer_is_shown_by_position_with_all_that_a_reader_needs() -> None:
    text = shown(POLAR)
    headings = [
        line for line in text.splitlines() if line in ("Says yes", "Says no", "Leaves it open")
    ]
    assert headings == ["Says yes", "Says no", "Leaves it open"]
    for piece in (
        "Will the bridge open in June?",
        "2 sources say yes, 1 says no, 1 leaves it open; 4 searched",
        "The North Post · 7 November 2024, 09:46 (updated 8 November 2024)",
        "Speaker: the ministry, via Gazette",
        "https://north.example/2024/11/07/bridge-to-open-in-june-ministry-says\n",
        "  ¶ 3 · whosays show a1b2c3:3\n",
        "  texts/002.txt\n  ¶ 1 · whosays show d4e5f6:1\n",
        "  “Bridge to open in June, ministry says”\n",
        "note-7 (publisher not known) · date not known",
        "2 sources lean on one origin: Gazette – The North Post, South Wire",
        "also at",
        "texts/001_bridge.txt",
        "https://mirror.example/bridge",
        "On the event, nothing clear found on this point: East Radio",
        "Searched 4 sources, 5 articles, 57 paragraphs.",
    ):
        assert piece in text


def test_without_colours_the_span_stands_between_marks_that_are_explained_once() -> None:
    text = shown(POLAR)
    assert text.count("⟦ ⟧ stand around") == 1
    assert "⟦“The bridge will open in June,” the ministry told the Gazette⟧ on" in text
    assert "\x1b" not in text


def test_in_colours_the_span_is_bold_and_underlined_and_has_no_marks() -> None:
    text = shown(POLAR, colours=True)
    assert "⟦" not in text
    assert "\x1b[1;4mwill not open in June\x1b[0m" in text


def test_no_position_is_green_or_red() -> None:
    text = shown(POLAR, colours=True)
    codes = {code for found in ANSI.findall(text) for code in found[2:-1].split(";")}
    assert codes & {"36", "35", "34"} == {"36", "35", "34"}
    assert not codes & {"31", "32", "91", "92"}


def test_a_cut_is_shown_and_full_shows_the_whole_paragraph() -> None:
    assert "[…] ⟦“The bridge" in shown(POLAR)
    assert LONG not in joined(shown(POLAR))
    assert LONG in joined(shown(POLAR, full=True))
    assert "[…]" not in shown(POLAR, full=True)


def test_the_accounts_of_an_open_question_are_headed_by_their_labels() -> None:
    lines = shown(ACCOUNTS).splitlines()
    assert "“open in June”" in lines
    assert "Account 2" in lines
    assert "Positions exclude each other." in lines


def test_an_address_is_whole_and_a_link_where_the_terminal_can_follow_it() -> None:
    url = "https://north.example/" + "long-" * 30
    article = replace(BRIDGE, url=url)
    answer = replace(ACCOUNTS, positions=(_of(article),))
    assert f"\n  {url}\n" in shown(answer)
    assert "\x1b]8" not in shown(answer)
    found = re.search(
        r"\x1b\]8;id=\d+;(.*?)\x1b\\(.*?)\x1b\]8;;\x1b\\", shown(answer, colours=True)
    )
    assert found is not None
    assert found[1] == url
    assert ANSI.sub("", found[2]) == url


def test_what_is_no_address_of_the_web_is_no_link() -> None:
    for url in ("javascript:alert(1)", "file:///etc/passwd", "https://x.example/" + "y" * 3000):
        answer = replace(ACCOUNTS, positions=(_of(replace(BRIDGE, url=url, copies=())),))
        assert "\x1b]8" not in shown(answer, colours=True)


def test_a_headline_stands_once_above_the_passages_of_an_article() -> None:
    twice = Position(None, "Account 1", _of(BRIDGE).passages * 2)
    assert shown(replace(ACCOUNTS, positions=(twice,))).count(f"“{BRIDGE.title}”\n") == 1
    # The name of a file is no headline.
    assert "“note-7”" not in shown(POLAR)


def test_the_accounts_of_an_open_question_have_no_stance_s_colour() -> None:
    codes = {
        code
        for found in ANSI.findall(shown(ACCOUNTS, colours=True))
        for code in found[2:-1].split(";")
    }
    assert not codes & {str(code) for code in range(31, 38)}


def test_where_nothing_was_searched_that_is_said() -> None:
    nothing = replace(UNCOVERED, nearest=(), searched=Searched(0, 0, 0))
    assert "no article published on 1 January 2030 or later." in joined(
        shown(nothing, where=Filter(since="2030-01-01"))
    )
    assert "The library holds no article." in shown(nothing)
    assert "does not cover" not in shown(nothing)


def test_an_empty_library_s_answer_says_how_to_fill_it() -> None:
    nothing = replace(UNCOVERED, nearest=(), searched=Searched(0, 0, 0))
    assert "`whosays add` reads" in shown(nothing)
    assert "whosays add" not in shown(nothing, where=Filter(since="2030-01-01"))
    assert "whosays add" not in shown(UNCOVERED)


def test_short_is_a_line_a_passage_and_fits_a_terminal() -> None:
    lines = short(POLAR).splitlines()
    assert lines[:2] == [
        POLAR.question,
        "2 sources say yes, 1 says no, 1 leaves it open; 4 searched",
    ]
    assert lines[2] == (
        "Says yes · The North Post · Speaker: the ministry, via Gazette: "
        "“The bridge will open in June,” the ministry told the Gazette"
    )
    assert len(lines) == 6
    narrow = [ANSI.sub("", line) for line in short(POLAR, width=110, colours=True).splitlines()]
    assert all(cell_len(line) <= 110 for line in narrow)
    assert narrow[2].startswith(
        "Says yes · The North Post · Speaker: the ministry, via Gazette: “The"
    )
    assert narrow[2].endswith(" […]")
    assert "does not cover" in short(UNCOVERED)


def test_an_uncovered_question_is_answered_with_the_nearest_headings() -> None:
    text = shown(UNCOVERED)
    assert "The library does not cover this question." in text
    assert "Nearest headings:\n  Bridge delayed\n    https://north.example/x\n  note-7\n" in text


def test_where_the_event_is_held_silence_is_no_flat_no() -> None:
    text = joined(shown(UNCLEAR))
    assert "The library does not cover this question." not in text
    assert "Nothing clear was found on this question." in text
    assert "No article has the word “brigde”; did you mean “bridge”?" in text
    assert "Articles on the event: Bridge delayed" in text
    assert "On the event, nothing clear found on this point: The North Post" in text
    assert "2 other sources searched Searched 4 sources" in text
    assert "East Radio" not in text


def test_full_names_every_silent_source() -> None:
    text = shown(UNCLEAR, full=True)
    assert "Searched, nothing found: East Radio, West Wire\n" in text
    assert "other source" not in text
    covered = replace(POLAR, silent=(SilentSource("east", "East Radio"),))
    assert "1 other source searched\n" in shown(covered)
    assert "Searched, nothing found: East Radio\n" in shown(covered, full=True)


def test_no_name_below_the_passages_can_look_like_a_heading() -> None:
    for spaces in range(40, 80):
        name = f"{'x' * spaces} Says yes"
        origin = Origin("gazette", ("Gazette",), (name, "The North Post"))
        text = shown(
            replace(POLAR, origins=(origin,), silent=(SilentSource("east", name, on_event=True),))
        )
        assert text.splitlines().count("Says yes") == 1


def test_a_near_copy_says_of_what_and_a_later_version_is_cited_as_such() -> None:
    original = Original("f00", "A fire\x1b", "City Wire", None, 2)
    first, *others = POLAR.positions
    passages = tuple(
        replace(each, article=replace(each.article, copy_of=original, version=2))
        for each in first.passages
    )
    answer = replace(POLAR, positions=(replace(first, passages=passages), *others))
    text = joined(shown(answer, width=200))
    assert "a copy of City Wire, “A fire⟨U+001B⟩”, but for 2 sentences" in text
    each = passages[0]
    assert f"whosays show {each.article.id}@2:{each.paragraph}" in text


def test_an_address_stands_only_by_the_paragraphs_that_stand_there() -> None:
    first, *_ = POLAR.positions
    one = next(each for each in first.passages if each.article.copies)
    there = Copy(url="https://sun.example/1")
    two = replace(one, paragraph=one.paragraph + 1, article=replace(one.article, copies=(there,)))
    answer = replace(POLAR, positions=(replace(first, passages=(one, two)),))
    found = {where: article.copies for article, _, where in cited.copies(answer)}
    assert found == {
        f", ¶ {one.paragraph}": one.article.copies,
        f", ¶ {two.paragraph}": (there,),
    }
    assert f"¶ {two.paragraph}, also at https://sun.example/1" in joined(shown(answer, width=200))


def test_every_rendering_says_of_which_day_it_is() -> None:
    then = replace(POLAR, at="2024-11-06", searched=Searched(4, 5, 57, later=2))
    said = "As of 6 November 2024: what had been published by then, in the version of then."
    left_out = "2 more articles are held only as they were changed later."
    plain = answer_markdown(then).replace("\\", "")
    for told in (shown(then, width=200), plain, answer_html(then)):
        assert said in " ".join(told.split())
        assert left_out in " ".join(told.split())
    assert said in " ".join(short(then).split())
    assert said in " ".join(shown(replace(UNCOVERED, at="2024-11-06")).split())
    assert "As of" not in shown(POLAR)


def test_nothing_published_by_that_day_is_said_so() -> None:
    nothing = replace(UNCOVERED, at="2024-11-06", searched=Searched())
    where = Filter(at="2024-11-06", until="2024-11-08")
    assert "The library holds no article published on 6 November 2024 or earlier." in shown(
        nothing, where=where
    )


def test_links_that_a_page_set_into_a_sentence_are_left_out_and_small_on_the_page() -> None:
    position = Position(None, "Account 1", (passage(NORTH, BRIDGE, LINKED, LINKED),))
    answer = replace(ACCOUNTS, positions=(position,))
    read = "President Ida Moen […] said she will go."
    assert read in joined(shown(answer))
    assert read in joined(short(answer, width=200))
    assert read.replace("[…]", "\\[…\\]") in answer_markdown(answer)
    assert "MoenVote on the harbour? Lund says no MORE</small> said" in answer_html(answer)
    for full in (shown(answer, full=True), answer_markdown(answer, full=True)):
        assert "Lund says no MORE said" in " ".join(joined(full).split())
