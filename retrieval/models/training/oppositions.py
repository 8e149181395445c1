"""Generated pairs that turn on order or opposites: who did it to whom, kept or broke, rose or fell.

Each maker returns one pair; HELD_* acts, opposites and words are kept for testing.
"""

# ruff: noqa: E501 - one act or case a line
from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

from retrieval.models.training.data import ALL, BESIDE, NEUTRAL, REFUTES, SUPPORTS, Example
from retrieval.models.training.generate import make_time
from retrieval.models.training.questions import plain
from retrieval.models.training.words import (
    CITIES,
    COUNTRIES,
    MONTHS,
    NATIONS,
    PAPERS,
    SOURCES,
    conjugate,
    make_actor,
    make_person,
)

if TYPE_CHECKING:
    from retrieval.models.training.contrast_cases import Cases

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
EXCHANGE_QUESTIONS: Final = (
    "Did {a} {base}?", "Did {a} {base}?", "Has {a} {part}?", "{a} {past}.", "Is it true that {a} {past}?",
)  # fmt: skip
# Fields: {a} {b} as asked; {base} {past} {part} {ger} the act of a towards b; {back} the past of the
# same act of b towards a; {c} somebody else.
EXCHANGE: Final[Cases] = (
    ("{a} {past} {when}.", SUPPORTS),
    ("{a} has {part}, {paper} reported.", SUPPORTS),
    ("It was {a} that {past}, {src} said.", SUPPORTS),
    ("{a} came under criticism after {ger}.", SUPPORTS),
    ("{b} {back} {when}.", BESIDE),
    ("{b} {back}, {paper} reported.", BESIDE),
    ("It was {b} that {back}, {src} said.", BESIDE),
    ("According to {src}, {b} {back} {when}.", BESIDE),
    ("{b} came under criticism after {backing}.", BESIDE),
    ("{a} did not {base}.", REFUTES),
    ("{a} has never {part}.", REFUTES),
    ("Not {a} but {c} {past}.", REFUTES),
    ("It was {b} that {back}, and not the other way round.", REFUTES),
    ("{c} {past} {when}.", BESIDE),
    ("It is unclear whether {a} {past}.", NEUTRAL),
)
PASSIVE: Final[Cases] = (
    ("{b} was {passive} by {a} {when}.", SUPPORTS),
    ("{b} had been {passive} by {a}, {src} said.", SUPPORTS),
    ("{a} was {passive} by {b} {when}.", BESIDE),
    ("{a} had been {passive} by {b}, {paper} reported.", BESIDE),
    ("{b} was not {passive} by {a}.", REFUTES),
    ("{b} was {passive} by {c} {when}.", BESIDE),
)
CONVERSE: Final[Cases] = (
    ("{b} {conv_ba} {when}.", SUPPORTS),
    ("{b} {conv_ba}, {src} said.", SUPPORTS),
    ("{a} {conv_ab} {when}.", BESIDE),
    ("{a} {conv_ab}, {paper} reported.", BESIDE),
)


def _sides(kind: str, rng: random.Random) -> list[str]:
    if kind == "person":
        return [make_person(rng).full for _ in range(3)]
    return rng.sample(COUNTRIES if kind == "country" else ORGS, 3)


def _fits(act: str) -> bool:
    # "was attacked by": only where the other side follows the verb at once.
    return act.split(" ", 1)[1].startswith("{b}") and "{b}'" not in act


def make_exchange(rng: random.Random, *, held: bool = False) -> Example:
    """Ask who did it to whom of a sentence that says it, or the same the other way round."""
    kind = rng.choice(tuple(ACTS))
    act, converse = rng.choice((HELD_ACTS if held else ACTS)[kind])
    a, b, c = _sides(kind, rng)
    forms = dict(zip(("base", "past", "part", "ger"), conjugate(act.format(b=b)), strict=True))
    back = conjugate(act.format(b=a))
    values = {
        "a": a, "b": b, "c": c, **forms, "back": back[1], "backing": back[3],
        "when": make_time(rng), "src": rng.choice(SOURCES), "paper": rng.choice(PAPERS),
    }  # fmt: skip
    cases = EXCHANGE
    if _fits(act) and rng.random() < 0.4:  # noqa: PLR2004 - a share of the mixture
        cases = PASSIVE
        values["passive"] = conjugate(act.replace(" {b}", ""))[2]
    elif converse and rng.random() < 0.5:  # noqa: PLR2004 - a share of the mixture
        cases = CONVERSE
        values["conv_ba"] = conjugate(converse.format(b=a))[1]
        values["conv_ab"] = conjugate(converse.format(b=b))[1]
    return _pair(cases, EXCHANGE_QUESTIONS, values, "exchange", rng)


# Two acts of which one is done and the other is not.
OPPOSITES: Final = (
    ("keep {his} word", "go back on {his} word"), ("accept the offer", "reject the offer"),
    ("approve the plan", "turn down the plan"), ("attend the funeral", "stay away from the funeral"),
    ("tell the truth", "lie"), ("back the motion", "vote against the motion"),
    ("pass the exam", "fail the exam"), ("obey the order", "defy the order"),
    ("pay the bill", "leave the bill unpaid"), ("stay in the coalition", "leave the coalition"),
    ("win the appeal", "lose the appeal"), ("hand over the evidence", "withhold the evidence"),
    ("respect the truce", "violate the truce"), ("honour the contract", "breach the contract"),
    ("allow the march", "ban the march"), ("meet the deadline", "miss the deadline"),
    ("disclose the payment", "conceal the payment"), ("sign the letter", "leave the letter unsigned"),
    ("show up for the debate", "skip the debate"), ("pardon the prisoner", "leave the prisoner in jail"),
    ("raise taxes", "leave taxes as they are"), ("answer the question", "dodge the question"),
    ("repay the loan", "default on the loan"), ("take part in the vote", "sit out the vote"),
)  # fmt: skip
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
    pair = [act.format(his=actor.his) for act in rng.choice(HELD_OPPOSITES if held else OPPOSITES)]
    rng.shuffle(pair)
    values = {"S": actor.full, "he": actor.he, "Q": make_person(rng).full, "when": make_time(rng)}
    values.update(src=rng.choice(SOURCES), paper=rng.choice(PAPERS))
    for name, act in zip("ab", pair, strict=True):
        forms = conjugate(act)
        values.update(
            zip((name, f"{name}_past", f"{name}_part", f"{name}_ger"), forms, strict=True)
        )
    return _pair(OPPOSITE, OPPOSITE_QUESTIONS, values, "opposite", rng)


TRENDS: Final = (
    "consumer prices", "unemployment", "the price of oil", "house prices", "turnout",
    "crime in {city}", "support for {S}", "exports to {C}", "the number of asylum seekers",
    "the {N} currency", "industrial output", "company profits", "traffic accidents", "wages",
    "rents in {city}", "the birth rate", "the level of the lake", "sales of electric cars",
)  # fmt: skip
UP: Final = ("rise", "climb", "increase", "go up", "jump", "grow", "edge up")
DOWN: Final = ("fall", "drop", "decline", "go down", "slump", "shrink", "edge down")
HELD_UP: Final = ("soar", "tick up")
HELD_DOWN: Final = ("plunge", "tumble")
TREND_QUESTIONS: Final = (
    "Did {T} {asked} in {m}?",
    "Did {T} {asked} in {m}?",
    "{T} {asked_past} in {m}.",
)
# {same} and {other} words for the direction asked about and for the other one; {m} {n} months.
TREND: Final[Cases] = (
    ("{T} {same_past} in {m} by {n1} percent.", SUPPORTS),
    ("{T} {same_past} to {n1}.{n2} in {m}, the statistics office said.", SUPPORTS),
    ("In {m}, {T} {same_past} for the third month in a row.", SUPPORTS),
    ("{T} {other_past} in {m} by {n1} percent.", REFUTES),
    ("{T} {other_past} to {n1}.{n2} in {m}, according to {src}.", REFUTES),
    ("{T} {other_past} sharply in {m}, defying forecasts.", REFUTES),
    ("{T} did not {same} in {m}.", REFUTES),
    ("{T} did not {other} in {m} as forecast but {same_past}.", SUPPORTS),
    ("{T} remained unchanged in {m}.", REFUTES),
    ("{T} held steady in {m}, the agency said.", REFUTES),
    ("{T} {same_past} in {n} by {n1} percent.", BESIDE),
    ("{T} {other_past} in {n} by {n1} percent.", BESIDE),
    ("{U} {same_past} in {m} by {n1} percent.", BESIDE),
    ("Economists disagree over whether {T} will {same} in {m}.", NEUTRAL),
    ("{T} could {same} in {m}, {src} said.", NEUTRAL),
)


def make_trend(rng: random.Random, *, held: bool = False) -> Example:
    """Ask whether something rose or fell in a month."""
    m, n = rng.sample(MONTHS, 2)
    common = {"S": make_person(rng).full, "city": rng.choice(CITIES), "C": rng.choice(COUNTRIES)}
    common["N"] = rng.choice(NATIONS)
    topic, another = (text.format(**common) for text in rng.sample(TRENDS, 2))
    up, down = (HELD_UP, HELD_DOWN) if held else (UP, DOWN)
    same, other = rng.choice(((up, down), (down, up)))
    asked = rng.choice(UP if same is up else DOWN)
    picked, against = rng.choice(same), rng.choice(other)
    values = {
        "T": topic, "U": another, "m": m, "n": n, "asked": asked, "asked_past": conjugate(asked)[1],
        "same": picked, "same_past": conjugate(picked)[1], "other": against,
        "other_past": conjugate(against)[1], "n1": str(rng.randint(1, 19)),
        "n2": str(rng.randint(0, 9)), "src": rng.choice(SOURCES),
    }  # fmt: skip
    return _pair(TREND, TREND_QUESTIONS, values, "trend", rng)


def _pair(
    cases: Cases, questions: tuple[str, ...], values: dict[str, str], kind: str, rng: random.Random
) -> Example:
    template, target = rng.choice(cases)
    question = rng.choice(questions).format(**values)
    passage = template.format(**values)
    question, passage = (text[:1].upper() + text[1:] for text in (question, passage))
    return Example(plain(question, rng), passage, target, ALL, f"opposition-{kind}")


def generate_oppositions(count: int, seed: str, *, held: bool = False) -> list[Example]:
    """Generate pairs of all kinds; the same for the same seed."""
    rng = random.Random(seed)
    makers = (make_exchange, make_exchange, make_opposite, make_trend)
    return [rng.choice(makers)(rng, held=held) for _ in range(count)]
