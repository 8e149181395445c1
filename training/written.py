"""The written news: invented events, every question judged against every passage.

A passage is read as an answer reads a sentence: alone, or behind what stands before it in an
article, which is context and is not itself judged (`retrieval.models.context`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from retrieval.answer.question.question import STOPWORDS
from retrieval.models.context import in_context
from training import wrap
from training.data import BESIDE, NEUTRAL, REFUTES, SUPPORTS, Example, read_rows
from training.questions import plain
from training.swaps import common_words, people, swapped

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

FOLDER: Final = Path(__file__).parent / "data"
LETTERS: Final = {"S": SUPPORTS, "R": REFUTES, "N": NEUTRAL, "B": BESIDE}
# Of the pairs beside the point, four in five of all, the share that an epoch draws.
BESIDE_SHARE: Final = 0.5
# Questions that are put to passages of another event as well.
STRANGERS: Final = 3000
# Shares of the pairs that come behind another passage of their event, a title, or both.
AFTER, TITLED, BOTH = 0.22, 0.12, 0.08
TURNED: Final = 0.25
TYPED: Final = 0.15
# Of the pairs that answer, the share that comes once more with another person in it.
SWAPPED: Final = 0.5
LONGEST_TITLE: Final = 14

_SENTENCE_END: Final = re.compile(r"(?<=[.!?][”\"’')])\s+(?=[“\"A-Z])|(?<=[.!?])\s+(?=[“\"A-Z])")
_WORD: Final = re.compile(r"[^\W_]{4,}")


@dataclass(frozen=True, slots=True)
class Event:
    """Passages and questions of one event in one language; `labels[question][passage]`."""

    id: str
    passages: tuple[str, ...]
    questions: tuple[str, ...]
    labels: tuple[str, ...]


def read_events(path: Path, language: str = "en") -> list[Event]:
    """Read a file of events, of those in six languages only what is in `language`."""
    events = []
    for row in read_rows(path):
        langs = row.get("langs") or ["en"] * len(row["passages"])
        qlangs = row.get("qlangs") or ["en"] * len(row["questions"])
        kept = [at for at, code in enumerate(langs) if code == language]
        asked = [at for at, code in enumerate(qlangs) if code == language]
        events.append(
            Event(
                row["id"],
                tuple(row["passages"][at] for at in kept),
                tuple(row["questions"][at] for at in asked),
                tuple("".join(row["labels"][q][at] for at in kept) for q in asked),
            )
        )
    return events


def pairs(events: Sequence[Event]) -> Iterator[tuple[Event, Example]]:
    """Yield every question with every passage of its event."""
    for event in events:
        for question, letters in zip(event.questions, event.labels, strict=True):
            for passage, letter in zip(event.passages, letters, strict=True):
                yield event, Example(question, passage, LETTERS[letter], origin="written")


def is_title(passage: str) -> bool:
    """Whether a passage is a headline: short, and no full stop at its end."""
    return not passage.rstrip().endswith((".", "”", '"')) and len(passage.split()) <= LONGEST_TITLE


def surrounded(event: Event, row: Example, rng: random.Random) -> Example:
    """Put a title, the passage before, both or nothing in front of a pair's passage.

    What is in front is any passage of the event, whatever it says: only the last piece is judged.
    """
    roll = rng.random()
    before = title = None
    others = [passage for passage in event.passages if passage != row.passage]
    if roll < AFTER + BOTH and others:
        before = _SENTENCE_END.split(rng.choice(others))[-1]
    if AFTER <= roll < AFTER + BOTH + TITLED:
        titles = [passage for passage in others if is_title(passage)]
        title = rng.choice(titles) if titles else None
    passage, pieces = row.passage, _SENTENCE_END.split(row.passage)
    if before is None and len(pieces) > 1 and rng.random() < 0.5:  # noqa: PLR2004
        # Two sentences in ten passages: the first is there for the sake of the second.
        before, passage = " ".join(pieces[:-1]), pieces[-1]
    return replace(row, passage=in_context(passage, before=before, title=title))


def typed(row: Example, rng: random.Random) -> Example:
    """Write the question in other clothes: capitals, none, no mark, or a preface."""
    text, roll = row.question, rng.random()
    if roll < 0.25:  # noqa: PLR2004
        text = text.lower().rstrip("?. ")
    elif roll < 0.4:  # noqa: PLR2004
        text = text.title()
    elif roll < 0.5:  # noqa: PLR2004
        text = text.upper()
    elif roll < 0.75:  # noqa: PLR2004
        text = text.rstrip("?. ")
    else:
        text = plain(text, rng)
    return replace(row, question=text)


def turned(row: Example, rng: random.Random) -> Example | None:
    """Turn a plain statement for its opposite, and its yes and no with it; None for a question."""
    return wrap.flipped(row, rng) if row.question.endswith(".") else None


def strangers(events: Sequence[Event], count: int, rng: random.Random) -> list[Example]:
    """Questions put to passages of other events, half of them ones that share a rare word."""
    holders: dict[str, list[tuple[int, int]]] = {}
    for at, event in enumerate(events):
        for number, passage in enumerate(event.passages):
            for word in set(_WORD.findall(passage.casefold())) - STOPWORDS:
                holders.setdefault(word, []).append((at, number))
    found: list[Example] = []
    while len(found) < count:
        at = rng.randrange(len(events))
        if not events[at].questions:
            continue
        question = rng.choice(events[at].questions)
        others: list[tuple[int, int]] = []
        if rng.random() < 0.5:  # noqa: PLR2004
            words = sorted(set(_WORD.findall(question.casefold())) - STOPWORDS)
            others = [
                place
                for word in words
                if len(holders.get(word, ())) <= 60  # noqa: PLR2004
                for place in holders.get(word, ())
                if place[0] != at
            ]
        if others:
            other, number = rng.choice(others)
            passage = events[other].passages[number]
        else:
            other = rng.randrange(len(events))
            if other == at or not events[other].passages:
                continue
            passage = rng.choice(events[other].passages)
        found.append(Example(question, passage, BESIDE, origin="stranger"))
    return found


def training_events(folder: Path = FOLDER) -> list[Event]:
    """The English events of the training files."""
    names = ("en.train", "en.more", "en.hard", "en.why", "six.train", "six.more", "six.sides")
    return [event for name in names for event in read_events(folder / f"{name}.jsonl.gz")]


def written_rows(rng: random.Random) -> list[Example]:
    """Return the rows of one epoch: English, of all training files."""
    events = training_events()
    common = common_words(tuple(text for event in events for text in event.passages))
    named = {event.id: people((*event.passages, *event.questions), common) for event in events}
    pool = [person for found in named.values() for person in found]
    rows = []
    for event, row in pairs(events):
        if row.target == BESIDE and rng.random() >= BESIDE_SHARE:
            continue
        # Open ones are the fewest, and come twice, each time in other surroundings.
        for _ in range(2 if row.target == NEUTRAL else 1):
            made = surrounded(event, row, rng)
            if rng.random() < TYPED:
                made = typed(made, rng)
            rows.append(made)
        if row.target != BESIDE and rng.random() < TURNED:
            other = turned(row, rng)
            if other is not None:
                rows.append(other)
        if row.target != BESIDE and rng.random() < SWAPPED:
            other = swapped(surrounded(event, row, rng), named[event.id], pool, rng)
            if other is not None:
                rows.append(other)
    return rows + strangers(events, STRANGERS, rng)
