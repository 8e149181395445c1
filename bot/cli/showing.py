"""How `whosays ask` shows answers and, in a batch, what was not asked."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from bot.cli.files import tell_written, write_file
from bot.cli.output import page, write
from bot.cli.pager import paged
from bot.render.json import answer_json, to_json
from bot.render.safe import mark_line
from bot.render.words import CUT
from retrieval.answered import SCHEMA
from retrieval.model import Filter

if TYPE_CHECKING:
    from pathlib import Path

    from bot.render.page import Page
    from bot.render.picture.canvas import Theme
    from retrieval.answered import Answer
    from retrieval.watching.news import News


_HALVES = re.compile(r"[\ud800-\udfff]")
# Characters of a line that was not asked that are shown again; a terminal's usual width.
_LINE = 80


class Show(Protocol):
    """One way to show what becomes of questions."""

    def answer(self, answer: Answer) -> None:
        """Show an answer."""

    def news(self, news: News, since: str) -> None:
        """Show what is new on a question since it was last asked (ISO 8601)."""

    def refused(self, line: int, question: str, reason: str) -> None:
        """Show, in the answer's place, why the question of a line has none."""


# The renderings are imported when one is chosen: each start pays for one of them only.


class AsJson:
    """An object each; in a batch on one line each."""

    def __init__(self, *, indent: int | None, now: datetime | None) -> None:
        self._indent = indent
        self._now = now

    def answer(self, answer: Answer) -> None:
        """Print the answer's object."""
        write(answer_json(answer, indent=self._indent, now=self._now))

    def news(self, news: News, since: str) -> None:
        """Print the object of the news."""
        write(to_json({**news.to_json(), "since": since}, indent=self._indent))

    def refused(self, line: int, question: str, reason: str) -> None:
        """Print an object with `error`, which no answer has, and no positions."""
        told = {
            "schema": SCHEMA,
            # Bytes that are no UTF-8 come as halves of pairs, which not every reader of JSON takes.
            "question": _HALVES.sub("\ufffd", question),
            "covered": False,
            "conflict": False,
            "positions": [],
            "line": line,
            "error": reason,
        }
        write(to_json(told, indent=self._indent))


class OnTerminal:
    """Text, through a pager where it is longer than the terminal is high."""

    def __init__(self, where: Filter, *, full: bool, short: bool, now: datetime | None) -> None:
        self._where = where
        self._now = now
        self._full = full
        self._short = short
        self._shown = 0

    def answer(self, answer: Answer) -> None:
        """Print the answer, an empty line before all but the first."""
        with paged() as out:
            self._gap(out)
            if self._short:
                from bot.render.short import print_short  # noqa: PLC0415

                print_short(answer, out, where=self._where)
                return
            from bot.render.terminal import print_answer  # noqa: PLC0415

            print_answer(answer, out, full=self._full, where=self._where, now=self._now)

    def news(self, news: News, since: str) -> None:
        """Print the news, an empty line before all but the first."""
        from bot.render.news import print_news  # noqa: PLC0415

        with paged() as out:
            self._gap(out)
            print_news(news, since, out, full=self._full)

    def refused(self, line: int, question: str, reason: str) -> None:  # noqa: ARG002
        """Print the question and why it was not asked."""
        out = page()
        self._gap(out)
        asked = _cut(question)
        if asked:
            out.line(asked, style="bold")
        told = f"Not asked: {mark_line(reason)}"
        if self._short:
            out.whole(told)
        else:
            out.line(told)

    def _gap(self, out: Page) -> None:
        if self._shown:
            out.gap()
        self._shown += 1


class AsMarkdown:
    """A document each, an empty line between two."""

    def __init__(self, where: Filter, *, full: bool, now: datetime | None) -> None:
        self._where = where
        self._full = full
        self._now = now
        self._shown = 0

    def answer(self, answer: Answer) -> None:
        """Print the answer's document."""
        from bot.render.markdown import answer_markdown  # noqa: PLC0415

        self._write(answer_markdown(answer, full=self._full, where=self._where, now=self._now))

    def news(self, news: News, since: str) -> None:
        """There is no Markdown of news."""

    def refused(self, line: int, question: str, reason: str) -> None:  # noqa: ARG002
        """Print a document that says why the question was not asked."""
        from bot.render.markdown import escape  # noqa: PLC0415

        reason = escape(mark_line(reason))
        asked = _cut(question) or "…"
        self._write(f"# {escape(asked)}\n\nNot asked: {reason}")

    def _write(self, document: str) -> None:
        write(f"\n{document}" if self._shown else document)
        self._shown += 1


class ToPage:
    """One HTML file for the one answer that it holds."""

    def __init__(self, file: Path, where: Filter, *, full: bool, now: datetime | None) -> None:
        self._file = file
        self._now = now
        self._where = where
        self._full = full

    def answer(self, answer: Answer) -> None:
        """Write the answer's page."""
        from bot.render.html import answer_html  # noqa: PLC0415

        drawn = _svg(answer, "page") if answer.covered else ""
        page = answer_html(answer, full=self._full, where=self._where, now=self._now, picture=drawn)
        write_file(self._file, page)
        tell_written(self._file)

    def news(self, news: News, since: str) -> None:
        """There is no page of news."""

    def refused(self, line: int, question: str, reason: str) -> None:
        """There is no batch of pages."""


def _cut(question: str) -> str:
    """A line that was not asked, safe and no longer than one: it may be a whole article."""
    shown = mark_line(question).strip()
    return shown if len(shown) <= _LINE else f"{shown[: _LINE - len(CUT) - 1].rstrip()} {CUT}"


def write_picture(file: Path, answer: Answer, where: Filter) -> None:
    """Write the answer as a picture, of the kind that the file's name ends with."""
    write_file(file, _drawn(file, answer, where))
    tell_written(file)


def _drawn(file: Path, answer: Answer, where: Filter) -> str | bytes:
    if file.suffix.casefold() == ".svg":
        return _svg(answer, "both", confined=where != Filter())
    from bot.discord.language import DEFAULT, labels  # noqa: PLC0415
    from bot.render.picture import picture_png  # noqa: PLC0415

    now, confined = datetime.now(UTC), where != Filter()
    return picture_png(answer, labels(DEFAULT), now, confined=confined)


def _svg(answer: Answer, theme: Theme, *, confined: bool = False) -> str:
    # The command speaks English; the words of the picture are where the bot has all languages.
    from bot.discord.language import DEFAULT, labels  # noqa: PLC0415
    from bot.render.picture import picture_svg  # noqa: PLC0415

    now = datetime.now(UTC)
    return picture_svg(answer, labels(DEFAULT), now, theme=theme, confined=confined)
