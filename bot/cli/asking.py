"""`whosays ask`: one question, a prompt, or a line of standard input each."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import opening, prompt, remembering, showing
from bot.cli.files import writable
from bot.cli.options import (
    AsJson,
    Create,
    Force,
    LibraryFolder,
    Since,
    Sources,
    Until,
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
    force: Force = False,
    source: Sources = None,
    article: Annotated[
        str | None,
        typer.Option("--article", metavar="A", help="Only this article, by id."),
    ] = None,
    since: Since = None,
    until: Until = None,
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
    where = Filter(sources=tuple(source or ()), since=first, until=last, article=article)
    show = _show(
        where,
        as_json=as_json,
        as_markdown=as_markdown,
        html=html,
        short=short,
        full=full,
        many=not question,
    )
    if since_last and (as_markdown or html is not None or short):
        raise InputError("--since-last is shown as text or with --json.")
    if html is not None and not question:
        raise InputError("--html holds one answer: give the question with it.")
    if html is not None:
        writable(html, "--html", force=force)
    with opening.opened(library, create=create) as (opened, stages):

        def answer(asked: str) -> None:
            found = opened.ask(asked, where=where, per_source=per_source)
            stages.hide()
            new = remembering.since_last(opened, found, where) if since_last else None
            if new is not None:
                show.news(*new)
                return
            show.answer(found)
            remembering.remember(opened, found, where)

        if question:
            answer(" ".join(question))
        elif sys.stdin.isatty():
            prompt.each_typed(answer)
        else:
            prompt.each_line(sys.stdin, answer, show.refused)


def _show(
    where: Filter,
    *,
    as_json: bool,
    as_markdown: bool,
    html: Path | None,
    short: bool,
    full: bool,
    many: bool,
) -> showing.Show:
    if as_json + as_markdown + (html is not None) + short > 1:
        raise InputError("Choose one of --json, --markdown, --html and --short.")
    if short and full:
        raise InputError("Choose one of --short and --full.")
    if as_json:
        return showing.AsJson(indent=None if many else 2)
    if as_markdown:
        return showing.AsMarkdown(where, full=full)
    if html is not None:
        return showing.ToPage(html, where, full=full)
    return showing.OnTerminal(where, full=full, short=short)
