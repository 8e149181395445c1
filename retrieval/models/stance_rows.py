"""Labelled stance rows: pairs a line, or events in which every question meets every passage."""

from __future__ import annotations

import gzip
import json
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from retrieval.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LABELS: Final = ("supports", "refutes", "neutral", "beside")
# What a letter of an event's labels says (training/data/README.md).
LETTERS: Final = dict(zip("SRNB", LABELS, strict=True))


@dataclass(frozen=True, slots=True)
class StanceRow:
    """A labelled pair; `label` is one of LABELS."""

    question: str
    passage: str
    label: str


def read_stance_rows(path: Path) -> list[StanceRow]:
    """Read rows, one JSON object a line, plain or gzipped, in either of two forms.

    A pair has passage, hypothesis and label; an event has passages, questions and labels, a string
    of letters a question. Raises InputError for a file that is missing, empty or anything else.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"Cannot read {path}: {error.strerror}.") from error
    try:
        text = (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8")
        # Split at newlines only: JSON text may hold U+2028, at which splitlines would cut.
        lines = (json.loads(line) for line in text.split("\n") if line.strip())
        rows = [row for values in lines for row in _rows(values)]
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{path} holds no stance rows (passage, hypothesis and label a line, or passages, "
            f"questions and labels): {error}"
        ) from error
    if not rows:
        raise InputError(f"{path} holds no stance rows.")
    return rows


def _rows(values: dict[str, Any]) -> Iterator[StanceRow]:
    if "questions" not in values:
        if values["label"] not in LABELS:
            raise ValueError(f"label {values['label']!r} is not one of {', '.join(LABELS)}")
        yield StanceRow(str(values["hypothesis"]), str(values["passage"]), values["label"])
        return
    for question, letters in zip(values["questions"], values["labels"], strict=True):
        for passage, letter in zip(values["passages"], letters, strict=True):
            yield StanceRow(str(question), str(passage), LETTERS[letter])
