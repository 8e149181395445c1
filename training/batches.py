"""Tokenised examples in batches of like length."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final

import torch
from tokenizers import Tokenizer
from torch import Tensor

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tokenizers import Encoding

    from training.data import Example

# Rows of a batch at most, however short.
MOST: Final = 96


@dataclass(frozen=True, slots=True)
class Batch:
    """Token tensors of shape (n, positions) and stance masks of shape (n, 4)."""

    input_ids: Tensor
    attention_mask: Tensor
    token_type_ids: Tensor
    target: Tensor
    allowed: Tensor

    def to(self, device: torch.device) -> Batch:
        """The same on another device."""
        return Batch(*(getattr(self, each.name).to(device) for each in fields(self)))


@dataclass(frozen=True, slots=True)
class Encoded:
    """One tokenised pair."""

    ids: list[int]
    types: list[int]
    target: int
    allowed: int


def open_tokenizer(base: Path, max_tokens: int) -> Tokenizer:
    """Open a base model's tokenizer without padding, cutting only the passage."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_tokens, strategy="only_second")
    return tokenizer


def encode(tokenizer: Tokenizer, examples: Sequence[Example]) -> list[Encoded]:
    """Tokenise pairs; questions are cut to 300 characters so that a passage always fits."""
    texts = [(example.question[:300], example.passage) for example in examples]
    return [
        Encoded(enc.ids, types_of(enc), example.target, example.allowed)
        for enc, example in zip(tokenizer.encode_batch(texts), examples, strict=True)
    ]


def types_of(entry: Encoding) -> list[int]:
    """Return the type of each token, 1 for the passage, also where the tokenizer has no types."""
    # Only BERT's tokenizers tell question and passage apart by type.
    if any(entry.type_ids):
        return entry.type_ids
    return [int(part == 1) for part in entry.sequence_ids]


def _bits(value: int) -> list[bool]:
    return [bool(value >> shift & 1) for shift in range(4)]


def collate(rows: Sequence[Encoded]) -> Batch:
    """Pad rows to the longest of them."""
    width = max(len(row.ids) for row in rows)

    def padded(values: list[int]) -> list[int]:
        return values + [0] * (width - len(values))

    return Batch(
        torch.tensor([padded(row.ids) for row in rows]),
        torch.tensor([padded([1] * len(row.ids)) for row in rows]),
        torch.tensor([padded(row.types) for row in rows]),
        torch.tensor([_bits(row.target) for row in rows]),
        torch.tensor([_bits(row.allowed) for row in rows]),
    )


def bucketed(
    rows: Sequence[Encoded], tokens: int, rng: random.Random, most: int = MOST
) -> Iterator[Batch]:
    """Yield shuffled batches of like length, each of about `tokens` tokens and `most` rows at most.

    Rows are sorted within windows of the shuffled order, so that an epoch stays well mixed.
    """
    order = list(range(len(rows)))
    rng.shuffle(order)
    window = 64 * most
    groups: list[list[int]] = []
    for start in range(0, len(order), window):
        part = sorted(order[start : start + window], key=lambda i: len(rows[i].ids))
        group: list[int] = []
        for i in part:
            if group and (len(group) == most or (len(group) + 1) * len(rows[i].ids) > tokens):
                groups.append(group)
                group = []
            group.append(i)
        if group:
            groups.append(group)
    rng.shuffle(groups)
    for group in groups:
        yield collate([rows[i] for i in group])
