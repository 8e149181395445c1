"""`whosays watch` and `watches`: questions that are asked again when coverage changes."""

import signal
import threading
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import opening
from bot.cli.options import AsJson, LibraryFolder, Since, Sources, Until, within
from bot.cli.output import page, write
from bot.render.json import to_json
from bot.render.safe import mark_line
from bot.render.timing import day
from bot.render.words import count
from retrieval.errors import InputError
from retrieval.model import Filter

if TYPE_CHECKING:
    from retrieval.store.watch_records import Watch

app = typer.Typer(invoke_without_command=True)

_SHOWN = 8
"""Letters of an id that are shown; as many as tell it from others will do."""
_PACES = {"once": "at once", "daily": "daily", "weekly": "weekly"}


@app.callback(help="Watch questions: only what is new on them is told.")
def watch(
    context: typer.Context,
    *,
    run: Annotated[
        bool, typer.Option("--run", help="Tell what is new, until it is interrupted.")
    ] = False,
    webhook: Annotated[
        str | None,
        typer.Option("--webhook", metavar="URL", help="Post it here, not to standard output."),
    ] = None,
    library: LibraryFolder = None,
) -> None:
    """Watch questions; with --run, tell what is new on them in this process."""
    if context.invoked_subcommand is not None:
        if run or webhook:
            raise InputError(f"--run and --webhook stand without {context.invoked_subcommand}.")
        return
    if not run:
        raise InputError("Say what to do: add, remove, or --run.")
    # Here and below rather than above: what watches is slow to import.
    from bot.cli import telling  # noqa: PLC0415

    tell = telling.teller(webhook)
    settings = opening.settings(library)
    with opening.opened(library) as (opened, stages):
        stages.hide()
        stop = threading.Event()
        before = signal.signal(signal.SIGTERM, lambda *_: stop.set())
        try:
            telling.run(opened, settings, tell, stop)
        finally:
            signal.signal(signal.SIGTERM, before)


@app.command()
def add(
    question: Annotated[list[str], typer.Argument(metavar="QUESTION", help="In words.")],
    *,
    when: Annotated[
        str, typer.Option("--when", metavar="PACE", help="once (at once), daily or weekly.")
    ] = "once",
    source: Sources = None,
    since: Since = None,
    until: Until = None,
    as_json: AsJson = False,
    library: LibraryFolder = None,
) -> None:
    """Watch a question; what its answer says by now is not told."""
    first, last = within(since, until)
    where = Filter(sources=tuple(source or ()), since=first, until=last)
    if when not in _PACES:
        raise InputError(f"--when takes once, daily or weekly, not {when!r}.")
    settings = opening.settings(library)
    with opening.opened(library) as (opened, stages):
        from retrieval.watching.begin import begin  # noqa: PLC0415

        made, answer = begin(opened, settings, " ".join(question), where=where, cadence=when)  # type: ignore[arg-type]
        stages.hide()
    if as_json:
        write(to_json({"schema": 1, **_told(made)}))
        return
    known = sum(len(position.passages) for position in answer.positions)
    page().line(f"Watching {made.id[:_SHOWN]}: {mark_line(made.question)}")
    covered = f"{count(known, 'passage')} known." if known else "Nothing answers it yet."
    page().line(f"{covered} `whosays watch --run` tells what is new.", style="dim")


@app.command()
def remove(
    watch: Annotated[str, typer.Argument(metavar="WATCH", help="Its id, as `watches` shows it.")],
    library: LibraryFolder = None,
) -> None:
    """Watch a question no more."""
    with opening.opened(library) as (opened, stages):
        found = opened.watches.get(watch)
        if found.door != "terminal":
            raise InputError(f"{watch} is watched on Discord: /watches there ends it.")
        opened.watches.remove(found.id)
        stages.hide()
        page().line(f"No longer watched: {mark_line(found.question)}")


def watches(*, as_json: AsJson = False, library: LibraryFolder = None) -> None:
    """List the questions that are watched from a terminal."""
    with opening.opened(library) as (opened, stages):
        rows = opened.watches.of("terminal")
        stages.hide()
    if as_json:
        write(to_json({"schema": 1, "watches": [_told(row) for row in rows]}))
        return
    out = page()
    for row in rows:
        out.line(f"{row.id[:_SHOWN]}  {mark_line(row.question)}", style="bold")
        state = f"{_PACES[row.cadence]} · since {day(row.at)}"
        out.line(mark_line(state), indent=" " * (_SHOWN + 2), style="dim")
    if not rows:
        out.line("No question is watched.")


def _told(watch: "Watch") -> dict[str, object]:
    where = watch.where
    return {
        "watch": watch.id,
        "question": watch.question,
        "when": watch.cadence,
        "at": watch.at,
        "sources": list(where.sources),
        "since": where.since,
        "until": where.until,
    }
