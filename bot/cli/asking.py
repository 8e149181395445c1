"""`whosays ask`: one question, a prompt, or a line of standard input each."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import opening, prompt
from bot.cli.options import AsJson, LibraryFolder, Sources, day
from bot.cli.output import page, write
from retrieval.errors import InputError
from retrieval.model import Answer, Filter

Show = Callable[[Answer], None]


def ask(
    question: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUESTION", help="In one or more words; without it, a prompt."),
    ] = None,
    *,
    as_json: AsJson = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown.")] = False,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Write a page to this file."),
    ] = None,
    source: Sources = None,
    article: Annotated[
        str | None,
        typer.Option("--article", metavar="A", help="Only this article, by id."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="D", help="Published on this day or later."),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="D", help="Published on this day or earlier."),
    ] = None,
    library: LibraryFolder = None,
    per_source: Annotated[
        int | None,
        typer.Option(
            "--per-source",
            metavar="N",
            min=1,
            max=20,
            help="Passages shown of each source in a position.",
        ),
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Show whole paragraphs and name every silent source.")
    ] = False,
) -> None:
    """Show what each source says to a question, in its own words."""
    where = Filter(
        sources=tuple(source or ()),
        since=day(since, "--since"),
        until=day(until, "--until"),
        article=article,
    )
    if where.since and where.until and where.since > where.until:
        raise InputError(f"--since {where.since} is later than --until {where.until}.")
    show = _shower(
        as_json=as_json, as_markdown=as_markdown, html=html, full=full, many=not question
    )

    if html is not None and not question:
        raise InputError("--html holds one answer: give the question with it.")
    with opening.opened(library) as (opened, stages):

        def answer(asked: str) -> None:
            found = opened.ask(asked, where=where, per_source=per_source)
            stages.hide()
            show(found)

        if question:
            answer(" ".join(question))
        elif sys.stdin.isatty():
            prompt.each_typed(answer)
        else:
            prompt.each_line(sys.stdin, answer)


def _shower(*, as_json: bool, as_markdown: bool, html: Path | None, full: bool, many: bool) -> Show:
    if as_json + as_markdown + (html is not None) > 1:
        raise InputError("Choose one of --json, --markdown and --html.")
    if as_json:
        return _json(indent=None if many else 2)
    if as_markdown:
        return _markdown(full=full)
    if html is not None:
        return _html(html, full=full)
    return _terminal(full=full)


# The renderings are imported when one is chosen: each start pays for one of them only.


def _json(*, indent: int | None) -> Show:
    from bot.render.json import answer_json  # noqa: PLC0415

    return lambda answer: write(answer_json(answer, indent=indent))


def _markdown(*, full: bool) -> Show:
    from bot.render.markdown import answer_markdown  # noqa: PLC0415

    return lambda answer: write(answer_markdown(answer, full=full))


def _terminal(*, full: bool) -> Show:
    def show(answer: Answer) -> None:
        from bot.render.terminal import print_answer  # noqa: PLC0415

        print_answer(answer, page(), full=full)

    return show


def _html(file: Path, *, full: bool) -> Show:
    if file.is_dir() or not file.parent.is_dir():
        raise InputError(f"--html needs a file in a folder that exists, not {file}.")

    def show(answer: Answer) -> None:
        from bot.render.html import answer_html  # noqa: PLC0415

        try:
            file.write_text(answer_html(answer, full=full), encoding="utf-8")
        except OSError as error:
            raise InputError(f"Cannot write {file}: {error.strerror}.") from error

    return show
