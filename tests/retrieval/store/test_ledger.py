"""What is kept of those who ask: given back as it was, and gone when it is deleted."""

from __future__ import annotations

import re
import sqlite3
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from retrieval.errors import LibraryError, NotFoundError
from retrieval.model import Filter, Span, Stance
from retrieval.store.admission import FILE
from retrieval.store.catalogue import Catalogue
from retrieval.store.ledger import Ledger
from retrieval.store.ledger_records import Feedback, Kept
from tests.bot.answers import ACCOUNTS, POLAR, UNCOVERED, answers
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.model import Answer
    from retrieval.store.ledger_records import Asked
    from tests.retrieval.store.conftest import Unprivileged

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


# Servers


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


# People and time


def test_forgetting_a_person_takes_all_theirs_and_nobody_elses(ledger: Ledger) -> None:
    first = note(ledger)
    note(ledger, server=None, private=True)
    bens = note(ledger, asker=BEN)
    ledger.add_feedback(wrong_side())
    ledger.add_feedback(wrong_side(asker=BEN))
    expected = Kept(questions=2, feedback=1, oldest=first.at)
    assert ledger.kept(ANN) == expected
    assert ledger.forget(ANN) == expected
    assert ledger.kept(ANN) == ledger.forget(ANN) == Kept(0, 0, None)
    assert ledger.asked(bens.id) == bens
    assert [each.asker for each in ledger.feedback()] == [BEN]


def test_what_is_older_than_a_moment_expires(ledger: Ledger) -> None:
    old = note(ledger)
    ledger.add_feedback(wrong_side())
    ledger.set_server(HERE, {"private": True})
    moment = datetime.now(UTC)
    young = note(ledger)
    ledger.add_feedback(wrong_side(asker=BEN))
    elsewhere = moment.astimezone(datetime.now().astimezone().tzinfo)
    assert ledger.expire(datetime.fromisoformat(old.at)) == 0
    assert ledger.expire(elsewhere) == 2
    with pytest.raises(NotFoundError):
        ledger.asked(old.id)
    assert ledger.asked(young.id) == young
    assert [each.asker for each in ledger.feedback()] == [BEN]
    assert ledger.server(HERE) == {"private": True}


# What deleting leaves


def _secrets(folder: Path) -> set[bytes]:
    """The made-up words that any of the library's files still holds."""
    return {
        found
        for file in folder.iterdir()
        if file.is_file()
        for found in re.findall(rb"zqx\d+zqx", file.read_bytes())
    }


def test_what_is_deleted_is_overwritten_in_the_file_and_the_log(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path) as catalogue:
        ledger = Ledger(catalogue.database)
        with catalogue.writing():
            for number in range(600):
                who = ANN if number % 3 else BEN
                word = f"zqx{number}zqx "
                note(ledger, f"Who is {word * (1 + number % 400)}?", asker=who)
                ledger.add_feedback(wrong_side(asker=who, article=str(number), comment=word * 20))
        bens = {b"zqx%dzqx" % number for number in range(0, 600, 3)}
        kept = [each for each in ledger.feedback() if each.asker == BEN]
        assert len(_secrets(tmp_path)) == 600
        assert not ledger.scrub()
        ledger.forget(ANN)
        assert ledger.scrub()
        assert _secrets(tmp_path) == bens
        assert (ledger.feedback(), ledger.kept(BEN).questions) == (kept, 200)
        ledger.expire(datetime.now(UTC) + timedelta(minutes=1))
        assert ledger.scrub()
        assert not ledger.scrub()
        assert _secrets(tmp_path) == set()
        assert catalogue.check() == []


def test_writing_anew_keeps_the_schema(catalogue: Catalogue, ledger: Ledger) -> None:
    def schema() -> list[tuple[str, str, str]]:
        with catalogue.database.reading() as connection:
            rows = connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2")
            return [(kind, name, (sql or "").replace('"', "")) for kind, name, sql in rows]

    before = schema()
    for _ in range(2):
        kept = note(ledger)
        ledger.set_server(HERE, {"private": True})
        ledger.forget_answer(note(ledger).id)
        assert ledger.scrub()
        assert schema() == before
        assert ledger.asked(kept.id) == kept
        assert ledger.server(HERE) == {"private": True}
        assert ledger.suggestions(HERE, "") == [POLAR.question]


def test_the_log_is_emptied_at_the_next_deletion_where_somebody_reads(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path) as catalogue:
        ledger = Ledger(catalogue.database)
        note(ledger, "Who is zqx1zqx ?")
        reading, done = threading.Event(), threading.Event()

        def read() -> None:
            with catalogue.database.reading() as connection:
                connection.execute("SELECT count(*) FROM asked").fetchone()
                reading.set()
                done.wait(timeout=30)

        reader = threading.Thread(target=read)
        reader.start()
        reading.wait(timeout=30)
        ledger.forget(ANN)
        assert ledger.kept(ANN).questions == 0
        assert _secrets(tmp_path) == {b"zqx1zqx"}
        done.set()
        reader.join()
        ledger.expire(datetime.now(UTC))
        assert _secrets(tmp_path) == set()


def test_emptying_the_log_waits_as_before_for_other_writers(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path, busy_seconds=7) as catalogue:
        assert catalogue.database.empty_log()
        with catalogue.database.reading() as connection:
            assert connection.execute("PRAGMA busy_timeout").fetchone() == (7000,)
        with catalogue.writing():
            assert not catalogue.database.empty_log()


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


def test_feedback_of_an_unknown_kind_cannot_be_kept(catalogue: Catalogue) -> None:
    with (
        catalogue.database.writing() as connection,
        pytest.raises(sqlite3.IntegrityError, match="CHECK"),
    ):
        connection.execute(
            "INSERT INTO feedback (id, kind, asker, at, question) "
            "VALUES ('0', 'other', '1', '2', '3')"
        )
