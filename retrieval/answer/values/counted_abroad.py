"""Which amounts are told of what is asked for, where one of question and sentence is not English.

Without grammar: what is counted stands behind its number, in the question's own language; in others
people and what was done to them are known, sums and shares by their unit, times by what is no
time since.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from retrieval.answer.language.languages import LANGUAGES, language, stem_in
from retrieval.answer.language.lexicon import STOPWORDS, tokens, words
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.values.amounts import TIMES, Amount

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from retrieval.answer.question.question import Question

# An amount with the place of its text.
Placed = tuple[Amount, int, int]

DEEDS: Final = ("killed", "injured", "arrested", "missing")
_MANY: Final = re.compile(r"(?:how\s+many|what\s+number\s+of)(?!\w)", re.IGNORECASE)
# The words that may tell what is counted, and those that may stand between a number and it.
_THINGS: Final = 2
_BETWEEN: Final = 3
_BREAKS: Final = r"[,;:—–]\s"


@dataclass(frozen=True, slots=True)
class _Rules:
    people: re.Pattern[str]
    deeds: dict[str, re.Pattern[str]]
    parts: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    aged: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    age: re.Pattern[str]


def bound_abroad(
    question: Question, sentence: str, spoken: str, found: Iterable[Placed], unit: str
) -> list[Amount]:
    """Those amounts of a sentence that stand with what is asked for: others exclude nothing.

    `unit` is the one asked for, "" for a count. None in a language that is not read here.
    """
    if not {spoken, question.language} <= {ENGLISH, *LANGUAGES}:
        return []
    rules, asked = _rules(spoken), _rules(question.language)
    found = list(found)
    of_unit = [each for each in found if each[0].unit == unit]
    if unit == "days" and not asked.age.search(question.canonical):
        of_unit = [each for each in of_unit if not _is_since(rules, sentence, each)]
    if unit and not asked.age.search(question.canonical):
        return [each for each, _, _ in of_unit]
    if asked.age.search(question.canonical):
        ages = [each for each in found if not each[0].unit or _in_years(each[0])]
        return [_age(each[0]) for each in ages if len(ages) == 1 or _is_age(rules, sentence, each)]
    counts = [each for each in of_unit if not _is_age(rules, sentence, each)]
    things = _things(question)
    own = question.language == spoken
    of_people = any(asked.people.fullmatch(thing) for thing in things[:1])
    behind = [
        each
        for each, _, end in counts
        if (own and _is_behind(things, sentence, end, spoken))
        or (of_people and rules.people.search(_after(sentence, end)))
    ]
    wanted = [deed for deed in DEEDS if asked.deeds[deed].search(question.canonical)]
    if wanted and (of_people or not own):
        return [each for each, *at in counts if _is_done(wanted, rules, sentence, *at)]
    # Of several numbers in another language nobody can say which one counts the things.
    alone = [each for each, _, _ in counts] if len(counts) == 1 and not own else []
    return behind or alone


def _things(question: Question) -> list[str]:
    """The words that tell what is counted: those behind "how many" that name something."""
    code, asked = question.language, question.canonical
    if code == ENGLISH:
        many = _MANY.search(asked)
        rest, empty = asked[many.end() :] if many else "", STOPWORDS
    else:
        phrases = [phrase for phrase, asks in language(code).asks if asks == "number"]
        said = [word.lower() for word, _, _ in tokens(asked)]
        at = next(
            (
                place + len(phrase)
                for place in range(len(said))
                for phrase in phrases
                if tuple(said[place : place + len(phrase)]) == phrase
            ),
            len(said),
        )
        rest, empty = " ".join(said[at:]), language(code).stopwords
    named = [word.lower() for word in words(rest)[: _THINGS + 1]]
    return [word for word in named if word not in empty][:_THINGS]


def _is_behind(things: Sequence[str], sentence: str, end: int, code: str) -> bool:
    """Whether the first of the things stands closely behind the number."""
    stems = {stem_in(code, thing) for thing in things[:1]}
    return bool(stems & {stem_in(code, word) for word in words(_after(sentence, end))})


def _after(sentence: str, end: int) -> str:
    return " ".join(words(sentence[end:])[:_BETWEEN])


def _is_done(wanted: Sequence[str], rules: _Rules, sentence: str, start: int, end: int) -> bool:
    """Whether the part of a sentence that has a number tells of the deed, and of no other."""
    cuts = [0, *(each.end() for each in rules.parts.finditer(sentence)), len(sentence)]
    begin = max(cut for cut in cuts if cut <= start)
    finish = min(cut for cut in cuts if cut >= end)
    told = [deed for deed in DEEDS if rules.deeds[deed].search(sentence, begin, finish)]
    return bool(told) and set(told) <= set(wanted)


def _in_years(amount: Amount) -> bool:
    return amount.unit == "days" and amount.value >= TIMES["year"]


def _age(amount: Amount) -> Amount:
    """An age is told as "16", "aged 16" or "16 years"."""
    years = round(amount.value / TIMES["year"], 1)
    return Amount(years, "", 1, rough=False) if amount.unit else amount


def _is_since(rules: _Rules, sentence: str, placed: Placed) -> bool:
    """Whether a length of time tells how long ago something was, and not how long it took."""
    _, start, end = placed
    before, after = rules.before.search(sentence[:start]), rules.after.match(sentence, end)
    return bool(before or after or _is_age(rules, sentence, placed))


def _is_age(rules: _Rules, sentence: str, placed: Placed) -> bool:
    _, start, end = placed
    return any(
        before.search(sentence[:start]) and after.match(sentence, end)
        for before, after in rules.aged
    )


@cache
def _rules(code: str) -> _Rules:
    path = files(__package__).joinpath("counted.toml")
    table: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))[code]

    def whole(told: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{told})(?!\w)", re.IGNORECASE)

    def around(told: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
        before, _, after = told.partition("{n}")
        return re.compile(rf"{before}$", re.IGNORECASE), re.compile(after, re.IGNORECASE)

    return _Rules(
        people=whole(table["people"]),
        deeds={deed: whole(table[deed]) for deed in DEEDS},
        parts=re.compile(rf"{_BREAKS}|\s(?:{table['and']})\s", re.IGNORECASE),
        before=re.compile(rf"(?<!\w)(?:{table['before']})\s+$", re.IGNORECASE),
        after=re.compile(rf"[\s-]+(?:{table['after']})(?!\w)", re.IGNORECASE),
        aged=tuple(around(told) for told in table["aged"]),
        age=whole(table["age"]),
    )
