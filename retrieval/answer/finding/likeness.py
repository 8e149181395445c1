"""Which articles are like those plainly on the event, for a question in another language.

A library in several languages lets some of each come near, whatever is asked. So what the event is
say not all that are near, but those that the question's own words vouch for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from retrieval.answer.finding.event import centre, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.finding.event import Coverage
    from retrieval.answer.names.wording import Wording

# How much an article is like those that name whom the question names: one that names somebody too
# (the likest of its language need not be), one that names nobody, and of the latter in another
# language the likest of its language.
LIKE_NAMED: Final = 0.45
LIKE_NAMING: Final = 0.7
LIKEST_NAMING: Final = 0.65
# Of a question that names nobody: the share of its words that an article in its language holds, how
# much one is like the nearest of these, and how little less than the likest of its language. Where
# there is none, how much one in another language belongs: of two events neither does so much.
VOUCHED: Final = 1 / 3
LIKE_VOUCHED: Final = 0.55
BEHIND_LIKEST: Final = 0.05
BELONGS_UNVOUCHED: Final = 0.93
# What the nearest must have for a sum: how near it is, and the share of all words that it holds.
NEAR_AND_VOUCHED: Final = 1.3


class Near(NamedTuple):
    """An article with the question's words as its language has them, and those that it holds.

    `abroad` is another language than the question's.
    """

    coverage: Coverage
    wording: Wording
    keys: frozenset[str]
    abroad: bool
    language: str

    @property
    def names(self) -> bool:
        """Whether it names one of those whom the question names."""
        return any(term.name and term.keys & self.keys for term in self.wording.terms)

    def share(self, held: frozenset[str]) -> float:
        """The share of the words among `held`, by weight, that it holds; 0 where there are none."""
        terms = [term for term in self.wording.terms if term.keys & held]
        total = sum(term.weight for term in terms)
        return sum(term.weight for term in terms if term.keys & self.keys) / total if total else 0.0


def likely(near: Sequence[Near]) -> list[bool]:
    """Whether each of the articles, nearest first, can be on the event that is asked about."""
    naming = [each for each in near if each.wording.fits(each.keys) and each.names]
    if naming:
        like = _like(naming, near)
        likest = _likest(like, near)
        return [
            like[at] >= LIKE_NAMING
            or (each.names and (like[at] >= LIKE_NAMED or like[at] == likest[each.language]))
            or (each.abroad and likest[each.language] == like[at] >= LIKEST_NAMING)
            for at, each in enumerate(near)
        ]
    # A word that no article holds is the rarest of all, and tells nothing of any.
    held = frozenset[str]().union(*(each.keys for each in near if not each.abroad))
    vouched = [not each.abroad and each.share(held) >= VOUCHED for each in near]
    first = [each for each, is_so in zip(near, vouched, strict=True) if is_so][:1]
    if first and first[0].coverage.score + first[0].wording.share(first[0].keys) < NEAR_AND_VOUCHED:
        return [False] * len(near)
    if not first:
        # Two articles that are near to no word are of one event where they are alike.
        return [each.abroad and each.coverage.belonging >= BELONGS_UNVOUCHED for each in near]
    like = _like(first, near)
    likest = _likest(like, near)
    return [
        like[at] >= LIKE_VOUCHED
        and (like[at] >= likest[each.language] - BEHIND_LIKEST if each.abroad else vouched[at])
        for at, each in enumerate(near)
    ]


def _like(these: Sequence[Near], near: Sequence[Near]) -> list[float]:
    """How much each of those near is like the nearest of these."""
    wholes = np.stack([whole(each.coverage.sentences) for each in these])
    middle = centre(wholes, np.asarray([each.coverage.score for each in these]))
    return [float(whole(each.coverage.sentences) @ middle) for each in near]


def _likest(like: Sequence[float], near: Sequence[Near]) -> dict[str, float]:
    """How much the likest of each language is like them."""
    found: dict[str, float] = {}
    for much, each in zip(like, near, strict=True):
        found[each.language] = max(much, found.get(each.language, much))
    return found
