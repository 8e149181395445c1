"""What becomes of an article that was read: new, a copy, a version of one held, or nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from retrieval.encoding import encoded, refill
from retrieval.ingest.copies import sketch
from retrieval.ingest.read import article_id
from retrieval.ingest.sentences import SPLITTER
from retrieval.model import ArticleRef, Copy, Source
from retrieval.places import file_at
from retrieval.relating import LONGER, Match, is_whole, match, sayings, settle
from retrieval.store.records import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from retrieval.model import Article, Draft
    from retrieval.models.base import Encoder
    from retrieval.store.catalogue import Catalogue
    from retrieval.store.records import HeldAt

Outcome = Literal["added", "copy", "updated", "unchanged", "refused"]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file or address; `reason` says why one was refused.

    `article` is the one held. `path` is the file, `url` the address that was asked for.
    """

    path: Path | None
    outcome: Outcome
    article: ArticleRef | None = None
    source: Source | None = None
    paragraphs: int = 0
    reason: str | None = None
    url: str | None = None

    @property
    def place(self) -> str:
        """What was given: the address or the file."""
        return self.url or str(self.path)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article that was read from a file or from the address `url`, and is not kept yet."""

    path: Path | None
    draft: Draft
    sketch: frozenset[int]
    vouched: bool = True
    url: str | None = None


class Settler:
    """Settles articles in a catalogue, one transaction each; the encoder loads when needed."""

    def __init__(self, catalogue: Catalogue, encoder: Callable[[], Encoder]) -> None:
        self._catalogue = catalogue
        self._encoder = encoder

    def settled(self, item: Waiting) -> tuple[list[Added], Match | None]:
        """What became of a file whose article is held already; nothing for a new article.

        A copy with sentences of its own is new, too, and comes with what it is a copy of.
        """
        article = item.draft.article
        held = self._held(article)
        if held is not None and not held.copy:
            return [self._again(held.article_id, item)], None
        found = match(self._catalogue, article, item.sketch)
        if found is not None and found.article.copy_of is not None:
            # Another outlet has printed more of the story than was held of its publisher's own.
            original = self._catalogue.article(found.article.copy_of.id)
            found = Match(original) if _is_whole(item, original) else found
        if found is not None and (not found.sentences or _is_whole(item, found.article)):
            return [self._copy(found.article, item, held)], None
        if held is not None:
            # The address of a copy that is none any more: it stands for itself from now on.
            self._catalogue.remove_copy(held.article_id, Copy(article.path, article.url))
        return [], found

    def _held(self, article: Article) -> HeldAt | None:
        """What is held under the article's address.

        Two files that claim one address on the web are two articles: neither replaces the other.
        """
        held = self._catalogue.by_address(article.path, article.url)
        if held is None or article.path is None or held.path in (None, article.path):
            return held
        both = file_at(held.path).is_file() and file_at(article.path).is_file()
        return self._catalogue.by_address(article.path, None) if both else held

    def _again(self, held: str, item: Waiting) -> Added:
        """A file at the address of an article: the same, better described, or a new version."""
        before = self._catalogue.article(held)
        article = item.draft.article
        if not item.vouched or self._is_cut(before, article):
            outcome: Outcome = "unchanged"
        elif before.text == article.text:
            changed = self._described(held, before.title, article)
            outcome = "updated" if changed else "unchanged"
        else:
            self._replace(held, item, seen=_now())
            outcome = "updated"
        return self._outcome(item, outcome, held)

    def _described(self, held: str, title: str, article: Article) -> bool:
        with self._catalogue.writing():
            changed = self._catalogue.describe(held, article)
            if article.title != title:
                refill(self._catalogue, self._encoder(), [held])
        return changed

    def _is_cut(self, before: Article, article: Article) -> bool:
        """Whether this is the text that a longer copy has taken the place of."""
        if len(before.text) < LONGER * len(article.text):
            return False
        told = [copy.draft for copy in self._catalogue.copies(before.id)]
        longer = any(draft is None or draft.article.text == before.text for draft in told)
        versions = self._catalogue.versions(before.id)
        return longer and any(version.text == article.text for version in versions)

    def _copy(self, original: Article, item: Waiting, held: HeldAt | None) -> Added:
        draft = item.draft
        copy = Copy(path=draft.article.path, url=draft.article.url)
        known = held is not None and held.article_id == original.id
        with self._catalogue.writing():
            if held is not None and not known:
                self._catalogue.remove_copy(held.article_id, copy)
            if _is_whole(item, original):
                # Where the copy has the whole story and the article held was cut, hold the whole.
                # It has not changed at its publisher: `updated` says no more than was known.
                whole = replace(draft, article=replace(original, text=draft.article.text))
                seen = original.updated or original.published or _now()
                self._replace(original.id, replace(item, draft=whole), seen=seen)
            if held is None or not known:
                self._catalogue.add_copy(original.id, copy, draft.raw, draft.media_type, draft)
            elif held.text != draft.article.text:
                self._catalogue.tell(held.address, draft)
        return self._outcome(item, "unchanged" if known else "copy", original.id)

    def _replace(self, held: str, item: Waiting, *, seen: str) -> None:
        """Give an article another text; copies that say what it said before stand for it now."""
        entry = self.entries([item])[0]
        with self._catalogue.writing():
            self._catalogue.replace(held, entry, encoder=self._encoder().key, seen=seen)
            settle(self._catalogue, held)
            now = self._catalogue.article(held)
            for told in self._catalogue.copies(held):
                draft = told.draft
                if draft is not None and sayings(draft.article, now):
                    self._catalogue.remove_copy(held, told.copy)
                    self.stand(draft)

    def stand(self, draft: Draft) -> None:
        """Keep what was read at a copy's address, which is no copy of its article any more."""
        path = draft.article.path
        item = Waiting(Path(path) if path else None, draft, sketch(draft.article.text))
        with self._catalogue.writing():
            self.keep([item], self.entries([item]))

    def keep(self, waiting: Sequence[Waiting], entries: Sequence[Entry]) -> list[Added]:
        """Keep new articles; what somebody else has added meanwhile is settled as held."""
        results: list[Added] = []
        new: list[tuple[Waiting, Entry, Match | None]] = []
        for item, entry in zip(waiting, entries, strict=True):
            settled, found = self.settled(item)
            results += settled
            if not settled:
                new.append((item, self._named(entry), found))
        added = self._catalogue.add([entry for _, entry, _ in new], encoder=self._encoder().key)
        for item, entry, found in new:
            held_as = entry.draft.article.id
            outcome: Outcome = "added" if held_as in added else "unchanged"
            if found is not None and held_as in added:
                self._catalogue.refer(held_as, found.article.id, found.own, found.sentences)
            results.append(self._outcome(item, outcome, held_as))
        return results

    def _named(self, entry: Entry) -> Entry:
        """The entry under an id of its own, where an article that has moved on has its id."""
        article, number = entry.draft.article, 1
        name = article.id
        while self._catalogue.holds(name):
            number += 1
            name = article_id(article.source, article.text, number)
        return replace(entry, draft=replace(entry.draft, article=replace(article, id=name)))

    def entries(self, waiting: Sequence[Waiting]) -> list[Entry]:
        """What the catalogue keeps of them, their vectors with it."""
        vectors = encoded(
            [(item.draft.article, item.draft.paragraphs) for item in waiting], self._encoder()
        )
        return [
            Entry(item.draft, item.sketch, paragraphs, sentences, SPLITTER)
            for item, (paragraphs, sentences) in zip(waiting, vectors, strict=True)
        ]

    def _outcome(self, item: Waiting, outcome: Outcome, held: str) -> Added:
        article = self._catalogue.article(held)
        return Added(
            path=item.path,
            outcome=outcome,
            article=article.reference(),
            source=article.source,
            paragraphs=len(self._catalogue.paragraphs(held)),
            url=item.url,
        )


def _is_whole(item: Waiting, original: Article) -> bool:
    return item.vouched and is_whole(item.draft.article, original)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
