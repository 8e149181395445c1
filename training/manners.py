"""Pairs of manners and of times that exclude each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.preference_cases import MANNERS
from training.words import DAYS, MONTHS

if TYPE_CHECKING:
    import random


def draw_manners(rng: random.Random) -> list[str]:
    """Two manners that are not one and the same."""
    pair = rng.sample(MANNERS, 2)
    while pair[0].split()[-1] == pair[1].split()[-1]:
        pair = rng.sample(MANNERS, 2)
    return pair


def draw_times(rng: random.Random) -> list[str]:
    """Two times that exclude each other, with their prepositions."""
    first, second = rng.sample(range(2001, 2026), 2)
    month, other = rng.sample(MONTHS, 2)
    day, later = rng.sample(DAYS, 2)
    pairs = (
        (f"in {month} {first}", f"in {other} {second}"), (f"in {first}", f"in {second}"),
        (f"on {day}", f"on {later}"), (f"on {day}", f"last {month}"),
        (f"in {month} {first}", f"in {other} {first}"),
        ("last year", "this week"), ("last year", "ten years ago"), ("last month", "two years ago"),
        ("yesterday", "last month"), (f"last {month}", f"last {other}"),
        ("this week", "last summer"),
        (f"on {month} {first % 14 + 1}", f"on {month} {second % 13 + 16}"),
    )  # fmt: skip
    pair = list(rng.choice(pairs))
    rng.shuffle(pair)
    return pair
