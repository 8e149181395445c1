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
        # A word more that one person has, and what tells him from others of his name.
        ("Javad Rahimi", "Mohammad Javad Rahimi"),
        ("Javad Ali Rahimi", "Mohammad Javad Ali Rahimi"),
        ("Moen", "Odd K. Moen Jr."),
        ("Moen Jr.", "Odd Moen, Jr."),
        ("Odd Moen Jr", "Odd K. Moen Jr."),
        ("Benedict", "Pope Benedict XVI"),
        ("Wainwright", "Loudon Wainwright III"),
        ("Kim Jong-un", "Kim Jong Un"),
        # A network and its newsroom, and a department of one country.
        ("BuzzFeed", "BuzzFeed News"),
        ("CBS", "CBS News"),
        ("the BBC", "BBC News"),
        ("Fox", "Fox News"),
        ("The Treasury Department", "U.S. Treasury Department"),
        ("the Homeland Security Department", "The United States Homeland Security Department"),
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
        # Father and son, two kings, two popes, two leaders of a family.
        ("Donald Trump", "Donald Trump Jr."),
        ("Moen", "Moen Jr."),
        ("Odd Moen Sr.", "Odd Moen Jr."),
        ("Loudon Wainwright", "Loudon Wainwright III"),
        ("George Herbert Walker Bush", "George Walker Bush"),
        ("George H W Bush", "George W Bush"),
        ("W. Bush", "George H. W. Bush"),
        ("Benedict XV", "Benedict XVI"),
        ("Charles I", "Charles II"),
        ("Charles II", "Charles III"),
        ("Malcolm", "Malcolm X"),
        ("Kim Jong-un", "Kim Jong-il"),
        ("Kim Jong Un", "Kim Jong Il"),
        # A town and its paper, a country and a paper, two newsrooms.
        ("Detroit", "The Detroit News"),
        ("the US", "US News"),
        ("USA", "USA News"),
        ("ABC", "NBC News"),
        ("Daily", "Daily News"),
        ("the Times", "The Veld Times"),
        # A body and that of a state or another country.
        ("Health Department", "Ohio Health Department"),
        ("Health Department", "U.S. Health Department"),
        ("the Justice Department", "Philippine Justice Department"),
        ("the Treasury Department", "the State Department"),
        ("Supreme Court", "Kansas Supreme Court"),
        ("National Guard", "Texas National Guard"),
        # Two who speak together, and one of them.
        ("Moen and Lund", "Lund"),
        ("Ida Moen and Odd Lund", "Odd Lund"),
        ("Johnson & Johnson", "Johnson"),
    ],
)
def test_different_parties_stay_apart(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_a_title_alone_keeps_its_words() -> None:
    assert name_key("the President") == "president"
