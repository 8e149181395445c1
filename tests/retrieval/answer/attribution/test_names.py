"""Which names are one."""

from __future__ import annotations

import pytest

from retrieval.answer.attribution import name_key, same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Verstka", "Vyorstka"),
        ("Вёрстка", "Verstka"),
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Serhiy", "Sergei"),
        ("German Gref", "Herman Gref"),
        ("Zelensky", "Volodymyr Zelenskyy"),
        ("Zelenskiy", "Zelenskyi"),
        ("Dmitry Peskov", "Dmitriy Peskov"),
        ("Valentina Matviyenko", "Valentina Matvienko"),
        ("Kyiv", "Kiev"),
        ("Kharkiv", "Kharkov"),
        ("Gorbachev", "Gorbachyov"),
        ("Yevgeny", "Evgenii"),
        ("Yulia", "Julia"),
        ("Aleksandr", "Alexander"),
        ("Pyotr", "Petr"),
        ("François Mitterrand", "Francois Mitterrand"),
    ],
)
def test_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kremlin spokesperson Dmitry Peskov", "Dmitry Peskov"),
        ("Foreign Minister Sergei Lavrov", "Sergei Lavrov"),
        ("Peskov", "Dmitry Peskov"),
        ("PESKOV", "peskov"),
        ("the BBC", "BBC"),
        ("Verstka’s", "Verstka"),
        ("the independent news outlet Verstka", "Verstka"),
        ("J. D. Vance", "JD Vance"),
        ("D. Peskov", "Dmitry Peskov"),
        ("George Bush", "George W. Bush"),
    ],
)
def test_titles_articles_initials_and_surnames_do_not_part_a_name(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kamala Harris", "Doug Harris"),
        ("George H. W. Bush", "George W. Bush"),
        ("Times", "New York Times"),
        ("New York Post", "Washington Post"),
        ("Maria Orlova", "Mara Orlova"),
        ("European Commission", "Electoral Commission"),
        ("Lavrov", "Peskov"),
        ("Verstka", ""),
        ("!", "?"),
    ],
)
def test_different_parties_stay_apart(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_a_title_alone_keeps_its_words() -> None:
    assert name_key("the President") == "president"
