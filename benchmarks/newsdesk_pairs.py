"""The judge on real news: every sentence of an event against its yes/no questions.

`python -m benchmarks.newsdesk_pairs [--golden FILE] [--folder WEIGHTS] [--second-look]`; skips
where the labelled events are absent. A sentence may bear two labels: each counts for its own.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from retrieval.models.context import as_read
from retrieval.models.evaluation import average_precision, judge_all
from retrieval.models.panel import Panel
from retrieval.models.reads import FOR_SIX
from retrieval.models.stance import OnnxStanceModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.models.base import StanceModel

GOLDEN: Final = Path("../shared/golden/news.json")
BARS: Final = {"supports": 0.45, "refutes": 0.35, "right side": 0.80}
STANCES: Final = ("supports", "refutes", "neutral")


def pairs(golden: dict[str, Any]) -> Iterator[tuple[str, str, set[str]]]:
    """Yield question, sentence as it is read, and its labels, for every polar question."""
    for event in golden["events"].values():
        for question in event["questions"]:
            if question["kind"] != "polar":
                continue
            labels: dict[str, set[str]] = {}
            for place, stance, *_ in question["labels"]:
                labels.setdefault(place, set()).add(stance)
            for key, article in event["articles"].items():
                before = None
                for number, sentence in enumerate(article["sentences"], 1):
                    read = as_read(sentence, before=before, title=article["title"])
                    yield question["question"], read, labels.get(f"{key}.{number}", set())
                    before = sentence


def main() -> None:
    """Print average precision a stance, of any answer, and the right side of yes and no."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--golden", type=Path, default=GOLDEN)
    parser.add_argument("--folder", type=Path, default=None, help="weights other than the packaged")
    parser.add_argument("--second-look", action="store_true", help="with the judge of six too")
    parser.add_argument("--threads", type=int, default=0)
    args = parser.parse_args()
    if not args.golden.exists():
        sys.exit(f"skipped: {args.golden} is not here")
    rows = list(pairs(json.loads(args.golden.read_text("utf-8"))))
    model: StanceModel = OnnxStanceModel(args.folder, threads=args.threads)
    if args.second_look:
        model = Panel(model, OnnxStanceModel(judge=FOR_SIX, threads=args.threads))
    judged = judge_all(model, [(question, read) for question, read, _ in rows])
    found = [labels for *_, labels in rows]
    print(f"{model.name}: {len(rows)} pairs")
    for at, stance in enumerate(STANCES):
        relevant = np.asarray([stance in labels for labels in found])
        _line(stance, average_precision(judged[:, at], relevant), float(relevant.mean()))
    relevant = np.asarray([bool(labels) for labels in found])
    _line("any answer", average_precision(1 - judged[:, -1], relevant), float(relevant.mean()))
    sides = [len(labels & {"supports", "refutes"}) == 1 for labels in found]
    right = [
        (row[0] > row[1]) == ("supports" in labels)
        for row, labels, either in zip(judged, found, sides, strict=True)
        if either
    ]
    _line("right side", float(np.mean(right)), 0.5)


def _line(what: str, value: float, by_chance: float) -> None:
    bar = BARS.get(what)
    mark = "" if bar is None else f"bar {bar}: {'met' if value >= bar else 'NOT MET'}"
    print(f"{what:12} {value:.3f}  (by chance {by_chance:.3f})  {mark}")


if __name__ == "__main__":
    main()
