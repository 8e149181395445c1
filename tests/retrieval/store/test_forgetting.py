"""What is deleted of people is gone: from the tables, from the file, and from its log."""

from __future__ import annotations

import re
import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import NotFoundError
from retrieval.store.catalogue import Catalogue
from retrieval.store.ledger import Ledger
from retrieval.store.ledger_records import Kept
from tests.bot.answers import POLAR
from tests.retrieval.store.ledgers import ANN, BEN, HERE, note, wrong_side

if TYPE_CHECKING:
    from pathlib import Path


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
