"""The decision's few coefficients, from news labelled sentence by sentence.

`python -m training.decision articles --out DIR` writes the articles of the written coverage that
the judge never saw; `collect --golden FILE --library DIR` asks a library that holds these and the
articles of FILE, and keeps numbers alone, no text, in training/data/decision.jsonl.gz; `fit` makes
decision.json of them, and prints how it does on events that it was not fitted on. The decision of
the judge of six languages is made alike, with the encoder of the settings `multilingual`, of
`--coverage training/data/coverage.six.txt.gz`, into `--table training/data/decision-six.jsonl.gz`,
`--beside training/data/decision.jsonl.gz` and
`--out retrieval/models/weights/stance-six/decision.json`.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from config.settings import load_settings
from retrieval.answer.decision.decide import FEATURES, FILE, Weights
from retrieval.library import Library
from retrieval.models.stance import BESIDE, STANCES
from training.collecting import collect
from training.coverage import DEV, read_stories
from training.golden import (
    LETTERS,
    Asked,
    Shown,
    read_table,
    score,
    shown,
    write_table,
)
from training.labelled import as_golden, write_articles
from training.thresholds import NEWS, SIX, choose

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray


TABLE: Final = Path(__file__).parent / "data" / "decision.jsonl.gz"
SHIPPED: Final = Path("retrieval/models/weights/stance") / FILE
KINDS: Final = ("polar", "open")
# How often each row counts beside those of another judge's table.
TIMES: Final = 4
FOLDS: Final = 8
# Inverse strength of the penalty: few events, so a strong one.
PENALTY: Final = 0.3
UNFITTED: Final = -20.0
BLANK: Final = Weights(np.zeros((0, 0)), np.zeros(0), 0, 0, 0, 0)


def fit(rows: Sequence[Asked], kind: str) -> Weights:
    """Coefficients for one kind of question; thresholds are left at 0.

    A covered question of which no labelled sentence was found tells nothing of sentences.
    """
    rows = [
        row
        for row in rows
        if row.kind == kind and row.features and (any(row.labels) or not row.covered)
    ]
    values = np.concatenate([np.asarray(row.features) for row in rows])
    target = np.concatenate([_targets(row) for row in rows])
    scale = StandardScaler().fit(values)
    model = LogisticRegression(C=PENALTY, max_iter=3000).fit(scale.transform(values), target)
    coefficients = np.zeros((len(STANCES), len(FEATURES)))
    intercepts = np.full(len(STANCES), UNFITTED)
    found = model.coef_ / scale.scale_
    offsets = model.intercept_ - (found * scale.mean_).sum(axis=1)
    if len(model.classes_) == 2:  # noqa: PLR2004 - one row of coefficients stands for two classes
        found, offsets = np.stack([-found[0], found[0]]), np.asarray([-offsets[0], offsets[0]]) / 2
        found = found / 2
    coefficients[model.classes_], intercepts[model.classes_] = found, offsets
    return replace(BLANK, coefficients=coefficients, intercepts=intercepts)


def _targets(row: Asked) -> NDArray[np.int_]:
    """Of each sentence the column of its label; of several the one that the judge prefers."""
    odds = np.asarray(row.features)[:, : len(LETTERS)]
    targets = np.full(len(row.labels), BESIDE)
    for at, labels in enumerate(row.labels):
        if labels:
            columns = [LETTERS.index(letter) for letter in labels]
            targets[at] = columns[int(odds[at, columns].argmax())]
    return targets


def decided(row: Asked, weights: Weights) -> NDArray[np.float32]:
    """Probabilities of a question's sentences, shape (n, 4)."""
    if not row.features:
        return np.zeros((0, len(STANCES)), dtype=np.float32)
    return weights.probabilities(np.asarray(row.features))


def _with(weights: Weights, thresholds: dict[str, float]) -> Weights:
    return Weights(weights.coefficients, weights.intercepts, **thresholds)


def learnt(
    rows: Sequence[Asked], beside: Sequence[Asked], kind: str, held: Collection[str] = ()
) -> list[Asked]:
    """What coefficients are fitted on: rows of a kind, but of no event that is `held` out.

    `beside` are rows of another judge, a quarter of the weight where there are any.
    """
    own = [*rows] * TIMES if beside else rows
    return [row for row in (*beside, *own) if row.kind == kind and row.event not in held]


def crossed(rows: Sequence[Asked], beside: Sequence[Asked] = ()) -> list[tuple[Asked, Shown]]:
    """What would be shown where coefficients and thresholds come from other events."""
    events = sorted({row.event for row in rows})
    answers = []
    for kind in KINDS:
        of_kind = [row for row in rows if row.kind == kind]
        # Probabilities by weights that never saw the event; thresholds by those of other folds.
        apart = {id(row): np.zeros((0, len(STANCES)), dtype=np.float32) for row in of_kind}
        for fold in range(FOLDS):
            held = set(events[fold::FOLDS])
            weights = fit(learnt(rows, beside, kind, held), kind)
            apart |= {id(row): decided(row, weights) for row in of_kind if row.event in held}
        for fold in range(FOLDS):
            held = set(events[fold::FOLDS])
            others = [row for row in of_kind if row.event not in held]
            chosen = choose(others, [apart[id(row)] for row in others])
            weights = _with(BLANK, chosen)
            answers += [
                (row, shown(row, apart[id(row)], weights)) for row in of_kind if row.event in held
            ]
    return answers


def whole(rows: Sequence[Asked], beside: Sequence[Asked] = ()) -> dict[str, dict[str, Any]]:
    """The content of decision.json: coefficients of all events, thresholds that suit the rest."""
    values: dict[str, dict[str, Any]] = {}
    events = sorted({row.event for row in rows})
    for kind in KINDS:
        of_kind = [row for row in rows if row.kind == kind]
        weights = fit(learnt(rows, beside, kind), kind)
        apart: dict[int, NDArray[np.float32]] = {}
        for fold in range(FOLDS):
            held = set(events[fold::FOLDS])
            other = fit(learnt(rows, beside, kind, held), kind)
            apart |= {id(row): decided(row, other) for row in of_kind if row.event in held}
        chosen = choose(of_kind, [apart[id(row)] for row in of_kind])
        values[kind] = {
            "coefficients": {
                name: [round(float(value), 4) for value in weights.coefficients[:, at]]
                for at, name in enumerate(FEATURES)
            },
            "intercepts": [round(float(value), 4) for value in weights.intercepts],
            **chosen,
        }
    return values


def main() -> None:
    """Write the articles to be asked about, collect the table, or fit the decision to it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=("articles", "collect", "fit"))
    parser.add_argument("--golden", type=Path, default=Path("../shared/golden/news.json"))
    parser.add_argument("--library", type=Path, help="a library that holds the labelled articles")
    parser.add_argument("--coverage", type=Path, default=DEV, help="written news to learn from too")
    parser.add_argument("--table", type=Path, default=TABLE)
    parser.add_argument("--beside", type=Path, help="another judge's table, to learn from too")
    parser.add_argument("--out", type=Path, default=SHIPPED)
    args = parser.parse_args()
    if args.step == "articles":
        args.out.mkdir(parents=True, exist_ok=True)
        write_articles(read_stories(args.coverage), args.out)
    elif args.step == "collect":
        labelled = {
            NEWS: json.loads(args.golden.read_text("utf-8")),
            SIX if args.coverage != DEV else "coverage": as_golden(read_stories(args.coverage)),
        }
        settings = load_settings(library={"path": args.library, "seeds": False})
        with Library.open(settings) as library:
            write_table(
                args.table,
                (
                    row
                    for origin, each in labelled.items()
                    for row in collect(origin, each, library)
                ),
            )
    else:
        rows, beside = read_table(args.table), read_table(args.beside) if args.beside else []
        args.out.write_text(json.dumps(whole(rows, beside), indent=1) + "\n", "utf-8")
        report(crossed(rows, beside))


def report(answers: Sequence[tuple[Asked, Shown]]) -> None:
    """Print the figures of each origin and kind of question, and of both kinds together."""
    for origin in dict.fromkeys(row.origin for row, _ in answers):
        of_origin = [each for each in answers if each[0].origin == origin]
        for kind in (*KINDS, "all"):
            figures = score(each for each in of_origin if kind in {each[0].kind, "all"})
            values = " ".join(f"{name} {value:.3f}" for name, value in figures.items())
            print(f"{origin:8} {kind:6} {values}")


if __name__ == "__main__":
    main()
