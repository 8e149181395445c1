"""Do sentences that give the same answer to an open question stand together?

    python -m benchmarks.grouping [--part report|tune] [--list] [--golden FILE] [--conflict DIR]

Balanced accuracy over pairs of answering sentences of one question, same answer or not, grouped by
the product's own function from the sentences alone, by kind of question: the answer keys of
GOLDEN (../shared/golden/news.json) and the contexts that back the answers of DIR's QACC (noisy).
`tune` is the even events (by name, from 0) and QACC's train part, `report` the others. A sentence
with several keys gives the same as any that shares one. `flags` are `conflict` flags that are
right, given every labelled sentence.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.news import NEWS, SHARED, articles
from config.settings import load_settings
from retrieval.answer.decision.accounts import excluding
from retrieval.answer.decision.grouping import Told, together
from retrieval.answer.question.question import Question, understand
from retrieval.errors import QuestionError
from retrieval.models.load import load_encoder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.models.base import Encoder

_GOLDEN: Final = SHARED / "golden" / "news.json"
_CONFLICT: Final = SHARED / "data" / "conflict"
_PAGE_DATE: Final = re.compile(r"([A-Z][a-z]{2} \d{1,2}, \d{4}) \.\.\.\s*")
PARTS: Final = {"tune": ("train", 0), "report": ("dev", 1)}
KINDS: Final = ("who", "when", "where", "number", "matter")


@dataclass(frozen=True, slots=True)
class Case:
    """A question, the sentences that answer it, the keys of each, and whether they conflict."""

    question: Question
    told: tuple[Told, ...]
    keys: tuple[frozenset[str], ...]
    conflict: bool | None = None

    def pairs(self) -> Iterator[tuple[int, int, bool]]:
        """Every two sentences, and whether they give the same answer."""
        for one, two in combinations(range(len(self.keys)), 2):
            yield one, two, bool(self.keys[one] & self.keys[two])


def news(golden: Path, half: int, encoder: Encoder) -> list[Case]:
    """The covered open questions of every other event."""
    events = json.loads(golden.read_text("utf-8"))["events"]
    chosen = [events[name] for at, name in enumerate(sorted(events)) if at % 2 == half]
    wanted = {article["id"] for event in chosen for article in event["articles"].values()}
    dates = {
        row["id"]: row["published"]
        for part in (1, 2, 3)
        for row in articles(part)
        if row["id"] in wanted
    }
    cases = []
    for event in chosen:
        for asked in event["questions"]:
            if asked["kind"] == "open" and asked["labels"]:
                keys = defaultdict(set)
                for reference, key, *_ in asked["labels"]:
                    keys[reference].add(key)
                told = []
                for reference in keys:
                    name, number = reference.split(".")
                    article = event["articles"][name]
                    told.append((article["sentences"][int(number) - 1], dates[article["id"]]))
                cases += _case(
                    asked["question"],
                    told,
                    list(keys.values()),
                    encoder,
                    conflict=asked["conflict"],
                )
    return cases


def qacc(folder: Path, split: str, encoder: Encoder) -> list[Case]:
    """The questions of QACC with two contexts or more that back an answer."""
    cases = []
    with gzip.open(folder / f"qacc.{split}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            keys = defaultdict(set)
            for name in ("first", "second", "third"):
                for letter in row.get(f"{name}_letters") or ():
                    keys[letter].add(" ".join((row[f"{name}_answer"] or "").casefold().split()))
            texts = {each["letter"]: _snippet(each["text"]) for each in row["contexts"]}
            told = [texts[letter] for letter in keys if letter in texts]
            known = [keys[letter] for letter in keys if letter in texts]
            cases += _case(row["question"], told, known, encoder)
    return cases


def _snippet(text: str) -> tuple[str, str | None]:
    """A search snippet without the date of its page, and that date."""
    match = _PAGE_DATE.match(text)
    if match is None:
        return text, None
    day = datetime.strptime(match[1], "%b %d, %Y").astimezone().date()
    return text[match.end() :], day.isoformat()


def _case(
    text: str,
    told: list[tuple[str, str | None]],
    keys: list[set[str]],
    encoder: Encoder,
    *,
    conflict: bool | None = None,
) -> list[Case]:
    try:
        question = understand(text)
    except QuestionError:
        return []
    if question.asks is None or not told:
        return []
    vector = encoder.encode([question.canonical], query=True)[0]
    vectors = encoder.encode([sentence for sentence, _ in told])
    items = tuple(
        Told(sentence, each, float(each @ vector), published)
        for (sentence, published), each in zip(told, vectors, strict=True)
    )
    return [Case(question, items, tuple(map(frozenset, keys)), conflict)]


def sets(part: str, golden: Path = _GOLDEN, conflict: Path = _CONFLICT) -> dict[str, list[Case]]:
    """The cases of a part by set; without those that are not beside the project."""
    split, half = PARTS[part]
    encoder = load_encoder(load_settings().models, lambda line: print(line, file=sys.stderr))
    found = {}
    if NEWS.exists() and golden.exists():
        found["news"] = news(golden, half, encoder)
    if conflict.exists():
        found["qacc"] = qacc(conflict, split, encoder)
    return found


def score(cases: list[Case]) -> dict[str, Counter[tuple[bool, bool]]]:
    """By kind of question: how often (same in truth, same by the product)."""
    counts: defaultdict[str, Counter[tuple[bool, bool]]] = defaultdict(Counter)
    for case in cases:
        groups = together(case.question, case.told)
        number = {place: at for at, places in enumerate(groups) for place in places}
        for one, two, same in case.pairs():
            for kind in (str(case.question.asks), "all"):
                counts[kind][same, number[one] == number[two]] += 1
    return counts


def balanced(counts: Counter[tuple[bool, bool]]) -> tuple[float, float, float]:
    """The shares of the pairs of one answer, of those of two, that are right; and their mean."""
    same, other = (
        counts[truth, truth] / max(1, counts[truth, truth] + counts[truth, not truth])
        for truth in (True, False)
    )
    return same, other, (same + other) / 2


def flags(cases: list[Case]) -> Counter[tuple[bool, bool]]:
    """How often (conflict in truth, conflict by the product)."""
    return Counter(
        (
            case.conflict,
            excluding(
                case.question,
                [
                    [
                        (each.text, each.published, each.language)
                        for each in (case.told[at] for at in places)
                    ]
                    for places in together(case.question, case.told)
                ],
            ),
        )
        for case in cases
        if case.conflict is not None
    )


def show(name: str, cases: list[Case], *, listed: bool) -> None:
    """Print the table of one set, and the groups with the keys due where asked for."""
    counts = score(cases)
    print(f"{name}: {len(cases)} questions")
    print(f"{'':>10}{'same':>7}{'other':>7}{'right':>9}{'right':>7}{'balanced':>10}")
    for kind in (*KINDS, "all"):
        found = counts[kind]
        same, other, mean = balanced(found)
        pairs = [found[truth, truth] + found[truth, not truth] for truth in (True, False)]
        print(f"{kind:>10}{pairs[0]:>7}{pairs[1]:>7}{same:>9.3f}{other:>7.3f}{mean:>10.3f}")
    right = flags(cases)
    if right:
        told = ", ".join(f"{due} as {got}: {n}" for (due, got), n in sorted(right.items()))
        print(f"conflict {told}")
    for case in cases if listed else ():
        print(f"\n[{case.question.asks}] {case.question.text}")
        for group in together(case.question, case.told):
            print(f"  -- {len(group)}")
            for at in group:
                print(f"     {' / '.join(sorted(case.keys[at]))} | {case.told[at].text[:300]}")


def main() -> int:
    """Print both tables of a part."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--part", choices=PARTS, default="report")
    parser.add_argument("--list", action="store_true", dest="listed")
    parser.add_argument("--golden", type=Path, default=_GOLDEN)
    parser.add_argument("--conflict", type=Path, default=_CONFLICT)
    args = parser.parse_args()
    found = sets(args.part, args.golden, args.conflict)
    if not found:
        print("skipped: neither the golden news nor QACC is beside the project")
    for name, cases in found.items():
        show(name, cases, listed=args.listed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
