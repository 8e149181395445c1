from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.values.amounts import Amount, amounts


def _only(text: str) -> Amount:
    (found,) = [amount for amount, _, _ in amounts(text)]
    return found


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("At least 3,000 died.", "Some 3 thousand died."),
        ("Twelve died.", "A dozen died."),
        ("twenty-one people", "21 people"),
        ("It rose 12 percent.", "It rose by 12%."),
        ("a six-month wait", "180 days"),
        ("about 280 were held", "282 were held"),
        ("He paid $1.5 million.", "He paid $1,482,000."),
        ("half a million euros", "500,000 euros"),
        ("more than two dozen", "25 of them"),
        ("at least 3,000 ballots", "3,100 ballots"),
        ("up to a dozen boats", "11 boats"),
        ("a decade in prison", "ten years"),
        ("a year in jail", "12 months"),
    ],
)
def test_one_amount_in_other_words(one: str, two: str) -> None:
    assert _only(one).agrees(_only(two)) is True
    assert not _only(one).excludes(_only(two))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("21,190 ballots", "more than 26,000 ballots"),
        ("three of them", "four of them"),
        ("exactly 280", "282 in all"),
        ("six months", "a five-month wait"),
        ("more than two dozen", "23 of them"),
        ("fewer than 30 boats", "38 boats"),
    ],
)
def test_other_amounts_exclude_each_other(one: str, two: str) -> None:
    assert _only(one).agrees(_only(two)) is False
    assert _only(one).excludes(_only(two))


@pytest.mark.parametrize(
    ("told", "ends"),
    [
        ("It lasted 20 to 30 minutes.", "20 minutes, or 30 minutes"),
        ("It lasted about 20-30 minutes.", "20 minutes, or 30 minutes"),
        ("between two and three hours", "two hours, three hours"),
        ("It cost $5 to $10 million.", "$5 million, or $10 million"),
        ("It cost $5-10 million.", "$5 million, or $10 million"),
        ("three or four years ago", "three years, four years"),
        ("some 10–15 percent", "10 percent, 15 percent"),
        ("3 to 4 million people", "3 million, 4 million"),
        ("It rose from 20 to 30 percent.", "20, 30 percent"),
        ("two and three hours", "two, three hours"),
        ("a 54-46 vote", "54"),
        ("30 to 5 minutes", "30, 5 minutes"),
    ],
)
def test_both_ends_of_a_range_have_its_unit(told: str, ends: str) -> None:
    read, due = ([(a.value, a.unit) for a, _, _ in amounts(text)] for text in (told, ends))

    assert read == due


def test_a_bound_leaves_room_but_is_another_answer() -> None:
    least, exact = _only("more than 26,000"), _only("27,000")
    assert least.agrees(exact) is False
    assert not least.excludes(exact)
    assert least.excludes(_only("25,000"))


def test_units_are_not_compared() -> None:
    assert _only("0.14 percent").agrees(_only("13,000 votes")) is None


@pytest.mark.parametrize(
    "text",
    [
        "in 2019",
        "on the 27th",
        "on Nov. 6",
        "6 November",
        "at 10:30",
        "at 5 p.m.",
        "No. 10",
        "a decade ago",
        "a year later",
    ],
)
def test_what_counts_nothing_is_no_amount(text: str) -> None:
    assert not list(amounts(text))


@given(st.text(max_size=80))
def test_amounts_stand_in_any_text_where_they_say(text: str) -> None:
    for amount, start, end in amounts(f"{text} 1,204 men, $3m"):
        assert f"{text} 1,204 men, $3m"[start:end].strip()
        assert amount.agrees(amount) is True
