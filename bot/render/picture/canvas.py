"""What a picture is drawn of: texts, lines and marks, put together as one SVG element.

Colours are attributes, which a style sheet may overrule by class; nothing is loaded and no script
runs. Every text goes through the escaper of XML.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Literal

from bot.render.picture import letters
from bot.render.picture.layout import MARGIN, WIDTH
from bot.render.picture.marks import INKS, dark_style, outline

if TYPE_CHECKING:
    from bot.render.picture.marks import Kind

Theme = Literal["light", "dark", "both", "page"]


class Canvas:
    """Collects what is drawn; places are in units of the picture, from its left upper corner."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._parts: list[str] = []

    def text(self, text: str, x: float, y: float, size: float, ink: str) -> None:
        """A line of text, from `x` on, upon `y`."""
        self._parts.append(
            f'<text{self._class(ink)} x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" '
            f'fill="currentColor" xml:space="preserve">{escape(text)}</text>'
        )

    def lines(self, lines: list[str], y: float, size: float, ink: str) -> float:
        """Lines of text below `y`, at the margin; gives where the last one stands."""
        for line in lines:
            y += size + 6
            self.text(line, MARGIN, y, size, ink)
        return y

    def line(
        self, x1: float, y1: float, x2: float, y2: float, ink: str, wide: float, dashes: str = ""
    ) -> None:
        """A straight line, dashed where `dashes` says how."""
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self._parts.append(
            f'<path{self._class(ink)} d="M{_n(x1)} {_n(y1)}L{_n(x2)} {_n(y2)}" '
            f'stroke="currentColor" stroke-width="{_n(wide)}"{dashed}/>'
        )

    def span(self, left: float, right: float, y: float, ink: str) -> None:
        """A line between two short strokes: somewhere in it."""
        self.line(left, y, right, y, ink, 1.5)
        for x in (left, right):
            self.line(x, y - 4, x, y + 4, ink, 1.5)

    def gap(self, x: float, y: float) -> None:
        """Two strokes across an axis, where time is left out."""
        for off in (-3, 3):
            self.line(x + off - 4, y + 7, x + off + 4, y - 7, "ink", 1.5)

    def dot(self, x: float, y: float) -> None:
        """A small dot."""
        self._parts.append(
            f'<circle{self._class("ink")} cx="{_n(x)}" cy="{_n(y)}" r="2.5" fill="currentColor"/>'
        )

    def mark(self, kind: Kind, x: float, y: float, *, hollow: bool, number: bool = True) -> None:
        """The mark of a position, with its number where it has one."""
        look = (
            'fill="none" stroke="currentColor" stroke-width="2.5" stroke-linejoin="round"'
            if hollow
            else 'fill="currentColor"'
        )
        self._parts.append(
            f'<path{self._class(kind.colour)} d="{outline(kind.shape, x, y)}" {look}/>'
        )
        if kind.number and number:
            size = 12.0
            left = x - letters.width(kind.number, size) / 2
            self.text(kind.number, left, y + 4.5, size, kind.colour if hollow else "page")

    def whole(self, bottom: float, told: str) -> str:
        """The SVG element down to `bottom`, with what it tells in words."""
        height = round(bottom + MARGIN)
        style = f"<style>{dark_style()}</style>" if self._theme == "both" else ""
        opening = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(WIDTH)}" height="{height}" '
            f'viewBox="0 0 {_n(WIDTH)} {height}" role="img" aria-labelledby="whosays-told" '
            f"font-family=\"'{letters.FAMILY}','Noto Sans',system-ui,sans-serif\" "
            'font-stretch="condensed">'
        )
        ground = (
            f'<rect{self._class("page")} width="{_n(WIDTH)}" height="{height}" '
            'fill="currentColor"/>'
        )
        described = f'<desc id="whosays-told">{escape(told)}</desc>'
        return "".join((opening, described, style, ground, *self._parts, "</svg>"))

    def _class(self, ink: str) -> str:
        colour = INKS[ink][1 if self._theme == "dark" else 0]
        named = f' class="whosays-{ink}"' if self._theme in ("both", "page") else ""
        return f'{named} color="{colour}"'


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
