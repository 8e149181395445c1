"""What is told of a matter in several languages, where nothing more is asked."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from retrieval.answer.decision.decide import Weights
from retrieval.answer.grammar.on_matter_abroad import told_of_matter
from retrieval.answer.question.question import understand

ALL = ("en", "de", "fr", "es", "ru", "uk")
WEIGHTS = Weights(np.zeros((0, 0)), np.zeros(0), first=0.3, second=0.5, covered=0.4, against=0.0)
DE = (
    "de",
    "Der Streik der Lotsen von Svartnes",
    "Der Hafen von Svartnes ist zu.",
    "Der Streik der Lotsen begann am Montag.",
    "Viele sind müde.",
    "Im Streik der Lotsen von Svartnes ging es um Geld.",
    "Ein Streik in Linden endete im Mai.",
)
RU = (
    "ru",
    "Порт стоит",
    "Лоцманы порта Свартнес бастуют.",
    "Они устали.",
    "В городе тихо.",
    "В Свартнесе ждут.",
    "Погода хорошая.",
)
OTHER = ("ru", "Маяк", "Маяк в Линдене продан.", "Мэр пел.", "Он рад.", "О Свартнесе он молчал.")


def sentences(*articles: tuple[str, ...], belonging: float = 0.7) -> list[Any]:
    """The sentences of articles, each a language, a title and paragraphs of one sentence."""
    found = []
    for number, (language, title, *texts) in enumerate(articles):
        starts = np.cumsum([0, *(len(text) + 1 for text in texts)]).tolist()
        paragraphs = [
            SimpleNamespace(number=at, start=start, end=start + len(text))
            for at, (text, start) in enumerate(zip(texts, starts, strict=False), 1)
        ]
        article = SimpleNamespace(
            id=str(number), title=title, text="\n".join(texts), language=language
        )
        held = SimpleNamespace(article=article, paragraphs=paragraphs)
        coverage = SimpleNamespace(held=held, belonging=belonging, texts=[title, *texts])
        found += [
            SimpleNamespace(
                text=text, paragraph=at, start=start, coverage=coverage, language=language
            )
            for at, (text, start) in enumerate(zip(texts, starts, strict=False), 1)
        ]
    return found


def told(asked: str, given: list[Any], likely: float = 0.06) -> list[str]:
    """The sentences that are shown, where the judge knows none of them for an answer."""
    decided = np.asarray([(likely, 0, 0, 1 - likely)] * len(given), dtype=np.float32)
    kept, rows, weights = told_of_matter(understand(asked, ALL), given, decided, WEIGHTS)
    assert len(kept) == len(rows)
    return [each.text for each in kept] if weights.covered <= 0.1 else []


@pytest.mark.parametrize(
    "asked",
    ["Neues zum Streik der Lotsen von Svartnes", "Was ist über den Streik in Svartnes bekannt?"],
)
def test_articles_that_open_with_the_matter_or_with_its_names_answer(asked: str) -> None:
    found = told(asked, sentences(DE, RU, OTHER))
    assert DE[5] in found
    assert DE[4] not in found
    # In another language by the name, whatever its script and case.
    assert RU[2] in found
    assert RU[5] in found
    assert not set(found).intersection((*OTHER, RU[3], RU[6]))


def test_in_another_language_it_has_to_belong_and_may_not_be_beside_it_all() -> None:
    asked = "Neues zum Streik der Lotsen von Svartnes"
    assert not set(told(asked, sentences(DE, RU, belonging=0.45))).intersection(RU)
    assert not set(told(asked, sentences(DE, RU), likely=0.005)).intersection(RU)


def test_english_questions_get_what_other_languages_tell() -> None:
    english = ("en", "Svartnes pilots", "The strike in Svartnes goes on.", "It rains.")
    found = told("latest on the Svartnes strike", sentences(english, RU))
    assert found == [english[2], RU[2], RU[5]]
    assert told("latest on the Svartnes strike", sentences(english)) == [english[2]]


def test_slavic_cases_are_one_noun() -> None:
    given = sentences((*RU[:1], "Дворец", "Ледовый дворец открыт.", "Он рад."))
    assert told("Что известно о ледовом дворце?", given) == ["Ледовый дворец открыт."]


@pytest.mark.parametrize("asked", ["Neues zur Oper in Linden", "Wurde der Streik beendet?"])
def test_what_nothing_names_and_what_asks_for_more_stays_as_it_is(asked: str) -> None:
    assert told(asked, sentences(DE, RU)) == []


def test_without_sentences_there_are_none() -> None:
    assert told("Neues zum Streik", []) == []
