"""Open questions: the answer that a sentence gives to one, so far as it can be read off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from retrieval.answer.question import PREPOSITIONS, STOPWORDS, stem, words
from retrieval.answer.subjects import fold, place_of

if TYPE_CHECKING:
    from retrieval.answer.question import Question

_NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen twenty"
        ).split()
    )
} | {"dozen": 12, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_FIGURE = re.compile(
    # Neither an ordinal nor a year counts anything.
    r"(?<![\w.,])(?!(?:19|20)\d\d\b)(?P<figure>\d+(?:,\d{3})*(?:\.\d+)?)(?!\d*(?:st|nd|rd|th)\b)"
    r"(?:[\s-](?P<scale>hundred|thousand|million|billion|trillion)\b)?(?P<percent>\s?%| percent)?",
    re.IGNORECASE,
)
_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATES = (
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})\b(?:,?\s+(?P<year>\d{{4}}))?", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d{{1,2}})\s+{_MONTH}(?:\s+(?P<year>\d{{4}}))?", re.IGNORECASE),
    re.compile(r"\b(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE),
    re.compile(r"\b(?:in|since|by|until|of)\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
)
_PLACE = "place:"
# Questions of this form have one answer, so two different ones exclude each other.
_ONE_ANSWER = re.compile(
    r"^(?:who|which\s+\w+|what\s+\w+)\s+(?:won|wins|win|is|was|leads?|led|first|became|will\s+be|"
    r"has\s+won|owns?|founded|invented|wrote|killed|shot)\b",
    re.IGNORECASE,
)


def answers(question: Question, sentence: str) -> frozenset[str]:
    """Keys of what the sentence answers: people, days, places or numbers; empty for a matter.

    Equal keys are the same answer in other words: "Sergei" and "Sergey", "3,000" and "3 thousand".
    """
    if question.asks == "number":
        # "How many" asks for a count, of which a share is no rival.
        share = bool(
            re.search(r"%|\bper ?cent|\bshare\b|\bmuch\b", question.canonical, re.IGNORECASE)
        )
        return frozenset(key for key in _numbers(sentence) if share or not key.endswith("%"))
    if question.asks == "when":
        return frozenset(_dates(sentence))
    # Where its capitals tell nothing, any word of the question may be a name.
    asked = _parties(question.canonical, everything=True) | _parties(
        " ".join(map(str.capitalize, question.terms)), everything=True
    )
    if question.asks == "where":
        return frozenset(_parties(sentence) - asked)
    if question.asks == "who":
        doers = _parties(_doers(sentence, {stem(word) for word in question.deeds}))
        return frozenset(key for key in doers - asked if not key.startswith(_PLACE))
    return frozenset()


def excludes(question: Question) -> bool:
    """Whether two different answers to the question cannot both be right."""
    return question.asks in {"when", "number"} or bool(_ONE_ANSWER.match(question.canonical))


def _numbers(text: str) -> set[str]:
    found = set()
    for match in _FIGURE.finditer(text):
        value = float(match["figure"].replace(",", "")) * _SCALES.get(
            (match["scale"] or "").lower(), 1
        )
        found.add(f"{value:g}{'%' if match['percent'] else ''}")
    for word in words(text.lower()):
        if word in _NUMBER_WORDS and word != "one":
            found.add(f"{_NUMBER_WORDS[word]:g}")
    return found


def _dates(text: str) -> set[str]:
    found = set()
    for pattern in _DATES:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            if parts.get("weekday"):
                found.add(parts["weekday"].lower())
            elif parts.get("month"):
                month = next(
                    i
                    for i, name in enumerate(_MONTHS, 1)
                    if name.startswith(parts["month"].lower())
                )
                found.add(f"{month:02}-{int(parts['day']):02}")
            else:
                found.add(parts["year"])
    return found


def _doers(sentence: str, deeds: set[str]) -> str:
    """The part of the sentence that names who did it: before the deed, or after its "by"."""
    for match in re.finditer(r"\w+", sentence):
        if stem(match.group()) in deeds:
            before, after = sentence[: match.start()], sentence[match.end() :]
            following = {word.casefold() for word in words(after)[:3]}
            return after if following & {"by", "from"} else before
    return sentence


def _parties(text: str, *, everything: bool = False) -> set[str]:
    """Folded last words of capitalised runs; a run that only opens the sentence does not count."""
    tokens = words(text)
    runs: list[list[str]] = []
    previous = -2
    for at, token in enumerate(tokens):
        if token[:1].isupper() and token.casefold() not in STOPWORDS | PREPOSITIONS:
            if at == previous + 1:
                runs[-1].append(token)
            else:
                runs.append([token])
            previous = at
    keys = set()
    for run in runs:
        place = place_of(" ".join(run))
        keys.add(f"{_PLACE}{place}" if place is not None else fold(run[-1]))
        if everything:
            keys |= {fold(word) for word in run}
    return {key for key in keys if key}
