"""Plain text into units, the paragraphs and lines of a page, each a verbatim piece of it."""

from __future__ import annotations

import re
import statistics

_ENDED = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")
_GOES_ON = re.compile(r"(?!by |written |updated |posted |share)[a-zà-ÿа-я,.;:!?)\]”’%]")
# Mail and plain-text archives wrap at 60 to 80 columns; above this a line is a paragraph.
_WIDEST_WRAP = 110
_NARROWEST_WRAP = 40
_FEWEST_WRAPPED = 3
# Menus run from one short word to the next; a sentence cut by a link has more before it.
_SHORTEST_BROKEN = 4


def units(text: str) -> list[str]:
    """The paragraphs and stand-alone lines of a text, verbatim, trimmed, none empty.

    A line is a unit, except where lines were wrapped at a width (units then end at blank lines) or
    broken inside a sentence (a link on a line of its own): those keep their newlines inside.
    """
    blocks = [block for block in re.split(r"\n[^\S\n]*\n", text) if block.strip()]
    wrapped = _is_wrapped(blocks)
    out: list[str] = []
    for block in blocks:
        if wrapped:
            out.append(block.strip())
        else:
            out.extend(_rejoined([line for line in block.split("\n") if line.strip()]))
    return out


def _is_wrapped(blocks: list[str]) -> bool:
    """Whether a width, not a sentence, ends most lines that another line follows."""
    inner: list[str] = []
    for block in blocks:
        lines = [line.rstrip() for line in block.split("\n") if line.strip()]
        inner.extend(lines[:-1])
        if any(len(line) > _WIDEST_WRAP for line in lines):
            return False
    if len(inner) < _FEWEST_WRAPPED:
        return False
    widths = [len(line) for line in inner]
    return (
        statistics.median(widths) >= _NARROWEST_WRAP
        and sum(not _ENDED.search(line) for line in inner) > len(inner) / 2
        and statistics.median(widths) >= max(widths) * 0.75
    )


def _rejoined(lines: list[str]) -> list[str]:
    out: list[str] = []
    for line in lines:
        if out and _runs_on(out[-1], line):
            out[-1] += "\n" + line
        else:
            out.append(line)
    return [unit.strip() for unit in out]


def _runs_on(unit: str, line: str) -> bool:
    """Whether a line goes on with the sentence that a unit leaves open."""
    return (
        len(unit.split()) >= _SHORTEST_BROKEN
        and not _ENDED.search(unit.rstrip())
        and bool(_GOES_ON.match(line.lstrip()))
    )
