"""More acts of one side towards another, with what the other side sees of them, and their nouns.

An act is what {a} does to {b}; beside it stands the same seen from {b}, where there is a word.
"""

# ruff: noqa: E501 - acts in rows
from __future__ import annotations

from typing import Final

TEAMS: Final = (
    "Harbour Rovers", "Northgate United", "Dynamo Vesna", "Real Costera", "Sporting Arvo", "Kingsmead",
    "Atletico Lerma", "Lakeside City", "Olympia Brod", "Eastfield Town", "Racing Valmont", "Viking Tarn",
)  # fmt: skip
INSTITUTIONS: Final = (
    "the Supreme Court", "parliament", "the police union", "the teachers' union", "the central bank",
    "the audit office", "the city council", "the finance ministry", "the Senate", "the national police",
    "the press council", "the border guard", "the election commission", "the medical association",
    "the tax office", "the army", "the public prosecutor", "the weather service", "the university",
)  # fmt: skip
MORE_ACTS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "country": (
        ("bomb {b}", ""), ("annex a province of {b}", "lose a province to {b}"),
        ("blockade {b}", "face a blockade by {b}"), ("declare war on {b}", ""), ("occupy part of {b}", ""),
        ("surrender to {b}", "accept the surrender of {b}"), ("arm rebels in {b}", ""),
        ("fire missiles at {b}", "come under missile fire from {b}"), ("deport citizens of {b}", "have its citizens deported by {b}"),
        ("sell submarines to {b}", "buy submarines from {b}"), ("sell power to {b}", "buy power from {b}"),
        ("extradite a banker to {b}", ""), ("recognise {b}", "gain recognition from {b}"),
        ("expel diplomats of {b}", "have its diplomats expelled by {b}"), ("close its airspace to {b}", ""),
        ("train soldiers for {b}", "have its soldiers trained by {b}"), ("cut off gas to {b}", "lose its gas supply from {b}"),
        ("impose tariffs on {b}", "face tariffs from {b}"), ("rebuke {b}", "earn a rebuke from {b}"),
        ("condemn {b} at the United Nations", "face condemnation from {b} at the United Nations"),
        ("promise troops to {b}", "receive a promise of troops from {b}"), ("send doctors to {b}", "receive doctors from {b}"),
        ("donate vaccines to {b}", "receive donated vaccines from {b}"), ("ask {b} for help", "receive a plea for help from {b}"),
        ("cancel the debts of {b}", "have its debts cancelled by {b}"), ("humiliate {b}", "suffer humiliation at the hands of {b}"),
        ("overtake {b} in the rankings", "fall behind {b} in the rankings"), ("pressure {b}", "come under pressure from {b}"),
        ("rescue sailors from {b}", "have its sailors rescued by {b}"), ("side with {b} in the dispute", ""),
        ("warn {b} of a flood", "receive a flood warning from {b}"), ("defy {b}", ""), ("flatter {b}", ""),
        ("hack the ministries of {b}", "have its ministries hacked by {b}"), ("vote against {b} at the summit", ""),
        ("veto the candidate of {b}", "have its candidate vetoed by {b}"), ("stop a ship from {b}", ""),
        ("beat {b} on penalties", "lose to {b} on penalties"), ("lift its sanctions on {b}", ""),
    ),
    "person": (
        ("slander {b}", "become the target of slander by {b}"), ("accuse {b} of plagiarism", "face an accusation of plagiarism from {b}"),
        ("blame {b} for the defeat", ""), ("nominate {b} for the post", "win a nomination for the post from {b}"),
        ("appoint {b} as deputy", ""), ("promote {b}", "receive a promotion from {b}"), ("coach {b}", ""), ("demote {b}", ""),
        ("recommend {b} for the job", "get a recommendation for the job from {b}"), ("follow {b} home", ""),
        ("punch {b}", "take a punch from {b}"), ("slap {b}", "get a slap from {b}"), ("kick {b}", "get a kick from {b}"),
        ("kiss {b} on the cheek", "get a kiss on the cheek from {b}"), ("mock {b} on television", "become a target of mockery by {b} on television"),
        ("sell a house to {b}", "buy a house from {b}"), ("rent a flat to {b}", "rent a flat from {b}"),
        ("give {b} a watch", "receive a watch from {b}"), ("leave a fortune to {b}", "inherit a fortune from {b}"),
        ("pay {b} for the photographs", "take payment for the photographs from {b}"), ("phone {b} at night", "get a call at night from {b}"),
        ("advise {b} on the campaign", "take advice on the campaign from {b}"), ("ask {b} for a pardon", ""),
        ("rescue {b} from the fire", ""), ("outlive {b}", ""), ("impersonate {b}", ""), ("misquote {b}", ""),
        ("ignore {b}", ""), ("contradict {b}", ""), ("imitate {b}", ""), ("distrust {b}", ""), ("admire {b}", ""),
        ("endorse {b}", "win the endorsement of {b}"), ("campaign for {b}", ""), ("donate money to {b}", "get a donation from {b}"),
        ("testify against {b}", ""), ("report {b} to the police", ""), ("overrule {b}", ""), ("vouch for {b}", ""),
        ("challenge {b} to a debate", "receive a challenge to a debate from {b}"), ("beat {b} at chess", "lose to {b} at chess"),
        ("propose to {b}", "receive a marriage proposal from {b}"), ("threaten {b}", "receive a threat from {b}"),
        ("film {b} in secret", ""), ("trick {b}", "fall for a trick by {b}"), ("ridicule {b}", "become a target of ridicule by {b}"),
        ("refuse {b} entry", ""), ("order {b} to leave", ""), ("translate for {b}", ""),
    ),
    "company": (
        ("license software to {b}", "license software from {b}"), ("sell a factory to {b}", "buy a factory from {b}"),
        ("accuse {b} of price fixing", "face accusations of price fixing from {b}"), ("complain about {b} to the regulator", ""),
        ("pay {b} damages", "receive damages from {b}"), ("extend credit to {b}", "get credit from {b}"), ("bail out {b}", ""),
        ("sponsor {b}", "receive sponsorship from {b}"), ("audit {b}", "undergo an audit by {b}"), ("hack {b}", ""),
        ("insure {b}", "take out insurance with {b}"), ("deliver batteries to {b}", "receive batteries from {b}"),
        ("order turbines from {b}", "win an order for turbines from {b}"), ("outperform {b}", "do worse than {b}"),
        ("drop {b} as a supplier", ""), ("spy on {b}", ""), ("acquire a stake in {b}", ""), ("threaten {b} with a lawsuit", ""),
        ("reject a bid from {b}", "have a bid rejected by {b}"), ("make an offer for {b}", "receive an offer from {b}"),
        ("hire the chairman of {b}", "lose its chairman to {b}"), ("build ships for {b}", "have ships built by {b}"),
        ("evict {b} from its offices", "face eviction from its offices by {b}"), ("boycott {b}", "face a boycott by {b}"),
        ("win customers from {b}", "lose customers to {b}"), ("train pilots for {b}", "have its pilots trained by {b}"),
        ("ship grain to {b}", "take delivery of grain from {b}"), ("guarantee the loans of {b}", ""),
        ("finance {b}", ""), ("deceive {b}", ""), ("imitate {b}", ""), ("mock {b}", ""), ("ruin {b}", ""),
        ("criticise {b}", "face criticism from {b}"), ("outsmart {b}", ""), ("underestimate {b}", ""),
    ),
    "team": (
        ("beat {b} on penalties", "lose to {b} on penalties"), ("knock {b} out of the cup", "go out of the cup against {b}"),
        ("sign a striker from {b}", "lose a striker to {b}"), ("loan a goalkeeper to {b}", "borrow a goalkeeper from {b}"),
        ("overtake {b} in the table", "fall behind {b} in the table"), ("complain about {b} to the league", ""),
        ("sell its best defender to {b}", "buy the best defender of {b}"), ("host {b} in the semi-final", "travel to {b} for the semi-final"),
        ("concede a late goal to {b}", "score a late goal against {b}"), ("thrash {b}", "suffer a thrashing at the hands of {b}"),
        ("eliminate {b}", ""), ("accuse {b} of cheating", "face an accusation of cheating from {b}"), ("outplay {b}", ""),
        ("protest against the tactics of {b}", ""), ("equalise against {b}", "concede an equaliser to {b}"),
        ("hire the coach of {b}", "lose its coach to {b}"), ("waste a two-goal lead against {b}", ""),
        ("humiliate {b}", "suffer humiliation at the hands of {b}"), ("mock {b}", ""), ("dominate {b}", ""), ("sue {b}", "face a lawsuit from {b}"),
        ("unsettle {b}", ""), ("criticise {b}", "come in for criticism from {b}"),
    ),
    "institution": (
        ("overrule {b}", "have a decision overruled by {b}"), ("sue {b}", "face a lawsuit from {b}"), ("thank {b}", ""),
        ("criticise {b}", "come in for criticism from {b}"), ("investigate {b}", "come under investigation by {b}"),
        ("summon the head of {b}", "have its head summoned by {b}"), ("cut funding for {b}", "lose funding from {b}"),
        ("reject a proposal from {b}", "have a proposal rejected by {b}"), ("ask {b} for documents", "receive a request for documents from {b}"),
        ("pass evidence to {b}", "obtain evidence from {b}"), ("search the offices of {b}", "have its offices searched by {b}"),
        ("mislead {b}", ""), ("back {b} in the dispute", "win the backing of {b} in the dispute"), ("defy {b}", ""),
        ("send a case to {b}", "receive a case from {b}"), ("block a reform by {b}", "have a reform blocked by {b}"),
        ("warn {b}", "receive a warning from {b}"), ("advise {b}", "take advice from {b}"), ("insult {b}", ""),
        ("pay rent to {b}", "collect rent from {b}"), ("accuse {b} of bias", "face an accusation of bias from {b}"),
        ("move into a building of {b}", ""), ("apologise to {b}", "receive an apology from {b}"),
    ),
}  # fmt: skip
# Acts of which only one side can be the doer: the other way round, they speak against it too.
ONE_SIDED: Final = frozenset(
    {
        "beat", "defeat", "succeed", "replace", "overtake", "outbid", "outlive", "outperform", "outplay", "dominate", "outsmart",
        "surrender", "thrash", "eliminate", "knock", "win",
    }
)  # fmt: skip
# The noun of an act, as in "{a}'s attack on {b}".
NOMINALS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "country": (
        ("attack on {b}", "attack {b}"), ("invasion of {b}", "invade {b}"), ("apology to {b}", "apologise to {b}"),
        ("loan to {b}", "grant a loan to {b}"), ("declaration of war on {b}", "declare war on {b}"),
        ("blockade of {b}", "blockade {b}"), ("gift of vaccines to {b}", "donate vaccines to {b}"),
        ("recognition of {b}", "recognise {b}"), ("sale of submarines to {b}", "sell submarines to {b}"),
        ("condemnation of {b}", "condemn {b}"), ("lawsuit against {b}", "sue {b}"), ("surrender to {b}", "surrender to {b}"),
        ("ban on imports from {b}", "ban imports from {b}"), ("threat against {b}", "threaten {b}"),
        ("humiliation of {b}", "humiliate {b}"), ("victory over {b}", "defeat {b}"),
    ),
    "person": (
        ("attack on {b}", "attack {b}"), ("criticism of {b}", "criticise {b}"), ("letter to {b}", "write to {b}"),
        ("betrayal of {b}", "betray {b}"), ("victory over {b}", "defeat {b}"), ("warning to {b}", "warn {b}"),
        ("endorsement of {b}", "endorse {b}"), ("lawsuit against {b}", "sue {b}"), ("dismissal of {b}", "dismiss {b}"),
        ("accusation of bribery against {b}", "accuse {b} of bribery"), ("nomination of {b}", "nominate {b}"),
        ("threat against {b}", "threaten {b}"), ("donation to {b}", "donate money to {b}"), ("rescue of {b}", "rescue {b}"),
        ("testimony against {b}", "testify against {b}"), ("marriage proposal to {b}", "propose to {b}"),
    ),
    "company": (
        ("takeover of {b}", "take over {b}"), ("purchase of {b}", "buy {b}"), ("lawsuit against {b}", "sue {b}"),
        ("investment in {b}", "invest in {b}"), ("boycott of {b}", "boycott {b}"), ("offer for {b}", "make an offer for {b}"),
        ("rescue of {b}", "rescue {b}"), ("audit of {b}", "audit {b}"), ("complaint about {b}", "complain about {b}"),
    ),
    "team": (
        ("win over {b}", "beat {b}"), ("defeat of {b}", "defeat {b}"), ("complaint about {b}", "complain about {b}"),
        ("elimination of {b}", "eliminate {b}"), ("late goal against {b}", "score a late goal against {b}"),
    ),
    "institution": (
        ("criticism of {b}", "criticise {b}"), ("lawsuit against {b}", "sue {b}"), ("warning to {b}", "warn {b}"),
        ("investigation of {b}", "investigate {b}"), ("raid on {b}", "raid {b}"), ("apology to {b}", "apologise to {b}"),
        ("complaint about {b}", "complain about {b}"), ("attack on {b}", "attack {b}"),
    ),
}  # fmt: skip
