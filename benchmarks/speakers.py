"""Are the speakers of running news right, where a careful reader labelled them?

    python -m benchmarks.speakers [--half even|odd|both] [--list wrong|given|missed] [--golden FILE]

Every labelled sentence of GOLDEN (../shared/golden/news.json) is attributed in its own article,
as the library reads it. A speaker is right as ../shared/tools/newsdesk has it: one name holds the
other, their last words are the same, or there is none on either side. A sentence whose labels
differ counts once for each. The rules were tuned on the even events (by name, from 0) alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from benchmarks.news import NEWS, SHARED
from retrieval.answer.attribution import attribute
from retrieval.ingest.read import draft
from retrieval.ingest.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.model import Draft

_GOLDEN = SHARED / "golden" / "news.json"
HALVES = {"even": (0,), "odd": (1,), "both": (0, 1)}
# right: the same name, or none on both sides; wrong: another name; given: a name where none is
# due; missed: none where a name is due.
OUTCOMES = ("right", "wrong", "given", "missed")


@dataclass(frozen=True, slots=True)
class Label:
    """A sentence of an article, by offsets, and who says it; "" where the source speaks itself."""

    reference: str
    article: Draft
    start: int
    end: int
    speaker: str

    @property
    def text(self) -> str:
        """The sentence."""
        return self.article.article.text[self.start : self.end]


def labels(golden: Path, halves: tuple[int, ...]) -> Iterator[Label]:
    """The labelled sentences of the events of those halves that the library's text holds."""
    events = json.loads(golden.read_text("utf-8"))["events"]
    chosen = {name: events[name] for i, name in enumerate(sorted(events)) if i % 2 in halves}
    wanted = {a["id"] for event in chosen.values() for a in event["articles"].values()}
    news = {row["id"]: row for row in _rows() if row["id"] in wanted}
    for name, event in chosen.items():
        drafts = {key: _draft(news[a["id"]]) for key, a in event["articles"].items()}
        due = dict.fromkeys(
            (reference, who or "")
            for question in event["questions"]
            for reference, _stance, _grade, who in question["labels"]
        )
        for reference, speaker in due:
            key, number = reference.split(".")
            sentence = event["articles"][key]["sentences"][int(number) - 1]
            span = _find(drafts[key], sentence)
            if span is not None:
                yield Label(f"{name} {reference}", drafts[key], *span, speaker)


def _rows() -> Iterator[dict[str, Any]]:
    for part in sorted(NEWS.glob("articles.part*.jsonl.gz")):
        with gzip.open(part, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def _draft(row: dict[str, Any]) -> Draft:
    head = {"title": " ".join(row["title"].split()), "source": row["source"], "url": row["url"]}
    front = "".join(f"{k}: {json.dumps(v)}\n" for k, v in head.items())
    raw = f"---\n{front}---\n\n{row['text']}\n".encode()
    return draft(raw, PurePath(f"{row['id']}.md"), what=row["id"])


def _find(found: Draft, sentence: str) -> tuple[int, int] | None:
    """The library's sentence that shares most with a labelled one, white space aside."""
    text = found.article.text
    shape = r"\s+".join(map(re.escape, sentence.split()))
    match = re.search(shape, text) if shape else None
    if match is None:
        return None
    spans = [
        span
        for paragraph in found.paragraphs
        if paragraph.start < match.end() and match.start() < paragraph.end
        for span in sentences(text, paragraph.start, paragraph.end)
    ]
    return max(spans, key=lambda s: min(s[1], match.end()) - max(s[0], match.start()))


def answered(label: Label) -> str:
    """Whom the rules name for a label's sentence; "" for nobody."""
    article = label.article.article
    number = next(p.number for p in label.article.paragraphs if p.start <= label.start < p.end)
    found = attribute(
        article.text,
        label.article.paragraphs,
        number,
        (label.start, label.end),
        title=article.title,
    )
    return found.speaker or ""


def outcome(got: str, due: str) -> str:
    """How an answer compares with what is due, one of OUTCOMES."""
    if not got or not due:
        return "right" if got == due else "given" if got else "missed"
    one, two = got.casefold(), due.casefold()
    return "right" if one in two or two in one or _last(one) == _last(two) else "wrong"


def _last(name: str) -> list[str]:
    return re.sub(r"[^\w ]", "", name).split()[-1:]


def main() -> int:
    """Print how many labels have each outcome, and those of the outcomes asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--golden", type=Path, default=_GOLDEN)
    parser.add_argument("--half", choices=HALVES, default="odd")
    parser.add_argument("--list", choices=OUTCOMES, nargs="*", default=(), dest="shown")
    args = parser.parse_args()
    if not (NEWS.exists() and args.golden.exists()):
        print("skipped: the labelled news are not beside the project")
        return 0
    counts: Counter[str] = Counter()
    for label in labels(args.golden, HALVES[args.half]):
        got = answered(label)
        result = outcome(got, label.speaker)
        counts[result] += 1
        counts["named"] += bool(label.speaker)
        counts["right name"] += result == "right" and bool(label.speaker)
        if result in args.shown:
            print(f"{result} {label.reference}: {got!r}, due {label.speaker!r}: {label.text}")
    total = sum(counts[name] for name in OUTCOMES)
    names = counts["right name"] + counts["wrong"] + counts["given"]
    print(f"{args.half} events: {total} labels, {counts['named']} with a speaker")
    print("".join(f"{name:>10}" for name in (*OUTCOMES, "share", "precision", "recall")))
    figures = "".join(f"{counts[name]:>10}" for name in OUTCOMES)
    rates = (
        counts["right"] / max(1, total),
        counts["right name"] / max(1, names),
        counts["right name"] / max(1, counts["named"]),
    )
    print(figures + "".join(f"{rate:>10.3f}" for rate in rates))
    return 0


if __name__ == "__main__":
    sys.exit(main())
