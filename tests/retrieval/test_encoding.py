"""Sentences have their vectors when an article is added, or get them without being asked for."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from retrieval import encoding
from retrieval.ingest import sentences as ingest
from retrieval.ingest.sentences import SPLITTER
from retrieval.library import Library
from retrieval.store.catalogue import Catalogue
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from config.settings import Settings
    from retrieval.models.base import Encoder
    from retrieval.store.records import SentenceVectors

# None of them is so much of the paragraph that it has the vector of that.
CUT = ["It was late.", "Nobody knew why.", "It was cold.", "All waited."]
TEXTS = (
    " ".join(CUT),
    "It had run aground off the cape, the harbour master said.",
)
STORY = "Ferry late again\n\n" + "\n\n".join(TEXTS) + "\n"
CLOSE, ABOUT = 0.999, 0.9


class Counting:
    """Vectors of four numbers that follow from the text, and a list of what was encoded."""

    key = "counting"
    dimensions = 4

    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        del query
        self.texts += texts
        return vectors_of(texts)


def vectors_of(texts: Sequence[str]) -> NDArray[np.float32]:
    rows = np.array(
        [np.random.default_rng(list(text.encode())).standard_normal(4) for text in texts]
    ).reshape(-1, 4)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "catalogue") as opened:
        yield opened


@pytest.fixture
def counting() -> Counting:
    return Counting()


def of(catalogue: Catalogue, encoder: Encoder, article: str = "one") -> SentenceVectors:
    return encoding.sentence_vectors(catalogue, encoder, [article])[article]


def right(catalogue: Catalogue, found: SentenceVectors, article: str = "one") -> bool:
    """Whether every vector is that of the words it stands for."""
    held = catalogue.article(article)
    words = [
        held.text[start:end] if number else held.title
        for number, start, end in zip(found.paragraphs, found.starts, found.ends, strict=True)
    ]
    return bool((np.sum(found.vectors * vectors_of(words), axis=1) > CLOSE).all())


def test_a_paragraph_of_one_sentence_is_encoded_once(counting: Counting) -> None:
    draft = entry("one", TEXTS).draft
    ((paragraphs, found),) = encoding.encoded([(draft.article, draft.paragraphs)], counting)
    assert sorted(counting.texts) == sorted([*TEXTS, "A bridge", *CUT])
    assert found.paragraphs.tolist() == [0, 1, 1, 1, 1, 2]
    assert (found.starts[0], found.ends[0]) == (0, 0)
    assert np.array_equal(found.vectors[5], paragraphs[1])
    assert np.array_equal(paragraphs, vectors_of(TEXTS))


def test_a_sentence_that_is_most_of_its_paragraph_has_its_vector(counting: Counting) -> None:
    long = "The harbour master said that it had run aground off the cape."
    draft = entry("one", [f"{long} Nobody knew why."]).draft
    ((paragraphs, found),) = encoding.encoded([(draft.article, draft.paragraphs)], counting)
    assert long not in counting.texts
    assert np.array_equal(found.vectors[1], paragraphs[0])
    assert np.array_equal(found.vectors[2], vectors_of(["Nobody knew why."])[0])
    assert (found.starts[1], found.ends[1]) == (0, len(long))


def test_of_two_halves_of_a_paragraph_the_longer_one_alone_has_its_vector(
    counting: Counting,
) -> None:
    halves = ["The ferry ran aground.", "Nobody was on board."]
    draft = entry("one", [" ".join(halves)]).draft
    ((paragraphs, found),) = encoding.encoded([(draft.article, draft.paragraphs)], counting)
    assert np.array_equal(found.vectors[1], paragraphs[0])
    assert np.array_equal(found.vectors[2], vectors_of(halves)[1])


def test_several_articles_get_each_their_own(catalogue: Catalogue, counting: Counting) -> None:
    entries = [entry("one", TEXTS), entry("two", TEXTS[1:], title=" "), entry("three", [])]
    found = encoding.encoded([(each.draft.article, each.draft.paragraphs) for each in entries],
                             counting)  # fmt: skip
    catalogue.add(entries, encoder="other")
    assert [len(paragraphs) for paragraphs, _ in found] == [2, 1, 0]
    assert [len(sentences) for _, sentences in found] == [6, 1, 1]
    for name, (_, sentences) in zip(("one", "two", "three"), found, strict=True):
        assert right(catalogue, sentences, name)


def test_what_is_not_stored_is_encoded_when_it_is_needed(
    catalogue: Catalogue, counting: Counting
) -> None:
    catalogue.add([entry("one", TEXTS)], encoder="other")
    found = of(catalogue, counting)
    assert found.paragraphs.tolist() == [0, 1, 1, 1, 1, 2]
    assert right(catalogue, found)
    assert encoding.sentence_vectors(catalogue, counting, ["gone"]) == {}


def test_filling_goes_on_where_it_was_stopped(
    catalogue: Catalogue, counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoding, "ARTICLES_AT_ONCE", 1)
    catalogue.add([entry(name, TEXTS) for name in ("one", "two", "three")], encoder="other")

    def stop(done: int, total: int) -> None:
        heard.append((done, total))
        if (done, total) == (1, 3):
            raise KeyboardInterrupt

    heard: list[tuple[int, int]] = []
    with pytest.raises(KeyboardInterrupt):
        encoding.fill(catalogue, counting, stop)
    assert catalogue.without_sentences(counting.key, SPLITTER, 9) == ["two", "three"]
    assert heard == [(0, 6), (0, 3), (1, 3)]
    # The paragraphs' vectors were there by then: none is encoded again.
    assert len(counting.texts) == 6 + 5
    encoding.fill(catalogue, counting, lambda *_: None)
    assert catalogue.without_sentences(counting.key, SPLITTER, 9) == []
    assert len(counting.texts) == 6 + 3 * 5
    before = list(counting.texts)
    encoding.fill(catalogue, counting, lambda *_: pytest.fail("there is nothing to do"))
    for name in ("one", "two", "three"):
        assert right(catalogue, of(catalogue, counting, name), name)
    assert counting.texts == before


def test_a_library_that_cannot_be_written_is_left_without(
    catalogue: Catalogue, counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = replace(entry("one", TEXTS), vectors=vectors_of(TEXTS))
    catalogue.add([given], encoder=counting.key)
    monkeypatch.setattr(Catalogue, "read_only", property(lambda _: True))
    monkeypatch.setattr(catalogue, "writing", lambda: pytest.fail("it cannot be written"))
    encoding.fill(catalogue, counting, lambda *_: None)
    assert right(catalogue, of(catalogue, counting))


def test_an_article_that_changed_while_it_was_encoded_is_not_filed_as_it_was(
    catalogue: Catalogue,
) -> None:
    catalogue.add([entry("one", TEXTS)], encoder="other")

    class Meddling(Counting):
        def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
            if not self.texts:
                changed = entry("one", ["It sank."])
                catalogue.replace("one", changed, encoder="other", seen="2026-11-02T09:00:00")
            return super().encode(texts, query=query)

    meddling = Meddling()
    encoding.refill(catalogue, meddling, ["one"])
    assert catalogue.sentences(meddling.key, SPLITTER, ["one"]) == {}
    encoding.refill(catalogue, meddling, ["one", "gone"])
    assert right(catalogue, of(catalogue, meddling))


def _add(settings: Settings, folder: Path, story: str) -> None:
    (folder / "story.txt").write_text(story, "utf-8")
    with Library.open(settings) as library:
        for _ in library.add([folder / "story.txt"], source="The Harbour Post"):
            pass


def _stored(settings: Settings, encoder: Encoder) -> SentenceVectors | None:
    with closing(Catalogue.open(settings.library.path)) as catalogue:
        (row,) = catalogue.articles()
        return catalogue.sentences(encoder.key, SPLITTER, [row.ref.id]).get(row.ref.id)


def _texts(settings: Settings, found: SentenceVectors) -> list[str]:
    with closing(Catalogue.open(settings.library.path)) as catalogue:
        (row,) = catalogue.articles()
        text = catalogue.article(row.ref.id).text
    spans = zip(found.starts, found.ends, strict=True)
    return [text[start:end] or row.ref.title for start, end in spans]


def test_adding_correcting_and_renaming_keep_sentences_in_step(
    settings: Settings, encoder: Encoder, tmp_path: Path
) -> None:
    story = "---\ntitle: %s\nsource: The Harbour Post\n---\n\n%s\n"
    first, second = (
        "\n\n".join(TEXTS),
        "\n\n".join((*TEXTS, "It floats. All live. It rains. Nobody minds.")),
    )
    for title, text in (("Ferry", first), ("Ferry late", first), ("Ferry late", second)):
        _add(settings, tmp_path, story % (title, text))
        found = _stored(settings, encoder)
        assert found is not None
        words = _texts(settings, found)
        assert words[0] == title
        # In int8 a vector depends a little on what it is encoded together with.
        near = found.vectors @ encoder.encode(words).T
        assert near.argmax(axis=1).tolist() == list(range(len(words)))
        assert near.diagonal().min() > ABOUT
    assert words[-4:] == ["It floats.", "All live.", "It rains.", "Nobody minds."]


def test_an_old_library_is_brought_up_to_date_by_itself(
    settings: Settings, encoder: Encoder, tmp_path: Path
) -> None:
    _add(settings, tmp_path, STORY)
    with (
        closing(Catalogue.open(settings.library.path)) as catalogue,
        catalogue.database.writing() as connection,
    ):
        connection.execute("DELETE FROM sentence")
    stages: list[str] = []
    with Library.open(settings, progress=lambda stage, *_: stages.append(stage)) as library:
        library.ask("Was the ferry late?")
    assert stages == ["Encoding the library anew"]
    found = _stored(settings, encoder)
    assert found is not None
    assert _texts(settings, found)[1:] == [*CUT, TEXTS[1]]


def test_where_sentences_are_cut_otherwise_only_what_moved_is_encoded(
    catalogue: Catalogue, counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue.add([replace(entry("one", TEXTS), vectors=vectors_of(TEXTS))], encoder=counting.key)

    def cut(text: str, start: int, end: int, language: str | None) -> list[tuple[int, int]]:
        spans = ingest.sentences(text, start, end, language)
        return [(start, end)] if text[start:end] == TEXTS[0] else spans

    monkeypatch.setattr(encoding, "sentences", cut)
    encoding.fill(catalogue, counting, lambda *_: None)
    before = len(counting.texts)
    monkeypatch.undo()
    monkeypatch.setattr(encoding, "SPLITTER", SPLITTER + 1)
    encoding.fill(catalogue, counting, lambda *_: None)
    # The headline and the other paragraph stand where they stood.
    assert sorted(counting.texts[before:]) == sorted(CUT)
    found = of(catalogue, counting)
    assert len(found.starts) == 6
    assert right(catalogue, found)


def test_the_same_words_in_a_changed_article_are_found_by_its_paragraphs(
    catalogue: Catalogue, counting: Counting
) -> None:
    """An article whose paragraphs have vectors and whose sentences have none costs half."""
    given = entry("one", TEXTS)
    vectors = replace(given, vectors=vectors_of(TEXTS))
    catalogue.add([vectors], encoder=counting.key)
    found = of(catalogue, counting)
    assert TEXTS[1] not in counting.texts
    assert right(catalogue, found)
