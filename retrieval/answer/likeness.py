"""Which articles are like those plainly on the event, for a question in another language.

A library in several languages lets some of each come near, whatever is asked. So what the event is
say not all that are near, but those that the question's own words vouch for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from retrieval.answer.event import centre, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.event import Coverage
    from retrieval.answer.wording import Wording

# How much an article that names nobody whom the question names is like those that do.
LIKE_NAMING: Final = 0.7
# Of a question that names nobody: the share of its words that an article in its language holds, how
# much one in another is like the nearest of these, and how much it belongs where there is none.
VOUCHED: Final = 1 / 3
LIKE_VOUCHED: Final = 0.55
BELONGS_UNVOUCHED: Final = 0.75


class Near(NamedTuple):
    """An article with the question's words as its language has them, and those that it holds."""

    coverage: Coverage
    wording: Wording
    keys: frozenset[str]
    abroad: bool

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
    if any(term.name for each in near for term in each.wording.terms):
        like = _like([each for each in near if each.wording.fits(each.keys) and each.names], near)
        return [
            each.names or like is None or like[at] >= LIKE_NAMING for at, each in enumerate(near)
        ]
    # A word that no article holds is the rarest of all, and tells nothing of any.
    held = frozenset[str]().union(*(each.keys for each in near if not each.abroad))
    vouched = [not each.abroad and each.share(held) >= VOUCHED for each in near]
    like = _like([each for each, is_so in zip(near, vouched, strict=True) if is_so][:1], near)
    if like is None:
        like = [each.coverage.belonging for each in near]
        least = BELONGS_UNVOUCHED
    else:
        least = LIKE_VOUCHED
    return [like[at] >= least if each.abroad else vouched[at] for at, each in enumerate(near)]


def _like(these: Sequence[Near], near: Sequence[Near]) -> list[float] | None:
    """How much each of those near is like the nearest of these; None where there are none."""
    if not these:
        return None
    wholes = np.stack([whole(each.coverage.sentences) for each in these])
    middle = centre(wholes, np.asarray([each.coverage.score for each in these]))
    return [float(whole(each.coverage.sentences) @ middle) for each in near]
