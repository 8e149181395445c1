"""Batches put together on the device are those that are put together here."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np
import pytest
from tokenizers import Tokenizer, processors

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from tests.training.bases import write_bert, write_mpnet, write_unigram  # noqa: E402
from training.batches import collate, encode, open_tokenizer  # noqa: E402
from training.data import Example  # noqa: E402
from training.held import STEP, HeldRows, Layout, Tokens  # noqa: E402
from training.packed import Packer, read_rows, read_texts  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CPU = torch.device("cpu")
MOST = 24


def examples(count: int) -> list[Example]:
    """Pairs of a few known and unknown words, some longer than is read."""
    rng = random.Random(3)  # noqa: S311 - seeded
    words = "did she go yes no went unheard".split()

    def text(most: int) -> str:
        return " ".join(rng.choice(words) for _ in range(rng.randint(1, most)))

    return [
        Example(text(12), text(40), 1 << rng.randrange(4), rng.choice((3, 7, 15)))
        for _ in range(count)
    ]


def held(folder: Path, rows: list[Example]) -> HeldRows:
    packer = Packer()
    packer.add("english", 0, rows)
    packer.write(folder)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    Tokens.of(read_texts(folder), tokenizer).save(folder / "tokens.npz")
    tokens = Tokens.load(folder / "tokens.npz")
    return HeldRows(read_rows(folder), tokens, Layout.of(tokenizer), CPU, MOST)


@pytest.mark.parametrize("write", [write_bert, write_unigram, write_mpnet])
def test_a_batch_is_what_it_would_be_if_its_pairs_were_encoded(
    tmp_path: Path, write: Callable[[Path], Path]
) -> None:
    rows = examples(200)
    there = held(write(tmp_path), rows)
    encoded = encode(open_tokenizer(tmp_path, MOST), rows)
    assert there.lengths.tolist() == [len(row.ids) for row in encoded]
    assert max(there.lengths) == MOST
    for numbers in np.array_split(np.random.default_rng(0).permutation(200), 9):
        batch, expected = there.batch(numbers), collate([encoded[at] for at in numbers])
        width = expected.input_ids.shape[1]
        assert batch.input_ids.shape[1] == -(-width // STEP) * STEP
        for name in ("input_ids", "attention_mask", "token_type_ids"):
            values = getattr(batch, name)
            assert torch.equal(values[:, :width], getattr(expected, name)), name
            assert not values[:, width:].any()
        assert torch.equal(batch.target, expected.target)
        assert torch.equal(batch.allowed, expected.allowed)


def test_every_row_is_dealt_out_once_to_batches_of_bounded_size(tmp_path: Path) -> None:
    there = held(write_bert(tmp_path), examples(700))
    numbers = np.arange(50, 700)
    groups = there.groups(numbers, 400, 32, np.random.default_rng(1))
    assert sorted(np.concatenate(groups)) == numbers.tolist()
    assert max(len(group) for group in groups) <= 32
    assert max(there.batch(group).input_ids.numel() for group in groups) <= 400
    again = there.groups(numbers, 400, 32, np.random.default_rng(1))
    assert [group.tolist() for group in groups] == [group.tolist() for group in again]
    ordered = np.concatenate(there.groups(numbers, 400, 32))
    assert sorted(ordered) == numbers.tolist()
    assert (np.diff(there.lengths[ordered]) >= 0).all()


def test_a_tokenizer_of_another_form_is_refused(tmp_path: Path) -> None:
    tokenizer = Tokenizer.from_file(str(write_bert(tmp_path) / "tokenizer.json"))
    tokenizer.post_processor = processors.TemplateProcessing(
        single="$A [SEP]", pair="$A [SEP] $B [SEP]", special_tokens=[("[SEP]", 3)]
    )
    with pytest.raises(ValueError, match="is not known here"):
        Layout.of(tokenizer)
