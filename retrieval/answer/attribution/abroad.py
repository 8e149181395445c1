"""Who says a sentence in German, French, Spanish, Russian or Ukrainian; nobody where it is unsure.

No grammar: a name right beside a verb of reporting, or behind "laut", "selon", "по словам". Roles,
pronouns and what one of several may have said are left alone.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

from retrieval.answer.languages import LANGUAGES
from retrieval.ingest.quotations import quotations

_CAPITAL: Final = "[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ]"
_PART: Final = rf"{_CAPITAL}[\w’'-]*\w"
_LINK: Final = r"(?:de|del|de la|du|von|van|der|den|la|el|al|bin|ibn|da|di)"
# A person in full, or letters that stand for an agency; a single capital may be any noun's.
_FULL: Final = rf"{_PART}(?:\s{_LINK})?(?:\s{_PART}){{1,3}}"
_AGENCY: Final = (
    rf"(?:(?:{_CAPITAL}{{2,6}}\s)?[«„“\"][^«»„“”\"]{{2,30}}[»“”\"]|{_CAPITAL}{{2,6}}(?!\s[«„“\"]))"
)
# Somebody who is not named: "un diplomate turc", "la directora del festival". What goes on with
# another preposition says where, when or to whom.
_ANYBODY: Final = (
    r"[\w’-]+(?:\s(?:(?:de|du|des|del|de la|de los|de l[’'])\s?|d[’'])?"
    r"(?!(?:que|qui|dont|dans|en|à|au|aux|sur|lors|après|avant|pour|par|et|a|al|ante|con|sobre|tras|y|por"
    r"|para|desde|quien|cuando|mientras|jeudi|lundi|mardi|mercredi|vendredi|samedi|dimanche|ayer|hier)\b)"
    r"[\w’-]+){0,6}"
)
# What may say who somebody is before the name: "el portavoz", "пресс-секретарь", "агентство"; no
# clause, and no object of the verb, which a preposition tells.
_ROLE: Final = (
    r"(?P<role>(?:(?!(?:que|dass|qu|par|что|що|на|по|о|об|про|с|из|із|від|от|для|за|до|к)\b)"
    r"[a-zà-öø-ÿа-яёіїєґ’'-]+\s){0,5}?)"
)
_ASIDE: Final = r"(?:,\s[^,«»„“”\"]{3,70},)?"
# Where one of several may have spoken, or a paper, nobody is named.
_NOBODY: Final = re.compile(
    r"источник|собеседник|документ|джерел|співрозмовник|quelle|dokument|bericht|source|document"
    r"|rapport|fuente|documento|informe|carta|lettre",
    re.IGNORECASE,
)
# Words that stand between a verb and who speaks and are no part of that: "в МВД", "журналистам".
_BETWEEN: Final = re.compile(
    r"^(?:(?:в|у|во|журналистам|журналістам|der|die|das|le|la|l|el|los)\s)+"
)
# The first word of an institution: letters alone, or an adjective in the genitive.
_INSTITUTION: Final = re.compile(rf"{_CAPITAL}{{2}}|\w+(?:ого|ой|ої|их)\s|[«„“\"]")
# A given name and a family's.
_OF_A_PERSON: Final = 2
_CYRILLIC: Final = re.compile("[А-Яа-яІЇЄҐ]")


def speaker_in(sentence: str, language: str) -> tuple[int, int] | None:
    """Offsets of the speaker in a sentence in one of LANGUAGES; None where none can be read."""
    if language not in LANGUAGES:
        return None
    found = [
        (match.start("name"), match)
        for pattern in _patterns(language)
        for match in pattern.finditer(sentence)
        if not _quoted(sentence, match.start("name"))
    ]
    # The outermost comes first: "X said that, as Y reported, ...".
    match = min(found, key=lambda each: each[0])[1] if found else None
    return None if match is None else _told(match)


def _told(match: re.Match[str]) -> tuple[int, int] | None:
    """The name alone of a person, an institution with what says which of its people."""
    role, name = match.groupdict().get("role") or "", match["name"]
    start, end = match.span("name")
    if _NOBODY.search(role) or _NOBODY.search(name):
        return None
    if not role:
        return start, end
    if _INSTITUTION.match(name):
        kept = _BETWEEN.sub("", role)
        return start - len(kept), end
    parts = name.split(" ")
    if _CYRILLIC.search(name) and len(parts) > _OF_A_PERSON:
        # "министр Сербии Момчило Радуль": the country belongs to the office.
        return end - len(" ".join(parts[-_OF_A_PERSON:])), end
    return start, end


def _quoted(sentence: str, at: int) -> bool:
    """Whether a place lies inside a quotation: who is named there is spoken of."""
    return any(opened < at < closed for opened, closed in quotations(sentence))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    path = files("retrieval.answer.attribution").joinpath("abroad.toml")
    table = tomllib.loads(path.read_text("utf-8"))[language]
    verbs, according = table["verbs"], table["according"]
    name = rf"(?P<name>{_FULL}|{_AGENCY})"
    # German nouns have capitals, so that only a mark tells where a name ends.
    ends = r"(?=\s?[,.;:)]|$)" if language == "de" else ""
    told = [
        rf"(?:^|(?<=[\s,(]))(?i:{according})\s{_ROLE}{name}{ends}",
        # Behind a quotation or a clause: "..., said X".
        rf"(?:(?<=[»“”\"])|(?<=[,–—])|(?<=[»“”\"],))\s?[–—]?\s?{verbs}\s{_ROLE}{name}",
        rf"^{name}{_ASIDE}\s{verbs}\b",
    ]
    if "whoever" in table:
        anybody = rf"(?P<name>(?:{table['whoever']}\s|l[’'])(?!\s){_ANYBODY})(?=[,.;:]|\s|$)"
        # A song in quotation marks tells a story: « Ringen » raconte la fuite ...
        told.append(rf"(?:(?<=[»“”\"])|(?<=[»“”\"],))\s?(?!raconte|cuenta){verbs}\s{anybody}")
        told.append(rf"(?<=,)\s{table['says']}\s{anybody}")
    if "as" in table:
        told.append(rf",\s{table['as']}\s{_ROLE}{name}\s{verbs}\b")
    return tuple(re.compile(each) for each in told)
