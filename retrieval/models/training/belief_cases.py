"""More sentences on what is expected, who can do what, and what a country is called.

Fields are those of `contrast_cases`, and {alt_ger} {base_ger} for gerunds.
"""

# ruff: noqa: E501 - one case a line
from __future__ import annotations

from typing import TYPE_CHECKING, Final

from retrieval.models.training.data import BESIDE, NEUTRAL, REFUTES, SUPPORTS

if TYPE_CHECKING:
    from retrieval.models.training.pairs import Cases

MORE_EXPECT_QUESTIONS: Final = (
    "Do {N} {grp} think {T} will {tb}?", "{N} {grp} expect {T} to {tb}.", "Do {N} {grp} reckon that {T} will {tb}?",
    "In the view of {N} {grp}, will {T} {tb}?",
)  # fmt: skip
# Topic; what it may do; what it does instead; the first in other words.
MORE_TOPICS: Final = (
    ("the pound", "gain in value", "lose ground", "climb"), ("the ceasefire", "hold", "break down", "last"),
    ("unemployment", "rise", "come down", "climb"), ("the reform", "pass", "fail in the vote", "get through"),
    ("house prices", "fall", "go on rising", "drop"), ("the ruling party", "win", "lose", "come out on top"),
    ("the {N} foreign minister", "resign", "stay on", "step down"), ("the strike", "go on", "be called off", "continue"),
    ("the airline", "be sold", "keep its owners", "change hands"), ("interest rates", "go up", "remain where they are", "rise"),
    ("the dam", "be finished on time", "be finished late", "be ready by the agreed date"),
)  # fmt: skip
MORE_EXPECT: Final[Cases] = (
    ("{N} {grp} think it likely that {T} will {tp}.", SUPPORTS),
    ("{N} {grp} think it unlikely that {T} will {tp}.", REFUTES),
    ("{N} {grp} reckon that {T} will {tp}.", SUPPORTS),
    ("{N} {grp} reckon that {T} will {tx}.", REFUTES),
    ("Most {N} {grp} assume that {T} will {tp}.", SUPPORTS),
    ("Most {N} {grp} assume that {T} will {tx}.", REFUTES),
    ("Few {N} {grp} doubt that {T} will {tp}.", SUPPORTS),
    ("Few {N} {grp} expect {T} to {tp}.", REFUTES),
    ("Hardly any {N} {grp} doubt that {T} will {tp}.", SUPPORTS),
    ("Hardly any {N} {grp} think that {T} will {tp}.", REFUTES),
    ("{N} {grp} take it for granted that {T} will {tp}.", SUPPORTS),
    ("{N} {grp} take it for granted that {T} will {tx}.", REFUTES),
    ("In the view of {N} {grp}, {T} will certainly {tp}.", SUPPORTS),
    ("In the view of {N} {grp}, {T} will certainly {tx}.", REFUTES),
    ("In the view of {N} {grp}, {T} will hardly {tp}.", REFUTES),
    ("{N} {grp} see a good chance that {T} will {tp}.", SUPPORTS),
    ("{N} {grp} see little chance that {T} will {tp}.", REFUTES),
    ("{N} {grp} would be surprised if {T} did not {tb}.", SUPPORTS),
    ("{N} {grp} would be surprised if {T} were to {tp}.", REFUTES),
    ("Sooner or later {T} will {tp}, {N} {grp} believe.", SUPPORTS),
    ("{T} will never {tp}, {N} {grp} believe.", REFUTES),
    ("{N} {grp} would bet on it that {T} will {tp}.", SUPPORTS),
    ("{N} {grp} would bet on it that {T} will {tx}.", REFUTES),
    ("{N} {grp} would not predict whether {T} will {tb}.", NEUTRAL),
    ("Whether {T} will {tb} depends on the courts, {N} {grp} said.", NEUTRAL),
    ("{N} {grp} gave no opinion on whether {T} will {tp}.", NEUTRAL),
    ("{N} {grp} wrote a report on {T}.", NEUTRAL | BESIDE),
)
MORE_FEATS: Final = (
    ("reopen the mine", "get the mine running again"), ("clean up the river", "rid the river of filth"),
    ("form a government", "put a coalition together"), ("repair the power grid", "restore the power supply"),
    ("defeat the rebels", "crush the rebellion"), ("finish the tunnel", "complete the tunnel"),
    ("pay off the debt", "clear the debt"), ("wipe out malaria", "eradicate malaria"), ("halve crime", "cut crime in half"),
    ("raise the money", "come up with the money"), ("calm the markets", "bring calm to the markets"),
)  # fmt: skip
MORE_ABLE_QUESTIONS: Final = (
    "Is {S} capable of {base_ger} {t}?", "Does {S} have what it takes to {base} {t}?", "{S} is able to {base} {t}.",
    "Would {S} be able to {base} {t}?", "Is it possible for {S} to {base} {t}?",
)  # fmt: skip
MORE_ABLE: Final[Cases] = (
    ("{Q} has no doubt that {S} can {alt} {t}.", SUPPORTS),
    ("{Q} has serious doubts that {S} can {alt} {t}.", REFUTES),
    ("Few doubt that {S} can {alt} {t}.", SUPPORTS),
    ("Few expect {S} to manage to {alt} {t}.", REFUTES),
    ("Hardly anyone questions that {S} could {alt} {t}.", SUPPORTS),
    ("Hardly anyone thinks that {S} could {alt} {t}.", REFUTES),
    ("Admirers say that {S} can {alt} {t}.", SUPPORTS),
    ("Sceptics say that {S} cannot {alt} {t}.", REFUTES),
    ("Sceptics say it would take {S} far longer to {alt}.", REFUTES),
    ("{Q} thinks it quite likely that {S} could {alt} {t}.", SUPPORTS),
    ("{Q} thinks it unlikely that {S} could {alt} {t}.", REFUTES),
    ("{Q} gave {S} a good chance of {alt_ger} {t}.", SUPPORTS),
    ("{Q} gave {S} no chance of {alt_ger} {t}.", REFUTES),
    ("{S} has the means to {alt} {t}, {src} said.", SUPPORTS),
    ("{S} lacks the means to {alt} {t}, {src} said.", REFUTES),
    ("{S} is in a position to {alt} {t}, {paper} wrote.", SUPPORTS),
    ("{S} is in no position to {alt}, let alone {t}.", REFUTES),
    ("{Q} is convinced that {S} could {alt} {t}.", SUPPORTS),
    ("{Q} is far from convinced that {S} could {alt} {t}.", REFUTES),
    ("{Q} called it an illusion that {S} could {alt} {t}.", REFUTES),
    ("If anybody can {alt} {t}, it is {S}, {Q} said.", SUPPORTS),
    ("Nobody can {alt} {t}, {Q} said, not even {S}.", REFUTES),
    ("{S} maintained that {he} could {alt} {t}.", SUPPORTS),
    ("{S} admitted that {he} could not {alt} {t}.", REFUTES),
    ("{S} is up to the task, {src} said: {he} could well {alt} {t}.", SUPPORTS),
    ("{S} is not up to the task, {src} said: {he} could never {alt} {t}.", REFUTES),
    ("Nothing could keep {S} from {alt_ger} {t}, {paper} wrote.", SUPPORTS),
    ("{S} tried to {alt} {t} and could not.", REFUTES),
    ("Opinions differ on whether {S} could {alt} {t}.", NEUTRAL),
    ("Whether {S} could {alt} {t}, nobody knows.", NEUTRAL),
    ("{Q} would not say if {S} could {alt} {t}.", NEUTRAL),
    ("Time will tell whether {S} can {alt} {t}.", NEUTRAL),
    ("Few doubt that {Q} can {alt} {t}.", BESIDE),
    ("{Q} doubted that {Q2} could {alt} {t}.", BESIDE),
)
MORE_NOUNS: Final = (
    ("an enemy", "an ally"), ("a land of opportunity", "a country without a future"), ("a safe country", "a dangerous place"),
    ("a partner", "an opponent"), ("a bully", "a good neighbour"), ("a rogue state", "a law-abiding state"),
    ("a winner of the crisis", "a loser of the crisis"),
)  # fmt: skip
MORE_CALL_QUESTIONS: Final = (
    "Does {S} regard {C} as {k}?", "Is {C}, in the view of {S}, {k}?", "Has {S} called {C} {k}?",
    "Does {S} think of {C} as {k}?",
)  # fmt: skip
MORE_CALL: Final[Cases] = (
    ("{C} is {k}, {S} said.", SUPPORTS),
    ("{C} is not {k}, {S} said.", REFUTES),
    ("{C} is {kx}, {S} said.", REFUTES),
    ("{S} referred to {C} as {k} in a speech.", SUPPORTS),
    ("{S} referred to {C} as {kx} in a speech.", REFUTES),
    ("{S} objected to calling {C} {k}.", REFUTES),
    ("In {S}'s eyes, {C} is {k}.", SUPPORTS),
    ("In {S}'s eyes, {C} is {kx}.", REFUTES),
    ('"{C} is nothing if not {k}," {S} said.', SUPPORTS),
    ('"{C} is anything but {k}," {S} said.', REFUTES),
    ("Asked about {C}, {S} spoke of {k}.", SUPPORTS),
    ("Asked about {C}, {S} spoke of {kx}.", REFUTES),
    ("{S} treats {C} as {k}, {paper} wrote.", SUPPORTS),
    ("{S} treats {C} as {kx}, not {k}.", REFUTES),
    ("{S} agreed with {Q}, who had called {C} {k}.", SUPPORTS),
    ("{S} took issue with {Q}, who had called {C} {k}.", REFUTES),
    ("{S} quoted {Q}, who had called {C} {k}.", NEUTRAL | BESIDE),
    ("{S} still sees {C} as {k}.", SUPPORTS),
    ("{S} no longer sees {C} as {k}.", REFUTES),
    ("For {S}, {C} remains {k}.", SUPPORTS),
    ("For {S}, {C} has become {kx}.", REFUTES),
    ("{S} stopped short of calling {C} {k}.", REFUTES),
    ("{S} left open whether {C} is {k}.", NEUTRAL),
    ("{S} has yet to say whether {he} considers {C} {k}.", NEUTRAL),
    ("{D} is {k}, {S} said.", BESIDE),
    ("In {Q}'s eyes, {C} is {k}.", BESIDE),
    ("{S} will visit {C}, which {Q} considers {k}.", BESIDE),
)
