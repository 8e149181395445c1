"""How long it takes to draw an answer, by how many sources it has.

    python -m benchmarks.picture

Invented answers: a source says one or two things within nine days, a third of them lean on one
origin. The first picture of a process also reads the font and the names of months; it is not
counted.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.discord.language import labels
from bot.render.picture import picture_png, picture_svg, picture_text
from retrieval.answered import Answer, Kind, Origin, Passage, Position, Span, Stance
from retrieval.model import ArticleRef, Source

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCES = (1, 8, 40, 200)
TIMES = 7
NOW = datetime(2026, 11, 26, tzinfo=UTC)
_START = datetime(2024, 11, 6, 8, tzinfo=UTC)


def invented(sources: int) -> Answer:
    """An answer in which so many sources speak."""
    chance = random.Random(sources)
    said: list[list[Passage]] = [[], [], []]
    for number in range(sources):
        origin = "wire" if chance.random() < 1 / 3 else None
        for side in chance.sample(range(3), chance.choice((1, 2))):
            at = _START + timedelta(days=9 * chance.random() ** 2)
            article = ArticleRef(id=f"{number}-{side}", title="T", published=at.isoformat())
            source = Source(str(number), f"The Port Alder Gazette {number}")
            passage = Passage(source, article, 1, 0, 3, "Yes", Span(0, 3, "Yes"), origin=origin)
            said[side].append(passage)
    leaning = [each.source.id for side in said for each in side if each.origin]
    return Answer(
        question="Is the harbour strike in Port Alder over?",
        kind=Kind.POLAR,
        covered=True,
        conflict=True,
        positions=tuple(
            Position(stance, stance.value, tuple(side))
            for stance, side in zip(Stance, said, strict=True)
            if side
        ),
        origins=(Origin("wire", ("Alder Wire",), tuple(dict.fromkeys(leaning))),),
    )


def median_ms(work: Callable[[], object]) -> float:
    """The median of several runs, in milliseconds of one core."""
    taken = []
    for _ in range(TIMES):
        started = time.process_time()
        work()
        taken.append((time.process_time() - started) * 1000)
    return statistics.median(taken)


def main() -> int:
    """Print the table."""
    say = labels("en")
    picture_png(invented(1), say, NOW)
    print("| sources | SVG | PNG | PNG, kB | words |")
    print("|--:|--:|--:|--:|--:|")
    for sources in SOURCES:
        answer = invented(sources)
        svg = median_ms(lambda answer=answer: picture_svg(answer, say, NOW))  # type: ignore[misc]
        png = median_ms(lambda answer=answer: picture_png(answer, say, NOW))  # type: ignore[misc]
        size = len(picture_png(answer, say, NOW)) / 1000
        words = len(picture_text(answer, say, NOW))
        print(f"| {sources} | {svg:.0f} ms | {png:.0f} ms | {size:.0f} | {words:,} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
