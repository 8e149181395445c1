"""Which word of the articles a misspelt one means."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.store.catalogue import Catalogue
from retrieval.store.vocabulary import slips
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = (
    "Senator Tenbury, who resigned, congratulated Zelenskyy on the happy outcome.",
    "Tenbury's congratulations came late, said Łukasz Żółkiewski of Harwick.",
    "Harwick was happy; Tenbury, whom Zelenskyy and Żółkiewski congratulate, resigned.",
    "Harwick resigned, too; Zelenskyy is happy that Żółkiewski resigned. One Marlowe left.",
)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path_factory.mktemp("words")) as opened:
        opened.add([entry("a1", TEXT)], encoder="e")
        yield opened


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Tenburry", "Tenbury"),
        ("tenbary", "Tenbury"),
        ("TENBRUY", "Tenbury"),
        ("Harwik", "Harwick"),
        ("congratulaed", "congratulate"),
        ("Zholkiewski", "Żółkiewski"),
        ("zolkiewsky", "Żółkiewski"),
        ("resinged", "resigned"),
    ],
)
def test_a_slip_of_the_pen_has_the_word_as_it_is_printed(
    held: Catalogue, typed: str, meant: str
) -> None:
    found = held.nearest_word(typed)
    # Which of a word's forms is named depends on where it is found first.
    assert found is not None
    assert found[:8] == meant[:8]


def test_a_word_known_to_be_like_it_is_looked_up_as_well(tmp_path: Path) -> None:
    """The stem of "witnesses" is "wit": among all words that begin so it is not looked for."""
    told = [f"{each} met two witnesses" for each in ("Witold", "Withrow", "Witmer", "Witkowski")]
    more = [f"the witless {each} left" for each in ("mayor", "judge", "clerk", "guard")]
    with Catalogue.open(tmp_path) as opened:
        opened.add([entry("a1", (*told, *more))], encoder="e")
        assert opened.nearest_word("witneses", ["witnesses", "whiteness"]) == "witnesses"
        assert opened.nearest_word("witneses", ["whiteness"]) != "whiteness"
        assert opened.nearest_word("witnesses", ["witness"]) is None


def test_like_a_name_are_only_names(tmp_path: Path) -> None:
    told = tuple(f"{each} in the House, older than it" for each in ("Older men", "He sat", "Sit"))
    heads = tuple(f"Tenbury paid {each}" for each in ("once", "twice", "again"))
    with Catalogue.open(tmp_path) as opened:
        opened.add([entry("a1", (*told, *heads))], encoder="e")
        assert opened.nearest_word("Alder", ["older"]) == "older"
        assert opened.nearest_word("Alder", ["older"], named=True) is None
        assert opened.nearest_word("Hosue", named=True) == "House"
        assert opened.nearest_word("Tenburry", named=True) == "Tenbury"


@pytest.mark.parametrize(
    "typed",
    [
        "Tenbury",
        "congratulating",  # another form of a word that is held
        "Zelensky",  # another spelling of a name that is held
        "happiness",
        "Marlow",  # like a word that hardly anybody has
        "Harrow",
        "volcano",
        "Tnb",
        "2024",
        "U.S.",
    ],
)
def test_other_words_have_none(held: Catalogue, typed: str) -> None:
    assert held.nearest_word(typed) is None


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("tenbury", "tenbury", 0),
        ("tenbury", "tenbry", 1),
        ("tenbury", "tenburry", 1),
        ("tenbury", "tonbury", 1),
        ("tenbury", "tenbruy", 1),
        ("tenbury", "etnbruy", 2),
        ("", "abc", 3),
    ],
)
def test_slips_are_counted(one: str, other: str, count: int) -> None:
    assert slips(one, other) == slips(other, one) == count


@given(st.text("abc", max_size=6), st.text("abc", max_size=6), st.integers(0, 5))
def test_a_slip_more_is_at_most_one_more(one: str, other: str, place: int) -> None:
    for longer in ("x" + one, one + "x"):
        assert abs(slips(one, other) - slips(longer, other)) <= 1
    # Between two letters that are exchanged it parts them as well.
    assert abs(slips(one, other) - slips(one[:place] + "x" + one[place:], other)) <= 2
    assert abs(len(one) - len(other)) <= slips(one, other) <= max(len(one), len(other))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=12) | st.sampled_from(['"', "ten*", "NEAR", "text:x", "\ud800aaaa"]))
def test_any_word_is_looked_up(held: Catalogue, typed: str) -> None:
    found = held.nearest_word(typed)
    assert found is None or found in " ".join(TEXT)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_library_that_cannot_be_written_is_looked_up_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Catalogue.open(tmp_path) as made:
        made.add([entry("a1", TEXT)], encoder="e")
    monkeypatch.setattr("retrieval.store.database.writable", lambda _: False)
    with Catalogue.open(tmp_path) as opened:
        assert opened.read_only
        assert opened.nearest_word("Tenburry") == "Tenbury"
        assert opened.nearest_word("Harwik") == "Harwick"
