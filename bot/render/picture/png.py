"""The picture as PNG: the same bytes on every machine, as nothing of the machine is used."""

from __future__ import annotations

import re
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from bot.render.picture.draw import picture_svg
from bot.render.picture.letters import FAMILY, FONT

if TYPE_CHECKING:
    from datetime import datetime

    from bot.render.labels import Say
    from bot.render.picture.canvas import Theme
    from retrieval.answered import Answer

# Pixels for each unit of the picture, and the most that it may be high: 64 MB while it is drawn.
_SCALE = 2.0
_HIGHEST = 13_000
_HEIGHT = re.compile(r' height="(\d+)"')


def picture_png(
    answer: Answer,
    say: Say,
    now: datetime,
    *,
    theme: Theme = "light",
    confined: bool = False,
) -> bytes:
    """The picture on a ground of its own, twice as large as it is laid out unless it is long."""
    # Slow to import, and few ways to show an answer need it.
    import resvg_py  # noqa: PLC0415

    svg = picture_svg(answer, say, now, theme=theme, packaged=True, confined=confined)
    found = _HEIGHT.search(svg)
    height = int(found[1]) if found else 1
    with as_file(files("bot.render.picture").joinpath("font", FONT)) as font:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
                zoom=min(_SCALE, _HIGHEST / height),
                skip_system_fonts=True,
                font_files=[str(font)],
                font_family=FAMILY,
                sans_serif_family=FAMILY,
            )
        )
