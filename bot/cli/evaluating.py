"""`whosays eval golden` and `eval stance`: how good the answers and the stance model are."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import opening
from bot.cli.golden import Score, read_golden, score
from bot.cli.options import AsJson, LibraryFolder
from bot.cli.output import page, write
from bot.render.json import to_json
from bot.render.safe import mark_line

app = typer.Typer(help="Measure how good the answers are.", rich_markup_mode=None)

GoldenFile = Annotated[Path, typer.Argument(metavar="FILE", help="Golden questions, as JSON.")]
StanceFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="Labelled rows, JSON lines, plain or gzipped.")
]


@app.command()
def golden(file: GoldenFile, *, as_json: AsJson = False, library: LibraryFolder = None) -> None:
    """Ask golden questions and compare the passages shown with those expected."""
    questions = read_golden(file)
    total = Score()
    lines = []
    with opening.opened(library) as (opened, stages):
        for done, question in enumerate(questions):
            stages("Asking", done, len(questions))
            one = score(question, opened.ask(question.question))
            total += one
            lines.append(_line(question.id, one))
        stages.hide()
    figures = total.as_dict()
    if as_json:
        write(to_json(figures))
        return
    out = page()
    for line in (*lines, "", *_details(total)):
        out.line(mark_line(line))
    for name, value in figures.items():
        if not isinstance(value, list):
            out.line(f"{name}: {value}")


@app.command()
def stance(file: StanceFile, *, as_json: AsJson = False, library: LibraryFolder = None) -> None:
    """Judge labelled rows with the stance model and score its answers."""
    # Slow to import, and `--help` needs neither.
    from retrieval.models.evaluation import evaluate_file  # noqa: PLC0415
    from retrieval.models.load import load_stance  # noqa: PLC0415

    figures = evaluate_file(load_stance(opening.settings(library).models), file).as_dict()
    if as_json:
        write(to_json(figures))
        return
    out = page()
    for name, value in figures.items():
        rows = value.items() if isinstance(value, dict) else (("", value),)
        for key, figure in rows:
            out.line(f"{name} {key}".rstrip() + f": {figure}")


def _line(name: str, one: Score) -> str:
    parts = [f"{one.found} of {one.expected} found", f"{one.right} of {one.shown} shown right"]
    if one.forbidden:
        parts.append(f"{len(one.forbidden)} forbidden")
    if not all(one.conflicts):
        parts.append("conflict wrong")
    if not all(one.coverage):
        parts.append("coverage wrong")
    return f"{name}: {', '.join(parts)}"


def _details(total: Score) -> list[str]:
    named = (("missed", total.missed), ("wrong", total.wrong), ("forbidden", total.forbidden))
    return [f"{name}: {line}" for name, lines in named for line in lines]
