"""Sentences that turn on who did it to whom, or on opposites; most come with their mirror image.

Fields of the first: {a} {b} as asked; {base} {past} {part} {ger} the act of a towards b; {back_base}
{back} {back_part} {backing} the same act of b towards a; {part_him} {back_him} participles with a
pronoun for the other side; {conv_ba} {conv_ab} what the other side sees; {who} {one} the relative
that fits the sides; {n} {n_back} the noun of the act, either way; {c} somebody else.
MORE_* are for training alone: rows kept for testing draw from the tables they began with, so that
their figures compare.
"""

# ruff: noqa: E501 - one case a line
from __future__ import annotations

from typing import TYPE_CHECKING, Final

from training.data import BESIDE, NEUTRAL, REFUTES, SUPPORTS

if TYPE_CHECKING:
    from training.pairs import Cases

EXCHANGE_QUESTIONS: Final = (
    "Did {a} {base}?", "Did {a} {base}?", "Has {a} {part}?", "{a} {past}.", "Is it true that {a} {past}?",
)  # fmt: skip
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
MORE_EXCHANGE_QUESTIONS: Final = (
    "Was it {a} that {past}?", "{a} has {part}.", "Did {a} really {base}?", "Is it the case that {a} {past}?",
    "{a} {past}",
)  # fmt: skip
PASSIVE_QUESTIONS: Final = (
    "Was {b} {passive} by {a}?", "{b} was {passive} by {a}.", "Has {b} been {passive} by {a}?",
    "Is it true that {b} was {passive} by {a}?",
)  # fmt: skip
# Nothing but the order of the two sides decides.
PLAIN: Final[Cases] = (
    ("{a} {past}.", SUPPORTS),
    ("{b} {back}.", BESIDE),
    ("{a} {past} {when}.", SUPPORTS),
    ("{b} {back} {when}.", BESIDE),
    ("{a} {past}, {src} said.", SUPPORTS),
    ("{b} {back}, {src} said.", BESIDE),
    ("According to {paper}, {a} {past}.", SUPPORTS),
    ("According to {paper}, {b} {back}.", BESIDE),
)
MORE_EXCHANGE: Final[Cases] = (
    ("{a}, {who} {past} {when}, was in the news again.", SUPPORTS),
    ("{b}, {who} {back} {when}, was in the news again.", BESIDE),
    ("What surprised observers was that {a} {past}.", SUPPORTS),
    ("What surprised observers was that {b} {back}.", BESIDE),
    ("While {a} {past}, {b} never {back}.", SUPPORTS),
    ("While {b} {back}, {a} never {past}.", REFUTES),
    ("It was not {b} that {back} but the other way round, {src} said.", SUPPORTS),
    ("It was not {a} that {past} but the other way round, {src} said.", REFUTES),
    ("{c} looked on as {a} {past}.", SUPPORTS),
    ("{c} looked on as {b} {back}.", BESIDE),
    ("{a}, having {part}, fell silent.", SUPPORTS),
    ("{b}, having {back_part}, fell silent.", BESIDE),
    ("{paper} reported {when} that {a} had {part}.", SUPPORTS),
    ("{paper} reported {when} that {b} had {back_part}.", BESIDE),
    ("There is proof that {a} {past}, {src} said.", SUPPORTS),
    ("There is proof that {b} {back}, {src} said.", BESIDE),
    ("When {a} {past}, {b} did not react.", SUPPORTS),
    ("When {b} {back}, {a} did not react.", BESIDE),
    ("After {a} {past}, {b} turned to {c}.", SUPPORTS),
    ("After {b} {back}, {a} turned to {c}.", BESIDE),
    ("{b} has not forgotten that {a} {past}.", SUPPORTS),
    ("{a} has not forgotten that {b} {back}.", BESIDE),
    ("{b} said {when} that {a} had {part_him}.", SUPPORTS),
    ("{a} said {when} that {b} had {back_him}.", BESIDE),
    ("{one} {past} was {a}.", SUPPORTS),
    ("{one} {back} was {b}.", BESIDE),
    ("{src} recalled the day when {a} {past}.", SUPPORTS),
    ("{src} recalled the day when {b} {back}.", BESIDE),
    ("{b} denied that {a} had {part_him}.", REFUTES),
    ("{a} denied that {b} had {back_him}.", BESIDE),
    ("Contrary to reports, {a} did not {base}.", REFUTES),
    ("Contrary to reports, {b} did not {back_base}.", BESIDE),
    ("{a} has never {part}, {src} said.", REFUTES),
    ("{b} has never {back_part}, {src} said.", BESIDE),
    ("{b} did not {back_base}.", BESIDE),
    ("{a} may yet {base}.", NEUTRAL),
    ("{b} may yet {back_base}.", BESIDE),
    ("No one could confirm that {a} had {part}.", NEUTRAL),
    ("No one could confirm that {b} had {back_part}.", BESIDE),
)
MORE_PASSIVE: Final[Cases] = (
    ("{b} has been {passive} by {a}.", SUPPORTS),
    ("{a} has been {passive} by {b}.", BESIDE),
    ("{b}, {passive} by {a} {when}, has not commented.", SUPPORTS),
    ("{a}, {passive} by {b} {when}, has not commented.", BESIDE),
    ("It was by {a} that {b} was {passive}, {paper} wrote.", SUPPORTS),
    ("It was by {b} that {a} was {passive}, {paper} wrote.", BESIDE),
    ("To be {passive} by {a} came as a surprise to {b}.", SUPPORTS),
    ("To be {passive} by {b} came as a surprise to {a}.", BESIDE),
    ("{paper} reported that {b} had been {passive} by {a}.", SUPPORTS),
    ("{paper} reported that {a} had been {passive} by {b}.", BESIDE),
    ("Among those {passive} by {a} was {b}.", SUPPORTS),
    ("Among those {passive} by {b} was {a}.", BESIDE),
    ("{b} was {passive} by {a}, not by {c}.", SUPPORTS),
    ("{b} was {passive} by {c}, not by {a}.", REFUTES),
    ("{a} was {passive} by {c}, not by {b}.", BESIDE),
    ("{b} has never been {passive} by {a}.", REFUTES),
    ("{a} has never been {passive} by {b}.", BESIDE),
    ("{b} denied having been {passive} by {a}.", REFUTES),
    ("{a} denied having been {passive} by {b}.", BESIDE),
    ("Nobody could say whether {b} had been {passive} by {a}.", NEUTRAL),
    ("Nobody could say whether {a} had been {passive} by {b}.", BESIDE),
)
MORE_CONVERSE: Final[Cases] = (
    ("It was {b} that {conv_ba}.", SUPPORTS),
    ("It was {a} that {conv_ab}.", BESIDE),
    ("{b} has {conv_ba_part}, according to {paper}.", SUPPORTS),
    ("{a} has {conv_ab_part}, according to {paper}.", BESIDE),
    ("After {conv_ba_ger}, {b} stayed silent.", SUPPORTS),
    ("After {conv_ab_ger}, {a} stayed silent.", BESIDE),
    ("{b}, {who} {conv_ba} {when}, was in the news again.", SUPPORTS),
    ("{a}, {who} {conv_ab} {when}, was in the news again.", BESIDE),
    ("{paper} reported {when} that {b} had {conv_ba_part}.", SUPPORTS),
    ("{paper} reported {when} that {a} had {conv_ab_part}.", BESIDE),
    ("{b} did not {conv_ba_base}.", REFUTES),
    ("{a} did not {conv_ab_base}.", BESIDE),
    ("{b} denied having {conv_ba_part}.", REFUTES),
    ("{a} denied having {conv_ab_part}.", BESIDE),
    ("It is unclear whether {b} {conv_ba}.", NEUTRAL),
    ("It is unclear whether {a} {conv_ab}.", BESIDE),
)
NOMINAL: Final[Cases] = (
    ("{a}'s {n} drew wide attention.", SUPPORTS),
    ("{b}'s {n_back} drew wide attention.", BESIDE),
    ("{paper} described {a}'s {n} in detail.", SUPPORTS),
    ("{paper} described {b}'s {n_back} in detail.", BESIDE),
    ("Few had foreseen {a}'s {n}.", SUPPORTS),
    ("Few had foreseen {b}'s {n_back}.", BESIDE),
    ("{a}'s {n} came {when}, {src} said.", SUPPORTS),
    ("{b}'s {n_back} came {when}, {src} said.", BESIDE),
    ("News of {a}'s {n} broke {when}.", SUPPORTS),
    ("News of {b}'s {n_back} broke {when}.", BESIDE),
    ("The {n} by {a} was in all the papers {when}.", SUPPORTS),
    ("The {n_back} by {b} was in all the papers {when}.", BESIDE),
    ("{c} had heard of {a}'s {n} from {src}.", SUPPORTS),
    ("{c} had heard of {b}'s {n_back} from {src}.", BESIDE),
    ("There was never any {n} by {a}, {src} said.", REFUTES),
    ("There was never any {n_back} by {b}, {src} said.", BESIDE),
    ("Reports of {a}'s {n} proved false.", REFUTES),
    ("Reports of {b}'s {n_back} proved false.", BESIDE),
    ("Nobody could confirm {a}'s {n}.", NEUTRAL),
    ("Nobody could confirm {b}'s {n_back}.", BESIDE),
    ("{c}'s {n} drew wide attention.", BESIDE),
)
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
    ("pay back the loan", "default on the loan"), ("take part in the vote", "sit out the vote"),
    ("vote yes", "vote no"), ("hold on to the title", "renounce the title"), ("lift the ban", "leave the ban in place"),
    ("open the archive", "keep the archive closed"), ("speak up", "remain silent"), ("share the data", "sit on the data"),
    ("reveal the source", "protect the source"), ("stay within the budget", "go over the budget"),
    ("release the tapes", "hold back the tapes"), ("join the protest", "keep away from the protest"),
    ("take the oath", "refuse the oath"), ("return the money", "keep the money"), ("remain neutral", "take sides"),
    ("lock the door", "leave the door unlocked"), ("consult the experts", "bypass the experts"),
    ("fix the leak", "leave the leak unrepaired"), ("stand by the ally", "desert the ally"),
    ("comply with the ruling", "flout the ruling"), ("stay loyal", "switch sides"), ("keep the document", "destroy the document"),
    ("stop at the red light", "run the red light"), ("hold the referendum", "call off the referendum"),
    ("tell the family", "keep the family in the dark"), ("declare the income", "conceal the income"),
    ("carry out the threat", "back away from the threat"), ("publish the names", "keep the names secret"),
    ("respond to the letter", "leave the letter unanswered"), ("close the plant", "keep the plant running"),
)  # fmt: skip
MORE_OPPOSITE_QUESTIONS: Final = (
    "Is it true that {S} {a_past}?", "Did {S} really {a}?", "{S} has {a_part}.", "Is it false that {S} {b_past}?",
)  # fmt: skip
MORE_OPPOSITE: Final[Cases] = (
    ("{S} stopped short of {b_ger}.", SUPPORTS),
    ("{S} stopped short of {a_ger}.", REFUTES),
    ("There is no truth in the claim that {S} {b_past}.", SUPPORTS),
    ("There is no truth in the claim that {S} {a_past}.", REFUTES),
    ("{S} was accused of {b_ger}, wrongly as it turned out.", SUPPORTS),
    ("{S} was said to have {a_part}, wrongly as it turned out.", REFUTES),
    ("It is not the case that {S} {b_past}.", SUPPORTS),
    ("It is not the case that {S} {a_past}.", REFUTES),
    ("Contrary to expectations, {S} {a_past}.", SUPPORTS),
    ("Contrary to expectations, {S} {b_past}.", REFUTES),
    ("Everyone had expected {S} to {b}, but {he} did the opposite.", SUPPORTS),
    ("Everyone had expected {S} to {a}, but {he} did the opposite.", REFUTES),
    ("{S} came close to {b_ger} but did not.", SUPPORTS),
    ("{S} came close to {a_ger} but did not.", REFUTES),
    ("{S} {a_past}, {src} said, instead of {b_ger}.", SUPPORTS),
    ("{S} {b_past}, {src} said, instead of {a_ger}.", REFUTES),
    ("Unlike {S}, {Q} {b_past}.", SUPPORTS),
    ("Unlike {S}, {Q} {a_past}.", REFUTES),
    ("{Q} {b_past}, but {S} did not.", SUPPORTS),
    ("{Q} {a_past}, but {S} did not.", REFUTES),
    ("{S} had every chance to {b} but did not.", SUPPORTS),
    ("{S} had every chance to {a} but did not.", REFUTES),
    ("Accounts differ on whether {S} {a_past} or {b_past}.", NEUTRAL),
    ("Nobody knows yet whether {S} will {a} or {b}.", NEUTRAL),
    ("Asked about {b_ger}, {S} gave no clear answer.", NEUTRAL),
    ("{Q} {a_past} {when}.", BESIDE),
    ("{src} denied that {Q} had {b_part}.", BESIDE),
)
