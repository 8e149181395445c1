"""Articles into vectors: of their paragraphs, their sentences and their titles."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from retrieval.errors import NotFoundError
from retrieval.ingest.sentences import SPLITTER, sentences
from retrieval.store.records import SentenceVectors

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from retrieval.model import Article, Paragraph
    from retrieval.models.base import Encoder
    from retrieval.store.catalogue import Catalogue

# Paragraphs, and articles, encoded and committed at once when a library meets an encoder that is
# new to it: little enough that who stops it loses only seconds of work.
PARAGRAPHS_AT_ONCE = 1024
ARTICLES_AT_ONCE = 32
# The longest sentence of a paragraph that is so much of it has the paragraph's vector: a fifth of
# all there is to encode less, and of real news as much is found, shown and right
# (docs/measured.md). Two of one paragraph never have the same.
MOST_OF_IT = 0.35
_WIDTH = 3

Held = tuple["Article", tuple["Paragraph", ...]]


@dataclass(frozen=True, slots=True)
class _Plan:
    """The sentences of an article, and which of them have their paragraph's vector.

    `own` maps a sentence to its paragraph, by place in the lists, where it is most of that, `kept`
    others to the vectors that they have already.
    """

    places: tuple[tuple[int, int, int], ...]
    texts: tuple[str, ...]
    own: dict[int, int]
    kept: Mapping[int, NDArray[np.float32]] = field(default_factory=dict)

    def fresh(self) -> list[int]:
        return [at for at in range(len(self.texts)) if at not in self.own and at not in self.kept]

    def to_encode(self) -> list[str]:
        return [self.texts[at] for at in self.fresh()]


def encoded(
    articles: Sequence[Held], encoder: Encoder
) -> list[tuple[NDArray[np.float32], SentenceVectors]]:
    """For each article, the vectors of its paragraphs (n, dimensions), and its sentences."""
    plans = [_plan(*each) for each in articles]
    texts: list[str] = []
    for (article, paragraphs), plan in zip(articles, plans, strict=True):
        texts += [article.text[each.start : each.end] for each in paragraphs]
        texts += plan.to_encode()
    vectors = encoder.encode(texts)
    found, at = [], 0
    for (_, paragraphs), plan in zip(articles, plans, strict=True):
        middle = at + len(paragraphs)
        end = middle + len(plan.to_encode())
        whole = vectors[at:middle]
        found.append((whole, _filled(plan, whole, vectors[middle:end])))
        at = end
    return found


def sentence_vectors(
    catalogue: Catalogue, encoder: Encoder, article_ids: Sequence[str]
) -> dict[str, SentenceVectors]:
    """The sentences of articles, by article id; encoded here and now where none are stored.

    Articles that are no longer held are left out.
    """
    found = catalogue.sentences(encoder.key, SPLITTER, article_ids)
    return found | _of(_held(catalogue, [each for each in article_ids if each not in found]),
                       catalogue, encoder)  # fmt: skip


def fill(catalogue: Catalogue, encoder: Encoder, progress: Callable[[int, int], None]) -> None:
    """Vectors for whatever has none of this encoder and splitter, a batch a transaction.

    `progress` hears how much of the library is done, and of how much. What was stopped goes on
    where it was.
    """
    key = encoder.key
    whole, cut = catalogue.is_encoded(key, SPLITTER)
    total, done = catalogue.counts().paragraphs, 0
    while not whole and (rows := catalogue.missing(key, PARAGRAPHS_AT_ONCE)):
        progress(done, total)
        catalogue.put_vectors(
            key, [row.id for row in rows], encoder.encode([row.text for row in rows])
        )
        done += len(rows)
    # A library that cannot be written answers all the same, from sentences encoded when needed.
    if cut or catalogue.read_only or not catalogue.without_sentences(key, SPLITTER, 1):
        return
    total, done = catalogue.counts().articles, 0
    while missing := catalogue.without_sentences(key, SPLITTER, ARTICLES_AT_ONCE):
        progress(done, total)
        refill(catalogue, encoder, missing)
        done += len(missing)


def refill(catalogue: Catalogue, encoder: Encoder, article_ids: Sequence[str]) -> None:
    """Encode the sentences of articles and file them."""
    held = _held(catalogue, article_ids)
    found = _of(held, catalogue, encoder)
    with catalogue.writing():
        # Encoding takes a while: what another process has changed meanwhile is not what was read.
        now = _held(catalogue, article_ids)
        same = {key for key, each in held.items() if now.get(key) == each}
        catalogue.put_sentences(
            encoder.key, SPLITTER, {key: each for key, each in found.items() if key in same}
        )


def _of(
    held: dict[str, Held], catalogue: Catalogue, encoder: Encoder
) -> dict[str, SentenceVectors]:
    plans = {key: _plan(*each) for key, each in held.items()}
    # Where the rules that cut sentences have changed, most places are as they were.
    before = catalogue.sentences(encoder.key, None, list(held))
    stored = {}
    for key, plan in plans.items():
        # Another process may be filling in the paragraphs of this encoder right now.
        numbers, vectors = catalogue.paragraph_vectors(encoder.key, key)
        by_number = dict(zip(numbers.tolist(), vectors, strict=True))
        paragraphs = held[key][1]
        own = {at: place for at, place in plan.own.items() if paragraphs[place].number in by_number}
        plans[key] = _Plan(plan.places, plan.texts, own, _kept(plan.places, before.get(key)))
        stored[key] = [by_number.get(each.number) for each in paragraphs]
    fresh = encoder.encode([text for plan in plans.values() for text in plan.to_encode()])
    found, at = {}, 0
    for key, plan in plans.items():
        size = len(plan.to_encode())
        found[key] = _filled(plan, stored[key], fresh[at : at + size])
        at += size
    return found


def _held(catalogue: Catalogue, article_ids: Sequence[str]) -> dict[str, Held]:
    found = {}
    for each in article_ids:
        # Somebody may remove an article meanwhile.
        with suppress(NotFoundError):
            found[each] = catalogue.article(each), catalogue.paragraphs(each)
    return found


def _plan(article: Article, paragraphs: Sequence[Paragraph]) -> _Plan:
    places: list[tuple[int, int, int]] = []
    texts: list[str] = []
    own: dict[int, int] = {}
    if article.title.strip():
        places.append((0, 0, 0))
        texts.append(article.title)
    for place, paragraph in enumerate(paragraphs):
        spans = sentences(article.text, paragraph.start, paragraph.end, article.language)
        most = MOST_OF_IT * (paragraph.end - paragraph.start)
        longest = max(range(len(spans)), key=lambda at: spans[at][1] - spans[at][0], default=None)
        if longest is not None and spans[longest][1] - spans[longest][0] >= most:
            own[len(texts) + longest] = place
        places += [(paragraph.number, start, end) for start, end in spans]
        texts += [article.text[start:end] for start, end in spans]
    return _Plan(tuple(places), tuple(texts), own)


def _kept(
    places: Sequence[tuple[int, int, int]], before: SentenceVectors | None
) -> dict[int, NDArray[np.float32]]:
    """Of sentences that stand where one stood before its vector."""
    if before is None:
        return {}
    spans = zip(
        before.paragraphs.tolist(), before.starts.tolist(), before.ends.tolist(), strict=True
    )
    known = dict(zip(spans, before.vectors, strict=True))
    return {at: known[place] for at, place in enumerate(places) if place in known}


def _filled(
    plan: _Plan,
    whole: Sequence[NDArray[np.float32] | None] | NDArray[np.float32],
    fresh: NDArray[np.float32],
) -> SentenceVectors:
    places = np.array(plan.places, dtype=np.int32).reshape(-1, _WIDTH)
    matrix = np.empty((len(plan.texts), fresh.shape[1]), dtype=np.float32)
    matrix[plan.fresh()] = fresh
    for at, vector in plan.kept.items():
        matrix[at] = vector
    for at, place in plan.own.items():
        matrix[at] = whole[place]
    paragraphs, starts, ends = places.T.copy()
    return SentenceVectors(paragraphs, starts, ends, matrix)
