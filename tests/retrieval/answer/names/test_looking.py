"""Which of a question's keys texts hold."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from string import ascii_letters, digits

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from retrieval.answer.language.countries import rows
from retrieval.answer.language.languages import stem_in, stopwords_of
from retrieval.answer.language.lexicon import STOPWORDS, words
from retrieval.answer.names.looking import LookedFor
from retrieval.answer.names.subjects import fold, places_in
from retrieval.answer.names.wording import keys_of_term

VOCABULARY = ("Macron", "tunnel", "tunnels", "US", "us", "the", "Russia's", "closed", "Kyiv", "9")
TEXTS = st.lists(st.sampled_from(VOCABULARY), max_size=12).map(" ".join) | st.text(max_size=30)
KEYS = frozenset(
    {"macron", "tunnel", "us", "close", "place:1", *(fold(each) for each in VOCABULARY)}
)


def every_key(text: str, language: str) -> set[str]:
    """What `LookedFor` says is held, without looking for anything: of each word, one by one."""
    empty = STOPWORDS if language == "en" else stopwords_of(language)
    named = [word for word in words(text) if word.lower() not in empty or word == "US"]
    stems, folded = {stem_in(language, word) for word in named}, {fold(word) for word in named}
    return stems | folded | {f"place:{place}" for place in places_in(text, language)}


@given(st.lists(TEXTS, max_size=5), st.sampled_from(["en", "de", "uk"]))
def test_a_text_holds_what_all_its_words_have_of_the_keys(texts: list[str], language: str) -> None:
    places = {f"place:{each}" for text in texts for each in places_in(text, language)}
    keys = KEYS | places
    looked_for = LookedFor(keys)

    for text in texts:
        assert looked_for.held(text, language) == every_key(text, language) & keys


@given(st.text(alphabet=ascii_letters + digits, min_size=1, max_size=9))
@example("tszar")
@example("Czernin")
@example("yovich")
@example("xi")
@example("dying")
@example("Jezioro")
@example("Gorbachyov")
@example("Aleksander")
@example("Vyorstka")
def test_no_word_is_passed_over_for_its_letters(word: str) -> None:
    keys = frozenset(every_key(word, "en"))

    assert LookedFor(keys).held(word) == keys


@given(st.sampled_from(sorted(name for row in rows() for name in row)), TEXTS)
def test_a_country_is_heard_under_every_name(name: str, text: str) -> None:
    said = f"{text} {name}"
    keys = frozenset(f"place:{each}" for each in places_in(said))

    assert keys
    assert LookedFor(keys).held(said) == keys


@given(st.lists(TEXTS, max_size=5))
def test_keys_are_counted_by_texts_and_stems_by_words_behind_the_first(texts: list[str]) -> None:
    looked_for = LookedFor(KEYS)
    counts, capital, lower = looked_for.counted([(text, "en") for text in texts])

    within = [word for text in texts for word in words(text)[1:]]
    for key in KEYS:
        assert counts[key] == sum(key in every_key(text, "en") for text in texts)
        same = [word for word in within if stem_in("en", word) == key]
        assert capital[key] == sum(word[:1].isupper() for word in same)
        assert lower[key] == sum(not word[:1].isupper() for word in same)


def test_capitals_of_german_texts_are_not_counted() -> None:
    counts, capital, lower = LookedFor(KEYS).counted([("Der Tunnel, der Tunnel", "de")])

    assert counts["tunnel"] == 1
    assert not capital
    assert not lower


def test_the_same_keys_are_looked_up_once() -> None:
    assert LookedFor.of(KEYS) is LookedFor.of(frozenset(KEYS))
    assert LookedFor.of(KEYS) is not LookedFor.of(KEYS - {"tunnel"})


@pytest.mark.parametrize("language", ["en", "ru"])
def test_threads_may_stem_at_the_same_time(language: str) -> None:
    ends = ("ing", "ation", "ness", "ыми", "ование")
    some = [
        f"{letters}{end}"
        for letters in re.findall("...", "abcdefghijklmnopqr" * 40)
        for end in ends
    ]
    alone = [stem_in(language, word) for word in some]

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: [stem_in(language, word) for word in some], range(12)))

    assert all(each == alone for each in found)


def test_words_met_for_one_question_are_found_for_another() -> None:
    before, text = LookedFor(frozenset({"zanzib"})), "The Zanzibarians left Zanzibar for Quito."
    assert LookedFor(frozenset({"quito"})).held(text) == {"quito"}

    after = LookedFor(frozenset({"zanzibar"}))
    for looked_for in (before, after):
        for _ in range(2):
            assert looked_for.held(text) == every_key(text, "en") & looked_for._keys


def test_threads_may_meet_words_at_the_same_time() -> None:
    texts = [f"Quay{at % 97} and tunnels, {at} Macron{at % 53}s." for at in range(400)]
    keys = frozenset(key for text in texts[::7] for key in every_key(text, "en"))
    every = [LookedFor(keys) for _ in range(3)]

    with ThreadPoolExecutor(6) as pool:
        found = list(
            pool.map(
                lambda given: (given[1], every[given[0] % 3].held(given[1])), enumerate(texts * 3)
            )
        )

    assert all(held == every_key(text, "en") & keys for text, held in found)


def test_a_german_word_is_held_by_those_made_of_it() -> None:
    looked_for = LookedFor(frozenset({"geland", "flughaf", "hafen", "brand", "hall"}))

    assert looked_for.held("Die Maschine war notgelandet.", "de") == {"geland"}
    assert looked_for.held("Der Flughafenchef schwieg.", "de") == {"flughaf"}
    # By chance, or too little of a word.
    assert looked_for.held("In Brandenburg steht eine Eishalle.", "de") == frozenset()
    assert looked_for.held("The airport of Brandenburg, notgelandet.", "en") == frozenset()


def test_a_french_word_is_held_behind_what_hangs_on_it() -> None:
    looked_for = LookedFor(frozenset({"agvok", "il", "ue"}))

    assert looked_for.held("Le canot de l'Agvok dérivait.", "fr") == {"agvok"}
    # "Il" names nobody there either.
    assert looked_for.held("On sait qu’il dérivait.", "fr") == frozenset()
    texts = [("Le canot d’Agvok.", "fr")]
    assert looked_for.counted(texts)[1] == {"agvok": 1}


def test_a_german_name_is_held_in_the_genitive() -> None:
    looked_for = LookedFor(frozenset({"halmova", "hal"}))

    assert looked_for.held("Halmovas Brief blieb liegen.", "de") == {"halmova"}
    assert looked_for.held("Halm blieb liegen.", "de") == frozenset()


def test_a_name_is_held_in_the_case_that_changed_it() -> None:
    looked_for = LookedFor(frozenset({"нюрнберг"}))

    assert looked_for.held("Літак сів у Нюрнберзі.", "uk") == {"нюрнберг"}
    assert looked_for.held("Літак сів у Одесі.", "uk") == frozenset()


def test_a_place_is_held_in_its_adjective() -> None:
    assert LookedFor(frozenset({"норвик"})).held("Норвикский порт.", "ru") == {"норвик"}
    # What ends the place may have gone into the ending: Оренса.
    assert LookedFor(frozenset({"оренс"})).held("Оренський порт.", "uk") == {"оренс"}
    assert LookedFor(frozenset({"норв"})).held("Норвикский порт.", "ru") == frozenset()


@pytest.mark.parametrize(
    ("asked", "told"),
    [("пароме", "Паром утонул."), ("паром", "Плыли паромом."), ("дипломах", "Диплом цел.")],
)
def test_a_russian_noun_that_looks_as_if_it_had_an_ending_is_found(asked: str, told: str) -> None:
    assert LookedFor.of(keys_of_term(asked, "ru")).held(told, "ru")
    assert not LookedFor.of(keys_of_term(asked, "ru")).held("Дом цел, и том тоже.", "ru")
