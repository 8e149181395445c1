"""`whosays ask`: one question, a prompt, or a line of standard input each."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import opening, prompt, remembering, showing
from bot.cli.files import writable
from bot.cli.options import (
    AsJson,
    At,
    Create,
    Force,
    LibraryFolder,
    Since,
    Sources,
    Until,
    as_of,
    within,
)
from retrieval.errors import InputError
from retrieval.model import Filter


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
    picture: Annotated[
        Path | None,
        typer.Option(
            "--picture", metavar="FILE", help="Draw it as well: who, what, when (.png, .svg)."
        ),
    ] = None,
    force: Force = False,
    source: Sources = None,
    article: Annotated[
        str | None,
        typer.Option("--article", metavar="A", help="Only this article, by id."),
    ] = None,
    since: Since = None,
    until: Until = None,
    at: At = None,
    timeline: Annotated[
        bool, typer.Option("--timeline", help="Each position in order of publication.")
    ] = False,
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
    short: Annotated[bool, typer.Option("--short", help="A line a passage.")] = False,
    full: Annotated[
        bool, typer.Option("--full", help="Show whole paragraphs and name every silent source.")
    ] = False,
    since_last: Annotated[
        bool,
        typer.Option("--since-last", help="Only what is new since this was last asked here."),
    ] = False,
    create: Create = False,
) -> None:
    """Show what each source says to a question, in its own words."""
    first, last = within(since, until)
    then = as_of(at, first)
    where = Filter(tuple(source or ()), since=first, until=last, article=article, at=then)
    show = _show(
        where,
        as_json=as_json,
        as_markdown=as_markdown,
        html=html,
        short=short,
        full=full,
        timeline=timeline,
        many=not question,
    )
    if since_last and (as_markdown or html is not None or short):
        raise InputError("--since-last is shown as text or with --json.")
    _files(html, picture, one=bool(question), force=force)
    with opening.opened(library, create=create, asks=True) as (opened, stages):

        def answer(asked: str) -> None:
            found = opened.ask(asked, where=where, per_source=per_source)
            stages.hide()
            new = remembering.since_last(opened, found, where) if since_last else None
            if new is not None:
                show.news(*new)
            else:
                show.answer(found)
                remembering.remember(opened, found, where)
            if picture is not None:
                showing.write_picture(picture, found, where)

        if question:
            answer(" ".join(question))
        elif sys.stdin.isatty():
            # What is not there is said before anybody types a question.
            opened.articles(where, limit=1)
            stages.hide()
            prompt.each_typed(answer)
        else:
            prompt.each_line(sys.stdin, answer, show.refused)


def _files(html: Path | None, picture: Path | None, *, one: bool, force: bool) -> None:
    """Refuse files that cannot be written, before anything is asked."""
    for file, option in ((html, "--html"), (picture, "--picture")):
        if file is None:
            continue
        if not one:
            raise InputError(f"{option} holds one answer: give the question with it.")
        if option == "--picture" and file.suffix.casefold() not in (".png", ".svg"):
            raise InputError(f"--picture must be a file that ends with .png or .svg, not {file}.")
        writable(file, option, force=force)


def _show(
    where: Filter,
    *,
    as_json: bool,
    as_markdown: bool,
    html: Path | None,
    short: bool,
    full: bool,
    timeline: bool,
    many: bool,
) -> showing.Show:
    if as_json + as_markdown + (html is not None) + short > 1:
        raise InputError("Choose one of --json, --markdown, --html and --short.")
    if short and full:
        raise InputError("Choose one of --short and --full.")
    if short and timeline:
        raise InputError("Choose one of --short and --timeline.")
    now = datetime.now(UTC) if timeline else None
    if as_json:
        return showing.AsJson(indent=None if many else 2, now=now)
    if as_markdown:
        return showing.AsMarkdown(where, full=full, now=now)
    if html is not None:
        return showing.ToPage(html, where, full=full, now=now)
    return showing.OnTerminal(where, full=full, short=short, now=now)
