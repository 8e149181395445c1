"""What is followed, what it led to and what is to be fetched, as the library tells it.

Times are seconds since 1970.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Followed:
    """A feed, news sitemap, index of sitemaps, or folder; `failing` is since when it fails."""

    id: int
    address: str
    kind: str
    title: str | None
    added: float
    due: float
    interval: float
    etag: str | None
    modified: str | None
    looked: float | None
    failing: float | None
    failures: int
    paused: bool
    reason: str | None


@dataclass(frozen=True, slots=True)
class FollowedRow:
    """Something followed, with how many addresses it led to that wait and that are articles."""

    followed: Followed
    waiting: int
    articles: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address to be fetched, for the `tries`-th time again.

    `entry` is what its feed says of the article, `followed` and `feed` that feed's address and
    title.
    """

    url: str
    host: str
    tries: int
    entry: Mapping[str, str] = field(default_factory=dict)
    followed: str = ""
    feed: str | None = None
