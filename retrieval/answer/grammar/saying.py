"""What answers where somebody's words are asked for, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from retrieval.answer.decision.asked import asked_for_words, asked_party
from retrieval.answer.language.speech import ENGLISH
from retrieval.models.stance import BESIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.decision.decide import Weights
    from retrieval.answer.finding.sentence import Sentence
    from retrieval.answer.question.question import Question


# Where nobody else than others tells what somebody said, only as plainly as this.
_BY_OTHERS: Final = 0.65
# The least of somebody's own words, where any will do, and where they are on a matter: of real
# news's sentences between these and `first`, 98 of 106 and 9 of 13 answered.
_ON_ANYTHING: Final = 0.1
_ON_IT: Final = 0.2
# What the judge alone takes for an answer.
_JUDGED: Final = 0.5
# Of these no other words are the answer; what somebody wants or promises is told by others as well.
_SAID: Final = re.compile(
    r"(?:what|how)\s.*\b(?:say|said|saying|tell|told|telling|think|thinking|respond|react|reply|"
    r"answer|comment|tweet|write|written|(?:respond|react|repli|answer|comment|tweet)(?:ed|ing))\b",
    re.IGNORECASE,
)


def own_words(
    question: Question,
    sentences: Sequence[Sentence],
    decided: NDArray[np.float32],
    weights: Weights,
    judged: NDArray[np.float32],
) -> tuple[Sequence[Sentence], NDArray[np.float32], Weights]:
    """The sentences to answer from, with what was decided, shape (n, 4), and the thresholds.

    "What did Ida Moen say?" holds nothing that makes one sentence of hers likelier than another, so
    that hardly any is unlikely enough to be left out; on a matter hers are shown sooner than what
    others tell, and where none reaches `covered` if they are `judged` to tell it, shape (n, 4).
    Where she speaks none that is likely, what others say answers only where it does so plainly.
    """
    told = 1 - decided[:, BESIDE]
    party = asked_party(question)
    if party is None or not len(told):
        return sentences, decided, weights
    said = question.language == ENGLISH and _SAID.match(question.canonical) is not None
    anything = asked_for_words(question) is not None
    least = min(weights.first, _ON_ANYTHING if anything else _ON_IT if said else weights.first)
    rows = [at for at, value in enumerate(told.tolist()) if value >= least]
    among = [sentences[at] for at in rows]
    own = {at for at, is_own in zip(rows, party.own(among), strict=True) if is_own}
    others = [at for at in rows if at not in own and told[at] >= weights.first]
    if float(told.max()) < weights.covered:
        if not anything:
            own = {at for at in own if said and 1 - judged[at, BESIDE] >= _JUDGED}
        if not own:
            return sentences, decided, weights
        others, weights = [], replace(weights, covered=least)
    elif said and party.is_named(among) and not any(told[at] >= weights.first for at in own):
        others = [at for at in others if told[at] >= _BY_OTHERS]
        if not anything or not own:
            weights = replace(weights, covered=max(weights.covered, _BY_OTHERS))
    if anything and own:
        weights = replace(weights, covered=least, second=weights.first)
    kept = sorted(own.union(others))
    return [sentences[at] for at in kept], decided[kept], replace(weights, first=least)
