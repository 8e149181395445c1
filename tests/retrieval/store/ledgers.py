"""A ledger with questions and feedback, for the tests of what is kept of those who ask."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from retrieval.answered import Stance
from retrieval.model import Filter
from retrieval.store.ledger import Ledger
from retrieval.store.ledger_records import Feedback
from tests.bot.answers import POLAR

if TYPE_CHECKING:
    from retrieval.answered import Answer
    from retrieval.store.catalogue import Catalogue
    from retrieval.store.ledger_records import Asked

HERE, THERE = "100000000000000001", "100000000000000002"
ANN, BEN = "200000000000000001", "200000000000000002"


@pytest.fixture
def ledger(catalogue: Catalogue) -> Ledger:
    return Ledger(catalogue.database)


def note(
    ledger: Ledger,
    question: str = POLAR.question,
    *,
    server: str | None = HERE,
    channel: str | None = "300",
    asker: str = ANN,
    private: bool = False,
    answer: Answer = POLAR,
) -> Asked:
    return ledger.note(
        server=server,
        channel=channel,
        asker=asker,
        where=Filter(),
        per_source=None,
        private=private,
        answer=replace(answer, question=question),
    )


def wrong_side(**changes: object) -> Feedback:
    first = POLAR.positions[0].passages[0]
    made = Feedback(
        kind="wrong-side",
        question=POLAR.question,
        asker=ANN,
        server=HERE,
        passage=first.text,
        span=first.span,
        article=first.article.id,
        source=first.source.id,
        stance=Stance.SUPPORTS,
        right=Stance.REFUTES,
        comment="It says the opposite.",
    )
    return replace(made, **changes)  # type: ignore[arg-type]
