"""Lexical search: words find paragraphs, and nothing in a question is read as syntax."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.answer.finding.search import stems
from retrieval.answer.question.question import understand
from retrieval.store.catalogue import Catalogue
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXTS = (
    "Putin congratulated Trump on his victory.",
    'He said "no" AND would NOT say more.',
    "The café in Zürich reopened: prices OR* rose.",
    "A null\0byte, a line\u2028separator and 🙂 stand here.",
)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    filler = [f"Report {number} on the harbour and its ships." for number in range(60)]
    with Catalogue.open(tmp_path_factory.mktemp("words")) as opened:
        opened.add([entry("a1", TEXTS), entry("a2", filler, title="Sailing")], encoder="e")
        yield opened


def _found(held: Catalogue, *terms: str) -> list[str]:
    ids = [each for each, _ in held.words(terms, 5)]
    return [each.text for each in held.locate(ids)]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("congratulate", TEXTS[0]),
        ("CONGRATULATING", TEXTS[0]),
        ("cafe", TEXTS[2]),
        ("ZURICH", TEXTS[2]),
        ('"no"', TEXTS[1]),
        ("NOT", TEXTS[1]),
        ("OR*", TEXTS[2]),
        ("byte", TEXTS[3]),
        ("a null\0byte", TEXTS[3]),
    ],
)
def test_a_word_is_found_in_its_other_forms(held: Catalogue, term: str, text: str) -> None:
    assert _found(held, term)[0] == text


def test_titles_count_less_than_the_paragraphs_own_words(held: Catalogue) -> None:
    assert len(held.words(["sailing"], 100)) == 60
    scores = dict(held.words(["sailing", "report"], 100))
    only_title = dict(held.words(["sailing"], 100))
    assert all(scores[each] > only_title[each] for each in only_title)


@pytest.mark.parametrize(
    "terms",
    [
        ["putin OR harbour"],
        ["NEAR(putin harbour)"],
        ["text: putin"],
        ['putin" OR "harbour'],
        ["put*"],
        ["", " ", "\0", '"', '"""', "()", "*"],
    ],
)
def test_syntax_in_a_term_is_only_words(held: Catalogue, terms: list[str]) -> None:
    assert held.words(terms, 100) == []


def test_an_empty_question_finds_nothing(held: Catalogue) -> None:
    assert held.words([], 5) == []
    assert held.words(["harbour"], 0) == []


@settings(deadline=None)
@given(st.lists(st.text() | st.text(alphabet='"*()^-+:{}AND OR NEAR\0\ud800')))
def test_no_terms_ever_raise(held: Catalogue, terms: list[str]) -> None:
    assert all(score > 0 for _, score in held.words(terms, 3))


def test_a_question_of_ten_thousand_words_is_answered(held: Catalogue) -> None:
    terms = [f"word{number}" for number in range(10_000)] + ["congratulate"]
    assert len(held.words(terms, 5)) == 1


@settings(deadline=None)
@given(st.sets(st.integers(0, 80)), st.integers(0, 20))
def test_among_gives_the_best_k_of_those_that_match(
    held: Catalogue, among: set[int], k: int
) -> None:
    everything = held.words(["harbour", "putin", "no"], 1000)
    found = held.words(["harbour", "putin", "no"], k, np.array(sorted(among), dtype=np.int64))
    assert found == [row for row in everything if row[0] in among][:k]


def test_the_best_come_first(held: Catalogue) -> None:
    scores = [score for _, score in held.words(["harbour", "report", "7"], 100)]
    assert scores == sorted(scores, reverse=True)
    assert _found(held, "harbour", "report", "7")[0].startswith("Report 7 ")


INFLECTED = (
    "В порту горел маяк, сообщили спасатели.",
    "Рыбаки видели огонь маяка за милю.",
    "Die Präsidentinnen der Länder trafen sich.",
    "Élections : les candidates sont élues.",
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Сгорели ли маяки в порту?", {0, 1}),
        ("Traf sich die Präsidentin?", {2}),
        ("L'élection a-t-elle eu lieu ?", {3}),
        ("ВИДЕЛ ЛИ РЫБАК ОГОНЬ?", {1}),
    ],
)
def test_words_of_other_languages_are_found_in_their_other_forms(
    tmp_path: Path, asked: str, found: set[int]
) -> None:
    question = understand(asked, ["*"])
    with Catalogue.open(tmp_path / "inflected") as opened:
        opened.add([entry("a1", INFLECTED)], encoder="e")
        rows = opened.words(question.terms, 9, stems=stems(question))
        texts = [each.text for each in opened.locate([row for row, _ in rows])]
    assert set(texts) == {INFLECTED[at] for at in found}


def test_a_stem_is_no_query_syntax(held: Catalogue) -> None:
    assert held.words([], 5, stems=['"', "* xyz", "\0", "NEAR(xyz", "text:congratul"]) == []
    assert held.words([], 5, stems=["congratul"])
