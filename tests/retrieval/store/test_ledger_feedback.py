"""Feedback and the settings of servers are kept, once each."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from retrieval.answered import Span, Stance
from retrieval.errors import NotFoundError
from retrieval.store.ledger_records import Feedback
from tests.bot.answers import UNCOVERED
from tests.retrieval.store.ledgers import ANN, BEN, HERE, THERE, note, wrong_side

if TYPE_CHECKING:
    from retrieval.store.catalogue import Catalogue
    from retrieval.store.ledger import Ledger


def test_feedback_comes_back_oldest_first(ledger: Ledger) -> None:
    unhelpful = Feedback(kind="unhelpful", question=UNCOVERED.question, asker=BEN)
    ledger.add_feedback(wrong_side())
    ledger.add_feedback(unhelpful)
    first, second = ledger.feedback()
    assert replace(first, id="", at="") == wrong_side()
    assert replace(second, id="", at="") == unhelpful
    assert re.fullmatch("[a-z2-7]{12}", first.id)
    assert first.id != second.id
    assert first.at <= second.at
    assert datetime.fromisoformat(first.at).utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    "other",
    [
        {"asker": BEN},
        {"kind": "wrong-source", "right": None},
        {"question": "Will it open?"},
        {"article": "other"},
        {"span": Span(1, 2, "x")},
        {"stance": Stance.NEUTRAL},
    ],
)
def test_saying_it_again_replaces_what_was_said_of_the_same(
    ledger: Ledger, other: dict[str, object]
) -> None:
    ledger.add_feedback(wrong_side())
    ledger.add_feedback(wrong_side(**other))
    ledger.add_feedback(wrong_side(right=Stance.NEUTRAL, comment=None))
    kept = [replace(each, id="", at="") for each in ledger.feedback()]
    assert kept == [wrong_side(**other), wrong_side(right=Stance.NEUTRAL, comment=None)]


def test_saying_it_again_of_a_whole_answer_replaces_it_too(ledger: Ledger) -> None:
    for comment in ("slow", "useless"):
        ledger.add_feedback(
            Feedback(kind="unhelpful", question="Who won?", asker=ANN, comment=comment)
        )
    assert [each.comment for each in ledger.feedback()] == ["useless"]


def test_a_servers_settings_are_remembered_whole(ledger: Ledger) -> None:
    assert ledger.server(HERE) == {}
    ledger.set_server(HERE, {"channels": ["300", "301"], "private": True, "language": None})
    ledger.set_server(THERE, {"per_source": 3})
    ledger.set_server(HERE, {"private": False})
    assert ledger.server(HERE) == {"private": False}
    assert ledger.server(THERE) == {"per_source": 3}


def test_leaving_a_server_takes_all_its_rows_and_no_others(ledger: Ledger) -> None:
    here, there, alone = note(ledger), note(ledger, server=THERE), note(ledger, server=None)
    ledger.add_feedback(wrong_side())
    ledger.add_feedback(wrong_side(server=THERE, asker=BEN))
    ledger.set_server(HERE, {"private": True})
    assert ledger.servers() == [HERE, THERE]
    assert ledger.leave(HERE) == 3
    assert ledger.leave(HERE) == 0
    assert ledger.servers() == [THERE]
    assert ledger.server(HERE) == {}
    with pytest.raises(NotFoundError):
        ledger.asked(here.id)
    assert [ledger.asked(each.id) for each in (there, alone)] == [there, alone]
    assert [each.server for each in ledger.feedback()] == [THERE]


def test_feedback_of_an_unknown_kind_cannot_be_kept(catalogue: Catalogue) -> None:
    with (
        catalogue.database.writing() as connection,
        pytest.raises(sqlite3.IntegrityError, match="CHECK"),
    ):
        connection.execute(
            "INSERT INTO feedback (id, kind, asker, at, question) "
            "VALUES ('0', 'other', '1', '2', '3')"
        )
