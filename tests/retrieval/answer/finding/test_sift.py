"""The sentences of an event that are worth judging, nearest first."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from retrieval.answer.finding.sift import sift
from retrieval.answer.question.question import understand
from retrieval.model import Source
from retrieval.store.records import Entry
from tests.retrieval.answer.finding.lighthouse import (
    ASKED,
    ENCODER,
    NORTH,
    event,
    sifted,
    texts,
)
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.finding.event import Coverage
    from retrieval.store.catalogue import Catalogue

TOLD_ABROAD = ("Ида Моен продала маяк, сообщила мэрия.", "Цену в 2019 году никто не назвал.")


def test_a_copy_has_the_sentences_that_are_its_own(catalogue: Catalogue) -> None:
    start = catalogue.article("denied").text.index("Its lamp")
    catalogue.refer("denied", "sold", [(start, start + len("Its lamp still burns."))], 1)

    assert {each.coverage.held.article.id for each in sifted(catalogue)} == {"sold", "denied"}
    (own,) = [each for each in sifted(catalogue) if each.coverage.held.article.id == "denied"]
    assert (own.text, own.text_before) == (
        "Its lamp still burns.",
        "The lighthouse was not sold, said Moen.",
    )


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
