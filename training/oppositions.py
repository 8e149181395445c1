"""Generated pairs that turn on order or opposites: who did it to whom, kept or broke, rose or fell.

Each maker returns one pair; HELD_* acts, opposites and words are kept for testing.
"""

# ruff: noqa: E501 - one act or case a line
from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

from training.data import BESIDE, NEUTRAL, REFUTES, SUPPORTS
from training.generate import make_time
from training.opposition_acts import (
    INSTITUTIONS,
    MORE_ACTS,
    NOMINALS,
    ONE_SIDED,
    TEAMS,
)
from training.opposition_cases import (
    CONVERSE,
    EXCHANGE,
    EXCHANGE_QUESTIONS,
    MORE_CONVERSE,
    MORE_EXCHANGE,
    MORE_EXCHANGE_QUESTIONS,
    MORE_OPPOSITE,
    MORE_OPPOSITE_QUESTIONS,
    MORE_PASSIVE,
    NOMINAL,
    OPPOSITES,
    PASSIVE,
    PASSIVE_QUESTIONS,
    PLAIN,
)
from training.pairs import Cases, draw_pair
from training.trends import make_trend
from training.words import (
    COUNTRIES,
    PAPERS,
    SOURCES,
    conjugate,
    make_actor,
    make_person,
)

if TYPE_CHECKING:
    from training.data import Example

ORGS: Final = (
    "Helvetia Bank", "Marlin Shipping", "Corex", "Bellmart", "Air Levant", "Telvia", "Hartwell",
    "Nordvax", "Altus Motors", "Petrol Nord", "Rivington Rail", "Castle Insurance", "Omnia Foods",
)  # fmt: skip
# An act of {a} towards {b}, and the same seen from {b}, where there is a word for it.
ACTS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "country": (
        ("sell gas to {b}", "buy gas from {b}"), ("grant a loan to {b}", "take out a loan from {b}"),
        ("export wheat to {b}", "import wheat from {b}"), ("send aid to {b}", "receive aid from {b}"),
        ("attack {b}", ""), ("invade {b}", ""), ("recall its ambassador from {b}", ""),
        ("ban imports from {b}", ""), ("return the painting to {b}", "get the painting back from {b}"),
        ("sue {b} in an international court", ""), ("apologise to {b}", "receive an apology from {b}"),
        ("beat {b} in the final", "lose to {b} in the final"), ("threaten {b} with sanctions", ""),
        ("hand over the suspect to {b}", ""), ("pay compensation to {b}", ""), ("spy on {b}", ""),
    ),
    "person": (
        ("accuse {b} of bribery", ""), ("sue {b} for libel", ""), ("defeat {b} in the run-off", "lose the run-off to {b}"),
        ("succeed {b} as chairman", "hand over the chairmanship to {b}"), ("hire {b}", ""),
        ("interview {b}", ""), ("criticise {b}", ""), ("replace {b}", ""), ("write to {b}", "get a letter from {b}"),
        ("vote for {b}", ""), ("defend {b} in public", ""), ("lend {b} a large sum", "borrow a large sum from {b}"),
        ("betray {b}", ""), ("warn {b}", ""), ("forgive {b} the debt", ""), ("teach {b} to fly", "learn to fly from {b}"),
        ("insult {b}", ""), ("thank {b} in a speech", ""), ("lie to {b}", ""), ("interrupt {b}", ""),
    ),
    "company": (
        ("buy {b}", ""), ("sue {b} over a patent", ""), ("overtake {b} in sales", "fall behind {b} in sales"),
        ("poach staff from {b}", "lose staff to {b}"), ("supply parts to {b}", "get its parts from {b}"),
        ("outbid {b}", ""), ("take over {b}", ""), ("rent offices to {b}", "rent offices from {b}"),
        ("invest in {b}", ""), ("copy {b}'s design", ""), ("owe {b} millions", ""),
    ),
}  # fmt: skip
HELD_ACTS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "country": (("cede an island to {b}", "gain an island from {b}"), ("shell {b}", "")),
    "person": (("blackmail {b}", ""), ("hand {b} an envelope", "accept an envelope from {b}")),
    "company": (("undercut {b}", ""), ("lease aircraft to {b}", "lease aircraft from {b}")),
}
ALL_ACTS: Final = {kind: ACTS.get(kind, ()) + acts for kind, acts in MORE_ACTS.items()}
NEGATIVE: Final = (" not ", "never", "denied", "whether", "No one", "Nobody", "false", "may yet")


def _sides(kind: str, rng: random.Random) -> list[tuple[str, str]]:
    if kind == "person":
        people = [make_person(rng) for _ in range(3)]
        while len({side.short for side in people}) < len(people):
            people = [make_person(rng) for _ in range(3)]
        return [(side.full, side.him) for side in people]
    names = {"country": tuple(COUNTRIES), "team": TEAMS, "institution": INSTITUTIONS}
    return [(name, "it") for name in rng.sample(names.get(kind, ORGS), 3)]


def _fits(act: str) -> bool:
    # "was attacked by": only where the other side follows the verb at once.
    return act.split(" ", 1)[1].startswith("{b}") and "{b}'" not in act


def _forms(name: str, act: str, towards: str) -> dict[str, str]:
    keys = (f"{name}_base", name, f"{name}_part", f"{name}_ger")
    return dict(zip(keys, conjugate(act.format(b=towards)), strict=True))


def _exchange_values(kind: str, act: str, rng: random.Random) -> dict[str, str]:
    (a, him_a), (b, him_b), (c, _) = _sides(kind, rng)
    if "{b}'" in act:
        him_a, him_b = a, b
    forms = dict(zip(("base", "past", "part", "ger"), conjugate(act.format(b=b)), strict=True))
    back = _forms("back", act, a)
    person = kind == "person"
    return {
        "a": a, "b": b, "c": c, **forms, **back, "backing": back["back_ger"],
        "part_him": conjugate(act.format(b=him_b))[2], "back_him": conjugate(act.format(b=him_a))[2],
        "when": make_time(rng), "src": rng.choice(SOURCES), "paper": rng.choice(PAPERS),
        "who": "who" if person else "which", "one": "the one who" if person else "the side that",
    }  # fmt: skip


def make_exchange(rng: random.Random, *, held: bool = False) -> Example:
    """Ask who did it to whom of a sentence that says it, or the same the other way round."""
    acts = HELD_ACTS if held else ALL_ACTS
    kind = rng.choice(tuple(acts))
    known = acts[kind]
    if not held and rng.random() < 0.4:  # noqa: PLR2004 - a share of the mixture
        known = tuple(act for act in known if act[0].endswith(" {b}") and act[0].count(" ") == 1)
    act, converse = rng.choice(known)
    one_sided = act.split(" ", 1)[0] in ONE_SIDED
    if converse and not held and rng.random() < 0.25:  # noqa: PLR2004 - a share of the mixture
        act, converse = converse, act
    values = _exchange_values(kind, act, rng)
    cases: Cases = EXCHANGE
    questions: tuple[str, ...] = EXCHANGE_QUESTIONS
    if not held:
        cases, questions = EXCHANGE + MORE_EXCHANGE, questions * 2 + MORE_EXCHANGE_QUESTIONS
        if rng.random() < 0.4:  # noqa: PLR2004 - a share of the mixture
            cases = PLAIN
    if _fits(act):
        values["passive"] = conjugate(act.replace(" {b}", ""))[2]
        if not held and rng.random() < 0.2:  # noqa: PLR2004 - a share of the mixture
            questions = PASSIVE_QUESTIONS
    if _fits(act) and rng.random() < 0.4:  # noqa: PLR2004 - a share of the mixture
        cases = PASSIVE if held else PASSIVE + MORE_PASSIVE
    elif converse and rng.random() < 0.5:  # noqa: PLR2004 - a share of the mixture
        cases = CONVERSE if held else CONVERSE + MORE_CONVERSE
        values |= _forms("conv_ba", converse, values["a"])
        values |= _forms("conv_ab", converse, values["b"])
    return draw_pair(
        _one_sided(cases) if one_sided else cases, questions, values, "opposition-exchange", rng
    )


def _one_sided(cases: Cases) -> Cases:
    # Where only one can be the winner, "B beat A" speaks against "A beat B".
    return tuple(
        (text, target | REFUTES if target == BESIDE else target)
        for text, target in cases
        if target != BESIDE or not any(word in text for word in NEGATIVE)
    )


def make_nominal(rng: random.Random) -> Example:
    """Ask who did it to whom of a sentence that names the act by its noun: "A's attack on B"."""
    kind = rng.choice(tuple(NOMINALS))
    noun, act = rng.choice(NOMINALS[kind])
    values = _exchange_values(kind, act, rng)
    values.update(n=noun.format(b=values["b"]), n_back=noun.format(b=values["a"]))
    one_sided = act.split(" ", 1)[0] in ONE_SIDED
    questions = EXCHANGE_QUESTIONS + MORE_EXCHANGE_QUESTIONS
    return draw_pair(
        _one_sided(NOMINAL) if one_sided else NOMINAL, questions, values, "opposition-nominal", rng
    )


HELD_OPPOSITES: Final = (
    ("renew the lease", "let the lease expire"),
    ("heed the warning", "ignore the warning"),
    ("finish the race", "drop out of the race"),
    ("uphold the verdict", "overturn the verdict"),
)
OPPOSITE_QUESTIONS: Final = ("Did {S} {a}?", "Did {S} {a}?", "Has {S} {a_part}?", "{S} {a_past}.")
# {a} what is asked, {b} its opposite.
OPPOSITE: Final[Cases] = (
    ("{S} {b_past} {when}.", REFUTES),
    ("{S} has {b_part}, {paper} reported.", REFUTES),
    ("{S} did not {a}.", REFUTES),
    ("{S} did not {b}.", SUPPORTS),
    ("{S} has not {b_part}.", SUPPORTS),
    ("{S} never {b_past}, {src} said.", SUPPORTS),
    ("It is not true that {S} {b_past}.", SUPPORTS),
    ("It is wrong to say that {S} {b_past}.", SUPPORTS),
    ("Nobody can claim that {S} {b_past}.", SUPPORTS),
    ("{src} denied that {S} had {b_part}.", SUPPORTS),
    ("{src} denied that {S} had {a_part}.", REFUTES),
    ("{S} did not fail to {a}.", SUPPORTS),
    ("{S} did anything but {a}.", REFUTES),
    ("Far from {b_ger}, {S} {a_past}.", SUPPORTS),
    ("{S} could easily have {b_part}, but did not.", SUPPORTS),
    ("{S} {a_past} {when}.", SUPPORTS),
    ("It is unclear whether {S} {b_past}.", NEUTRAL),
    ("{S} has not said whether {he} will {a}.", NEUTRAL),
    ("{Q} {b_past} {when}.", BESIDE),
)


def make_opposite(rng: random.Random, *, held: bool = False) -> Example:
    """Ask about an act of a sentence that tells of its opposite, done or not done."""
    actor = make_actor(rng)
    pairs = HELD_OPPOSITES if held else OPPOSITES
    pair = [act.format(his=actor.his) for act in rng.choice(pairs)]
    rng.shuffle(pair)
    values = {"S": actor.full, "he": actor.he, "Q": make_person(rng).full, "when": make_time(rng)}
    values.update(src=rng.choice(SOURCES), paper=rng.choice(PAPERS))
    for name, act in zip("ab", pair, strict=True):
        forms = conjugate(act)
        values.update(
            zip((name, f"{name}_past", f"{name}_part", f"{name}_ger"), forms, strict=True)
        )
    if held:
        return draw_pair(OPPOSITE, OPPOSITE_QUESTIONS, values, "opposition-opposite", rng)
    questions = OPPOSITE_QUESTIONS * 2 + MORE_OPPOSITE_QUESTIONS
    return draw_pair(OPPOSITE + MORE_OPPOSITE, questions, values, "opposition-opposite", rng)


def generate_oppositions(count: int, seed: str, *, held: bool = False) -> list[Example]:
    """Generate pairs of all kinds; the same for the same seed."""
    rng = random.Random(seed)
    makers = (make_exchange, make_exchange, make_opposite, make_trend)
    if held:
        return [rng.choice(makers)(rng, held=True) for _ in range(count)]
    return [rng.choice((*makers, make_exchange, make_nominal))(rng) for _ in range(count)]
