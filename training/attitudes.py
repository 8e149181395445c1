"""Generated pairs about what people want, what a public thinks, and what befell whom.

Wanting is not doing; one public is not another; what befalls a brother does not befall a man.
HELD_* wordings are kept for testing.
"""

# ruff: noqa: E501 - one case a line
from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

from training.attitude_cases import (
    COLD,
    FATE,
    FATE_QUESTIONS,
    FATES,
    KIN,
    MORE_PUBLIC,
    MORE_WANT_QUESTIONS,
    PUBLICS,
    WANT,
    WARM,
)
from training.data import BESIDE, NEUTRAL, REFUTES, SUPPORTS
from training.events import OBJECTS, TRAIN_EVENTS
from training.generate import make_speaker, make_story, make_time, verb_fields
from training.pairs import draw_pair
from training.words import NATIONS, PAPERS, SOURCES, conjugate, make_person

if TYPE_CHECKING:
    from training.data import Example
    from training.pairs import Cases

WANT_QUESTIONS: Final = (
    "Does {S} want to {base}?", "Does {S} want to {base}?", "Is {S} willing to {base}?",
    "Is {S} ready to {base}?", "{S} wants to {base}.", "Would {S} like to {base}?",
)  # fmt: skip
HELD_WANT: Final[Cases] = (
    ("{S} is well disposed towards {ger}.", SUPPORTS),
    ("{S} said {he} would be glad to {base}.", SUPPORTS),
    ("{S} is lukewarm about {ger}.", REFUTES),
    ("{S} recoils from the thought of {ger}.", REFUTES),
    ("{S} is of two minds about {ger}.", NEUTRAL),
)
DID_QUESTIONS: Final = ("Did {S} {base}?", "Has {S} {part}?", "{S} {past}.")


def make_want(rng: random.Random, *, held: bool = False) -> Example:
    """Ask whether someone wants to, and at times whether they did, of a sentence on wanting."""
    story, other = make_story(TRAIN_EVENTS, rng), make_story(TRAIN_EVENTS, rng)
    while other.event.kind == story.event.kind:
        other = make_story(TRAIN_EVENTS, rng)
    values = {
        **verb_fields(rng.choice(story.event.wordings), story), **make_speaker(story, rng),
        "S": story.actor.full, "he": story.actor.he, "his": story.actor.his,
        "z": verb_fields(rng.choice(other.event.wordings), other)["past"],
        "Q": make_person(rng).full, "src": rng.choice(SOURCES), "paper": rng.choice(PAPERS),
        "when": make_time(rng),
    }  # fmt: skip
    template, target = rng.choice(HELD_WANT if held else WANT)
    questions: tuple[str, ...] = WANT_QUESTIONS if held else WANT_QUESTIONS + MORE_WANT_QUESTIONS
    if not held and target != BESIDE and rng.random() < 0.25:  # noqa: PLR2004 - a share
        questions = DID_QUESTIONS
        target = NEUTRAL | (REFUTES if target == REFUTES else 0)
    return draw_pair(((template, target),), questions, values, "attitude-want", rng)


HELD_WARM: Final = ("rejoice at", "warm to")
HELD_COLD: Final = ("decry", "rail against")
ADVERBS: Final = frozenset({"largely", "broadly", "widely"})
PUBLIC_QUESTIONS: Final = (
    "Did {P} {base} {X}?",
    "Did {P} {base} {X}?",
    "{P} {past} {X}.",
    "Have {P} {part} {X}?",
)
# {P} {P2} publics; {same} {other} the past of an attitude like the one asked about, or unlike.
PUBLIC: Final[Cases] = (
    ("{P} {same} {X}.", SUPPORTS),
    ("{P} have {same_part} {X}, {paper} reported.", SUPPORTS),
    ("{P} also {same} {X}, recalling earlier promises.", SUPPORTS),
    ("{P} {other} {X}.", REFUTES),
    ("{P} {other} {X} {when}, according to {src}.", REFUTES),
    ("{P} did not {base} {X}.", REFUTES),
    ("{P2} {same} {X}.", BESIDE),
    ("{P2} {same} {X} {when}, {paper} reported.", BESIDE),
    ("{P2} {other} {X}.", BESIDE),
    ("While {P2} {same} {X}, {P} {other} it.", REFUTES),
    ("While {P2} {other} {X}, {P} {same} it.", SUPPORTS),
    ("{P} {same} {X2}.", BESIDE),
    ("{P} were divided over {X}.", NEUTRAL),
    ("{P} have yet to react to {X}.", NEUTRAL | REFUTES),
    ("It is unclear what {P} think of {X}.", NEUTRAL),
)


def _past(attitude: str) -> tuple[str, str]:
    first, _, rest = attitude.partition(" ")
    if first in ADVERBS:
        return tuple(f"{first} {form}" for form in conjugate(rest)[1:3])  # type: ignore[return-value]
    return conjugate(attitude)[1:3]


def make_public(rng: random.Random, *, held: bool = False) -> Example:
    """Ask what a public, named by a common noun, made of something."""
    all_warm, all_cold = WARM, COLD
    warm, cold = (HELD_WARM, HELD_COLD) if held else (all_warm, all_cold)
    asked, like, other = rng.choice(((all_warm, warm, cold), (all_cold, cold, warm)))
    public = rng.choice(PUBLICS)
    nation, foreign = rng.sample(NATIONS, 2)
    second = rng.choice(PUBLICS)
    if second == public and "{N}" not in public:
        second = "Western diplomats"
    things = [*OBJECTS["law"], *OBJECTS["project"], f"{make_person(rng).full}'s victory"]
    thing, thing2 = rng.sample(things, 2)
    base = rng.choice(asked)
    same, same_part = _past(base if rng.random() < 0.3 and not held else rng.choice(like))  # noqa: PLR2004
    values = {
        "P": public.format(N=nation), "P2": second.format(N=foreign), "X": thing, "X2": thing2,
        "base": base, "past": _past(base)[0], "part": _past(base)[1], "same": same,
        "same_part": same_part, "other": _past(rng.choice(other))[0], "when": make_time(rng),
        "src": rng.choice(SOURCES), "paper": rng.choice(PAPERS),
    }  # fmt: skip
    cases = PUBLIC if held else PUBLIC + MORE_PUBLIC
    return draw_pair(cases, PUBLIC_QUESTIONS, values, "attitude-public", rng)


def make_fate(rng: random.Random) -> Example:
    """Ask whether something befell someone, of a sentence about them or those around them."""
    actor = make_person(rng)
    fate, spared = rng.choice(FATES)
    values = {
        "S": actor.full, "his": actor.his, "Q": make_person(rng).full, "fate": fate, "kin": rng.choice(KIN),
        "spared": spared.replace("free man", "free " + ("woman" if actor.he == "she" else "man")),
        "when": make_time(rng), "src": rng.choice(SOURCES), "paper": rng.choice(PAPERS),
    }  # fmt: skip
    questions = FATE_QUESTIONS
    return draw_pair(FATE, questions, values, "attitude-fate", rng)


def generate_attitudes(count: int, seed: str) -> list[Example]:
    """Generate pairs of all kinds; the same for the same seed."""
    rng = random.Random(seed)
    return [rng.choice((make_want, make_public, make_fate))(rng) for _ in range(count)]


def generate_held_attitudes(count: int, seed: str) -> list[Example]:
    """Generate pairs from wordings that are never trained on."""
    rng = random.Random(seed)
    return [(make_want, make_public)[at % 2](rng, held=True) for at in range(count)]
