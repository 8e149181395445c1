"""What is told of a watched question, once and in time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import LibraryBusyError, LimitError, NotFoundError, QuestionError
from retrieval.model import Filter, Stance
from retrieval.store.watch_kept import written
from retrieval.watching.begin import begin
from retrieval.watching.news import News, news_of
from retrieval.watching.watcher import Watcher
from tests.retrieval.watching.newsroom import OPEN, QUESTION, Newsroom, newsroom, no, yes

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.store.watch_records import Cadence, Watch

HOUR, DAY = 3600.0, 86_400.0
FILLING = "The works at the harbour go on, and the council meets on Monday to hear of the costs."


class Clock:
    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        return self.now


class Reader:
    """Somebody who watches, and what they have been told."""

    def __init__(self, room: Newsroom, clock: Clock | None = None) -> None:
        self.room = room
        self.clock = clock or Clock()
        self.watcher = Watcher(room.library, room.settings, "terminal", clock=self.clock)

    def watch(self, question: str = QUESTION, cadence: Cadence = "once") -> Watch:
        watch, _ = begin(self.room.library, self.room.settings, question, cadence=cadence)
        if cadence != "once":
            self.room.library.watches.later(watch.id, self.clock.now + DAY)
        return watch

    def read(self) -> list[News]:
        """What is posted now, all of it sent."""
        found = []
        for post in self.watcher.step():
            told = self.room.library.watches.told(post.watch.id)
            found.append(news_of(post.watch.question, post.items, told))
            self.room.library.watches.sent(post.id, "1")
        return found


def said(news: News) -> list[tuple[Stance | None, str]]:
    return [
        (position.stance, passage.source.name)
        for position in news.answer.positions
        for passage in position.passages
    ]


@pytest.fixture
def reader(room: Newsroom) -> Reader:
    return Reader(room)


def test_only_what_comes_after_is_told_and_only_once(room: Newsroom, reader: Reader) -> None:
    room.publish("north", yes("north"), FILLING)
    reader.watch()
    assert reader.read() == []
    room.publish("south", no("south"), FILLING)
    (news,) = reader.read()
    assert said(news) == [(Stance.REFUTES, "south")]
    assert not news.first
    assert reader.read() == []


def test_a_source_that_says_the_same_again_is_no_news(room: Newsroom, reader: Reader) -> None:
    room.publish("north", yes("north"))
    reader.watch()
    room.publish("north-2", "Yes, June it is for the bridge, says the mayor.", source="north")
    assert reader.read() == []


def test_a_source_that_now_also_says_the_opposite_is_news(room: Newsroom, reader: Reader) -> None:
    room.publish("north", yes("north"))
    reader.watch()
    room.publish("north-2", no("mayor"), source="north")
    (news,) = reader.read()
    assert said(news) == [(Stance.REFUTES, "north")]
    assert news.turned == ("north",)


def test_a_first_answer_is_called_so(room: Newsroom, reader: Reader) -> None:
    watch = reader.watch()
    assert not watch.covered
    room.publish("north", yes("north"))
    (news,) = reader.read()
    assert news.first
    room.publish("south", yes("south") + " So it does.")
    assert [each.first for each in reader.read()] == [False]


def test_what_a_correction_takes_away_is_told_with_the_old_words(
    room: Newsroom, reader: Reader
) -> None:
    room.publish("north", yes("north"), FILLING)
    reader.watch()
    room.publish("north", "The works go on at the Alder bridge in June.", FILLING)
    (news,) = reader.read()
    assert said(news) == []
    (gone,) = news.gone
    assert gone.told.passage.span.text == yes("north")
    assert gone.noticed == written(reader.clock.now)
    assert reader.read() == []


def test_what_a_correction_changes_is_told_with_both_words(room: Newsroom, reader: Reader) -> None:
    room.publish("north", yes("north"), FILLING)
    reader.watch()
    changed = "Yes, the Alder bridge opens in June or July, the north reports."
    room.publish("north", changed, FILLING)
    (news,) = reader.read()
    assert [each.told.passage.span.text for each in news.gone] == [yes("north")]
    assert [each.passages[0].text for each in news.answer.positions] == [changed]


def test_a_correction_elsewhere_in_the_article_is_no_news(room: Newsroom, reader: Reader) -> None:
    room.publish("north", yes("north"), FILLING)
    reader.watch()
    room.publish("north", "It rained at the Alder bridge.", yes("north") + "!", FILLING)
    assert reader.read() == []


def test_words_that_come_back_are_news_again(room: Newsroom, reader: Reader) -> None:
    room.publish("north", yes("north"), FILLING)
    reader.watch()
    room.publish("north", "The works go on at the Alder bridge.", FILLING)
    assert len(reader.read()) == 1
    room.publish("north", yes("north"), FILLING)
    (news,) = reader.read()
    assert said(news) == [(Stance.SUPPORTS, "north")]


def test_copies_and_further_addresses_are_no_news(room: Newsroom, reader: Reader) -> None:
    story = (yes("north"), FILLING, "The minister spoke for an hour and took two questions.")
    room.publish("north", *story)
    reader.watch()
    room.publish("mirror", *story)
    assert len(room.library.articles()) == 1
    assert reader.read() == []


def test_sources_that_are_made_one_are_no_news(room: Newsroom, reader: Reader) -> None:
    room.publish("north", yes("north"))
    room.publish("south", no("south"))
    reader.watch()
    room.library.rename("north", "south", merge=True)
    room.publish("east", FILLING + " The Alder bridge is in June.")
    assert reader.read() == []


def test_a_burst_is_one_post(tmp_path: Path) -> None:
    with newsroom(tmp_path, gather_seconds=60) as room:
        reader = Reader(room)
        reader.watch()
        for number in range(5):
            room.publish(f"paper-{number}", yes(f"paper {number}"))
            reader.clock.now += 5
            assert reader.read() == []
        reader.clock.now += 60
        (news,) = reader.read()
        assert len(said(news)) == 5
        assert room.plain.asked == [QUESTION, QUESTION]


def test_what_is_far_from_the_question_is_not_asked_for(room: Newsroom, reader: Reader) -> None:
    reader.watch()
    asked = len(room.plain.asked)
    room.publish("cooking", "Salt the aubergines and leave them for an hour.", title="Aubergines")
    reader.read()
    assert len(room.plain.asked) == asked


def test_what_no_article_was_near_to_is_asked_once_a_day(room: Newsroom, reader: Reader) -> None:
    reader.watch()
    room.publish("cooking", "Salt the aubergines and leave them for an hour.", title="Aubergines")
    reader.read()
    asked = len(room.plain.asked)
    reader.clock.now += DAY + 1
    reader.read()
    assert len(room.plain.asked) == asked + 1
    reader.clock.now += DAY + 1
    reader.read()
    assert len(room.plain.asked) == asked + 1, "the library has not changed since"


def test_an_article_that_is_removed_before_the_post_is_not_told(tmp_path: Path) -> None:
    with newsroom(tmp_path) as room:
        reader = Reader(room)
        watch = reader.watch()
        article = room.publish("north", yes("north"))
        reader.watcher.look()
        (marked,) = reader.watcher.due()
        reader.watcher.ask(marked)
        assert len(room.library.watches.waiting(watch.id)) == 1
        room.library.remove(article)
        assert reader.read() == []


def test_an_article_removed_after_it_was_told_is_no_news(room: Newsroom, reader: Reader) -> None:
    reader.watch()
    article = room.publish("north", yes("north"))
    assert len(reader.read()) == 1
    room.library.remove(article)
    reader.clock.now += 2 * DAY
    assert reader.read() == []
    room.publish("north", yes("north"))
    assert reader.read() == [], "what was told once is not told again"


def test_an_article_dated_in_the_future_is_told_once(room: Newsroom, reader: Reader) -> None:
    reader.watch()
    room.publish("north", yes("north"), published="2099-01-01")
    (news,) = reader.read()
    assert news.answer.positions[0].passages[0].article.published == "2099-01-01"
    reader.clock.now += 400 * DAY
    assert reader.read() == []


@pytest.mark.parametrize("jump", [-400 * DAY, 400 * DAY])
def test_a_clock_that_jumps_delays_nothing_for_long(
    room: Newsroom, reader: Reader, jump: float
) -> None:
    reader.watch()
    reader.watch(OPEN, cadence="daily")
    reader.clock.now += jump
    room.publish("north", yes("north"), "It was Jones who opened the bridge at Alder.")
    told = reader.read()
    reader.clock.now += DAY + 1
    told += reader.read()
    assert sorted(news.answer.question for news in told) == sorted([QUESTION, OPEN])
    reader.clock.now -= jump
    reader.clock.now += DAY + 1
    assert reader.read() == []


def test_a_daily_digest_tells_all_at_once_and_only_what_still_stands(
    room: Newsroom, reader: Reader
) -> None:
    reader.watch(cadence="daily")
    room.publish("north", yes("north"), FILLING)
    room.publish("south", no("south"), FILLING)
    assert reader.read() == []
    room.publish("north", "The works go on at the Alder bridge in June.", FILLING)
    assert reader.read() == []
    reader.clock.now += DAY + 1
    (news,) = reader.read()
    assert said(news) == [(Stance.REFUTES, "south")]
    assert news.gone == ()
    room.publish("east", yes("east"))
    assert reader.read() == []
    reader.clock.now += DAY
    assert [said(each) for each in reader.read()] == [[(Stance.SUPPORTS, "east")]]


def test_a_paused_watch_tells_later_what_came_meanwhile(room: Newsroom, reader: Reader) -> None:
    watch = reader.watch()
    room.library.watches.pause(watch.id, paused=True)
    room.publish("north", yes("north"))
    assert reader.read() == []
    room.library.watches.pause(watch.id, paused=False)
    assert [said(each) for each in reader.read()] == [[(Stance.SUPPORTS, "north")]]


def test_accounts_are_known_by_what_they_say(room: Newsroom, reader: Reader) -> None:
    room.publish("north", "It was Jones who opened the bridge at Alder.")
    reader.watch(OPEN)
    room.publish("south", "It was Jones who opened it, the Alder people say of their bridge.")
    (news,) = reader.read()
    assert said(news) == [(None, "south")]
    room.publish("south-2", "It was Jones: the Alder bridge is opened.", source="south")
    assert reader.read() == []
    room.publish("south-3", "It was Smith who opened the bridge at Alder.", source="south")
    (news,) = reader.read()
    assert news.answer.positions[0].passages[0].text.startswith("It was Smith")


def test_what_was_added_while_the_question_was_asked_is_told(
    room: Newsroom, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = room.library.ask

    def slow(*args: object, **options: object) -> object:
        answer = ask(*args, **options)  # type: ignore[arg-type]
        if not room.library.articles():
            room.publish("north", yes("north"))
        return answer

    monkeypatch.setattr(room.library, "ask", slow)
    reader.watch()
    assert [said(each) for each in reader.read()] == [[(Stance.SUPPORTS, "north")]]


def test_what_is_no_question_is_not_watched(room: Newsroom, reader: Reader) -> None:
    with pytest.raises(QuestionError):
        reader.watch("Tell me about the bridge")
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
