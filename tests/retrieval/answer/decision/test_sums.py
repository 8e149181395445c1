"""Numbers that differ and exclude nothing."""

from __future__ import annotations

import pytest

from retrieval.answer.decision.accounts import excluding
from retrieval.answer.decision.sums import adds_up, has_grown
from retrieval.answer.question.question import understand
from retrieval.answer.values.amounts import amounts


def test_parts_of_a_sum_are_no_other_number() -> None:
    whole = "They took 170 people hostage."
    assert adds_up("30 of the hostages were staff and 140 were guests.", whole)
    assert adds_up(whole, "30 of the hostages were staff and 140 were guests.")
    assert not adds_up("30 of the hostages were staff and 120 were guests.", whole)
    assert not adds_up("They took 170 hostages.", whole)
    assert not adds_up("It took $30 and 140 days.", whole)


@pytest.mark.parametrize(
    ("asked", "days", "grown"),
    [
        ("How many people died?", ("2021-03-01", "2021-03-04"), True),
        ("How many people died?", ("2021-03-04", "2021-03-01"), False),
        ("How many people died?", ("2021-03-01", "2021-03-02"), False),
        ("How many people died?", (None, "2021-03-04"), False),
        ("How many ships are there?", ("2021-03-01", "2021-03-04"), False),
    ],
)
def test_what_goes_on_being_counted_grows(
    asked: str, days: tuple[str | None, str | None], grown: bool
) -> None:
    few, more = ([each for each, _, _ in amounts(text)] for text in ("12 died.", "19 died."))
    assert has_grown(asked, few, more, days) is grown


@pytest.mark.parametrize(
    ("one", "two", "is_one"),
    [
        (("Twelve people died.", "2021-03-01"), ("19 people died.", "2021-03-01"), True),
        (("Twelve people died.", "2021-03-01"), ("19 people died.", "2021-03-05"), False),
        (("Twelve people died.", "2021-03-05"), ("19 people died.", "2021-03-01"), True),
        (("Twelve people died.", "2020-03-01"), ("Ten people died.", "2021-03-01"), False),
        (("Seven people died in Vale and five people in Alder.", None),
         ("Twelve people died.", None), False),
        (("57 sailors were among the dead.", None), ("176 people died.", None), False),
        (("Among the dead on Sunday were 57 sailors.", None), ("176 people died.", None), False),
        (("Eight Danes were killed.", None), ("176 people died.", None), False),
        (("Eight German nationals died.", None), ("176 people died.", None), False),
        (("Eight people in Denmark died.", None), ("176 people died.", None), True),
        (("As of March 1, 12 people have died.", None),
         ("As of March 9, 19 people have died.", "2021-03-09"), False),
        (("As of March 1, 12 people have died.", "2021-03-09"),
         ("19 people died.", "2021-03-09"), False),
        (("As of March 9, 12 people have died.", None), ("19 people died.", "2021-03-09"), True),
    ],
)  # fmt: skip
def test_counts_exclude_each_other_if_both_are_of_one_time_and_of_all(
    one: tuple[str, str | None], two: tuple[str, str | None], is_one: bool
) -> None:
    groups = [[(*one, "en")], [(*two, "en")]]
    assert excluding(understand("How many people died?"), groups) is is_one


def test_days_told_years_apart_exclude_nothing() -> None:
    asked = understand("When did the mayor resign?")
    near, far = ("2021-03-05", "2023-03-05")
    one = [("She resigned on 3 March 2021.", "2021-03-04", "en")]
    assert excluding(asked, [one, [("She resigned on 1 March 2021.", near, "en")]])
    assert not excluding(asked, [one, [("She resigned on 1 March 2023.", far, "en")]])
