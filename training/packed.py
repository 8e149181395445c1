"""Packs: training rows as numbers and each text once, small enough to carry to another machine.

`texts.xz` holds the texts with NUL between them; `rows.xz` one column after the other (`Rows`), of
texts the difference of their number to the row before, byte by byte of all rows; `rows.json` their
number. Needs nothing but NumPy.
"""

from __future__ import annotations

import json
import lzma
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray

    from training.data import Example

# What rows are: to learn from, to be judged by a teacher alone, and to measure by.
ENGLISH, SIX, UNLABELLED = "english", "six", "unlabelled"
DEV: Final = ("en.dev", "six.dev", "coverage.dev", "mnli.dev", "perspectrum.dev", "negnli.dev")
KINDS: Final = (ENGLISH, SIX, UNLABELLED, *DEV)
# A longer question is cut, here as in `batches.encode`, so that a passage always fits.
LONGEST_QUESTION: Final = 300

_COLUMNS: Final = {
    "questions": np.int32, "passages": np.int32, "targets": np.uint8, "allowed": np.uint8,
    "kinds": np.uint8, "epochs": np.uint8,
}  # fmt: skip
_SEPARATOR: Final = "\x00"
# Texts repeat each other over more than xz looks back by itself.
_LOOK_BACK: Final = 1 << 16, 1 << 27


@dataclass(frozen=True, slots=True)
class Rows:
    """Columns of equal length: numbers of texts, bit sets over the stances, kind and epoch."""

    questions: NDArray[np.int32]
    passages: NDArray[np.int32]
    targets: NDArray[np.uint8]
    allowed: NDArray[np.uint8]
    kinds: NDArray[np.uint8]
    epochs: NDArray[np.uint8]

    def where(self, *kinds: str, epoch: int | None = None) -> NDArray[np.intp]:
        """Return the numbers of all rows of these kinds, or of those of one epoch."""
        found = np.isin(self.kinds, [KINDS.index(kind) for kind in kinds])
        return np.flatnonzero(found if epoch is None else found & (self.epochs == epoch))

    @property
    def epoch_count(self) -> int:
        """How many epochs there are."""
        return int(self.epochs.max()) + 1


class Packer:
    """Gathers rows and writes them as one pack."""

    def __init__(self) -> None:
        """Begin an empty pack."""
        self._numbers: dict[str, int] = {}
        self._columns: dict[str, list[int]] = {name: [] for name in _COLUMNS}

    def _number(self, text: str) -> int:
        if _SEPARATOR in text:
            raise ValueError(f"a text with a NUL cannot be packed: {text[:60]!r}")
        return self._numbers.setdefault(text, len(self._numbers))

    def add(self, kind: str, epoch: int, examples: Iterable[Example]) -> None:
        """Add rows; raises ValueError where a text has a NUL in it."""
        for row in examples:
            values = (
                self._number(row.question[:LONGEST_QUESTION]), self._number(row.passage),
                row.target, row.allowed, KINDS.index(kind), epoch,
            )  # fmt: skip
            for column, value in zip(self._columns.values(), values, strict=True):
                column.append(value)

    def __len__(self) -> int:
        return len(self._columns["kinds"])

    def write(self, folder: Path) -> None:
        """Write the pack's files to `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        texts = _SEPARATOR.join(self._numbers).encode()
        least, most = _LOOK_BACK
        reach = {
            "id": lzma.FILTER_LZMA2,
            "preset": 3,
            "dict_size": min(max(least, len(texts)), most),
        }
        (folder / "texts.xz").write_bytes(lzma.compress(texts, filters=[reach]))
        planes = []
        for name, kind in _COLUMNS.items():
            values = np.array(self._columns[name], kind)
            if kind is np.int32:
                values = np.diff(values, prepend=0).astype(np.int32)
            planes.append(values.view(np.uint8).reshape(len(values), -1).T.tobytes())
        (folder / "rows.xz").write_bytes(lzma.compress(b"".join(planes), preset=2))
        (folder / "rows.json").write_text(json.dumps({"rows": len(self)}), "utf-8")


def read_texts(folder: Path) -> list[str]:
    """Read a pack's texts, in the order of their numbers."""
    return lzma.decompress((folder / "texts.xz").read_bytes()).decode().split(_SEPARATOR)


def read_rows(folder: Path) -> Rows:
    """Read a pack's rows; raises ValueError where they are not as many as they should be."""
    count = int(json.loads((folder / "rows.json").read_text("utf-8"))["rows"])
    planes = np.frombuffer(lzma.decompress((folder / "rows.xz").read_bytes()), np.uint8)
    widths = [np.dtype(kind).itemsize for kind in _COLUMNS.values()]
    if len(planes) != count * sum(widths):
        raise ValueError(f"{folder / 'rows.xz'} does not hold {count} rows")
    columns: dict[str, NDArray[Any]] = {}
    at = 0
    for (name, kind), width in zip(_COLUMNS.items(), widths, strict=True):
        part = planes[at : at + count * width].reshape(width, count).T.copy()
        values = part.view(kind).ravel()
        columns[name] = np.cumsum(values, dtype=np.int32) if kind is np.int32 else values
        at += count * width
    return Rows(**{each.name: columns[each.name] for each in fields(Rows)})
