"""Generated pairs about figures that rose or fell in a month; HELD_* words are kept for testing."""

# ruff: noqa: E501 - one case a line
from __future__ import annotations

from typing import TYPE_CHECKING, Final

from training.data import BESIDE, NEUTRAL, REFUTES, SUPPORTS
from training.pairs import Cases, draw_pair
from training.words import (
    CITIES,
    COUNTRIES,
    MONTHS,
    NATIONS,
    SOURCES,
    conjugate,
    make_person,
)

if TYPE_CHECKING:
    import random

    from training.data import Example

TRENDS: Final = (
    "consumer prices", "unemployment", "the price of oil", "house prices", "turnout",
    "crime in {city}", "support for {S}", "exports to {C}", "the number of asylum seekers",
    "the {N} currency", "industrial output", "company profits", "traffic accidents", "wages",
    "rents in {city}", "the birth rate", "the level of the lake", "sales of electric cars",
    "petrol prices", "consumer confidence", "the number of road deaths", "the number of tourists",
    "mortgage lending", "steel production", "the trade deficit", "sales of new homes", "energy bills",
    "air pollution in {city}", "bread prices", "the murder rate in {city}", "public debt", "ticket sales",
    "imports from {C}", "the number of students from {C}", "lending to small firms", "school absences",
    "overtime", "the number of strikes", "insurance premiums", "trust in {S}", "the cost of childcare",
)  # fmt: skip
UP: Final = (
    "rise", "climb", "increase", "go up", "jump", "grow", "edge up",
    "advance", "surge", "swell", "pick up", "move up", "inch up", "move higher")  # fmt: skip
DOWN: Final = (
    "fall", "drop", "decline", "go down", "slump", "shrink", "edge down",
    "sink", "contract", "move down", "inch down", "dwindle", "recede", "move lower")  # fmt: skip
TREND_QUESTIONS: Final = (
    "Did {T} {asked} in {m}?", "Did {T} {asked} in {m}?", "{T} {asked_past} in {m}.",
    "Is it true that {T} {asked_past} in {m}?", "Was {m} a month in which {T} {asked_past}?",
)  # fmt: skip
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
MORE_TREND: Final[Cases] = (
    ("{m} saw {T} {same}.", SUPPORTS),
    ("{m} saw {T} {other}.", REFUTES),
    ("{T} {same_past} again in {m}, {src} said.", SUPPORTS),
    ("{T} {other_past} again in {m}, {src} said.", REFUTES),
    ("After a pause in {n}, {T} {same_past} in {m}.", SUPPORTS),
    ("After a pause in {n}, {T} {other_past} in {m}.", REFUTES),
    ("Figures for {m} show that {T} {same_past}.", SUPPORTS),
    ("Figures for {m} show that {T} {other_past}.", REFUTES),
    ("Figures for {n} show that {T} {same_past}.", BESIDE),
    ("Figures for {n} show that {T} {other_past}.", BESIDE),
    ("{T} {same_past} in both {n} and {m}.", SUPPORTS),
    ("{T} {other_past} in both {n} and {m}.", REFUTES),
    ("While {U} {other_past} in {m}, {T} {same_past}.", SUPPORTS),
    ("While {U} {same_past} in {m}, {T} {other_past}.", REFUTES),
    ("{T} {other_past} in {n} but {same_past} in {m}.", SUPPORTS),
    ("{T} {same_past} in {n} but {other_past} in {m}.", REFUTES),
    ("Contrary to forecasts, {T} {same_past} in {m}.", SUPPORTS),
    ("Contrary to forecasts, {T} {other_past} in {m}.", REFUTES),
    ("{U} {other_past} in {m}, the statistics office said.", BESIDE),
    ("In {n}, {T} {same_past} for the first time in years.", BESIDE),
    ("{T} stood still in {m}.", REFUTES),
    ("No figures on {T} are available yet for {m}.", NEUTRAL),
    ("Experts cannot yet say whether {T} {same_past} in {m}.", NEUTRAL),
    ("Two surveys gave opposite answers on whether {T} {same_past} in {m}.", NEUTRAL),
)
HELD_UP: Final = ("soar", "tick up")
HELD_DOWN: Final = ("plunge", "tumble")


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
    cases = TREND if held else TREND + MORE_TREND
    return draw_pair(cases, TREND_QUESTIONS, values, "opposition-trend", rng)
