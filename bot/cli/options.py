"""The options that several commands share, and what several of them mean together."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from retrieval.errors import InputError


def _folder(given: str) -> Path:
    # Path("") is the current folder, which nobody means who leaves a variable of a script empty.
    if not given.strip() or "\0" in given:
        raise typer.BadParameter("it is not the name of a folder.")
    return Path(given)


LibraryFolder = Annotated[
    Path | None,
    typer.Option("--library", metavar="DIR", parser=_folder, help="Folder of the library to use."),
]
Create = Annotated[
    bool, typer.Option("--create", help="Make the library where DIR holds none yet.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite FILE.")]
Since = Annotated[
    str | None,
    typer.Option(
        "--since", metavar="D", help="Published then or later: 2024-11-07, yesterday, 2018."
    ),
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="D", help="Published then or earlier.")
]
At = Annotated[
    str | None,
    typer.Option("--at", metavar="D", help="As it was on that day, in the versions of then."),
]
Sources = Annotated[
    list[str] | None,
    typer.Option(
        "--source", metavar="S", help="Only this source, by id, name or host; repeat for more.",
    ),
]  # fmt: skip


def within(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """The first and the last day that were meant, in ISO form; raises InputError for none."""
    first, last = _days(since, "--since")[0], _days(until, "--until")[1]
    if first and last and first > last:
        raise InputError(f"--since {first} is later than --until {last}.")
    return first, last


def as_of(text: str | None, first: str | None) -> str | None:
    """The last day of what was meant, in ISO form; raises InputError for none.

    `first` is the first day that is searched.
    """
    last = _days(text, "--at")[1]
    if first and last and first > last:
        raise InputError(f"--since {first} is later than --at {last}.")
    return last


def _days(text: str | None, option: str) -> tuple[str | None, str | None]:
    if text is None:
        return None, None
    try:
        written = date.fromisoformat(text).isoformat()
    except ValueError:
        # Here rather than above: what reads words is slow to import.
        from bot.days import ENGLISH, period  # noqa: PLC0415

        found = period(text, ENGLISH, datetime.now().astimezone().date())
        if found is None:
            raise InputError(
                f"{option} takes a day such as 2024-11-07, yesterday, last month or 2024, "
                f"not {text!r}."
            ) from None
        return found[0].isoformat(), found[1].isoformat()
    return written, written
