"""`whosays add`, `remove` and `reindex`: what changes the library."""

import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import opening
from bot.cli.options import LibraryFolder
from bot.cli.output import complain, page
from bot.render.cited import copy_of, publisher
from bot.render.safe import mark_line
from bot.render.timing import day
from bot.render.words import count
from retrieval.errors import InputError
from retrieval.ingest.find import MEDIA_TYPES, passed_over
from retrieval.model import Filter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.cli.progress import Stages
    from retrieval.adding import Added
    from retrieval.library import Library
    from retrieval.model import Source

BAD_INPUT = 2
# Any scheme: file:///etc/passwd is an address, to be refused as one, and no file name.
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
# A host with a domain of letters, alone or with a path below it: www.example.org/news.
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_MOST_NAMED = 5


def add(
    places: Annotated[
        list[str],
        typer.Argument(metavar="PATH|URL...", help="Files, folders or addresses."),
    ],
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="NAME", help="Who publishes them."),
    ] = None,
    library: LibraryFolder = None,
) -> None:
    """Add files, folders and web addresses to the library."""
    addresses = [place for place in places if is_address(place)]
    paths = [Path(place) for place in places if not is_address(place)]
    if not all(place.strip() for place in places):
        raise InputError("A place without a name is none: give a file, a folder or an address.")
    for path in paths:
        if not _is_there(path):
            raise InputError(f"There is no file or folder {path}{_hint(str(path))}.")
    outcomes: Counter[str] = Counter()
    try:
        with opening.opened(library, create=True) as (opened, stages):
            for added in _added(opened, paths, addresses, source, stages):
                outcomes[added.outcome] += 1
                if added.outcome == "refused":
                    complain(added.reason or f"{added.place} is not an article.")
                else:
                    page().whole(line(added))
                    sys.stdout.flush()
    except KeyboardInterrupt:
        complain(_interrupted(outcomes))
        raise
    if outcomes.total() > 1:
        page().line(total(outcomes))
    folders = [path for path in paths if path.is_dir()]
    if over := passed_over(folders):
        page().line(_over(over, folders))
    if outcomes["refused"]:
        raise typer.Exit(BAD_INPUT)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        # A name too long for any file.
        return False


def _hint(place: str) -> str:
    """What to do about a name that looks like an address without its beginning."""
    if not _HOST.fullmatch(place) or ("/" not in place and Path(place).suffix in MEDIA_TYPES):
        return ""
    return f"; an address begins with https://, as https://{place}"


def _interrupted(outcomes: "Mapping[str, int]") -> str:
    """What is kept of what was begun: the bar may have come further than that."""
    kept = total(outcomes) if outcomes else "Nothing was added."
    return f"Interrupted. {kept} The same command goes on with the rest."


def _over(files: list[Path], folders: list[Path]) -> str:
    """Which files of these folders were not read, and why, in one line."""
    # Two folders below the one that was given may hold files of one name.
    below = folders[0] if len(folders) == 1 else Path()
    places = (file.relative_to(below) for file in files[:_MOST_NAMED])
    named = ", ".join(mark_line(str(place)) for place in places)
    more = f" and {len(files) - _MOST_NAMED:,} more" if len(files) > _MOST_NAMED else ""
    kinds = " ".join(MEDIA_TYPES)
    return f"Passed over {count(len(files), 'file')} that end in none of {kinds}: {named}{more}."


def is_address(place: str) -> bool:
    """Whether what was given is an address, if one of a scheme that is refused."""
    return _ADDRESS.match(place) is not None


def _added(
    library: "Library",
    paths: list[Path],
    addresses: list[str],
    source: str | None,
    stages: "Stages",
) -> "Iterator[Added]":
    if paths:
        yield from library.add(paths, source=source, progress=stages)
    if addresses:
        yield from library.fetch(addresses, source=source, progress=stages)


def remove(
    article: Annotated[str | None, typer.Argument(metavar="ARTICLE", help="Its id.")] = None,
    *,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="S", help="All articles of this source instead."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    library: LibraryFolder = None,
) -> None:
    """Remove an article, or all of a source, from the library."""
    if (article is None) == (source is None):
        raise InputError("Say which article to remove, or all of which --source.")
    with opening.opened(library) as (opened, stages):
        if source is not None:
            _remove_source(opened, source, stages, yes=yes)
            return
        held, _ = opened.show(article or "")
        stages.hide()
        name = f"{mark_line(held.id)} “{mark_line(held.title)}”"
        if yes or _confirmed(f"Remove {name}?"):
            opened.remove(held.id)
            page().line(f"Removed {name}.")


def _remove_source(library: "Library", given: str, stages: "Stages", *, yes: bool) -> None:
    rows = library.articles(Filter(sources=(given,)))
    stages.hide()
    names = sorted({mark_line(row.source.name) for row in rows})
    held = f"{count(len(rows), 'article')} of {' and '.join(names)}"
    if yes and not any(_is_called(row.source, given) for row in rows):
        # Nobody sees here which source a part of a name was taken for.
        raise InputError(
            f"{mark_line(given)!r} is not all of the name of {names[0]}: "
            f"with --yes give that, or its id {rows[0].source.id}."
        )
    if yes or _confirmed(f"Remove {held}?"):
        for each in sorted({row.source.id for row in rows}):
            library.remove_source(each)
        page().line(f"Removed {held}.")


def _is_called(source: "Source", given: str) -> bool:
    called = (source.id, source.name, *source.spellings)
    return given.strip().casefold() in map(str.casefold, called)


def _confirmed(question: str) -> bool:
    # Only now: whoever named what is not there shall not hear of --yes first.
    if not sys.stdin.isatty():
        raise InputError("Removing asks first: say --yes where nobody can be asked.")
    return typer.confirm(question)


def rename(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="Its id or name.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called.")],
    *,
    host: Annotated[
        list[str] | None,
        typer.Option("--host", metavar="HOST", help="A host that is its own; repeat for more."),
    ] = None,
    merge: Annotated[
        bool,
        typer.Option("--merge", help="Where another source has the name, make the two one."),
    ] = False,
    library: LibraryFolder = None,
) -> None:
    """Correct a source's name, or make two sources one."""
    with opening.opened(library) as (opened, _):
        renamed = opened.rename(source, name, tuple(host or ()), merge=merge)
        page().line(f"{mark_line(renamed.id)} is called {mark_line(renamed.name)}.")


def reindex(library: LibraryFolder = None) -> None:
    """Build the search index anew from the articles."""
    with opening.opened(library) as (opened, stages):
        paragraphs = opened.reindex(progress=stages)
        stages.hide()
        page().line(f"Indexed {count(paragraphs, 'paragraph')}.")


def total(outcomes: "Mapping[str, int]") -> str:
    """What became of all, in one line."""
    named = {
        "added": "added",
        "copy": "copy" if outcomes.get("copy") == 1 else "copies",
        "updated": "updated",
        "unchanged": "unchanged",
        "refused": "refused",
    }
    counts = (f"{outcomes[each]:,} {name}" for each, name in named.items() if outcomes.get(each))
    return f"In all {count(sum(outcomes.values()), 'article')}: {', '.join(counts)}."


def line(added: "Added") -> str:
    """What became of one file or address."""
    name = mark_line(added.place)
    if added.article is None or added.source is None:
        return f"{added.outcome}: {name}"
    article = f"{mark_line(added.article.id)} “{mark_line(added.article.title)}”"
    if added.outcome == "copy":
        return f"copy: {name} is a copy of {article}"
    whose = mark_line(publisher(added.source))
    if added.url is not None:
        whose = f"{whose}, {mark_line(day(added.article.published))}"
    told = f"{added.outcome}: {article}, {whose}, {count(added.paragraphs, 'paragraph')}"
    if added.article.copy_of is not None:
        return f"{told}, {mark_line(copy_of(added.article.copy_of))}"
    new = added.url is not None and added.outcome == "added"
    return f"{told}, no copy of another" if new else told
