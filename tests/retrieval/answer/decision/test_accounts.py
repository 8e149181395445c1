"""Which of a source's answers to an open question are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from retrieval.answer.decision import accounts
from retrieval.answer.decision.decide import Weights
from retrieval.answer.finding.event import gather
from retrieval.answer.finding.sift import sift
from retrieval.answer.question.question import understand
from retrieval.index.numpy_index import NumpyIndex
from retrieval.model import Filter, Source
from retrieval.store.catalogue import Catalogue
from retrieval.store.records import Entry
from tests.retrieval.answer.bags import DIMENSIONS, Bags
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from pathlib import Path

ENCODER = Bags()
WEIGHTS = Weights(np.zeros((0, 0)), np.zeros(0), first=0.3, second=0.5, covered=0.4, against=0.0)
TOLD = (
    "The agency says that 42 accounts of the harbour were robbed.",
    "It has written to the owners of 42 accounts of the harbour, she said.",
    "She denied that 180 accounts of the harbour were robbed.",
    "A member of the council spoke of 320 accounts of the harbour.",
    "The harbour has many accounts, and some were robbed, he said.",
)


def shown(
    tmp_path: Path, asked: str, sure: dict[str, float], paragraphs: tuple[str, ...] = TOLD
) -> list[str]:
    """The spans that a source shows, of sentences that answer with the probabilities given."""
    question = understand(asked)
    with Catalogue.open(tmp_path / "catalogue") as catalogue:
        made = entry(
            "told", paragraphs, source=Source("north", "North"), title="told",
            published="2024-05-03",
        )  # fmt: skip
        vectors = ENCODER.encode(paragraphs)
        catalogue.add([Entry(made.draft, made.sketch, vectors)], encoder=ENCODER.key)
        index = NumpyIndex(DIMENSIONS)
        ids, vectors = catalogue.vectors(ENCODER.key)
        index.add(ids, vectors.reshape(-1, DIMENSIONS))
        vector = ENCODER.encode([asked], query=True)[0]
        event = gather(
            question, vector, catalogue=catalogue, encoder=ENCODER, index=index,
            where=Filter(), among=None, articles=1,
        )  # fmt: skip
        sentences = sift(question, vector, event, 50)
        likely = np.asarray([sure.get(each.text, 0.0) for each in sentences], dtype=np.float32)
        decided = np.stack([likely, 0 * likely, 0 * likely, 1 - likely], axis=1)
        found = accounts.positions(question, sentences, decided, WEIGHTS, 2)
    return [passage.span.text for position in found for passage in position.passages]


@pytest.mark.parametrize("least", [0.55, 0.6])
def test_each_number_of_a_source_is_shown_once(tmp_path: Path, least: float) -> None:
    sure = {TOLD[0]: 0.9, TOLD[1]: 0.8, TOLD[2]: 0.7, TOLD[3]: least}
    found = shown(tmp_path, "How many accounts of the harbour were robbed?", sure)
    assert sorted(found) == sorted([TOLD[0], TOLD[2], TOLD[3]])


def test_what_gives_no_number_is_counted_as_before(tmp_path: Path) -> None:
    sure = {TOLD[0]: 0.9, TOLD[4]: 0.8}
    found = shown(tmp_path, "How many accounts of the harbour were robbed?", sure)
    assert sorted(found) == sorted([TOLD[0], TOLD[4]])


def test_a_matter_has_two_passages_of_a_source(tmp_path: Path) -> None:
    sure = dict.fromkeys(TOLD, 0.9)
    assert len(shown(tmp_path, "What happened to the accounts of the harbour?", sure)) == 2


def test_two_numbers_of_one_paragraph_are_both_shown(tmp_path: Path) -> None:
    told = (
        "His lawyers said that Tenby would serve ten months in the prison of the harbour.",
        "But a clerk of the court said that Tenby would serve twenty months in prison.",
        "Tenby goes to the prison of the harbour for long, a friend of his said.",
    )
    sure = {told[0]: 0.9, told[1]: 0.8, told[2]: 0.7}
    found = shown(tmp_path, "How long will Tenby be in prison?", sure, (" ".join(told),))
    assert sorted(found) == sorted(told[:2])


def test_a_quotation_printed_twice_is_shown_once(tmp_path: Path) -> None:
    words = "“It appears that the ferry of the harbour was in the wrong lane.”"
    sure = {words: 0.9, (again := f"{words} — Ida Moen, who runs the harbour of Vale"): 0.8}
    assert shown(tmp_path, "What went wrong in the harbour?", sure, (words, again)) == [words]
