"""Figures from what was measured: sentences found, medians, percentiles, tables."""

from __future__ import annotations

import math
import statistics
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from benchmarks.peers.line import Reply
    from benchmarks.peers.questions import Asked

DEPTHS = (20, 50, 100)


@dataclass(slots=True)
class Measured:
    """What one contestant showed; `searches` has a reply for each question that was asked.

    `adding` is None where it searches the index of another. `starts` are seconds of the clock and
    of the processor from the start of a process to its first answer.
    """

    name: str
    installed_mib: float
    adding: Reply | None = None
    starts: list[tuple[float, float]] = field(default_factory=list)
    searches: list[Reply] = field(default_factory=list)


def percentile(values: Iterable[float], share: float) -> float:
    """The least value that at least `share` of all are not above (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def found(ranked: Sequence[str], wanted: Iterable[Collection[str]], most: int) -> int:
    """How many of the wanted sentences lie in one of the first `most` paragraphs.

    Each is the keys of the paragraphs that hold it.
    """
    first = set(ranked[:most])
    return sum(not first.isdisjoint(each) for each in wanted)


def recall(
    questions: Sequence[Asked], searches: Sequence[Reply], most: int, parity: int | None = None
) -> float:
    """The share of all wanted sentences within the first `most`; of even (0) or odd (1) events."""
    hits = total = 0
    for question, reply in zip(questions, searches, strict=True):
        if parity is None or question.event % 2 == parity:
            hits += found(reply.value, question.wanted, most)
            total += len(question.wanted)
    return hits / total if total else math.nan


def figures(
    measured: Measured, questions: Sequence[Asked], paragraphs: int
) -> dict[str, float | None]:
    """Every line of the table for one contestant; None where there is none."""
    adding, searches = measured.adding, measured.searches
    told: dict[str, float | None] = {
        "adding, paragraphs a second of the clock": paragraphs / adding.wall_s if adding else None,
        "adding, paragraphs a second of the processor": (
            paragraphs / adding.cpu_s if adding else None
        ),
        "adding, peak MiB": adding.peak_mib if adding else None,
        "search, median ms of the processor": 1000
        * statistics.median(each.cpu_s for each in searches),
        "search, 95 % ms of the processor": 1000
        * percentile((each.cpu_s for each in searches), 0.95),
        "search, median ms of the clock": 1000
        * statistics.median(each.wall_s for each in searches),
        "search, 95 % ms of the clock": 1000 * percentile((each.wall_s for each in searches), 0.95),
        "search, peak MiB": max(each.peak_mib for each in searches),
        "start to first answer, s of the clock": statistics.median(
            wall for wall, _ in measured.starts
        ),
        "start to first answer, s of the processor": statistics.median(
            cpu for _, cpu in measured.starts
        ),
        "installed, MiB": measured.installed_mib,
        "paragraphs given": statistics.mean(len(each.value) for each in searches),
    }
    for events, parity in (("", None), (", odd events alone", 1)):
        for most in DEPTHS:
            line = f"% of the sentences in the first {most}{events}"
            told[line] = 100 * recall(questions, searches, most, parity)
    return told


def ratios(rows: Sequence[dict[str, float | None]], to: int) -> list[dict[str, float | None]]:
    """Each contestant's figures as parts of those of the one at `to`."""
    return [
        {
            line: value / base if value is not None and (base := rows[to][line]) else None
            for line, value in row.items()
        }
        for row in rows
    ]


def table(
    names: Sequence[str],
    rows: Sequence[dict[str, float | None]],
    shown: Callable[[float], str],
) -> str:
    """A table in Markdown: a line a figure, a column a contestant."""
    lines = ["| | " + " | ".join(names) + " |", "|---|" + "--:|" * len(names)]
    for line in rows[0]:
        cells = (row[line] for row in rows)
        told = ("-" if each is None else shown(each) for each in cells)
        lines.append(f"| {line} | " + " | ".join(told) + " |")
    return "\n".join(lines)


def plain(value: float) -> str:
    """Three figures of a number, or all before the point."""
    if value and abs(value) < 100:
        return f"{value:.{max(0, 2 - math.floor(math.log10(abs(value))))}f}"
    return f"{value:,.0f}"
