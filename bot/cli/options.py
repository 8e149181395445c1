"""The options that several commands share, and what several of them mean together."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from retrieval.errors import InputError

LibraryFolder = Annotated[
    Path | None,
    typer.Option("--library", metavar="DIR", help="Folder of the library to use."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]
Sources = Annotated[
    list[str] | None,
    typer.Option(
        "--source", metavar="S", help="Only this source, by id or name; repeat for more.",
    ),
]  # fmt: skip


def day(text: str | None, option: str) -> str | None:
    """The ISO day that an option was given; raises InputError for anything else."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise InputError(f"{option} takes a day such as 2024-11-07, not {text!r}.") from error
