from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.answered import Answer, Hint, Kind, Stance
from retrieval.errors import NotFoundError, QuestionError
from retrieval.model import Filter
from retrieval.models.panel import WithEnglish
from tests.retrieval.answer.holding import Counting, passages, verbatim

if TYPE_CHECKING:
    from retrieval.library import Library

CONGRATULATE = "Did Putin congratulate Trump?"
# Faults that are known (docs/evaluation.md): the judge does not see that it was somebody else, or
# another sense of the word.
BESIDE = pytest.mark.xfail(reason="what is beside the point is taken for an answer")


def test_the_first_question_is_answered_by_every_source_on_both_sides(seeded: Library) -> None:
    answer = seeded.ask(CONGRATULATE)
    assert answer.kind is Kind.POLAR
    assert answer.covered
    assert answer.conflict
    by_stance = {position.stance: position for position in answer.positions}
    assert [position.label for position in answer.positions][:2] == ["Says yes", "Says no"]
    yes = {passage.source.id for passage in by_stance[Stance.SUPPORTS].passages}
    no = {passage.source.id for passage in by_stance[Stance.REFUTES].passages}
    assert {"ibns", "kyiv-independent"} <= yes
    assert {"kyiv-independent", "003", "004"} <= no
    verbatim(seeded, answer)


def test_what_lavrov_did_is_not_shown_as_putins_deed(seeded: Library) -> None:
    yes = seeded.ask(CONGRATULATE).positions[0]
    assert yes.stance is Stance.SUPPORTS
    assert "004" not in {passage.source.id for passage in yes.passages}, "they are not Putin"


def test_speakers_and_origins_come_with_thepassages(seeded: Library) -> None:
    answer = seeded.ask("Did top Russian officials congratulate Trump?")
    assert {"Verstka", "Vyorstka"} & {passage.speaker for passage in passages(answer)}
    verstka = next(origin for origin in answer.origins if origin.id == "verstka")
    assert "kyiv-independent" in verstka.sources
    ids = {origin.id for origin in answer.origins} | {None}
    assert {passage.origin for passage in passages(answer)} <= ids


def test_the_copy_is_an_address_and_not_a_source(seeded: Library) -> None:
    answer = seeded.ask(CONGRATULATE)
    ibns = next(passage for passage in passages(answer) if passage.source.id == "ibns")
    addresses = {ibns.article.path} | {copy.path for copy in ibns.article.copies}
    assert addresses == {"seeds/000_0b2a0861704bd713.txt", "seeds/001_57f1027b633c8da7.txt"}
    assert answer.searched.sources == answer.searched.articles == 4


@pytest.mark.parametrize(
    "question",
    [
        "Did Xi Jinping congratulate Trump?",
        "Did Zelensky congratulate Trump?",
        "Who won the 2022 World Cup?",
        "What is the price of Bitcoin?",
        "How do I subscribe to the newsletter?",
        "Did Biden cancel Ukraine's debt?",
        pytest.param("Did Putin congratulate Harris?", marks=BESIDE),
        "Did Putin congratulate Trump in 2016?",
        "Did Putin visit Kyiv?",
        "Has Peskov resigned?",
        "Did Lavrov visit Washington?",
    ],
)
def test_silence_is_an_answer_with_the_nearest_headings(seeded: Library, question: str) -> None:
    answer = seeded.ask(question)
    assert not answer.covered
    assert not answer.conflict
    assert answer.positions == ()
    assert 1 <= len(answer.nearest) <= 3
    assert {silent.id for silent in answer.silent} == {"ibns", "kyiv-independent", "003", "004"}


@pytest.mark.parametrize("question", ["Has Peskov resigned?", "Did Zelensky congratulate Trump?"])
def test_where_the_event_is_held_only_its_own_headings_are_named(
    seeded: Library, question: str
) -> None:
    answer = seeded.ask(question)
    published = {
        each.held.article.title: each.article.source_id for each in seeded.examine(question).event
    }
    assert len(published) == 4
    near = {silent.id for silent in answer.silent if silent.on_event}
    assert near
    assert {published[heading.title] for heading in answer.nearest} == near < {*published.values()}


def test_a_misspelt_word_of_an_uncovered_question_is_pointed_out(seeded: Library) -> None:
    answer = seeded.ask("Did Peskow visit Ankara?")
    assert not answer.covered
    assert answer.hints == (Hint("Peskow", "Peskov"),)
    assert Answer.from_json(answer.to_json()) == answer
    assert seeded.ask("Did Peskov visit Ankara?").hints == ()


def test_a_question_in_another_language_is_refused(seeded: Library) -> None:
    with pytest.raises(QuestionError, match="ask in English"):
        seeded.ask("Поздравил ли Путин Трампа?")


def test_sources_that_say_nothing_are_named(seeded: Library) -> None:
    answer = seeded.ask("Can Trump end the war in Ukraine overnight?")
    shown = {passage.source.id for passage in passages(answer)}
    assert shown
    assert {silent.id for silent in answer.silent} | shown == {
        "ibns",
        "kyiv-independent",
        "003",
        "004",
    }
    assert not {silent.id for silent in answer.silent} & shown


def test_an_open_question_gets_accounts_without_stance(seeded: Library) -> None:
    answer = seeded.ask("Who congratulated Trump?")
    assert answer.kind is Kind.OPEN
    assert answer.covered
    assert {position.stance for position in answer.positions} == {None}
    assert {passage.source.id for passage in passages(answer)} >= {"kyiv-independent", "ibns"}
    assert not answer.conflict, "several may congratulate"
    verbatim(seeded, answer)


def test_putin_and_lavrov_are_two_accounts(seeded: Library) -> None:
    assert len(seeded.ask("Who congratulated Trump?").positions) > 1


@pytest.mark.parametrize(
    "typed",
    [
        "did putin congratulate trump",
        "Did Putin Congratulate Trump?",
        "DID PUTIN CONGRATULATE TRUMP??",
        "Is it true that Putin congratulated Trump?",
        "Putin congratulated Trump, didn't he?",
    ],
)
def test_the_same_question_in_other_clothes_is_answered_by_the_same_sources(
    seeded: Library, typed: str
) -> None:
    plain, other = seeded.ask(CONGRATULATE), seeded.ask(typed)
    assert {p.stance for p in other.positions} >= {Stance.SUPPORTS, Stance.REFUTES}
    if "Is it true" not in typed and "didn't" not in typed:
        assert [(p.article.id, p.span) for p in passages(other)] == [
            (p.article.id, p.span) for p in passages(plain)
        ]


def test_a_date_question_is_answered_by_dates_alone(seeded: Library) -> None:
    answer = seeded.ask("When did Trump win the election?")
    assert answer.covered
    assert all("Nov" in passage.span.text for passage in passages(answer))


def test_filters_narrow_what_is_searched(seeded: Library) -> None:
    only = seeded.ask(CONGRATULATE, where=Filter(sources=("kyiv-independent",)))
    assert {passage.source.id for passage in passages(only)} == {"kyiv-independent"}
    assert only.searched.sources == 1
    assert only.silent == ()
    late = seeded.ask(CONGRATULATE, where=Filter(since="2024-11-08"))
    assert not late.covered
    assert late.searched.articles == 0
    article = passages(only)[0].article.id
    one = seeded.ask(CONGRATULATE, where=Filter(article=article))
    assert {passage.article.id for passage in passages(one)} == {article}


def test_an_unknown_source_in_a_filter_names_the_nearest(seeded: Library) -> None:
    with pytest.raises(NotFoundError, match="kyiv-independent"):
        seeded.ask(CONGRATULATE, where=Filter(sources=("kyiv-independant",)))


def test_passages_a_source_are_limited_as_asked(seeded: Library) -> None:
    for limit in (1, 2):
        answer = seeded.ask(CONGRATULATE, per_source=limit)
        for position in answer.positions:
            sources = [passage.source.id for passage in position.passages]
            assert max(sources.count(source) for source in sources) <= limit


def test_the_json_of_an_answer_round_trips(seeded: Library) -> None:
    for question in (CONGRATULATE, "Who congratulated Trump?", "Did Xi Jinping resign?"):
        answer = seeded.ask(question)
        data = answer.to_json()
        assert next(iter(data)) == "schema"
        assert Answer.from_json(json.loads(json.dumps(data))) == answer


@pytest.mark.parametrize(
    "question",
    [
        'Did "Putin" OR congratulate NEAR(Trump) AND NOT *?',
        "Putin* col:Trump ^congratulate -",
        "'; DROP TABLE articles; --",
        "Did Putin\x00\x07 congratulate \x1b[31mTrump?",
        "Did Putin congratulate 🙂 Trump?",
    ],
)
def test_operators_and_controls_are_only_words(seeded: Library, question: str) -> None:
    verbatim(seeded, seeded.ask(question))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=120) | st.sampled_from(["Trump", "Putin won"]).map(lambda t: t + " \"'*^:"))
def test_any_text_as_a_question_is_answered_or_refused(seeded: Library, text: str) -> None:
    try:
        answer = seeded.ask(text)
    except QuestionError:
        return
    assert Answer.from_json(answer.to_json()) == answer
    verbatim(seeded, answer)


def test_an_examination_may_be_of_the_nearest_sentences_alone(seeded: Library) -> None:
    whole = seeded.examine(CONGRATULATE)
    few = seeded.examine(CONGRATULATE, sentences=4)
    assert [each.text for each in few.sentences] == [each.text for each in whole.sentences[:4]]
    assert np.allclose(few.judged, whole.judged[:4], atol=1e-4)
    with pytest.raises(QuestionError):
        seeded.examine("总统辞职了吗？")


def test_what_is_english_goes_to_the_judge_of_english_too(
    seeded: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    six, english = Counting(), Counting()
    monkeypatch.setattr(seeded._engines.answerer, "_stance", WithEnglish(six, english))
    monkeypatch.setattr(seeded._engines.answerer, "_languages", ("en", "de"))

    assert not seeded.ask(CONGRATULATE).covered
    assert six.asked == english.asked > 0
    asked = six.asked
    seeded.ask("Hat Putin Trump gratuliert?")
    assert six.asked > asked == english.asked


def test_names_alone_get_what_is_told_on_them(
    seeded: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seeded._engines.answerer, "_stance", Counting())
    for asked in ("dmitry peskov", "Putin"):
        answer = seeded.ask(asked)
        assert answer.question == asked
        assert answer.covered
        name = asked.split()[-1].title()
        assert all(name in each.span.text for each in passages(answer))
    with pytest.raises(QuestionError, match="One word"):
        seeded.ask("banana")
    assert not seeded.ask("asdfgh").covered
