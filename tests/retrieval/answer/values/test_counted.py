"""Which number of a sentence is the one asked for."""

from __future__ import annotations

import pytest

from retrieval.answer.question.question import understand
from retrieval.answer.values.amounts import Amount
from retrieval.answer.values.wh import agree, answers, exclude


def _values(asked: str, told: str, *, bound: bool = False) -> set[float]:
    found = answers(understand(asked), told, bound=bound)
    return {each.value for each in found if isinstance(each, Amount)}


@pytest.mark.parametrize(
    ("told", "killed", "hurt"),
    [
        ("The blast killed two people and injured four others.", {2}, {4}),
        ("Gales left 26 dead and 20 wounded in Vale.", {26}, {20}),
        ("Twelve people were killed, and 14 others were injured.", {12}, {14}),
        ("Two people died in the fire, while five were hurt.", {2}, {5}),
        ("At least 26 people, eight of them children, died, and ten were injured.", {26, 8}, {10}),
        ("Marlow Tenby, 26, killed three people and wounded a dozen.", {3}, {12}),
    ],
)
def test_a_count_belongs_to_its_deed(told: str, killed: set[float], hurt: set[float]) -> None:
    assert _values("How many people were killed in Vale?", told) <= killed
    assert _values("How many people were killed in Vale?", told)
    assert _values("How many people were injured in Vale?", told) == hurt


def test_counts_of_the_other_deed_are_no_answer() -> None:
    assert _values("How many were injured?", "Two were killed, and some were injured.") == set()
    assert _values("What is the death toll in Vale?", "It left 3 dead and 40 injured.") == {3}


def test_what_was_not_counted_is_no_rival() -> None:
    def told(asked: str, *sentences: str) -> bool:
        question = understand(asked)
        return exclude(*(answers(question, each, bound=True) for each in sentences))

    asked = "How many people were on the ferry?"
    assert not told(asked, "66 people were on the ferry.", "It had 56 passengers and a crew of 10.")
    assert told(asked, "66 people were on the ferry.", "There were 70 people on board.")
    asked = "How many people died?"
    assert told(asked, "Three died.", "Twelve more died.")
    asked = "How old is Oskar?"
    assert not told(asked, "Oskar is 85.", "He was elected at age 78, for the first of 8 years.")
    assert told(asked, "The 85-year-old went.", "Oskar, 83, went.")
    asked = "How long was the film?"
    assert not told(asked, "The film was 25 minutes long.", "It was seen in the past 24 hours.")
    assert told(asked, "The film was 25 minutes long.", "It lasted two hours.")


def test_all_there_are_is_not_their_part() -> None:
    asked = "How many seats did the greens win?"
    assert _values(asked, "The greens took 157 of the 338 seats.") == {157}
    assert _values(asked, "They had 156 seats, 14 short of a majority in the 338-seat house.") == {
        156
    }
    assert _values(asked, "The house has 338 seats.") == {338}
    assert _values("How many seats are there in the house?", "They won 157 of 338 seats.") >= {338}
    told = "Two of the 116 people injured were in a hospital."
    assert 116 in _values("How many people were hurt?", told)


def test_who_is_counted_with_the_deed_comes_first() -> None:
    asked = "How many officials were arrested?"
    told = "The seven people arrested on Monday are among nine officials of the port."
    assert _values(asked, told, bound=True) == {7}
    assert _values(asked, "Of nine officials seven were arrested.", bound=True) == {7}
    assert _values(asked, "Nine officials were arrested.", bound=True) == {9}


def test_a_sentence_on_another_deed_gives_no_count() -> None:
    assert (
        _values("How many people died?", "The number of people injured stands at 1,926.") == set()
    )
    assert _values("How many were injured?", "Two people died, 116 were taken to Vale.") == {116}


def test_a_toll_is_a_rival() -> None:
    question = understand("How many people died in the storm?")
    one, two = (
        answers(question, each, bound=True)
        for each in ("The death toll has risen to 241.", "The toll stood at 159 on Monday.")
    )
    assert exclude(one, two)


def test_when_it_will_be_is_not_how_long_it_takes() -> None:
    asked = "How long will Tenby be in prison?"
    assert _values(asked, "The sentence is due in 75 days.", bound=True) == set()
    assert _values(asked, "It is due within 60 to 90 days.", bound=True) == set()
    assert _values(asked, "He faces up to 90 days.", bound=True) == {90}
    assert _values("How long did it take?", "It was built in 75 days.", bound=True) == {75}


def test_what_is_asked_behind_a_preposition_is_counted_too() -> None:
    asked = understand("By how many votes did Moen win?")
    assert _values(
        asked.canonical, "In 4 districts of the 9 in the vale she won by 120 votes."
    ) == {120}
    told = "What percentage of voters said yes?"
    assert _values(told, "Of 4,000 voters 68 percent said yes.") == {68}
    one, two = (answers(understand(told), each) for each in ("68 percent", "68%"))
    assert agree(one, two)


def test_what_was_needed_was_not_counted() -> None:
    asked = "How many senators voted for the bill?"
    assert _values(asked, "It failed on a 54-46 vote; it needed 60 to pass.") == {54}
    assert _values(asked, "Its 54 votes were well short of the 60 votes needed.") == {54}
    assert _values("How many votes are needed?", "It fell short of the 60 votes needed.") == {60}


def test_people_with_the_deed_are_a_rival_where_nobody_is_named() -> None:
    asked = "How many were injured in Vale?"
    assert _values(asked, "Officials said 69 people were injured in Vale.", bound=True) == {69}
    more = "The march left more than 100 injured."
    one, two = (
        answers(understand(asked), told, bound=True)
        for told in (more, "69 people were injured, including two with bullet wounds.")
    )
    assert exclude(one, two)
