"""The written coverage: invented events as whole articles, labelled sentence by sentence.

A plain text file, described in training/data/README.md. Where a sentence of an article is judged,
it is read as an answer reads it: behind its headline and the sentence before it.
"""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from retrieval.answer.language.languages import LANGUAGES
from retrieval.answer.language.speech import ENGLISH
from retrieval.models.context import in_context
from training.data import BESIDE, NEUTRAL, REFUTES, SUPPORTS, Example
from training.swaps import common_words, people, swapped
from training.written import typed

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

DATA: Final = Path(__file__).parent / "data"
TRAIN: Final = DATA / "coverage.train.txt.gz"
# Kept from the judge: what the decision is fitted on, the judge must never have seen.
DEV: Final = DATA / "coverage.dev.txt.gz"
# Of the sentences beside the point, fourteen in fifteen, the share that an epoch draws.
BESIDE_SHARE: Final = 0.3
TYPED: Final = 0.15
# How often a sentence comes without its headline, and without the one before.
UNTITLED, ALONE = 0.15, 0.15
# Of the sentences that answer, the share that comes once more with another person in it.
SWAPPED: Final = 0.5

_LANGUAGES: Final = frozenset({ENGLISH, *LANGUAGES})
_STANCES: Final = {"S": SUPPORTS, "R": REFUTES, "N": NEUTRAL}
_PLACE: Final = re.compile(r"(?<!\S)([a-h])([0-9]+)(\?)?(?=$|[\s=])")


@dataclass(frozen=True, slots=True)
class Report:
    """An article: `paragraphs` are lists of sentences, `sentences` all of them in order."""

    letter: str
    outlet: str
    day: str
    language: str = ENGLISH
    titles: list[str] = field(default_factory=list)
    paragraphs: list[list[str]] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The headline."""
        return self.titles[0]

    @property
    def sentences(self) -> list[str]:
        """All sentences, in order."""
        return [sentence for paragraph in self.paragraphs for sentence in paragraph]


@dataclass(frozen=True, slots=True)
class Label:
    """What a sentence, by article letter and number from 1, says: S, R or N; `key` of an answer."""

    report: str
    number: int
    letter: str
    weak: bool
    key: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, polar or not, with the sentences that answer it; none for a near miss."""

    text: str
    polar: bool
    labels: tuple[Label, ...]
    language: str = ENGLISH


@dataclass(frozen=True, slots=True)
class Story:
    """An event as several outlets tell it."""

    id: str
    reports: dict[str, Report] = field(default_factory=dict)
    questions: list[Asked] = field(default_factory=list)


def read_stories(path: Path = TRAIN) -> list[Story]:
    """Read a plain or gzipped file; raises ValueError, which names the line that cannot be read."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    stories: list[Story] = []
    opens = True
    for number, line in enumerate(text.splitlines(), 1):
        head, _, rest = line.partition(" ")
        try:
            if head == "event":
                stories.append(Story(rest.strip()))
            elif line.strip() and head != "questions":
                _take(stories[-1], head, rest, opens=opens)
        except (ValueError, LookupError) as error:
            raise ValueError(f"{path.name}, line {number} cannot be read: {line[:60]}") from error
        opens = not line.strip() or head in {"article", "#"}
    return stories


def _take(story: Story, head: str, rest: str, *, opens: bool) -> None:
    """Add a line to a story: an article, its headline, a question or a sentence."""
    if head == "article":
        letter, outlet, day, *language = (part.strip() for part in rest.split("|"))
        story.reports[letter] = Report(letter, outlet, day, _code(language))
        return
    if head in {"polar", "open"}:
        story.questions.append(_asked(rest, polar=head == "polar"))
        return
    report = list(story.reports.values())[-1]
    if head == "#":
        report.titles.append(rest.strip())
        return
    if head != f"{report.letter}{len(report.sentences) + 1}":
        raise ValueError(head)
    if opens:
        report.paragraphs.append([])
    report.paragraphs[-1].append(rest.strip())


def _asked(rest: str, *, polar: bool) -> Asked:
    first, *parts = (part.strip() for part in rest.lstrip("| ").split("|"))
    # Where the languages are several, each question begins with its own.
    language = first if first in _LANGUAGES else ENGLISH
    text = parts.pop(0) if first in _LANGUAGES else first
    labels = []
    for part in filter(None, parts):
        places = list(_PLACE.finditer(part))
        ends = [place.start() for place in places[1:]] + [len(part)]
        for place, end in zip(places, ends, strict=True):
            key = part[place.end() : end].lstrip("=").strip()
            labels.append(Label(place[1], int(place[2]), part[0], place[3] is not None, key))
    return Asked(text, polar, tuple(labels), language)


def _code(found: list[str]) -> str:
    """The language that ends an article's line, English without; raises ValueError for others."""
    code = found[0] if found else ENGLISH
    if code not in _LANGUAGES or len(found) > 1:
        raise ValueError(found)
    return code


def pairs(stories: Sequence[Story]) -> Iterator[tuple[Story, Report, int, Example]]:
    """Every question with every sentence of its story, and where that stands."""
    for story in stories:
        for asked in story.questions:
            targets: dict[tuple[str, int], int] = {}
            for label in asked.labels:
                place = label.report, label.number - 1
                targets[place] = targets.get(place, 0) | _STANCES[label.letter]
            for report in story.reports.values():
                for at, sentence in enumerate(report.sentences):
                    target = targets.get((report.letter, at), BESIDE)
                    yield (
                        story,
                        report,
                        at,
                        Example(asked.text, sentence, target, origin="coverage"),
                    )


def coverage_rows(rng: random.Random, stories: Sequence[Story] | None = None) -> list[Example]:
    """Return the rows of one epoch, of the stories that teach the judge or of those given."""
    told = read_stories() if stories is None else stories
    common = common_words(tuple(text for story in told for text in _texts(story)))
    named = {story.id: people(_texts(story), common) for story in told}
    pool = [person for found in named.values() for person in found]
    rows = []
    for story, report, at, row in pairs(told):
        if row.target == BESIDE and rng.random() >= BESIDE_SHARE:
            continue
        made = in_its_article(report, at, row, rng)
        rows.append(typed(made, rng) if rng.random() < TYPED else made)
        other = swapped(made, named[story.id], pool, rng) if rng.random() < SWAPPED else None
        if other is not None:
            rows.append(other)
    return rows


def in_its_article(report: Report, at: int, row: Example, rng: random.Random) -> Example:
    """The pair of the sentence at `at`, mostly behind its headline and the sentence before it."""
    before = report.sentences[at - 1] if at and rng.random() >= ALONE else None
    title = None if rng.random() < UNTITLED else report.title
    return replace(row, passage=in_context(row.passage, before=before, title=title))


def _texts(story: Story) -> list[str]:
    return [text for report in story.reports.values() for text in (report.title, *report.sentences)]
