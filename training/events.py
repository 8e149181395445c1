"""Things that people do in the news, each in several wordings, with what excludes it.

A line is `object kind | wordings ; ... | wordings of acts that exclude it ; ...`. The kind fills
{O}. Concepts in HELD_EVENTS are never trained on.
"""

# ruff: noqa: E501 - one concept a line, so that its wordings can be compared
from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from training.events_life import LIFE, THINGS
from training.events_public import PUBLIC

_TRAIN: Final = """
none | resign; step down; leave office; quit; hand in {his} resignation; give up {his} post; tender {his} resignation | stay in office; remain in {his} post; serve out {his} term
person | meet {O}; hold talks with {O}; have a meeting with {O}; sit down with {O} | cancel a meeting with {O}; refuse to see {O}; turn down a request to meet {O}
country | visit {O}; travel to {O}; pay a visit to {O}; make a trip to {O} | call off a trip to {O}; cancel a visit to {O}
person | apologise to {O}; say sorry to {O}; offer {O} an apology; issue an apology to {O} | refuse {O} an apology
person | thank {O}; express gratitude to {O}; send {O} a note of thanks; extend thanks to {O} | snub {O}
person | endorse {O}; back {O}; throw {his} support behind {O}; come out in favour of {O} | withhold {his} support from {O}; come out against {O}
person | criticise {O}; condemn {O}; attack {O}; lash out at {O}; slam {O}; hit out at {O} | praise {O}; commend {O}; pay tribute to {O}
law | sign {O}; put {his} signature to {O}; approve {O}; enact {O} | veto {O}; reject {O}; send back {O}; block {O}
law | support {O}; back {O}; welcome {O}; speak out in favour of {O}; greet {O} warmly; hail {O} | oppose {O}; denounce {O}; come out against {O}; condemn {O}
project | fund {O}; pay for {O}; provide money for {O}; finance {O}; bankroll {O} | cut off money for {O}; stop paying for {O}
project | cancel {O}; scrap {O}; call off {O}; abandon {O}; axe {O}; ditch {O}; pull the plug on {O} | go ahead with {O}; press on with {O}; keep {O} alive
project | open {O}; inaugurate {O}; launch {O}; unveil {O} | shut {O}; close {O}; postpone the opening of {O}
org | buy {O}; acquire {O}; take over {O}; complete the purchase of {O}; snap up {O} | drop a bid for {O}; walk away from a deal to buy {O}
org | join {O}; become a member of {O}; sign up to {O}; enter {O} | leave {O}; withdraw from {O}; stay out of {O}
org | sue {O}; take {O} to court; file a lawsuit against {O}; drag {O} to court | drop a lawsuit against {O}; settle out of court with {O}
person | dismiss {O}; sack {O}; fire {O}; remove {O} from office; oust {O} from office | keep {O} in the job; retain {O}
person | appoint {O}; name {O} to the post; hire {O}; give the job to {O}; tap {O} for the post | pass over {O}
person | pardon {O}; grant {O} clemency; grant a pardon to {O} | deny {O} clemency; refuse {O} a pardon
person | arrest {O}; detain {O}; take {O} into custody; nab {O} | release {O}; set {O} free; let {O} go
rate | raise {O}; increase {O}; put up {O}; push up {O}; hike {O} | cut {O}; lower {O}; leave {O} unchanged; hold {O} steady
rate | cut {O}; lower {O}; reduce {O}; bring down {O} | raise {O}; increase {O}; leave {O} unchanged; push up {O}
place | attack {O}; strike {O}; shell {O}; carry out a strike on {O} | spare {O}; leave {O} untouched
place | leave {O}; pull out of {O}; withdraw from {O}; depart from {O} | stay in {O}; remain in {O}
none | win the election; come first in the vote; defeat {his} rivals at the polls | lose the election; suffer defeat at the polls; come second in the vote
none | concede defeat; admit defeat; accept the result; acknowledge the loss | contest the result; refuse to concede; reject the result
none | call an early election; announce a snap vote; bring forward the election | rule out an early election; let parliament run its full term
none | accept the award; take the prize; collect the honour | turn down the award; hand back the prize; reject the honour
none | take a bribe; accept a payment for favours; pocket kickbacks | turn down a bribe; hand back the money
none | declare a ceasefire; announce a truce; stop the fighting; agree to halt hostilities | break the truce; resume the fighting
none | impose a curfew; order people to stay indoors at night; introduce a night-time curfew | lift the curfew
none | publish the report; release the findings; make the inquiry's conclusions public | keep the report secret; withhold the findings
none | undergo surgery; have an operation; go under the knife | cancel the operation; put off the surgery
none | attend the funeral; be present at the burial; go to the memorial service | stay away from the funeral; skip the burial; miss the memorial service
none | attend the summit; take part in the conference; go to the gathering of leaders | boycott the summit; skip the conference; stay away from the summit
none | testify before the committee; give evidence to the inquiry; appear before lawmakers | ignore the summons; stay silent before the committee
country | recognise {O}; establish diplomatic ties with {O}; open an embassy in {O} | sever ties with {O}; close its embassy in {O}
country | send weapons to {O}; supply arms to {O}; ship missiles to {O}; provide {O} with munitions | halt arms deliveries to {O}; block weapons for {O}
country | lift sanctions on {O}; end the embargo against {O}; remove restrictions on {O} | tighten sanctions on {O}; keep the embargo on {O}; extend sanctions against {O}
country | impose sanctions on {O}; slap tariffs on {O}; introduce penalties against {O} | lift sanctions on {O}; drop tariffs on {O}
country | invade {O}; send troops into {O}; cross into {O} with its forces | pull troops out of {O}
person | phone {O}; call {O}; speak to {O} by telephone; ring {O} | ignore a call from {O}; hang up on {O}
person | congratulate {O}; send best wishes to {O}; offer {O} congratulations | snub {O}
person | sign a contract with {O}; strike a deal with {O}; reach an agreement with {O} | break off talks with {O}; walk out of talks with {O}
person | marry {O}; wed {O}; tie the knot with {O} | break up with {O}; call off the wedding to {O}
person | lie to {O}; mislead {O}; deceive {O} | tell {O} the truth
country | expel the ambassador of {O}; throw out {O}'s envoy; order {O}'s top diplomat to leave | keep ties with {O} as they were; let {O}'s ambassador stay
country | sign a peace treaty with {O}; end the war with {O}; lay down arms against {O} | go on fighting {O}; resume the war against {O}
country | borrow money from {O}; take a loan from {O}; turn to {O} for credit | turn down a loan from {O}; do without {O}'s money
country | close the border with {O}; seal the frontier with {O}; shut the crossings to {O} | keep the border with {O} open; reopen the frontier with {O}
country | move the embassy in {O}; relocate the mission in {O} | leave the embassy in {O} where it is
country | criticise {O}'s record on human rights; rebuke {O} over its treatment of prisoners | praise {O}'s record on human rights
person | accuse {O} of lying; call {O} a liar; say that {O} lied | defend {O}'s honesty; say that {O} told the truth
person | promote {O}; give {O} a higher post; move {O} up | demote {O}; pass {O} over for promotion
person | bribe {O}; pay {O} off; buy {O}'s silence | report {O} to the police
person | threaten {O}; issue threats against {O}; try to intimidate {O} | reassure {O}
person | replace {O}; take over from {O}; step into {O}'s shoes | leave {O} in place
person | divorce {O}; end the marriage to {O}; separate from {O} | stay married to {O}; renew the vows with {O}
person | debate {O}; face {O} in a debate; take on {O} in front of the cameras | duck a debate with {O}; refuse to debate {O}
person | interview {O}; question {O} on air | cancel an interview with {O}
person | advise {O}; give advice to {O}; counsel {O} | keep away from {O}
person | expel {O} from the party; throw {O} out of the party; strip {O} of membership; boot {O} out of the party | let {O} stay in the party; readmit {O}
person | extradite {O}; hand {O} over to foreign police; surrender {O} to a foreign court | block the extradition of {O}; refuse to hand over {O}
law | vote for {O}; cast a vote in favour of {O}; say yes to {O} | vote against {O}; vote down {O}; abstain on {O}
law | amend {O}; rewrite {O}; make changes to {O} | leave {O} untouched; pass {O} unchanged
law | challenge {O} in court; go to court over {O}; file an appeal against {O} | accept {O}; drop the case against {O}
law | read {O}; study {O} in full; go through {O} page by page | leave {O} unread
project | visit {O}; tour {O}; take a walk through {O} | stay away from {O}; cancel a tour of {O}
project | insure {O}; take out cover for {O} | leave {O} uninsured
project | sell {O}; put {O} on the market; dispose of {O} | hold on to {O}; refuse to sell {O}
project | inspect {O}; examine {O}; send inspectors to {O} | leave {O} unchecked
project | extend {O}; enlarge {O}; make {O} bigger | shrink {O}; scale back {O}
org | invest in {O}; put money into {O}; buy a stake in {O} | sell the stake in {O}; pull money out of {O}
org | bail out {O}; rescue {O} with public money; save {O} from collapse | let {O} fail; refuse to rescue {O}
org | boycott {O}; stop dealing with {O}; refuse to work with {O}; shun {O} | go on working with {O}
org | raid {O}; search the offices of {O} | call off a raid on {O}
org | apologise to the customers of {O}; say sorry to those who trusted {O} | blame the customers of {O}
rate | freeze {O}; keep {O} as they are; hold {O} where they are | raise {O}; change {O}
none | cut jobs; lay off workers; make staff redundant; shed staff; axe jobs | keep all staff; hire more workers
none | admit a mistake; own up to an error; acknowledge being wrong | insist on being right; refuse to admit any error
none | leave hospital; go home from hospital; be discharged | remain in hospital; stay on the ward
none | break the law; commit a crime; act illegally | stay within the law; act lawfully
none | call a strike; tell workers to walk out; start industrial action | call off the strike; send workers back to work
none | leak the document; pass the file to journalists; give the papers to the press | keep the document to {his} inner circle
none | win the case; prevail in court; come out on top in the lawsuit | lose the case; suffer defeat in court
none | tell the police; go to the police; report it to the authorities | keep quiet about it; hide it from the police
none | flee the country; escape abroad; go into exile | stay in the country; remain at home
none | withdraw the bill; take back the proposal; drop the legislation | press ahead with the bill; push the proposal through
none | raise the alarm; warn the public; sound a warning | keep the danger quiet; say nothing of the danger
none | destroy the records; shred the files; delete the data | preserve the records; keep the files
none | break off the talks; walk out of the negotiations; leave the table | stay at the table; go on with the talks
"""

_HELD: Final = """
person | invite {O}; ask {O} to come; extend an invitation to {O} | exclude {O}; leave {O} off the guest list
person | forgive {O}; make peace with {O}; bury the hatchet with {O} | hold a grudge against {O}
country | evacuate its citizens from {O}; fly its people out of {O}; bring its nationals home from {O} | leave its citizens in {O}
law | repeal {O}; abolish {O}; do away with {O} | uphold {O}; preserve {O}; keep {O} in force
org | merge with {O}; join forces with {O}; combine with {O} | split from {O}; remain independent of {O}
project | delay {O}; postpone {O}; push back {O} | bring forward {O}; speed up {O}
none | retire from politics; bow out of public life; end {his} political career | run for another term; seek re-election
none | pay the fine; settle the penalty; hand over the money owed | appeal against the fine; ignore the penalty
none | declare bankruptcy; file for insolvency; go bust | return to profit; stay afloat
"""

OBJECTS: Final[dict[str, tuple[str, ...]]] = {
    "law": (
        "the pension reform", "the climate bill", "the new tax law", "the ban on short-term rentals",
        "the asylum law", "the farm bill", "the court's ruling", "the trade agreement", "the budget",
        "the data protection act", "the plan to close three hospitals", "the election result",
    ),
    "project": (
        "the coastal railway", "the stadium", "the new airport terminal", "the vaccine programme",
        "the nuclear plant", "the Baltic pipeline", "the satellite mission", "the housing scheme",
        "the festival", "the museum", "the offshore wind farm", "the scholarship scheme",
    ),
    "org": (
        "Helvetia Bank", "the shipping group Marlin", "the chip maker Corex", "the defence pact",
        "the trade bloc", "the retailer Bellmart", "the climate alliance", "Air Levant", "Telvia",
        "the customs union", "the publisher Hartwell", "the coalition",
    ),
    "rate": (
        "interest rates", "the minimum wage", "fuel prices", "the retirement age", "income tax",
        "tuition fees", "the defence budget", "rail fares", "oil production", "the speed limit",
    ),
    **THINGS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """A concept: the kind of its object, its wordings and wordings of what excludes it."""

    kind: str
    wordings: tuple[str, ...]
    excluded: tuple[str, ...]


def _parse(text: str) -> tuple[Event, ...]:
    events = []
    for line in text.strip().splitlines():
        kind, wordings, excluded = (part.strip() for part in line.split("|"))
        events.append(
            Event(
                kind,
                tuple(phrase.strip() for phrase in wordings.split(";")),
                tuple(phrase.strip() for phrase in excluded.split(";")),
            )
        )
    return tuple(events)


TRAIN_EVENTS: Final = (*_parse(_TRAIN), *_parse(PUBLIC), *_parse(LIFE))
HELD_EVENTS: Final = _parse(_HELD)
