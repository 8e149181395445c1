"""Which passages trace back to one party."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.attribution import origins
from retrieval.answered import Origin, Passage, Span
from retrieval.model import ArticleRef, Source


def passage(source: str, origin: str | None, *spellings: str) -> Passage:
    """A passage of the source with that name, tracing back to the origin."""
    return Passage(
        source=Source(id=source.lower(), name=source, spellings=spellings),
        article=ArticleRef(id=source, title=source),
        paragraph=1,
        start=0,
        end=1,
        text="x",
        span=Span(0, 1, "x"),
        origin=origin,
    )


def test_spellings_of_one_origin_are_one_with_all_its_sources() -> None:
    found = origins([passage("A", "Vyorstka"), passage("B", "Verstka"), passage("C", "Verstka")])
    assert found == (Origin("verstka", ("Verstka", "Vyorstka"), ("a", "b", "c")),)


def test_origins_of_several_sources_come_first() -> None:
    found = origins([passage("A", "Axios"), passage("A", "Reuters"), passage("B", "Reuters")])
    assert [(o.id, len(o.sources)) for o in found] == [("reuters", 2), ("axios", 1)]


def test_unnamed_origins_are_not_listed() -> None:
    unnamed = ["a parliamentary source", "Western media outlets", "two officials", "he", None]
    assert origins([passage("A", name) for name in unnamed]) == ()


def test_an_outlet_is_not_the_origin_of_its_own_passage() -> None:
    assert origins([passage("Reuters", "Reuters"), passage("BBC News", "the BBC", "BBC")]) == ()


def test_a_surname_joins_the_only_full_name_that_fits() -> None:
    (found,) = origins([passage("A", "Dmitry Peskov"), passage("B", "Peskov")])
    assert found.names == ("Dmitry Peskov", "Peskov")


def test_a_surname_that_fits_two_people_joins_neither() -> None:
    names = ["Ida Moen", "Odd Moen", "Moen"]
    found = origins([passage("A", name) for name in names])
    assert [o.names for o in found] == [("Ida Moen",), ("Moen",), ("Odd Moen",)]


def test_ids_are_distinct() -> None:
    found = origins([passage("A", "Ida-Moen"), passage("A", "Ida Moen")])
    assert len({o.id for o in found}) == len(found)


def test_initials_join_the_name_they_stand_for() -> None:
    names = ["the AP", "The Associated Press", "Axios"]
    found = origins([passage(letter, name) for letter, name in zip("ABC", names, strict=True)])
    assert [o.names for o in found] == [("The Associated Press", "the AP"), ("Axios",)]


def test_a_person_in_several_spellings_is_one_with_the_fullest_first() -> None:
    names = ["Moen", "Ida Moen", "Ida K. Moen", "President Moen", "Republican Ida Moen"]
    (found,) = origins([passage("A", name) for name in names])
    assert found.names[0] == "Ida K. Moen"
    assert set(found.names) == set(names)


@pytest.mark.parametrize(
    "names",
    [
        ("The Veld Times", "The Lund Times", "the Times"),
        ("The Veld Times", "the Times"),
        ("George H. W. Bush", "George W. Bush", "Bush"),
        ("Donald Trump", "Donald Trump Jr.", "Trump"),
        ("Ida Smith", "Odd Smith", "Smith"),
        ("Kim Jong-un", "Kim Jong-il"),
        ("Charles II", "Charles III", "Charles"),
        ("Vicente Fox", "Fox News", "Fox"),
    ],
)
def test_two_are_never_one_in_any_order(names: tuple[str, ...]) -> None:
    for order in permutations(names):
        found = origins([passage(letter, n) for letter, n in zip("ABC", order, strict=False)])
        assert sorted(each.names for each in found) == sorted((name,) for name in names)


def test_a_newsroom_is_not_the_origin_of_its_network() -> None:
    assert origins([passage("CBS News", "CBS"), passage("Associated Press", "the AP")]) == ()


@pytest.mark.parametrize(
    ("pair", "one"),
    [
        ("the AP and the Journal", "The Associated Press"),
        ("Reuters and the Veld Post", "The Veld Post"),
        ("Moen and her lawyer", "Ida Moen"),
        ("Ida Moen and Odd Lund", "Odd Lund"),
        ("Ida Moen and other clerks", "Ida Moen"),
        ("Both Ida Moen and Odd Lund", "Ida Moen"),
    ],
)
def test_who_quotes_two_together_leans_on_each_of_them(pair: str, one: str) -> None:
    found = origins([passage("A", one), passage("B", pair)])
    assert {each.names: each.sources for each in found} == {(one,): ("a", "b"), (pair,): ("b",)}


@pytest.mark.parametrize(
    ("whole", "one"),
    [
        ("Johnson and Johnson", "Boris Johnson"),
        ("Food and Drug Administration", "Lund Drug Administration"),
        ("Moen and Lund", "Odd Lund"),
        ("Moen and her lawyer", "Ida Lund"),
    ],
)
def test_a_name_with_an_and_in_it_is_nobody_else_s(whole: str, one: str) -> None:
    found = origins([passage("A", one), passage("B", whole)])
    assert {each.names: each.sources for each in found} == {(one,): ("a",), (whole,): ("b",)}


def test_half_of_a_pair_that_fits_two_people_joins_neither() -> None:
    names = ["Ida Moen", "Odd Moen", "Moen and her lawyer"]
    found = origins([passage(letter, name) for letter, name in zip("ABC", names, strict=True)])
    assert all(len(each.sources) == 1 for each in found)


_NAMES = st.sampled_from(
    [
        *("Ida Moen", "Moen", "Odd Moen", "Odd Moen Jr.", "Moen Jr.", "Ida K. Moen", "Benedict"),
        *("Benedict XVI", "Benedict XV", "CBS", "CBS News", "the AP", "The Associated Press"),
        *(
            "the Times",
            "The Veld Times",
            "Moen and her lawyer",
            "the AP and the Journal",
            "a clerk",
        ),
        *("The Treasury Department", "U.S. Treasury Department", "Ida Moen and Odd Lund", "Lund"),
    ]
)


@given(st.lists(st.tuples(st.sampled_from("ABCD"), _NAMES), max_size=12))
def test_each_name_has_one_origin_in_whatever_order_passages_come(
    told: list[tuple[str, str]],
) -> None:
    found = origins([passage(source, name) for source, name in told])
    names = [name for each in found for name in each.names]
    assert sorted(names) == sorted({name for _, name in told} - {"a clerk"})
    for source, name in told:
        assert name == "a clerk" or any(
            name in each.names and source.lower() in each.sources for each in found
        )
    assert origins([passage(source, name) for source, name in reversed(told)]) == found
