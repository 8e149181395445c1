"""The bot's own words around an answer, in the asker's language; names in them are escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord.show.fitting import line
from bot.render import cited, voice, words
from bot.render.labels import day, nothing, side_of
from bot.render.tongues import foreign, language_name
from retrieval.answered import Kind, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.discord.language import Labels
    from retrieval.answered import Answer, Origin, Passage, Position
    from retrieval.model import Source

# The longest names are file names; a headline seldom passes 150.
NAME = 150
HEADLINE = 80
TITLE = 300
QUESTION = 700
LINE = 700


def dated(passage: Passage, say: Labels) -> str:
    """The passage's day, or the minute of its post in a story told live; not escaped."""
    if passage.posted is None:
        return day(passage.article.published, say)
    return say("answer-posted", day=day(passage.posted, say, time=True))


def publisher(source: Source) -> str:
    """The source's name, escaped."""
    return line(source.name.strip() or source.id.strip() or "?", NAME)


def speaking(passage: Passage, answer: Answer, say: Labels) -> str | None:
    """`Speaker: **Peskov**, via TASS`, escaped; None where the source speaks for itself."""
    speaker, origin = voice.voices(passage, answer.origins)
    via = line(origin or "", NAME)
    if not speaker or not speaker.strip():
        return say("answer-via", origin=via) if via else None
    name = f"**{line(speaker, NAME)}**"
    return (
        say("answer-speaker-via", speaker=name, origin=via)
        if via
        else say("answer-speaker", speaker=name)
    )


def spoken(passage: Passage, answer: Answer, say: Labels) -> str | None:
    """`in Russian`, escaped; None where the passage is in the question's language."""
    code = foreign(passage, answer)
    if code is None:
        return None
    return say("answer-language", language=line(language_name(code, say.language), NAME))


def heading(position: Position, answer: Answer, say: Labels) -> str:
    """What the position says, escaped: a label of ours, or a piece of a passage."""
    return line(side_of(position, answer, say), TITLE)


def counts(answer: Answer, say: Labels) -> str:
    """`3 sources say yes, 3 say no, 1 leaves it open; 4 searched`."""
    searched = say("answer-searched-sources", n=answer.searched.sources)
    if answer.kind is Kind.OPEN:
        sources = {each.source.id for position in answer.positions for each in position.passages}
        found = say("answer-sources", n=len(sources))
        accounts = say("answer-accounts", n=len(answer.positions))
        return f"{found}, {accounts}; {searched}"
    said: list[str] = []
    for position in answer.positions:
        n = len({passage.source.id for passage in position.passages})
        key = f"answer-count-{position.stance or Stance.NEUTRAL}{'-too' if said else ''}"
        said.append(say(key, n=n))
    return f"{', '.join(said)}; {searched}"


def uncovered(answer: Answer, say: Labels, *, confined: bool) -> tuple[list[str], str]:
    """What is said of a question without positions, and over the headings below it; escaped."""
    said = [nothing(answer, say, confined=confined)]
    said += [
        say("answer-misspelt", word=line(hint.word, NAME), nearest=line(hint.nearest, NAME))
        for hint in answer.hints
    ]
    return said, say("answer-on-event" if words.about_event(answer) else "answer-nearest")


def others(answer: Answer, say: Labels) -> list[str]:
    """Lines with the names of the silent sources that are not on the event; escaped."""
    names = [line(silent.name, NAME) for silent in answer.silent if not silent.on_event]
    return [say("answer-silent", names=some) for some in _lines(names)]


def rest(answer: Answer, say: Labels) -> list[str]:
    """A line each for shared origins, copies, silent sources and what was searched; escaped."""
    found = [_leaning(origin, answer, say) for origin in voice.shared(answer.origins)]
    found += [
        say(
            "answer-near-copy",
            n=original.sentences,
            source=publisher(source),
            title=line(article.title, HEADLINE),
            original=line(original.source, NAME),
        )
        for article, source, original in cited.near_copies(answer)
    ]
    found += [
        say(
            "answer-copies",
            n=len(article.copies),
            source=publisher(source),
            title=line(article.title, HEADLINE),
        )
        for article, source, _ in cited.copies(answer)
    ]
    names = [line(silent.name, NAME) for silent in answer.silent if silent.on_event]
    found += [say("answer-silent-on-event", names=some) for some in _lines(names)]
    more = len(answer.silent) - len(names)
    # Others than none are all, which the last line counts.
    if more and (names or answer.positions):
        found.append(say("answer-others", n=more))
    searched = answer.searched
    total = say(
        "answer-searched",
        sources=searched.sources,
        articles=searched.articles,
        paragraphs=searched.paragraphs,
    )
    unread = f" {say('answer-unread', n=searched.unread)}" if searched.unread else ""
    later = f" {say('answer-later', n=searched.later)}" if searched.later else ""
    return [*found, total + unread + later]


def _leaning(origin: Origin, answer: Answer, say: Labels) -> str:
    names = [line(voice.source_name(answer, source), NAME) for source in origin.sources]
    shown = next(_lines(names), "")
    return say(
        "answer-leaning",
        n=len(origin.sources),
        origin=line(origin.names[0] if origin.names else origin.id, NAME),
        sources=shown if shown == ", ".join(names) else f"{shown}, …",
    )


def _lines(names: list[str]) -> Iterator[str]:
    """The names with commas between, each line no longer than LINE."""
    some: list[str] = []
    for name in names:
        if some and len(", ".join((*some, name))) > LINE:
            yield ", ".join(some)
            some = []
        some.append(name)
    if some:
        yield ", ".join(some)
