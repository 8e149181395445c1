"""Rows of a pack on a device: texts as tokens once, batches put together where they are used.

Needs torch, NumPy and tokenizers alone, as all that `training.together` runs on a device.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from torch import Tensor

from training.batches import Batch, types_of

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from training.packed import Rows

# Tokens of a pair; the passage is cut.
MAX_TOKENS: Final = 160
# A batch is padded to a multiple of this, which fast kernels for bfloat16 want.
STEP: Final = 8
# Rows are sorted by length within windows of this many batches, so that an epoch stays mixed.
WINDOW: Final = 64
_AT_ONCE: Final = 50_000


@dataclass(frozen=True, slots=True)
class Layout:
    """What a tokenizer puts around question and passage."""

    first: int
    middle: tuple[int, ...]
    last: int
    last_type: int

    @classmethod
    def of(cls, tokenizer: Tokenizer) -> Layout:
        """Read it off a pair; raises ValueError where that has another form."""
        tokenizer.no_padding()
        entry = tokenizer.encode("a", "b")
        parts, types = entry.sequence_ids, types_of(entry)
        begins, ends = parts.index(1), len(parts) - 1 - parts[::-1].index(0)
        if parts.index(0) != 1 or parts[-1] is not None or parts[-2] != 1 or any(types[:begins]):
            raise ValueError(f"a tokenizer with pairs such as {entry.tokens} is not known here")
        middle = tuple(entry.ids[ends + 1 : begins])
        return cls(entry.ids[0], middle, entry.ids[-1], types[-1])

    @property
    def extra(self) -> int:
        """How many tokens it adds."""
        return 2 + len(self.middle)


@dataclass(frozen=True, slots=True)
class Tokens:
    """All texts' tokens in one row, and how many each text has, of those that can ever be read."""

    ids: NDArray[np.int32]
    lengths: NDArray[np.int32]

    @classmethod
    def of(cls, texts: list[str], tokenizer: Tokenizer) -> Tokens:
        """Cut texts into tokens, on all cores."""
        tokenizer.no_padding()
        tokenizer.no_truncation()
        ids: list[NDArray[np.int32]] = []
        for at in range(0, len(texts), _AT_ONCE):
            entries = tokenizer.encode_batch(texts[at : at + _AT_ONCE], add_special_tokens=False)
            ids += [np.array(entry.ids[:MAX_TOKENS], np.int32) for entry in entries]
        return cls(np.concatenate(ids), np.array([len(each) for each in ids], np.int32))

    def save(self, path: Path) -> None:
        """Write them to a .npz file."""
        np.savez(path, ids=self.ids, lengths=self.lengths)

    @classmethod
    def load(cls, path: Path) -> Tokens:
        """Read what `save` wrote."""
        with np.load(path) as held:
            return cls(held["ids"], held["lengths"])


class HeldRows:
    """Rows, their tokens and masks on a device; `lengths` of shape (rows,) stays here."""

    def __init__(
        self,
        rows: Rows,
        tokens: Tokens,
        layout: Layout,
        device: torch.device,
        most: int = MAX_TOKENS,
    ) -> None:
        """Put all rows on `device`, each cut to `most` tokens."""
        self.rows, self.layout, self.device = rows, layout, device
        room = most - layout.extra
        asked = np.minimum(tokens.lengths[rows.questions], room)
        told = np.minimum(tokens.lengths[rows.passages], room - asked)
        self.lengths: NDArray[np.int32] = asked + told + layout.extra
        starts = np.cumsum(tokens.lengths, dtype=np.int64) - tokens.lengths
        self._ids = self._put(tokens.ids)
        self._middle = torch.tensor(layout.middle, device=device)
        self._asked, self._told = self._put(asked), self._put(told)
        self._asked_at = self._put(starts[rows.questions])
        self._told_at = self._put(starts[rows.passages])
        self._targets, self._allowed = self._bits(rows.targets), self._bits(rows.allowed)

    def _put(self, values: NDArray[np.int32] | NDArray[np.int64]) -> Tensor:
        return torch.from_numpy(values).to(self.device).long()

    def _bits(self, values: NDArray[np.uint8]) -> Tensor:
        bits = (values[:, None] >> np.arange(4)) & 1
        return torch.from_numpy(bits.astype(bool)).to(self.device)

    def batch(self, numbers: NDArray[np.intp]) -> Batch:
        """Return rows as `collate(encode(...))` would, padded to a multiple of `STEP`."""
        width = -(-int(self.lengths[numbers].max()) // STEP) * STEP
        at = self._put(numbers)
        places = torch.arange(width, device=self.device)[None]
        asked, told = self._asked[at][:, None], self._told[at][:, None]
        begins = 1 + asked + len(self._middle)
        ends = begins + told
        # Where a place is of neither text, the number read there is overwritten below.
        last = len(self._ids) - 1
        of_question = self._ids[(self._asked_at[at][:, None] + places - 1).clamp(0, last)]
        of_passage = self._ids[(self._told_at[at][:, None] + places - begins).clamp(0, last)]
        between = self._middle[(places - 1 - asked).clamp(0, len(self._middle) - 1)]
        ids = torch.where(places <= asked, of_question, between)
        ids = torch.where(places >= begins, of_passage, ids)
        ids = ids.masked_fill(places == 0, self.layout.first)
        ids = ids.masked_fill(places == ends, self.layout.last).masked_fill(places > ends, 0)
        types = (places >= begins) & (places < ends + self.layout.last_type)
        return Batch(
            ids, (places <= ends).long(), types.long(), self._targets[at], self._allowed[at]
        )

    def groups(
        self,
        numbers: NDArray[np.intp],
        tokens: int,
        most: int,
        rng: np.random.Generator | None = None,
    ) -> list[NDArray[np.intp]]:
        """Deal rows out to batches of like length, of at most `most` rows or `tokens` tokens.

        Shuffled by `rng`; without it in the order of their length.
        """
        if rng is None:
            ordered = numbers[np.argsort(self.lengths[numbers], kind="stable")]
            return self._cut(ordered, tokens, most)
        mixed = rng.permutation(numbers)
        found: list[NDArray[np.intp]] = []
        for at in range(0, len(mixed), WINDOW * most):
            part = mixed[at : at + WINDOW * most]
            part = part[np.argsort(self.lengths[part], kind="stable")]
            found += self._cut(part, tokens, most)
        return [found[at] for at in rng.permutation(len(found))]

    def _cut(self, ordered: NDArray[np.intp], tokens: int, most: int) -> list[NDArray[np.intp]]:
        widths = -(-self.lengths[ordered] // STEP) * STEP
        found, at = [], 0
        while at < len(ordered):
            end = min(at + most, len(ordered))
            while end > at + 1 and (end - at) * int(widths[end - 1]) > tokens:
                end -= max(1, (end - at) // 16)
            found.append(ordered[at:end])
            at = end
        return found
