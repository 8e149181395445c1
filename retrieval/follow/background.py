"""Following while something else runs, such as the bot."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from retrieval.errors import LibraryError
from retrieval.follow.follower import Follower

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.settings import Settings
    from retrieval.library import Library

_LOG = logging.getLogger(__name__)


@contextmanager
def following(library: Library, settings: Settings) -> Iterator[None]:
    """Follow inside the block, in a thread of its own, where `follow.enabled` says so.

    Where that cannot be (another process does, the library is read-only), it is logged, no more.
    """
    if not settings.follow.enabled:
        yield
        return
    follower = Follower(library, settings)
    try:
        follower.start()
    except LibraryError as error:
        _LOG.warning("Nothing is followed here. %s", error)
    try:
        yield
    finally:
        follower.stop()
