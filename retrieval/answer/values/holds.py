"""What a sentence has to hold, or it cannot answer: a number for "how many", a time for "when".

Without these, sentences that name the event and no number took the places of those that are judged.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from retrieval.answer.language.languages import LANGUAGES
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.values.ages import without_things
from retrieval.answer.values.amounts import NUMBER_WORDS
from retrieval.answer.values.days import days

if TYPE_CHECKING:
    from retrieval.answer.question.question import Question

# How long, how far and how often are told in many ways: "until April", "to the East Room".
_COUNTS: Final = re.compile(r"(?:\w+\s+){0,2}how\s+(?:many|much|old)\b", re.IGNORECASE)
# Figures, and what stands for them: "none", "several", "a third", "it is the fourth".
_QUANTITY: Final = re.compile(
    rf"\d|\b(?:{NUMBER_WORDS}|dozens?|hundreds?|thousands?|(?:m|b|tr)illions?"
    r"|no|none|nobody|nothing|not|zero|several|some|many|most|much|few|fewer|number|figures?|tally|toll"
    r"|more|less|half|halves|thirds?|quarters?|fourth|fifths?|tenths?"
    r"|first|second|sixth|seventh|eighth|ninth|\w+teenth|\w+tieth|last|another|both|either|neither"
    r"|majority|minority|all|every\w*|each|any|couple|handful|pair|part|parts|portion|share|bulk|rest"
    r"|least|enough|single|sole|only|alone|lone|together|total\w*|entire\w*|whole|wholly"
    r"|doubled?|tripled?|twice|once|overwhelming\w*|unanimous\w*|extensive\w*|cent|free)\b|n['’]t\b",
    re.IGNORECASE,
)
# Of "how old" only what may be an age: no length of time, sum, share, day or year is one.
_OLD: Final = re.compile(r"(?:\w+\s+){0,2}how\s+old\b", re.IGNORECASE)
_AGE: Final = re.compile(
    r"\b(?:olds?|older|oldest|young\w*|age[ds]?|born|birthday|teen\w*|founded|built|dat(?:es?|ing)|century)\b|\w+arian\b"
    r"|\b(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b",
    re.IGNORECASE,
)
_NO_AGE: Final = re.compile(
    rf"[$€£]\s?\d[\d,.]*|\b(?:\d[\d,.]*|(?:{NUMBER_WORDS})(?:-\w+)?)[\s-]?(?:%|percent|per\s?cent|"
    r"hundred|thousand|[mbt]r?illion|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)\b"
    r"|\d[\d,.]*%|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s\d{1,2}\b"
    r"|\b\d{4,}\b|\d,\d{3}|\b\d+(?:st|nd|rd|th)\b|\bone\b",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(rf"\d|\b(?:{NUMBER_WORDS})\b", re.IGNORECASE)
_TIME: Final = re.compile(
    r"\d|\b(?:(?:second|minute|hour|day|night|week|weekend|month|season|quarter|year|decade)s?|century"
    r"|dates?|times?|after\w*|before\w*|ago|until|till|soon\w*|next|last|when\w*|while|during|since"
    r"|yet|now|then|later|earlier|already|recent\w*|immediate\w*|previous\w*|morning|evening|noon"
    r"|midnight|midday|dawn|dusk|today|tomorrow|yesterday|tonight|early|late|first|once|never|always"
    r"|ever|upon|spring|summer|autumn|fall|winter|christmas|easter|\w+day"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.",
    re.IGNORECASE,
)


def could_answer(question: Question, sentence: str, language: str = ENGLISH) -> bool:
    """Whether a sentence in a language holds what the question wants.

    True of what is asked in English and told in another language, and of languages not read here.
    """
    if question.asks not in {"number", "when"}:
        return True
    asked, abroad = question.language, language in LANGUAGES
    if asked in LANGUAGES:
        if not abroad and language != ENGLISH:
            return True
        counts = _rules(asked)["free"].search(question.canonical) is None
    elif language != ENGLISH or asked != ENGLISH:
        return True
    else:
        counts = _COUNTS.match(question.canonical) is not None
    if question.asks == "number":
        return not counts or _holds_number(question, sentence, language)
    if not abroad:
        return _TIME.search(sentence) is not None
    found = _rules(language)["time"].search(sentence) is not None
    return found or bool(days(sentence, None, language))


def _holds_number(question: Question, sentence: str, language: str) -> bool:
    if language in LANGUAGES:
        return _rules(language)["quantity"].search(sentence) is not None
    if _OLD.match(question.canonical):
        rest = without_things(question.canonical, sentence)
        return bool(_AGE.search(rest) or _NUMBER.search(_NO_AGE.sub(" ", rest)))
    return _QUANTITY.search(sentence) is not None


@cache
def _rules(code: str) -> dict[str, re.Pattern[str]]:
    """What asks in a language for what is told in many ways, and what a sentence in it holds."""
    path = files(__package__).joinpath("holds.toml")
    table: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))[code]
    whole = {key: rf"(?<!\w)(?:{told})(?!\w)" for key, told in table.items()}
    figures = {"quantity": r"\d|", "time": r"\d|", "free": ""}
    return {key: re.compile(figures[key] + whole[key], re.IGNORECASE) for key in table}
