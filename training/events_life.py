"""Acts in business, science, health, sport, culture, nature and technology; lines as in `events`."""

# ruff: noqa: E501 - one concept a line, so that its wordings can be compared
from __future__ import annotations

from typing import Final

LIFE: Final = """
firm | nationalise {O}; take {O} into public ownership; bring {O} into state hands; make {O} state property | leave {O} in private hands; privatise {O}
firm | award a contract to {O}; give {O} the contract; choose {O} for the contract; pick {O} as contractor | pass over {O} for the contract; strip {O} of the contract
firm | cut ties with {O}; sever links with {O}; break with {O}; end all dealings with {O} | deepen ties with {O}; stay in business with {O}
firm | sell {his} shares in {O}; dump {his} stake in {O}; get rid of {his} holding in {O}; offload {his} shares in {O} | hold on to {his} shares in {O}; buy more shares in {O}
firm | float {O}; list {O} on the stock exchange; take {O} public; bring {O} to the stock market | keep {O} private; call off the flotation of {O}
firm | hack {O}; break into {O}'s computers; penetrate the network of {O}; gain unlawful access to {O}'s systems | leave {O}'s computers alone; stay out of {O}'s network
org | audit {O}; examine the books of {O}; check {O}'s accounts; go through the accounts of {O} | leave {O}'s books unexamined; call off an audit of {O}
org | investigate {O}; open an inquiry into {O}; launch a probe into {O}; look into the dealings of {O} | drop the inquiry into {O}; close the file on {O}
org | shut down {O}; dissolve {O}; wind up {O}; put an end to {O} | keep {O} going; keep {O} alive
org | quit {O}; leave {O}; pull out of {O}; walk out of {O}; turn {his} back on {O} | stay in {O}; remain part of {O}
org | criticise {O}; slam {O}; blast {O}; hit out at {O}; take {O} to task | praise {O}; hail {O}
project | approve {O}; give {O} the go-ahead; give the green light to {O}; wave {O} through | reject {O}; turn down {O}; block {O}
project | protest against {O}; demonstrate against {O}; take to the streets against {O}; march in protest at {O} | demonstrate in favour of {O}; keep away from protests against {O}
project | rename {O}; give {O} a new name; change the name of {O}; call {O} by a new name from now on | keep the name of {O}; leave {O} with its old name
project | sabotage {O}; wreck {O} on purpose; inflict deliberate damage on {O}; damage {O} deliberately | leave {O} unharmed; protect {O} from harm
project | redesign {O}; draw up new plans for {O}; rework the design of {O}; give {O} a new design | stick to the old design of {O}; leave the plans for {O} unchanged
rate | halve {O}; cut {O} in half; cut {O} by half; reduce {O} by fifty percent | double {O}; leave {O} unchanged
rate | double {O}; raise {O} twofold; put {O} up by a hundred percent; increase {O} to twice the level | halve {O}; leave {O} unchanged
person | beat {O}; defeat {O}; get the better of {O}; overcome {O}; triumph over {O} | lose to {O}; get beaten by {O}; draw with {O}
person | punch {O}; land a punch on {O}; hit {O} with {his} fist; throw a punch that struck {O} | keep {his} hands off {O}; walk away from a fight with {O}
person | hug {O}; embrace {O}; throw {his} arms around {O}; fold {O} in {his} arms | keep {O} at arm's length; refuse {O} an embrace
person | protect {O} from blame; cover up for {O}; shield {O} from blame; keep the blame off {O} | heap the blame on {O}; expose {O}
drug | approve {O}; license {O} for use; give {O} the green light; clear {O} for use | ban {O}; refuse to license {O}; turn down {O}
drug | test {O} on volunteers; try {O} out on volunteers; run a clinical trial of {O}; carry out human trials of {O} | skip human trials of {O}; call off the trial of {O}
drug | recall {O}; withdraw {O} from sale; pull {O} off the shelves; take {O} off the market | keep {O} on the market; leave {O} on sale
drug | recommend {O}; advise patients to take {O}; speak out in favour of taking {O}; advocate the use of {O} | warn against {O}; advise against {O}
drug | make {O} free; hand out {O} free of charge; offer {O} at no cost; give {O} away for nothing | charge for {O}; put a price on {O}
work | ban {O}; outlaw {O}; prohibit {O}; forbid {O} | allow {O}; lift the ban on {O}
work | finish {O}; complete {O}; bring {O} to completion; put the finishing touches to {O} | abandon {O}; leave {O} unfinished
work | pan {O}; give {O} a bad review; tear {O} to pieces in a review; savage {O} in print | rave about {O}; give {O} a glowing review
work | translate {O}; render {O} into another language; put {O} into another language; produce a translation of {O} | leave {O} untranslated; turn down a commission to translate {O}
work | plagiarise {O}; copy {O} without credit; pass {O} off as {his} own; present {O} as {his} own work | credit {O} to its author; acknowledge {O} as another's work
nature | declare {O} a nature reserve; place {O} under protection; protect {O} by law; turn {O} into a protected area | strip {O} of its protection; open {O} to developers
nature | pollute {O}; contaminate {O}; foul {O}; poison {O} with waste | keep {O} clean; clean up {O}
nature | drill for oil in {O}; sink an oil well in {O}; bore for oil in {O}; send drills into {O} for oil | keep oil drills out of {O}; give up the drilling licence for {O}
nature | clear {O} of rubbish; rid {O} of waste; clean the waste out of {O}; remove the rubbish from {O} | leave the rubbish in {O}; let {O} fill with rubbish
nature | allow building in {O}; let builders into {O}; give permission to build in {O}; open {O} to construction | forbid building in {O}; keep builders out of {O}
nature | restore {O}; bring {O} back to life; return {O} to its natural state; revive {O} | let {O} decay; leave {O} to die
device | bring {O} to market; put {O} on sale; release {O} to the public; launch {O}; roll out {O} | shelve {O}; call off the launch of {O}
device | ban {O}; outlaw {O}; prohibit the use of {O}; forbid the use of {O} | allow {O}; lift the ban on {O}
device | switch off {O}; shut {O} down; take {O} offline; pull the plug on {O} | keep {O} running; keep {O} online
device | stop using {O}; give up {O}; abandon {O}; turn {his} back on {O}; ditch {O} | go on using {O}; stick with {O}
device | praise {O}; hail {O}; give {O} top marks; rave about {O} | find fault with {O}; slam {O}
none | take a pay cut; accept a lower salary; agree to earn less; give up part of {his} salary | take a pay rise; keep {his} full salary
none | move the headquarters abroad; relocate the head office to another country; shift the company's base overseas; take the head office out of the country | keep the headquarters at home; leave the head office where it is
none | build a new factory; put up a new plant; set up a new production site; erect a new works | drop plans for a factory; make do with the old factory
none | pay a dividend; hand out a dividend; distribute profits to shareholders; share the profits with the owners | pass over the dividend; keep all profits in the company
none | test positive for the virus; return a positive virus test; get a positive result in the virus test; come back positive in a test for the virus | test negative for the virus; return a negative virus test
none | get vaccinated; have the jab; receive the vaccine; roll up {his} sleeve for the vaccine | go unvaccinated; skip the jab; turn down the vaccine
none | donate a kidney; give up a kidney for a patient; let surgeons remove a kidney for someone in need; make the gift of a kidney | keep both kidneys; back out of the kidney donation
none | quit smoking; give up cigarettes; kick the smoking habit; stop smoking | go on smoking; keep up the smoking habit
none | fake the data; fabricate the results; invent the measurements; cook up the figures | use genuine data; report the measurements faithfully
none | fly into space; go into orbit; leave the earth on a rocket; travel into space | stay on the ground; give up {his} seat on the rocket
none | climb the mountain; scale the peak; get to the top of the mountain; conquer the peak | turn back below the peak; give up the climb
none | win the title; become champion; lift the trophy; take the championship; get crowned champion | lose the final; miss out on the title; finish second
none | break the world record; set a new world record; better the world record; post the best mark in history | fall short of the world record; miss the world record
none | fail a doping test; test positive for a banned substance; get caught doping; return a positive doping sample | pass the doping test; test clean
none | score the winning goal; net the winner; put away the decisive goal; get the goal that decided the match | fail to score; finish the match without a goal
none | change clubs; move to another club; transfer to a rival side; leave {his} club for another | stay at {his} club; remain loyal to {his} club
none | start the match; take {his} place in the starting line-up; play from the first minute; line up at kick-off | start on the bench; miss the match; watch the match from the stands
none | get sent off; receive a red card; pick up a red card; collect a red card | stay on the pitch to the end; escape a red card
none | take a knee during the anthem; kneel during the anthem; go down on one knee for the anthem; drop to one knee while the anthem is played | stand for the anthem; remain standing during the anthem
none | perform at the festival; play a set at the festival; take the stage at the festival; give a show at the festival | pull out of the festival show; cancel the festival performance
none | release a new album; bring out a new record; put out an album; come out with a new album | shelve the album; keep the new songs unreleased
none | write a memoir; put {his} life story on paper; pen an autobiography; set down {his} life story in a book | leave {his} life story unwritten; turn down an offer to write a memoir
none | change {his} name; take a new name; adopt a different name; drop {his} old name for a new one | keep {his} name; hold on to {his} old name
none | adopt a child; become an adoptive parent; take a child into the family by adoption; give a child a home by adoption | call off the adoption; withdraw the application to adopt
none | give up meat; stop eating meat; become a vegetarian; go vegetarian; swear off meat | go on eating meat; return to eating meat
none | ban plastic bags; outlaw plastic bags; prohibit plastic bags; make plastic bags unlawful | keep plastic bags legal; reject a ban on plastic bags
none | meet the climate target; hit the emissions goal; reach the climate goal; cut emissions by as much as promised | miss the climate target; fall short of the emissions goal
none | delete {his} account; close {his} account; leave the social network; take down {his} profile | keep {his} account; go on posting
none | post the video; upload the clip; put the footage online; share the recording on the internet | keep the footage offline; keep the clip to {his} own phone
none | patch the software; fix the security hole; close the loophole in the program; repair the flaw in the code | leave the security hole open; leave the flaw in the code unrepaired
"""

THINGS: Final[dict[str, tuple[str, ...]]] = {
    "firm": (
        "Alpine Savings Bank", "the chip maker Quandel", "the grocer Hobb & Lane", "Baltic Airways",
        "Norvia Telecom", "the publisher Amberley", "the shipyard Nordhavn", "the brewer Castellan",
        "the steelmaker Ferrum", "the insurer Polaris", "the toy maker Klots", "Estrella Mining",
    ),
    "staff": (
        "the nurses", "the pilots", "the dock workers", "the teachers", "the train drivers",
        "the bus drivers", "the journalists", "the cleaners", "the postal workers", "the miners",
        "the firefighters", "the warehouse workers",
    ),
    "crowd": (
        "the farmers", "the flood victims", "the protesters", "the tenants", "the students",
        "the fishermen", "the pensioners", "the beekeepers", "the taxi drivers", "the residents",
        "the football fans", "the families of the victims",
    ),
    "drug": (
        "the malaria vaccine", "the weight-loss pill", "the new painkiller", "the flu jab",
        "the cancer drug Veltarin", "the gene therapy", "the sleeping tablet", "the allergy spray",
    ),
    "work": (
        "the film Salt Road", "the novel Winter Harbour", "the play", "the documentary", "the musical",
        "the comic book", "the opera", "the television series", "the song", "the cookbook",
    ),
    "nature": (
        "the Amber forest", "the river Talle", "the coral reef", "the wetlands", "Lake Ornis",
        "the coastal dunes", "the mountain valley", "the salt marsh", "the bay", "the nature park",
    ),
    "device": (
        "the messaging app Plink", "the search engine", "the electric car", "the phone Vega 5",
        "the chatbot", "the delivery drone", "the video platform", "the smart watch", "the payment app",
    ),
}  # fmt: skip
