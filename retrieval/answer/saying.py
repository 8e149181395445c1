"""What answers where somebody's words are asked for, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from retrieval.answer.asked import asked_for_words, asked_party
from retrieval.answer.speech import ENGLISH
from retrieval.models.stance import BESIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.decide import Weights
    from retrieval.answer.question import Question
    from retrieval.answer.sentence import Sentence


# Where nobody else than others tells what somebody said, only as plainly as this.
_BY_OTHERS: Final = 0.65
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

    "What did Ida Moen say?" holds nothing that makes one sentence of hers likelier than another.
    So where none reaches `covered`, those she speaks need no more than a passage does, `first`;
    where it is asked on what she speaks, they must have been `judged` to tell it, shape (n, 4). And
    where she speaks none that may be shown, what others say answers only where it does so plainly.
    """
    told = 1 - decided[:, BESIDE]
    party = asked_party(question)
    if party is None or not len(told):
        return sentences, decided, weights
    said = question.language == ENGLISH and _SAID.match(question.canonical) is not None
    rows = [at for at, value in enumerate(told.tolist()) if value >= weights.first]
    among = [sentences[at] for at in rows]
    own = party.own(among)
    if float(told.max()) >= weights.covered:
        if said and not any(own) and party.is_named(among):
            weights = replace(weights, covered=max(weights.covered, _BY_OTHERS))
        return sentences, decided, weights
    if asked_for_words(question) is None:
        own = [said and is_own and 1 - judged[at, BESIDE] >= _JUDGED
               for at, is_own in zip(rows, own, strict=True)]  # fmt: skip
        if not any(own):
            return sentences, decided, weights
    kept = [at for at, is_own in zip(rows, own, strict=True) if is_own]
    return [sentences[at] for at in kept], decided[kept], replace(weights, covered=weights.first)
