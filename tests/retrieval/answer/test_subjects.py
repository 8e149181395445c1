from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.anaphora import missing
from retrieval.answer.question import understand
from retrieval.answer.subjects import mentions, names, place_of


def _named(text: str) -> tuple[object, ...]:
    question = understand(text)
    return tuple(name.text for name in names(question, ()))


def _concerns(question: str, article: str, sentence: str) -> bool:
    understood = understand(question)
    start = article.index(sentence)
    span = (start, start + len(sentence))
    named = names(understood, ())
    before = article[: span[0]].rpartition("\n")[2]
    return missing(named, sentence, mentions(article[: span[1]]), before) is not None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Did Zelensky resign?", "President Volodymyr Zelenskyy spoke."),
        ("Did Sergei Lavrov resign?", "Lavrov spoke."),
        ("Did Russia withdraw?", "The Kremlin spoke."),
        ("Did the U.S. withdraw?", "American troops stayed."),
        ("Did Washington withdraw?", "The United States stayed."),
        ("Did Xi Jinping resign?", "Xi Jinping spoke."),
    ],
)
def test_a_name_is_found_under_its_other_spellings(name: str, text: str) -> None:
    question = understand(name)
    found = names(question, ())
    assert found
    assert all(mentions(text).speaks_of(each, fully=True) for each in found)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Did Xi Jinping resign?", "Vladimir Putin spoke in Beijing."),
        ("Did the World Cup start?", "The World Bank met."),
        ("Did the US withdraw?", "They told us to go."),
        ("Did Turkey withdraw?", "They ate turkey."),
    ],
)
def test_another_name_is_not_taken_for_it(name: str, text: str) -> None:
    question = understand(name)
    found = names(question, ())
    assert found
    assert not any(mentions(text).speaks_of(each, fully=True) for each in found)


def test_capitals_of_a_headline_are_no_names() -> None:
    assert _named("Did Minister Resign Over Budget Row?") == ()
    assert _named("Did Xi Jinping congratulate Trump?") == ("Xi Jinping", "Trump")


def test_the_texts_tell_names_where_capitals_do_not() -> None:
    texts = ["On Monday Macron welcomed the vote.", "The vote pleased Macron."]
    for typed in ("did macron welcome the vote?", "Did Macron Welcome French Budget Vote?"):
        found = names(understand(typed), texts)
        assert [name.text.casefold() for name in found] == ["macron"]


def test_months_are_no_names() -> None:
    assert _named("Did Macron resign in July?") == ("Macron",)


ARTICLE = (
    "President Emmanuel Macron spoke in Lyon. He said that he would not resign. "
    "Some ministers, including Bruno Le Maire, had already resigned. "
    "The president left early."
)


def test_a_pronoun_or_a_role_stands_for_who_came_before() -> None:
    assert _concerns("Will Macron resign?", ARTICLE, "He said that he would not resign.")
    assert _concerns("Did Macron leave?", ARTICLE, "The president left early.")


def test_a_sentence_on_others_is_not_about_him() -> None:
    sentence = "Some ministers, including Bruno Le Maire, had already resigned."
    assert not _concerns("Did Macron resign?", ARTICLE, sentence)


def test_a_pronoun_stands_for_who_was_named_in_its_own_paragraph() -> None:
    article = (
        "Angela Merkel spoke first.\n\nThen Emmanuel Macron rose. He congratulated the winner."
    )
    assert not _concerns("Did Merkel congratulate the winner?", article, article[-32:])
    assert _concerns("Did Macron congratulate the winner?", article, article[-32:])


def test_a_pronoun_cannot_stand_for_who_was_never_named() -> None:
    assert not _concerns("Did Scholz leave?", ARTICLE, "The president left early.")


def test_countries_have_one_number_under_all_their_names() -> None:
    assert place_of("Moscow") == place_of("russian") == place_of("Kremlin")
    assert place_of("Kyiv") == place_of("Kiev") != place_of("Moscow")
    assert place_of("Atlantis") is None


@given(st.text(max_size=200))
def test_any_text_has_its_mentions(text: str) -> None:
    found = mentions(text)
    assert all(isinstance(key, str) for key in found.keys)
