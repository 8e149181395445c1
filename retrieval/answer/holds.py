"""What a sentence has to hold, or it cannot answer: a number for "how many", a time for "when".

Without these, sentences that name the event and no number took the places of those that are judged.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from retrieval.answer.amounts import NUMBER_WORDS
from retrieval.answer.speech import ENGLISH

if TYPE_CHECKING:
    from retrieval.answer.question import Question

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
    """Whether a sentence in a language holds what the question wants; true of all but English."""
    if question.language != ENGLISH or language != ENGLISH:
        return True
    if question.asks == "number" and _COUNTS.match(question.canonical):
        return _QUANTITY.search(sentence) is not None
    return question.asks != "when" or _TIME.search(sentence) is not None
