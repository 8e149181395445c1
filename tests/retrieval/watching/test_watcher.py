"""What is told of a watched question, once and in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answered import Stance
from retrieval.store.watch_kept import written
from tests.retrieval.watching.newsroom import OPEN, Newsroom, newsroom, no, yes
from tests.retrieval.watching.reader import DAY, FILLING, Reader, said

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


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


def test_what_is_far_from_the_question_is_not_asked_for(room: Newsroom, reader: Reader) -> None:
    reader.watch()
    asked = len(room.plain.asked)
    room.publish("cooking", "Salt the aubergines and leave them for an hour.", title="Aubergines")
    reader.read()
    assert len(room.plain.asked) == asked


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
