"""The folder of a library's words: whether it can be believed, and carried on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.errors import IndexDamagedError
from retrieval.index.filed import IndexStatus
from retrieval.index.words import folder

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.index.followed import WordSource


class Filed:
    """The folder in `root` for the words of one store."""

    def __init__(self, root: Path, source: WordSource) -> None:
        self.root = root
        self._source = source

    def name(self) -> str | None:
        """The folder that is to be loaded; None for none."""
        return folder.named(self.root)

    def verified(self) -> folder.Manifest | None:
        """The manifest of a folder that is as it was written, and that can be carried on.

        None where there is none; raises IndexDamagedError.
        """
        found = folder.read(self.root)
        if found is None or self._foreign(found) or not self._in_line(found):
            return None
        folder.verify(self.root, found)
        return found

    def in_line(self, generation: int, token: int | None) -> bool:
        """Whether the store knows that change, and what came after can be told one by one."""
        return (
            self._source.token(generation) == token and self._source.touched(generation) is not None
        )

    def status(self) -> IndexStatus:
        """The state of the folder, its checksums verified; changes nothing."""
        try:
            found = folder.read(self.root)
            if found is None:
                return IndexStatus(
                    "missing", "not in tantivy yet; a running bot or `whosays reindex` puts them"
                )
            folder.verify(self.root, found)
        except IndexDamagedError as error:
            return IndexStatus(
                "damaged", f"{str(error).rstrip('.')}: build it anew with `whosays reindex`"
            )
        if foreign := self._foreign(found):
            return IndexStatus("foreign", f"{foreign}; a running bot makes them anew")
        detail = f"{found.count} paragraphs in tantivy"
        if not self._in_line(found):
            return IndexStatus(
                "stale", f"{detail}; the library has changed since, and a running bot makes it anew"
            )
        if found.generation != self._source.generation():
            return IndexStatus("behind", f"{detail}; changes since are read from the library")
        return IndexStatus("sound", detail)

    def _in_line(self, found: folder.Manifest) -> bool:
        return self.in_line(found.generation, found.token)

    def _foreign(self, found: folder.Manifest) -> str | None:
        """Why a folder is not for this library; None where it is."""
        if found.format != folder.FORMAT:
            return f"format {found.format} instead of {folder.FORMAT}"
        if found.library != self._source.identity:
            return "the words of another library"
        return None
