"""How a judged sentence becomes a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval.answer.decision.evidence import Evidence, passage
from retrieval.answer.finding.event import gather
from retrieval.answer.finding.sift import sift
from retrieval.answer.question.question import understand
from retrieval.answered import Stance
from retrieval.index.numpy_index import NumpyIndex
from retrieval.model import Filter, Source
from retrieval.store.catalogue import Catalogue
from retrieval.store.records import Entry
from tests.retrieval.answer.bags import DIMENSIONS, Bags
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.answered import Passage

ENCODER = Bags()
ASKED = "Was the bridge old?"
TOLD = (
    "Clerks told The Veld Post on Monday that the bridge fell.",
    "The bridge was old, the Post said.",
)


def shown(
    folder: Path,
    source: Source,
    told: tuple[str, str] = TOLD,
    stance: Stance | None = None,
) -> Passage:
    """The passage of the second sentence."""
    question, vector = understand(ASKED), ENCODER.encode([ASKED], query=True)[0]
    with Catalogue.open(folder) as catalogue:
        made = entry("told", told, source=source, title="told")
        catalogue.add([Entry(made.draft, made.sketch, ENCODER.encode(told))], encoder=ENCODER.key)
        index = NumpyIndex(DIMENSIONS)
        ids, vectors = catalogue.vectors(ENCODER.key)
        index.add(ids, vectors.reshape(-1, DIMENSIONS))
        event = gather(
            question, vector, catalogue=catalogue, encoder=ENCODER, index=index,
            where=Filter(), among=None, articles=1,
        )  # fmt: skip
    found = next(each for each in sift(question, vector, event, 9) if each.text == told[1])
    return passage(Evidence(found, stance, 0.9))


@pytest.mark.parametrize(
    ("source", "due"),
    [
        (Source("north", "North"), "The Veld Post"),
        (Source("lund", "The Lund Post"), "the Post"),
        (Source("lund", "Lund", spellings=("lundpost.example",)), "the Post"),
    ],
)
def test_an_outlet_is_named_as_its_article_names_it_in_full(
    tmp_path: Path, source: Source, due: str
) -> None:
    found = shown(tmp_path, source)
    assert (found.speaker, found.origin) == (due, due)


@pytest.mark.parametrize(
    ("stance", "due"), [(Stance.SUPPORTS, "Clerks"), (Stance.REFUTES, "Ida Moen")]
)
def test_of_a_no_the_speaker_is_who_denies(tmp_path: Path, stance: Stance, due: str) -> None:
    told = (TOLD[0], "Clerks said the bridge was old, which Ida Moen denies.")
    assert shown(tmp_path, Source("north", "North"), told, stance).speaker == due
