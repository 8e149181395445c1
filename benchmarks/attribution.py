"""Precision and recall of speakers and origins on hand-labelled sentences.

    python -m benchmarks.attribution

The labels stand in tests/retrieval/answer/attribution: the seed articles, and two halves of
invented sentences in news style, of which one was kept out of sight while the rules were written.
"""

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from retrieval.answer.attribution import attribute
from retrieval.model import Paragraph

_ROOT = Path(__file__).resolve().parents[1]
_LABELS = _ROOT / "tests" / "retrieval" / "answer" / "attribution"
SETS = ("seed_labels", "style_dev", "style_held_out")
# The lines of each seed file that are its article, counted from 1, without its heading.
_ARTICLE_LINES = {"001": (2, 16), "002": (15, 31), "003": (1, 6), "004": (1, 11)}


@dataclass(frozen=True, slots=True)
class Label:
    """What is right for the sentence of `text` that holds `match`; "" stands for nobody."""

    text: str
    match: str
    speakers: frozenset[str]
    origins: frozenset[str]


@dataclass(slots=True)
class Score:
    """Counts: names given, names that were due, names given that are right."""

    given: int = 0
    due: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """The share of names given that are right."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """The share of names due that were given; one that is optional is due where given."""
        return self.right / self.due if self.due else 1.0

    def add(self, name: str | None, accepted: frozenset[str]) -> None:
        """Count one answer."""
        right = name is not None and name in accepted
        self.given += name is not None
        self.due += "" not in accepted or right
        self.right += right


def seed_text(number: str) -> str:
    """The article of a seed file as cleaned text, paragraphs parted by an empty line."""
    (path,) = (_ROOT / "seeds").glob(f"{number}_*.txt")
    first, last = _ARTICLE_LINES[number]
    lines = path.read_text(encoding="utf-8").split("\n")[first - 1 : last]
    return "\n\n".join(line for line in lines if line)


def paragraphs_of(text: str) -> list[Paragraph]:
    """The paragraphs of a text that empty lines part."""
    found: list[Paragraph] = []
    start = 0
    for number, piece in enumerate(text.split("\n\n"), start=1):
        found.append(Paragraph(number, start, start + len(piece)))
        start += len(piece) + 2
    return found


def labels(name: str) -> list[Label]:
    """The labels of one set."""
    rows = tomllib.loads((_LABELS / f"{name}.toml").read_text(encoding="utf-8"))["label"]
    return [
        Label(
            text=row["text"] if "text" in row else seed_text(row["file"]),
            match=row["match"],
            speakers=frozenset(row["speakers"]),
            origins=frozenset(row.get("origins", row["speakers"])),
        )
        for row in rows
    ]


def score(rows: list[Label]) -> tuple[Score, Score, list[str]]:
    """Scores of speakers and of origins, and a line for each answer that is wrong."""
    speakers, origins = Score(), Score()
    wrong: list[str] = []
    for row in rows:
        start = row.text.index(row.match)
        pieces = paragraphs_of(row.text)
        number = next(p.number for p in pieces if p.start <= start < p.end)
        found = attribute(row.text, pieces, number, (start, start + len(row.match)))
        speakers.add(found.speaker, row.speakers)
        origins.add(found.origin, row.origins)
        for kind, name, accepted in (
            ("speaker", found.speaker, row.speakers),
            ("origin", found.origin, row.origins),
        ):
            if (name or "") not in accepted:
                wrong.append(f"{kind} {name!r}, not {sorted(accepted)}: {row.match}")
    return speakers, origins, wrong


def main() -> int:
    """Print the table and what is wrong."""
    print(f"{'set':<16}{'sentences':>10}{'':>10}{'precision':>11}{'recall':>9}")
    mistakes: list[str] = []
    for name in SETS:
        rows = labels(name)
        speakers, origins, wrong = score(rows)
        for kind, found in (("speaker", speakers), ("origin", origins)):
            figures = f"{found.precision:>11.3f}{found.recall:>9.3f}"
            print(f"{name:<16}{len(rows):>10}{kind:>10}{figures}")
        mistakes += [f"{name}: {line}" for line in wrong]
    print("\n".join(["", *mistakes]) if mistakes else "")
    return 0


if __name__ == "__main__":
    sys.exit(main())
