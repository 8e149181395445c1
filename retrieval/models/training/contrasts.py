"""Generated pairs where one detail decides: comparison, manner, group, date, expectation, ability.

Each maker returns one pair; HELD_* wordings are kept for testing.
"""

# ruff: noqa: PLR2004 - shares of a mixture, each used once, where it says what it does
from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

from retrieval.models.training.contrast_cases import (
    ABLE,
    ABLE_QUESTIONS,
    CALL,
    CALL_QUESTIONS,
    DATED,
    EXPECT,
    EXPECT_QUESTIONS,
    FEATS,
    GROUP_MANY,
    GROUP_ONE,
    HELD_MANNER,
    HELD_PREFER,
    LIGHT_DENIAL,
    LIGHT_QUESTIONS,
    MANNER,
    MANNERS,
    NOUNS,
    PREFER,
    PREFER_QUESTIONS,
    RELATED,
    SPANS,
    TOPICS,
    Cases,
)
from retrieval.models.training.data import ALL, Example
from retrieval.models.training.events import HELD_EVENTS, TRAIN_EVENTS
from retrieval.models.training.generate import (
    make_speaker,
    make_story,
    verb_fields,
)
from retrieval.models.training.questions import plain
from retrieval.models.training.words import (
    COUNTRIES,
    GROUPS,
    MONTHS,
    NATIONS,
    PAPERS,
    SOURCES,
    make_actor,
    make_person,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def _finish(question: str, passage: str, target: int, kind: str, rng: random.Random) -> Example:
    question = question[:1].upper() + question[1:]
    passage = passage[:1].upper() + passage[1:]
    return Example(plain(question, rng), passage, target, ALL, kind)


def _common(rng: random.Random) -> dict[str, str]:
    actor = make_actor(rng)
    names = ("A", "B", "Q", "Q2")
    nations = rng.sample(NATIONS, 2)
    places = rng.sample(COUNTRIES, 2)
    values = {name: make_person(rng).full for name in names}
    values.update(S=actor.full, he=actor.he, his=actor.his, N=nations[0], M=nations[1])
    values.update(C=places[0], D=places[1], grp=rng.choice(GROUPS))
    values.update(src=rng.choice(SOURCES), paper=rng.choice(PAPERS))
    return values


def make_preference(rng: random.Random, *, held: bool = False) -> Example:
    """Pair a question of preference with a sentence that states, turns or leaves it open."""
    values = _common(rng)
    if rng.random() < 0.3:
        values["A"], values["B"] = (f"the {n} offer" for n in rng.sample(NATIONS, 2))
    template, target = rng.choice(HELD_PREFER if held else PREFER)
    question = rng.choice(PREFER_QUESTIONS).format(**values)
    return _finish(question, template.format(**values), target, "contrast-prefer", rng)


def _event_case(cases: Cases, questions: tuple[str, ...], rng: random.Random, kind: str) -> Example:
    events = HELD_EVENTS if kind.startswith("held") else TRAIN_EVENTS
    story = make_story(events, rng)
    wording = rng.choice(story.event.wordings)
    m, n = rng.sample(MANNERS, 2)
    year = rng.randint(2001, 2025)
    late = year + rng.choice((-3, -2, -1, 1, 2, 3, 5))
    values = {
        **verb_fields(wording, story),
        **make_speaker(story, rng),
        **_common(rng),
        "S": story.actor.full, "he": story.actor.he, "his": story.actor.his,
        "O": story.thing or "the opposition", "m": m, "n": n,
        "m_np": m.split(" ", 1)[1] if m.startswith(("in a", "at a")) else m,
        "date": f"{rng.choice(MONTHS)} {year}", "late": f"{rng.choice(MONTHS)} {late}",
    }  # fmt: skip
    template, target = rng.choice(cases)
    question = rng.choice(questions).format(**values)
    return _finish(question, template.format(**values), target, kind, rng)


def make_manner(rng: random.Random, *, held: bool = False) -> Example:
    """Ask whether it was done in one way of a sentence that names that way or another."""
    questions = ("Did {S} {base} {m}?", "{S} {past} {m}.", "Was it {m} that {S} {past}?")
    cases = HELD_MANNER if held else MANNER
    return _event_case(cases, questions, rng, "held-manner" if held else "contrast-manner")


def make_group(rng: random.Random) -> Example:
    """Ask about one person or a group of a sentence that names members of a group."""
    if rng.random() < 0.6:
        questions = ("Did {S} {base}?", "Has {S} {part}?", "{S} {past}.")
        return _event_case(GROUP_ONE, questions, rng, "contrast-group")
    questions = ("Did senior {N} {grp} {base}?", "Did top {N} {grp} {base}?", "{N} {grp} {past}.")
    return _event_case(GROUP_MANY, questions, rng, "contrast-group")


def make_related(rng: random.Random) -> Example:
    """Ask about an act of a sentence that names the same people and places but not the act."""
    questions = ("Did {S} {base}?", "Has {S} {part}?", "{S} {past}.")
    return _event_case(RELATED, questions, rng, "contrast-related")


def make_dated(rng: random.Random) -> Example:
    """Ask about one date of a sentence that gives it or another."""
    questions = ("Did {S} {base} in {date}?", "{S} {past} in {date}.")
    return _event_case(DATED, questions, rng, "contrast-date")


def make_light_denial(rng: random.Random) -> Example:
    """Ask whether reports were denied, of a sentence that does not repeat them."""
    return _event_case(LIGHT_DENIAL, LIGHT_QUESTIONS, rng, "contrast-denied")


def make_expectation(rng: random.Random) -> Example:
    """Ask what is expected to happen to a topic."""
    values = _common(rng)
    topic, base, excluded, other = rng.choice(TOPICS)
    values["T"] = topic.format(**values)
    values.update(tb=base, tx=excluded, tp=rng.choice((base, other)))
    template, target = rng.choice(EXPECT)
    question = rng.choice(EXPECT_QUESTIONS[:1] * 2 + EXPECT_QUESTIONS[2:]).format(**values)
    return _finish(question, template.format(**values), target, "contrast-expect", rng)


def make_ability(rng: random.Random) -> Example:
    """Ask whether someone can do a thing in a time."""
    values = _common(rng)
    base, other = rng.choice(FEATS)
    values.update(base=base, alt=rng.choice((base, other)), t=rng.choice(SPANS))
    template, target = rng.choice(ABLE)
    question = rng.choice(ABLE_QUESTIONS).format(**values)
    return _finish(question, template.format(**values), target, "contrast-able", rng)


def make_naming(rng: random.Random) -> Example:
    """Ask whether someone calls a country something."""
    values = _common(rng)
    values["k"], values["kx"] = rng.choice(NOUNS)
    template, target = rng.choice(CALL)
    question = rng.choice(CALL_QUESTIONS).format(**values)
    return _finish(question, template.format(**values), target, "contrast-naming", rng)


MAKERS: Final[tuple[tuple[Callable[[random.Random], Example], int], ...]] = (
    (make_preference, 8), (make_manner, 4), (make_group, 8), (make_related, 5), (make_dated, 3),
    (make_light_denial, 3), (make_expectation, 3), (make_ability, 3), (make_naming, 3),
)  # fmt: skip


def generate_contrasts(count: int, seed: str) -> list[Example]:
    """Generate pairs of all kinds; the same for the same seed."""
    rng = random.Random(seed)
    makers = [maker for maker, _ in MAKERS]
    weights = [weight for _, weight in MAKERS]
    return [maker(rng) for maker in rng.choices(makers, weights, k=count)]


def generate_held_contrasts(count: int, seed: str) -> list[Example]:
    """Generate pairs from wordings that are never trained on."""
    rng = random.Random(seed)
    return [(make_preference, make_manner)[at % 2](rng, held=True) for at in range(count)]
