"""The text of one page of a PDF, with an empty line where the page leaves room between lines."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdf import PageObject

# How far below the line above a paragraph begins, in what is usual between two lines of its size.
_APART = 1.3
# Letters of another size, below the line above, are another paragraph: a headline, a footnote.
_OTHER_SIZE = 1.15
# Fewer say nothing of what is usual.
_LEAST_STEPS = 3
# Glyphs that a font draws for several letters: what is searched for is spelt in letters.
_LIGATURES = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    }
)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    y: float
    size: float


def page_text(page: PageObject) -> str:
    """The lines of the page; paragraphs that stand apart have an empty line between them.

    A PDF knows no paragraphs: without that, all of a page would be one.
    """
    pieces: list[_Piece] = []

    def visit(
        text: str, matrix: Sequence[float], placed: Sequence[float], _: object, size: float
    ) -> None:
        scale = abs(placed[3] * matrix[3]) or 1.0
        pieces.append(_Piece(text, placed[5] * matrix[3] + matrix[5], size * scale))

    whole = page.extract_text(visitor_text=visit)
    if "".join(piece.text for piece in pieces) != whole:
        # Text that runs in another direction is put together otherwise.
        return whole.translate(_LIGATURES)
    return "".join(_parted(pieces)).translate(_LIGATURES)


def _parted(pieces: Sequence[_Piece]) -> Iterator[str]:
    """The pieces' texts, with an empty line before what stands apart from the line above."""
    seen = [piece for piece in pieces if piece.text.strip()]
    steps = [_step(above, piece) for above, piece in pairwise(seen)]
    down = [step for step in steps if step > 0]
    if len(down) < _LEAST_STEPS:
        yield from (piece.text for piece in pieces)
        return
    usual = median(down)
    apart = {
        id(piece)
        for (above, piece), step in zip(pairwise(seen), steps, strict=True)
        if step > _APART * usual or (step > usual / 2 and _differ(above, piece))
    }
    ended = False
    for piece in pieces:
        if id(piece) in apart:
            yield "\n" if ended else "\n\n"
        yield piece.text
        ended = piece.text.endswith("\n") or (ended and not piece.text)


def _differ(above: _Piece, piece: _Piece) -> bool:
    least, most = sorted((above.size, piece.size))
    return most > _OTHER_SIZE * least


def _step(above: _Piece, piece: _Piece) -> float:
    """How far the piece is below the one before it, in heights of its letters."""
    return (above.y - piece.y) / (max(above.size, piece.size) or 1.0)
