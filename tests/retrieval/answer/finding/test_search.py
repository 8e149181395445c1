"""The articles of an event: by their best paragraphs, whatever their source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from retrieval.answer.finding.search import BEST, EventArticle, find_event
from retrieval.answer.question.question import understand
from retrieval.index.numpy_index import NumpyIndex
from retrieval.model import Filter, Source
from retrieval.store.catalogue import Catalogue
from retrieval.store.records import Entry
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from retrieval.library import Library

ASKED = "Did the council sell the lighthouse?"
NORTH, SOUTH = Source("north", "North"), Source("south", "South")


def towards(cosine: float) -> list[float]:
    """A vector of that cosine to the question's, which is [1, 0, 0, 0]."""
    return [cosine, float(np.sqrt(1 - cosine * cosine)), 0.0, 0.0]


def about(
    name: str, cosines: Sequence[float], *, source: Source = NORTH, words: str = "Rain again."
) -> Entry:
    """An article whose paragraphs are so near to the question."""
    given = entry(name, [words] * len(cosines), source=source, title=name)
    vectors = np.array([towards(each) for each in cosines], dtype=np.float32)
    return Entry(given.draft, given.sketch, vectors)


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "catalogue") as opened:
        yield opened


def find(
    catalogue: Catalogue,
    *,
    articles: int = 10,
    where: Filter | None = None,
    index: NumpyIndex | None = None,
) -> list[EventArticle]:
    return find_event(
        understand(ASKED),
        np.array([1, 0, 0, 0], dtype=np.float32),
        catalogue=catalogue,
        index=index or indexed(catalogue),
        where=where or Filter(),
        among=None if where is None else catalogue.paragraph_ids(where),
        articles=articles,
    ).whole()


def indexed(catalogue: Catalogue) -> NumpyIndex:
    index = NumpyIndex(4)
    ids, vectors = catalogue.vectors("e")
    index.add(ids, vectors.reshape(-1, 4))
    return index


def names(found: Sequence[EventArticle]) -> list[str]:
    return [each.article_id for each in found]


def test_three_near_paragraphs_speak_louder_than_one(catalogue: Catalogue) -> None:
    catalogue.add([about("lucky", [0.9]), about("event", [0.5, 0.5, 0.5])], encoder="e")
    found = find(catalogue)
    assert names(found) == ["event", "lucky"]
    assert [each.rank for each in found] == [1, 2]
    assert found[0].score > found[1].score > 0


def test_a_long_article_gains_nothing_by_its_length(catalogue: Catalogue) -> None:
    short, long = about("short", [0.6] * BEST), about("long", [0.5] * 40)
    catalogue.add([long, short], encoder="e")
    assert names(find(catalogue)) == ["short", "long"]


def test_a_source_has_all_its_articles_on_the_event_and_the_others_their_best_behind_them(
    catalogue: Catalogue,
) -> None:
    event = [about(f"event {number}", [0.8, 0.7, 0.6]) for number in range(4)]
    other = [
        about(f"other {number}", [0.1 + near, 0.1], source=Source(f"s{number}", f"S{number}"))
        for number in range(8)
        for near in [number / 100]
    ]
    second = about("second", [0.1, 0.1], source=Source("s7", "S7"))
    catalogue.add([*other, *event, second], encoder="e")
    found = find(catalogue, articles=4)
    assert sorted(names(found)[:4]) == [f"event {number}" for number in range(4)]
    assert names(found)[4:] == ["other 7", "other 6", "other 5", "other 4"]


def test_every_paragraph_of_a_found_article_is_given(catalogue: Catalogue) -> None:
    cosines = [0.9, -0.2, 0.1, 0.3]
    catalogue.add([about("event", cosines)], encoder="e")
    (found,) = find(catalogue)
    assert list(found.paragraphs) == [1, 2, 3, 4]
    assert [match.cosine for match in found.paragraphs.values()] == pytest.approx(cosines)
    assert all(0 <= match.fused <= 1 for match in found.paragraphs.values())


def test_words_find_what_the_vector_does_not(catalogue: Catalogue) -> None:
    words = "The lighthouse was sold by the council."
    catalogue.add(
        [about(f"near {number}", [0.4] * 30) for number in range(10)]
        + [about("words", [0.3] * 3, words=words)],
        encoder="e",
    )
    (first, *_) = find(catalogue)
    assert first.article_id == "words"
    assert [match.lexical for match in first.paragraphs.values()] == pytest.approx([1, 1, 1])
    # Found by its words alone, it has its true cosine all the same.
    assert first.paragraphs[1].cosine == pytest.approx(0.3)


def test_what_another_language_writes_for_a_name_comes_near(catalogue: Catalogue) -> None:
    texts = {
        "own": ("ru", "Маяк закрыла смотрительница Орнелла Квист."),
        "named": ("de", "Ornella Quist schwieg."),
        "nearer": ("en", "Rain again."),
    }
    for name, (language, words) in texts.items():
        given = about(name, [0.5 if name == "nearer" else 0.4], words=words)
        draft = replace(given.draft, article=replace(given.draft.article, language=language))
        catalogue.add([Entry(draft, given.sketch, given.vectors)], encoder="e")
    found = find_event(
        understand("закрыла ли маяк орнелла квист", ("en", "ru", "de")),
        np.array([1, 0, 0, 0], dtype=np.float32),
        catalogue=catalogue,
        index=indexed(catalogue),
        where=Filter(),
        among=None,
        articles=3,
        languages=("en", "ru", "de"),
    ).whole()
    assert names(found) == ["own", "named", "nearer"]


def test_filters_are_kept(catalogue: Catalogue) -> None:
    catalogue.add([about("north", [0.9] * 3), about("south", [0.2] * 3, source=SOUTH)], encoder="e")
    assert names(find(catalogue, where=Filter(sources=("south",)))) == ["south"]
    assert find(catalogue, where=Filter(until="1990-01-01")) == []
    assert names(find(catalogue)) == ["north", "south"]


def test_an_empty_library_has_no_event(catalogue: Catalogue) -> None:
    assert find(catalogue) == []


def test_what_is_gone_from_the_catalogue_is_passed_over(catalogue: Catalogue) -> None:
    catalogue.add([about("one", [0.9]), about("two", [0.8])], encoder="e")
    index = indexed(catalogue)
    catalogue.remove("one")
    assert names(find(catalogue, index=index)) == ["two"]


def test_what_a_copy_shares_with_its_original_is_found_there_alone(catalogue: Catalogue) -> None:
    story, told = about("story", [0.6, 0.6, 0.6]), about("told", [0.6, 0.6, 0.6], source=SOUTH)
    retold, same = about("retold", [0.6, 0.6, 0.6], source=SOUTH), about("same", [0.9] * 3)
    crowd = [about(f"crowd {number}", [0.4] * 3) for number in range(6)]
    catalogue.add([*crowd, story, told, retold, same], encoder="e")
    last = told.draft.paragraphs[2]
    catalogue.refer("told", "story", [(last.start, last.end)], 1)
    catalogue.refer("retold", "story", [(last.start, last.end)], 1)
    catalogue.refer("same", "story")
    found = {each.article_id: each for each in find(catalogue, articles=3)}

    # One paragraph of its own is enough to stand before those that are on the event less.
    assert set([*found][:3]) == {"story", "told", "retold"}
    assert (list(found["told"].paragraphs), found["told"].own) == ([3], ((last.start, last.end),))
    assert found["story"].own is None
    # Without the original, nothing is shared.
    alone = find(catalogue, where=Filter(sources=("south",)))
    assert [(list(each.paragraphs), each.own) for each in alone] == [([1, 2, 3], None)] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Did Putin congratulate Trump?",
        "did putin congratulate trump",
        "Did Putin Congratulate Trump?",
        "DID PUTIN CONGRATULATE TRUMP?",
    ],
)
def test_the_same_question_in_other_clothes_finds_the_same(seeded: Library, text: str) -> None:
    def event(asked: str) -> list[str]:
        question = understand(asked)
        found = find_event(
            question,
            seeded._engines.encoder.encode([question.text], query=True)[0],
            catalogue=seeded._catalogue,
            index=seeded._stored.current(),
            where=Filter(),
            among=None,
            articles=10,
        ).whole()
        return names(found)

    assert event(text) == event("Did Putin congratulate Trump?")
    assert len(event(text)) == 4
