"""`whosays doctor`: what is installed, which models, is the library sound."""

import shlex
from typing import TYPE_CHECKING

import typer

from bot.cli import opening
from bot.cli.options import LibraryFolder
from bot.cli.output import page
from bot.render.safe import mark_line
from config.errors import SettingsError
from retrieval.errors import LibraryDamagedError, WhosaysError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from retrieval.health import Finding

FAILED = 1


def doctor(library: LibraryFolder = None) -> None:
    """Check the installation, the models and the library."""
    findings = _findings(library)
    out = page()
    for finding in findings:
        word, style = ("ok", "") if finding.ok else ("not ok", "bold")
        # A line each, however long: who looks for "not ok" in a file finds what it is about.
        out.whole(f"{word:<7} {mark_line(finding.name)}: {mark_line(finding.detail)}", style=style)
    if not all(finding.ok for finding in findings):
        for line in _ways_out(findings, library):
            out.line(line)
        raise typer.Exit(FAILED)


def _ways_out(findings: "list[Finding]", folder: "Path | None") -> "Iterator[str]":
    """What to do about a library that is there and not sound; other findings say it themselves."""
    if not any(each.name == "library" and each.damaged for each in findings):
        return
    yield "The library is damaged: stop the bot, then bring back a backup with"
    # Without the folder a backup would replace the library of the settings, which may be sound.
    where = "" if folder is None else f" --library {shlex.quote(str(folder))}"
    yield mark_line(f"  whosays restore FILE{where}")
    held = sorted(opening.settings(folder).library.path.glob("library.before-*.zip"))
    for file in held[-1:]:
        yield f"The last one that was made on its own, before an upgrade, is {mark_line(str(file))}"


def _findings(folder: "Path | None") -> "list[Finding]":
    from retrieval.health import Finding, installed  # noqa: PLC0415 - keeps `--help` quick

    try:
        with opening.opened(folder) as (opened, stages):
            found = opened.doctor()
            stages.hide()
            return found
    except SettingsError as error:
        failed = Finding("settings", ok=False, detail=str(error))
    except LibraryDamagedError as error:
        failed = Finding("library", ok=False, detail=str(error), damaged=True)
    except WhosaysError as error:
        failed = Finding("library", ok=False, detail=str(error))
    except ImportError as error:
        failed = Finding("installation", ok=False, detail=f"{error}: install whosays again.")
    return [*installed(), failed]
