"""A generated pair made of a table of cases, a table of questions and what fills them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.data import ALL, Example
from training.questions import plain

if TYPE_CHECKING:
    import random

Cases = tuple[tuple[str, int], ...]


def finish(question: str, passage: str, target: int, kind: str, rng: random.Random) -> Example:
    """Put capitals in front and, now and then, write the question as people type it."""
    question, passage = (text[:1].upper() + text[1:] for text in (question, passage))
    return Example(plain(question, rng), passage, target, ALL, kind)


def draw_pair(
    cases: Cases, questions: tuple[str, ...], values: dict[str, str], kind: str, rng: random.Random
) -> Example:
    """Draw a case and a question, and fill both."""
    template, target = rng.choice(cases)
    question = rng.choice(questions).format(**values)
    return finish(question, template.format(**values), target, kind, rng)
