"""Names, offices and verb forms that generated news sentences are built from; all invented."""

# ruff: noqa: E501, PLR2004 - tables read best unbroken; shares of a mixture, each used once, where it says what it does
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random

GIVEN_HE: Final = (
    "Karl Tomas Marek Luis Ahmed Paulo Henrik Victor Samuel Daniel Igor Andrei Rajesh Kenji Omar "
    "Pierre Stefan Lars Mikhail Joseph David Miguel Anton Felix Ibrahim Jakub Colin Patrick Wei Yusuf"
).split()
GIVEN_SHE: Final = (
    "Ana Maria Helena Ingrid Fatima Clara Sofia Julia Elena Nadia Priya Yuki Leila Marta Isabel "
    "Katarina Ruth Sarah Linda Emma Olga Vera Amina Grace Teresa Laura Mei Zara Monica Judith"
).split()
FAMILY: Final = (
    "Brandt Duarte Novak Lindqvist Okafor Hassan Moreau Petrov Castillo Ferreira Tanaka Kowalski "
    "Hughes Iyer Rahman Schmidt Olsen Varga Costa Mensah Keller Rossi Dimitrov Sato Walsh Mbeki "
    "Karlsson Ortega Bianchi Haddad Jansen Popescu Malik Fischer Sokolov Reyes Nyberg Choi Adeyemi "
    "Barnes Whitfield Grant Mercer Holloway Stanton Pryce Caldwell Zimmer Laurent Vidal"
).split()
COUNTRIES: Final = (
    "Norway Portugal Kenya Chile Turkey Poland Japan Canada Egypt Brazil Finland Vietnam Serbia "
    "Georgia Mexico Greece Ghana Peru Thailand Ireland Jordan Romania Morocco Iceland"
).split()
NATIONS: Final = (
    "Norwegian Portuguese Kenyan Chilean Turkish Polish Japanese Canadian Egyptian Brazilian Finnish "
    "Vietnamese Serbian Georgian Mexican Greek Ghanaian Peruvian Thai Irish Jordanian Romanian"
).split()
CITIES: Final = (
    "Oslo Lisbon Nairobi Santiago Ankara Warsaw Osaka Toronto Cairo Recife Helsinki Hanoi Belgrade "
    "Tbilisi Puebla Athens Accra Lima Bangkok Cork Amman Cluj Rabat Geneva Vienna Antwerp Leeds"
).split()
PAPERS: Final = (
    "the Morning Courier", "the newspaper Tribuna", "the Northern Herald", "Radio Delta", "Channel 9",
    "the news agency Interpress", "the independent outlet Zerkalo", "the Harbour Times", "Le Matin",
    "the investigative site Lupa", "the public broadcaster", "the weekly Profil", "the Evening Post",
    "the Lakeside Gazette", "Radio Meridian", "the business daily Handelsbrief", "the magazine Fokal",
    "the fact-checking site Checkpoint", "the television channel Kanal Six", "La Voz del Valle",
    "the Sunday Monitor", "the news site Dagbok", "the tabloid Express 24",
)  # fmt: skip
OFFICES: Final = (
    "President", "Prime Minister", "Foreign Minister", "Finance Minister", "Defence Minister",
    "Chancellor", "Senator", "Governor", "Mayor", "Health Minister", "Justice Minister",
)  # fmt: skip
SPOKES: Final = (
    "a government spokesman", "a spokeswoman for the ministry", "the presidential spokesman",
    "a spokesperson for {S}", "{S}'s office", "an aide to {S}", "{S}'s press secretary",
    "the ministry", "the palace", "government spokeswoman {P}", "spokesman {P}", "{S}'s lawyer",
    "a member of {S}'s staff", "{S}'s chief of staff", "deputy spokesperson {P}",
    "{S}'s communications director", "a senior adviser to {S}", "a government press officer",
)  # fmt: skip
SOURCES: Final = (
    "a diplomatic source", "two people familiar with the matter", ("an official who asked not to be "
    "named"), "a senior official", "three lawmakers", "a source close to the negotiations", "aides",
    "people with knowledge of the talks", "a person briefed on the discussions", "two diplomats",
    "a former aide", "a person with direct knowledge of the matter", "several insiders", "a witness",
    "four people who attended the meeting", "a well-placed source", "a retired civil servant",
)  # fmt: skip
DAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS: Final = (
    "January February March April May June July August September October November December"
).split()
GROUPS: Final = (
    "leaders", "ministers", "officials", "governments", "politicians", "lawmakers", "heads of state",
    "executives", "public figures", "mayors", "diplomats", "celebrities", "party leaders", "dignitaries",
)  # fmt: skip
BODIES: Final = (
    "the {N} government", "the central bank", "the opposition", "the city council", "the ruling party",
    "the airline", "the football association", "the teachers' union", "the European Commission",
    "the drug maker Nordvax", "the carmaker Altus", "the court", "the army", "the {N} parliament",
    "the energy company Petrol Nord", "the health ministry", "the {N} embassy", "the railway operator",
)  # fmt: skip

IRREGULAR: Final[dict[str, tuple[str, str, str]]] = {
    word: (past, part, ger)
    for word, past, part, ger in (
        row.split()
        for row in """
        leave left left leaving;quit quit quit quitting;give gave given giving;take took taken taking
        meet met met meeting;hold held held holding;make made made making;buy bought bought buying
        sell sold sold selling;pay paid paid paying;send sent sent sending;win won won winning
        go went gone going;come came come coming;get got got getting;cut cut cut cutting
        put put put putting;set set set setting;shut shut shut shutting;break broke broken breaking
        speak spoke spoken speaking;withdraw withdrew withdrawn withdrawing;say said said saying
        begin began begun beginning;drop dropped dropped dropping;ban banned banned banning
        plan planned planned planning;step stepped stepped stepping;fly flew flown flying
        strike struck struck striking;find found found finding;bring brought brought bringing
        keep kept kept keeping;let let let letting;stop stopped stopped stopping;lie lied lied lying
        fall fell fallen falling;rise rose risen rising;spend spent spent spending;do did done doing
        throw threw thrown throwing;back backed backed backing;admit admitted admitted admitting
        stand stood stood standing;run ran run running;write wrote written writing;see saw seen seeing
        be was been being;have had had having;lose lost lost losing;build built built building
        scrap scrapped scrapped scrapping;turn turned turned turning;fire fired fired firing
        tell told told telling;know knew known knowing;hit hit hit hitting;lead led led leading
        become became become becoming;lay laid laid laying;shake shook shaken shaking
        bid bade bid bidding;sit sat sat sitting;undergo underwent undergone undergoing
        unveil unveiled unveiled unveiling;visit visited visited visiting;veto vetoed vetoed vetoing
        open opened opened opening;offer offered offered offering;call called called calling
        overturn overturned overturned overturning;travel travelled travelled travelling
        cancel cancelled cancelled cancelling;sign signed signed signing;enter entered entered entering
        pardon pardoned pardoned pardoning;return returned returned returning;axe axed axed axing
        ship shipped shipped shipping;skip skipped skipped skipping;snub snubbed snubbed snubbing
        slap slapped slapped slapping;hang hung hung hanging;ring rang rung ringing
        uphold upheld upheld upholding;seek sought sought seeking;speed sped sped speeding
        withhold withheld withheld withholding;tie tied tied tying;forgive forgave forgiven forgiving
        mislead misled misled misleading;split split split splitting
        deceive deceived deceived deceiving;hinder hindered hindered hindering
        teach taught taught teaching;lend lent lent lending;beat beat beaten beating
        grow grew grown growing;shrink shrank shrunk shrinking;outbid outbid outbid outbidding
        overtake overtook overtaken overtaking;undercut undercut undercut undercutting
        expel expelled expelled expelling;shred shredded shredded shredding;flee fled fled fleeing
        freeze froze frozen freezing;rewrite rewrote rewritten rewriting;read read read reading
        counsel counselled counselled counselling;readmit readmitted readmitted readmitting
        strip stripped stripped stripping;shed shed shed shedding;swear swore sworn swearing
        tear tore torn tearing;sink sank sunk sinking;drag dragged dragged dragging
        lower lowered lowered lowering;wed wed wed wedding;abandon abandoned abandoned abandoning
        rid rid rid ridding;forbid forbade forbidden forbidding;stab stabbed stabbed stabbing
        pin pinned pinned pinning;net netted netted netting;swap swapped swapped swapping
        transfer transferred transferred transferring;submit submitted submitted submitting
        permit permitted permitted permitting;acquit acquitted acquitted acquitting
        kneel knelt knelt kneeling;override overrode overridden overriding;wind wound wound winding
        overcome overcame overcome overcoming;fight fought fought fighting;draw drew drawn drawing
        eat ate eaten eating;rob robbed robbed robbing;rig rigged rigged rigging;tap tapped tapped tapping
        shun shunned shunned shunning;pan panned panned panning;hug hugged hugged hugging
        nab nabbed nabbed nabbing;bar barred barred barring;slam slammed slammed slamming
        snap snapped snapped snapping;commit committed committed committing
        cast cast cast casting;choose chose chosen choosing;drive drove driven driving;hide hid hidden hiding
        kidnap kidnapped kidnapped kidnapping;pen penned penned penning;rebuild rebuilt rebuilt rebuilding
        sing sang sung singing;stick stuck stuck sticking;show showed shown showing
        """.replace("\n", ";").split(";")
        if row.strip()
    )
}  # fmt: skip


def conjugate(phrase: str) -> tuple[str, str, str, str]:
    """Return base, past, participle and gerund of a verb phrase by its first word."""
    verb, _, rest = phrase.partition(" ")
    rest = f" {rest}" if rest else ""
    if verb in IRREGULAR:
        past, part, ger = IRREGULAR[verb]
    else:
        if verb.endswith("e"):
            past, ger = f"{verb}d", f"{verb if verb.endswith('ee') else verb[:-1]}ing"
        elif verb.endswith("y") and verb[-2] not in "aeiou":
            past, ger = f"{verb[:-1]}ied", f"{verb}ing"
        else:
            past, ger = f"{verb}ed", f"{verb}ing"
        part = past
    return phrase, past + rest, part + rest, ger + rest


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who acts: full name, the name a second mention uses, and pronouns."""

    full: str
    short: str
    he: str
    his: str
    him: str
    person: bool = True


def make_person(rng: random.Random) -> Actor:
    """Invent a person, half of them with an office."""
    female = rng.random() < 0.5
    given = rng.choice(GIVEN_SHE if female else GIVEN_HE)
    family = rng.choice(FAMILY)
    name = f"{given} {family}"
    roll = rng.random()
    if roll < 0.35:
        name = f"{rng.choice(OFFICES)} {name}"
    elif roll < 0.5:
        name = f"{rng.choice(NATIONS)} {rng.choice(OFFICES)} {name}"
    elif roll < 0.62:
        name = family
    pronouns = ("she", "her", "her") if female else ("he", "his", "him")
    return Actor(name, family, *pronouns)


def make_actor(rng: random.Random) -> Actor:
    """Invent a person or, one time in four, an institution."""
    if rng.random() < 0.75:
        return make_person(rng)
    body = rng.choice(BODIES).format(N=rng.choice(NATIONS))
    return Actor(body, body, "it", "its", "it", person=False)
