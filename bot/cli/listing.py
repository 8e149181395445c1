"""`whosays sources`, `articles` and `show`: what the library holds."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli import opening
from bot.cli.options import AsJson, LibraryFolder, Since, Sources, Until, within
from bot.cli.output import page, write
from bot.render.addresses import web_link
from bot.render.cited import address, copy_of, publisher
from bot.render.json import to_json
from bot.render.safe import mark, mark_line
from bot.render.timing import dates, day
from bot.render.words import count
from retrieval.errors import NotFoundError
from retrieval.ingest.notes import is_note
from retrieval.model import Filter

if TYPE_CHECKING:
    from bot.render.page import Page
    from retrieval.model import Article, Paragraph

_SIGNS = {"removed": ("- ", "red"), "added": ("+ ", "green")}
SHOWN = 20
"""Articles listed unless told otherwise: as many as can be looked through."""
EMPTY = "The library holds no articles."


def sources(*, as_json: AsJson = False, library: LibraryFolder = None) -> None:
    """List the sources and how much of each is held."""
    with opening.opened(library) as (opened, stages):
        rows = opened.sources()
        unread = opened.unread()
        stages.hide()
    if as_json:
        _write(
            "sources", [{**asdict(row), "unread": unread.get(row.source.id, {})} for row in rows]
        )
        return
    out = page()
    for row in rows:
        out.line(mark_line(publisher(row.source)), style="bold")
        held = f"{count(row.articles, 'article')}, {count(row.paragraphs, 'paragraph')}"
        newest = f", newest {mark_line(day(row.newest))}" if row.newest else ""
        out.line(f"{held}{newest} · {mark_line(row.source.id)}", indent="  ")
        missed = unread.get(row.source.id, {})
        if missed:
            named = ", ".join(f"{number:,} in {each}" for each, number in missed.items())
            out.line(f"not read by the models: {mark_line(named)}", indent="  ")
    if not rows:
        out.line(EMPTY)


def articles(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORD", help="Only those with all these words."),
    ] = None,
    *,
    source: Sources = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            metavar="N",
            min=0,
            help=f"At most so many, 0 for all; {SHOWN} unless told, with --json all.",
        ),
    ] = None,
    as_json: AsJson = False,
    library: LibraryFolder = None,
) -> None:
    """List the articles, newest first."""
    first, last = within(since, until)
    where = Filter(sources=tuple(source or ()), since=first, until=last)
    most = (0 if as_json else SHOWN) if limit is None else limit
    terms = [word for each in words or () for word in each.split()]
    with opening.opened(library) as (opened, stages):
        rows = opened.articles(where, terms, most or None)
        # Counted only where there may be more.
        held = opened.count_articles(where, terms) if most and len(rows) == most else len(rows)
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
        _place(address(row.ref), out, indent="  ")
        out.line(f"{mark_line(row.ref.id)} · {count(row.paragraphs, 'paragraph')}", indent="  ")
        if row.ref.copy_of is not None:
            out.line(mark_line(copy_of(row.ref.copy_of)), indent="  ")
    if len(rows) < held:
        out.line(f"{len(rows):,} of {count(held, 'article')}; --limit 0 lists all.")
    if not rows:
        out.line("No article is like that." if words or where != Filter() else EMPTY)


def show(
    article: Annotated[
        str,
        typer.Argument(
            metavar="ARTICLE[@VERSION][:PARAGRAPH]",
            help="An article's id; what it said in that version; one paragraph of it.",
        ),
    ],
    *,
    diff: Annotated[
        bool, typer.Option("--diff", help="What was added and taken away since it was added.")
    ] = False,
    as_json: AsJson = False,
    library: LibraryFolder = None,
) -> None:
    """Show an article, an earlier version of it, or one paragraph.

    A paragraph without a version is that of the first one, which the id was made from.
    """
    if diff:
        _diff(article, library, as_json=as_json)
        return
    name, wanted = _number(article, ":")
    name, version = _number(name, "@")
    if wanted is not None and version is None:
        version = 1
    with opening.opened(library) as (opened, stages):
        held, paragraphs = opened.show(name, version)
        present = opened.show(held.id)[0].version
        stages.hide()
    if wanted is not None:
        last = len(paragraphs)
        paragraphs = tuple(each for each in paragraphs if each.number == wanted)
        if not paragraphs:
            cited = f"{held.id}@{held.version}" if held.version < present else held.id
            raise NotFoundError(f"{cited} has no paragraph {wanted}; its last one is {last}.")
    if as_json:
        _write("article", _as_data(held, paragraphs))
    else:
        out = page()
        if held.version < present:
            now = f"whosays show {held.id}@{present}"
            out.line(f"Version {held.version} of {present}; {now} opens what it says now.")
        _print(held, paragraphs, out)


def _number(name: str, mark: str) -> tuple[str, int | None]:
    """What stands before the mark and the number after it; all of it and None without one."""
    rest, found, number = name.rpartition(mark)
    return (rest, int(number)) if found and number.isascii() and number.isdigit() else (name, None)


def _diff(name: str, library: Path | None, *, as_json: bool) -> None:
    with opening.opened(library) as (opened, stages):
        held, _ = opened.show(name)
        changes = opened.changes(held.id)
        stages.hide()
    if as_json:
        _write("changes", [asdict(change) for change in changes])
        return
    out = page()
    out.line(mark_line(held.title), style="bold")
    if not changes:
        out.line("It has not changed since it was added.")
    for change in changes:
        out.gap()
        out.line(f"Changed; noticed {mark_line(day(change.noticed))}", style="bold")
        if change.title_before != change.title_after:
            out.line(mark_line(change.title_before), indent="- ", style="red")
            out.line(mark_line(change.title_after), indent="+ ", style="green")
        for piece in change.pieces:
            if piece.kind != "kept":
                sign, style = _SIGNS[piece.kind]
                out.line(mark(piece.text), indent=sign, style=style)
        kept = sum(piece.kind == "kept" for piece in change.pieces)
        out.line(f"{count(kept, 'paragraph')} as before", style="dim")


def _print(held: "Article", paragraphs: "tuple[Paragraph, ...]", out: "Page") -> None:
    article = held.reference()
    out.line(mark_line(held.title), style="bold")
    out.line(f"{mark_line(publisher(held.source))} · {mark_line(dates(article))}")
    if held.authors:
        out.line(f"By {mark_line(', '.join(held.authors))}")
    _place(address(article), out)
    if held.copy_of is not None:
        out.line(mark_line(copy_of(held.copy_of)), style="dim")
    for copy in held.copies:
        for place in filter(None, (copy.url, copy.path)):
            out.whole(f"also at {mark_line(place)}", style="dim", link=web_link(place))
    for each in paragraphs:
        out.gap()
        text = held.text[each.start : each.end]
        note = " · about the article itself" if is_note(text) else ""
        posted = f" · posted {mark_line(day(each.posted))}" if each.posted else ""
        out.line(f"¶ {each.number}{posted}{note}", style="dim")
        out.line(mark(text), indent="│ ")


def _place(place: str, out: "Page", *, indent: str = "") -> None:
    out.whole(mark_line(place), indent=indent, style="dim", link=web_link(place))


def _as_data(held: "Article", paragraphs: "tuple[Paragraph, ...]") -> dict[str, Any]:
    return {
        **asdict(held),
        "paragraphs": [
            {**asdict(each), "text": text, "note": is_note(text)}
            for each in paragraphs
            for text in (held.text[each.start : each.end],)
        ],
    }


def _write(name: str, data: object) -> None:
    write(to_json({"schema": 1, name: data}))
