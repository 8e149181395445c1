"""Generated pairs where one detail decides: comparison, manner, group, date, expectation, ability.

Each maker returns one pair; HELD_* wordings are kept for testing.
"""

# ruff: noqa: PLR2004 - shares of a mixture, each used once, where it says what it does
from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

from training.belief_cases import (
    ABLE,
    ABLE_QUESTIONS,
    CALL,
    CALL_QUESTIONS,
    EXPECT,
    EXPECT_QUESTIONS,
    FEATS,
    NOUNS,
    SPANS,
    TOPICS,
)
from training.contrast_cases import (
    DATED,
    HELD_MANNER,
    HELD_PREFER,
    PREFER_QUESTIONS,
    RELATED,
)
from training.events import HELD_EVENTS, TRAIN_EVENTS
from training.generate import (
    make_speaker,
    make_story,
    make_time,
    verb_fields,
)
from training.group_cases import (
    GROUP_MANY,
    GROUP_ONE,
    HOUSES,
    LIGHT_DENIAL,
    LIGHT_QUESTIONS,
    PORTFOLIOS,
    RANKS,
    ROLE_QUESTIONS,
    ROLES,
)
from training.manners import draw_manners, draw_times
from training.pairs import Cases, draw_pair
from training.preference_cases import (
    MANNER,
    MORE_MANNER_QUESTIONS,
    MORE_PREFER_QUESTIONS,
    PREFER,
    SINCE,
    SINCE_QUESTIONS,
    TIME_QUESTIONS,
    TIMED,
)
from training.reports import make_report
from training.words import (
    COUNTRIES,
    GROUPS,
    MONTHS,
    NATIONS,
    PAPERS,
    SOURCES,
    conjugate,
    make_actor,
    make_person,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from training.data import Example
    from training.words import Actor


def _others(actor: Actor, rng: random.Random) -> dict[str, str]:
    """Other people, none of them with the actor's family name or each other's."""
    short, values = {actor.short}, {}
    for name in ("A", "B", "Q", "Q2"):
        other = make_person(rng)
        while other.short in short:
            other = make_person(rng)
        short.add(other.short)
        values[name] = other.full
    return values


def _common(rng: random.Random, actor: Actor | None = None) -> dict[str, str]:
    actor = actor or make_actor(rng)
    nations = rng.sample(NATIONS, 2)
    places = rng.sample(COUNTRIES, 2)
    values = _others(actor, rng)
    values.update(S=actor.full, he=actor.he, his=actor.his, N=nations[0], M=nations[1])
    values.update(C=places[0], D=places[1], grp=rng.choice(GROUPS))
    values.update(src=rng.choice(SOURCES), paper=rng.choice(PAPERS))
    return values


def make_preference(rng: random.Random, *, held: bool = False) -> Example:
    """Pair a question of preference with a sentence that states, turns or leaves it open."""
    values = _common(rng)
    if rng.random() < 0.3:
        values["A"], values["B"] = (f"the {n} offer" for n in rng.sample(NATIONS, 2))
    if held:
        return draw_pair(HELD_PREFER, PREFER_QUESTIONS, values, "contrast-prefer", rng)
    questions = PREFER_QUESTIONS + MORE_PREFER_QUESTIONS
    return draw_pair(PREFER, questions, values, "contrast-prefer", rng)


def _event_case(
    cases: Cases, questions: tuple[str, ...], rng: random.Random, kind: str, **more: str
) -> Example:
    events = HELD_EVENTS if kind.startswith("held") else TRAIN_EVENTS
    story = make_story(events, rng)
    wordings = story.event.wordings
    if kind in {"contrast-group", "contrast-role"}:
        # "Leaders handed in his resignation" will not do.
        wordings = tuple(text for text in wordings if "{his}" not in text) or ("resign",)
    m, n = draw_manners(rng)
    year = rng.randint(2001, 2025)
    late = year + rng.choice((-3, -2, -1, 1, 2, 3, 5))
    values = {
        **verb_fields(rng.choice(wordings), story),
        **make_speaker(story, rng),
        **_common(rng, story.actor),
        "O": story.thing or "the opposition", "m": m, "n": n,
        "m_np": m.split(" ", 1)[1] if m.startswith(("in a", "at a")) else m,
        "date": f"{rng.choice(MONTHS)} {year}", "late": f"{rng.choice(MONTHS)} {late}",
        "when": make_time(rng), **more,
    }  # fmt: skip
    return draw_pair(cases, questions, values, kind, rng)


def make_manner(rng: random.Random, *, held: bool = False) -> Example:
    """Ask whether it was done in one way of a sentence that names that way or another."""
    questions = ("Did {S} {base} {m}?", "{S} {past} {m}.", "Was it {m} that {S} {past}?")
    if held:
        return _event_case(HELD_MANNER, questions, rng, "held-manner")
    asked = questions * 2 + MORE_MANNER_QUESTIONS
    return _event_case(MANNER, asked, rng, "contrast-manner")


def make_group(rng: random.Random) -> Example:
    """Ask about one person or a group of a sentence that names members of a group."""
    if rng.random() < 0.6:
        questions = ("Did {S} {base}?", "Has {S} {part}?", "{S} {past}.")
        return _event_case(GROUP_ONE, questions, rng, "contrast-group")
    questions = ("Did senior {N} {grp} {base}?", "Did top {N} {grp} {base}?", "{N} {grp} {past}.")
    return _event_case(GROUP_MANY, questions, rng, "contrast-group")


def make_role(rng: random.Random) -> Example:
    """Ask about the holder of one office of a sentence about that office or one like it."""
    if rng.random() < 0.6:
        asked, other = (f"the {name} minister" for name in rng.sample(PORTFOLIOS, 2))
    elif rng.random() < 0.6:
        house = rng.choice(HOUSES)
        asked, other = (text.format(house=house) for text in rng.choice(RANKS))
    else:
        rank = rng.choice(("president", "prime minister", "foreign minister", "ambassador", "king"))
        asked, other = (f"the {name} {rank}" for name in rng.sample(NATIONS, 2))
    if rng.random() < 0.5:
        asked, other = other, asked
    more = {"R": asked, "R2": other, "F": f"the former {asked[4:]}"}
    return _event_case(ROLES, ROLE_QUESTIONS, rng, "contrast-role", **more)


def make_related(rng: random.Random) -> Example:
    """Ask about an act of a sentence that names the same people and places but not the act."""
    questions = ("Did {S} {base}?", "Has {S} {part}?", "{S} {past}.")
    return _event_case(RELATED, questions, rng, "contrast-related")


def make_dated(rng: random.Random) -> Example:
    """Ask about one date of a sentence that gives it or another."""
    roll = rng.random()
    if roll < 0.3:
        questions = ("Did {S} {base} in {date}?", "{S} {past} in {date}.")
        return _event_case(DATED, questions, rng, "contrast-date")
    if roll < 0.8:
        d, e = draw_times(rng)
        return _event_case(TIMED, TIME_QUESTIONS, rng, "contrast-date", d=d, e=e)
    year = rng.randint(2004, 2022)
    more = {"y": year, "y1": year + rng.randint(1, 3), "y2": year - rng.randint(1, 4)}
    texts = {name: str(value) for name, value in more.items()}
    return _event_case(SINCE, SINCE_QUESTIONS, rng, "contrast-date", **texts)


def make_light_denial(rng: random.Random) -> Example:
    """Ask whether reports were denied, of a sentence that does not repeat them."""
    questions = LIGHT_QUESTIONS
    return _event_case(LIGHT_DENIAL, questions, rng, "contrast-denied")


def make_expectation(rng: random.Random) -> Example:
    """Ask what is expected to happen to a topic."""
    values = _common(rng)
    topic, base, excluded, other = rng.choice(TOPICS)
    values["T"] = topic.format(**values)
    values.update(tb=base, tx=excluded, tp=rng.choice((base, other)))
    questions = EXPECT_QUESTIONS[:1] * 2 + EXPECT_QUESTIONS[2:]
    return draw_pair(EXPECT, questions, values, "contrast-expect", rng)


def make_ability(rng: random.Random) -> Example:
    """Ask whether someone can do a thing in a time."""
    values = _common(rng)
    base, other = rng.choice(FEATS)
    alt = rng.choice((base, other))
    values.update(base=base, base_ger=conjugate(base)[3], alt=alt, alt_ger=conjugate(alt)[3])
    values["t"] = rng.choice(SPANS)
    questions = ABLE_QUESTIONS
    return draw_pair(ABLE, questions, values, "contrast-able", rng)


def make_naming(rng: random.Random) -> Example:
    """Ask whether someone calls a country something."""
    values = _common(rng)
    values["k"], values["kx"] = rng.choice(NOUNS)
    if rng.random() < 0.4:
        values["k"], values["kx"] = values["kx"], values["k"]
    questions = CALL_QUESTIONS
    return draw_pair(CALL, questions, values, "contrast-naming", rng)


MAKERS: Final[tuple[tuple[Callable[[random.Random], Example], int], ...]] = (
    (make_preference, 8), (make_manner, 6), (make_group, 8), (make_related, 5), (make_dated, 5),
    (make_light_denial, 4), (make_expectation, 4), (make_ability, 4), (make_naming, 4),
    (make_role, 4), (make_report, 7),
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
