"""An Answer as a page, read back by an HTML parser."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from bot.discord.language import labels
from bot.render.html import answer_html
from bot.render.picture import picture_svg
from bot.render.picture.layout import MARGIN
from bot.render.safe import mark, unmark
from retrieval.answered import Searched
from retrieval.model import Filter
from tests.bot.answers import ACCOUNTS, POLAR, UNCLEAR, UNCOVERED, answers, quickly
from tests.bot.render.picture.drawings import NOW

if TYPE_CHECKING:
    from retrieval.answered import Answer

TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3", "p", "ul", "li",
    "main", "section", "article", "blockquote", "mark", "bdi", "a", "footer", "figure", "svg",
    "desc", "rect", "path", "text", "circle", "small",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "dir", "class", "href", "rel", "xmlns",
    "width", "height", "viewbox", "role", "aria-labelledby", "font-family", "font-stretch", "id",
    "color", "fill", "d", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "x", "y",
    "font-size", "cx", "cy", "r", "xml:space",
}  # fmt: skip


class Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.quotes: list[str] = []
        self.marks: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self._open.append(tag)
        if tag == "blockquote":
            self.quotes.append("")
        if tag == "mark":
            self.marks.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "blockquote" in self._open:
            self.quotes[-1] += data
        if "mark" in self._open:
            self.marks[-1] += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def drawn(answer: Answer) -> str:
    """The page with its picture."""
    return answer_html(answer, picture=picture_svg(answer, labels("en"), NOW, theme="page"))


@quickly
@given(answers())
def test_no_text_becomes_markup(answer: Answer) -> None:
    page = drawn(answer)
    reader = Reader(page)
    assert {tag for tag, _ in reader.tags} <= TAGS
    for tag, attributes in reader.tags:
        assert set(attributes) <= ATTRIBUTES
        if tag == "a":
            link = attributes["href"]
            assert link is not None
            assert link.startswith(("http://", "https://", "HTTP"))
            assert link.isascii()
    page.encode()


@quickly
@given(answers())
def test_every_passage_is_whole_and_its_span_marked(answer: Answer) -> None:
    reader = Reader(answer_html(answer))
    shown = [passage for position in answer.positions for passage in position.passages]
    assert [unmark(span) for span in reader.marks] == [passage.span.text for passage in shown]
    for quote, passage in zip(reader.quotes, shown, strict=True):
        assert quote == mark(passage.text)


@pytest.mark.parametrize("page", [answer_html(POLAR), drawn(POLAR)])
def test_the_page_loads_and_runs_nothing(page: str) -> None:
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in page
    assert "<script" not in page
    assert "url(" not in style[1]
    assert "@import" not in style[1]
    assert " style=" not in page, "the policy lets none in"


def test_the_picture_is_in_the_page_and_turns_dark_with_it() -> None:
    page = drawn(POLAR)
    assert page.index("<figure><svg") < page.index("<main>")
    assert ".whosays-side-0{color:#6cc4e0}" in page
    assert page.count("Will the bridge open in June?") == 3, "title, heading, words; not in it"
    assert "<figure" not in answer_html(POLAR)


def test_without_a_title_the_picture_begins_at_its_margin() -> None:
    first = min(float(y) for y in re.findall(r'<text[^>]* y="([\d.]+)"', drawn(POLAR)))
    alone = picture_svg(POLAR, labels("en"), NOW)
    title = min(float(y) for y in re.findall(r'<text[^>]* y="([\d.]+)"', alone))
    # The legend's letters are the smaller: their base line is as high as the title's, or higher.
    assert MARGIN < first <= title


def test_a_paragraphs_number_stays_beside_its_mark() -> None:
    assert "¶&nbsp;1</p>" in answer_html(POLAR)
    assert "¶ " not in answer_html(POLAR)


def test_the_page_suits_phones_and_the_dark() -> None:
    page = answer_html(POLAR)
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in page
    assert "prefers-color-scheme: dark" in page


def test_an_answer_has_a_column_for_each_position_and_the_rest_below() -> None:
    page = answer_html(POLAR)
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", page) == ["Says yes", "Says no", "Leaves it open"]
    assert "Speaker: the ministry, via Gazette" in page
    assert 'href="https://north.example/2024/11/07/bridge-to-open-in-june-ministry-says"' in page
    assert "On the event, nothing clear found on this point: <bdi>East Radio</bdi>" in page
    assert "“open in June”" in answer_html(ACCOUNTS)


def test_an_uncovered_question_is_a_page_too() -> None:
    page = answer_html(UNCOVERED)
    assert "The library does not cover this question." in page
    assert '<a href="https://north.example/x"' in page


def test_where_the_event_is_held_silence_is_no_flat_no() -> None:
    page = answer_html(UNCLEAR)
    assert "does not cover" not in page
    assert "<p>Nothing clear was found on this question.</p>" in page
    assert "<p>No article has the word “brigde”; did you mean “bridge”?</p>" in page
    assert "<p>Articles on the event:</p><ul>" in page
    assert "On the event, nothing clear found on this point: <bdi>The North Post</bdi></p>" in page
    assert "<p>2 other sources searched</p>" in page
    assert "East Radio" not in page
    assert "<bdi>East Radio</bdi>, <bdi>West Wire</bdi>" in answer_html(UNCLEAR, full=True)


def test_accounts_are_not_painted_as_yes_no_and_open() -> None:
    assert re.findall(r'class="position-(\d)"', answer_html(POLAR)) == ["0", "1", "2"]
    page = answer_html(ACCOUNTS)
    assert set(re.findall(r'class="position-(\d)"', page)) == {"3"}
    assert len(set(re.findall(r"--position-\d: (#\w+);", page))) == 8


def test_a_page_says_where_nothing_was_searched() -> None:
    nothing = replace(UNCOVERED, nearest=(), searched=Searched(0, 0, 0))
    page = answer_html(nothing, where=Filter(since="2030-01-01"))
    assert "no article published on 1 January 2030 or later." in page
