"""Who bears a surname: whom an article on Donald Trump calls Trump is not Ivanka Trump.

News writes a full name once and then the surname alone, so an article that gives the surname to
others, and never writes the given name asked about, is on those.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.language.lexicon import STOPWORDS
from retrieval.answer.language.speech import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.question.question import Question

_GIVEN: Final = lx.HIS_NAMES | lx.HER_NAMES
_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")
# Between the words of one name: "Ida J. Moen" has a point there.
_BESIDE: Final = re.compile(r"\.\s*|\s+")
# Short forms that begin with another letter; all others are taken for one by their first letter.
_SHORT: Final = {
    "bill": "william", "bob": "robert", "dick": "richard", "ted": "edward", "hank": "henry",
    "tony": "anthony", "liz": "elizabeth", "beth": "elizabeth", "betsy": "elizabeth",
    "betty": "elizabeth", "peggy": "margaret", "kate": "catherine", "katie": "catherine",
    "kathy": "catherine", "jerry": "gerald", "gene": "eugene", "drew": "andrew",
}  # fmt: skip
_ABBREVIATED: Final = frozenset("dr gen gov lt mr mrs ms prof rep rev sen sgt st".split())


class _Name(NamedTuple):
    """In small letters; of "Ida Lund Moen" two are `given`."""

    given: tuple[str, ...]
    surname: str


def of_namesakes(question: Question, articles: Sequence[Sequence[str]]) -> list[bool]:
    """Whether each article, given by its texts, names others of a surname and never who is asked.

    One that writes the surname alone does so where most articles mean others by it. English only.
    """
    names = _full_names(question.canonical) if question.language == ENGLISH else ()
    found = [False] * len(articles)
    texts = ["\n".join(each) for each in articles] if names else []
    for name in names:
        first = name.given[0]
        if first not in _GIVEN and any(_holds(first, text) for text in texts):
            # "Judge" is no given name: news writes judges small as well.
            continue
        theirs = [_is_theirs(name, text) for text in texts]
        outnumbered = theirs.count(True) > theirs.count(False)
        for at, is_theirs in enumerate(theirs):
            bare = is_theirs is None and _holds(name.surname.capitalize(), texts[at])
            found[at] = found[at] or is_theirs is True or (bare and outnumbered)
    return found


def is_another(name: str, other: str) -> bool:
    """Whether two full names are of two people of one surname; short forms of one are not."""
    one, two = _last_name(name), _last_name(other)
    return (
        one is not None
        and two is not None
        and one.surname == two.surname
        and _differ(one.given[0], two.given[0])
    )


def bears_another(name: str, given: str) -> bool:
    """Whether a given name before a surname is not that of the full name, nor short for it."""
    one, other = str(_WORD.findall(name)[0]).lower(), given.lower()
    return one[0] != other[0] and _SHORT.get(one, one)[0] != _SHORT.get(other, other)[0]


def _is_theirs(name: _Name, text: str) -> bool | None:
    """Whether the surname is given to others alone in a text; None where to nobody."""
    if any(_holds(each.capitalize(), text) for each in name.given):
        return False
    surname = re.escape(name.surname.capitalize())
    bearers = re.findall(rf"(?<!\w)([A-Z][\w’'-]+)\s(?:[A-Z]\.?\s)?{surname}(?!\w)", text)
    given = {bearer.lower() for bearer in bearers} & _GIVEN
    if not given:
        return None
    return all(_differ(one, other) for one in name.given for other in given)


@lru_cache(maxsize=256)
def _full_names(asked: str) -> tuple[_Name, ...]:
    """The names in a question of which a given name is a part."""
    places = list(_WORD.finditer(asked))
    found = [re.sub(r"['’]s$", "", place.group()) for place in places]
    capital = [word[:1].isupper() for word in found]
    lower = [word.lower() for word in found]
    names: list[_Name] = []
    ends: int | None = None
    for at in range(1, len(found)):
        before, word = lower[at - 1], lower[at]
        # "Merkel, Macron" are two, and "PG&E" is nobody of the name of E.
        if not _BESIDE.fullmatch(asked, places[at - 1].end(), places[at].start()):
            continue
        is_name = before in _GIVEN or (at > 1 and capital[at - 1] and capital[at])
        if not is_name or word in _GIVEN or {before, word} & (STOPWORDS | _ABBREVIATED):
            continue
        given = (*names.pop().given, before) if ends == at - 1 else (before,)
        names.append(_Name(given, word))
        ends = at
    return tuple(names)


def _holds(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _last_name(name: str) -> _Name | None:
    words = [word.lower() for word in _WORD.findall(name)]
    given = next((word for word in words[:-1] if word in _GIVEN), None)
    return None if given is None else _Name((given,), words[-1])


def _differ(one: str, two: str) -> bool:
    whole = _SHORT.get(one, one), _SHORT.get(two, two)
    return whole[0] != whole[1] and one[0] != two[0] and whole[0][0] != whole[1][0]
