"""Each language and each source has its best among what goes on; one alone changes nothing."""

from __future__ import annotations

from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.finding.shares import language_code, of_each, shared


def _shared(ranked: str, most: int, least: int) -> str:
    numbered = list(enumerate(ranked))
    return "".join(code for _, code in shared(numbered, lambda each: each[1], most, least))


def test_the_best_of_each_language_come_in_for_the_last_of_the_largest() -> None:
    assert _shared("eeeeeeru", 4, 1) == "eeru"
    assert _shared("eeeeeerrr", 4, 2) == "eerr"
    # Half of the places at most.
    assert _shared("eeeeabcd", 4, 1) == "eeab"


def test_what_is_in_no_known_language_has_no_share() -> None:
    ranked = [(at, code) for at, code in enumerate([*"eeee", None, "r"])]
    assert shared(ranked, lambda each: each[1], 4, 1) == [*ranked[:3], ranked[5]]
    told = ("en-GB", "ru", "la", None)
    assert [language_code(each, ("*",)) for each in told] == ["en", "ru", None, None]
    assert [language_code(each, ("en", "de")) for each in told] == ["en", None, None, None]


def test_one_language_is_left_as_it_is() -> None:
    assert _shared("eeeeee", 4, 2) == "eeee"
    assert _shared("er", 4, 2) == "er"


def _of_each(ranked: str, chosen: int, least: int, more: int) -> str:
    numbered = list(enumerate(ranked))
    source = {each: None if each[1] == "-" else each[1] for each in numbered}
    return "".join(
        code for _, code in of_each(numbered, numbered[:chosen], source.get, least, more)
    )


def test_every_source_is_heard_behind_what_is_chosen() -> None:
    assert _of_each("aaaabca", 3, 1, 9) == "aaabc"
    assert _of_each("aabcbcbc", 3, 2, 9) == "aabcbc"
    assert _of_each("aaaabcd", 3, 1, 2) == "aaabc"
    # What has no source comes in no more.
    assert _of_each("aa-b-", 2, 1, 9) == "aab"


@given(st.text(alphabet="abc-", max_size=30), st.integers(0, 9), st.integers(1, 4))
def test_each_source_has_its_least_or_all_that_it_has(ranked: str, chosen: int, least: int) -> None:
    found = _of_each(ranked, chosen, least, len(ranked))
    assert found.startswith(ranked[:chosen])
    for source in "abc":
        wanted = min(least, ranked.count(source))
        assert found.count(source) == max(wanted, ranked[:chosen].count(source))


@given(st.text(alphabet="erdf", max_size=30), st.integers(1, 12), st.integers(1, 4))
def test_order_number_and_the_first_of_each_are_kept(ranked: str, most: int, least: int) -> None:
    numbered = list(enumerate(ranked))
    found = shared(numbered, lambda each: each[1], most, least)
    assert found == sorted(found)
    assert len(found) == min(most, len(ranked))
    # Of a language it is always the first ones that are in.
    for code, held in groupby(sorted(found, key=lambda each: (each[1], each[0])), lambda e: e[1]):
        places = [at for at, each in numbered if each == code]
        assert [at for at, _ in held] == places[: len([each for each in found if each[1] == code])]
