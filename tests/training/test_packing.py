"""What a pack for a teacher and its students holds."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from retrieval.models.context import MARK
from training import coverage, packing
from training.data import BESIDE, SUPPORTS, Example
from training.packed import read_rows, read_texts

if TYPE_CHECKING:
    from pathlib import Path


def drawn(kind: str, count: int) -> object:
    """Stand in for an epoch: rows that only a generator's state decides."""

    def rows(*args: object) -> list[Example]:
        rng = args[-1]
        assert isinstance(rng, random.Random)
        return [Example(f"{kind} {rng.random()}", "Yes.", SUPPORTS) for _ in range(count)]

    return rows


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Epochs of a few rows, and no public sets."""
    monkeypatch.setattr(packing, "taught_epoch", drawn("english", 5))
    monkeypatch.setattr(packing, "six_rows", drawn("six", 3))
    monkeypatch.setattr(packing, "unlabelled_pairs", drawn("unlabelled", 8))
    rows = [Example("Did it rain?", "It rained.", SUPPORTS)]
    monkeypatch.setattr(packing, "load_set", lambda _data, _name, _split: rows)


def test_each_epoch_has_rows_of_its_own_and_a_share_of_the_pairs(tmp_path: Path) -> None:
    packing.pack(tmp_path, epochs=6).write(tmp_path)
    rows, texts = read_rows(tmp_path), read_texts(tmp_path)
    asked: dict[str, list[set[str]]] = {}
    for kind, count in (("english", 5), ("six", 3), ("unlabelled", 2)):
        asked[kind] = [
            {texts[rows.questions[at]] for at in rows.where(kind, epoch=epoch)}
            for epoch in range(6)
        ]
        assert [len(each) for each in asked[kind]] == [count] * 6
    assert not asked["english"][0] & asked["english"][1]
    # Four epochs have all the pairs between them; then they come again.
    assert len(set().union(*asked["unlabelled"][:4])) == 8
    assert asked["unlabelled"][4] == asked["unlabelled"][0]


def test_the_dev_rows_are_those_of_the_files(tmp_path: Path) -> None:
    packing.pack(tmp_path, epochs=1).write(tmp_path)
    rows = read_rows(tmp_path)
    assert len(rows.where("en.dev")) == 2400
    assert len(rows.where("six.dev")) == 1344
    assert len(rows.where("negnli.dev")) == 1


def test_a_pack_is_the_same_for_a_seed(tmp_path: Path) -> None:
    for name, seed in (("a", 8), ("b", 8), ("c", 9)):
        packing.pack(tmp_path, epochs=2, seed=seed).write(tmp_path / name)
    a, b, c = ((tmp_path / name / "texts.xz").read_bytes() for name in "abc")
    assert a == b != c


STORY = """event e1
article a | The Vale Post | 2031-05-02
# Mayor of Vale resigns
a1 The mayor resigned.
a2 She cited her health.
a3 Some doubt it.
a4 A vote follows.
a5 It is in June.
a6 Her deputy takes over.
a7 He is new.

questions
polar | Did the mayor resign? | S a1 | N a3
"""


def test_every_fifth_sentence_is_measured_behind_what_stands_before_it(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    first, second = packing.coverage_dev(coverage.read_stories(tmp_path / "story.txt"))
    assert (first.target, second.target) == (SUPPORTS, BESIDE)
    title = "Mayor of Vale resigns"
    for row, pieces in (
        (first, [title, "The mayor resigned."]),
        (second, [title, "It is in June.", "Her deputy takes over."]),
    ):
        assert [piece.strip() for piece in row.passage.split(MARK)] == pieces
