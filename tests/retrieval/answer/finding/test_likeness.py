"""In a library of several languages a question keeps to one event."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from retrieval.answer.finding.event import Coverage, gather
from retrieval.answer.finding.likeness import BELONGS_UNVOUCHED, Near, likely
from retrieval.answer.finding.sift import sift
from retrieval.answer.names.named_abroad import keys_abroad
from retrieval.answer.names.wording import weigh
from retrieval.answer.question.question import understand
from retrieval.index.numpy_index import NumpyIndex
from retrieval.model import Filter, Source
from retrieval.store.catalogue import Catalogue
from retrieval.store.records import Entry
from tests.retrieval.answer.bags import DIMENSIONS, Bags
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ALL = ("en", "de", "fr", "es", "ru", "uk")
ENCODER = Bags()
# Each event in two languages, with the words that reports of one share, names of ships among them.
ARTICLES = {
    "ferry-de": ("de", "Auf der Fähre „Ulrike“ hatte der Maat Wache. Sturm Kollision Nebel Hafen."),
    "ferry-fr": ("fr", "Le second du ferry « Ulrike » dormait. Sturm Kollision Nebel Hafen."),
    "ferry-es": ("es", "Nadie vio el barco. Maat Nacht Sturm Kollision Nebel Hafen Ulrike."),
    "bank-de": ("de", "Die Bank in Lund ist geschlossen. Kredit Zinsen Filiale Kasse."),
    "bank-fr": ("fr", "La banque de Lund est fermée. Kredit Zinsen Filiale Kasse."),
    "bank-en": ("en", "The bank of Lund is shut. Kredit Zinsen Filiale Kasse."),
}


@pytest.fixture
def event(tmp_path: Path) -> Iterator[list[Coverage]]:
    with Catalogue.open(tmp_path / "catalogue") as catalogue:
        for name, (code, text) in ARTICLES.items():
            made = entry(name, [text], source=Source(name, name), title=name, language=code)
            entries = [Entry(made.draft, made.sketch, ENCODER.encode([text]))]
            catalogue.add(entries, encoder=ENCODER.key)
        index = NumpyIndex(DIMENSIONS)
        ids, vectors = catalogue.vectors(ENCODER.key)
        index.add(ids, vectors.reshape(-1, DIMENSIONS))
        asked = "Fähre Wache"
        yield gather(
            understand(asked, ALL),
            ENCODER.encode([asked], query=True)[0],
            catalogue=catalogue,
            encoder=ENCODER,
            index=index,
            where=Filter(),
            among=None,
            articles=len(ARTICLES),
            languages=ALL,
        )


def heard(asked: str, event: list[Coverage]) -> set[str]:
    vector = ENCODER.encode([asked], query=True)[0]
    found = sift(understand(asked, ALL), vector, event, 50, ALL)
    return {each.coverage.held.article.id for each in found}


def test_where_nobody_is_named_the_words_in_its_own_language_say_what_the_event_is(
    event: list[Coverage],
) -> None:
    found = heard("Wer hatte Wache auf der Fähre?", event)
    assert {"ferry-de", "ferry-fr"} <= found
    assert not {"bank-de", "bank-fr", "bank-en"} & found


def test_where_somebody_is_named_who_is_not_is_like_those_who_are(event: list[Coverage]) -> None:
    found = heard("Wer hatte auf der Ulrike Wache?", event)
    assert {"ferry-de", "ferry-fr"} <= found
    assert not {"bank-de", "bank-fr", "bank-en"} & found


def test_an_english_question_is_read_as_before(event: list[Coverage]) -> None:
    assert "bank-en" in heard("Was the bank shut?", event)


def _near(at: Coverage, text: str, code: str) -> Near:
    wording = weigh(understand("Was stand auf der Fähre?", ALL), [text], [code]).abroad()
    return Near(at, wording, keys_abroad(text, code), abroad=True, language=code)


def test_without_a_word_to_go_by_an_article_must_be_very_like_those_near(
    event: list[Coverage],
) -> None:
    near = [_near(each, "La banque est fermée.", "fr") for each in event]
    belongs = np.asarray([each.belonging for each in event])
    assert likely(near) == (belongs >= BELONGS_UNVOUCHED).tolist()
    assert any(likely(near))


def test_a_word_that_no_article_holds_speaks_against_none(event: list[Coverage]) -> None:
    found = heard(
        "Wer hatte Wache auf der zerschrammten, verbeulten, rostigen, lecken, uralten Fähre?", event
    )
    assert "ferry-de" in found
    assert not {"bank-de", "bank-fr", "bank-en"} & found


def _vouching(at: Coverage, code: str, *, holds: bool) -> Near:
    text = "Auf der Fähre war Wache." if holds else "Kredit."
    wording = weigh(understand("Wer hatte Wache auf der Fähre?", ALL), [text], ["de"])
    return Near(at, wording, wording.keys_of(text, "de"), abroad=code != "de", language=code)


def test_what_holds_the_words_of_another_event_is_not_on_it(event: list[Coverage]) -> None:
    by_name = {each.held.article.id: each for each in event}
    near = [_vouching(by_name[name], "de", holds=True) for name in ("ferry-de", "bank-de")]
    assert likely(near) == [True, False]


def test_of_each_language_those_are_kept_that_are_about_as_like_as_the_likest(
    event: list[Coverage],
) -> None:
    by_name = {each.held.article.id: each for each in event}
    names = ("ferry-de", "ferry-fr", "bank-fr", "bank-en")
    near = [_vouching(by_name[name], name[-2:], holds=name == "ferry-de") for name in names]
    assert likely(near) == [True, True, False, False]


def test_who_names_nobody_and_is_near_to_nothing_hears_nothing(event: list[Coverage]) -> None:
    by_name = {each.held.article.id: each for each in event}
    far = [replace(by_name[name], score=0.2) for name in ("ferry-de", "ferry-fr")]
    near = [_vouching(each, each.held.article.language or "", holds=True) for each in far]
    assert likely(near) == [False, False]


def test_of_what_names_whom_the_question_names_the_likest_of_a_language_stays(
    event: list[Coverage],
) -> None:
    by_name = {each.held.article.id: each for each in event}
    # The event is what the bank's articles tell.
    for name in ("ferry-es", "ferry-de"):
        by_name[name] = replace(by_name[name], score=0.01)
    asked = understand("La banque de Lund est-elle fermée ?", ALL)

    def named(name: str, text: str) -> Near:
        code = name[-2:]
        own = weigh(asked, [text], [code])
        if code == "fr":
            return Near(by_name[name], own, own.keys_of(text, code), abroad=False, language=code)
        keys = keys_abroad(text, code)
        return Near(by_name[name], own.abroad(), keys, abroad=True, language=code)

    near = [
        named("bank-fr", ARTICLES["bank-fr"][1]),
        # Two are unlike it by this encoder: one has its language to itself, and one has not.
        named("ferry-es", "El banco de Lund está cerrado."),
        named("bank-de", "Die Bank in Lund ist geschlossen."),
        named("ferry-de", "Die Bank in Lund ist geschlossen."),
    ]
    assert [each.names for each in near] == [True] * 4
    assert likely(near) == [True, True, True, False]
