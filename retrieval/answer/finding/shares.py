"""A share for every language, and one for every source on the event.

What is in the question's own language comes nearer to it than what is not: of a library that is
mostly in one the others would be crowded out before anything of theirs is judged, however plainly
it answers. So would most sources where two dozen outlets cover an event.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, TypeVar

from retrieval.answer.language.languages import LANGUAGES
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.language.written import reads

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Sequence

Ranked = TypeVar("Ranked")

LEAST_SHARE: Final = 8
"""The part of all that each language has at least, where there is so much of it: an eighth."""
OF_A_SOURCE: Final = 2
"""So many articles of a source on the event are looked at, and so many of its sentences judged."""


def language_code(told: str | None, languages: Collection[str]) -> str | None:
    """The language that an article states where it is one of the six and among `languages`.

    What is not read has no share: it would take the place of what is. Short articles are filed
    under others by mistake now and then.
    """
    code = (told or "")[:2].lower()
    return code if code in (ENGLISH, *LANGUAGES) and reads(code, languages) else None


def shared(
    ranked: Sequence[Ranked], language: Callable[[Ranked], str | None], most: int, least: int
) -> list[Ranked]:
    """The first `most`, but of each language at least its first `least`, in the same order.

    What is let in takes the place of the last of those that have more, and of half of all at most.
    What is in no language (None) has no share.
    """
    inside = list(range(min(most, len(ranked))))
    counts = Counter(language(ranked[at]) for at in inside)
    for at in range(len(inside), len(ranked)):
        code = language(ranked[at])
        if code is None or counts[code] >= least:
            continue
        spare = next(
            (each for each in reversed(inside) if counts[language(ranked[each])] > least), None
        )
        if spare is None or sum(each >= most for each in inside) >= most // 2:
            break
        counts[language(ranked[spare])] -= 1
        counts[code] += 1
        inside = sorted({*inside, at} - {spare})
    return [ranked[at] for at in inside]


def of_each(
    ranked: Sequence[Ranked],
    chosen: Sequence[Ranked],
    source: Callable[[Ranked], Hashable | None],
    least: int,
    more: int,
) -> list[Ranked]:
    """`chosen`, and behind them the first of each source until it has `least`; at most `more`.

    What has no source (None) comes in no more. What is ranked can be told apart by its hash.
    """
    counts = Counter(source(each) for each in chosen)
    inside, added = set(chosen), list[Ranked]()
    for each in ranked:
        if len(added) >= more:
            break
        code = source(each)
        if code is not None and each not in inside and counts[code] < least:
            counts[code] += 1
            added.append(each)
    return [*chosen, *added]
