"""An Answer as Markdown, read back by a CommonMark parser."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.render.markdown import answer_markdown, escape
from bot.render.safe import is_safe, mark
from retrieval.answered import Position, Span, Stance
from tests.bot.answers import ACCOUNTS, LONG, POLAR, UNCLEAR, UNCOVERED, answers, hostile, quickly

if TYPE_CHECKING:
    from markdown_it.token import Token

    from retrieval.answered import Answer

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# What GitHub acts on after Markdown: it would find these in running text.
PINGS = re.compile(r"[@#]\w|:[a-zA-Z+-][\w+-]*:")
LINKS = re.compile(r"https?://|\w\.\w")


def inline(text: str) -> list[Token]:
    tokens = PARSER.parse(f"{text}\n")
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])
    return tokens[1].children or [] if tokens else []


def words(tokens: list[Token]) -> str:
    return "".join(token.content for token in tokens if token.type in ("text", "code_inline"))


@given(hostile)
@example("\xa0")
@example("\u3000a \xa0 ")
def test_escaped_text_reads_as_itself_and_nothing_else(text: str) -> None:
    safe = mark(text)
    tokens = inline(escape(safe))
    assert {token.type for token in tokens} <= {"text", "code_inline"}
    assert words(tokens) == safe


@given(hostile)
@example("A.[bold red]x[/]")
def test_escaped_text_cannot_ping_or_become_a_link(text: str) -> None:
    escaped = escape(mark(text))
    for token in inline(escaped):
        if token.type == "text":
            # A code span ends a run of text, so a name never stands beside its @.
            assert not PINGS.search(token.content)
    # What is escaped parts the words beside it.
    assert not LINKS.search(re.sub(r"\\.", " ", escaped))


@quickly
@given(answers())
def test_any_answer_keeps_its_shape(answer: Answer) -> None:
    text = answer_markdown(answer, full=True)
    # The span may end within an emoji; its joiner then stands beside our marks.
    assert is_safe(re.sub(r"[*⟦⟧]", "", text))
    tokens = PARSER.parse(text)
    types = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    assert types <= {
        "heading",
        "paragraph",
        "inline",
        "blockquote",
        "hr",
        "bullet_list",
        "list_item",
    }
    headings = [token for token in tokens if token.type == "heading_open"]
    assert len(headings) == 1 + (len(answer.positions) if answer.covered else 0)
    quotes = [token for token in tokens if token.type == "blockquote_open"]
    shown = [passage for position in answer.positions for passage in position.passages]
    assert len(quotes) <= (len(shown) if answer.covered else 0)
    for token in tokens:
        for child in token.children or []:
            assert child.type in ("text", "code_inline", "strong_open", "strong_close") or (
                child.type in ("link_open", "link_close")
            )
            if child.type == "link_open":
                assert str(child.attrs["href"]).startswith(("http://", "https://"))


@quickly
@given(answers())
def test_every_passage_is_in_the_text_verbatim(answer: Answer) -> None:
    if not answer.covered:
        return
    tokens = PARSER.parse(answer_markdown(answer, full=True))
    said = [words(token.children or []) for token in tokens if token.type == "inline"]
    plain = [line.replace("⟦", "").replace("⟧", "") for line in said]
    for position in answer.positions:
        for passage in position.passages:
            assert mark(passage.text).replace("⟦", "").replace("⟧", "") in plain


def test_an_answer_reads_well() -> None:
    text = answer_markdown(POLAR)
    assert text.startswith("# Will the bridge open in June?\n\n2 sources say yes, 1 says no")
    assert "> \\[…\\] **“The bridge will open in June,” the ministry told the Gazette** on" in text
    assert "](<https://north.example/2024/11/07/bridge-to-open-in-june-ministry-says>) ¶ 3" in text
    assert "> The bridge **will not open in June**, the mayor said.\n" in text
    assert "- On the event, nothing clear found on this point: East Radio" in text
    assert "## “open in June”" in answer_markdown(ACCOUNTS)


def test_full_shows_whole_paragraphs() -> None:
    assert LONG.removesuffix("for lorries.")[-40:] in answer_markdown(POLAR, full=True)
    assert "lorries" not in answer_markdown(POLAR)


@given(hostile.filter(str.strip), st.data())
@example("1. one", None)
def test_a_quotation_stays_one_wherever_its_span_stands(
    text: str, data: st.DataObject | None
) -> None:
    # With no data to draw from, the span is the empty one behind the first character.
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2))) if data else (1, 1)
    shown = replace(
        POLAR.positions[1].passages[0],
        start=0,
        end=len(text),
        text=text,
        span=Span(first, last, text[first:last]),
    )
    answer = replace(POLAR, positions=(Position(Stance.REFUTES, "Says no", (shown,)),))
    tokens = PARSER.parse(answer_markdown(answer, full=True))
    opened = [token.type for token in tokens].index("blockquote_open")
    inside = [token.type for token in tokens[opened + 1 : opened + 4]]
    assert inside == ["paragraph_open", "inline", "paragraph_close"]


def test_an_uncovered_question_lists_the_nearest_headings() -> None:
    text = answer_markdown(UNCOVERED)
    assert "- [Bridge delayed](<https://north.example/x>)\n- note-7\n" in text


def test_where_the_event_is_held_silence_is_no_flat_no() -> None:
    text = answer_markdown(UNCLEAR)
    assert "does not cover" not in text
    assert "\n\nNothing clear was found on this question.\n\nNo article has the word" in text
    assert "Articles on the event:\n\n- [Bridge delayed]" in text
    assert "nothing clear found on this point: The North Post\n\n2 other sources" in text
    assert "East Radio, West Wire" in answer_markdown(UNCLEAR, full=True)


def test_a_mention_has_its_sign_in_a_code_span() -> None:
    assert escape("@everyone, #12 and :tada:") == "`@`everyone, `#`12 and `:`tada:"
