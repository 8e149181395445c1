"""Sentences on groups and offices, and on denials that do not repeat what is denied.

Fields are those of `contrast_cases`; {R} {R2} are holders of two offices, {F} a former holder of the
first one.
"""

# ruff: noqa: E501 - one case a line
from __future__ import annotations

from typing import TYPE_CHECKING, Final

from training.data import BESIDE, NEUTRAL, REFUTES, SUPPORTS

if TYPE_CHECKING:
    from training.pairs import Cases

GROUP_ONE: Final[Cases] = (
    ("Several {grp}, including {Q} and {Q2}, {past}.", BESIDE),
    ("Some {grp}, among them {Q}, have {part}.", BESIDE),
    ("A number of {grp} {past}, {paper} reported, naming {Q} and {Q2}.", BESIDE),
    ("{Q}, {Q2} and other {grp} {past}.", BESIDE),
    (
        "{paper} reported, citing {src}, that some {N} {grp}, including {Q} and {Q2}, had {part}.",
        BESIDE,
    ),
    (
        "{paper} reported, citing sources close to {S}, that {Q}, {Q2} and others had {part}.",
        BESIDE,
    ),
    ("After {S} spoke, {paper} said that several {grp}, among them {Q}, had {part}.", BESIDE),
    ("{S}'s allies {Q} and {Q2} have {part}, {src} said.", BESIDE),
    ("According to {src}, {S}'s deputy, {Q}, {past}.", BESIDE),
    ("{paper} reported, citing {src}, that {S} and some {N} {grp} had {part}.", SUPPORTS),
    ("{S}, {Q} and {Q2} had {part}, {paper} reported, citing {src}.", SUPPORTS),
    ("Several {grp}, including {S} and {Q}, {past}.", SUPPORTS),
    ("{S} was among several {grp} who {past}.", SUPPORTS),
    ("{Q}, {S} and other {grp} have {part}, {src} said.", SUPPORTS),
    ("All {grp} except {S} {past}.", REFUTES),
    ("{grp} including {Q} {past}, while {S} refused to.", REFUTES),
    ("{Q} and two other {grp} {past}.", BESIDE),
    ("{Q} {past}, followed by {Q2}.", BESIDE),
    ("{Q} {past}, followed by {S}.", SUPPORTS),
    ("{S} looked on as {Q} and other {grp} {past}.", BESIDE),
    ("People around {S} have {part}, {src} said.", BESIDE),
    ("Friends of {S} {past}, {paper} reported.", BESIDE),
    ("{Q}, a deputy of {S}, was among the {grp} who {past}.", BESIDE),
    ("{S}, along with {Q}, {past}.", SUPPORTS),
    ("{Q} and {Q2} refused to; {S} alone {past}.", SUPPORTS),
    ("{Q} and {Q2} {past}; {S} alone refused to.", REFUTES),
    ("{S} did not join {Q} and {Q2}, who {past}.", REFUTES),
    ("{S} was not among the {grp} who {past}.", REFUTES),
    ("It is unclear whether {S} was among the {grp} who {past}.", NEUTRAL),
)
GROUP_MANY: Final[Cases] = (
    ("Several senior {N} {grp}, including {Q} and {Q2}, {past}.", SUPPORTS),
    ("{Q} and several top {N} {grp} {past}.", SUPPORTS),
    ("{Q}, {Q2} and other leading {N} {grp} have {part}, {paper} reported.", SUPPORTS),
    ("{N} {grp} refused to {base}.", REFUTES),
    ("No {N} {grp} {past}.", REFUTES),
    ("It is unclear whether any {N} {grp} {past}.", NEUTRAL),
    ("{M} {grp} {past}.", BESIDE),
    ("At least three senior {N} {grp} have {part}, {src} said.", SUPPORTS),
    ("Senior {N} {grp}, {Q} first among them, {past}.", SUPPORTS),
    ("Not one of the leading {N} {grp} {past}.", REFUTES),
    ("{N} {grp} without exception declined to {base}.", REFUTES),
    ("{paper} could not confirm that any {N} {grp} had {part}.", NEUTRAL),
    ("Senior {M} {grp}, among them {Q}, {past}.", BESIDE),
    ("{N} {grp} heard that {Q} had {part}.", BESIDE),
)
PORTFOLIOS: Final = (
    "finance", "interior", "defence", "health", "energy", "labour", "trade", "education", "justice", "farm",
    "housing", "culture", "science", "fisheries",
)  # fmt: skip
HOUSES: Final = (
    "the central bank", "the secret service", "the police", "the army", "the broadcaster", "the railway",
    "the election commission", "the trade union federation", "the football league", "the tax office",
)  # fmt: skip
RANKS: Final = (
    ("the head of {house}", "the deputy head of {house}"), ("the director of {house}", "the press officer of {house}"),
    ("the head of {house}", "the chief lawyer of {house}"),
)  # fmt: skip
ROLE_QUESTIONS: Final = (
    "Did {R} {base}?", "Did {R} {base}?", "Has {R} {part}?", "{R} {past}.", "Is it true that {R} {past}?",
)  # fmt: skip
ROLES: Final[Cases] = (
    ("{R} {past} {when}.", SUPPORTS),
    ("{R2} {past} {when}.", BESIDE),
    ("{R} has {part}, according to {paper}.", SUPPORTS),
    ("{R2} has {part}, according to {paper}.", BESIDE),
    ("It was {R} who {past}, {src} said.", SUPPORTS),
    ("It was {R2} who {past}, {src} said.", BESIDE),
    ("It was {R}, not {R2}, who {past}.", SUPPORTS),
    ("It was {R2}, not {R}, who {past}.", REFUTES),
    ("{R} {past}, while {R2} refused to.", SUPPORTS),
    ("{R2} {past}, while {R} refused to.", REFUTES),
    ("Both {R} and {R2} {past}.", SUPPORTS),
    ("Neither {R} nor {R2} {past}.", REFUTES),
    ("{R} did not {base}.", REFUTES),
    ("{R2} did not {base}.", BESIDE),
    ("{R} said that {R2} had {part}.", BESIDE),
    ("{R2} said that {R} had {part}.", SUPPORTS),
    ("{F} {past} {when}.", BESIDE),
    ("{Q}, a relative of {R}, {past} {when}.", BESIDE),
    ("Nobody could say whether {R} {past}.", NEUTRAL),
    ("Nobody could say whether {R2} {past}.", BESIDE),
)
LIGHT_DENIAL: Final[Cases] = (
    ("{spk} disputed the story, calling the claims inaccurate.", SUPPORTS),
    ("{spk} rejected the account as false.", SUPPORTS),
    ("{spk} said the reports were wrong.", SUPPORTS),
    ("{spk} told reporters that there was nothing true in the story.", SUPPORTS),
    ("{spk} confirmed the report.", REFUTES),
    ("{spk} said the reports were accurate.", REFUTES),
    ("{spk} neither confirmed nor denied the reports.", REFUTES),
    ("{spk} would neither confirm nor deny the account.", REFUTES),
    ("{spk} declined to comment on the story.", REFUTES | NEUTRAL),
    ("{spk} described the reports as pure fantasy.", SUPPORTS),
    ("{spk} said the newspaper had got it wrong.", SUPPORTS),
    ("{spk} said not a word of the account was right.", SUPPORTS),
    ("{spk} demanded a correction, saying the story had no basis.", SUPPORTS),
    ("{spk} called the allegations baseless.", SUPPORTS),
    ("{spk} said that no such thing had happened.", SUPPORTS),
    ("{spk} threw out the story as a fairy tale.", SUPPORTS),
    ("{spk} admitted that the story was true.", REFUTES),
    ("{spk} described the reports as correct.", REFUTES),
    ("{spk} said the newspaper had got it right.", REFUTES),
    ("{spk} did not dispute the reports.", REFUTES),
    ("{spk} let the reports stand without a word of denial.", REFUTES),
    ("{spk} acknowledged that the account was right.", REFUTES),
    ("{spk} refused either to confirm or to deny the story.", REFUTES),
    ("{Q} denied the reports, while {spk} kept silent.", REFUTES),
    ("{spk} did not answer questions about the story.", REFUTES | NEUTRAL),
    ("{spk} ignored the reports.", REFUTES | NEUTRAL),
    ("{spk} has yet to react to the reports.", REFUTES | NEUTRAL),
    ("{Q} called the reports baseless.", BESIDE),
)
LIGHT_QUESTIONS: Final = (
    "Has {spk} denied the reports that {S} {past}?", "Did {spk} deny the reports?",
    "Has {spk} denied reports of {S} {ger}?", "Has {spk} denied the story about {S}?",
    "{spk} denied the reports.",
    "Did {spk} reject the story about {S}?", "Has {spk} denied the account?", "Has {spk} disputed the reports about {S}?",
)  # fmt: skip
