"""More sentences on what people want, what a public thinks and what befell whom.

Fields are those of the tables in `attitudes`.
"""

# ruff: noqa: E501 - one case a line
from __future__ import annotations

from typing import TYPE_CHECKING, Final

from retrieval.models.training.data import BESIDE, NEUTRAL, REFUTES, SUPPORTS

if TYPE_CHECKING:
    from retrieval.models.training.pairs import Cases

MORE_WANT_QUESTIONS: Final = (
    "Does {S} wish to {base}?", "Is {S} prepared to {base}?", "{S} is willing to {base}.",
    "Would {S} be ready to {base}?", "Is it true that {S} wants to {base}?",
)  # fmt: skip
MORE_WANT: Final[Cases] = (
    ("{S} is looking forward to {ger}.", SUPPORTS),
    ("{S} dreads {ger}.", REFUTES),
    ("{S} would love to {base}.", SUPPORTS),
    ("{S} would hate to {base}.", REFUTES),
    ("{S} is set on {ger}, {src} said.", SUPPORTS),
    ("{S} is set against {ger}, {src} said.", REFUTES),
    ("{S} feels ready to {base}.", SUPPORTS),
    ("{S} does not feel ready to {base}.", REFUTES),
    ("{S} has set {his} heart on {ger}.", SUPPORTS),
    ("{S} has lost all desire to {base}.", REFUTES),
    ("{S} can hardly wait to {base}.", SUPPORTS),
    ("{S} cannot be persuaded to {base}.", REFUTES),
    ("{S} needs no persuading to {base}.", SUPPORTS),
    ("{S} is only waiting for the right moment to {base}.", SUPPORTS),
    ("Nothing would please {S} more than to {base}.", SUPPORTS),
    ("Nothing is further from {S}'s mind than {ger}.", REFUTES),
    ("{S} has come round to the idea of {ger}.", SUPPORTS),
    ("{S} has gone off the idea of {ger}.", REFUTES),
    ("{S} is willing to {base} if asked.", SUPPORTS),
    ("{S} is unwilling to {base}, even if asked.", REFUTES),
    ("{S} spoke {when} of {his} wish to {base}.", SUPPORTS),
    ("{S} denied any wish to {base}.", REFUTES),
    ("{S} is determined to {base}.", SUPPORTS),
    ("{S} is determined not to {base}.", REFUTES),
    ("{S} has repeatedly said that {he} wanted to {base}.", SUPPORTS),
    ("{S} has repeatedly said that {he} did not want to {base}.", REFUTES),
    ("{S} wants nothing to do with {ger}, {spk} said.", REFUTES),
    ("{S} has yet to make up {his} mind about {ger}.", NEUTRAL),
    ("It is hard to tell whether {S} wants to {base}.", NEUTRAL),
    ("{S} gave no hint whether {he} would like to {base}.", NEUTRAL),
    ("{Q} can hardly wait to {base}.", BESIDE),
    ("{Q} is set against {ger}.", BESIDE),
    ("{Q} wants {S} to {base}.", BESIDE),
    ("{S} spoke of {Q}'s wish to {base}.", BESIDE),
)
MORE_PUBLICS: Final = (
    "{N} teachers", "{N} filmmakers", "{N} nurses", "{N} artists", "{N} retailers", "{N} exporters", "{N} mayors",
    "animal welfare groups", "bloggers", "taxi drivers", "parents", "tenants", "tech firms", "religious leaders",
    "sports clubs", "shareholders", "motorists", "the {N} tourist trade", "hoteliers",
)  # fmt: skip
MORE_WARM: Final = (
    "salute", "endorse", "commend", "come out in favour of", "line up behind", "approve of", "speak well of",
    "rally behind", "embrace", "delight in",
)  # fmt: skip
MORE_COLD: Final = (
    "denounce", "object to", "lash out at", "disapprove of", "take issue with", "find fault with", "campaign against",
    "come out against", "frown on", "turn against",
)  # fmt: skip
MORE_PUBLIC: Final[Cases] = (
    ("{P}, too, {same} {X}.", SUPPORTS),
    ("{P}, too, {other} {X}.", REFUTES),
    ("In a rare show of unity, {P} and {P2} {same} {X}.", SUPPORTS),
    ("In a rare show of unity, {P} and {P2} {other} {X}.", REFUTES),
    ("{P} {same} {X}, while {P2} {other} it.", SUPPORTS),
    ("{P} {other} {X}, while {P2} {same} it.", REFUTES),
    ("Unlike {P2}, {P} {same} {X}.", SUPPORTS),
    ("Unlike {P2}, {P} {other} {X}.", REFUTES),
    ("It was {P} that {same} {X}, not {P2}.", SUPPORTS),
    ("It was {P2} that {same} {X}, not {P}.", REFUTES),
    ("{P} {other} {X2} but {same} {X}.", SUPPORTS),
    ("{P} {same} {X2} but {other} {X}.", REFUTES),
    ("Contrary to expectations, {P} {same} {X}.", SUPPORTS),
    ("Contrary to expectations, {P} {other} {X}.", REFUTES),
    ("{P2} {past} {X}, but {P} did not.", REFUTES),
    ("{P} {past} {X}, but {P2} did not.", SUPPORTS),
    ("{P} never {past} {X}, {src} said.", REFUTES),
    ("{P} had no opinion on {X}.", NEUTRAL),
    ("No one has asked {P} about {X}.", NEUTRAL),
    ("Views on {X} among {P} varied widely, {paper} wrote.", NEUTRAL),
    ("{P2} said that {P} ought to {base} {X}.", NEUTRAL | BESIDE),
    ("{P2} {other} {X2}.", BESIDE),
    ("{P2} and other groups {same} {X}, {paper} reported.", BESIDE),
)
MORE_KIN: Final = (
    "nephew", "press officer", "stepson", "landlord", "doctor", "campaign manager", "uncle", "agent", "gardener",
    "running mate", "father-in-law", "successor", "half-sister", "accountant",
)  # fmt: skip
MORE_FATES: Final = (
    ("demoted", "kept the same rank"), ("deported", "was allowed to stay in the country"), ("kidnapped", "came home safely"),
    ("robbed", "lost nothing"), ("taken hostage", "got away in time"), ("cleared of wrongdoing", "was found to be at fault"),
    ("extradited", "remained in the country"), ("arrested", "was left alone by the police"), ("infected", "tested negative"),
    ("nominated for the post", "was left off the shortlist"), ("stripped of the title", "kept the title"),
    ("banned from travelling", "remained free to travel"), ("awarded the medal", "went home without the medal"),
    ("forced out", "held on to the job"), ("hurt in the crash", "walked away from the crash unhurt"),
    ("sentenced to prison", "got off with a warning"), ("barred from the race", "was cleared to take part in the race"),
)  # fmt: skip
MORE_FATE_QUESTIONS: Final = (
    "Is it true that {S} was {fate}?",
    "{S} has been {fate}.",
    "{S} was {fate}",
)
MORE_FATE: Final[Cases] = (
    ("{S} is among those who were {fate}.", SUPPORTS),
    ("{S}'s {kin} is among those who were {fate}.", BESIDE),
    ("It was {S} who was {fate}, not the {kin}.", SUPPORTS),
    ("It was the {kin} who was {fate}, not {S}.", REFUTES),
    ("Both {S} and {his} {kin} were {fate}.", SUPPORTS),
    ("Neither {S} nor {his} {kin} was {fate}.", REFUTES),
    ("Not only {Q} but also {S} was {fate}.", SUPPORTS),
    ("{S} was {fate}, but {Q} was not.", SUPPORTS),
    ("{Q} was {fate}, but {S} was not.", REFUTES),
    ("Contrary to reports, {S} was not {fate}.", REFUTES),
    ("Contrary to reports, {S}'s {kin} was not {fate}.", BESIDE),
    ("{S} was never {fate}, {src} said.", REFUTES),
    ("{paper} reported that {S} had been {fate}.", SUPPORTS),
    ("{paper} reported that the {kin} of {S} had been {fate}.", BESIDE),
    ("{Q} was surprised to hear that {S} had been {fate}.", SUPPORTS),
    ("{S} was surprised to hear that {Q} had been {fate}.", BESIDE),
    ("{paper} could not confirm that {S} had been {fate}.", NEUTRAL),
    ("Accounts differ on whether {S} was {fate}.", NEUTRAL),
    ("{src} could not rule out that {S} had been {fate}.", NEUTRAL),
    ("{S} called for {Q} to be {fate}.", BESIDE),
    ("{Q}, who is not related to {S}, was {fate} {when}.", BESIDE),
)
