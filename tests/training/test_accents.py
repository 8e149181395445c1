"""Which words stand for what is typed without accents, by how often they are written."""

from __future__ import annotations

from collections import Counter

import pytest

from retrieval.answer.language.accents import FILE, LANGUAGES
from training.accents import OUT, accented, table


def test_what_nobody_writes_without_accents_always_has_them() -> None:
    assert accented(Counter({"été": 4, "mère": 2, "une": 9}), "fr")["always"] == ["mère", "été"]


def test_what_came_once_and_what_is_a_name_have_none() -> None:
    assert accented(Counter({"mère": 1, "Rosières": 9}), "fr")["always"] == []
    counts = Counter({"Brücke": 3, "Müllner": 3})
    assert accented(counts, "de", {"müllner"})["always"] == ["brücke"]


def test_a_word_that_is_one_without_accents_waits_for_its_neighbours() -> None:
    counts = Counter({"condamne": 5, "condamné": 5, "pagó": 30, "pago": 3, "aviso": 9, "avisó": 9})
    assert accented(counts, "fr")["behind"] == ["condamné"]
    spanish = accented(counts, "es")
    assert spanish["unless"] == ["pagó"]
    assert "avisó" not in spanish["always"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_part_of_the_file_has_all_its_words(code: str) -> None:
    made = table(code, {"always": ["été", "mère"], "mostly": [], "behind": [], "unless": []})
    assert made.startswith(f"[{code}]\nalways = ")
    assert "été mère" in made


def test_the_file_is_the_one_that_an_answer_reads() -> None:
    assert OUT.name == FILE
    assert OUT.is_file()
