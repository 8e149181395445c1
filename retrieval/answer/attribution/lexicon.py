"""The closed word lists of the attribution grammar, read from lexicon.toml.

How much a reporting verb proves is its `Force`; what an ending shows is its `Form`.
"""

from __future__ import annotations

import re
import tomllib
from enum import Enum
from importlib.resources import files
from typing import Any, NamedTuple


class Force(Enum):
    """Whose word a verb proves; lexicon.toml says which verbs and why.

    STRONG: whoever its subject is. WEAK: a person's, outlet's or institution's. CLOSED: only
    where nothing, a clause or a quotation follows.
    """

    STRONG = "strong"
    WEAK = "weak"
    CLOSED = "closed"


class Form(Enum):
    """The inflection of a verb as far as English spelling shows it."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    ING = "ing"


class Verb(NamedTuple):
    """A reporting verb in one inflected form."""

    lemma: str
    form: Form
    force: Force


_Table = dict[str, Any]
_FORMS = (Form.BASE, Form.THIRD, Form.PAST, Form.PAST, Form.ING)


def _read() -> _Table:
    return tomllib.loads(files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8"))


def _plural(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(?:s|x|sh|ch)$", word) else "s")


def _inflected(lemma: str) -> tuple[str, str, str, str, str]:
    """Base, third person, past, participle and -ing of a regular verb."""
    stem = lemma.removesuffix("e")
    past = re.sub(r"([^aeiou])y$", r"\1i", stem) + "ed"
    return lemma, _plural(lemma), past, past, stem + "ing"


def _verbs(table: _Table) -> dict[str, Verb]:
    forms: dict[str, Verb] = {}
    for force in (Force.CLOSED, Force.WEAK, Force.STRONG):
        for lemma in table[force.value].split():
            for word, form in zip(_inflected(lemma), _FORMS, strict=True):
                forms[word] = Verb(lemma, form, force)
    for lemma, row in table["irregular"].items():
        name, *words = row.split()
        for word, form in zip((lemma, *words), _FORMS, strict=True):
            forms[word] = Verb(lemma, form, Force(name))
    return forms


def _sets(table: dict[str, str]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in table.items()}


def _nouns(words: str) -> frozenset[str]:
    return frozenset(form for word in words.split() for form in (word, _plural(word)))


_TABLES = _read()
_VERBS: _Table = _TABLES["verbs"]
_WORDS = _sets(_TABLES["words"])

VERBS = _verbs(_VERBS)
EVIDENCE = frozenset(_VERBS["evidence"].split())
UTTERING = frozenset(_VERBS["utter"].split())
ACTS = _sets(_VERBS["acts"])
PHRASAL = _sets(_VERBS["phrasal"])
NEEDS = _sets(_VERBS["needs"])
_INVERTED_WEAK = frozenset(_VERBS["inverted_weak"].split())
_NEVER_INVERTED = frozenset(_VERBS["never_inverted"].split())

PEOPLE = _nouns(_TABLES["nouns"]["people"])
OUTLETS = _nouns(_TABLES["nouns"]["outlets"])
BODIES = _nouns(_TABLES["nouns"]["bodies"])
SHOWING = _nouns(_TABLES["nouns"]["evidence"])
MEN = frozenset(_TABLES["nouns"]["men"].split())
WOMEN = frozenset(_TABLES["nouns"]["women"].split())
HIS_NAMES = frozenset(_TABLES["nouns"]["his_names"].split())
HER_NAMES = frozenset(_TABLES["nouns"]["her_names"].split())
SPEECH = _nouns(_TABLES["nouns"]["speech"])

DETERMINERS = _WORDS["determiners"]
ARTICLES = _WORDS["articles"]
INDEFINITE = _WORDS["indefinite"]
QUANTITIES = _WORDS["quantities"]
PREPOSITIONS = _WORDS["prepositions"]
CONJUNCTIONS = _WORDS["conjunctions"]
SUBORDINATORS = _WORDS["subordinators"]
AUXILIARIES = _WORDS["auxiliaries"]
MODALS = _WORDS["modals"]
PASSIVE = _WORDS["passive"]
PRONOUNS = _WORDS["pronouns"]
ADVERBS = _WORDS["adverbs"]
HEARSAY = _WORDS["hearsay"]
NOT_ADVERBS = _WORDS["not_adverbs"]
SURNAMES = _WORDS["surnames"]
PARTICLES = _WORDS["particles"]
GIVEN = _WORDS["given"]
TIMES = _WORDS["times"]
TITLE_PARTS = _WORDS["title_parts"]
ATTACHED = _WORDS["attached"]
PASTS = _WORDS["pasts"]
PASTS_TOO = _WORDS["pasts_too"]
CLAUSE_OPENERS = _WORDS["clause_openers"]

# "Oslo-born", "then-candidate"; "Jae-in" and "Jong-un" are names.
DESCRIBING = re.compile(r"^[A-Z][\w.]*-[a-z]{4,}$|^[a-z]+-[A-Z]?[\w-]+$")
POSSESSIVES = {"his": "he", "her": "she", "their": "they", "its": "it"}
PEOPLE_ENDING = re.compile(
    r"(?!(?:ass|cons|des|enl|ex|ins|pers|res|subs)ists?$)[a-z]{3,}(?:ists?|icians?|[a-z]wom[ae]n|makers?|goers?)$"
)
# What describes by country: "Canadian", "Chinese"; these are names only where nothing follows.
OF_A_PEOPLE = re.compile(
    r"(?:[a-z]{2,}(?:ian|ish|ese|ican|rean|wegian)|dutch|french|german|greek|iraqi|israeli|pakistani|saudi|swiss"
    r"|thai|u\.?s\.?|u\.k\.|western)$"
)
SOURCE = re.compile(r"(?:source|contact|informant|interlocutor|insider)s?$", re.IGNORECASE)
# Words of which the names of outlets are made, and agencies that are mostly cited by bare name.
OUTLET_NAME = re.compile(
    r"\b(?:AFP|AP|BBC|CNN|CBS|NBC|ABC|NPR|PBS|RIA|TASS|IRNA|dpa|EFE|ANSA|Kyodo|Xinhua|Reuters|"
    r"Bloomberg|Interfax|Axios|Politico|Jazeera|News|Post|Times|Journal|Guardian|Herald|Tribune|"
    r"Independent|Telegraph|Gazette|Chronicle|Standard|Observer|Today|Press|Magazine|Spiegel|"
    r"Monde|Figaro|Agency|TV|Radio|Television|Broadcasting|Daily|Weekly)\b"
)


def inverts(verb: Verb) -> bool:
    """Whether the verb can stand before its subject: `"...," said X`."""
    if verb.force is Force.WEAK:
        return verb.lemma in _INVERTED_WEAK
    return verb.lemma not in _NEVER_INVERTED
