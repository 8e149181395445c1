"""Invented people, papers and sources that public pairs are told by (`training.wrap`)."""

# ruff: noqa: E501, PLR2004 - tables read best unbroken; shares of a mixture
from __future__ import annotations

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
NATIONS: Final = (
    "Norwegian Portuguese Kenyan Chilean Turkish Polish Japanese Canadian Egyptian Brazilian Finnish "
    "Vietnamese Serbian Georgian Mexican Greek Ghanaian Peruvian Thai Irish Jordanian Romanian"
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
SOURCES: Final = (
    "a diplomatic source", "two people familiar with the matter", ("an official who asked not to be "
    "named"), "a senior official", "three lawmakers", "a source close to the negotiations", "aides",
    "people with knowledge of the talks", "a person briefed on the discussions", "two diplomats",
    "a former aide", "a person with direct knowledge of the matter", "several insiders", "a witness",
    "four people who attended the meeting", "a well-placed source", "a retired civil servant",
)  # fmt: skip
DAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def make_person(rng: random.Random) -> str:
    """Invent a person, half of them with an office; some have a family name alone."""
    given = rng.choice(GIVEN_SHE if rng.random() < 0.5 else GIVEN_HE)
    family = rng.choice(FAMILY)
    name, roll = f"{given} {family}", rng.random()
    if roll < 0.35:
        return f"{rng.choice(OFFICES)} {name}"
    if roll < 0.5:
        return f"{rng.choice(NATIONS)} {rng.choice(OFFICES)} {name}"
    return family if roll < 0.62 else name
