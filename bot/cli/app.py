"""The commands put together."""

from typing import Annotated

import typer

from bot.cli import (
    asking,
    backups,
    doctor,
    evaluating,
    feedback,
    following,
    keeping,
    listing,
    pruning,
    serving,
    watching,
)
from bot.cli.output import write

app = typer.Typer(
    help="What each news source says to a question, verbatim, cited, side by side.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
)


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        # Costs a tenth of a start, and only this needs it.
        from importlib.metadata import version  # noqa: PLC0415

        write(f"whosays {version('whosays')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """What each news source says to a question, verbatim, cited, side by side."""
    if context.invoked_subcommand is None and not version:
        write(context.get_help())


app.command()(asking.ask)
app.command()(keeping.add)
app.command()(following.follow)
app.command()(following.unfollow)
app.command()(following.follows)
app.add_typer(watching.app, name="watch")
app.command()(watching.watches)
app.command()(listing.sources)
app.command()(listing.articles)
app.command()(listing.show)
app.command()(keeping.rename)
app.command()(keeping.remove)
app.command()(pruning.prune)
app.command()(pruning.pin)
app.command()(pruning.unpin)
app.command()(pruning.pins)
app.command()(keeping.reindex)
app.command()(backups.backup)
app.command()(backups.restore)
app.command()(doctor.doctor)
app.command()(serving.serve)
app.command()(serving.health)
app.add_typer(evaluating.app, name="eval")
app.add_typer(feedback.app, name="feedback")
