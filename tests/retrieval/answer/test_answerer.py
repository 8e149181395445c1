from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.settings import LibrarySettings, SearchSettings, Settings
from retrieval.answered import Answer, Hint, Kind, Passage, Stance
from retrieval.errors import NotFoundError, QuestionError
from retrieval.library import Library
from retrieval.model import Filter
from retrieval.models.panel import WithEnglish

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from config.settings import ModelSettings

CONGRATULATE = "Did Putin congratulate Trump?"
# Faults that are known (docs/evaluation.md): the judge does not see that it was somebody else, or
# another sense of the word.
BESIDE = pytest.mark.xfail(reason="what is beside the point is taken for an answer")


def _passages(answer: Answer) -> list[Passage]:
    return [passage for position in answer.positions for passage in position.passages]


def _verbatim(library: Library, answer: Answer) -> None:
    for passage in _passages(answer):
        article, paragraphs = library.show(passage.article.id)
        assert passage.text == article.text[passage.start : passage.end]
        assert passage.span.text == article.text[passage.span.start : passage.span.end]
        assert passage.start <= passage.span.start < passage.span.end <= passage.end
        assert (passage.start, passage.end) == next(
            (paragraph.start, paragraph.end)
            for paragraph in paragraphs
            if paragraph.number == passage.paragraph
        )


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
    _verbatim(seeded, answer)


def test_what_lavrov_did_is_not_shown_as_putins_deed(seeded: Library) -> None:
    yes = seeded.ask(CONGRATULATE).positions[0]
    assert yes.stance is Stance.SUPPORTS
    assert "004" not in {passage.source.id for passage in yes.passages}, "they are not Putin"


def test_speakers_and_origins_come_with_the_passages(seeded: Library) -> None:
    answer = seeded.ask("Did top Russian officials congratulate Trump?")
    assert {"Verstka", "Vyorstka"} & {passage.speaker for passage in _passages(answer)}
    verstka = next(origin for origin in answer.origins if origin.id == "verstka")
    assert "kyiv-independent" in verstka.sources
    ids = {origin.id for origin in answer.origins} | {None}
    assert {passage.origin for passage in _passages(answer)} <= ids


def test_the_copy_is_an_address_and_not_a_source(seeded: Library) -> None:
    answer = seeded.ask(CONGRATULATE)
    ibns = next(passage for passage in _passages(answer) if passage.source.id == "ibns")
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


@contextmanager
def _holding(
    folder: Path,
    models: ModelSettings,
    articles: Sequence[str],
    search: SearchSettings = SearchSettings(),  # noqa: B008 - nothing changes it
) -> Iterator[Library]:
    """A library of these articles alone, each a line of details and its paragraphs."""
    for at, article in enumerate(articles):
        head, _, body = article.partition("\n\n")
        (folder / f"{at}.md").write_text(f"---\n{head}\n---\n\n{body}\n", "utf-8")
    settings = Settings(
        library=LibrarySettings(path=folder / "library", seeds=False),
        models=models,
        search=search,
    )
    with Library.open(settings) as library:
        assert [each.outcome for each in library.add([folder])] == ["added"] * len(articles)
        yield library


def _sources(answer: Answer) -> set[str]:
    return {passage.source.name for passage in _passages(answer)}


def test_every_outlet_on_the_event_is_heard_however_many_there_are(
    tmp_path: Path, models: ModelSettings
) -> None:
    """One has more articles and sentences on it than are looked at in all."""
    deeds = ("opened the new bridge", "met the harbour pilots", "closed two schools",
             "paid for the festival", "sued a builder", "planted elms", "sold the old ferry",
             "visited the fire station")  # fmt: skip
    outlets = ["daily"] * 4 + [f"outlet-{at}" for at in range(4, len(deeds))]
    articles = [
        f"title: The mayor who {deed} resigns\nsource: {outlet}\n\n"
        f"Mayor Ida Moen resigned on Friday, {at + 3} years after she {deed}.\n\n"
        f"Nobody had asked why the mayor {deed}. She said so to {at + 2} people."
        for at, (outlet, deed) in enumerate(zip(outlets, deeds, strict=True))
    ]
    with _holding(tmp_path, models, articles, SearchSettings(articles=3, sentences=4)) as library:
        answer = library.ask("Did Mayor Ida Moen resign?")
    assert {passage.source.name for passage in answer.positions[0].passages} == set(outlets)


def test_what_another_of_the_name_did_answers_nothing(
    tmp_path: Path, models: ModelSettings
) -> None:
    articles = [
        "title: Mayor Moen resigns\nsource: north\n\nMayor Robert Moen resigned on Friday.",
        "title: Ida Moen sails\nsource: south\n\nIda Moen sailed north with the pilots on Monday.",
    ]
    with _holding(tmp_path, models, articles) as library:
        assert _sources(library.ask("Did Robert Moen resign?")) == {"north"}
        assert "north" not in _sources(library.ask("Did Ida Moen resign?"))


def test_what_is_of_another_year_answers_only_plainly(
    tmp_path: Path, models: ModelSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = {"north": "2024-05-03", "south": "2024-05-04", "east": "2024-05-05", "old": "2013-05-04"}
    articles = [
        f"title: The mayor resigns\nsource: {source}\npublished: {day}\n\n"
        f"Mayor Ida Moen resigned, said the {source} pilots, who had met on day {at}."
        for at, (source, day) in enumerate(days.items())
    ]
    likely = [0.5, 0.0, 0.0, 0.5]

    def decided(*given: object) -> np.ndarray:
        return np.asarray([likely] * len(given[2]), dtype=np.float32)  # type: ignore[arg-type]

    monkeypatch.setattr("retrieval.answer.answerer.decide", decided)
    with _holding(tmp_path, models, articles) as library:
        answer = library.ask("Did Mayor Ida Moen resign?")
        assert _sources(answer) == {"north", "south", "east"}
        # It is silent on another event, so nobody is told that it is on this one.
        assert [(each.name, each.on_event) for each in answer.silent] == [("old", False)]
        likely[:] = [0.8, 0.0, 0.0, 0.2]
        assert _sources(library.ask("Did Mayor Ida Moen resign?")) == set(days)


def test_according_to_a_source_only_that_source_is_asked(
    tmp_path: Path, models: ModelSettings
) -> None:
    articles = [
        "title: Mayor Moen resigns\nsource: vale-gazette.example\n\nMayor Ida Moen resigned.",
        "title: The mayor resigns\nsource: Alder Post\n\nIda Moen has resigned, said Odd Lund.",
    ]
    with _holding(tmp_path, models, articles) as library:
        answer = library.ask("According to the Vale Gazette, did Ida Moen resign?")
        assert _sources(answer) == {"vale-gazette.example"}
        assert answer.searched.sources == 1
        assert _sources(library.ask("Did Ida Moen resign according to Odd Lund?")) == {"Alder Post"}
        for asked in (
            "What does the Alder Post say about Ida Moen?",
            "how did alder post cover moen",
        ):
            answer = library.ask(asked)
            assert (answer.question, _sources(answer)) == (asked, {"Alder Post"})
        # Who is no source is asked for as whoever speaks.
        assert library.ask("What did Odd Lund say about Ida Moen?").searched.sources == 2
        assert _sources(library.ask("latest on Ida Moen")) == {"vale-gazette.example", "Alder Post"}


def test_sources_that_say_nothing_are_named(seeded: Library) -> None:
    answer = seeded.ask("Can Trump end the war in Ukraine overnight?")
    shown = {passage.source.id for passage in _passages(answer)}
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
    assert {passage.source.id for passage in _passages(answer)} >= {"kyiv-independent", "ibns"}
    assert not answer.conflict, "several may congratulate"
    _verbatim(seeded, answer)


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
        assert [(p.article.id, p.span) for p in _passages(other)] == [
            (p.article.id, p.span) for p in _passages(plain)
        ]


def test_a_date_question_is_answered_by_dates_alone(seeded: Library) -> None:
    answer = seeded.ask("When did Trump win the election?")
    assert answer.covered
    assert all("Nov" in passage.span.text for passage in _passages(answer))


def test_filters_narrow_what_is_searched(seeded: Library) -> None:
    only = seeded.ask(CONGRATULATE, where=Filter(sources=("kyiv-independent",)))
    assert {passage.source.id for passage in _passages(only)} == {"kyiv-independent"}
    assert only.searched.sources == 1
    assert only.silent == ()
    late = seeded.ask(CONGRATULATE, where=Filter(since="2024-11-08"))
    assert not late.covered
    assert late.searched.articles == 0
    article = _passages(only)[0].article.id
    one = seeded.ask(CONGRATULATE, where=Filter(article=article))
    assert {passage.article.id for passage in _passages(one)} == {article}


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
    _verbatim(seeded, seeded.ask(question))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=120) | st.sampled_from(["Trump", "Putin won"]).map(lambda t: t + " \"'*^:"))
def test_any_text_as_a_question_is_answered_or_refused(seeded: Library, text: str) -> None:
    try:
        answer = seeded.ask(text)
    except QuestionError:
        return
    assert Answer.from_json(answer.to_json()) == answer
    _verbatim(seeded, answer)


def test_an_examination_may_be_of_the_nearest_sentences_alone(seeded: Library) -> None:
    whole = seeded.examine(CONGRATULATE)
    few = seeded.examine(CONGRATULATE, sentences=4)
    assert [each.text for each in few.sentences] == [each.text for each in whole.sentences[:4]]
    assert np.allclose(few.judged, whole.judged[:4], atol=1e-4)
    with pytest.raises(QuestionError):
        seeded.examine("总统辞职了吗？")


class Counting:
    """A judge that finds everything beside the point, and counts what it was asked."""

    name, languages = "counting", frozenset({"en"})

    def __init__(self) -> None:
        self.asked = 0

    def judge(self, pairs: Sequence[tuple[str, str]]) -> np.ndarray:
        self.asked += len(pairs)
        return np.tile(np.asarray([[0.0, 0.0, 0.0, 1.0]], dtype=np.float32), (len(pairs), 1))


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


def test_names_alone_get_headings_and_no_judge_is_asked(
    seeded: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting = Counting()
    monkeypatch.setattr(seeded._engines.answerer, "_stance", counting)
    answer = seeded.ask("dmitry peskov")
    assert not answer.covered
    assert answer.nearest
    assert counting.asked == 0
    seeded.ask("Did Dmitry Peskov resign?")
    assert counting.asked > 0
