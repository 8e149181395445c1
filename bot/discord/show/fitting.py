"""Text cut to what a message holds, counted as Discord counts it after escaping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord.show.escape import escape, escape_pieces
from bot.render.excerpt import Excerpt, excerpt
from bot.render.safe import mark_line
from bot.render.words import CUT

if TYPE_CHECKING:
    from collections.abc import Callable

    from retrieval.answered import Passage

_GOES_ON = "…"
# A bare [ of ours would make a link of a ]( that comes later: Discord looks for no backslash there.
_CUT = escape(CUT)
# Where a word ends within this share of a cut text, the cut is moved there.
_NEAR = 0.6


def size(text: str) -> int:
    """Its length in UTF-16 units: what Discord's clients count, and never less than characters."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def line(text: str, most: int) -> str:
    """One line of text, escaped, at most `most` long; where it is cut, … says so."""
    return _short(text, most, escape)


def plain(text: str, most: int) -> str:
    """The same where Discord reads no Markdown: in menus and on buttons."""
    return _short(text, most, mark_line)


def quotation(passage: Passage, most: int) -> str:
    """The sentences around the span as a block quote; where more is left out, […] says so."""
    whole = excerpt(passage)
    marked = bool((whole.before + whole.after).strip())
    shown, room = whole, most
    while size(text := quoted(shown, marked=marked)) > most:
        room = min(room, len(shown.before + shown.span + shown.after)) * 3 // 4
        shown = _cut(whole, room)
    return text


def quoted(shown: Excerpt, *, marked: bool) -> str:
    """A block quote of exactly these words, the span in bold where it is to be `marked`."""
    before, span, after = shown.marked(escape_pieces, _CUT)
    text = f"{before}**{span}**{after}" if marked and span else before + span + after
    text = f"{_CUT} {text}" if shown.cut_before else text
    text = f"{text} {_CUT}" if shown.cut_after else text
    return "\n".join(f"> {each}" for each in text.split("\n"))


def parts(passage: Passage, most: int) -> list[str]:
    """The whole paragraph as one block quote, or as several that are each at most `most` long."""
    whole = excerpt(passage, full=True)
    marked = bool((whole.before + whole.after).strip())
    found: list[str] = []
    start, text = 0, passage.text

    def quote_of(part: str) -> str:
        return quoted(_between(whole, start, start + len(part)), marked=marked)

    while not found or start < len(text):
        part = _longest(text[start : start + most], lambda part: size(quote_of(part)) <= most)
        part = part or text[start : start + 1]
        found.append(quote_of(part))
        start += len(part)
    return found


def _short(text: str, most: int, shown: Callable[[str], str]) -> str:
    if len(text) <= most and size(whole := shown(text)) <= most:
        return whole
    head = _longest(text[:most], lambda part: size(shown(part)) < most)
    # Without the space before words of ours are joined to it: what is escaped hangs on that.
    return shown(head.rstrip()) + _GOES_ON


def _cut(shown: Excerpt, room: int) -> Excerpt:
    """At most `room` characters of it: the span first, then what stands before and after."""
    before, span, after = shown.before, shown.span, shown.after
    if len(span) > room:
        head = _head(span, room)
        return Excerpt(
            "",
            head,
            "",
            cut_before=shown.cut_before or bool(before),
            cut_after=True,
            gaps=_moved(shown.gaps, len(before), len(head)),
        )
    left = room - len(span)
    tail = _tail(before, max(left // 2, left - len(after)))
    head = _head(after, left - len(tail))
    return Excerpt(
        tail,
        span,
        head,
        cut_before=shown.cut_before or tail != before,
        cut_after=shown.cut_after or head != after,
        gaps=_moved(shown.gaps, len(before) - len(tail), len(tail) + len(span) + len(head)),
    )


def _moved(gaps: tuple[int, ...], cut: int, length: int) -> tuple[int, ...]:
    """The gaps within what is left of a text; `cut` characters are gone before it."""
    return tuple(gap - cut for gap in gaps if 0 < gap - cut < length)


def _between(whole: Excerpt, start: int, end: int) -> Excerpt:
    """The piece of a whole paragraph from `start` to `end`; its cuts are those of pages."""
    opens, closes = len(whole.before), len(whole.before) + len(whole.span)
    return Excerpt(
        whole.before[start : min(end, opens)],
        whole.span[max(start - opens, 0) : max(end - opens, 0)],
        whole.after[max(start - closes, 0) : max(end - closes, 0)],
    )


def _head(text: str, room: int) -> str:
    """Its beginning, to the end of a word where one is near."""
    if len(text) <= room:
        return text
    space = max(text.rfind(each, 0, room + 1) for each in " \n")
    return text[: space if space >= room * _NEAR else max(room, 0)].rstrip()


def _tail(text: str, room: int) -> str:
    return _head(text[::-1], room)[::-1]


def _longest(text: str, fits: Callable[[str], bool]) -> str:
    """The longest beginning that fits, to the end of a word where one is near."""
    if fits(text):
        return text
    least, most = 0, len(text)
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if fits(text[:middle]) else (least, middle - 1)
    space = max(text.rfind(each, 0, least) for each in " \n")
    return text[: space + 1 if space >= least * _NEAR else least]
