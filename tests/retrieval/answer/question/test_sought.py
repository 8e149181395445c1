"""A few words without a verb are the question that they stand for."""

from __future__ import annotations

import pytest

from retrieval.answer.question.question import understand
from retrieval.answered import Kind

ALL = ("*",)


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("price of bitcoin", "what is the price of bitcoin?"),
        ("The exact time of the verdict?", "what is the exact time of the verdict?"),
        ("causes of the crash", "what are the causes of the crash?"),
        ("Winner of the 2022 election", "what is the winner of the 2022 election?"),
        ("names of those killed in Ruse", "what are the names of those killed in Ruse?"),
        ("Gray's reaction to the report", "what is Gray's reaction to the report?"),
        ("The mayor's reasons for resigning", "what are the mayor's reasons for resigning?"),
        ("ida moen's view on the proposed law", "what is ida moen's view on the proposed law?"),
        ("vale ferry fire death toll", "what is the death toll of vale ferry fire?"),
        ("death toll vale", "what is the death toll of vale?"),
        ("Vale ferry fire cause", "what is the cause of Vale ferry fire?"),
        ("tenby sentence length", "what is the length of tenby sentence?"),
        ("tenby's apology", "what is tenby's apology?"),
        ("moen strike reaction", "what is the moen strike reaction?"),
        ("ida moen reaction to the strike", "what is the reaction of ida moen to the strike?"),
        ("Moen lawyer statement on permits", "what is the statement of Moen lawyer on permits?"),
        ("list of charges against tenby", "what are the charges against tenby?"),
        ("reactions to the Vale vote", "what are the reactions to the Vale vote?"),
        ("statement from tenby", "what is the statement from tenby?"),
        ("quote from tenby about the vote", "what did tenby say about the vote?"),
        ("remarks by Ida Moen", "what did Ida Moen say?"),
        ("vale rally turnout", "how many people attended the vale rally?"),
        ("Vale rally crowd size", "how many people attended the Vale rally?"),
        ("moen meeting attendees", "who attended the moen meeting?"),
        ("vale election turnout", "what is the turnout of vale election?"),
        ("purpose of the moen meeting", "what is the purpose of the moen meeting?"),
    ],
)
def test_a_few_words_ask_for_what_they_name(typed: str, whole: str) -> None:
    read = understand(typed)

    assert (read.kind, read.canonical, read.text) == (Kind.OPEN, whole, typed)


def test_a_date_and_an_amount_are_asked_for_as_such() -> None:
    assert understand("tenby verdict date").asks == "when"
    assert understand("tenby bail amount").asks == "number"
    assert understand("vale rally turnout").asks == "number"
    assert understand("attendance at the vale rally").asks == "number"


@pytest.mark.parametrize(
    "told",
    [
        "Price of bitcoin was cut",
        "The cause of the crash is known",
        "Number of dead at 12",
        "Cause of fire revealed",
        "Cause of the fire: a cigarette",
        "Price of bread in the north of the country set to go up within weeks",
        "The mayor knew the price of bread",
        "The price of oil moved up in July",
        "The number of strikes edged down in August",
        "Gray's response to the storm draws criticism",
        "Police reveal motive",
        "Court cuts prison sentence length",
        "Tenby repeats statement on permits",
        "Charges against Tenby dropped",
        "Reactions to the Vale vote draw criticism",
        "Moen wants the ferry fire cause",
        "He gave no reason",
        "Gray's comments on the strike surprised him",
        "The mayor's view on the bridge is clear",
    ],
)
def test_what_tells_of_it_is_a_claim(told: str) -> None:
    assert understand(told).kind is Kind.POLAR


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Grund für den Rücktritt", "Grund für den Rücktritt ist Krankheit"),
        ("Zahl der Toten beim Fährbrand", "Zahl der Toten steigt auf 12"),
        ("nombre de morts dans l'incendie", "Le nombre de morts monte"),
        ("valor del yate Calliope", "El valor del yate subió"),
        ("причина пожара на пароме", "Причина пожара — замыкание"),
        ("число погибших в 2019 году", "Число погибших выросло до 12"),
        ("кількість загиблих", "Кількість загиблих зросла"),
    ],
)
def test_and_so_in_other_languages(typed: str, told: str) -> None:
    asked, claimed = understand(typed, ALL), understand(told, ALL)

    assert (asked.asks, asked.canonical) == ("matter", f"{typed}?")
    assert claimed.kind is Kind.POLAR


@pytest.mark.parametrize(
    "typed",
    [
        "Welchen Anteil der Stimmen bekam Moen?",
        "Wie schnell fuhr die Fähre?",
        "Quelle proportion des habitants a voté ?",
        "¿A qué velocidad iba el ferry?",
        "Какую долю голосов получила Муэн?",
        "З якою швидкістю йшов пором?",
    ],
)
def test_shares_and_speeds_are_numbers_in_other_languages(typed: str) -> None:
    assert understand(typed, ALL).asks == "number"
