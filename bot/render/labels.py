"""Labels in a language of the bot's, for the places that are shown to people who speak it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from babel.dates import format_date

from bot.render import words

if TYPE_CHECKING:
    from retrieval.answered import Answer, Position

# The day before the month, as in the other renderings.
_LOCALES = {"en": "en_GB"}


class Say(Protocol):
    """The messages of one language, by name, with values put in as they are."""

    @property
    def language(self) -> str:
        """ISO 639-1."""

    def __call__(self, key: str, /, **values: str | float) -> str:
        """The message of that name."""


def locale_of(say: Say) -> str:
    """Whose dates are written."""
    return locale_for(say.language)


def locale_for(language: str) -> str:
    """Whose dates are written for who speaks a language, by its code."""
    return _LOCALES.get(language, language)


def day(published: str | None, say: Say, *, time: bool = False) -> str:
    """`7 Nov 2024` in the language, as precisely as it is known; not escaped."""
    if published is None:
        return say("answer-no-date")
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return published
    shown = format_date(moment.date(), "medium", locale_of(say))
    if not time or len(published) <= len(date.min.isoformat()):
        return shown
    zone = f" {moment:%Z}" if moment.tzinfo else ""
    return f"{shown}, {moment:%H:%M}{zone}"


def nothing(answer: Answer, say: Say, *, confined: bool) -> str:
    """What is said of a question without positions; `confined`: not all was to be searched.

    Of what was left out nothing is known, and so not of the library.
    """
    if words.about_event(answer):
        return say("answer-unclear")
    if not confined:
        return say("answer-uncovered")
    return say("answer-uncovered-within" if answer.searched.articles else "answer-nothing")


def side_of(position: Position, answer: Answer, say: Say) -> str:
    """What the position says: a label of ours, or a piece of a passage; not escaped."""
    if position.stance is not None:
        return say(f"answer-{position.stance}")
    if words.heading(position) != position.label:
        return say("answer-quoted", text=position.label)
    return say("answer-account", n=answer.positions.index(position) + 1)
