"""The written news in six languages as rows."""

# ruff: noqa: S311 - draws of training rows, nothing to guess

from __future__ import annotations

import random
from collections import Counter

from training.data import BESIDE, REFUTES, SUPPORTS
from training.languages import LANGUAGES, six_pairs, six_rows
from training.written import FOLDER


def test_every_question_meets_every_passage_in_every_language() -> None:
    seen = Counter((asked, told) for _, asked, told, _ in six_pairs(FOLDER / "six.dev.jsonl.gz"))
    assert set(seen) == {(asked, told) for asked in LANGUAGES for told in LANGUAGES}
    assert len({count % 28 for count in seen.values()}) == 1, "two passages a language an event"


def test_what_surrounds_a_passage_is_of_its_language_and_event() -> None:
    event, _, _, pair = next(six_pairs(FOLDER / "six.dev.jsonl.gz"))
    assert pair.passage in event.passages
    assert len(event.passages) == 2


def test_an_epoch_holds_every_answer_twice_and_few_that_are_beside() -> None:
    rows = six_rows(random.Random(0))
    counts = Counter(row.target for row in rows)
    assert min(counts[SUPPORTS], counts[REFUTES]) > 2000
    assert 0.3 < counts[BESIDE] / len(rows) < 0.7
