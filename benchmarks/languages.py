"""Questions in six languages over passages in six: is an answer among the nearest of each?

    python -m benchmarks.languages [--encoder multilingual] [--raw] [--data FILE]

For every question and every language that has a passage that answers it (supports, refutes or
leaves open): whether one is among the first ten of that language, by cosine alone among the
passages of all events. Below, the same where the languages are ranked together: what share of the
passages that answer is among the first ten of all; and the medians of the cosines in English.
With `--raw` the encoder is as it comes, and not put on the common scale.
"""

from __future__ import annotations

import argparse
import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from platformdirs import user_cache_path

from config.settings import ModelSettings
from retrieval.models.level import Levelled
from retrieval.models.load import load_encoder
from retrieval.models.reads import MULTILINGUAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

LANGUAGES = ("en", "de", "fr", "es", "ru", "uk")
FIRST = 10
DATA = Path("training/data/six.dev.jsonl.gz")


@dataclass(frozen=True, eq=False)
class Set:
    """Questions and passages with their languages; `answers` is of shape (questions, passages).

    Every event has `asked` questions and `told` passages.
    """

    questions: list[str]
    passages: list[str]
    asked_in: NDArray[np.str_]
    told_in: NDArray[np.str_]
    answers: NDArray[np.bool_]
    asked: int
    told: int


def read(path: Path) -> Set:
    """The events of a file, every question against the passages of all of them."""
    events = [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]
    questions = [each for event in events for each in event["questions"]]
    passages = [each for event in events for each in event["passages"]]
    answers = np.zeros((len(questions), len(passages)), dtype=bool)
    row = column = 0
    for event in events:
        width = len(event["passages"])
        for letters in event["labels"]:
            answers[row, column : column + width] = [letter != "B" for letter in letters]
            row += 1
        column += width
    return Set(
        questions,
        passages,
        np.array([each for event in events for each in event["qlangs"]]),
        np.array([each for event in events for each in event["langs"]]),
        answers,
        asked=len(events[0]["questions"]),
        told=len(events[0]["passages"]),
    )


def found(data: Set, cosines: NDArray[np.float32], asked: str, told: str) -> list[bool]:
    """For each question in one language that has an answer in the other: is one among the first."""
    columns = np.flatnonzero(data.told_in == told)
    hits = []
    for row in np.flatnonzero(data.asked_in == asked):
        if data.answers[row, columns].any():
            first = columns[np.argsort(-cosines[row, columns], kind="stable")[:FIRST]]
            hits.append(bool(data.answers[row, first].any()))
    return hits


def together(data: Set, cosines: NDArray[np.float32]) -> float:
    """Of the answers of a question, at most FIRST, the share among the first of all languages."""
    shares = []
    for answers, row in zip(data.answers, cosines, strict=True):
        if answers.any():
            first = np.argsort(-row, kind="stable")[:FIRST]
            shares.append(answers[first].sum() / min(FIRST, answers.sum()))
    return float(np.mean(shares))


def medians(data: Set, cosines: NDArray[np.float32]) -> list[float]:
    """In English alone: of what answers, of the rest of its event, of other events."""
    english = (data.asked_in == "en")[:, None] & (data.told_in == "en")
    rows, columns = data.answers.shape
    event = np.repeat(np.arange(rows // data.asked), data.asked)[:, None] == np.repeat(
        np.arange(columns // data.told), data.told
    )
    parts = (data.answers & event, ~data.answers & event, ~event)
    return [round(float(np.median(cosines[part & english])), 2) for part in parts]


def table(rows: Sequence[tuple[str, Sequence[Sequence[bool]]]]) -> str:
    """Shares by language of the question and of the passage, with their numbers."""
    lines = ["asked in  " + "".join(f"{code:>12}" for code in (*LANGUAGES, "all"))]
    for asked, cells in rows:
        every = [hit for cell in cells for hit in cell]
        shown = (f"{np.mean(cell):.2f} of {len(cell)}" if cell else "-" for cell in (*cells, every))
        lines.append(f"{asked:10}" + "".join(f"{each:>12}" for each in shown))
    return "\n".join(lines)


def main() -> None:
    """Encode, rank and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--encoder", default=MULTILINGUAL)
    parser.add_argument("--raw", action="store_true")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--cache", type=Path, default=user_cache_path("whosays") / "models")
    args = parser.parse_args()
    data = read(args.data)
    encoder = load_encoder(ModelSettings(cache=args.cache, encoder=args.encoder), print)
    if args.raw and isinstance(encoder, Levelled):
        encoder = encoder._encoder
    cosines = encoder.encode(data.questions, query=True) @ encoder.encode(data.passages).T
    rows = [
        (asked, [found(data, cosines, asked, told) for told in LANGUAGES]) for asked in LANGUAGES
    ]
    whole = [[hit for _, cells in rows for hit in cells[at]] for at in range(len(LANGUAGES))]
    print(f"{encoder.key}: {args.data.name}, among the first {FIRST} of a language")
    print(table([*rows, ("all", whole)]))
    print(f"All languages together: {together(data, cosines):.3f} among the first {FIRST}")
    print(f"English, medians of answers, their event, other events: {medians(data, cosines)}")


if __name__ == "__main__":
    main()
