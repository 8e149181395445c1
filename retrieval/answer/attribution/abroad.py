"""Who says a sentence in German, French, Spanish, Russian or Ukrainian; nobody where it is unsure.

No grammar: a name right beside a verb of reporting, or behind "laut", "selon", "по словам". What
one of several may have said is left alone; `near.py` knows pronouns and surnames.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

from retrieval.answer.language.languages import CYRILLIC, LANGUAGES, stopwords_of
from retrieval.ingest.quotations import quotations

_CAPITAL: Final = "[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ]"
_PART: Final = rf"{_CAPITAL}[\w’'-]*\w"
_LINK: Final = r"(?:de|del|de la|du|von|van|der|den|la|el|al|bin|ibn|da|di)"
# A person in full, or letters that stand for an agency; a single capital may be any noun's.
_FULL: Final = rf"(?!(?:Mme|Mlle|Herrn?|Frau)\s){_PART}(?:\s{_LINK})?(?:\s{_PART}){{1,3}}"
_AGENCY: Final = (
    rf"(?:(?:{_CAPITAL}{{2,6}}\s)?[«„“\"][^«»„“”\"]{{2,30}}[»“”\"](?!\s{_PART}\s{_PART})"
    rf"|{_CAPITAL}{{2,6}}(?!\s[«„“\"]))"
)
# Somebody who is not named: "un diplomate turc", "la directora del festival". What goes on with
# another preposition says where, when or to whom.
_ANYBODY: Final = (
    r"(?!(?:inverse|contraire|vérité|verdad|cual|uns|unes|unos|autres|otros|normes|lunes|martes"
    r"|miércoles|jueves|viernes|sábado|domingo)\b)"
    r"[\w’-]+(?:\s(?:(?:de|du|des|del|de la|de los|de l[’'])\s?|d[’'])?"
    r"(?!(?:que|qui|dont|dans|en|à|au|aux|sur|lors|après|avant|pour|par|et|devant|sous|sans|a|al|ante|con|sobre|tras|y|por"
    r"|para|desde|quien|cuando|mientras|jeudi|lundi|mardi|mercredi|vendredi|samedi|dimanche|ayer|hier)\b)"
    r"[\w’-]+){0,6}"
)
# What may say who somebody is before the name: "el portavoz", "пресс-секретарь", "агентство"; no
# clause, and no object of the verb, which a preposition tells.
_ROLE: Final = (
    r"(?P<role>(?:(?!(?:que|dass|qu|par|sobre|ante|tras|sur|lors|après|dans|über|gegenüber|что|що|на|по|о|об|про|с|из|із|від|от|для|за|до|к|он|она|они|він|вона|вони|er|sie)\b)"
    r"(?:[a-zà-öø-ÿа-яёіїєґ’'-]+|[«„“][^«»„“”]{2,30}[»“”])\s){0,5}?)"
)
_ROLE_BEFORE_COMMA: Final = r"(?:[a-zà-öø-ÿ][\w’'-]*\s){0,6}[\w’'-]+,\s"
# Behind the verb and before a comma, who somebody is: "justificó la organizadora, Ida Moen".
_WHO: Final = (
    r"(?:por su parte\s|de son côté\s)?(?!(?:a|al|ante|en|à|au|aux|dans|sur|zu|im|in|vor|gegenüber"
    r"|в|во|у|на|он|она|они|він|вона|вони|er|sie|es|que|qu|что|що|dass)\b)" + _ROLE_BEFORE_COMMA
)
# Who begins a sentence and goes on to a quotation: "Mayor Ida Moen waved it away: "No."".
_NO_ADVERB: Final = (
    r"(?!(?:En|A|Al|Con|De|Para|Por|Sobre|À|Au|Aux|Dans|Pour|Sur|Selon|In|Im|Am|Auf|Bei|Für|Mit"
    r"|Nach|Zu|Über|Von)\s)"
)
# Of a Cyrillic name only the nominative of a man's can be told from an object.
_SUBJECT: Final = r"(?![А-ЯЁІЇЄҐ][\w’'-]*[аяуюиіїыеєм]\s)"
_NO_CLAUSE: Final = r"[^:,;«»„“”\"]{3,80}:\s?[«„“\"]"
_ASIDE: Final = r"(?:,\s[^,«»„“”\"]{3,70},)?"
# Behind a quotation or a clause: "..., said X".
_BEHIND: Final = r"(?:(?<=[»“”\"])|(?<=[,–—])|(?<=[»“”\"],))\s?[–—]?\s?"
# In German what comes first need not be who speaks: "Den Fall Kowal erklärte er für erledigt".
_NO_OBJECT: Final = r"(?!(?:Den|Dem|Des|Einen|Einem|Diesen|Diesem)\s)"
_NO_SUBJECT: Final = r"(?!\s(?:er|sie|es|man|der|die|das|ein|eine)\b)"
# An office at the head of a sentence, set off from its holder by a comma or by a noun: "El alcalde,
# Quique Ferrándiz, negó", "Le maire Didier Lambotte"; but not "La hija de Ida Moen".
_OFFICE: Final = (
    r"(?:(?:El|La|Le|L[’']|Su|Son|Sa|Un|Une)\s?(?:[\w’'-]+\s){0,7}[\w’'-]+,\s"
    r"|(?:El|La|Le|L[’']|Su|Son|Sa|Un|Une)\s?(?:[a-zà-ÿ’'-]+\s){0,3}"
    r"(?!(?:de|del|du|des|la|le|les|los|las|y|et|a|à|con|avec|que)\s)[a-zà-ÿ’'-]+\s)"
)
# An office and whose it is at the head of a sentence, before its holder: "Тренер «Кёрфезспора»".
_HEAD: Final = (
    rf"(?:{_CAPITAL}[\w’'-]*\s(?:(?!(?:и|й|та|і|а|з|с|из|із|в|у|на|по|о|об|про|за|от|від|для|до|к"
    r"|y|et|und|de|del|du|des|von|a|à|en|con|avec|mit|sur|sobre|que|qui)\b)"
    r"(?:[a-zà-öø-ÿа-яёіїєґ][\w’'-]*|[«„“][^»“”]{2,30}[»“”])\s){0,4})?"
)
# Where one of several may have spoken, or a paper, nobody is named.
_NOBODY: Final = re.compile(
    r"источник|собеседник|документ|джерел|співрозмовник|quelle|dokument|bericht|source|document"
    r"|rapport|fuente|documento|informe|carta|lettre|comunicado|communiqué|atestado|sentencia|auto\b"
    r"|estudio|étude|sondage|encuesta|recuento|presse\b|prensa|datos|cálculo|version|versión|parte\b",
    re.IGNORECASE,
)
# A paper in the dative is who was told: "рассказал «Северному вестнику»".
_TOLD: Final = re.compile(r"^«[^»]*[а-яіїє]{3}[ую]»$")
# Words that stand between a verb and who speaks and are no part of that: "в МВД", "журналистам".
_BETWEEN: Final = re.compile(
    r"^(?:(?:в|у|во|журналистам|журналістам|der|die|das|le|la|l|el|los)\s)+"
)
# The first word of an institution: letters alone, or an adjective in the genitive.
_INSTITUTION: Final = re.compile(rf"{_CAPITAL}{{2}}|\w+(?:ого|ой|ої|их)\s|[«„“\"]")
_PERSON: Final = re.compile(rf"(?<![\w’'-]){_PART}(?:\s{_LINK})?(?:\s{_PART}){{1,3}}(?![\w’'-])")
_PATRONYMIC: Final = re.compile(r"(?:вич|вн)\w{0,3}$|ічн\w{1,2}$")
# A given name and a family's.
_OF_A_PERSON: Final = 2
_CYRILLIC: Final = re.compile("[А-Яа-яІЇЄҐ]")


def speaker_in(sentence: str, language: str) -> tuple[int, int] | None:
    """Offsets of the speaker in a sentence in one of LANGUAGES; None where none can be read."""
    if language not in LANGUAGES:
        return None
    found = [
        match
        for pattern in _patterns(language)
        for match in pattern.finditer(sentence)
        if not quoted(sentence, match.start("name"))
    ]
    # The outermost comes first, "X said that, as Y reported, ...", and of two at a place a name.
    match = min(found, key=lambda each: each.start(), default=None)
    return None if match is None else _told(match)


def surname_in(sentence: str, language: str) -> tuple[int, int] | None:
    """Offsets of a surname that stands alone where a speaker does; it is right if it is one."""
    found = (
        match.span("name")
        for pattern in _surnames(language)
        for match in pattern.finditer(sentence)
        if not quoted(sentence, match.start("name"))
    )
    return min(found, default=None)


def goes_on(sentence: str, language: str) -> tuple[int, int] | None:
    """Offsets of a pronoun that speaks, "said she": of somebody who was named before it."""
    found = (
        match.span() for pattern in _pronouns(language) for match in pattern.finditer(sentence)
    )
    return min((span for span in found if not quoted(sentence, span[0])), default=None)


def people_in(sentence: str, language: str) -> list[tuple[int, int]]:
    """Offsets of what may be people in full, outside of quotations."""
    found = (_person(sentence, match.span(), language) for match in _PERSON.finditer(sentence))
    return [span for span in found if span is not None and not quoted(sentence, span[0])]


def _person(sentence: str, span: tuple[int, int], language: str) -> tuple[int, int] | None:
    """A person's place without the word that opens the sentence, and what is another's name.

    "Selon Ida Moen", "бригадир из Чернівців Мирослав Гуцуляк".
    """
    parts = sentence[slice(*span)].split(" ")
    if parts[0].lower() in stopwords_of(language):
        del parts[0]
    if (
        len(parts) > _OF_A_PERSON
        and _CYRILLIC.search(parts[0])
        and not _PATRONYMIC.search(parts[1])
    ):
        parts = parts[-_OF_A_PERSON:]
    return (span[1] - len(" ".join(parts)), span[1]) if len(parts) >= _OF_A_PERSON else None


def _told(match: re.Match[str]) -> tuple[int, int] | None:
    """The name alone of a person, an institution with what says which of its people."""
    role, name = match.groupdict().get("role") or "", match["name"]
    start, end = match.span("name")
    if _NOBODY.search(role) or _NOBODY.search(name) or _TOLD.search(name):
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


def quoted(sentence: str, at: int) -> bool:
    """Whether a place lies inside a quotation: who is named there is spoken of."""
    return any(opened < at < closed for opened, closed in quotations(sentence))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    table = _table(language)
    verbs, according = table["verbs"], table["according"]
    name = rf"(?P<name>{_FULL}|{_AGENCY})"
    # German nouns have capitals, so that only a mark tells where a name ends.
    ends = r"(?=\s?[,.;:)]|$)" if language == "de" else ""
    told = [
        rf"(?:^|(?<=[\s,(]))(?i:{according})\s{_ROLE}{name}{ends}",
        rf"{_BEHIND}{_says(table)}\s{_ROLE}{name}",
        rf"{_BEHIND}{_says(table)}\s{_WHO}(?P<name>{_FULL})(?=[,.;]|$)",
        rf"^{_NO_OBJECT}{name}{_ASIDE}\s{verbs}\b{_NO_SUBJECT}",
        rf"^{_NO_OBJECT}{_NO_ADVERB}{_HEAD}(?P<name>{_SUBJECT}{_FULL})\s{_NO_CLAUSE}",
        rf"^{_OFFICE}(?P<name>{_FULL})(?:,\s|{_ASIDE}\s){verbs}\b",
    ]
    if language in CYRILLIC:
        told.append(rf"^{_HEAD}(?P<name>{_FULL}){_ASIDE}\s{verbs}\b")
    if "institution" in table:
        told.append(f"^{table['institution']}\\b")
    if "whoever" in table:
        anybody = rf"(?P<name>(?:{table['whoever']}\s|l[’'])(?!\s){_ANYBODY})(?=[,.;:]|\s|$)"
        # A song in quotation marks tells a story: « Ringen » raconte la fuite ...
        told.append(rf"(?:(?<=[»“”\"])|(?<=[»“”\"],))\s?(?!raconte|cuenta){verbs}\s{anybody}")
        told.append(rf"(?<=,)\s{table['says']}\s{anybody}")
        # "Según su abogada, Ida Moen, ...", "selon l'adjoint à la culture".
        told.append(rf"(?:^|(?<=[\s,(]))(?i:{according})\s{_ROLE_BEFORE_COMMA}{name}(?=,)")
        told.append(rf"(?:^|(?<=[\s,(]))(?i:{according})\s{anybody}")
    if "as" in table:
        told.append(rf",\s{table['as']}\s{_ROLE}{name}\s{verbs}\b")
    return tuple(re.compile(each) for each in told)


@cache
def _surnames(language: str) -> tuple[re.Pattern[str], ...]:
    table = _table(language)
    name = rf"(?P<name>{_PART})(?![\w’'-]|\s{_CAPITAL})"
    return (
        re.compile(rf"{_BEHIND}{_says(table)}\s(?:{table['title']}\s)?{name}"),
        re.compile(rf"(?:^|(?<=[\s,(]))(?i:{table['according']}|so)\s{name}"),
        re.compile(rf"^{name}{_ASIDE}\s{table['verbs']}\b"),
    )


@cache
def _pronouns(language: str) -> tuple[re.Pattern[str], ...]:
    table = _table(language)
    told = [rf"(?<![\w’'-])(?i:{table['he']})"]
    if "pronoun" in table:
        told.append(rf"{_BEHIND}{_says(table)}\s{table['pronoun']}(?=[ .,;»]|$)")
    if language == "fr":
        # Behind a quotation it is no question: « ... », se défend-il.
        told.append(r"(?<=[»”\"],)\s[\w’' ]{2,20}?(?:-t)?-(?:il|elle)\b")
    if language == "es":
        # A verb tells by itself that somebody speaks: «...», razona.
        told.append(rf"(?<=[»”\"],)\s{_says(table)}(?=[.,;]|$)|(?<=,)\s{_says(table)}(?=,)")
    return tuple(re.compile(each) for each in told)


def _says(table: dict[str, str]) -> str:
    """The verbs that report words behind a quotation or a clause."""
    return f"(?:{table['verbs']}|{table['behind']})"


@cache
def _table(language: str) -> dict[str, str]:
    path = files("retrieval.answer.attribution").joinpath("abroad.toml")
    table: dict[str, str] = tomllib.loads(path.read_text("utf-8"))[language]
    return table
