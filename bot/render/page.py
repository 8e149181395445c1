"""Lines on a terminal, at most 80 columns wide."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

WIDTH = 80
# Terminals drop longer ones, after the convention for OSC 8.
_LONGEST_LINK = 2083
_GOES_ON = "  "


class Held:
    """What was printed and not shown yet."""

    text = ""


class Page:
    """A console that wraps text and puts an indent or a gutter before each line.

    `plain` is true where no colours are wanted or possible, `columns` the whole width of a
    terminal and None elsewhere.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self.width = min(console.width, WIDTH)
        self.columns = console.width if console.is_terminal else None
        self.plain = console.no_color or console.color_system is None

    @property
    def rows(self) -> int:
        """How many lines the terminal shows."""
        return self._console.height

    @contextmanager
    def held(self) -> Iterator[Held]:
        """Keep what is printed meanwhile, as a terminal would get it, and print nothing."""
        kept = Held()
        with self._console.capture() as captured:
            yield kept
        kept.text = captured.get()

    def gap(self) -> None:
        """An empty line."""
        self._console.print()

    def line(self, words: str, *, indent: str = "", style: str = "") -> None:
        """Words in one style; they are safe already."""
        self.text(Text(words, style=style), indent=indent)

    def note(self, words: str, *, style: str = "") -> None:
        """Words with names of others' in them: where they go on in a new line, it is indented."""
        first = True
        for line in self._wrapped(Text(words, style=style), len(_GOES_ON)):
            self.text(line, indent="" if first else _GOES_ON)
            first = False

    def whole(
        self, words: str | Text, *, indent: str = "", style: str = "", link: str | None = None
    ) -> None:
        """Words on one line however long, so that an address can be copied; safe already.

        `link` is where the words lead, in a terminal that can follow links (OSC 8).
        """
        if isinstance(words, Text):
            self._console.print(words, soft_wrap=True, highlight=False)
            return
        chosen = Style.parse(style)
        if link is not None and not self.plain and len(link) <= _LONGEST_LINK:
            chosen += Style(link=link)
        self._console.print(Text.assemble(indent, (words, chosen)), soft_wrap=True, highlight=False)

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
