"""The question's words in the texts of an event."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.names.named_abroad import keys_abroad
from retrieval.answer.names.wording import weigh
from retrieval.answer.question.question import understand

TEXTS = (
    "On Monday Emmanuel Macron said that the tunnel would open.",
    "The tunnel, said Macron, is safe.",
    "Workers in the tunnel had walked out.",
    "In Lyon the tunnel was empty on Friday.",
)


@pytest.mark.parametrize(
    "typed", ["Did Macron open the tunnel?", "did macron open the tunnel", "DID MACRON OPEN IT?"]
)
def test_the_texts_tell_which_words_are_names(typed: str) -> None:
    wording = weigh(understand(typed), TEXTS)

    assert wording.terms[0].name
    assert wording.named(wording.keys_of("Then Macron left."))
    assert not wording.named(wording.keys_of("Then the tunnel was left."))


def test_a_rare_word_weighs_more_than_one_that_every_sentence_holds() -> None:
    wording = weigh(understand("Did workers leave the tunnel?"), TEXTS)

    assert wording.share(wording.keys_of("Workers rested.")) > wording.share(
        wording.keys_of("A tunnel shut.")
    )


def test_of_a_name_its_last_word_must_be_there() -> None:
    wording = weigh(understand("Did Emmanuel Macron resign?"), TEXTS)

    assert wording.named(wording.keys_of("Macron resigned."))
    assert not wording.named(wording.keys_of("Emmanuel Petit resigned."))


def test_a_place_before_a_name_must_be_there_too() -> None:
    texts = (
        "The Norlink sank near Eastmere.",
        "Two died in Eastmere, and three on the Norlink in Westmere.",
    )
    wording = weigh(understand("How many died when the Eastmere Norlink sank?"), texts)

    assert wording.fits(wording.keys_of(texts[0]))
    assert not wording.fits(wording.keys_of("Three died on the Norlink in Westmere."))
    # A ship of that name is one name.
    wording = weigh(understand("Who owns the Eastmere Norlink?"), (*texts, "Eastmere Norlink"))
    assert wording.fits(wording.keys_of("The Norlink is hers."))


def test_spellings_and_countries_count_as_one_name() -> None:
    wording = weigh(understand("Did Zelensky thank Russia?"), ["Zelenskyy spoke to Moscow."])

    assert wording.names(wording.keys_of("Zelenskyy spoke in the Kremlin.")) == 1


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            "Did the FBI watch Moen?",
            "It was the Federal Bureau of Investigation that watched Moen.",
        ),
        ("Was ISIS behind the fire at Moen?", "The Islamic State claimed the fire at Moen."),
        ("did the justice department sue moen", "The DOJ has sued Moen."),
        ("Does Obamacare pay for Moen?", "The Affordable Care Act pays for Moen."),
    ],
)
def test_a_body_is_named_by_its_letters_and_by_its_words(typed: str, told: str) -> None:
    wording = weigh(understand(typed), [told])

    assert wording.fits(wording.keys_of(told))
    assert not wording.fits(wording.keys_of("Moen was there."))


def test_an_article_of_another_year_does_not_fit() -> None:
    wording = weigh(understand("Did Macron resign in 2016?"), TEXTS)

    assert wording.fits(wording.keys_of("In 2016 Macron resigned."))
    assert not wording.fits(wording.keys_of("In 2024 Macron resigned."))
    assert wording.named(wording.keys_of("Macron resigned."))


@given(st.lists(st.text(max_size=60), max_size=6), st.text(max_size=60))
def test_shares_are_fractions_and_grow_with_what_is_held(texts: list[str], more: str) -> None:
    wording = weigh(understand("Did the mayor of Lyon sell the old bridge?"), texts)
    some, all_ = wording.keys_of(more), wording.keys_of(more + " mayor Lyon sell old bridge")

    for share in (wording.share, wording.names, wording.deeds):
        assert 0 <= share(some) <= share(all_) <= 1 + 1e-9


@pytest.mark.parametrize("typed", ["the United States", "the united states", "The UNITED STATES"])
def test_a_country_of_several_words_is_held_under_its_other_names(typed: str) -> None:
    texts = ["The envoy left.", "The U.S. sent an envoy to Oslo.", "Nobody met the envoy."]
    wording = weigh(understand(f"Did {typed} send an envoy?"), texts)
    assert wording.fits(wording.keys_of(texts[1]))
    assert not wording.fits(wording.keys_of("China sent an envoy to Oslo."))


ABROAD = ("Макрон открыл туннель в пятницу.", "Der Tunnel, sagte Macron, sei sicher.")


def test_a_text_in_another_language_is_asked_for_names_and_numbers_alone() -> None:
    wording = weigh(
        understand("Did Macron open the tunnel in 2019?"),
        [*TEXTS, *ABROAD],
        ["en"] * len(TEXTS) + ["ru", "de"],
    ).abroad()

    assert [term.name or term.year for term in wording.terms] == [True, True]
    assert wording.names(keys_abroad(ABROAD[0], "ru")) == 1
    assert wording.names(keys_abroad("Поезд шёл через туннель.", "ru")) == 0
    assert wording.names_any(keys_abroad(ABROAD[0], "ru"))
    assert not wording.names_any(keys_abroad("Поезд шёл через туннель.", "ru"))
    # Nobody must be named: names are translated. Another year is another event all the same.
    assert wording.fits(keys_abroad("Поезд шёл в 2019 году.", "ru"))
    assert not wording.fits(keys_abroad("Макрон открыл туннель в 2016 году.", "ru"))


@pytest.mark.parametrize(
    ("typed", "code"), [("cuántos murieron en bolivia", "es"), ("кто погиб в боливии", "ru")]
)
def test_a_country_is_a_name_in_small_letters_too(typed: str, code: str) -> None:
    wording = weigh(understand(typed, ("en", "es", "ru")), ["Dam burst in Bolivia."], ["en"])

    assert wording.terms[-1].name
    # An article in the question's language may have its adjective alone.
    assert wording.fits(frozenset()) == (code == "ru")
    assert wording.abroad().names_any(keys_abroad("Dam burst in Bolivia.", "en"))
    assert not wording.abroad().names_any(keys_abroad("Dam burst in Chile.", "en"))


def test_people_of_a_country_name_it_less() -> None:
    wording = weigh(understand("были ли русские на борту", ("en", "ru")), ["Россиян нет."], ["ru"])

    assert not wording.terms[0].name


def test_a_french_name_is_one_behind_what_hangs_on_it() -> None:
    wording = weigh(
        understand("Кто нашёл шлюпку «Агвены»?", ("en", "ru", "fr")),
        ["Шлюпку «Агвены» нашли у мыса.", "Le canot de l’Agvena a dérivé.", "L'eau était calme."],
        ["ru", "fr", "fr"],
    ).abroad()

    assert wording.names_any(keys_abroad("Le canot de l’Agvena a dérivé.", "fr"))
    assert not wording.names_any(keys_abroad("Le canot d’un autre a dérivé.", "fr"))


def test_the_capitals_of_german_nouns_make_no_names() -> None:
    texts = ["Am Freitag war der Tunnel wieder offen.", "The tunnel is open, Macron said."]
    wording = weigh(understand("Ist der Tunnel offen?", ["*"]), texts, ["de", "en"])

    assert not any(term.name for term in wording.terms)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Остался ли Радонич на пароме?", "ru"),
        ("¿Ardieron los camiones de Radonić?", "es"),
        ("¿Huyó Radonić del ferri?", "es"),
        ("Reste-t-il un survivant sur le ferry de Radonić ?", "fr"),
    ],
)
def test_a_verb_that_no_text_has_is_no_name_for_its_capital(typed: str, code: str) -> None:
    """No article has it, and whatever is a name an article on the event must have."""
    texts = ["The captain, Radonić, and Радонич said nothing."]
    wording = weigh(understand(typed, ("en", code)), texts, [code])

    assert not wording.terms[0].name
    assert wording.fits(wording.keys_of(texts[0], code))


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Мартынюк погиб на пароме?", "ru"), ("Fabre a-t-il menti ?", "fr"), ("¿Lobos huyó?", "es")],
)
def test_a_name_that_no_text_has_is_one_for_its_capital(typed: str, code: str) -> None:
    assert weigh(understand(typed, ("en", code)), ["Nothing."], [code]).terms[0].name


def test_inflected_words_of_a_language_are_one() -> None:
    asked = understand("Открыл ли Макрон туннели?", ["*"])
    wording = weigh(asked, ["Туннелем гордились.", "Мост закрыт."], ["ru", "ru"])

    assert wording.share(wording.keys_of("Перед туннелем стоял Макрон.", "ru")) > 0.4
    assert wording.share(wording.keys_of("Мост закрыт.", "ru")) == 0


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("Did Macron open the tunnel?", True),
        ("did macron open the tunnel in france", True),
        ("Was the tunnel opened in France?", False),
        ("Did the United States and the FBI shut the tunnel?", False),
        ("Was the tunnel opened in 2019?", False),
        ("was the tunnel shut", False),
    ],
)
def test_a_country_or_a_great_body_is_nobody(typed: str, due: bool) -> None:
    assert weigh(understand(typed), TEXTS).names_somebody is due


@pytest.mark.parametrize(
    ("typed", "code", "told", "other"),
    [
        ("wer war auf der hinrike", "de", "Тоді «Хінріке» затонув.", "uk"),
        ("qui était sur le hinrike", "fr", "Ночью «Хинрике» затонул.", "ru"),
        ("quién iba en el hinrike", "es", "Ночью «Хинрике» затонул.", "ru"),
        ("сколько людей на хинрике", "ru", "On Monday the Hinrike sank.", "en"),
        ("хто був на гінріке", "uk", "Lundi le « Hinrike » a coulé.", "fr"),
    ],
)
def test_whom_only_other_languages_write_is_a_name_that_nobody_else_must_write(
    typed: str, code: str, told: str, other: str
) -> None:
    """Neither German nouns tell, nor who is typed small and written by nobody in the language."""
    wording = weigh(understand(typed, ("en", code)), [told, "A – B."], [other, code])

    assert wording.terms[-1].name
    assert wording.fits(frozenset())
    assert wording.abroad().names_any(keys_abroad(told, other))


def test_a_word_that_other_languages_write_small_is_no_name() -> None:
    texts = ["The Kapitän slept.", "Le kapitän dort, dit-on au kapitän.", "Er schlief."]
    wording = weigh(understand("schlief der kapitän?", ("en", "de")), texts, ["en", "fr", "de"])

    assert not any(term.name for term in wording.terms)
