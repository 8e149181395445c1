"""The few coefficients by which sentences of one answer stand together.

`python -m training.grouping collect` keeps numbers alone, no text, of the tuning parts of
benchmarks/grouping.py in training/data/grouping.jsonl.gz; `python -m training.grouping fit` makes
retrieval/answer/decision/grouping.toml of them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from retrieval.answer.decision.grouping import FEATURES, FILE, FORMS, pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE: Final = Path(__file__).parent / "data" / "grouping.jsonl.gz"
SHIPPED: Final = Path("retrieval/answer/decision") / FILE
# Inverse strength of the penalty: few questions, so a strong one.
PENALTY: Final = 0.3
# A set, kind of question and truth counts as so many pairs at most: some have hundreds.
MOST: Final = 60
# The mean probability from which two groups are one, by cross-validation over the questions.
BAR: Final = {"name": 0.54, "value": 0.54, "matter": 0.46}
DIGITS: Final = 4


def collect() -> Iterator[dict[str, Any]]:
    """One row a pair of sentences: its set, its kind of question, its features, whether the same.

    A question's pairs have its number, so that whoever cross-validates can keep them together.
    """
    from benchmarks.grouping import sets  # noqa: PLC0415 - needs what lies beside the project

    for name, cases in sets("tune").items():
        for number, case in enumerate(cases):
            rows = pairs(case.question, case.told).round(DIGITS).tolist()
            for row, (_, _, same) in zip(rows, case.pairs(), strict=True):
                yield {
                    "set": name, "question": number, "asks": case.question.asks,
                    "features": row, "same": same,
                }  # fmt: skip


def fit(rows: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """Of each form the intercept and the coefficients, of features as they are."""
    found = {}
    for form, names in FEATURES.items():
        chosen = [row for row in rows if FORMS[row["asks"]] == form]
        features = np.asarray([row["features"] for row in chosen])
        same = np.asarray([row["same"] for row in chosen])
        scaler = StandardScaler().fit(features)
        model = LogisticRegression(C=PENALTY, max_iter=1000)
        model.fit(scaler.transform(features), same, sample_weight=_counted(chosen))
        coefficients = model.coef_[0] / scaler.scale_
        intercept = float(model.intercept_[0] - coefficients @ scaler.mean_)
        bar = math.log(BAR[form] / (1 - BAR[form]))
        values = dict(zip(names, map(float, coefficients), strict=True))
        found[form] = {
            name: round(value, DIGITS)
            for name, value in {"intercept": intercept - bar, **values}.items()
        }
    return found


def _counted(rows: list[dict[str, Any]]) -> list[float]:
    """Weights by which the pairs of a set, kind and truth count at most MOST together."""
    keys = [(row["set"], row["asks"], row["same"]) for row in rows]
    return [min(1.0, MOST / keys.count(key)) for key in keys]


def read_table(path: Path = TABLE) -> list[dict[str, Any]]:
    """The collected pairs."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def main() -> int:
    """Collect, or fit and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("step", choices=("collect", "fit"))
    step = parser.parse_args().step
    if step == "collect":
        lines = "".join(json.dumps(row) + "\n" for row in collect())
        # Without the time, so that the same rows are the same file.
        TABLE.write_bytes(gzip.compress(lines.encode(), mtime=0))
        return 0
    head = "# Made by `python -m training.grouping fit`; see decision/grouping.py.\n"
    parts = [
        f"\n[{form}]\n" + "".join(f"{name} = {value}\n" for name, value in values.items())
        for form, values in fit(read_table()).items()
    ]
    SHIPPED.write_text(head + "".join(parts), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
