"""Do sentences come back in six languages? Passages are joined five at a time and split again.

    python -m benchmarks.joins [FILE ...]

Prints, for each language, how many of the joins are an end of a sentence again, and how many cuts
stand in front of a lower-case letter, which no sentence begins with.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections import defaultdict
from itertools import pairwise

from retrieval.ingest.sentences import sentences

TOGETHER = 5
_ENDED = re.compile(r"[.!?…][\"”»“')]*$")


def main() -> None:
    """Print the table."""
    files = sys.argv[1:] or ["training/data/six.dev.jsonl.gz"]
    passages: defaultdict[str, list[str]] = defaultdict(list)
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for event in map(json.loads, lines):
                for text, language in zip(event["passages"], event["langs"], strict=True):
                    if _ENDED.search(text):
                        passages[language].append(text)
    print("language  joins  back   within  before lower case")
    for language, texts in sorted(passages.items()):
        random.Random(1).shuffle(texts)
        joins = back = within = lower = 0
        for at in range(0, len(texts) - TOGETHER + 1, TOGETHER):
            group = texts[at : at + TOGETHER]
            ends = {sum(map(len, group[: n + 1])) + n for n in range(TOGETHER - 1)}
            text = " ".join(group)
            spans = sentences(text, 0, len(text), language)
            cuts = {one[1]: text[other[0]] for one, other in pairwise(spans)}
            joins += len(ends)
            back += len(ends & cuts.keys())
            within += len(cuts.keys() - ends)
            lower += sum(cuts[each].islower() for each in cuts.keys() - ends)
        print(f"{language:8}  {joins:5}  {back / max(joins, 1):.3f}  {within:6}  {lower:6}")


if __name__ == "__main__":
    main()
