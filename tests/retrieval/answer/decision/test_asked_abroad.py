"""Whose words are asked for in five languages, and whether a sentence is another's."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from retrieval.answer.decision.asked import asked_for_words, asked_party
from retrieval.answer.question.question import understand

ALL = ("en", "de", "fr", "es", "ru", "uk")
# In each language the party's words, and somebody else's.
TOLD = {
    "de": ("„Der Turm war mir zu teuer“, sagte Ida Moen.", "„Er fehlt uns“, sagte Pal Berg."),
    "fr": ("« Il me coûtait trop », a dit Ida Moen.", "« Il nous manque », a dit Pal Berg."),
    "es": ("«Me salía caro», dijo Ida Moen.", "«Nos hace falta», dijo Pal Berg."),
    "ru": ("«Он был мне дорог», — сказала Ида Моэн.", "«Нам его жаль», — сказал Пал Берг."),
    "uk": ("«Він був задорогий», — сказала Іда Моен.", "«Нам його шкода», — сказав Пал Берг."),
}
ASKED = (
    ("was hat ida moen gesagt", True),
    ("Was hat Ida Moen zu dem Turm gesagt?", False),
    ("Was sagt Ida Moen über den Turm?", False),
    ("wie reagierte Ida Moen auf den Verkauf", False),
    ("Qu'a dit Ida Moen ?", True),
    ("qu'est-ce que Ida Moen a dit sur le phare", False),
    ("Que dit Ida Moen du phare ?", False),
    ("Comment a réagi Ida Moen ?", False),
    ("qué dijo Ida Moen", True),
    ("¿Qué ha dicho Ida Moen sobre el faro?", False),
    ("cómo reaccionó Ida Moen", False),
    ("что сказала Ида Моэн", True),
    ("Что Ида Моэн сказала о маяке?", False),
    ("как отреагировала Ида Моэн на продажу", False),
    ("що сказала Іда Моен", True),
    ("що каже Іда Моен про маяк", False),
)
NOBODY = (
    "Was hat die Polizei gesagt?",
    "Was hat er über den Turm gesagt?",
    "Was sagte der Mann?",
    "Que dit la police ?",
    "qué dice el alcalde de la venta",
    "что говорят в мэрии о маяке",
    "що кажуть у мерії про маяк",
    "Wer hat den Turm verkauft?",
    "Что купила Ида Моэн?",
)


def sentences(code: str) -> list[Any]:
    text = " ".join(TOLD[code])
    paragraph = SimpleNamespace(number=1, start=0, end=len(text))
    article = SimpleNamespace(id=code, text=text, title="1")
    coverage = SimpleNamespace(held=SimpleNamespace(article=article, paragraphs=(paragraph,)))
    return [
        SimpleNamespace(
            coverage=coverage,
            paragraph=1,
            start=(start := text.index(each)),
            end=start + len(each),
            text=each,
            text_before=None,
            language=code,
        )
        for each in TOLD[code]
    ]


@pytest.mark.parametrize(("text", "on_anything"), ASKED)
def test_who_is_to_be_heard_is_found_in_every_language(text: str, *, on_anything: bool) -> None:
    question = understand(text, ALL)
    found = asked_party(question)
    assert found is not None
    assert question.language != "en"
    assert (asked_for_words(question) is not None) is on_anything
    # Her words and another's, in the question's language and in every other one.
    told = [each for code in TOLD for each in sentences(code)]
    assert found.another_s(told) == [0, 1] * len(TOLD)


@pytest.mark.parametrize("text", [text for text, on_anything in ASKED if on_anything])
def test_nothing_but_words_is_answered_by_the_speaker(text: str) -> None:
    asked = asked_for_words(understand(text, ALL))
    assert asked is not None
    told = [each for code in TOLD for each in sentences(code)]
    assert asked.own(told) == [True, False] * len(TOLD)


@pytest.mark.parametrize("text", NOBODY)
def test_who_is_named_by_no_name_is_nobody(text: str) -> None:
    assert asked_party(understand(text, ALL)) is None


def test_who_is_written_small_is_no_person() -> None:
    found = asked_party(understand("що каже сестра Моен про маяк", ALL))
    assert found is not None
    told = sentences("uk")
    told[1].text = "«Нам шкода», — каже сестра, та сестра мовчить."
    assert found.another_s(told) == [0, 0]
