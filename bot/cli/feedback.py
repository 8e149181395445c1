"""`whosays feedback export`: what people said about answers, for the operator."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli import opening
from bot.cli.files import writable, write_file
from bot.cli.options import Force, LibraryFolder
from bot.cli.output import complain, page, write
from bot.render.json import to_json
from bot.render.safe import mark_line
from bot.render.words import count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from retrieval.store.ledger_records import Feedback

app = typer.Typer(help="What people said about answers.", rich_markup_mode=None)


@app.callback()
def feedback() -> None:
    """What people said about answers."""


@app.command()
def export(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="Write here, not to standard output.")
    ] = None,
    *,
    stance: Annotated[
        bool, typer.Option("--stance", help="Only what names a right side, as labelled rows.")
    ] = False,
    force: Force = False,
    library: LibraryFolder = None,
) -> None:
    """Write the feedback, one JSON object a line."""
    if file is not None:
        writable(file, "FILE", force=force)
    with opening.opened(library) as (opened, stages):
        given = opened.ledger.feedback()
        stages.hide()
    rows = _stance_rows(given) if stance else [_row(each) for each in given]
    lines = "".join(to_json(row, indent=None) + "\n" for row in rows)
    if file is None:
        if lines:
            write(lines)
        return
    write_file(file, lines)
    page().whole(f"Wrote {count(len(rows), 'row')} to {mark_line(str(file))}.")


def _row(given: "Feedback") -> dict[str, Any]:
    """Everything but who said it and where: a file is beyond what /privacy can delete."""
    span = given.span
    return {
        "id": given.id,
        "at": given.at,
        "kind": given.kind,
        "question": given.question,
        "passage": given.passage,
        "span": span and {"start": span.start, "end": span.end, "text": span.text},
        "article": given.article,
        "source": given.source,
        "stance": given.stance,
        "right": given.right,
        "comment": given.comment,
    }


def _stance_rows(given: "Iterable[Feedback]") -> list[dict[str, str]]:
    """Labelled pairs, each once; those for which people name different sides are left out."""
    pairs: dict[tuple[str, str], dict[str, str]] = {}
    disputed = set()
    for each in given:
        if each.right is None or each.passage is None:
            continue
        pair = _bare(each.passage), _bare(each.question)
        row = {
            "id": f"feedback:{each.id}",
            "passage": each.passage,
            "hypothesis": each.question,
            "form": _form(each.question),
            "label": str(each.right),
            "set": "feedback",
        }
        if pairs.setdefault(pair, row)["label"] != row["label"]:
            disputed.add(pair)
    if disputed:
        complain(f"Left out {count(len(disputed), 'passage')}: people name different sides.")
    return [row for pair, row in pairs.items() if pair not in disputed]


def _bare(text: str) -> str:
    """Letters and digits alone, as the training sets compare their rows."""
    return "".join(each for each in text.casefold() if each.isalnum())


def _form(question: str) -> str:
    # Keeps `--help` quick.
    from retrieval.answer.question.question import AUXILIARIES, words  # noqa: PLC0415

    first = next(iter(words(question)), "").lower()
    asked = any(mark in question[-3:] for mark in "?？؟") or first in AUXILIARIES
    return "question" if asked else "claim"
