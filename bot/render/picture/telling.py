"""What the picture says, in words: for those who do not see it, and for places without one."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Final

from bot.render import voice
from bot.render.labels import day, nothing, side_of
from bot.render.picture.accounts import words_of
from bot.render.picture.layout import items, sources
from bot.render.picture.marks import kinds
from bot.render.safe import mark_line
from bot.render.tongues import foreign, language_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bot.render.labels import Say
    from bot.render.picture.layout import Item
    from retrieval.answered import Answer

# So much of an account is told: who does not see the picture hears all of it before the sources.
_WORDS: Final = 100


def picture_text(answer: Answer, say: Say, now: datetime, *, confined: bool = False) -> str:
    """All that the picture says, a line each for the marks, the sources and the origins."""
    return "\n".join(mark_line(each) for each in _lines(answer, say, now, confined=confined))


def day_of(answer: Answer, say: Say) -> str | None:
    """That it is of an earlier day; None where it is of now."""
    return say("picture-at", day=day(answer.at, say)) if answer.at is not None else None


def spoken_by(source: str, answer: Answer, say: Say) -> str | None:
    """`in Russian` for a source of whose passages all are in one other language than the question.

    None for others.
    """
    found = {
        foreign(passage, answer)
        for position in answer.positions
        for passage in position.passages
        if passage.source.id == source
    }
    code = next(iter(found)) if len(found) == 1 else None
    return None if code is None else _in_language(code, say)


def _in_language(code: str, say: Say) -> str:
    return say("answer-language", language=language_name(code, say.language))


def _lines(answer: Answer, say: Say, now: datetime, *, confined: bool) -> Iterator[str]:
    yield say("picture-told", question=answer.question)
    if (then := day_of(answer, say)) is not None:
        yield then
    found = sources(items(answer, now))
    if not found:
        yield nothing(answer, say, confined=confined)
        return
    for kind, position in zip(kinds(answer), answer.positions, strict=True):
        shape = " ".join(filter(None, (say(f"picture-{kind.shape}"), kind.number)))
        side = side_of(position, answer, say)
        if said := shorten(words_of(position), _WORDS, placeholder="…"):
            side = f"{side}, {say('answer-quoted', text=said)}"
        yield say("picture-mark", mark=shape, position=side)
    names = {row[0].source: row[0].name for row in found}
    for row in found:
        dated = sorted((each for each in row if each.when is not None), key=_order)
        undated = [each for each in row if each.when is None]
        points = "; ".join(_point(each, answer, say) for each in (*dated, *undated))
        spoken = spoken_by(row[0].source, answer, say)
        name = f"{row[0].name} ({spoken})" if spoken else row[0].name
        yield say("picture-source", source=name, points=points)
    for origin in voice.shared(answer.origins):
        leaning = [names[each] for each in dict.fromkeys(origin.sources) if each in names]
        if len(leaning) > 1:
            name = origin.names[0] if origin.names else origin.id
            yield say("picture-leaning", origin=name, sources=", ".join(leaning))


def _order(item: Item) -> tuple[object, ...]:
    when = item.when
    return (when.first if when else None, item.position, item.number)


def _point(item: Item, answer: Answer, say: Say) -> str:
    kind = kinds(answer)[item.position]
    if kind.number:
        side = say("answer-account", n=item.position + 1)
    else:
        side = side_of(answer.positions[item.position], answer, say)
    when = day(item.written, say, time=True)
    if item.ahead:
        when = f"{when} ({say('answer-dated-ahead')})"
    if item.copied:
        side = say("picture-copy-of", position=side)
    return say("picture-point", when=when, position=side)
