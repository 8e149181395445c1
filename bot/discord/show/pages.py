"""An answer as messages of Components V2: the question, a container a position, buttons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import discord

from bot.discord.press import Press, act
from bot.discord.show.blocks import Block, Group, blocks
from bot.discord.show.fitting import line, size
from bot.discord.show.links import web_address
from bot.discord.show.menu import passage_menu
from bot.discord.show.sheets import Sheet, Top, sheets
from bot.discord.show.shown import By, Shown, placed
from bot.discord.show.wording import LINE, NAME, QUESTION, counts, others, rest, uncovered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.discord.language import Labels
    from retrieval.answered import Answer, Heading

    Item = discord.ui.Item[Any]

# Headings near to a question that is not covered are a hint; more would look like an answer.
_NEAREST = 5


@dataclass(frozen=True, slots=True)
class Page:
    """One message; `view` makes it anew each time, as discord.py sends a view once."""

    _items: Callable[[], Iterable[Item]]

    def view(self) -> discord.ui.LayoutView:
        """The message, whose buttons never time out."""
        view = discord.ui.LayoutView(timeout=None)
        for item in self._items():
            view.add_item(item)
        return view


@dataclass(frozen=True, slots=True)
class _Answered:
    """An answer with everything that its pages need."""

    answer: Answer
    say: Labels
    how: Shown
    by: By
    sheets: Sequence[Sheet]


def pages(answer: Answer, say: Labels, how: Shown, by: By = "position") -> tuple[Page, ...]:
    """The whole answer, on as many pages as it needs; the last ones name who else was searched."""
    shown = blocks(answer, say, by, how.now) if answer.covered else []
    lines = [f"-# {each}" for each in rest(answer, say)]
    last = [f"-# {each}" for each in others(answer, say)]
    title = partial(_title, say, again=True)
    found = sheets(shown, lines, last, title, _size(_top(answer, say, how, by)))
    answered = _Answered(answer, say, how, by, found)
    return tuple(Page(partial(_page, answered, n)) for n in range(len(found)))


def _page(of: _Answered, number: int) -> Iterator[Item]:
    sheet = of.sheets[number]
    yield from _top(of.answer, of.say, of.how, of.by)
    before = {group for each in of.sheets[:number] for group in each.groups}
    for group in dict.fromkeys(block.group for block in sheet.blocks):
        title = _title(of.say, group, again=group in before)
        yield container(title, group.colour, sheet.groups[group], of.say)
    lines = list(sheet.lines)
    if len(of.sheets) > 1:
        lines.append(f"-# {of.say('answer-page', page=number + 1, pages=len(of.sheets))}")
    if lines:
        yield discord.ui.TextDisplay("\n".join(lines))
    if sheet.blocks:
        all_placed = placed(of.answer)
        some = [all_placed[block.number] for block in sheet.blocks]
        press = Press("full", of.how.token, ("menu",))
        asks = of.say("answer-choose-full")
        yield discord.ui.ActionRow(passage_menu(of.answer, some, press, asks, of.say))
    yield from _buttons(of, number)


def _top(answer: Answer, say: Labels, how: Shown, by: By) -> list[Item]:
    """The question with its counts; or that nothing was found on it, and what is nearest."""
    question = f"## {line(answer.question, QUESTION)}"
    small = [say("answer-conflict")] if answer.conflict else []
    small += [line(how.filter_line, LINE)] if how.filter_line else []
    small += [say("answer-over-time-is")] if by == "time" and answer.covered else []
    lines = [f"-# {each}" for each in small]
    if answer.covered:
        return [discord.ui.TextDisplay("\n".join((question, counts(answer, say), *lines)))]
    said, over = uncovered(answer, say, confined=how.filter_line is not None)
    near = answer.nearest[:_NEAREST]
    text = "\n".join((question, *said, *lines, *([over] if near else [])))
    headings = [_heading(each, say) for each in near]
    return [discord.ui.Container(discord.ui.TextDisplay(text), *headings)]


def _size(items: Sequence[Item]) -> Top:
    view = discord.ui.LayoutView(timeout=None)
    for item in items:
        view.add_item(item)
    inside = [each for each in view.walk_children() if isinstance(each, discord.ui.TextDisplay)]
    return Top(sum(size(each.content) for each in inside), view.total_children_count)


def _heading(near: Heading, say: Labels) -> Item:
    text: discord.ui.TextDisplay[Any] = discord.ui.TextDisplay(
        line(near.title, NAME).strip() or "?"
    )
    address = web_address(near.url)
    if address is None:
        return text
    return discord.ui.Section(
        text, accessory=discord.ui.Button(label=say("answer-article"), url=address)
    )


def _title(say: Labels, group: Group, *, again: bool) -> str:
    shown = say("answer-continued", heading=group.heading) if again else group.heading
    return f"### {shown}"


def container(
    title: str, colour: int | None, held: Sequence[Block], say: Labels
) -> discord.ui.Container[Any]:
    """The blocks of a group under its title."""
    items: list[Item] = [discord.ui.TextDisplay(title)]
    said = ""
    for block in held:
        if block.link:
            button: discord.ui.Button[Any] = discord.ui.Button(
                label=say("answer-article"), url=block.link
            )
            items.append(discord.ui.Section(block.head, accessory=button))
            items.append(discord.ui.TextDisplay(block.quotation))
        else:
            # The same speaker in the same article need not be named again.
            head = "" if block.head == said else f"{block.head}\n"
            items.append(discord.ui.TextDisplay(head + block.quotation))
        said = block.head
    return discord.ui.Container(*items, accent_colour=colour)


def _buttons(of: _Answered, number: int) -> Iterator[Item]:
    say, how, count = of.say, of.how, len(of.sheets)
    buttons: list[Item] = []
    for to, key in ((number - 1, "previous"), (number + 1, "next")) if count > 1 else ():
        # Two buttons of a message may not share an id, also where one of them is off.
        press = Press("page", how.token, (of.by, str(max(to, 0)), key))
        buttons.append(act(press, say(f"answer-{key}"), disabled=not 0 <= to < count))
    if how.feedback:
        buttons.append(act(Press("feedback", how.token, ("menu",)), say("answer-feedback")))
    if how.watch:
        buttons.append(act(Press("watch", how.token), say("watch-begin")))
    last = "share" if how.private else "delete"
    buttons.append(act(Press(last, how.token), say(f"answer-{last}")))
    if of.answer.covered:
        yield discord.ui.ActionRow(*_views(of))
    yield discord.ui.ActionRow(*buttons)


def _views(of: _Answered) -> Iterator[Item]:
    """The other ways to see the same."""
    sources = {each.passage.source.id for each in placed(of.answer)}
    ways: tuple[By, ...] = (
        ("position", "source", "time") if len(sources) > 1 else ("position", "time")
    )
    for other in ways:
        if other != of.by:
            press = Press("view", of.how.token, (other, "0"))
            yield act(press, of.say(f"answer-by-{other}"))
    yield act(Press("picture", of.how.token), of.say("picture-button"))
