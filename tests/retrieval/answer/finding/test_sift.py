"""The articles of an event, and their sentences, nearest first."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from retrieval.answer.finding.event import Coverage, gather
from retrieval.answer.finding.sift import on_event, sift
from retrieval.answer.question.question import understand
from retrieval.index.numpy_index import NumpyIndex
from retrieval.model import Filter, Source
from retrieval.store.catalogue import Catalogue
from retrieval.store.records import Entry
from tests.retrieval.answer.bags import DIMENSIONS, Bags
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from retrieval.answer.finding.sentence import Sentence

ENCODER = Bags()
NORTH, SOUTH = Source("north", "North"), Source("south", "South")
ASKED = "Did Ida Moen sell the lighthouse?"
SOLD = (
    "Ida Moen sold the lighthouse on Friday. She would not name the price.",
    "The mayor said that the lighthouse had been empty since 2019.",
)
DENIED = (
    "The lighthouse was not sold, said Moen. Its lamp still burns.",
    "Neighbours of the lighthouse had heard of a buyer.",
)
RAIN = ("It rained in the hills.", "A bridge was closed, and nobody was hurt.")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "catalogue") as opened:
        for name, texts, source, day in (
            ("sold", SOLD, NORTH, "2024-05-03"),
            ("denied", DENIED, SOUTH, "2024-05-04"),
            ("rain", RAIN, SOUTH, "2024-05-05"),
        ):
            made = entry(name, texts, source=source, title=name, published=day)
            vectors = ENCODER.encode(texts)
            opened.add([Entry(made.draft, made.sketch, vectors)], encoder=ENCODER.key)
        yield opened


def event(
    catalogue: Catalogue, asked: str = ASKED, *, articles: int = 2, where: Filter | None = None
) -> list[Coverage]:
    index = NumpyIndex(DIMENSIONS)
    ids, vectors = catalogue.vectors(ENCODER.key)
    index.add(ids, vectors.reshape(-1, DIMENSIONS))
    return gather(
        understand(asked),
        ENCODER.encode([asked], query=True)[0],
        catalogue=catalogue,
        encoder=ENCODER,
        index=index,
        where=where or Filter(),
        among=None if where is None else catalogue.paragraph_ids(where),
        articles=articles,
    )


def sifted(catalogue: Catalogue, asked: str = ASKED, most: int = 50) -> list[Sentence]:
    vector = ENCODER.encode([asked], query=True)[0]
    return sift(understand(asked), vector, event(catalogue, asked), most)


def texts(found: Sequence[Sentence]) -> list[str]:
    return [each.text for each in found]


def test_the_articles_on_the_event_come_first(catalogue: Catalogue) -> None:
    found = event(catalogue, articles=3)

    assert {each.held.article.id for each in found[:2]} == {"sold", "denied"}
    assert [each.rank for each in found] == [1, 2, 3]
    assert found[2].belonging < min(each.belonging for each in found[:2])


def test_a_copy_has_the_sentences_that_are_its_own(catalogue: Catalogue) -> None:
    start = catalogue.article("denied").text.index("Its lamp")
    catalogue.refer("denied", "sold", [(start, start + len("Its lamp still burns."))], 1)

    assert {each.coverage.held.article.id for each in sifted(catalogue)} == {"sold", "denied"}
    (own,) = [each for each in sifted(catalogue) if each.coverage.held.article.id == "denied"]
    assert (own.text, own.text_before) == (
        "Its lamp still burns.",
        "The lighthouse was not sold, said Moen.",
    )


def test_a_filter_confines_the_event(catalogue: Catalogue) -> None:
    found = event(catalogue, articles=3, where=Filter(sources=("south",)))

    assert {each.held.article.id for each in found} == {"denied", "rain"}


def test_an_empty_library_has_no_event(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path / "empty") as catalogue:
        assert event(catalogue) == []
        assert sifted(catalogue) == []


def test_every_sentence_of_the_event_is_there_verbatim_and_none_of_another(
    catalogue: Catalogue,
) -> None:
    found = sifted(catalogue)

    assert len(found) == 6
    assert "It rained in the hills." not in texts(found)
    for each in found:
        article = each.coverage.held.article
        assert each.text == article.text[each.start : each.end]
        assert each.before is None or article.text[each.before[1] : each.start].isspace()


def test_the_nearest_come_first_and_the_rest_is_left_out(catalogue: Catalogue) -> None:
    found = sifted(catalogue, most=2)

    assert texts(found)[0] == "Ida Moen sold the lighthouse on Friday."
    assert len(found) == 2
    whole = [each.nearness for each in sifted(catalogue)]
    assert whole == sorted(whole, reverse=True)


def test_headings_and_notes_on_the_article_are_no_evidence(catalogue: Catalogue) -> None:
    told = ("Ida Moen sold the lighthouse.", "It was hers.", "She left.")
    beside = ("Moen sold the lighthouse, mayor says", "Correction: Moen sold a lighthouse.")
    made = entry("headed", (told[0], beside[0], *told[1:], beside[1]), source=NORTH, title="headed")
    texts_of = [made.draft.article.text[each.start : each.end] for each in made.draft.paragraphs]
    catalogue.add([Entry(made.draft, made.sketch, ENCODER.encode(texts_of))], encoder=ENCODER.key)

    found = sift(understand(ASKED), ENCODER.encode([ASKED])[0], event(catalogue, articles=4), 50)
    own = [each for each in found if each.coverage.held.article.id == "headed"]

    assert {each.text for each in own} == set(told)
    # What stands before a sentence is read with it, and counted, as before.
    assert {each.text: each.number for each in own}[told[1]] == 2
    assert next(each for each in own if each.text == told[1]).text_before == beside[0]


def test_a_sentence_leans_on_the_one_before(catalogue: Catalogue) -> None:
    by_text = {each.text: each for each in sifted(catalogue)}
    leaning = by_text["She would not name the price."]

    assert leaning.text_before == "Ida Moen sold the lighthouse on Friday."
    assert leaning.named
    assert leaning.names < 1
    assert leaning.words > by_text["Its lamp still burns."].names


def test_an_article_that_leaves_out_somebody_or_the_year_says_nothing(
    catalogue: Catalogue,
) -> None:
    assert sifted(catalogue, "Did Olav Lind sell the lighthouse?") == []
    by_year = sifted(catalogue, "Did Moen sell the lighthouse in 2019?")
    assert {each.coverage.held.article.id for each in by_year} == {"sold"}


def test_a_question_and_a_quotation_are_told(catalogue: Catalogue) -> None:
    made = entry(
        "asks", ["“Who would buy it?”", "Who knows Ida Moen?"], source=NORTH, title="lighthouse"
    )
    vectors = ENCODER.encode(["buy lighthouse Moen sell", "lighthouse Moen"])
    catalogue.add([Entry(made.draft, made.sketch, vectors)], encoder=ENCODER.key)

    by_text = {each.text: each for each in sift(
        understand(ASKED), ENCODER.encode([ASKED])[0], event(catalogue, articles=4), 50
    )}  # fmt: skip

    assert by_text["“Who would buy it?”"].asks
    assert by_text["“Who would buy it?”"].quoted
    assert not by_text["Who knows Ida Moen?"].quoted
    assert not by_text["Its lamp still burns."].asks


def test_the_question_is_read_alike_in_any_case(catalogue: Catalogue) -> None:
    plain = sifted(catalogue)
    typed = sifted(catalogue, "did ida moen sell the lighthouse")

    assert texts(plain) == texts(typed)
    assert np.allclose([each.words for each in plain], [each.words for each in typed])


TOLD_ABROAD = ("Ида Моен продала маяк, сообщила мэрия.", "Цену в 2019 году никто не назвал.")


def test_an_article_in_another_language_that_is_read_need_not_spell_the_names(
    catalogue: Catalogue,
) -> None:
    made = entry("abroad", TOLD_ABROAD, source=NORTH, title="Маяк", language="ru")
    vectors = ENCODER.encode(TOLD_ABROAD)
    catalogue.add([Entry(made.draft, made.sketch, vectors)], encoder=ENCODER.key)
    asked = "Did Ida Moen sell Norwich?"
    vector = ENCODER.encode([asked], query=True)[0]
    found = event(catalogue, asked, articles=4)

    read = sift(understand(asked), vector, found, 50, ["en", "ru"])
    assert set(TOLD_ABROAD) <= set(texts(read))
    assert next(each for each in read if each.text == TOLD_ABROAD[0]).names > 0
    # Where the models do not read it, it is looked at as before, and names nobody asked for.
    assert not set(TOLD_ABROAD) & set(texts(sift(understand(asked), vector, found, 50)))
    # Another year's event is another one in any language.
    dated = "Did Ida Moen sell Norwich in 2016?"
    assert not set(TOLD_ABROAD) & set(texts(sift(understand(dated), vector, found, 50, ["*"])))


def test_an_article_abroad_that_names_nobody_is_read_where_it_is_like_the_nearest(
    catalogue: Catalogue,
) -> None:
    told = ("Маяк продан, сообщила мэрия.", "Цену никто не назвал.")
    made = entry("abroad", told, source=NORTH, title="Маяк", language="ru")
    catalogue.add([Entry(made.draft, made.sketch, ENCODER.encode(told))], encoder=ENCODER.key)
    vector = ENCODER.encode([ASKED], query=True)[0]
    found = event(catalogue, articles=4)

    def read(belonging: float) -> set[str]:
        near = [replace(each, belonging=belonging) for each in found]
        return set(texts(sift(understand(ASKED), vector, near, 50, ["en", "ru"])))

    assert set(told) <= read(0.7)
    assert not set(told) & read(0.5)


def test_nothing_abroad_is_on_the_event_where_no_word_can_vouch_for_it(
    catalogue: Catalogue,
) -> None:
    def near(language: str) -> list[Coverage]:
        return [
            replace(
                each,
                belonging=0.9,
                held=replace(each.held, article=replace(each.held.article, language=language)),
            )
            for each in event(catalogue, articles=3)
        ]

    assert on_event(understand(ASKED, ["*"]), near("en"), ["*"])
    for typed, own, other in (
        ("продан ли старый маяк", "ru", "en"),
        ("Was it said on Monday?", "en", "ru"),
    ):
        asked = understand(typed, ["*"])
        assert on_event(asked, near(other), ["*"]) == []
        assert asked.language == own


def test_who_tells_of_the_deed_comes_before_who_is_only_near(catalogue: Catalogue) -> None:
    asked = "Was the lighthouse sold?"
    made = entry("tells", ["The lighthouse was sold.", "He waved."], source=NORTH, title="tells")
    question = ENCODER.encode([asked])[0]
    aside = ENCODER.encode(["bridge"])[0]
    aside -= (aside @ question) * question
    farther = 0.93 * question + (1 - 0.93**2) ** 0.5 * aside / np.linalg.norm(aside)
    vectors = np.stack([farther, question])
    catalogue.add([Entry(made.draft, made.sketch, vectors)], encoder=ENCODER.key)

    found = sift(understand(asked), question, event(catalogue, asked, articles=4), 50)
    own = [each for each in found if each.coverage.held.article.id == "tells"]

    assert [each.text for each in own] == ["The lighthouse was sold.", "He waved."]
    assert own[0].cosine < own[1].cosine


def test_a_source_on_the_event_is_heard_where_another_fills_every_place(
    catalogue: Catalogue,
) -> None:
    told = [f"The lighthouse was sold by Ida Moen, part {number}." for number in range(30)]
    made = entry("long", told, source=Source("long", "Long"), title="long")
    catalogue.add([Entry(made.draft, made.sketch, ENCODER.encode(told))], encoder=ENCODER.key)
    vector = ENCODER.encode([ASKED], query=True)[0]
    found = event(catalogue, articles=4)
    near = [each for each in found if each.article.source_id in {"long", "south"}]

    def sources(near: Sequence[Coverage]) -> list[str]:
        sentences = sift(understand(ASKED), vector, found, 6, near=near)
        return [each.coverage.article.source_id for each in sentences]

    alone = sources(())
    assert len(alone) == 6
    assert "south" not in alone
    assert Counter(sources(near)) == Counter(alone) + Counter({"south": 2})


def test_another_flight_is_another_event(catalogue: Catalogue) -> None:
    asked = understand("Did Ida Moen leave flight 752 at the lighthouse?")
    vector = ENCODER.encode([asked.canonical], query=True)[0]
    for name, number in (("ours", 752), ("theirs", 804), ("none", None)):
        flight = "the flight" if number is None else f"flight {number}"
        told = [f"Ida Moen did leave {flight} at the lighthouse."]
        made = entry(name, told, source=Source(name, name), title=name)
        catalogue.add([Entry(made.draft, made.sketch, ENCODER.encode(told))], encoder=ENCODER.key)
    found = [replace(each, belonging=0.9) for each in event(catalogue, asked.canonical, articles=6)]

    told_by = {each.coverage.article.source_id for each in sift(asked, vector, found, 50)}
    assert {"ours", "none"} <= told_by
    assert "theirs" not in told_by
    near = {each.article.source_id for each in on_event(asked, found)}
    assert {"ours", "none"} <= near
    assert "theirs" not in near


def test_a_word_that_no_article_near_holds_parts_none_from_the_event(catalogue: Catalogue) -> None:
    told = ["Ida Moen sold the lighthouse."]
    made = entry("told", told, source=Source("told", "Told"), title="lighthouse")
    catalogue.add([Entry(made.draft, made.sketch, ENCODER.encode(told))], encoder=ENCODER.key)

    def near(asked: str, belonging: float = 0.8) -> set[str]:
        found = [replace(each, belonging=belonging) for each in event(catalogue, asked, articles=4)]
        return {each.article.source_id for each in on_event(understand(asked), found)}

    assert "told" in near("Who paid for Ida Moen's extravagant funeral banquet?")
    assert "told" not in near("Who paid for Ida Moen's extravagant funeral banquet?", 0.65)
    # Whom it names an article must name.
    assert "told" not in near("Did Ida Moen meet Zorbo Kvisthenes?")
    # Who asks for nobody has said little of which event.
    assert "told" not in near("Who paid for the extravagant funeral banquet?")


@pytest.mark.parametrize(
    ("asked", "least"),
    [
        (ASKED, 0.7),
        ("Was the lighthouse sold on Friday?", 0.75),
        ("Was Norway's lighthouse sold?", 0.75),
    ],
)
def test_a_question_that_names_nobody_needs_an_article_more_like_the_event(
    catalogue: Catalogue, asked: str, least: float
) -> None:
    told = ["The lighthouse of Norway was sold on Friday, said Ida Moen."]
    made = entry("told", told, source=Source("told", "Told"), title="lighthouse")
    catalogue.add([Entry(made.draft, made.sketch, ENCODER.encode(told))], encoder=ENCODER.key)
    found = event(catalogue, asked, articles=4)

    def near(belonging: float) -> set[str]:
        like = [replace(each, belonging=belonging) for each in found]
        return {each.article.source_id for each in on_event(understand(asked), like)}

    assert "told" in near(least + 0.01)
    assert "told" not in near(least - 0.01)
