"""An Answer as one HTML file: no script, nothing loaded, every text escaped."""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape as escape_html
from importlib.resources import files
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from bot.render import cited, timing, voice, words
from bot.render.addresses import web_link
from bot.render.picture.marks import dark_style
from bot.render.safe import mark_line, mark_pieces
from bot.render.timeline import TITLE, steps, timeline, told
from bot.render.tongues import in_language
from retrieval.links import links
from retrieval.model import Filter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bot.render.timeline import Course, Entry
    from retrieval.answered import Answer, Passage, Position
    from retrieval.model import ArticleRef

EVERYTHING = Filter()
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")


def answer_html(
    answer: Answer,
    *,
    full: bool = False,
    where: Filter = EVERYTHING,
    now: datetime | None = None,
    picture: str = "",
) -> str:
    """The answer as a page that needs nothing else; positions side by side where there is room.

    `full` names every silent source; paragraphs are whole in any case. `where` is what it was
    confined to. With `now`, each position's passages stand in the order of their publication.
    `picture` is the SVG of the theme "page" to stand above them.
    """
    courses = timeline(answer, now) if now is not None else (None,) * len(answer.positions)
    style = files("bot.render").joinpath("page.css").read_text(encoding="utf-8")
    style += dark_style() if picture else ""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = _line(answer.question)
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{title}</title>",
            f"<style>{style}</style>",
            "</head>",
            "<body>",
            "<header>",
            f'<h1 dir="auto">{title}</h1>',
            *_summary(answer, where),
            *([f"<p>{TITLE}</p>"] if now is not None and answer.covered else []),
            "</header>",
            *([f"<figure>{picture}</figure>"] if picture else []),
            "<main>",
            *(_position(answer, *each) for each in zip(answer.positions, courses, strict=True)),
            "</main>",
            "<footer>",
            *(f"<p>{line}</p>" for line in _rest(answer, full=full)),
            "</footer>",
            "</body>",
            "</html>",
            "",
        )
    )


def _summary(answer: Answer, where: Filter) -> Iterator[str]:
    if answer.at is not None:
        yield f"<p>{_line(words.as_of(answer) or '')}</p>"
    if answer.covered:
        yield f"<p>{_line(words.summary(answer))}</p>"
        if answer.conflict:
            yield f"<p>{words.CONFLICT}</p>"
        return
    said, over = words.uncovered(answer, where)
    yield f"<p>{_line(said)}</p>"
    for hint in answer.hints:
        yield f"<p>{_line(words.hint(hint))}</p>"
    if answer.nearest:
        near = (f"<li>{_linked(near.title, near.url)}</li>" for near in answer.nearest)
        yield f"<p>{over}</p><ul>{''.join(near)}</ul>"


def _position(answer: Answer, position: Position, course: Course | None) -> str:
    if course is None:
        found = (_passage(answer, each, timing.when(each)) for each in position.passages)
    else:
        found = (_step(answer, day, entry) for day, entry in steps(course))
    passages = "\n".join(found)
    return (
        f'<section class="position-{words.hue(position)}">\n'
        f'<h2 dir="auto">{_line(words.heading(position))}</h2>\n{passages}\n</section>'
    )


def _step(answer: Answer, day: str | None, entry: Entry) -> str:
    shown = _passage(answer, entry.passage, told(entry))
    return shown if day is None else f'<p class="day">{_line(day)}</p>\n{shown}'


def _passage(answer: Answer, passage: Passage, when: str) -> str:
    speaker = voice.said_by(passage, answer.origins)
    facts = " · ".join(map(_line, filter(None, (when, in_language(passage, answer)))))
    lines = [
        f"<h3>{_name(cited.publisher(passage.source))}</h3>",
        f'<p class="when">{facts}</p>' if facts else "",
        f'<p class="speaker">{_line(speaker)}</p>' if speaker else "",
        _quote(passage),
        f'<p class="where">{_where(passage.article)} ¶&nbsp;{passage.paragraph}</p>',
    ]
    return "<article>\n" + "\n".join(filter(None, lines)) + "\n</article>"


def _quote(passage: Passage) -> str:
    """The whole paragraph, with its span marked, and small what the page set into it."""
    language = passage.language or passage.article.language or ""
    spoken = f' lang="{language}"' if _LANGUAGE.fullmatch(language) else ""
    opens, closes = passage.span.start - passage.start, passage.span.end - passage.start
    places = list(links(passage.text))
    ends = sorted({0, opens, closes, len(passage.text), *chain.from_iterable(places)})
    marked = mark_pieces([passage.text[one:other] for one, other in pairwise(ends)])
    within = ["", "", ""]
    for (start, _), piece in zip(pairwise(ends), marked, strict=True):
        part = 0 if start < opens else 1 if start < closes else 2
        small = any(begin <= start < end for begin, end in places)
        within[part] += f"<small>{escape_html(piece)}</small>" if small else escape_html(piece)
    before, span, after = within
    return f'<blockquote dir="auto"{spoken}>{before}<mark>{span}</mark>{after}</blockquote>'


def _rest(answer: Answer, *, full: bool) -> Iterator[str]:
    for origin in voice.shared(answer.origins):
        yield _line(voice.leaning(origin, answer))
    for article, source, original in cited.near_copies(answer):
        name = f"{_name(source.name)}, “{_name(article.title)}”"
        yield f"{name}: {_name(cited.copy_of(original))}"
    for article, source, where in cited.copies(answer):
        places = (place for copy in article.copies for place in (copy.url, copy.path) if place)
        also = ", ".join(_linked(place, place) for place in places)
        yield f"{_name(source.name)}, “{_name(article.title)}”{where}, also at {also}"
    for said, names in words.silence(answer, full=full):
        yield f"{said}: {', '.join(map(_name, names))}" if names else said
    yield words.searched(answer.searched)


def _where(article: ArticleRef) -> str:
    title = _linked(article.title or cited.address(article), article.url)
    if web_link(article.url) or article.path in (None, article.title):
        return title
    return f"{title}, {_name(cited.address(article))}"


def _linked(text: str, url: str | None) -> str:
    link = web_link(url)
    if link is None:
        return _name(text)
    return f'<a href="{escape_html(link)}" rel="noopener noreferrer nofollow">{_name(text)}</a>'


def _name(text: str) -> str:
    return f"<bdi>{_line(text)}</bdi>"


def _line(text: str) -> str:
    return escape_html(mark_line(text))
