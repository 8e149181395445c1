"""`whosays sources`, `articles` and `show`: what the library holds."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli import opening
from bot.cli.options import AsJson, LibraryFolder, Sources
from bot.cli.output import page, write
from bot.render.json import to_json
from bot.render.safe import mark, mark_line
from bot.render.words import address, count, dates, day, publisher
from retrieval.errors import NotFoundError
from retrieval.model import Filter

if TYPE_CHECKING:
    from bot.render.page import Page
    from retrieval.model import Article, Paragraph

EMPTY = "The library holds no articles."


def sources(*, as_json: AsJson = False, library: LibraryFolder = None) -> None:
    """List the sources and how much of each is held."""
    with opening.opened(library) as (opened, stages):
        rows = opened.sources()
        stages.hide()
    if as_json:
        _write("sources", [asdict(row) for row in rows])
        return
    out = page()
    for row in rows:
        out.line(mark_line(publisher(row.source)), style="bold")
        held = f"{count(row.articles, 'article')}, {count(row.paragraphs, 'paragraph')}"
        newest = f", newest {mark_line(day(row.newest))}" if row.newest else ""
        out.line(f"{held}{newest} · {mark_line(row.source.id)}", indent="  ")
    if not rows:
        out.line(EMPTY)


def articles(
    *, source: Sources = None, as_json: AsJson = False, library: LibraryFolder = None
) -> None:
    """List the articles, newest first."""
    with opening.opened(library) as (opened, stages):
        rows = opened.articles(Filter(sources=tuple(source or ())))
        stages.hide()
    if as_json:
        _write(
            "articles",
            [
                {**asdict(row.ref), "source": asdict(row.source), "paragraphs": row.paragraphs}
                for row in rows
            ],
        )
        return
    out = page()
    for row in rows:
        out.line(mark_line(row.ref.title), style="bold")
        out.line(f"{mark_line(publisher(row.source))} · {mark_line(dates(row.ref))}", indent="  ")
        out.line(f"{mark_line(address(row.ref))}", indent="  ", style="dim")
        out.line(f"{mark_line(row.ref.id)} · {count(row.paragraphs, 'paragraph')}", indent="  ")
    if not rows:
        out.line(EMPTY)


def show(
    article: Annotated[
        str,
        typer.Argument(metavar="ARTICLE[:PARAGRAPH]", help="An article's id; one paragraph of it."),
    ],
    *,
    as_json: AsJson = False,
    library: LibraryFolder = None,
) -> None:
    """Show an article, or one paragraph of it."""
    name, colon, number = article.rpartition(":")
    wanted = int(number) if colon and number.isascii() and number.isdigit() else None
    with opening.opened(library) as (opened, stages):
        held, paragraphs = opened.show(article if wanted is None else name)
        stages.hide()
    if wanted is not None:
        last = len(paragraphs)
        paragraphs = tuple(each for each in paragraphs if each.number == wanted)
        if not paragraphs:
            raise NotFoundError(f"{held.id} has no paragraph {wanted}; its last one is {last}.")
    if as_json:
        _write("article", _as_data(held, paragraphs))
    else:
        _print(held, paragraphs, page())


def _print(held: "Article", paragraphs: "tuple[Paragraph, ...]", out: "Page") -> None:
    article = held.reference()
    out.line(mark_line(held.title), style="bold")
    out.line(f"{mark_line(publisher(held.source))} · {mark_line(dates(article))}")
    if held.authors:
        out.line(f"By {mark_line(', '.join(held.authors))}")
    out.line(mark_line(address(article)), style="dim")
    for copy in held.copies:
        for place in filter(None, (copy.url, copy.path)):
            out.line(f"also at {mark_line(place)}", style="dim")
    for each in paragraphs:
        out.gap()
        out.line(f"¶ {each.number}", style="dim")
        out.line(mark(held.text[each.start : each.end]), indent="│ ")


def _as_data(held: "Article", paragraphs: "tuple[Paragraph, ...]") -> dict[str, Any]:
    return {
        **asdict(held),
        "paragraphs": [
            {**asdict(each), "text": held.text[each.start : each.end]} for each in paragraphs
        ],
    }


def _write(name: str, data: object) -> None:
    write(to_json({"schema": 1, name: data}))
