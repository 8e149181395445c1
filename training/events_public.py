"""Acts of public life: diplomacy, war, elections, courts, police and labour; lines as in `events`."""

# ruff: noqa: E501 - one concept a line, so that its wordings can be compared
from __future__ import annotations

from typing import Final

PUBLIC: Final = """
country | sign a trade deal with {O}; conclude a trade pact with {O}; put pen to paper on a commercial treaty with {O}; seal a trade agreement with {O} | break off trade talks with {O}; walk away from a trade deal with {O}
country | take {O}'s side in the dispute; side with {O} in the quarrel; come down on the side of {O} in the row; throw in {his} lot with {O} in the dispute | stay neutral in {O}'s dispute; side against {O} in the quarrel
country | cut off aid to {O}; stop all aid to {O}; turn off the flow of aid to {O}; halt assistance to {O} | keep aid flowing to {O}; step up aid to {O}
country | cancel {O}'s debt; write off what {O} owes; release {O} from its debts; wipe {O}'s slate clean of debt | insist on being repaid by {O}; call in {O}'s loans
country | scrap visas for travellers from {O}; let the people of {O} in without a visa; drop the visa requirement for {O}'s citizens; grant visa-free entry to visitors from {O} | keep visas for travellers from {O}; tighten visa rules for {O}
country | stop imports from {O}; shut the market to goods from {O}; bar {O}'s products; slap a ban on goods from {O} | open the market to goods from {O}; lift a ban on goods from {O}
country | hold military exercises with {O}; stage joint drills with {O}; take part in joint manoeuvres with {O}; practise for war side by side with {O} | call off joint drills with {O}; pull out of exercises with {O}
country | summon {O}'s ambassador; call in the ambassador of {O}; haul in {O}'s envoy; order {O}'s ambassador to come to the foreign ministry | leave {O}'s ambassador in peace; spare {O}'s ambassador a summons
country | accept refugees from {O}; take in people fleeing {O}; open the door to refugees from {O}; give shelter to those fleeing {O} | turn away refugees from {O}; shut the door on people fleeing {O}
country | settle the border dispute with {O}; resolve the row with {O} over the border; come to terms with {O} on where the frontier runs; bring the quarrel with {O} over the boundary to an end | keep the border dispute with {O} alive; break off border talks with {O}
country | cut diplomatic ties with {O}; sever relations with {O}; end diplomatic relations with {O}; break off relations with {O} | keep up relations with {O}; restore ties with {O}
country | declare war on {O}; issue a declaration of war against {O}; announce that a state of war exists with {O}; proclaim war on {O} | keep the peace with {O}; rule out war with {O}
country | exchange prisoners with {O}; swap captives with {O}; carry out a prisoner swap with {O}; trade detainees with {O} | break off talks with {O} on a prisoner swap; keep all prisoners from {O} behind bars
country | blockade {O}; impose a naval blockade on {O}; cut {O} off by sea; stop all ships bound for {O} | let ships through to {O}; lift the blockade of {O}
country | send doctors to {O}; dispatch a medical team to {O}; fly medics to {O}; provide {O} with doctors | keep {his} doctors out of {O}; turn down {O}'s plea for doctors
country | back {O}'s bid to join the union; speak up for {O}'s membership of the union; favour letting {O} into the union; support {O}'s entry into the union | veto {O}'s entry into the union; oppose {O}'s bid to join the union
person | shake hands with {O}; shake {O}'s hand; give {O} a handshake; clasp the hand of {O} | refuse to shake hands with {O}; leave {O}'s outstretched hand hanging
person | flatter {O}; butter {O} up; shower {O} with compliments; pay {O} compliments | insult {O}; run {O} down
person | praise {O}; hail {O}; heap praise on {O}; sing {O}'s praises; speak of {O} in glowing terms | criticise {O}; find fault with {O}; slam {O}
person | dine with {O}; have dinner with {O}; share an evening meal with {O}; eat dinner at one table with {O} | cancel a dinner with {O}; refuse to sit at table with {O}
person | welcome {O} at the airport; greet {O} on arrival at the airport; meet {O} off the plane; go to the airport to receive {O} | stay away from {O}'s arrival at the airport; leave {O} waiting at the airport
person | award {O} a medal; decorate {O} with a medal; pin a medal on {O}; bestow a medal on {O} | strip {O} of a medal; deny {O} a medal
person | nominate {O}; put {O} forward; propose {O} as a candidate; name {O} as the nominee | withdraw the nomination of {O}; pass over {O} in the nominations
person | impeach {O}; start impeachment proceedings against {O}; set the impeachment of {O} in motion; begin the process of impeaching {O} | drop the impeachment of {O}; refuse to impeach {O}
person | campaign for {O}; canvass for {O}; hit the campaign trail for {O}; stump for {O} | campaign against {O}; sit out {O}'s campaign
person | give money to the campaign of {O}; contribute to {O}'s campaign chest; donate to {O}'s campaign; help finance {O}'s campaign | withhold money from {O}'s campaign; give nothing to {O}'s campaign
person | challenge {O} for the party leadership; stand against {O} in the leadership race; throw down the gauntlet to {O} for the leadership; take on {O} for the party's top job | stand aside for {O} in the leadership race; leave {O} unopposed as party leader
person | charge {O} with a crime; press charges against {O}; bring a prosecution against {O}; file criminal charges against {O} | drop the charges against {O}; clear {O} of wrongdoing
person | testify against {O}; give evidence against {O}; take the stand against {O}; appear as a witness against {O} | testify in favour of {O}; refuse to give evidence against {O}
person | sentence {O} to prison; send {O} to jail; hand {O} a prison term; put {O} behind bars | let {O} off with a warning; spare {O} prison; acquit {O}
person | deport {O}; throw {O} out of the country; expel {O} from the country; put {O} on a plane out of the country | let {O} stay in the country; grant {O} the right to remain
person | grant {O} asylum; give {O} refuge; take {O} in as a refugee; recognise {O} as a refugee | deny {O} asylum; turn down {O}'s plea for asylum
person | kidnap {O}; abduct {O}; snatch {O}; carry {O} off by force | leave {O} alone; leave {O} in peace
person | place {O} under surveillance; have {O} watched; put {O} under observation; keep a secret watch on {O} | call off the surveillance of {O}; leave {O} unwatched
person | suspend {O}; place {O} on enforced leave; bar {O} from duty for now; relieve {O} of duty for the time being | let {O} keep working; leave {O} on duty
person | blame {O}; lay the blame on {O}; point the finger at {O}; hold {O} responsible; pin the blame on {O} | absolve {O}; clear {O} of blame
person | betray {O}; stab {O} in the back; sell {O} out; break faith with {O} | stand by {O}; stay loyal to {O}
person | overrule {O}; override {O}'s decision; reverse what {O} had decided; set aside {O}'s decision | let {O}'s decision stand; leave {O}'s decision in force
person | mock {O}; make fun of {O}; ridicule {O}; poke fun at {O} | treat {O} with respect; show {O} respect
person | warn {O}; caution {O}; sound a warning to {O}; give {O} a warning | leave {O} unwarned; keep {O} in the dark
person | visit {O} in prison; see {O} in jail; call on {O} behind bars; go to the prison to see {O} | stay away from {O}'s prison; cancel a prison visit to {O}
place | capture {O}; seize {O}; take control of {O}; bring {O} under {his} control | lose {O} to the enemy; fail to take {O}
place | besiege {O}; lay siege to {O}; put {O} under siege; begin a siege of {O} | lift the siege of {O}; leave the roads to {O} open
place | bomb {O}; drop bombs on {O}; pound {O} from the air with bombs; rain bombs on {O} | hold back {his} bombers from {O}; call off the bombing of {O}
place | liberate {O}; free {O} from occupation; drive the occupiers out of {O}; rid {O} of its occupiers | leave {O} in the occupiers' hands; surrender {O} to the occupiers
place | send peacekeepers to {O}; deploy blue helmets in {O}; station peacekeeping troops in {O}; dispatch a peacekeeping force to {O} | keep peacekeepers out of {O}; pull the peacekeepers out of {O}
place | send rescuers to {O}; dispatch rescue teams to {O}; rush rescue crews to {O}; get rescue workers to {O} | keep rescuers away from {O}; leave {O} to fend for itself
place | rebuild {O}; reconstruct {O}; build {O} up again; raise {O} from its ruins | leave {O} in ruins; abandon the rebuilding of {O}
place | warn {O} of the storm; alert the people of {O} to the storm; sound the storm alarm in {O}; tell {O} that a storm is coming | leave {O} unwarned of the storm; keep the storm warning from {O}
law | find {O} unlawful; declare {O} illegal; rule that {O} breaks the law; hold {O} to be against the law | find {O} lawful; rule that {O} is legal
law | put {O} to a referendum; hold a plebiscite on {O}; let the voters decide on {O}; submit {O} to a popular vote | decide on {O} without asking the voters; rule out a referendum on {O}
law | water down {O}; weaken {O}; take the teeth out of {O}; dilute {O} | toughen {O}; strengthen {O}
none | surrender; capitulate; raise the white flag; lay down {his} arms in surrender | fight on; hold out to the last
none | order a mobilisation; call up the reservists; summon the reserves to arms; put the country's reservists in uniform | leave the reservists at home; stand the reserves down
none | test a missile; carry out a missile test; fire a rocket in a trial launch; conduct the test launch of a missile | call off the missile launch; keep the missile in its silo
none | form a government; put together a cabinet; assemble a government; form a new cabinet | fail to form a government; hand back the mandate to form a government
none | win a seat in parliament; get elected to the legislature; gain a place in the chamber; secure a parliamentary seat | miss out on a seat in parliament; lose the race for a seat in parliament
none | rig the election; fix the outcome of the vote; falsify the election result; manipulate the vote | ensure a clean vote; leave the vote to run fairly
none | cast {his} ballot; vote in the election; go to the polls; drop a ballot paper in the box | abstain; stay away from the polls; sit out the vote
none | call for a recount; ask for the votes to be counted again; request a recount; press for a second count of the ballots | accept the count as it stands; waive a recount
none | survive the vote of no confidence; come through the confidence vote; see off a motion of no confidence; win the confidence vote | lose the confidence vote; fall to a motion of no confidence
none | plead guilty; enter a guilty plea; admit guilt before the court; own up to the charges in court | plead not guilty; protest {his} innocence in court
none | win an acquittal; beat the charges in court; secure a not-guilty verdict; get cleared by the jury | get convicted; be found guilty by the jury
none | begin a prison sentence; start serving a jail term; enter prison to serve {his} time; go to jail | stay out of jail; avoid prison; get off with a suspended sentence
none | take the case to a higher court; lodge an appeal against the judgment; ask a higher court to quash the ruling; contest the ruling before the appeal judges | let the judgment stand; waive the right to appeal
none | rob the bank; hold up the bank; carry out the bank robbery; raid the bank at gunpoint | leave the bank alone; call off the bank robbery
none | forge the documents; fake the papers; fabricate the documents; produce bogus papers | use genuine papers; hand in the real documents
none | evade taxes; dodge the taxman; cheat on {his} taxes; hide income from the tax office | pay {his} taxes in full; declare all {his} income
none | launder money; pass dirty money through front companies; wash the proceeds of crime; make dirty money look clean | keep dirty money at arm's length; turn away dirty money
none | confess to the murder; admit the killing; own up to the murder; say that {he} was the killer | deny the murder; proclaim {his} innocence of the murder
none | escape from prison; break out of jail; stage a jailbreak; flee the jail | stay in {his} cell; serve out {his} sentence
none | ban the protest; forbid the demonstration; outlaw the rally; refuse permission for the protest march | permit the demonstration; let the protest go ahead; give the protest march the green light
none | join the strike; down tools; take part in the walkout; stop work in protest | work through the strike; cross the picket line; stay at work
none | introduce a four-day week; shorten the working week to four days; let staff work four days a week; cut one day from the working week | keep the five-day week; reject the four-day week
none | declare a state of emergency; impose emergency rule; proclaim an emergency; place the country under emergency law | lift the state of emergency; rule out a state of emergency
none | ground the fleet; keep all aircraft on the ground; bar the planes from taking off; stop all flights | let the planes fly; keep the fleet in the air
staff | dismiss {O}; sack {O}; lay off {O}; show {O} the door; give {O} their marching orders | keep {O} on; keep {O} in work
staff | lock out {O}; bar {O} from the workplace; shut the gates on {O}; keep {O} from coming to work | let {O} back to work; open the gates to {O}
staff | bargain with {O}; negotiate with {O}; enter into negotiations with {O}; come to the bargaining table with {O} | refuse to bargain with {O}; break off talks with {O}
staff | support the strike by {O}; back the walkout of {O}; stand behind {O} in their strike; side with {O} in the strike | condemn the strike by {O}; cross the picket line of {O}
staff | settle the pay dispute with {O}; reach a pay deal with {O}; strike a wage agreement with {O}; come to terms with {O} over pay | break off the pay talks with {O}; fail to agree with {O} on pay
staff | raise the pay of {O}; give {O} a pay rise; increase the wages of {O}; grant {O} higher pay | freeze the pay of {O}; deny {O} a pay rise; cut the wages of {O}
crowd | compensate {O}; pay compensation to {O}; make good the losses of {O}; pay {O} damages | leave {O} without compensation; refuse {O} a penny in damages
crowd | give in to {O}; meet the demands of {O}; yield to {O}; cave in to {O}; grant {O} what they want | stand firm against {O}; reject the demands of {O}; turn {O} away empty-handed
crowd | insult {O}; hurl abuse at {O}; call {O} names; heap insults on {O} | speak well of {O}; praise {O}
crowd | use tear gas on {O}; spray {O} with tear gas; fire tear gas at {O}; turn tear gas on {O} | leave {O} in peace; let {O} go unhindered
"""
