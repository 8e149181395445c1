"""An Answer as Markdown that CommonMark and GitHub read alike.

Article text cannot format, link, ping or embed: what Markdown would act on is escaped, and what
platforms act on after Markdown (@name, #12, :tada:) has its first character in a code span.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bot.render import cited, timing, voice, words
from bot.render.addresses import web_link
from bot.render.excerpt import excerpt
from bot.render.safe import mark_line, mark_pieces
from bot.render.timeline import TITLE, steps, timeline, told
from bot.render.tongues import in_language
from retrieval.model import Filter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bot.render.excerpt import Excerpt
    from bot.render.timeline import Course
    from retrieval.answered import Answer, Heading, Passage
    from retrieval.model import ArticleRef

EVERYTHING = Filter()
_ACTIVE = re.compile(
    r"(?P<ping>[@#](?=\w)|:(?=[a-zA-Z+-][\w+-]*:))"
    r"|(?P<escape>[\\`*_\[\]<>&|~^$#={}]|(?<=\w)\.(?=\w)|:(?=//)"
    r"|^[-+])"
    r"|(?P<entity>[\n\t]| (?= ))"
)
_EDGE = re.compile(r"^\s+|\s+$")
_NUMBERED = re.compile(r"\d{1,9}(?=[.)])")


def answer_markdown(
    answer: Answer,
    *,
    full: bool = False,
    where: Filter = EVERYTHING,
    now: datetime | None = None,
) -> str:
    """The answer as a Markdown document; `where` is what it was confined to.

    `full` shows whole paragraphs and names every silent source. With `now`, each position's
    passages stand in the order in which they were published.
    """
    return "\n\n".join(_blocks(answer, where, now, full=full)) + "\n"


def escape(text: str) -> str:
    """Text that reads as itself in a line of Markdown, also as the whole of it."""
    return _lined(_inline(text))


def _inline(text: str) -> str:
    return _ACTIVE.sub(_escaped, text)


def _lined(line: str) -> str:
    """The whole line: no list item, and with the white space at its edges, as entities."""
    number = _NUMBERED.match(line)
    line = f"{number[0]}\\{line[number.end() :]}" if number else line
    return _EDGE.sub(lambda found: "".join(f"&#{ord(space)};" for space in found[0]), line)


def _escaped(found: re.Match[str]) -> str:
    character = found[0]
    if found["ping"]:
        return f"`{character}`"
    return f"&#{ord(character)};" if found["entity"] else f"\\{character}"


def _blocks(answer: Answer, where: Filter, now: datetime | None, *, full: bool) -> Iterator[str]:
    yield f"# {_line(answer.question)}"
    if answer.at is not None:
        yield _line(words.as_of(answer) or "")
    if not answer.covered:
        said, over = words.uncovered(answer, where)
        yield _line(said)
        for hint in answer.hints:
            yield _line(words.hint(hint))
        if answer.nearest:
            yield over
            yield "\n".join(f"- {_heading(near)}" for near in answer.nearest)
        yield from _silence(answer, full=full)
        yield words.searched(answer.searched)
        return
    yield _line(words.summary(answer))
    if answer.conflict:
        yield words.CONFLICT
    if now is not None:
        yield TITLE
    courses = timeline(answer, now) if now is not None else (None,) * len(answer.positions)
    for position, course in zip(answer.positions, courses, strict=True):
        yield f"## {_line(words.heading(position))}"
        if course is not None:
            yield from _course(course, answer, full=full)
            continue
        for passage in position.passages:
            yield from _passage(passage, timing.when(passage), answer, full=full)
    yield "---"
    yield "\n".join(f"- {line}" for line in _rest(answer, full=full))


def _course(course: Course, answer: Answer, *, full: bool) -> Iterator[str]:
    for day, entry in steps(course):
        if day is not None:
            yield f"### {_line(day)}"
        yield from _passage(entry.passage, told(entry), answer, full=full)


def _passage(passage: Passage, when: str, answer: Answer, *, full: bool) -> Iterator[str]:
    head = f"**{_line(cited.publisher(passage.source)) or '?'}**"
    yield " · ".join((head, *map(_line, filter(None, (when, in_language(passage, answer))))))
    headline = cited.headline(passage.article)
    if headline:
        yield _line(headline)
    speaker = voice.said_by(passage, answer.origins)
    if speaker:
        yield _line(speaker)
    yield f"> {_quote(excerpt(passage, full=full))}"
    yield f"{_address(passage.article)} ¶ {passage.paragraph}"


def _quote(shown: Excerpt) -> str:
    cut = escape(words.CUT)
    before, span, after = shown.marked(lambda pieces: list(map(_inline, mark_pieces(pieces))), cut)
    before = f"{cut} {before}" if shown.cut_before else before
    after = f"{after} {cut}" if shown.cut_after else after
    return _lined(f"{before}{_strong(before, span, after)}{after}")


def _strong(before: str, span: str, after: str) -> str:
    """The span in bold; between ⟦ ⟧ where CommonMark's flanking rules would not see the bold."""
    if not span:
        return span
    opens = span[0].isalnum() or (not span[0].isspace() and _parts(before[-1:]))
    closes = span[-1].isalnum() or (not span[-1].isspace() and _parts(after[:1]))
    return f"**{span}**" if opens and closes else f"⟦{span}⟧"


def _parts(beside: str) -> bool:
    """Whether a delimiter run may turn its back on this: an edge, white space, punctuation."""
    return not beside or beside.isspace() or unicodedata.category(beside)[0] == "P"


def _rest(answer: Answer, *, full: bool) -> Iterator[str]:
    for origin in voice.shared(answer.origins):
        yield _line(voice.leaning(origin, answer))
    for article, source, original in cited.near_copies(answer):
        name = f"{_line(source.name)}, “{_line(article.title)}”"
        yield f"{name}: {_line(cited.copy_of(original))}"
    for article, source, where in cited.copies(answer):
        places = [place for copy in article.copies for place in (copy.url, copy.path) if place]
        also = ", ".join(map(_line, places))
        yield f"{_line(source.name)}, “{_line(article.title)}”{where}, also at {also}"
    yield from _silence(answer, full=full)
    yield words.searched(answer.searched)


def _silence(answer: Answer, *, full: bool) -> Iterator[str]:
    for said, names in words.silence(answer, full=full):
        yield f"{said}: {', '.join(map(_line, names))}" if names else said


def _address(article: ArticleRef) -> str:
    return _linked(_line(cited.address(article)), article.url)


def _heading(near: Heading) -> str:
    return _linked(_line(near.title), near.url)


def _linked(text: str, url: str | None) -> str:
    link = web_link(url)
    return f"[{text}](<{link.replace('&', '&amp;')}>)" if link else text


def _line(text: str) -> str:
    return escape(mark_line(text))
