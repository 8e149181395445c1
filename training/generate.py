"""Generated news pairs: a frame around an event, a question, and what the one says to the other."""

# ruff: noqa: E501, PLR2004 - phrases in rows; shares of a mixture, each used once, where it says what it does
from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Final

from training.data import ALL, BESIDE, NEUTRAL, Example
from training.events import HELD_EVENTS, OBJECTS, TRAIN_EVENTS, Event
from training.frames import TRAIN, Frames
from training.frames_held import HELD
from training.questions import ANSWERS, QUESTIONS, lower_first, plain
from training.words import (
    CITIES,
    COUNTRIES,
    DAYS,
    GROUPS,
    MONTHS,
    PAPERS,
    SOURCES,
    SPOKES,
    Actor,
    conjugate,
    make_actor,
    make_person,
)

KIND_WEIGHTS: Final = {
    "yes": 30, "confirm": 7, "no": 14, "refuse": 12, "nofuture": 11, "deny": 11, "silent": 8,
    "nocomment": 6, "open": 7, "maybe": 3, "plan": 7, "urge": 6,
}  # fmt: skip
QUESTION_WEIGHTS: Final = {
    "did": 10, "false": 3, "refuse": 2, "fail": 1, "will": 3, "denied": 3, "confirmed": 2,
    "commented": 1, "declined": 1,
}  # fmt: skip
BESIDE_SHARE: Final = 0.3


@dataclass(frozen=True, slots=True)
class Story:
    """An event with its actor and object: what questions are asked about and frames are put on."""

    actor: Actor
    event: Event
    thing: str


def pick(weights: dict[str, int], rng: random.Random) -> str:
    """Draw a key by its weight."""
    return rng.choices(list(weights), list(weights.values()))[0]


def make_thing(kind: str, rng: random.Random) -> str:
    """Invent an object of a kind; empty for events without one."""
    if kind == "none":
        return ""
    if kind == "person":
        return make_person(rng).full
    if kind == "country":
        return rng.choice(COUNTRIES)
    if kind == "place":
        return rng.choice(CITIES)
    return rng.choice(OBJECTS[kind])


def make_story(events: tuple[Event, ...], rng: random.Random) -> Story:
    """Invent a story about one of the events."""
    event = rng.choice(events)
    actor = make_person(rng) if event.kind in {"none", "person"} else make_actor(rng)
    return Story(actor, event, make_thing(event.kind, rng))


def make_time(rng: random.Random) -> str:
    """Invent a time as news give it."""
    return rng.choice(
        (
            f"on {rng.choice(DAYS)}",
            f"on {rng.choice(MONTHS)} {rng.randint(1, 28)}",
            f"in {rng.choice(MONTHS)}",
            "last week",
            "late on " + rng.choice(DAYS),
            "earlier this month",
            f"in {rng.choice(MONTHS)} {rng.randint(1998, 2025)}",
            "on " + rng.choice(DAYS) + " evening",
        )
    )


def verb_fields(phrase: str, story: Story) -> dict[str, str]:
    """Forms of a wording, with the story's object and pronouns filled in."""
    filled = phrase.format(O=story.thing, his=story.actor.his, he=story.actor.he)
    return dict(zip(("base", "past", "part", "ger"), conjugate(filled), strict=True))


def make_speaker(story: Story, rng: random.Random, person: Actor | None = None) -> dict[str, str]:
    """Invent a spokesperson of the story's actor and the pronoun that goes with them."""
    other = person or make_person(rng)
    name = f"{rng.choice(('Jan', 'Eva', 'Tim', 'Lea'))} {other.short}"
    text = rng.choice(SPOKES).format(S=story.actor.full, P=name)
    house = text in {"the ministry", "the palace"} or text.endswith("'s office")
    return {"spk": text, "he2": "it" if house else other.he}


def fill(
    template: str,
    story: Story,
    wording: str,
    rng: random.Random,
    speaker: dict[str, str],
    other: Actor | None = None,
) -> str:
    """Fill a frame or question and put its capital where it belongs."""
    unrelated = rng.choice(TRAIN_EVENTS)
    while unrelated == story.event or unrelated.kind == story.event.kind != "none":
        unrelated = rng.choice(TRAIN_EVENTS)
    aside = replace(story, event=unrelated, thing=make_thing(unrelated.kind, rng))
    values = {
        **verb_fields(wording, story),
        **speaker,
        "S": story.actor.full,
        "s": story.actor.short,
        "he": story.actor.he,
        "He": story.actor.he.capitalize(),
        "his": story.actor.his,
        "him": story.actor.him,
        "x": verb_fields(rng.choice(story.event.excluded), story)["past"],
        "z": verb_fields(rng.choice(unrelated.wordings), aside)["past"],
        "Q": (other or make_person(rng)).full,
        "src": rng.choice(SOURCES),
        "paper": rng.choice(PAPERS),
        "when": make_time(rng),
        "grp": rng.choice(GROUPS),
    }
    text = template.format(**values)
    return text[:1].upper() + text[1:]


OPENINGS: Final = (
    "In the wake of the vote,", "Despite calls from allies,", "Amid growing criticism,", "Earlier,",
    "Meanwhile,", "On the eve of the summit,", "For now,", "After months of speculation,",
    "In a surprise to many,", "Shortly before midnight,", "As expected,", "According to reports,",
)  # fmt: skip
ENDINGS: Final = (
    ", reflecting strained ties between the two sides", ", a step that surprised observers",
    ", amid a worsening crisis", ", as relations have soured", ", in a sign of growing distance",
    ", despite the objections of the opposition", ", while markets fell", ", hours before the debate",
    ", as he put it, for practical reasons", ", the third such case this year",
)  # fmt: skip


def decorate(text: str, rng: random.Random) -> str:
    """Now and then open or end a sentence with a phrase that settles nothing."""
    if rng.random() < 0.15 and not text.startswith('"'):
        text = f"{rng.choice(OPENINGS)} {lower_first(text)}"
    if rng.random() < 0.15 and text.endswith("."):
        text = f"{text[:-1]}{rng.choice(ENDINGS)}."
    return text


def make_passage(
    kind: str,
    story: Story,
    wording: str,
    frames: Frames,
    rng: random.Random,
    speaker: dict[str, str],
    other: Actor | None = None,
) -> str:
    """Put a frame around a story, one time in three beside a sentence about somebody else."""
    text = decorate(fill(rng.choice(frames[kind]), story, wording, rng, speaker, other), rng)
    if rng.random() < 0.3:
        aside = make_story(TRAIN_EVENTS, rng)
        extra = fill(
            rng.choice(TRAIN[rng.choice(("yes", "plan", "refuse", "no", "deny"))]),
            aside,
            rng.choice(aside.event.wordings),
            rng,
            make_speaker(aside, rng),
        )
        text = f"{text} {extra}" if rng.random() < 0.6 else f"{extra} {text}"
    return text


def _other_story(story: Story, rng: random.Random) -> tuple[Story, Actor | None]:
    """Change the story a passage tells, so that it is beside a question about the first one.

    The second value is who is to be named in passing: the first story's actor, at times.
    """
    change = rng.choice(("actor", "actor", "actor", "thing", "event", "swap"))
    if change == "thing" and story.event.kind != "none":
        thing = story.thing
        while thing == story.thing:
            thing = make_thing(story.event.kind, rng)
        return replace(story, thing=thing), None
    if change == "event":
        event = story.event
        while event == story.event or event.kind == story.event.kind:
            event = rng.choice(TRAIN_EVENTS)
        return Story(story.actor, event, make_thing(event.kind, rng)), None
    if change == "swap" and story.event.kind == "person":
        name = story.thing
        he, his, him = rng.choice((("he", "his", "him"), ("she", "her", "her")))
        actor = Actor(name, name.split()[-1], he, his, him)
        return Story(actor, story.event, story.actor.full), None
    actor = make_person(rng) if story.actor.person else make_actor(rng)
    while actor.full == story.actor.full or actor.short == story.actor.short:
        actor = make_person(rng)
    return replace(story, actor=actor), story.actor if rng.random() < 0.3 else None


# With the first actor in passing these would say something of them too.
_NAMES_OTHERS: Final = ("{S} and {Q} {past}", "While {Q} {past}", "Unlike {Q}")


def make_pair(rng: random.Random, *, held: bool = False, held_events: bool = False) -> Example:
    """Generate one pair, from the trained or the held-out frames and events."""
    frames = HELD if held else TRAIN
    story = make_story(HELD_EVENTS if held_events else TRAIN_EVENTS, rng)
    kind = pick({key: weight for key, weight in KIND_WEIGHTS.items() if key in frames}, rng)
    asked = pick(
        {key: weight for key, weight in QUESTION_WEIGHTS.items() if kind in ANSWERS[key]}, rng
    )
    target = ANSWERS[asked][kind]
    speaker = make_speaker(story, rng)
    asking = rng.choice(story.event.wordings)
    telling = asking if rng.random() < 0.4 else rng.choice(story.event.wordings)
    question = fill(rng.choice(QUESTIONS[asked]), story, asking, rng, speaker)
    told, named = story, None
    if rng.random() < BESIDE_SHARE and asked in {"did", "will", "refuse", "false"}:
        told, named = _other_story(story, rng)
        if told.event != story.event:
            telling = rng.choice(told.event.wordings)
        speaker = make_speaker(told, rng)
        target = BESIDE
        if named and kind in {"yes", "no"}:
            kind = "urge"  # "Q urged S2 to": the only frames where a third person takes no part
    passage = make_passage(kind, told, telling, frames, rng, speaker, named)
    return Example(plain(question, rng), passage, target, ALL, f"frame-{kind}")


def make_unrelated(rng: random.Random) -> Example:
    """Pair a question with a passage about another actor, object and event."""
    story, aside = make_story(TRAIN_EVENTS, rng), make_story(TRAIN_EVENTS, rng)
    asked = fill(
        rng.choice(QUESTIONS["did"]),
        story,
        rng.choice(story.event.wordings),
        rng,
        make_speaker(story, rng),
    )
    kind = rng.choice(tuple(TRAIN))
    passage = make_passage(
        kind, aside, rng.choice(aside.event.wordings), TRAIN, rng, make_speaker(aside, rng)
    )
    target = BESIDE if aside.event != story.event else BESIDE | NEUTRAL
    return Example(plain(asked, rng), passage, target, ALL, "frame-unrelated")


def generate(count: int, seed: str, *, held: bool = False, events: bool = False) -> list[Example]:
    """Generate pairs; the same for the same seed."""
    rng = random.Random(seed)
    return [make_pair(rng, held=held, held_events=events) for _ in range(count)]
