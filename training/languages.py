"""The written news in six languages: questions of each against passages of each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from training.data import BESIDE, Example, read_rows
from training.written import FOLDER, LETTERS, Event, surrounded

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator
    from pathlib import Path

LANGUAGES: Final = ("en", "de", "fr", "es", "ru", "uk")
FILES: Final = ("six.train", "six.more", "six.sides")
# Of the pairs beside the point, nine in ten of all, the share that an epoch draws.
BESIDE_SHARE: Final = 0.3
# How often each pair that answers comes, each time in other surroundings.
REPEATS: Final = 2


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
    rows = []
    for name in FILES:
        for event, _, _, row in six_pairs(folder / f"{name}.jsonl.gz"):
            if row.target == BESIDE and rng.random() >= BESIDE_SHARE:
                continue
            for _ in range(1 if row.target == BESIDE else REPEATS):
                made = surrounded(event, row, rng)
                if rng.random() < 0.2:  # noqa: PLR2004
                    made = replace(made, question=made.question.rstrip("?. ").lower())
                rows.append(made)
    return rows
