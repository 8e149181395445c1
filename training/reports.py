"""Generated pairs about what a body said of reports, where it speaks itself or another does."""

# ruff: noqa: PLR2004 - shares of a mixture, each used once, where it says what it does
from __future__ import annotations

from typing import TYPE_CHECKING, Final

from training.data import BESIDE
from training.events import TRAIN_EVENTS
from training.generate import make_story, make_time, verb_fields
from training.pairs import finish
from training.report_cases import (
    REPORT_ANSWERS,
    REPORT_BODIES,
    REPORT_QUESTIONS,
    REPORTS,
)
from training.words import NATIONS, PAPERS, SOURCES, make_person

if TYPE_CHECKING:
    import random

    from training.data import Example

ASKED: Final = {"confirmed": 5, "denied": 4, "announced": 2, "commented": 3, "admitted": 2}
TOLD: Final = {
    "confirm": 5,
    "deny": 5,
    "announce": 3,
    "aside": 2,
    "silent": 2,
    "yet": 2,
    "awaited": 2,
}
THIRD_SHARE: Final = 0.42


def _told(asked: str, rng: random.Random) -> str:
    if rng.random() < THIRD_SHARE:
        return "third"
    kinds = [kind for kind in REPORT_ANSWERS[asked] if kind != "third"]
    return rng.choices(kinds, [TOLD.get(kind, 1) for kind in kinds])[0]


def make_report(rng: random.Random) -> Example:
    """Ask whether a body confirmed, denied or spoke of reports, of a sentence that names it."""
    story = make_story(TRAIN_EVENTS, rng)
    while not story.actor.person:
        story = make_story(TRAIN_EVENTS, rng)
    wording = rng.choice(story.event.wordings)
    bodies = rng.sample(REPORT_BODIES, 2)
    asked = rng.choices(list(ASKED), list(ASKED.values()))[0]
    told = _told(asked, rng)
    target = REPORT_ANSWERS[asked][told]
    values = {
        **verb_fields(wording, story), "S": story.actor.full,
        "body": bodies[0].format(N=rng.choice(NATIONS)),
        "other": bodies[1].format(N=rng.choice(NATIONS)),
        "Q": make_person(rng).full, "src": rng.choice(SOURCES), "paper": rng.choice(PAPERS),
        "when": make_time(rng),
    }  # fmt: skip
    question = rng.choice(REPORT_QUESTIONS[asked]).format(**values)
    passage = rng.choice(REPORTS[told]).format(**values)
    if told in {"confirm", "deny", "announce"} and rng.random() < 0.15:
        # The same said by or of someone else.
        values["body"] = values["other"]
        if told == "announce" or asked != "announced":
            passage, target = rng.choice(REPORTS[told]).format(**values), BESIDE
    return finish(question, passage, target, "contrast-report", rng)
