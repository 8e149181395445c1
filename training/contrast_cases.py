"""Questions and sentences where one detail decides, with what the one says to the other.

Fields are those of the frames, and: {A} {B} two choices, {m} {n} two manners, {Q} {Q2} other
people, {N} {M} two nations, {T} a topic, {C} {D} two countries. HELD_* are kept for testing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from training.data import BESIDE, NEUTRAL, REFUTES, SUPPORTS

if TYPE_CHECKING:
    from training.pairs import Cases

PREFER_QUESTIONS: Final = (
    "Does {S} prefer {A} to {B}?", "Does {S} favour {A} over {B}?", "{S} prefers {A} to {B}.",
    "Would {S} rather have {A} than {B}?", "Does {S} want {A} rather than {B}?",
    "Is {A} a better choice for {S} than {B}?",
)  # fmt: skip
HELD_PREFER: Final[Cases] = (
    ("{S} likes {A} better than {B}.", SUPPORTS),
    ("{S} likes {B} better than {A}.", REFUTES),
    ("Given the choice, {S} would pick {A} over {B}.", SUPPORTS),
    ("Given the choice, {S} would pick {B} over {A}.", REFUTES),
    ("{S} does not care whether {A} or {B} wins.", NEUTRAL),
)
HELD_MANNER: Final[Cases] = (
    ("It was {n}, and not {m}, that {S} {past}.", REFUTES),
    ("{S} {past} {m} and not {n}.", SUPPORTS),
)
RELATED: Final[Cases] = (
    ("{Q} has often spoken of a friendship with {S} and criticised {O}.", BESIDE),
    ("Relations between {S} and {O} have long been cool.", BESIDE),
    ("{O} was among the topics when {S} met {Q}.", BESIDE),
    ("The vote could have a lasting effect on {S} and {O}, analysts said.", BESIDE),
    ("{Q} promised to settle the dispute between {S} and {O} quickly.", BESIDE),
    ("{S} has talked at length about {O} this year.", BESIDE),
    ("{S} said that {Q} had {part}.", BESIDE),
    ("{Q} told {S} that {Q2} had {part}.", BESIDE),
    ("{Q} will never forget what {S} did for {O}.", BESIDE),
    ("In an interview, {S} was asked about {O} and about {Q}.", BESIDE),
    ("{S} {past}, {Q} recalled.", SUPPORTS),
    ("{S} refused to {base}, {Q} recalled.", REFUTES),
)
DATED: Final[Cases] = (
    ("{S} {past} in {date}.", SUPPORTS),
    ("In {date}, {S} {past}, {paper} reported.", SUPPORTS),
    ("{S} {past} in {late}.", BESIDE),
    ("It was in {late} that {S} {past}.", BESIDE),
    ("{S} did not {base} in {date}.", REFUTES),
)
