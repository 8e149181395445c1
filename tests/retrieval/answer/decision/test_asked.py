"""Whose words a question asks for, and whether a sentence is another's."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from retrieval.answer.decision.asked import asked_for_words, asked_party
from retrieval.answer.question.question import understand

if TYPE_CHECKING:
    from retrieval.answer.decision.asked import Asked

ARTICLE = (
    "Ida Moen sold the lighthouse on Friday. “It was too dear to keep,” she said. "
    "“She sold it too soon,” the mayor, Pal Berg, told reporters. "
    "Moen was right to sell, Berg added. It rained on the island all day. Nobody came."
)
SENTENCES = (
    "Ida Moen sold the lighthouse on Friday.",
    "“It was too dear to keep,” she said.",
    "“She sold it too soon,” the mayor, Pal Berg, told reporters.",
    "Moen was right to sell, Berg added.",
    "It rained on the island all day.",
    "Nobody came.",
)


def sentences() -> list[Any]:
    paragraph = SimpleNamespace(number=1, start=0, end=len(ARTICLE))
    article = SimpleNamespace(id="a", text=ARTICLE, title="Lighthouse sold")
    coverage = SimpleNamespace(held=SimpleNamespace(article=article, paragraphs=(paragraph,)))
    found: list[Any] = []
    for text in SENTENCES:
        start = ARTICLE.index(text)
        found.append(
            SimpleNamespace(
                coverage=coverage,
                paragraph=1,
                start=start,
                end=start + len(text),
                text=text,
                text_before=found[-1].text if found else None,
                language="en",
            )
        )
    return found


def party(question: str) -> Asked | None:
    return asked_party(understand(question, ("en", "de")))


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("What did Ida Moen say about the lighthouse?", "moen"),
        ("what did ida moen say about the lighthouse", "moen"),
        ("How did the island's council react to the sale?", "council"),
        ("Has Moen ever denied that she sold it?", "moen"),
        ("Are neighbours warning the council not to sell?", "neighbour"),
        ("Why does Ida Moen want the lamp back?", "moen"),
    ],
)
def test_whoever_is_asked_for_what_he_says_is_found(question: str, key: str) -> None:
    found = party(question)
    assert found is not None
    assert key in found.keys


def test_the_words_of_another_of_the_name_are_anothers() -> None:
    found = party("What did Ruth Berg say about the lighthouse?")
    own = party("What did Carl Berg say about the lighthouse?")
    assert found is not None
    assert own is not None
    told = sentences()
    article = told[0].coverage.held.article
    article.text = article.text.replace("Pal Berg", "Carl Berg")
    told[2].text = told[2].text.replace("Pal Berg", "Carl Berg")
    for each in told[2:]:
        each.start, each.end = each.start + (each is not told[2]), each.end + 1
    assert found.another_s(told)[2] == 1.0
    assert own.another_s(told)[2] == 0.0


@pytest.mark.parametrize(
    "question",
    [
        "Did Ida Moen sell the lighthouse?",
        "When did Berg find out about Moen's call with the council?",
        "Did anyone say why it was sold?",
        "What did he say about the lighthouse?",
        "Was money offered to accuse the mayor?",
        "What did the man who sold it tell the court?",
        "Is the new demand for the lighthouse high?",
        "Who sold the lighthouse?",
        "Was sagte der Bürgermeister über den Leuchtturm?",
    ],
)
def test_other_questions_ask_for_nobody(question: str) -> None:
    assert party(question) is None


def test_a_sentence_may_be_another_s() -> None:
    found = party("What did Ida Moen say about the lighthouse?")
    assert found is not None
    # Named; quoted; another's after her words; another's who names her; after that; nobody's.
    assert found.another_s(sentences()) == [0, 0, 1, 0.5, 0, 1]


def test_a_son_of_the_name_is_another() -> None:
    told = sentences()
    told[4].text, told[4].text_before = "Pal Berg Jr. was silent.", None
    father, son = party("What did Pal Berg say?"), party("What did Pal Berg Jr. say?")
    assert father is not None
    assert son is not None
    assert (father.another_s(told)[4], son.another_s(told)[4]) == (1, 0)


@pytest.mark.parametrize(
    "question",
    [
        "How did Norway react to the sale?",
        "What did the council say about the sale?",
        "How did MSNBC react to the sale?",
    ],
)
def test_others_speak_for_who_is_no_person(question: str) -> None:
    found = party(question)
    assert found is not None
    told = sentences()
    told[4].text = "MSNBC and the island's council were silent."
    assert set(found.another_s(told)) == {0.0}


@pytest.mark.parametrize(
    "question",
    [
        "What did Ida Moen say?",
        "what did ida moen say",
        "What has Ida Moen already said?",
        "What is Ida Moen now saying?",
        "What did Ida Moen write?",
    ],
)
def test_nothing_but_somebody_s_words_is_asked_for(question: str) -> None:
    asked = asked_for_words(understand(question, ("en", "de")))
    assert asked is not None
    assert asked.own(sentences()) == [False, True, False, False, False, False]


@pytest.mark.parametrize(
    "question",
    [
        "What did Ida Moen say about the lighthouse?",
        "What did Ida Moen deny?",
        "How did Ida Moen react?",
        "Why did Ida Moen write?",
        "Did Ida Moen say so?",
        "What did Ida Moen say that Pal Berg said?",
        "What was Ida Moen told?",
        "What is Ida Moen saying now?",
        "Was sagte Ida Moen über den Leuchtturm?",
    ],
)
def test_a_question_on_a_matter_asks_for_more_than_words(question: str) -> None:
    assert asked_for_words(understand(question, ("en", "de"))) is None


@pytest.mark.parametrize(
    ("question", "own"),
    [
        ("What did Pal Berg say?", [2, 3]),
        ("What did Berg say?", [2, 3]),
        # Another of that name, somebody who is only named, a place, and no single person.
        ("What did Odd Berg say?", []),
        ("What did Kari Moen say?", []),
        ("What did Oda Lund say?", []),
        ("What did Norway say?", []),
        ("What did the mayor say?", []),
    ],
)
def test_words_are_somebody_s_by_their_speaker(question: str, own: list[int]) -> None:
    asked = asked_for_words(understand(question))
    found = asked.own(sentences()) if asked is not None else []
    assert [at for at, is_own in enumerate(found) if is_own] == own
