"""Words in a large library: as quick as the budget, and what is found is what is scored."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.store import bounded, looked, schema, words
from retrieval.store.catalogue import Catalogue
from retrieval.store.often import matching
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

COMMON = ("minister", "harbour", "vote", "bridge")
RARE = ("lighthouse", "zeppelin", "otter")
COUNT = 240


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """Paragraphs of common words in which the rare ones come up now and then."""
    dice = random.Random(5)  # noqa: S311
    texts = [
        " ".join(
            dice.choices(COMMON, k=dice.randint(1, 9))
            + [each for each in RARE if dice.random() < 0.03]
            + ["and"] * dice.randint(1, 20)
        )
        for _ in range(COUNT)
    ]
    texts[0] += " weathercock"
    with Catalogue.open(tmp_path_factory.mktemp("bounded")) as opened:
        for number in range(0, COUNT, 12):
            title = f"The {dice.choice(COMMON)} of {number}"
            part = texts[number : number + 12]
            opened.add([entry(f"a{number:03}", part, title=title)], encoder="e")
        yield opened


@pytest.fixture
def tight(monkeypatch: pytest.MonkeyPatch) -> None:
    """Next to no budget."""
    monkeypatch.setattr(bounded, "COUNTED", 10)
    monkeypatch.setattr(bounded, "_RARE", 20)
    monkeypatch.setattr(bounded, "_READ", 60)
    monkeypatch.setattr(bounded, "_FEW", 0)


def _searched(
    held: Catalogue,
    terms: Sequence[str],
    k: int,
    among: NDArray[np.int64] | None = None,
    *,
    whole: int = 0,
) -> list[tuple[int, float]]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(words, "_WHOLE", whole)
        return held.words(terms, k, among=among)


@settings(deadline=None, max_examples=60)
@given(
    terms=st.lists(st.sampled_from((*COMMON, *RARE, "nowhere")), min_size=1, max_size=5),
    k=st.integers(1, 30),
    among=st.none() | st.sets(st.integers(-3, COUNT + 5)),
    budget=st.integers(1, 400),
)
def test_as_many_come_back_as_there_are_and_each_has_a_word(
    held: Catalogue, terms: list[str], k: int, among: set[int] | None, budget: int
) -> None:
    ids = None if among is None else np.array(sorted(among), dtype=np.int64)
    every = dict(_searched(held, terms, COUNT, ids, whole=10**9))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(bounded, "COUNTED", max(1, budget // 10))
        patched.setattr(bounded, "_RARE", budget // 5)
        patched.setattr(bounded, "_READ", budget)
        patched.setattr(bounded, "_FEW", budget // 5)
        found = _searched(held, terms, k, ids)
    assert len(found) == len(dict(found)) == min(k, len(every))
    assert dict(found).keys() <= every.keys()
    scores = [score for _, score in found]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    "terms", [("otter", "vote"), ("lighthouse", "zeppelin"), ("minister", "bridge")]
)
def test_within_the_budget_it_finds_what_a_search_of_all_finds(
    held: Catalogue, terms: tuple[str, ...]
) -> None:
    every = _searched(held, terms, 30, whole=10**9)
    found = dict(_searched(held, terms, 30))
    best = [each for each, _ in every[:10]]
    assert len(set(best) & set(found)) >= 9
    # What the words count is the library's; only the mean length is that of those read.
    for each, score in every[:10]:
        if each in found:
            assert found[each] == pytest.approx(score, rel=0.35)


@pytest.mark.usefixtures("tight")
def test_a_rare_word_is_found_however_old(held: Catalogue) -> None:
    assert _searched(held, ["minister", "vote", "weathercock"], 5)[0][0] == 1


@pytest.mark.usefixtures("tight")
def test_common_words_alone_are_looked_for_among_the_newest(held: Catalogue) -> None:
    found = [each for each, _ in _searched(held, ["minister", "vote"], 5)]
    assert min(found) > COUNT // 2
    old = np.arange(1, COUNT // 4)
    assert len(_searched(held, ["minister", "vote"], 5, old)) == 5


def test_how_many_have_a_word_is_counted_or_reckoned(
    held: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held.database.reading() as connection:
        exact = {each.query: each.count for each in bounded.counted(connection, ['"vote"'])}
        monkeypatch.setattr(bounded, "COUNTED", 20)
        found = bounded.counted(connection, ['"vote"', '"nowhere"', '"weathercock"'])
    assert [each.query for each in found] == ['"weathercock"', '"vote"']
    assert found[0].count == 1
    assert found[1].count == pytest.approx(exact['"vote"'], rel=0.5)
    assert found[0].idf > found[1].idf > 0


def test_a_small_library_is_searched_whole(
    held: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded, "search", None)
    assert held.words(["minister"], 3)
    with pytest.raises(TypeError):
        _searched(held, ["minister"], 3)


def test_words_are_split_as_in_the_index() -> None:
    assert any(f"tokenize = '{looked.TOKENIZE}'" in each for each in schema._FIRST)


@pytest.mark.usefixtures("tight")
def test_of_what_a_filter_leaves_out_no_more_is_read_than_lies_between(
    held: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    def seen(*given: object) -> NDArray[np.int64]:
        found = matching(*given)  # type: ignore[arg-type]
        read.extend(found.tolist())
        return found

    monkeypatch.setattr(bounded, "matching", seen)
    old = np.arange(31, 61, dtype=np.int64)
    every = _searched(held, COMMON, len(old), old, whole=10**9)
    found = _searched(held, COMMON, len(old), old)

    assert {each for each, _ in found} == {each for each, _ in every}
    assert read
    assert set(read) <= set(old.tolist())


def test_of_few_that_pass_each_is_read(held: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    few = np.array([-1, 2, 3, 60, 61, 62, COUNT, COUNT + 7], dtype=np.int64)
    every = _searched(held, [*COMMON, "otter"], COUNT, few, whole=10**9)
    monkeypatch.setattr(bounded, "_led", None)
    found = _searched(held, [*COMMON, "otter"], COUNT, few)

    assert {each for each, _ in found} == {each for each, _ in every}
    with pytest.raises(TypeError):
        _searched(held, COMMON, 5)
