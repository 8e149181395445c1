"""The mark of a position: its shape, and its colour in light and dark.

The colours name positions and are far from green and red; shapes tell the same without them.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from bot.render import words

if TYPE_CHECKING:
    from retrieval.answered import Answer

SHAPES: Final = ("circle", "square", "triangle", "diamond", "pentagon", "star", "cross", "hexagon")
RADIUS: Final = 10.0

# By the name of the class that a page may colour anew: light, dark. The first three are those of
# yes, no and open in page.css, the others of accounts.
COLOURS: Final = {
    "side-0": ("#0b6480", "#6cc4e0"),
    "side-1": ("#8c3a7b", "#e29ad2"),
    "side-2": ("#4a52a8", "#a5aef2"),
    "account-0": ("#39629b", "#93b7ea"),
    "account-1": ("#7a5c00", "#d9bd62"),
    "account-2": ("#6a3d9a", "#c5a3ec"),
    "account-3": ("#00697a", "#67c6d6"),
    "account-4": ("#566072", "#b3bcca"),
}
INKS: Final = COLOURS | {
    "page": ("#ffffff", "#1f2226"),
    "ink": ("#1c1e21", "#e8e6e1"),
    "soft": ("#565c64", "#a9aeb5"),
    "rule": ("#d5d2cb", "#41474e"),
}
_ACCOUNTS: Final = sum(each.startswith("account") for each in COLOURS)


@dataclass(frozen=True, slots=True)
class Kind:
    """How the marks of a position look; `number` stands inside those of accounts."""

    shape: str
    colour: str
    number: str


def kinds(answer: Answer) -> tuple[Kind, ...]:
    """A kind a position, no two alike."""
    found = []
    for at, position in enumerate(answer.positions):
        if position.stance is not None:
            hue = words.hue(position)
            found.append(Kind(SHAPES[hue], f"side-{hue}", ""))
        else:
            colour = f"account-{at % _ACCOUNTS}"
            found.append(Kind(SHAPES[at % len(SHAPES)], colour, str(at + 1)))
    return tuple(found)


def dark_style() -> str:
    """The style sheet that turns the picture dark where the reader prefers that."""
    rules = "".join(f".whosays-{name}{{color:{dark}}}" for name, (_, dark) in INKS.items())
    return f"@media (prefers-color-scheme:dark){{{rules}}}"


def outline(shape: str, x: float, y: float) -> str:
    """The shape around a point, as the data of an SVG path, inside a circle of RADIUS."""
    if shape == "circle":
        r = RADIUS - 1
        half = f"a{_n(r)} {_n(r)} 0 1 0 "
        return f"M{_n(x - r)} {_n(y)}{half}{_n(2 * r)} 0{half}{_n(-2 * r)} 0z"
    points = _POINTS[shape]
    return "M" + "L".join(f"{_n(x + RADIUS * a)} {_n(y + RADIUS * b)}" for a, b in points) + "z"


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _round(corners: int, *, turned: float = -pi / 2) -> tuple[tuple[float, float], ...]:
    steps = (turned + 2 * pi * each / corners for each in range(corners))
    return tuple((cos(each), sin(each)) for each in steps)


def _star() -> tuple[tuple[float, float], ...]:
    outer, inner = _round(5), _round(5, turned=-pi / 2 + pi / 5)
    return tuple(
        point
        for (a, b), (c, d) in zip(outer, inner, strict=True)
        for point in ((a, b), (0.55 * c, 0.55 * d))
    )


_ARM: Final = 0.38
_POINTS: Final = {
    "square": ((-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)),
    "triangle": ((0.0, -0.95), (0.95, 0.8), (-0.95, 0.8)),
    "diamond": _round(4),
    "pentagon": _round(5),
    "hexagon": _round(6),
    "star": _star(),
    "cross": (
        (-_ARM, -0.9), (_ARM, -0.9), (_ARM, -_ARM), (0.9, -_ARM), (0.9, _ARM), (_ARM, _ARM),
        (_ARM, 0.9), (-_ARM, 0.9), (-_ARM, _ARM), (-0.9, _ARM), (-0.9, -_ARM), (-_ARM, -_ARM),
    ),
}  # fmt: skip
