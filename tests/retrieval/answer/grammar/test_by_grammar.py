"""What answers a question by its grammar."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np

from retrieval.answer.decision.decide import Weights
from retrieval.answer.grammar.by_grammar import (
    by_name,
    party_sides,
    telling,
    told_facts,
    told_things,
)
from retrieval.answer.question.question import understand
from retrieval.models.stance import BESIDE, REFUTES, SUPPORTS

WEIGHTS = Weights(np.zeros((0, 0)), np.zeros(0), first=0.3, second=0.5, covered=0.4, against=0.0)


def _sentences(*texts: str, article: str = "") -> list[Any]:
    held = SimpleNamespace(id="1", title="", text=article or " ".join(texts))
    held.source = SimpleNamespace(id="north")
    coverage = SimpleNamespace(held=SimpleNamespace(article=held))
    return [
        SimpleNamespace(text=each, text_before=None, coverage=coverage, language="en")
        for each in texts
    ]


def _unsure(told: list[Any]) -> np.ndarray:
    return np.asarray([(0.1, 0, 0, 0.9)] * len(told), dtype=np.float32)


def test_where_sentences_tell_a_fact_they_alone_answer() -> None:
    told = _sentences("Ida Moen left.", "Moen, 47, left.", "Odd Lund, 50, left.")
    kept, rows, weights = told_facts(
        understand("How old is Ida Moen?"), told, _unsure(told), WEIGHTS
    )
    assert kept == [told[1]]
    assert len(rows) == 1
    assert (weights.first, weights.covered) == (0.0, 0.0)


def test_where_none_does_only_what_is_near_the_name_may() -> None:
    told = _sentences("Ida Moen left.", "Odd Lund is old.")
    kept, rows, weights = told_facts(
        understand("How old is Ida Moen?"), told, _unsure(told), WEIGHTS
    )
    assert (kept, len(rows), weights) == ([told[0]], 1, WEIGHTS)


def test_an_article_that_never_names_the_person_in_full_tells_nothing() -> None:
    told = _sentences("Moen, 47, left.", article="Odd Moen came. Moen, 47, left.")
    asked = understand("How old is Ida Moen?")
    assert told_facts(asked, told, _unsure(told), WEIGHTS)[0] == []


def test_other_questions_are_left_to_the_judge() -> None:
    told = _sentences("Moen, 47, left.")
    asked, decided = understand("Why did Ida Moen leave?"), _unsure(told)
    assert told_facts(asked, told, decided, WEIGHTS) == (told, decided, WEIGHTS)
    assert party_sides(asked, told, decided) is decided
    assert by_name(asked) is asked
    assert not telling(asked)("Moen, 47, left.")


def test_a_party_takes_a_side() -> None:
    told = _sentences("Ida Moen (R-Vale) left.", "Odd Lund (D-Vale) left.", "Moen said no.")
    for asked, side in (("Is Ida Moen a Republican?", SUPPORTS), ("Is Moen a Democrat?", REFUTES)):
        rows = party_sides(understand(asked), told, _unsure(told))
        assert rows.argmax(axis=1).tolist() == [side, BESIDE, BESIDE]
        # What the judge made of another sentence on the person stays.
        assert rows[2].tolist() == _unsure(told)[2].tolist()


def test_a_party_is_no_word_that_an_article_has_to_hold() -> None:
    assert by_name(understand("Is Ida Moen a Republican?")).terms == ("ida", "moen")
    assert telling(understand("Is Ida Moen a Republican?"))("Sen. Ida Moen (D-Vale) left.")


def test_the_fullest_sentences_on_a_thing_answer() -> None:
    told = _sentences(
        "The Trust left.", "He left the Trust, which trains pilots.", "The group Trust left."
    )
    answered = told_things(understand("What is the Trust?"), told, _unsure(told), WEIGHTS)
    assert answered is not None
    question, kept, rows, weights = answered
    assert (question.asks, kept, len(rows), weights.covered) == (None, [told[1]], 1, 0.0)


def test_where_nothing_says_what_it_is_the_judge_has_to_be_sure() -> None:
    told = _sentences("The Trust left.", "Odd Lund left.")
    asked = understand("What is the Trust?")
    answered = told_things(asked, told, _unsure(told), WEIGHTS)
    assert answered is not None
    question, kept, _, weights = answered
    assert (question, kept, weights.covered > WEIGHTS.covered) == (asked, [told[0]], True)
    assert told_things(understand("Who left the Trust?"), told, _unsure(told), WEIGHTS) is None


def test_what_happened_is_told_by_verbs_where_any_does() -> None:
    told = _sentences("They spoke of Ida Moen's arrest.", "Moen was arrested.", "Moen sailed.")
    asked = understand("What happened to Ida Moen?")
    assert told_facts(asked, told, _unsure(told), WEIGHTS)[0] == [told[1]]
    assert told_facts(asked, told[::2], _unsure(told[::2]), WEIGHTS)[0] == [told[0]]


def test_what_nothing_names_is_left_to_the_judge() -> None:
    told = _sentences("The ferry sank.", "Odd Lund left.")
    for asked in ("What happened to pier seven?", "How old is Ida Moen?"):
        assert told_facts(understand(asked), told, _unsure(told), WEIGHTS)[0] == told
    decided = _unsure(told)
    assert party_sides(understand("Is Ida Moen a Democrat?"), told, decided) is decided


def test_what_is_told_in_other_languages_is_the_judges() -> None:
    told = _sentences("Ida Moen, 47, left.", "Ида Муэн родилась в Вале.", "Ida Moen left.")
    told[1].language = "ru"
    decided = np.asarray([(0.1, 0, 0, 0.9), (0.9, 0, 0, 0.1), (0.9, 0, 0, 0.1)], dtype=np.float32)
    assert told_facts(understand("How old is Ida Moen?"), told, decided, WEIGHTS)[0] == told[:2]
    asked = understand("Is Ida Moen a Democrat?")
    assert party_sides(asked, told, decided)[1].tolist() == decided[1].tolist()
