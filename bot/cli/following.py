"""`whosays follow`, `unfollow` and `follows`: feeds, sites and folders whose news is added."""

import signal
import sys
import threading
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import opening
from bot.cli.keeping import is_address, line
from bot.cli.options import AsJson, LibraryFolder
from bot.cli.output import complain, page, remark, write
from bot.render.addresses import web_link
from bot.render.json import to_json
from bot.render.safe import mark_line
from bot.render.words import count
from retrieval.errors import InputError

if TYPE_CHECKING:
    from bot.cli.progress import Stages
    from config.settings import Settings
    from retrieval.adding import Added
    from retrieval.library import Library
    from retrieval.store.following_records import FollowedRow

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_BEGUN = {"new": "following", "again": "following again", "already": "followed already"}


def follow(
    places: Annotated[
        list[str] | None,
        typer.Argument(metavar="FEED|SITE|FOLDER", help="What to follow from now on."),
    ] = None,
    *,
    run: Annotated[
        bool, typer.Option("--run", help="Follow in this process, until it is interrupted.")
    ] = False,
    library: LibraryFolder = None,
) -> None:
    """Follow feeds, sites and folders: what is new there is added."""
    if not places and not run:
        raise InputError("Say what to follow, or --run to follow what was said before.")
    settings = opening.settings(library)
    with opening.opened(library, create=True) as (opened, stages):
        for place in places or ():
            page().whole(_follow(opened, settings, place, stages))
        if run:
            stages.hide()
            _run(opened, settings)


def unfollow(
    place: Annotated[str, typer.Argument(metavar="ADDRESS", help="As `follows` shows it.")],
    library: LibraryFolder = None,
) -> None:
    """Follow a feed, site or folder no more; its articles stay."""
    with opening.opened(library) as (opened, _):
        # Here and below rather than above: what follows is slow to import.
        from retrieval.follow.begin import end  # noqa: PLC0415

        followed = end(opened, place)
        page().whole(f"No longer followed: {mark_line(followed.address)}")


def follows(*, as_json: AsJson = False, library: LibraryFolder = None) -> None:
    """List what is followed, and how that goes."""
    with opening.opened(library) as (opened, stages):
        rows = opened.following.all()
        stages.hide()
    if as_json:
        data = [
            {**asdict(row.followed), "waiting": row.waiting, "articles": row.articles}
            for row in rows
        ]
        write(to_json({"schema": 1, "follows": data}))
        return
    out = page()
    for row in rows:
        out.line(mark_line(row.followed.title or row.followed.address), style="bold")
        address = row.followed.address
        out.whole(mark_line(address), indent="  ", style="dim", link=web_link(address))
        out.line(mark_line(_state(row, time.time())), indent="  ")
        if row.followed.reason:
            out.line(mark_line(row.followed.reason), indent="  ")
    if not rows:
        out.line("Nothing is followed.")


def _follow(library: "Library", settings: "Settings", place: str, stages: "Stages") -> str:
    from retrieval.follow.begin import begin  # noqa: PLC0415

    if not place.strip():
        raise InputError("A place without a name is none: give a feed, a site or a folder.")
    if not is_address(place) and not Path(place).exists():
        raise InputError(
            f"There is no folder {place}; the address of a feed or site begins with https://."
        )
    stages("Looking for a feed", 0, 0)
    begun = begin(library, settings, place)
    stages.hide()
    followed, listed = begun.followed, begun.listed
    name = mark_line(followed.address)
    if followed.title:
        name = f"{mark_line(followed.title)}, {name}"
    told = _BEGUN[begun.news]
    return f"{told}: {name}" + (f", {count(listed, 'article')} listed" if listed else "")


def _run(library: "Library", settings: "Settings") -> None:
    from retrieval.follow.follower import Follower  # noqa: PLC0415

    stop = threading.Event()
    before = signal.signal(signal.SIGTERM, lambda *_: stop.set())
    follower = Follower(library, settings, told=_tell)
    remark(_running(len(library.following.all())))
    try:
        follower.run(stop)
    finally:
        signal.signal(signal.SIGTERM, before)


def _running(followed: int) -> str:
    """What is to be expected from now on, which may be nothing for hours."""
    if not followed:
        return "Nothing is followed yet; `whosays follow ADDRESS` begins. Ctrl-C ends this."
    return f"Following {count(followed, 'place')}; Ctrl-C ends it."


def _tell(added: "Added") -> None:
    if added.outcome == "refused":
        complain(added.reason or f"{added.place} is not an article.")
    else:
        page().whole(line(added))
        sys.stdout.flush()


def _state(row: "FollowedRow", now: float) -> str:
    followed = row.followed
    read = "not read yet" if followed.looked is None else f"read {_ago(now - followed.looked)}"
    if followed.kind == "folder":
        return f"folder · {read}"
    held = f"{count(row.articles, 'article')}, {row.waiting:,} waiting · {read}"
    if followed.paused:
        return f"{held} · paused: follow it again to go on"
    failing = "" if followed.failing is None else f" · failing for {_span(now - followed.failing)}"
    return f"{held} · next {_in(followed.due - now)}{failing}"


def _ago(seconds: float) -> str:
    return f"{_span(seconds)} ago"


def _in(seconds: float) -> str:
    return "now" if seconds <= 0 else f"in {_span(seconds)}"


def _span(seconds: float) -> str:
    for size, unit in ((_DAY, "day"), (_HOUR, "hour"), (_MINUTE, "minute")):
        if seconds >= size:
            return count(int(seconds // size), unit)
    return count(max(0, int(seconds)), "second")
