"""Following while something else runs, such as the bot."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from retrieval.errors import LibraryError
from retrieval.follow.follower import Follower

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from config.settings import Settings
    from retrieval.library import Library

_LOG = logging.getLogger(__name__)


@contextmanager
def following(library: Library, settings: Settings) -> Iterator[Callable[[], None]]:
    """Follow inside the block, in a thread of its own, where `follow.enabled` says so.

    Gives what makes it begin nothing more, ahead of the block's end. Where nothing can be followed
    (another process does, the library is read-only), that is logged, no more.
    """
    if not settings.follow.enabled:
        yield lambda: None
        return
    follower = Follower(library, settings)
    try:
        follower.start()
    except LibraryError as error:
        _LOG.warning("Nothing is followed here. %s", error)
    try:
        yield follower.halt
    finally:
        follower.stop()
