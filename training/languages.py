"""The written news in six languages: questions of each against passages of each."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from training.coverage import DATA, in_its_article, pairs, read_stories
from training.data import BESIDE, Example, read_rows
from training.written import FOLDER, LETTERS, Event, surrounded

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator
    from pathlib import Path

LANGUAGES: Final = ("en", "de", "fr", "es", "ru", "uk")
FILES: Final = ("six.train", "six.more", "six.sides")
# Whole articles, whose sentences are judged behind their headline and the one before.
WHOLE: Final = DATA / "coverage.six-more.txt.gz"
# Of the pairs beside the point, nine in ten of all, the share that an epoch draws.
BESIDE_SHARE: Final = 0.3
# How often each pair that answers comes, each time in other surroundings.
REPEATS: Final = 2
LOWERED: Final = 0.2


def six_pairs(path: Path) -> Iterator[tuple[Event, str, str, Example]]:
    """Yield event, languages of question and passage, and pair; the event is in the latter's."""
    for row in read_rows(path):
        langs, asked = list(row["langs"]), list(row["qlangs"])
        told = {
            code: tuple(
                text for text, other in zip(row["passages"], langs, strict=True) if other == code
            )
            for code in set(langs)
        }
        for question, code, letters in zip(row["questions"], asked, row["labels"], strict=True):
            for passage, language, letter in zip(row["passages"], langs, letters, strict=True):
                pair = Example(question, passage, LETTERS[letter], origin="written")
                yield Event(row["id"], told[language], (), ()), code, language, pair


def six_rows(rng: random.Random, folder: Path = FOLDER) -> list[Example]:
    """Return the rows of one epoch, all languages mixed."""
    rows: list[Example] = []
    for name in FILES:
        for event, _, _, row in six_pairs(folder / f"{name}.jsonl.gz"):
            rows += _drawn(row, partial(surrounded, event, row, rng), rng)
    for _, report, at, row in pairs(read_stories(WHOLE)):
        rows += _drawn(row, partial(in_its_article, report, at, row, rng), rng)
    return rows


def _drawn(row: Example, made: Callable[[], Example], rng: random.Random) -> Iterator[Example]:
    if row.target == BESIDE and rng.random() >= BESIDE_SHARE:
        return
    for _ in range(1 if row.target == BESIDE else REPEATS):
        found = made()
        if rng.random() < LOWERED:
            found = replace(found, question=found.question.rstrip("?. ").lower())
        yield found
