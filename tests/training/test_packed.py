"""Packs: what is put in comes out, and the same data and seed give the same files."""

# ruff: noqa: S311 - seeded generators are what is tested
from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import numpy as np
import pytest

from training.data import ALL, BESIDE, REFUTES, SUPPORTS, YES_NO, Example
from training.packed import KINDS, Packer, read_rows, read_texts

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [
    Example("Did she go?", "Yes, she went.", SUPPORTS),
    Example("Did she go?", "No.", REFUTES, YES_NO),
    Example("Пішла?", "Did she go?", BESIDE),
]


def many(seed: int) -> Packer:
    rng = random.Random(seed)
    texts = [f"Text {at} of many." for at in range(300)]
    packer = Packer()
    for epoch in range(3):
        rows = [
            Example(rng.choice(texts), rng.choice(texts), 1 << rng.randrange(4)) for _ in range(400)
        ]
        packer.add("english", epoch, rows)
    return packer


def test_a_row_read_back_is_the_row(tmp_path: Path) -> None:
    packer = Packer()
    packer.add("english", 0, ROWS[:2])
    packer.add("six", 3, ROWS[2:])
    packer.write(tmp_path)
    texts, rows = read_texts(tmp_path), read_rows(tmp_path)
    found = [
        Example(texts[question], texts[passage], int(target), int(allowed))
        for question, passage, target, allowed in zip(
            rows.questions, rows.passages, rows.targets, rows.allowed, strict=True
        )
    ]
    assert found == ROWS
    assert [KINDS[kind] for kind in rows.kinds] == ["english", "english", "six"]
    assert rows.epochs.tolist() == [0, 0, 3]
    assert rows.epoch_count == 4
    assert rows.where("six", epoch=3).tolist() == [2]
    assert rows.where("six", epoch=0).tolist() == []
    assert rows.where("six", "english").tolist() == [0, 1, 2]
    assert len(texts) == len(set(texts)) == 4


def test_many_rows_in_any_order_are_read_back(tmp_path: Path) -> None:
    many(1).write(tmp_path)
    rng, texts, rows = random.Random(1), read_texts(tmp_path), read_rows(tmp_path)
    for at in range(1200):
        question, passage, bit = rng.choice(range(300)), rng.choice(range(300)), rng.randrange(4)
        assert texts[rows.questions[at]] == f"Text {question} of many."
        assert texts[rows.passages[at]] == f"Text {passage} of many."
        assert rows.targets[at] == 1 << bit
    assert np.all(rows.allowed == ALL)


def test_a_pack_is_the_same_for_a_seed_and_another_for_another(tmp_path: Path) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        many(seed).write(tmp_path / name)
    files = ("rows.xz", "texts.xz", "rows.json")
    a, b, c = ([(tmp_path / name / file).read_bytes() for file in files] for name in "abc")
    assert a == b
    assert a[0] != c[0]


def test_a_long_question_is_cut_as_it_is_when_a_pair_is_encoded(tmp_path: Path) -> None:
    packer = Packer()
    packer.add("english", 0, [Example("word " * 100, "Yes.", SUPPORTS)])
    packer.write(tmp_path)
    assert read_texts(tmp_path)[0] == ("word " * 100)[:300]


def test_a_text_that_would_be_parted_is_refused() -> None:
    with pytest.raises(ValueError, match="NUL"):
        Packer().add("english", 0, [Example("Did\x00she?", "Yes.", SUPPORTS)])


def test_a_pack_cut_short_is_refused(tmp_path: Path) -> None:
    many(1).write(tmp_path)
    (tmp_path / "rows.json").write_text(json.dumps({"rows": 1201}))
    with pytest.raises(ValueError, match="1201"):
        read_rows(tmp_path)
