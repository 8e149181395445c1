"""Beginning to follow something, and ending it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from retrieval.errors import InputError, NotFoundError
from retrieval.fetch.addresses import is_address, normal
from retrieval.fetch.robots import Robots
from retrieval.fetch.turns import SystemClock
from retrieval.follow.discover import Found, discover
from retrieval.ingest.hosts import same_site

if TYPE_CHECKING:
    from config.settings import Settings
    from retrieval.library import Library
    from retrieval.store.following_records import Followed


@dataclass(frozen=True, slots=True)
class Begun:
    """What is followed, how many articles it lists now, and as what it was followed before."""

    followed: Followed
    listed: int
    before: Followed | None

    @property
    def news(self) -> Literal["new", "again", "already"]:
        """What the wish to follow it changed; `again` is for what was paused."""
        if self.before is None:
            return "new"
        return "again" if self.before.paused else "already"


def begin(library: Library, settings: Settings, place: str) -> Begun:
    """Follow a feed, site or folder, from now on or as before; what is paused goes on.

    Raises InputError and its kin for what cannot be followed.
    """
    clock, interval = SystemClock(), settings.follow.least_minutes * 60
    if "://" not in place:
        folder = Path(place).expanduser().resolve()
        if not folder.is_dir():
            raise InputError(f"{place} is not a folder; a file is added with `whosays add`.")
        found = Found(str(folder), "folder", None, 0)
    else:
        found = discover(place, library.pages, Robots(library.pages.fetcher, clock))
    followed, before = library.following.follow(
        found.address, kind=found.kind, title=found.title, now=clock.now(), interval=interval
    )
    return Begun(followed, found.items, before)


def end(library: Library, place: str) -> Followed:
    """Follow something no more: its address, its folder, or the site it alone belongs to."""
    wanted = normal(place) if is_address(place) else str(Path(place).expanduser().resolve())
    try:
        return library.following.unfollow(wanted)
    except NotFoundError:
        followed = [row.followed.address for row in library.following.all()]
        of_site = [each for each in followed if is_address(each) and same_site(each, wanted)]
        if not is_address(wanted) or len(of_site) != 1:
            raise
        return library.following.unfollow(of_site[0])
