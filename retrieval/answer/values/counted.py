"""Which of an English sentence's amounts answers "how many", "how much", "how old", "how long"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from retrieval.answer.language.lexicon import AUXILIARIES, PREPOSITIONS, STOPWORDS, stem, words
from retrieval.answer.values.ages import age, age_of_another, is_age, is_of_age
from retrieval.answer.values.amounts import NUMBER_WORDS, Amount, amounts
from retrieval.answer.values.bearers import (
    is_forecast,
    is_part,
    of_a_people,
    of_another_thing,
    price_of_another,
)
from retrieval.answer.values.wanted import is_wanted

_MANY: Final = re.compile(r"^(?:\w+\s+){0,2}?(?:how\s+many|what\s+number\s+of)\s+", re.IGNORECASE)
_TOLL: Final = re.compile(r"\bwhat\b.*\btoll\b", re.IGNORECASE)
_TOLL_BEFORE: Final = re.compile(
    r"\btoll\b[^,;.\d]{0,40}\b(?:to|at|of|reach\w*|hit|hits|is|was|passed|exceed\w*)\s+$",
    re.IGNORECASE,
)
_OLD: Final = re.compile(r"^how\s+old\b|^(?:\w+\s+)?what\b.*\bage\b", re.IGNORECASE)
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
# "157 of the 338 seats": the second counts all there are, and so does "the 338-seat House".
_OF_ALL: Final = re.compile(
    r"(?:\s+[^\W\d]\S*){0,3}?\s+(?:out\s+)?of\s+(?:(?:the|its|their|all|a\s+total\s+of)\s+)*"
)
_ASKS_ALL: Final = re.compile(
    r"\b(?:are|were)\s+there\b|\bin\s+(?:total|all)\b|\b(?:does|do|did)\s.*\bhave\b", re.IGNORECASE
)
# What tells how long ago something was, not how long it took.
_SPAN_BEFORE: Final = re.compile(
    r"\b(?:past|last|next|within|every|after|previous|coming|first)\s+(?:\d+\s*(?:to|-|–)\s*)?$",
    re.IGNORECASE,
)
# "In 75 days" is when, but for what takes so long.
_WHEN_BEFORE: Final = re.compile(r"\bin\s+(?:\d+\s*(?:to|-|–)\s*)?$", re.IGNORECASE)
_TAKES: Final = re.compile(r"\b(?:take|takes|took|taken|taking)\b", re.IGNORECASE)
_SPAN_AFTER: Final = re.compile(
    r"\s+(?:ago|later|earlier|before|after|old|since)\b|[\s-]old\b", re.IGNORECASE
)
# "It needed 60 votes", "short of the 60 votes needed" count none that were cast.
_NEEDED: Final = re.compile(r"\b(?:need\w*|requir\w*|short\s+of(?:\s+the)?)\s+$", re.IGNORECASE)
_NEEDED_AFTER: Final = re.compile(
    r"\s+(?:[^\W\d_]+\s+){0,2}?(?:needed|required|necessary)\b", re.IGNORECASE
)
_ASKS_NEED: Final = re.compile(r"\b(?:need|requir|necessary)", re.IGNORECASE)
_MORE: Final = frozenset(["more", "others", "other", "such"])


def counted(asked: str, sentence: str, units: list[str], *, bound: bool = False) -> list[Amount]:
    """The amounts of the kind that is asked for; of counts those of the things, if there are.

    With `bound` none but those that stand with the thing, the unit or the age asked for: others may
    be of anything, and exclude nothing.
    """
    found = list(amounts(sentence))
    if _OLD.search(asked):
        return [
            age(each)
            for each, *at in found
            if "decade" not in sentence[slice(*at)]
            and (not bound or is_age(sentence, *at))
            and not age_of_another(asked, sentence, *at)
        ]
    for unit in units:
        if chosen := [each for each in found if each[0].unit == unit]:
            return [
                each
                for each, *at in chosen
                if not (bound and unit == "days" and _is_span(asked, sentence, *at))
                and not (bound and unit == "$" and price_of_another(asked, sentence, *at))
                and not (bound and is_wanted(asked, sentence, at[0], count=False))
            ]
    things = _MANY.match(asked)
    if things is None and not _TOLL.search(asked):
        return [] if bound else [each for each, _, _ in found]
    # "How many" asks for a count, of which neither a share nor an age is a rival.
    counts = [
        each
        for each in found
        if not each[0].unit
        and not is_of_age(sentence, *each[1:])
        and not of_another_thing(asked, sentence, each[2])
        and not (bound and is_part(sentence, *each[1:]))
        and not (bound and is_forecast(asked, sentence, each[1]))
        and not (bound and is_wanted(asked, sentence, each[1], count=True))
    ]
    if not _ASKS_NEED.search(asked):
        counts = [each for each in counts if not _is_needed(sentence, *each[1:])]
    counts, told = _of_the_deed(asked, sentence, counts)
    if not _ASKS_ALL.search(asked):
        counts = _parts(asked, sentence, counts)
    nouns = _things(asked[things.end() :]) if things is not None else set()
    chosen = [each for each in counts if nouns & _behind(sentence, each[2])]
    who = _things(_before_deed(asked[things.end() :])) if things is not None else set()
    deeds = {stem(word) for word in words(asked) if word.lower() not in STOPWORDS} - who
    if chosen and not who <= _PEOPLE:
        # "The seven people arrested are among nine officials."
        chosen = [each for each in counts if _are_done(sentence, each[2], deeds)] or chosen
    if bound and who <= _PEOPLE:
        return [
            each
            for each, start, end in counts
            if not of_a_people(asked, sentence, end)
            and (
                told
                or (each, start, end) in chosen
                or _does(sentence, end, deeds)
                or (_DEEDS[0].search(asked) and _TOLL_BEFORE.search(sentence[:start]))
            )
        ]
    if bound:
        return [each for each, _, _ in chosen]
    return [each for each, _, _ in chosen or counts]


def _of_the_deed(
    asked: str, sentence: str, counts: list[tuple[Amount, int, int]]
) -> tuple[list[tuple[Amount, int, int]], bool]:
    """The counts without those of another deed than the one asked for, and whether they are its.

    What a sentence says of none or of both stays where it says nothing of the one alone.
    """
    wanted = [deed for deed in _DEEDS if deed.search(asked)]
    others = [deed for deed in _DEEDS if deed not in wanted and deed.search(sentence)]
    if len(wanted) != 1 or not others:
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


def _parts(
    asked: str, sentence: str, counts: list[tuple[Amount, int, int]]
) -> list[tuple[Amount, int, int]]:
    """The counts without those of all there are; as they are where no other is left.

    "Two of the 116 people injured" tells of 116 where the injured are asked for.
    """
    wanted = [deed for deed in _DEEDS if deed.search(asked)]
    wholes = []
    for at, (_, start, stop) in enumerate(counts):
        after = " ".join(words(sentence[stop:])[:_BETWEEN])
        done = any(deed.search(after) for deed in wanted)
        of_all = any(_OF_ALL.fullmatch(sentence, end, start) for _, _, end in counts[:at])
        wholes.append(not done and (of_all or bool(re.match(r"-[^\W\d]", sentence[stop:]))))
    return [each for each, whole in zip(counts, wholes, strict=True) if not whole] or counts


def _are_done(sentence: str, end: int, deeds: set[str]) -> bool:
    """Whether a count stands before the deed, with whoever is counted named by no more than that.

    "Seven people arrested", "seven of them were arrested".
    """
    after = [word.lower() for word in words(sentence[end:])[: _BETWEEN + 2]]
    if after[:2] in (["of", "them"], ["of", "those"]):
        after = after[2:]
    elif after and stem(after[0]) in _PEOPLE:
        after = after[1:]
        if after and stem(after[0]) in deeds:
            return True
    if not after or after[0] not in AUXILIARIES:
        return False
    return bool(deeds & set(map(stem, after)))


def _does(sentence: str, end: int, deeds: set[str]) -> bool:
    """Whether a count of people stands before the deed: "three were seized", "12 more died"."""
    after = [word.lower() for word in words(sentence[end:])[:_BETWEEN]]
    while after and (after[0] in _MORE or stem(after[0]) in _PEOPLE):
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


def _before_deed(asked: str) -> str:
    """What is counted, before the deed that is done to it: "people died in Vale"."""
    found = [deed.search(asked) for deed in _DEEDS]
    return asked[: min((each.start() for each in found if each is not None), default=len(asked))]


def _is_needed(sentence: str, start: int, end: int) -> bool:
    return bool(_NEEDED.search(sentence[:start]) or _NEEDED_AFTER.match(sentence, end))


def _is_span(asked: str, sentence: str, start: int, end: int) -> bool:
    before = sentence[:start]
    if _WHEN_BEFORE.search(before) and not _TAKES.search(asked):
        return True
    return bool(_SPAN_BEFORE.search(before) or _SPAN_AFTER.match(sentence, end))
