"""Numbers that name: "flight 752" is not flight 804, whatever else two articles share.

A quarter to a half of the articles on a crash or a ballot never write its number, so one without
any is not shut out. Who numbers another thing of that kind, and never this one, tells of that.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from retrieval.answer.question.question import Question

# What is numbered, a row each, in the words of each language. "No. 2" is the second of anything.
_KINDS: Final[tuple[dict[str, str], ...]] = (
    {
        "en": "flights?", "de": r"Flug(?:es|s)?|Flüge", "fr": "vols?", "es": "vuelos?",
        "ru": "рейс(?:а|у|ом|е|ы|ов)?", "uk": "рейс(?:у|ом|і|и|ів)?",
    },
    {
        "en": "route|highway|interstate", "de": "Route|Autobahn|Bundesstra(?:ß|ss)e",
        "fr": "route|autoroute", "es": "ruta|carretera|autopista",
        "ru": "трасс(?:а|ы|е|у|ой)|шоссе", "uk": "трас(?:а|и|і|у|ою)|шосе",
    },
    {
        "en": "title", "de": "Titels?", "fr": "titre", "es": "título",
        "ru": "раздел(?:а|у|ом|е)?", "uk": "розділ(?:у|ом|і)?",
    },
    {
        "en": "sections?|§", "de": "Paragra(?:f|ph)(?:en|s)?|§", "fr": "section|§",
        "es": "sección|§", "ru": "пункт(?:а|у|ом|е)?|§", "uk": "пункт(?:у|ом|і)?|§",
    },
    {
        "en": r"articles?|art\.", "de": r"Artikels?n?|Art\.", "fr": r"articles?|art\.",
        "es": r"artículos?|art\.", "ru": r"стать(?:я|и|е|ю|ей|ёй)|ст\.",
        "uk": r"статт(?:я|і|ю|ею)|статей|ст\.",
    },
    {
        "en": "amendments?", "de": "Zusatzartikels?", "fr": "amendements?", "es": "enmiendas?",
        "ru": "поправк(?:а|и|е|у|ой)", "uk": "поправк(?:а|и|у|ою)|поправці",
    },
    {
        "en": r"propositions?|prop\.?", "de": "Proposition", "fr": "proposition",
        "es": "proposición",
    },
    {
        "en": "resolutions?", "de": "Resolution(?:en)?", "fr": "résolutions?",
        "es": "resoluci(?:ón|ones)", "ru": "резолюци(?:я|и|ю|ей)", "uk": "резолюці(?:я|ї|ю|єю)",
    },
    {
        "en": "Apollo", "de": "Apollo", "fr": "Apollo", "es": "Apolo", "ru": r"Аполлон\w?",
        "uk": r"Аполлон\w?",
    },
)  # fmt: skip
# Between the word and its number: "flight no. MS804", "vol n° 752", "рейс № 752".
_BETWEEN: Final = (
    r"\s*(?:(?:no|nos|nr|n|núm)\.?\s*[°ºo]?\s*|№\s*|number\s|Nummer\s|numéro\s|número\s|номер\s)?"
    r"(?:[A-Z]{1,3}[-\s]?)?"
)
# "He lost the title 2 years ago."
_TIMES: Final = r"(?!\d|[.,]\d|\s+(?:minutes?|hours?|days?|weeks?|months?|years?)\b)"


def of_another(question: Question, texts: Iterable[str], language: str) -> bool:
    """Whether texts, in a language (ISO 639-1), number another thing than the question does.

    False where they number none of its kind, or the question's as well, and for languages that are
    not read here.
    """
    asked = _numbered(question.canonical, question.language)
    if not asked:
        return False
    text = "\n".join(texts)
    return any(
        number not in (found := _numbers(kind, text, language))
        and bool(found)
        and re.search(rf"(?<![\d.,]){number}(?![\d%]|[.,]\d)", text) is None
        for kind, number in asked
    )


def _numbered(asked: str, language: str) -> list[tuple[int, str]]:
    return [
        (kind, number) for kind in range(len(_KINDS)) for number in _numbers(kind, asked, language)
    ]


def _numbers(kind: int, text: str, language: str) -> list[str]:
    pattern = _pattern(kind, language)
    return [] if pattern is None else [match["number"] for match in pattern.finditer(text)]


@cache
def _pattern(kind: int, language: str) -> re.Pattern[str] | None:
    """A word of the kind and its number; None for a language without any."""
    label = _KINDS[kind].get(language)
    if label is None:
        return None
    return re.compile(rf"(?<!\w)(?:{label}){_BETWEEN}(?P<number>\d+){_TIMES}", re.IGNORECASE)
