"""From "he", "Peskov", "the spokesman" or "the Ministry" to the fullest name in the article.

The nearest earlier mention that fits wins; a later one counts where there is none before.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.genders import may_be
from retrieval.answer.attribution.lands import is_described
from retrieval.answer.attribution.ordinary import recurs
from retrieval.answer.attribution.pairs import SEVERAL
from retrieval.answer.attribution.phrases import Kind, Phrase, phrase_ending, phrase_starting
from retrieval.answer.attribution.subjects import subject_of
from retrieval.answer.attribution.tagging import tokenize, without_genitive

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from retrieval.answer.attribution.places import Place
    from retrieval.answer.attribution.tagging import Token

_CAPITALS_BEFORE = re.compile(
    r"(?<![\w’'.-])(?:(?:(?:[A-Z]\.)+|[A-Z][\w’'-]*|[“\"][A-Z][a-z]+[”\"]|de|van|von|bin|al|el|der|di|da|dos|la)[^\S\n])+$"
)
# What follows "bin" and "al" is a father's name or a tribe's, and more are called so.
_OF_SURNAMES = lx.PARTICLES - {"al", "bin", "el", "ibn"}
_PARTICLES = re.compile(r"^(?:(?:de|von|van|du|der|den|la|del|di|da|dos)\s+)+")
# What a sentence opens with before a name: "Give Ida Moen her due".
_ORDERS = frozenset({"add", "give", "hide", "keep", "let", "meet", "poor", "take"})
# Whoever is introduced as somebody's kin is not who the bare surname means.
_KIN = re.compile(r"\b(?:lady|wife|husband|widow|son|daughter|brother|sister|mother|father)[,\s]*$")
_GERUND = re.compile(r"[A-Z][a-z]{2,}ing\s")
# A longer word in capitals is a label: "ADVERTISEMENT Moen".
_INITIALS = 4
# What only stands behind a body: "the military to withdraw", "the agency in the coming weeks".
_OUTSIDE = re.compile(
    r"(?<!close)\s(?:(?:at|by|from|in|into|over|to|under|with|within)\s(?!(?:the\s)?[A-Z])|of\s\w+(?:ing|ly)\b)"
)
# What a secretary or minister is of: "Secretary of Defense Ida Moen".
_OFFICES = frozenset(
    {
        "Affairs",
        "Agriculture",
        "Commerce",
        "Defence",
        "Defense",
        "Development",
        "Education",
        "Energy",
    }
    | {"Health", "Interior", "Justice", "Labor", "Security", "Services", "State", "Transportation"}
    | {"Representatives", "Safety", "Staff", "Tempore", "Treasury", "War"}
)
# No initials: "He lives in the U.K. Andrew Moen ..."
_ABBREVIATED = frozenset({"D.C.", "E.U.", "U.K.", "U.N.", "U.S."})
# Words that names of states begin with.
_OF_PLACES = frozenset({"hong", "new", "north", "saudi", "south", "united"})
_TOGETHER = frozenset({"couple", "family"})
_SEVERAL = frozenset({"media", "men", "people", "police", "women"})
# What begins with these is several people, or no person: "both", "a PR push", "New York".
_NO_PERSON = _OF_PLACES | {"all", "both", "few", "many", "most", "several", "some"}
# Who is asked for where no pronoun tells whether it is a man: "the senator".
EITHER = "who"
_SINGULAR = frozenset({"he", "she"})
_PLURAL_PRONOUNS = frozenset({"they", "we"})


def full_name(
    name: str, text: str, before: int, title: str = "", pronoun: str = ""
) -> tuple[str, int] | None:
    """The full name of a surname, with its offset in `text`.

    Where relatives share it: whom the pronoun can mean, whom the title names, else who is named in
    full most often, else the nearest before offset `before`.
    """
    # "de Moen"
    name = _PARTICLES.sub("", name)
    if len(name.split()) != 1 or name.isupper() or not name[:1].isupper():
        return None
    found: list[tuple[str, int]] = []
    for match in re.finditer(rf"(?<=\s){re.escape(name)}(?![\w-])", text):
        window = max(0, match.start() - 60)
        run = _CAPITALS_BEFORE.search(text[window : match.start()])
        if run is None:
            continue
        if _KIN.search(text[window : window + run.start()]):
            continue
        full = _name_in(run.group() + name, window + run.start(), text)
        if full is not None and not full[0].isupper() and not is_described(name, full[0]):
            found.append(full)
    found = [f for f in found if may_be(pronoun, f[0], text)] or found
    # "Defeating Moen", above a story, unless nothing else comes before the surname: "Harding Moen".
    found = [f for f in found if not _GERUND.match(f[0])] or found
    earlier = [f for f in found if f[1] < before] or found[:1]
    counts = Counter(" ".join(f[0].split()) for f in earlier)
    return max(earlier, key=lambda f: (f[0] in title, counts[f[0]], f[1]), default=None)


def _name_in(run: str, start: int, text: str) -> tuple[str, int] | None:
    """A run of capitalised words without the titles before the name, if two words remain."""
    tokens = tokenize(run)
    first = len(tokens) - 1
    while first > 0 and tokens[first - 1].tag in "N." and _given(tokens[first - 1], text):
        first -= 1
    # "de Moen" is no more than the surname.
    while first < len(tokens) - 1 and tokens[first].text.islower():
        first += 1
    if first == len(tokens) - 1:
        return None
    return run[tokens[first].start :], start + tokens[first].start


def _given(token: Token, text: str) -> bool:
    """Whether a capitalised word can be part of a name: no label, and no word in small letters."""
    if token.low in lx.GIVEN or (token.low in _OF_SURNAMES and token.text.islower()):
        return True
    if (
        token.low in lx.VERBS
        or token.text in _ABBREVIATED
        or token.low in _ORDERS
        or token.text in _OFFICES
        or lx.DESCRIBING.search(token.text)
    ):
        return False
    if len(token.text) > _INITIALS and token.text.isupper() and "." not in token.text:
        return False
    return re.search(rf"(?<![\w’'@#-]){re.escape(token.low)}(?![\w’'-])", text) is None


def fuller_body(phrase: str, text: str, before: int) -> tuple[str, int] | None:
    """For "the Ministry", what it was called before: "Russia’s Ministry of Foreign Affairs"."""
    article, _, noun = phrase.partition(" ")
    if not noun or " " in noun or article.lower() not in lx.ARTICLES:
        return None
    found: tuple[str, int] | None = None
    for match in re.finditer(rf"\b(?i:{re.escape(noun)})\b", text[:before]):
        start = max(text.rfind("\n", 0, match.start()), match.start() - 80) + 1
        end = min(match.end() + 60, len(text))
        tokens = tokenize(text[start:end])
        at = next((i for i, t in enumerate(tokens) if t.start + start == match.start()), None)
        if at is None:
            continue
        body = phrase_ending(tokens, at, strong=True)
        if body is None or body.noun != noun.lower():
            continue
        ahead = phrase_starting(tokens, body.first)
        if ahead is None or ahead.end < body.end or " in order" in ahead.text:
            ahead = body
        # "the law firm Lund" is Lund; "a senior ministry official" is no ministry.
        named = ahead.kind is Kind.NAME and tokens[ahead.first - 1].low == body.noun
        whole = named or ahead.kind is Kind.NAME or ahead.noun == body.noun
        goes_on = at + 1 < len(tokens) and tokens[at + 1].tag in "RNBO"
        longest = ahead if whole else body
        piece = _OUTSIDE.split(text[start + longest.start : start + longest.end], maxsplit=1)[0]
        if (not whole and goes_on) or not (named or noun.lower() in piece.lower()):
            continue
        fuller = any(c.isupper() for c in piece[1:]) and len(piece.split()) > len(phrase.split())
        if fuller or longest.kind is Kind.NAME:
            found = piece, start + longest.start
    return found


def meant_by(pronoun: str, places: Iterable[Place], text: str) -> tuple[Place, Phrase] | None:
    """Whom a pronoun means: the last speaker that fits, or the subject of the nearest sentence.

    `places` are the sentences before the pronoun, nearest first.
    """
    for place in places:
        reports = place.sentence.reports[::-1]
        prose = place.sentence.is_prose and not place.sentence.is_quotation
        subject = subject_of(place.sentence.tokens) if prose else None
        if subject is not None and not recurs(subject, text):
            subject = None
        # In "When X said so, Y left" Y is meant.
        owner = _owner(place.sentence.tokens, subject, text) if subject is not None else None
        ordered = [
            *(r.speaker for r in reports if not r.inner),
            *(phrase for phrase in (subject, owner) if phrase is not None),
            *(r.speaker for r in reports if r.inner),
        ]
        found = next((p for p in ordered if _fits(pronoun, p, text)), None)
        if found is not None:
            return place, found
    return None


def _owner(tokens: Sequence[Token], subject: Phrase, text: str) -> Phrase | None:
    """X of "X’s campaign was late", where X is a person."""
    for at in range(subject.outer, subject.last + 1):
        if tokens[at].tag == "G":
            name = without_genitive(tokens[at])
            owner = phrase_ending([*tokens[:at], name], at, strong=False)
            return owner if owner is not None and is_person(name.text, text) else None
    return None


def _fits(pronoun: str, phrase: Phrase, text: str) -> bool:
    words = phrase.text.split()
    if phrase.kind is Kind.PRONOUN or phrase.head == SEVERAL:
        meant = "they" if phrase.head == SEVERAL else phrase.text.lower()
        return pronoun == meant or (pronoun == EITHER and meant in _SINGULAR)
    institution = phrase.head in "BOK" or (words[0].lower() == "the" and phrase.kind is Kind.NAME)
    single = phrase.kind is Kind.NAME and len(words) == 1
    if pronoun in _PLURAL_PRONOUNS:
        family = words[0].lower() == "the" and words[-1].endswith("s")
        return phrase.head in "RBOW" or (phrase.head == "N" and family)
    if pronoun == "it":
        place = phrase.kind is Kind.NAME and words[0].lower() in _OF_PLACES
        return institution or place or (single and not is_person(phrase.text, text))
    other = phrase.noun in {"he": lx.WOMEN, "she": lx.MEN}.get(pronoun, ())
    thing = single and _is_thing(phrase.text, text) and not is_person(phrase.text, text)
    if phrase.kind is Kind.NAME and not may_be(pronoun, phrase.text, text):
        return False
    if (
        phrase.noun in _TOGETHER
        or institution
        or other
        or thing
        or lx.OUTLET_NAME.search(phrase.text)
    ):
        return False
    plural = phrase.kind is Kind.UNNAMED and (
        re.search(r"[^s]s$", words[-1].lower())
        or re.search(r"[^s]s$", phrase.noun)
        or phrase.noun in _SEVERAL
    )
    return not plural and phrase.head in "NR" and words[0].lower() not in _NO_PERSON


def is_person(name: str, text: str) -> bool:
    """Whether a single name is written somewhere after a given name or a person's title."""
    small = r"(?:(?:de|van|von|bin|al|el|der|di|da)[^\S\n])?"
    for match in re.finditer(rf"\b([A-Z][\w.’-]+)[^\S\n]{small}{re.escape(name)}(?![\w-])", text):
        (token, *more) = tokenize(match.group(1))
        if token.tag in "RN" and not more and (token.tag == "R" or _given(token, text)):
            return True
    return False


def _is_thing(name: str, text: str) -> bool:
    """Whether a single name is a place's or a company's: "in Norway", "on Facebook"."""
    return (
        re.search(rf"\b(?:[Ii]n|[Oo]n|[Aa]t|[Ii]nto|[Aa]cross) {re.escape(name)}(?![\w-])", text)
        is not None
    )
