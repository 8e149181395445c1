"""What may be watched, by whom, and what ends a watch."""

from __future__ import annotations

import pytest

from retrieval.answered import Stance
from retrieval.errors import LibraryBusyError, LimitError, NotFoundError, QuestionError
from retrieval.model import Filter
from retrieval.watching.begin import begin
from retrieval.watching.watcher import Watcher
from tests.retrieval.watching.newsroom import OPEN, QUESTION, Newsroom, yes
from tests.retrieval.watching.reader import DAY, FILLING, Reader, said


def test_what_is_no_question_is_not_watched(room: Newsroom, reader: Reader) -> None:
    with pytest.raises(QuestionError):
        reader.watch("What about the new bridge?")
    assert room.library.watches.of("terminal") == []


def test_a_watch_whose_question_is_none_any_more_ends(
    room: Newsroom, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = reader.watch()
    room.publish("north", yes("north"))

    def refuse(*_: object, **__: object) -> None:
        raise QuestionError("That is no question.")

    monkeypatch.setattr(room.library, "ask", refuse)
    assert reader.read() == []
    (ended,) = room.library.watches.ended("terminal")
    assert (ended.id, ended.ended) == (watch.id, "question")
    assert room.library.watches.of("terminal") == []


def test_a_filter_holds_and_one_that_nothing_passes_any_more_is_no_end(
    room: Newsroom, reader: Reader
) -> None:
    article = room.publish("north", FILLING)
    begin(room.library, room.settings, QUESTION, where=Filter(sources=("north",)))
    room.publish("south", yes("south"))
    assert reader.read() == []
    room.library.remove(article)
    reader.clock.now += 2 * DAY
    assert reader.read() == []
    room.publish("north", yes("north"))
    assert [said(each) for each in reader.read()] == [[(Stance.SUPPORTS, "north")]]


def test_limits_are_told(room: Newsroom) -> None:
    settings = room.settings.model_copy(
        update={"watch": room.settings.watch.model_copy(update={"per_person": 1})}
    )
    begin(room.library, settings, QUESTION, asker="7")
    begin(room.library, settings, QUESTION, asker="7")
    with pytest.raises(LimitError) as refused:
        begin(room.library, settings, OPEN, asker="7")
    assert (refused.value.whose, refused.value.most) == ("person", 1)
    begin(room.library, settings, OPEN, asker="8")


def test_one_process_watches(room: Newsroom, reader: Reader) -> None:
    release = reader.watcher.alone()
    with pytest.raises(LibraryBusyError, match="watches"):
        Watcher(room.library, room.settings, "terminal").alone()
    Watcher(room.library, room.settings, "discord").alone()()
    release()
    reader.watcher.alone()()


def test_a_removed_watch_leaves_nothing(room: Newsroom, reader: Reader) -> None:
    watch = reader.watch()
    room.publish("north", yes("north"))
    reader.read()
    room.library.watches.remove(watch.id)
    with pytest.raises(NotFoundError):
        room.library.watches.get(watch.id)
    with room.library._catalogue.database.reading() as connection:
        for table in ("watch", "told", "news", "post"):
            count = f"SELECT count(*) FROM {table}"  # noqa: S608
            assert connection.execute(count).fetchone() == (0,)
