"""Open questions: the answer that a sentence gives to one, so far as it can be read off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from retrieval.answer.language.countries import is_body
from retrieval.answer.language.lexicon import (
    AUXILIARIES,
    PREPOSITIONS,
    STOPWORDS,
    stem,
    tokens,
    words,
)
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.names.subjects import CALENDAR, fold, place_of
from retrieval.answer.question import capitals
from retrieval.answer.values.amounts import Amount
from retrieval.answer.values.counted import counted
from retrieval.answer.values.days import Day, days
from retrieval.answer.values.wh_abroad import answers_abroad

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from retrieval.answer.question.question import Question

# A person or place as a folded name, an amount, or a day.
Reading = str | Amount | Day

_PLACE: Final = "place:"
_BODY: Final = "body:"
# Questions of this form have one answer, so two different ones exclude each other.
_ONE_ANSWER: Final = re.compile(
    r"^(?:who|which\s+\w+|what\s+\w+)\s+(?:won|wins|win|is|was|leads?|led|first|became|will\s+be|"
    r"has\s+won|owns?|founded|invented|wrote|killed|shot)\b",
    re.IGNORECASE,
)
# Many can be hurt, arrested or there, and who somebody is can be told in many ways; one is elected
# and one is the first.
_MANY_ANSWERS: Final = re.compile(
    r"^(?:who|which\s+\w+|what\s+\w+)\s+(?:is|was)\s+"
    r"(?!(?:elected|appointed|named|chosen|picked|nominated|selected|crowned|promoted|leading|winning)\b)"
    r"(?:\w+(?:ed|ing)|shot|hit|hurt|sent|told|made|held|struck|killed|involved|there|"
    r"(?:not|also|still|being|at|in|on|among|with|aboard|present)|[A-Z]\w+(?:\s+[A-Z]\w+)*\W*$)",
)
# "Gregory XII" goes by his name.
_REGNAL: Final = re.compile(r"[IVX]+|Jr\.?|Sr\.?")
_SHARE: Final = re.compile(r"%|\bper ?cent|\bshare\b|\bproportion\b", re.IGNORECASE)
_MONEY: Final = re.compile(
    r"\b(?:money|dollars?|euros?|cost|costs|pay|pays|paid|fined?|fines|worth|prices?|priced|raised?|"
    r"spend|spent|spending|donated?|earn|earned|owed?|owes|bail|salary|budget|loans?)\b",
    re.IGNORECASE,
)
_TIME: Final = re.compile(r"\bhow\s+long\b|\btime\b|\bsentenced?\b|\bprison\b", re.IGNORECASE)
# After these a sentence tells where; other names in it may be anybody's.
_WHERE: Final = frozenset("in at near from outside inside to into across around on of".split())
_SPEECH: Final = re.compile(
    r"\b(?:said|says|say|told|tells|reported|reports|announced|according\s+to|claimed|claims|wrote|"
    r"tweeted|confirmed)\b"
)
# "... won on Monday, the Gazette said": who reports it behind the deed.
_SAID_AFTER: Final = re.compile(
    rf",\s[^,]*{_SPEECH.pattern}.*$|,?\s+according\s+to\s.*$", re.IGNORECASE | re.DOTALL
)
_AUXILIARY: Final = r"(?:did|does|do|has|have|had|will|would|was|is|are|were|can|could|should)"
# "Who did Trump fire?", "Who was he texting with?": whoever is asked for comes after the deed.
_OBJECT: Final = re.compile(
    rf"^(?:\w+\s+)?(?:whom\b|who\s+(?:did|does|do)\b|who\s+{_AUXILIARY}\s+(?:the\s+)?\S+\s+"
    r"(?:\S+\s+)?\w+ing\b)",
    re.IGNORECASE,
)


def answers(
    question: Question,
    sentence: str,
    published: str | None = None,
    language: str = ENGLISH,
    *,
    across: bool = False,
    bound: bool = False,
) -> frozenset[Reading]:
    """What the sentence answers: people, days, places or amounts; empty for a matter.

    `published` is the ISO date by which "Friday" is a day. With `across`, as in any other language
    than English, it is read without grammar, so that sentences of several can be compared. With
    `bound`, amounts count only where they stand with what is asked for.
    """
    if across or language != ENGLISH or question.language != ENGLISH:
        unit = next(iter(_units(question.canonical)), "")
        return answers_abroad(question, sentence, published, language, unit, bound=bound)
    if question.asks == "number":
        return frozenset(
            counted(question.canonical, sentence, _units(question.canonical), bound=bound)
        )
    if question.asks == "when":
        return frozenset[Reading](days(sentence, published))
    if question.asks == "where":
        return frozenset(_places(sentence) - _asked(question))
    if question.asks == "who":
        people = _people(question, sentence) - _asked(question)
        return frozenset(key for key in people if not key.startswith(_PLACE))
    return frozenset()


def agree(one: Iterable[Reading], two: Iterable[Reading]) -> bool | None:
    """Whether two sentences give one answer: any two readings the same, or all of them others.

    None where that cannot be read off.
    """
    found = [_same(a, b) for a in one for b in two]
    if any(found):
        return True
    return None if not found or None in found else False


def exclude(one: Iterable[Reading], two: Iterable[Reading]) -> bool:
    """Whether nothing that the one says can be right beside anything that the other says."""
    first, second = list(one), list(two)
    return bool(first and second) and all(_excludes(a, b) for a in first for b in second)


def named(question: Question, sentence: str) -> set[str]:
    """Everybody and every place that the sentence names and the question does not."""
    return _parties(sentence) - _asked(question)


def excludes(question: Question) -> bool:
    """Whether two different answers to the question cannot both be right."""
    asked = question.canonical
    return question.asks in {"when", "number"} or (
        _ONE_ANSWER.match(asked) is not None and _MANY_ANSWERS.match(_opened(asked)) is None
    )


def _opened(asked: str) -> str:
    """A question with its first word in lower case."""
    return asked[:1].lower() + asked[1:]


def _same(one: Reading, two: Reading) -> bool | None:
    if isinstance(one, Amount) and isinstance(two, Amount):
        return one.agrees(two)
    if isinstance(one, Day) and isinstance(two, Day):
        return one.agrees(two)
    return one == two


def _excludes(one: Reading, two: Reading) -> bool:
    if isinstance(one, Amount) and isinstance(two, Amount):
        return one.excludes(two)
    if isinstance(one, Day) and isinstance(two, Day):
        return one.excludes(two)
    return one != two


def _asked(question: Question) -> set[str]:
    # Where its capitals tell nothing, any word of the question may be a name.
    return _parties(question.canonical, everything=True) | _parties(
        " ".join(map(str.capitalize, question.terms)), everything=True
    )


def _units(asked: str) -> list[str]:
    """Of what an English question asks for, the unit."""
    told = (("%", _SHARE), ("days", _TIME), ("$", _MONEY))
    return [unit for unit, pattern in told if pattern.search(asked)]


def _people(question: Question, sentence: str) -> set[str]:
    """Who did it, or to whom it was done, as the question asks; all where the deed is not told."""
    deeds = {stem(word) for word in question.deeds}
    for word, start, end in tokens(sentence):
        if stem(word) not in deeds or word[:1].isupper():
            continue
        before, after = sentence[:start], _SAID_AFTER.sub("", sentence[end:])
        passive = bool({word.casefold() for word in words(after)[:3]} & {"by", "from"})
        told = list(_SPEECH.finditer(before))
        doers = (_parties(before[told[-1].end() :]) if told else set()) or _parties(before)
        if passive or _OBJECT.match(question.canonical):
            return _parties(after) or doers
        return doers or _parties(after)
    return _parties(sentence)


def _places(sentence: str) -> set[str]:
    """Names after a word that tells where; all names where there is none."""
    found = tokens(sentence)
    after = {
        name
        for at, (word, _, end) in enumerate(found)
        if word.lower() in _WHERE
        for name in _parties(_opening(sentence[end:], [each[0] for each in found[at + 1 : at + 2]]))
    }
    return after or _parties(sentence)


def _opening(text: str, following: Sequence[str]) -> str:
    """The run of capitalised words that the text opens with, an article before it allowed."""
    if following and following[0].lower() in {"the", "a", "an"}:
        text = text.lstrip()[len(following[0]) :]
    match = re.match(r"\s*(?:[^\W\d_]*[A-ZÀ-Þ][\w.'’-]*\s*)+", text)
    return match.group() if match else ""


def _parties(text: str, *, everything: bool = False) -> set[str]:
    """Folded last words of capitalised runs; with `everything` all their words."""
    keys = set()
    for run in capitals.names(text):
        names = [
            word
            for word in words(run)
            if word.casefold() not in CALENDAR | _UNNAMED and not _REGNAL.fullmatch(word)
        ]
        if not names:
            continue
        place = place_of(" ".join(names))
        if place is None:
            keys.add(fold(names[-1]))
        else:
            # A body may have done it: "who" asks for those as well, and for no country.
            keys.add(f"{_BODY if is_body(place) else _PLACE}{place}")
        if everything:
            keys |= {fold(word) for word in names}
    return {key for key in keys if key}


# Nobody in particular, with a capital where a sentence begins, and things with names.
_NOBODY: Final = frozenset(
    """
    another others many several most few each everyone everybody nobody none someone somebody two
    three four five six seven eight nine ten dozens hundreds thousands officers police authorities
    officials investigators detectives agents soldiers troops protesters witnesses prosecutors
    lawyers relatives residents neighbors neighbours reporters journalists doctors firefighters
    rescuers voters lawmakers people women men children students workers parents critics supporters
    sources experts gunmen attackers suspects victims taser tasers glock
    """.split()
)
_UNNAMED: Final = STOPWORDS | PREPOSITIONS | AUXILIARIES | _NOBODY
