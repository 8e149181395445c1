"""Are the speakers of running news right, where a careful reader labelled them?

    python -m benchmarks.speakers [PART ...] [--list wrong|given|missed]

Every labelled sentence is attributed in its own article, as the library reads it. Parts: `even`
and `odd` events of real news (by name, from 0; skipped where they are not beside the project),
events 1 to 20 (`dev`) and 21 to 40 (`held`) of invented coverage, 1 to 19 (`newsdev`) and 20 to 39
(`newsheld`) of a second file of it in the style of real news. The rules were tuned on `even`,
`dev` and `newsdev`; the faults of `odd`, `held` and `newsheld` are not to be read.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.news import NEWS
from benchmarks.speaker_labels import (
    GOLDEN,
    LIKE_NEWS,
    OUTCOMES,
    Label,
    invented,
    news,
    outcome,
    rates,
)
from retrieval.answer.attribution import attribute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PARTS: dict[str, Callable[[], Iterable[Label]]] = {
    "even": partial(news, 0),
    "odd": partial(news, 1),
    "dev": partial(invented, slice(0, 20)),
    "held": partial(invented, slice(20, 40)),
    "newsdev": partial(invented, slice(0, 19), LIKE_NEWS),
    "newsheld": partial(invented, slice(19, 39), LIKE_NEWS),
}


def answered(label: Label) -> str:
    """Whom the rules name for a label's sentence; "" for nobody."""
    article = label.article.article
    number = next(p.number for p in label.article.paragraphs if p.start <= label.start < p.end)
    span = (label.start, label.end)
    found = attribute(article.text, label.article.paragraphs, number, span, title=article.title)
    return found.speaker or ""


def main() -> int:
    """Print how many labels of each part have each outcome, and those of the outcomes asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--list", choices=OUTCOMES, nargs="*", default=(), dest="shown")
    args = parser.parse_args()
    for part in args.parts:
        if part not in PARTS:
            parser.error(f"no part is called {part}")
    print("".join(f"{name:>10}" for name in ("", *OUTCOMES, "share", "precision", "recall")))
    for part in args.parts or PARTS:
        if part in ("even", "odd") and not (NEWS.exists() and GOLDEN.exists()):
            print(f"{part:>10} skipped: the labelled news are not beside the project")
            continue
        counts: Counter[str] = Counter()
        for label in PARTS[part]():
            got = answered(label)
            result = outcome(got, label.speakers)
            counts[result] += 1
            counts["right name"] += result == "right" and bool(got)
            if result in args.shown:
                due = " | ".join(label.speakers)
                print(f"{result} {label.reference}: {got!r}, due {due!r}: {label.text}")
        figures = "".join(f"{counts[name]:>10}" for name in OUTCOMES)
        print(f"{part:>10}{figures}" + "".join(f"{rate:>10.3f}" for rate in rates(counts)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
