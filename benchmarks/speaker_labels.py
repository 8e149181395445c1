"""Sentences of whole articles and who says them, as careful readers labelled them.

Real news (../shared/golden/news.json, not part of this project) and invented coverage
(training/data). The articles are read as the library reads them.
"""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from benchmarks.news import NEWS, SHARED
from retrieval.ingest.read import draft
from retrieval.ingest.sentences import sentences
from training.coverage import DEV, read_stories

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from retrieval.model import Draft

GOLDEN = SHARED / "golden" / "news.json"
# Invented coverage and its labels.
INVENTED = DEV, DEV.with_name("speakers.tsv.gz")
LIKE_NEWS = DEV.with_name("coverage.news.txt.gz"), DEV.with_name("speakers-news.tsv.gz")


@dataclass(frozen=True, slots=True)
class Label:
    """A sentence of an article, by offsets, and who says it; "" where the source speaks itself.

    Any of several speakers is right: of a sentence that two people say, say, or one by two names.
    """

    reference: str
    article: Draft
    start: int
    end: int
    speakers: tuple[str, ...]

    @property
    def text(self) -> str:
        """The sentence."""
        return self.article.article.text[self.start : self.end]


def news(part: int, golden: Path = GOLDEN) -> Iterator[Label]:
    """The labels of every second event of real news, from the part-th of them by name.

    A sentence whose labels differ comes once for each.
    """
    events = json.loads(golden.read_text("utf-8"))["events"]
    chosen = {name: events[name] for i, name in enumerate(sorted(events)) if i % 2 == part}
    wanted = {a["id"] for event in chosen.values() for a in event["articles"].values()}
    rows = {row["id"]: row for row in _rows() if row["id"] in wanted}
    for name, event in chosen.items():
        drafts = {}
        for key, article in event["articles"].items():
            row = rows[article["id"]]
            drafts[key] = _draft(row["title"], row["source"], row["text"], row["url"])
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
                yield Label(f"{name} {reference}", drafts[key], *span, (speaker,))


def _rows() -> Iterator[dict[str, Any]]:
    for part in sorted(NEWS.glob("articles.part*.jsonl.gz")):
        with gzip.open(part, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def invented(events: slice, paths: tuple[Path, Path] = INVENTED) -> Iterator[Label]:
    """The labels of those events of invented coverage, in the order of the labels' file."""
    coverage, path = paths
    due: dict[str, dict[str, tuple[str, ...]]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            event, number, names = line.rstrip("\n").split("\t")
            speakers = tuple("" if name == "-" else name for name in names.split(" | "))
            due.setdefault(event, {})[number] = speakers
    stories = {story.id: story for story in read_stories(coverage)}
    for event in list(due)[events]:
        for letter, report in stories[event].reports.items():
            body = "\n\n".join(" ".join(paragraph) for paragraph in report.paragraphs)
            found = _draft(report.title, report.outlet, body)
            for at, sentence in enumerate(report.sentences, 1):
                speakers = due[event].get(f"{letter}{at}", ())
                span = _find(found, sentence) if speakers else None
                if span is not None:
                    yield Label(f"{event} {letter}{at}", found, *span, speakers)


def _draft(title: str, source: str, text: str, url: str = "") -> Draft:
    head = {"title": " ".join(title.split()), "source": source} | ({"url": url} if url else {})
    front = "".join(f"{k}: {json.dumps(v)}\n" for k, v in head.items())
    raw = f"---\n{front}---\n\n{text}\n".encode()
    return draft(raw, PurePath("article.md"), what=title)


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


# right: a due name, or none where none is due; wrong: another name; given: a name where none is
# due; missed: none where a name is due.
OUTCOMES = ("right", "wrong", "given", "missed")


def outcome(got: str, due: Sequence[str]) -> str:
    """How an answer compares with what is due, one of OUTCOMES.

    As ../shared/tools/newsdesk has it: one name holds the other, or their last words are the same.
    """
    if got in due:
        return "right"
    if not got:
        return "missed"
    one = got.casefold()
    for name in filter(None, due):
        two = name.casefold()
        if one in two or two in one or _last(one) == _last(two):
            return "right"
    return "wrong" if any(due) else "given"


def _last(name: str) -> list[str]:
    return re.sub(r"[^\w ]", "", name).split()[-1:]


def rates(counts: Counter[str]) -> tuple[float, float, float]:
    """The share right, and the precision and recall of names, of the counts of a part."""
    names = counts["right name"] + counts["wrong"] + counts["given"]
    due = counts["right name"] + counts["wrong"] + counts["missed"]
    total = sum(counts[name] for name in OUTCOMES)
    shares = (counts["right"], total), (counts["right name"], names), (counts["right name"], due)
    right, precision, recall = (some / max(1, of) for some, of in shares)
    return right, precision, recall
