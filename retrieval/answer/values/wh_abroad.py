"""What a sentence answers to an open question where one of both is in another language.

Days, amounts and names, as far as they are plain without grammar: a name by what all scripts have
of it, a country by its number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from retrieval.answer.language.countries import is_body, named_countries
from retrieval.answer.language.languages import LANGUAGES, stopwords_of
from retrieval.answer.language.lexicon import STOPWORDS, tokens
from retrieval.answer.names.subjects import CALENDAR, place_of, places_in, skeleton
from retrieval.answer.values.amounts import Amount, amounts
from retrieval.answer.values.amounts_abroad import placed_amounts, unit_asked
from retrieval.answer.values.counted_abroad import bound_abroad
from retrieval.answer.values.days import days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.answer.question.question import Question
    from retrieval.answer.values.days import Day

GERMAN: Final = "de"


def answers_abroad(
    question: Question,
    sentence: str,
    published: str | None,
    language: str,
    unit: str,
    *,
    bound: bool = False,
) -> frozenset[str | Amount | Day]:
    """People, days, places or amounts, as `wh.answers`; `unit` is what an English one asks for."""
    if question.asks == "number":
        return frozenset(_amounts(question, sentence, language, unit, bound=bound))
    if question.asks == "when":
        return frozenset(days(sentence, published, language))
    if question.asks not in {"who", "where"}:
        return frozenset()
    asked = {skeleton(term, question.language) for term in question.terms}
    names = {skeleton(name, language) for name in _names(sentence, language)} - asked - {""}
    if question.asks == "who":
        return frozenset(names)
    places = places_in(sentence, language) - places_in(question.canonical, question.language)
    return frozenset(names | {f"place:{place}" for place in places if not is_body(place)})


def _amounts(
    question: Question, sentence: str, language: str, unit: str, *, bound: bool
) -> list[Amount]:
    abroad = language in LANGUAGES
    found = list(placed_amounts(sentence, language) if abroad else amounts(sentence))
    if question.language in LANGUAGES:
        unit = unit_asked(question.canonical, question.language)
    if bound:
        return bound_abroad(question, sentence, language, found, unit)
    return [each for each, _, _ in found if each.unit == unit] or [each for each, _, _ in found]


def _names(sentence: str, language: str) -> Iterator[str]:
    """The last words of runs of capitalised ones that name no country and no day.

    In German, whose nouns all have capitals, of runs of two and more.
    """
    empty = STOPWORDS | stopwords_of(language) | CALENDAR
    named = {word for _, name in named_countries(sentence, language) for word in name.split()}
    run: list[str] = []
    last = 0
    for number, (word, start, end) in enumerate(tokens(sentence)):
        capital = word[:1].isupper() and word.lower() not in empty and word not in named
        if run and not (capital and sentence[last:start] == " "):
            yield from _of_run(run, language)
            run = []
        # The first word of a sentence has a capital anyway.
        if capital and (number or not _ordinary(sentence, end)):
            run.append(word)
        last = end
    yield from _of_run(run, language)


def _ordinary(sentence: str, end: int) -> bool:
    """Whether the first word stands alone before one in lower case, and may be any."""
    after = sentence[end:].lstrip()
    return not after[:1].isupper()


def _of_run(run: list[str], language: str) -> Iterator[str]:
    place = place_of(" ".join(run), language)
    if len(run) > (language == GERMAN) and (place is None or is_body(place)):
        yield run[-1]
