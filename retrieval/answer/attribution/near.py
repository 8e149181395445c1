"""Who says a sentence in a language other than English, where the sentence alone does not tell.

A surname is resolved to the full name before it; "said she" to the one person whom the sentence
before names. Where there is none, or there are two, nobody speaks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from retrieval.answer.attribution.abroad import goes_on, people_in, speaker_in, surname_in
from retrieval.answer.language.languages import CYRILLIC, stem_in
from retrieval.ingest.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.model import Paragraph

Place = tuple[int, int]
GERMAN: Final = "de"
# How many sentences back whoever goes on speaking may have been named.
_REACH: Final = 3
_SHE: Final = re.compile(r"\b(?:она|вона|её|ее|її)\b", re.IGNORECASE)
_HE: Final = re.compile(r"\b(?:он|він|его|його)\b", re.IGNORECASE)
# What her given name in Cyrillic ends with, in any case; his, in the nominative, does not but in a
# few, and in the genitive stands before a family name that shows it: "Лева Габермана".
_HERS: Final = tuple("аяуюиієїыейь")
_NOT_HIS: Final = tuple("аяуюиіїы")
# A surname behind a title names a person as well.
_TITLED: Final = re.compile(
    r"(?<!\w)(?:M\.|Mme|Mlle|Herrn?|Frau|señora?|don|doña|г-н|г-жа|господин|госпожа|пан|пані)\s"
    r"([^\W\d_][\w’'-]+)"
)
# "Ирине Ковалёвой" is hers; "Хосе Арриага", "Стуре Нордаль" are his.
_HER_DATIVE: Final = re.compile(r"е \S*(?:ой|ей|ій|е)$", re.IGNORECASE)
_HIS_TOO: Final = frozenset(
    "микола ілля микита никита илья лука фома хома сава савва данила кузьма гаврила".split()
)
_OF_HIM: Final = re.compile(r"[ая] \S*(?:[бвгдзклмнпрстфхцчшщ]а|ого)$", re.IGNORECASE)
_OF_HER: Final = re.compile(r"(?:ов|ев|єв|їв|ин|ін|їн|ськ|цьк|ск|к)а$", re.IGNORECASE)


def speaker_near(
    text: str, paragraphs: Sequence[Paragraph], index: int, sentence: Place, language: str
) -> Place | None:
    """Offsets in the article of who says a sentence of the paragraph at `index`, or None."""
    own = speaker_in(text[slice(*sentence)], language)
    if own is not None:
        return _shifted(own, sentence[0])
    alone = surname_in(text[slice(*sentence)], language)
    if alone is not None:
        return _in_full(text, _shifted(alone, sentence[0]), language)
    pronoun = goes_on(text[slice(*sentence)], language)
    if pronoun is None:
        return None
    who = _who(text[sentence[0] :][slice(*pronoun)], language)
    # Who is named in the sentence itself may be who speaks or who is spoken of. In German, whose
    # nouns look like names, that cannot be asked.
    if language != GERMAN and people_in(text[sentence[0] : sentence[0] + pronoun[0]], language):
        return None
    before = _before(text, paragraphs, index, sentence[0], language)
    return _named_before(text, before, language, who)


def _in_full(text: str, surname: Place, language: str) -> Place | None:
    """The last full name before a surname that ends with it, in whatever case it stands."""
    own = stem_in(language, text[slice(*surname)])
    same = [
        span
        for span in people_in(text[: surname[0]], language)
        if stem_in(language, text[slice(*span)].rsplit(maxsplit=1)[-1]) == own
    ]
    # The shortest has no word of an office before it.
    return min(same, key=lambda span: (span[1] - span[0], span[0]), default=None)


def _named_before(text: str, before: Sequence[Place], language: str, who: str) -> Place | None:
    for start, end in before[:_REACH]:
        piece = text[start:end]
        found = speaker_in(piece, language)
        if found is not None:
            return _only(text, [_shifted(found, start)], who)
        alone = surname_in(piece, language)
        if alone is not None:
            whole = _in_full(text, _shifted(alone, start), language)
            return None if whole is None else _only(text, [whole], who)
        people = _people(text, (start, end), language)
        if any(
            each not in text[slice(*span)] for each in _TITLED.findall(piece) for span in people
        ):
            # Who is named in full is spoken of, or M. Moen is.
            return None
        if people or goes_on(piece, language) is None:
            return _only(text, people, who)
    return None


def _people(text: str, piece: Place, language: str) -> list[Place]:
    """The people whom a piece names in full, each once."""
    found = (_shifted(each, piece[0]) for each in people_in(text[slice(*piece)], language))
    return list({text[slice(*span)]: span for span in found}.values())


def _only(text: str, people: Sequence[Place], who: str) -> Place | None:
    """The one of them, where there is one, it is a person and may be who is meant."""
    if len(people) != 1:
        return None
    name = text[slice(*people[0])]
    parts = name.split()
    person = len(parts) > 1 and all(part[:1].isupper() for part in parts)
    return people[0] if person and _may_be(name, who) else None


def _who(pronoun: str, language: str) -> str:
    """Whether a pronoun is "he" or "she", where its language tells by names as well; else ""."""
    if language not in CYRILLIC:
        return ""
    return "she" if _SHE.search(pronoun) else "he" if _HE.search(pronoun) else ""


def _may_be(name: str, who: str) -> bool:
    given = name.split(maxsplit=1)[0].lower()
    if who == "she":
        return given.endswith(_HERS) and (not _OF_HIM.search(name) or bool(_OF_HER.search(name)))
    his = given in _HIS_TOO or not given.endswith(_NOT_HIS)
    return who != "he" or (his and not _HER_DATIVE.search(name))


def _before(
    text: str, paragraphs: Sequence[Paragraph], index: int, at: int, language: str
) -> list[Place]:
    """The sentences before a place, the nearest first: of its paragraph and the one before."""
    found = [
        span
        for paragraph in paragraphs[max(0, index - 1) : index + 1]
        for span in sentences(text, paragraph.start, paragraph.end, language=language)
        if span[1] <= at
    ]
    return found[::-1]


def _shifted(span: Place, by: int) -> Place:
    return span[0] + by, span[1] + by
