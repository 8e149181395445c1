"""Which of an English sentence's amounts answers "how many", "how much", "how old", "how long"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from retrieval.answer.amounts import NUMBER_WORDS, Amount, amounts
from retrieval.answer.lexicon import AUXILIARIES, PREPOSITIONS, STOPWORDS, stem, words

_MANY: Final = re.compile(r"^(?:\w+\s+){0,2}?(?:how\s+many|what\s+number\s+of)\s+", re.IGNORECASE)
_TOLL: Final = re.compile(r"\bwhat\b.*\btoll\b", re.IGNORECASE)
_OLD: Final = re.compile(r"^how\s+old\b|^(?:\w+\s+)?what\b.*\bage\b", re.IGNORECASE)
_YEAR: Final = 365.25
# The words that may tell what is counted: "how many pending provisional ballots".
_THINGS: Final = 4
# The words that may stand between a number and what it counts.
_BETWEEN: Final = 4
# Whoever is counted may be called soldiers, miners or others as well.
_PEOPLE: Final = frozenset(map(stem, ["people", "persons", "victims", "casualties"]))

# Deeds that one sentence tells of with a count each: "killed two people and injured four".
_DEEDS: Final = tuple(
    re.compile(rf"\b(?:{told})\b", re.IGNORECASE)
    for told in (
        r"kill\w*|die[ds]?|dying|dead|deaths?|slain|fatal\w*|murdered|perished|toll",
        r"injur\w*|wound\w*|hurt|hospitali[sz]ed",
        r"arrest\w*|detain\w*",
        r"missing",
    )
)
_BY: Final = r"(?:seriously|badly|critically|slightly)\s+"
_COUNT: Final = (
    rf"(?:\d|(?:at\s+least|more\s+than|about|some|nearly|almost|another|over|around|dozens|"
    rf"hundreds|an?\s+(?:dozen|hundred)|"
    rf"{NUMBER_WORDS})\b)"
)
_DEED: Final = r"(?:injur|wound|kill|hurt|arrest|detain|leav|left)\w*"
# Where a sentence goes on to the next deed: before a number, and before a deed with its number.
_PART: Final = re.compile(
    rf"(?:[,;—–]|--|\band\b|\bwhile\b|\bwith\b)\s+(?=(?:{_BY})?(?:{_DEED}\s+)?{_COUNT})",
    re.IGNORECASE,
)
# No count: "a 26-year-old", "Kelley, 26, ...".
_AGE_AFTER: Final = re.compile(r"[\s-]+years?[\s-]+old|[\s-]+years?\s+of\s+age", re.IGNORECASE)
_NAME_BEFORE: Final = re.compile(r"[A-ZÀ-Þ]\w+,\s+$")
_AGED: Final = re.compile(r"\b(?:aged|is|was|turned|turns|be)\s+$|,\s+$", re.IGNORECASE)
_AGED_AFTER: Final = re.compile(r"[,.;]|\s+(?:and|who|when)\b|\s*$")
# What tells how long ago something was, not how long it took.
_SPAN_BEFORE: Final = re.compile(
    r"\b(?:past|last|next|within|every|after|previous|coming|first)\s+$", re.IGNORECASE
)
_SPAN_AFTER: Final = re.compile(
    r"\s+(?:ago|later|earlier|before|after|old|since)\b|[\s-]old\b", re.IGNORECASE
)
_MORE: Final = frozenset(["more", "others", "other", "such"])


def counted(asked: str, sentence: str, units: list[str], *, bound: bool = False) -> list[Amount]:
    """The amounts of the kind that is asked for; of counts those of the things, if there are.

    With `bound` none but those that stand with the thing, the unit or the age asked for: others may
    be of anything, and exclude nothing.
    """
    found = list(amounts(sentence))
    if _OLD.search(asked):
        return [
            _age(each)
            for each, *at in found
            if "decade" not in sentence[slice(*at)] and (not bound or _is_age(sentence, *at))
        ]
    for unit in units:
        if chosen := [each for each in found if each[0].unit == unit]:
            return [
                each
                for each, *at in chosen
                if not (bound and unit == "days" and _is_span(sentence, *at))
            ]
    things = _MANY.match(asked)
    if things is None and not _TOLL.search(asked):
        return [] if bound else [each for each, _, _ in found]
    # "How many" asks for a count, of which neither a share nor an age is a rival.
    counts = [each for each in found if not each[0].unit and not _is_of_age(sentence, *each[1:])]
    counts, told = _of_the_deed(asked, sentence, counts)
    nouns = _things(asked[things.end() :]) if things is not None else set()
    chosen = [each for each in counts if nouns & _behind(sentence, each[2])]
    if bound and (nouns <= _PEOPLE or not nouns):
        deeds = {stem(word) for word in words(asked) if word.lower() not in STOPWORDS} - nouns
        return [
            each
            for each, _, end in counts
            if told or (each, _, end) in chosen or _does(sentence, end, deeds)
        ]
    if bound:
        return [each for each, _, _ in chosen]
    return [each for each, _, _ in chosen or counts]


def _of_the_deed(
    asked: str, sentence: str, counts: list[tuple[Amount, int, int]]
) -> tuple[list[tuple[Amount, int, int]], bool]:
    """The counts without those of another deed than the one asked for, and whether they are its.

    Only where the sentence tells of both: what it then says of none or of both stays where it says
    nothing of the one.
    """
    wanted = [deed for deed in _DEEDS if deed.search(asked)]
    if len(wanted) != 1 or sum(deed.search(sentence) is not None for deed in _DEEDS) < 2:  # noqa: PLR2004
        return counts, False
    cuts = [0, *(found.start() for found in _PART.finditer(sentence)), len(sentence)]
    its, open_ = [], []
    for start, end in pairwise(cuts):
        deeds = [deed for deed in _DEEDS if deed.search(sentence, start, end)]
        inside = [each for each in counts if start <= each[1] < end]
        if deeds == wanted:
            its += inside
        elif wanted[0] in deeds or not deeds:
            open_ += inside
    return (its, True) if its else (open_, False)


def _does(sentence: str, end: int, deeds: set[str]) -> bool:
    """Whether a count stands alone before the deed: "three were seized", "12 more died"."""
    after = [word.lower() for word in words(sentence[end:])[:_BETWEEN]]
    while after and after[0] in _MORE:
        after.pop(0)
    if not after:
        return bool(deeds & {stem(word) for word in words(sentence[:end])[-_BETWEEN:]})
    if after[0] in AUXILIARIES | PREPOSITIONS | STOPWORDS:
        return bool(deeds & set(map(stem, after)))
    return stem(after[0]) in deeds


def _behind(sentence: str, end: int) -> set[str]:
    return {stem(word) for word in words(sentence[end:])[:_BETWEEN]}


def _things(asked: str) -> set[str]:
    """Stems of what is counted: the words before the verb."""
    found = set()
    for word in words(asked)[:_THINGS]:
        if word.lower() in AUXILIARIES:
            break
        if word.lower() not in STOPWORDS:
            found.add(stem(word))
    return found


def _age(amount: Amount) -> Amount:
    """An age is told as "16", "aged 16" or "16 years"."""
    return Amount(round(amount.value / _YEAR, 1), "", 1, rough=False) if amount.unit else amount


def _is_age(sentence: str, start: int, end: int) -> bool:
    """Whether a number is plainly an age, and not that of another time ("at age 78")."""
    if _AGE_AFTER.match(sentence, end):
        return True
    return bool(_AGED.search(sentence[:start]) and _AGED_AFTER.match(sentence, end))


def _is_of_age(sentence: str, start: int, end: int) -> bool:
    if _AGE_AFTER.match(sentence, end):
        return True
    return bool(_NAME_BEFORE.search(sentence[:start]) and sentence[end : end + 1] == ",")


def _is_span(sentence: str, start: int, end: int) -> bool:
    before = _SPAN_BEFORE.search(sentence[:start])
    return bool(before or _SPAN_AFTER.match(sentence, end))
