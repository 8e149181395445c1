"""`whosays add`, `remove` and `reindex`: what changes the library."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import opening
from bot.cli.options import LibraryFolder
from bot.cli.output import complain, page
from bot.render.safe import mark_line
from bot.render.words import count, publisher
from retrieval.errors import InputError

if TYPE_CHECKING:
    from retrieval.adding import Added

BAD_INPUT = 2


def add(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files or folders.")],
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="NAME", help="Who publishes them."),
    ] = None,
    library: LibraryFolder = None,
) -> None:
    """Add texts, Markdown files and saved pages to the library."""
    for path in paths:
        if not path.exists():
            raise InputError(f"There is no file or folder {path}.")
    refused = False
    with opening.opened(library) as (opened, stages):
        for added in opened.add(paths, source=source, progress=stages):
            if added.outcome == "refused":
                refused = True
                complain(added.reason or f"{added.path} is not an article.")
            else:
                page().line(_line(added))
                sys.stdout.flush()
    if refused:
        raise typer.Exit(BAD_INPUT)


def remove(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Its id.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    library: LibraryFolder = None,
) -> None:
    """Remove an article from the library."""
    if not yes and not sys.stdin.isatty():
        raise InputError("Removing asks first: say --yes where nobody can be asked.")
    with opening.opened(library) as (opened, stages):
        held, _ = opened.show(article)
        stages.hide()
        name = f"{mark_line(held.id)} “{mark_line(held.title)}”"
        if not yes and not typer.confirm(f"Remove {name}?"):
            return
        opened.remove(held.id)
        page().line(f"Removed {name}.")


def reindex(library: LibraryFolder = None) -> None:
    """Build the search index anew from the articles."""
    with opening.opened(library) as (opened, stages):
        paragraphs = opened.reindex(progress=stages)
        stages.hide()
        page().line(f"Indexed {count(paragraphs, 'paragraph')}.")


def _line(added: "Added") -> str:
    name = mark_line(str(added.path))
    if added.article is None or added.source is None:
        return f"{added.outcome}: {name}"
    article = f"{mark_line(added.article.id)} “{mark_line(added.article.title)}”"
    if added.outcome == "copy":
        return f"copy: {name} is a copy of {article}"
    whose = mark_line(publisher(added.source))
    return f"{added.outcome}: {article}, {whose}, {count(added.paragraphs, 'paragraph')}"
