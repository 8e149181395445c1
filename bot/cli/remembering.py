"""What was shown when a question was last asked in a terminal, for `whosays ask --since-last`."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from retrieval.errors import LibraryError

if TYPE_CHECKING:
    from retrieval.answered import Answer
    from retrieval.library import Library
    from retrieval.model import Filter
    from retrieval.watching.news import News


def since_last(library: Library, answer: Answer, where: Filter) -> tuple[News, str] | None:
    """What is new, and since when; None where the question was not asked before.

    Raises LibraryError where that cannot be noted.
    """
    # Here and below rather than above: `--help` needs none of it.
    from retrieval.watching import memory  # noqa: PLC0415

    found = memory.since_last(library, answer, where)
    return None if found is None else (found[1], found[0])


def remember(library: Library, answer: Answer, where: Filter) -> None:
    """Note what was shown, where the library can be written just now."""
    from retrieval.watching import memory  # noqa: PLC0415

    with suppress(LibraryError):
        memory.remember(library, answer, where)
