"""`whosays prune`, `pin`, `unpin` and `pins`: which articles go with age, and which stay."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import opening
from bot.cli.options import AsJson, LibraryFolder
from bot.cli.output import complain, page, write
from bot.render.json import to_json
from bot.render.safe import mark_line
from bot.render.timing import day
from bot.render.words import count
from retrieval.errors import InputError, LibraryError

if TYPE_CHECKING:
    from bot.cli.progress import Stages
    from retrieval.library import Library
    from retrieval.pruning import Pruned
    from retrieval.store.aged import Reason

_MEGABYTE = 1_000_000
_NAMES: "dict[Reason, str]" = {
    "pinned": "pinned by the operator",
    "watches": "needed by watches",
    "answers": "shown by kept answers",
}
Article = Annotated[str, typer.Argument(metavar="ARTICLE", help="Its id.")]


def prune(
    *,
    keep_days: Annotated[
        int | None,
        typer.Option(
            "--keep-days",
            metavar="N",
            min=1,
            max=36_500,
            help="Days that articles are kept, instead of the setting.",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be removed.")
    ] = False,
    as_json: AsJson = False,
    library: LibraryFolder = None,
) -> None:
    """Remove old articles that nothing needs, and give the disk back."""
    days = keep_days or opening.settings(library).library.keep_days
    if not days:
        raise InputError(
            "Nothing says how long articles are kept: give --keep-days N, or set "
            "WHOSAYS_LIBRARY__KEEP_DAYS."
        )
    with opening.opened(library) as (opened, stages):
        told, why = _pruned(opened, stages, days, dry_run=dry_run)
        stages.hide()
    if as_json:
        write(to_json({"schema": 1, "prune": _as_data(told, days, dry_run=dry_run)}))
    else:
        page().line(sentence(told, dry_run=dry_run))
    if why:
        complain(f"The file keeps its size for now. {why}")


def _pruned(
    library: "Library", stages: "Stages", days: int, *, dry_run: bool
) -> "tuple[Pruned, str | None]":
    """What went, and why the file could not be made smaller, where that is so."""
    work = library.pruning(days)
    if dry_run:
        return work.look(), None
    # Here rather than above: what follows and watches is slow to import.
    from retrieval.follow.lock import only_one  # noqa: PLC0415

    release = only_one(library.folder, "prune.lock", "prunes")
    try:
        told = work.run(progress=lambda gone: stages("Removing articles", gone, 0))
        try:
            told.freed_bytes += work.remake()
        except LibraryError as error:
            return told, str(error)
    finally:
        release()
    return told, None


def _as_data(told: "Pruned", days: int, *, dry_run: bool) -> dict[str, object]:
    return {
        "keep_days": days,
        "before": told.before,
        "dry_run": dry_run,
        "articles": told.articles,
        "paragraphs": told.paragraphs,
        "freed_bytes": told.freed_bytes,
        "stay": {reason: told.stay[reason] for reason in _NAMES},
    }


def sentence(told: "Pruned", *, dry_run: bool) -> str:
    """What went and why others stayed, in one sentence."""
    went = (
        f"{'Would remove' if dry_run else 'Removed'} {count(told.articles, 'article')} from "
        f"before {day(told.before)}"
    )
    details = [count(told.paragraphs, "paragraph")] if told.articles else []
    if told.freed_bytes:
        details.append(f"{told.freed_bytes / _MEGABYTE:,.1f} MB given back")
    if details:
        went += f" ({', '.join(details)})"
    reasons = [
        f"{number:,} {name}" for reason, name in _NAMES.items() if (number := told.stay[reason])
    ]
    if not reasons:
        return f"{went}."
    older = told.stay.total()
    stay = "1 older one stays" if older == 1 else f"{older:,} older ones stay"
    return f"{went}; {stay}: {', '.join(reasons)}."


def pin(article: Article, library: LibraryFolder = None) -> None:
    """Keep an article, however old it gets."""
    _pin(article, library, keep=True)


def unpin(article: Article, library: LibraryFolder = None) -> None:
    """Let an article go with age again."""
    _pin(article, library, keep=False)


def _pin(article: str, library: LibraryFolder, *, keep: bool) -> None:
    with opening.opened(library) as (opened, stages):
        held, _ = opened.show(article)
        changed = opened.pins.add(held.id) if keep else opened.pins.remove(held.id)
        stages.hide()
    said = ("Pinned", "Pinned already") if keep else ("No longer pinned", "Not pinned")
    name = f"{mark_line(held.id)} “{mark_line(held.title)}”"
    page().line(f"{said[0] if changed else said[1]}: {name}.")


def pins(*, as_json: AsJson = False, library: LibraryFolder = None) -> None:
    """List the articles that are pinned."""
    with opening.opened(library) as (opened, stages):
        found = opened.pins.all()
        stages.hide()
    if as_json:
        write(to_json({"schema": 1, "pins": [asdict(each) for each in found]}))
        return
    out = page()
    for each in found:
        out.line(mark_line(each.title), style="bold")
        out.line(f"{mark_line(each.source)} · {mark_line(day(each.published))}", indent="  ")
        out.line(f"{mark_line(each.id)} · pinned {mark_line(day(each.at))}", indent="  ")
    if not found:
        out.line("No article is pinned.")
