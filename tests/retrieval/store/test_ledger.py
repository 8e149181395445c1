"""What is kept of those who ask: given back as it was, and gone when it is deleted."""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from retrieval.errors import LibraryError, NotFoundError
from retrieval.model import Filter
from retrieval.store.admission import FILE
from retrieval.store.catalogue import Catalogue
from retrieval.store.ledger import Ledger
from tests.bot.answers import ACCOUNTS, POLAR, UNCOVERED, answers
from tests.retrieval.store.entries import entry
from tests.retrieval.store.ledgers import ANN, HERE, THERE, note, wrong_side

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.answered import Answer
    from tests.retrieval.store.conftest import Unprivileged


# Questions


@pytest.mark.parametrize("answer", [POLAR, ACCOUNTS, UNCOVERED])
def test_a_question_comes_back_with_its_answer(ledger: Ledger, answer: Answer) -> None:
    where = Filter(sources=("north", "South Wire"), since="2024-11-01", article="a1")
    before = datetime.now(UTC)
    noted = ledger.note(
        server=None,
        channel="300",
        asker=ANN,
        where=where,
        per_source=3,
        private=True,
        answer=answer,
    )
    found = ledger.asked(noted.id)
    assert found == noted
    assert (found.server, found.channel, found.asker) == (None, "300", ANN)
    assert (found.where, found.per_source, found.private) == (where, 3, True)
    assert found.answer == answer
    assert found.question == answer.question
    assert before <= datetime.fromisoformat(found.at) <= datetime.now(UTC)


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(answer=answers())
def test_any_answer_of_text_comes_back(ledger: Ledger, answer: Answer) -> None:
    question = answer.question.encode("utf-8", "replace").decode()
    noted = note(ledger, question, answer=answer)
    assert ledger.asked(noted.id).answer == replace(answer, question=question)


def test_ids_are_random_and_fit_a_button(ledger: Ledger) -> None:
    ids = {note(ledger).id for _ in range(200)}
    assert len(ids) == 200
    assert all(re.fullmatch("[a-z2-7]{12}", each) for each in ids)
    assert len({each[0] for each in ids}) > 10


def test_a_question_that_is_gone_is_not_found(ledger: Ledger) -> None:
    kept, gone = note(ledger), note(ledger)
    ledger.forget_answer(gone.id)
    ledger.forget_answer(gone.id)
    with pytest.raises(NotFoundError, match="ask it again"):
        ledger.asked(gone.id)
    with pytest.raises(NotFoundError):
        ledger.publish(gone.id)
    with pytest.raises(NotFoundError):
        ledger.placed(gone.id, "400")
    assert ledger.asked(kept.id) == kept


def test_the_message_of_an_answer_is_remembered(ledger: Ledger) -> None:
    first, second = note(ledger), note(ledger)
    ledger.placed(first.id, "400")
    assert ledger.asked(first.id).message == "400"
    assert ledger.asked(second.id).message is None


def test_a_question_goes_with_the_message_of_its_answer(ledger: Ledger) -> None:
    shown, other = note(ledger), note(ledger)
    ledger.placed(shown.id, "400")
    assert not ledger.forget_message("401")
    assert ledger.forget_message("400")
    assert not ledger.forget_message("400")
    with pytest.raises(NotFoundError):
        ledger.asked(shown.id)
    assert ledger.asked(other.id) == other


# Suggestions


def test_suggestions_are_what_was_asked_publicly_in_the_server_newest_first(
    ledger: Ledger,
) -> None:
    note(ledger, "Did the bridge open?")
    note(ledger, "Who built the BRIDGE?")
    note(ledger, "Who won the cup?")
    note(ledger, "Did the bridge close?", server=THERE)
    note(ledger, "Did the bridge fall?", server=None)
    note(ledger, "did the bridge OPEN?")
    secret = note(ledger, "Is the bridge mine?", private=True)
    assert ledger.suggestions(HERE, " bridge ") == ["did the bridge OPEN?", "Who built the BRIDGE?"]
    assert ledger.suggestions(HERE, "", limit=2) == ["did the bridge OPEN?", "Who won the cup?"]
    assert ledger.suggestions(HERE, "%") == []
    ledger.publish(secret.id)
    assert ledger.suggestions(HERE, "mine") == ["Is the bridge mine?"]
    assert not ledger.asked(secret.id).private


def test_suggestions_find_letters_of_any_script_in_any_case(ledger: Ledger) -> None:
    note(ledger, "Поздравил ли Путин Трампа?")
    note(ledger, "Ist die Straße gesperrt?")
    assert ledger.suggestions(HERE, "путин") == ["Поздравил ли Путин Трампа?"]
    assert ledger.suggestions(HERE, "STRASSE") == ["Ist die Straße gesperrt?"]


def test_suggestions_keep_to_the_channels_given(ledger: Ledger) -> None:
    note(ledger, "Was the moderator warned?", channel="301")
    note(ledger, "Was the bridge closed?", channel="302")
    note(ledger, "Was the road closed?", channel=None)
    assert ledger.suggestions(HERE, "was", channels={"302"}) == ["Was the bridge closed?"]
    assert ledger.suggestions(HERE, "was", channels=()) == []


# Feedback


# Servers


# People and time


# What deleting leaves


# Beside the articles


def test_asking_does_not_make_answers_old(catalogue: Catalogue, ledger: Ledger) -> None:
    catalogue.add([entry("a1")], encoder="e")
    before = catalogue.generation()
    ledger.forget_answer(note(ledger).id)
    ledger.add_feedback(wrong_side())
    assert catalogue.generation() == before
    assert catalogue.check() == []


def test_an_answer_outlives_its_articles(catalogue: Catalogue, ledger: Ledger) -> None:
    catalogue.add([entry(POLAR.positions[0].passages[0].article.id)], encoder="e")
    noted = note(ledger)
    catalogue.remove(POLAR.positions[0].passages[0].article.id)
    assert ledger.asked(noted.id).answer == POLAR


def test_threads_share_a_ledger(ledger: Ledger) -> None:
    failures: list[Exception] = []

    def work(asker: str) -> None:
        try:
            for _ in range(8):
                asked = note(ledger, asker=asker)
                assert ledger.asked(asked.id) == asked
                ledger.add_feedback(wrong_side(asker=asker))
            ledger.forget(asker)
        except Exception as error:  # noqa: BLE001 - raised in the test's thread
            failures.append(error)

    threads = [threading.Thread(target=work, args=(str(each),)) for each in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert ledger.servers() == []


def test_a_read_only_library_says_what_to_do(tmp_path: Path, unprivileged: Unprivileged) -> None:
    with Catalogue.open(tmp_path) as catalogue:
        noted = note(Ledger(catalogue.database))
    tmp_path.chmod(0o555)
    (tmp_path / FILE).chmod(0o444)

    def work() -> None:
        with Catalogue.open(tmp_path) as catalogue:
            ledger = Ledger(catalogue.database)
            assert ledger.asked(noted.id) == noted
            with pytest.raises(LibraryError, match="read-only: make the folder writable"):
                note(ledger)
            with pytest.raises(LibraryError, match="read-only"):
                ledger.forget(ANN)

    try:
        unprivileged(work)
    finally:
        tmp_path.chmod(0o755)
