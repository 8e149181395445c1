"""Which source alone a question asks: "According to the Vale Post, did ...?"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.answer.language import matter_abroad
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.question.matter import by_source
from retrieval.answer.question.question import understand, without_voice

if TYPE_CHECKING:
    from collections.abc import Callable

    from retrieval.answer.question.question import Question
    from retrieval.model import Filter


def of_source(
    question: Question, where: Filter, in_full: Callable[[str], str | None]
) -> tuple[Question, Filter]:
    """The question without the source that it asks alone, and that source as the one chosen.

    As they are where it asks none, or others are chosen. `in_full` has the id of the source that
    goes by a whole name.
    """
    if where.sources:
        return question, where
    if question.voice is not None:
        source = in_full(question.voice.name)
        less = without_voice(question)
    elif question.language == ENGLISH and (asked := by_source(question.canonical)):
        source = in_full(asked.who)
        # "Hill" is somebody of the name, and no outlet "The Hill".
        if source is not None and not asked.the and source.startswith("the"):
            return question, where
        less = replace(understand(asked.less), text=question.text)
    else:
        return _abroad(question, where, in_full)
    return (question, where) if source is None else (less, replace(where, sources=(source,)))


def _abroad(
    question: Question, where: Filter, in_full: Callable[[str], str | None]
) -> tuple[Question, Filter]:
    for who, on in matter_abroad.by_source(question.canonical, question.language):
        if (source := in_full(who)) is not None:
            less = replace(question, canonical=on.canonical, asks="matter", terms=on.terms)
            return less, replace(where, sources=(source,))
    return question, where
