"""Lines on a terminal, at most 80 columns wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

WIDTH = 80


class Page:
    """A console that wraps text and puts an indent or a gutter before each line.

    `plain` is true where no colours are wanted or possible.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self.width = min(console.width, WIDTH)
        self.plain = console.no_color or console.color_system is None

    def gap(self) -> None:
        """An empty line."""
        self._console.print()

    def line(self, words: str, *, indent: str = "", style: str = "") -> None:
        """Words in one style; they are safe already."""
        self.text(Text(words, style=style), indent=indent)

    def text(self, text: Text, *, indent: str = "", colour: str = "") -> None:
        """Styled text, the indent in its own colour."""
        for line in self._wrapped(text, len(indent)):
            self._console.print(
                Text.assemble((indent, colour), line), soft_wrap=True, highlight=False
            )

    def _wrapped(self, text: Text, taken: int) -> Iterator[Text]:
        for line in text.wrap(self._console, max(self.width - taken, 8), overflow="fold"):
            line.rstrip()
            yield line
