"""Sentences of real news that are torn: half a quotation, a clause without its words, a title.

    python -m benchmarks.sentences [--articles 2000] [--part 2] [--show 20]

Counted by rules of its own, simpler than the splitter's: of paragraphs whose curly marks pair up,
the sentences in which they do not; sentences of up to four words with a verb of saying after a
closing mark; sentences that end in "Mr.", "Sen." and the like or go on in lower case.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from itertools import islice, pairwise

from benchmarks.news import articles
from retrieval.ingest.sentences import SPLITTER, sentences

_SAID = re.compile(r"\b(said|says|asked|added|told|wrote|tweeted|replied)\b")
_TITLE = re.compile(r"\b(Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Lt|Gen|Col|Sgt|Capt|Prof|Rev)\.$")
_CLOSED = re.compile(r"[!?….][”\"]$")
_LOWER = re.compile(r"[a-z]+\s")
_FEW = 4


def torn(paragraph: str) -> tuple[int, list[tuple[str, str]]]:
    """How many sentences a paragraph has, and the torn ones by kind."""
    pieces = [paragraph[start:end] for start, end in sentences(paragraph, 0, len(paragraph))]
    found: list[tuple[str, str]] = []
    if paragraph.count("“") == paragraph.count("”"):
        found += [("quotation", each) for each in pieces if each.count("“") != each.count("”")]
    for before, after in pairwise(pieces):
        if _CLOSED.search(before) and len(after.split()) <= _FEW and _SAID.search(after):
            found.append(("clause", f"{before} | {after}"))
        if _TITLE.search(before) or (before.endswith(".") and _LOWER.match(after)):
            found.append(("abbreviation", f"{before} | {after}"))
    return len(pieces), found


def main() -> None:
    """Print the table, and samples of each kind."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--part", type=int, default=2)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    total, kinds = 0, Counter[str]()
    samples: dict[str, list[str]] = {}
    for article in islice(articles(options.part), options.articles):
        for paragraph in article["text"].split("\n\n"):
            count, found = torn(paragraph)
            total += count
            for kind, piece in found:
                kinds[kind] += 1
                samples.setdefault(kind, []).append(piece)
    print(f"splitter {SPLITTER}: {total:,} sentences")
    for kind in ("quotation", "clause", "abbreviation"):
        print(f"{kind:<14}{kinds[kind]:>7,}")
        for piece in random.Random(0).sample(samples.get(kind, []), min(options.show, kinds[kind])):
            print("   ", piece[-200:])


if __name__ == "__main__":
    main()
