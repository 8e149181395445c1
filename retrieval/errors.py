"""Every error that whosays raises on purpose, in one hierarchy.

The message of each is one line that says what happened and what to do; doors show it as it is.
"""

from __future__ import annotations

from typing import Literal

QuestionFault = Literal["whole", "two", "topic", "language"]
"""What a text is that is not one question: no whole one, two, a topic, one not understood."""


class WhosaysError(Exception):
    """The base of all errors raised on purpose; `str()` is one line for the user."""


class InputError(WhosaysError):
    """What the user gave cannot be used: a question, a filter, a path. Doors exit with 2."""


class QuestionError(InputError):
    """The text is no question that stands alone, or more than one.

    `why` is for doors that say it in other words; `languages` are those read (ISO 639-1), where
    the question is in none of them.
    """

    def __init__(
        self, message: str, *, why: QuestionFault = "whole", languages: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message)
        self.why = why
        self.languages = languages


class LimitError(InputError):
    """More watches than a person or server may have; `whose` says which, `most` how many."""

    def __init__(self, whose: Literal["person", "server"], most: int) -> None:
        super().__init__(f"No more than {most:,} questions are watched for one {whose}.")
        self.whose = whose
        self.most = most


class NotFoundError(InputError):
    """No such article, source or paragraph in the library."""


class ArticleError(InputError):
    """A file cannot become an article: empty, binary, too large, unreadable, or not an article."""


class FetchError(InputError):
    """An address that is not fetched, or that gave nothing that can be used.

    `temporary` where trying again later may help, `wait` seconds from now at the earliest.
    """

    def __init__(self, message: str, *, temporary: bool = False, wait: float | None = None) -> None:
        super().__init__(message)
        self.temporary = temporary
        self.wait = wait


class LibraryError(WhosaysError):
    """The library cannot be opened, read or written."""


class NoLibraryError(LibraryError, InputError):
    """The folder that was named holds no library, and none is to be made there."""


class LibraryDamagedError(LibraryError):
    """The library's file is damaged; a backup can be restored over it."""


class LibraryBusyError(LibraryError):
    """Another process holds the library's write lock for longer than we wait."""


class LibraryFullError(LibraryError):
    """The disk is full; nothing was half-written."""


class LibraryVersionError(LibraryError):
    """The library was written by a newer whosays than this one."""


class IndexDamagedError(LibraryError):
    """A stored index is damaged, stale or foreign; it is rebuilt, never searched."""


class IndexAwayError(LibraryError):
    """The server that holds the index does not answer, or answers with an error."""


class IndexFillingError(LibraryError):
    """The index on a server is being filled and cannot be searched yet."""


class IndexForeignError(LibraryError):
    """The collection named in the settings is another library's, or no library's at all."""


class ModelError(WhosaysError):
    """A model cannot be found, prepared, loaded or run."""
