"""The judge for six languages, by the language of question and passage.

    python -m benchmarks.judging [--weights FOLDER] [--data FILE]

Of the written news of `--data` (training/data/six.dev.jsonl.gz, from which no judge learnt): the
four-way macro F1 of each pair of languages, among the labels that the pair has, and what
`whosays eval stance` prints of all, of one language alone and of two.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from retrieval.models.evaluation import judge_all, score
from retrieval.models.reads import FOR_SIX
from retrieval.models.stance import OnnxStanceModel
from retrieval.models.stance_rows import LABELS
from training.data import BESIDE, NEUTRAL, REFUTES, SUPPORTS
from training.languages import LANGUAGES, six_pairs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from retrieval.models.evaluation import StanceScores

DATA = Path("training/data/six.dev.jsonl.gz")
NAMES = dict(zip((SUPPORTS, REFUTES, NEUTRAL, BESIDE), LABELS, strict=True))


def line(name: str, found: StanceScores) -> str:
    """What is printed of some rows."""
    precision = " ".join(f"{key} {value:.3f}" for key, value in found.average_precision.items())
    return (
        f"{name}: {found.rows} pairs, right side {found.right_side or 0:.3f}, "
        f"four-way macro F1 {found.macro_f1:.3f}, "
        f"ECE {found.ece:.3f}; average precision {precision}"
    )


def main() -> None:
    """Judge every pair and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, default=None, help="a folder of other weights")
    parser.add_argument("--data", type=Path, default=DATA)
    args = parser.parse_args()
    rows = list(six_pairs(args.data))
    model = OnnxStanceModel(args.weights, judge=FOR_SIX)
    shares = judge_all(model, [(pair.question, pair.passage) for *_, pair in rows])
    gold = np.asarray([NAMES[pair.target] for *_, pair in rows])
    asked = np.asarray([code for _, code, _, _ in rows])
    told = np.asarray([code for _, _, code, _ in rows])

    def scored(kept: NDArray[np.bool_]) -> StanceScores:
        return score(shares[kept], gold[kept].tolist())

    lines = ["asked in " + "".join(f"{code:>7}" for code in LANGUAGES)]
    for one in LANGUAGES:
        cells = (scored((asked == one) & (told == other)).macro_f1 for other in LANGUAGES)
        lines.append(f"{one:9}" + "".join(f"{cell:7.2f}" for cell in cells))
    lines += [
        line("all", scored(asked != "")),
        line("one language", scored(asked == told)),
        line("two languages", scored(asked != told)),
    ]
    print("\n".join(lines))


if __name__ == "__main__":
    main()
