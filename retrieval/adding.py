"""Files into the library: read, recognise what is held already, encode, commit."""

from __future__ import annotations

import re
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from retrieval.encoding import encoded, refill
from retrieval.errors import ArticleError, InputError
from retrieval.ingest.copies import candidates_least, is_copy, sketch
from retrieval.ingest.read import find_files, read_file
from retrieval.ingest.sentences import SPLITTER
from retrieval.model import ArticleRef, Copy, Source
from retrieval.store.naming import named
from retrieval.store.records import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from retrieval.ingest.sidecar import Sidecar
    from retrieval.model import Article, Draft
    from retrieval.models.base import Encoder
    from retrieval.store.catalogue import Catalogue

Outcome = Literal["added", "copy", "updated", "unchanged", "refused"]

# One batch is encoded together and committed together: enough to keep the encoder's batches full
# and the commits few, little enough that an interrupted run loses only seconds of work.
BATCH_PARAGRAPHS = 512
# From so many times the length on, a copy has paragraphs that the article held lacks.
LONGER = 1.2


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
class _Waiting:
    path: Path | None
    draft: Draft
    sketch: frozenset[int]
    vouched: bool = True
    url: str | None = None


class Adder:
    """Adds files to a catalogue. What it yields is committed; the encoder loads when needed."""

    def __init__(
        self,
        catalogue: Catalogue,
        encoder: Callable[[], Encoder],
        *,
        max_bytes: int,
        kept: Callable[[Added], None] | None = None,
    ) -> None:
        # `kept` hears of every outcome inside the transaction that makes it so.
        self._kept = kept
        self._catalogue = catalogue
        self._encoder = encoder
        self._max_bytes = max_bytes
        self._waiting: list[_Waiting] = []

    def add(
        self, paths: Sequence[Path], *, source: str | None, progress: Callable[[int, int], None]
    ) -> Iterator[Added]:
        """Add files and folders; yields one outcome a file, each after it is safe on disk.

        `source` names the publisher of all of them. Raises InputError for a path that does not
        exist and LibraryError where nothing can be written.
        """
        if source is not None:
            named(source)
        files = find_files(paths)
        for done, (path, sidecar) in enumerate(files):
            progress(done, len(files))
            yield from self._one(path, sidecar, source)
        yield from self.flush()
        progress(len(files), len(files))

    def take(self, draft: Draft, *, vouched: bool) -> Added:
        """Add an article that was read elsewhere, under its path.

        Nobody vouches for what it says of itself: then it changes nothing of an article held.
        """
        article = draft.article
        path = Path(article.path or article.id)
        item = _Waiting(path, draft, sketch(article.text), vouched)
        try:
            settled = self._settled(item)
        except InputError as error:
            return Added(path, "refused", reason=str(error))
        if not settled:
            self._waiting.append(item)
            settled = self.flush()
        return settled[0]

    def put(self, draft: Draft, *, path: Path | None = None, url: str | None = None) -> list[Added]:
        """Add an article from a file, or from the address `url`; gives what is safe on disk by now.

        New articles wait for others to be encoded with; `flush` settles what still does.
        """
        results: list[Added] = []
        marks = sketch(draft.article.text)
        # A copy of, or a second file at the address of, what still waits: settle that first.
        if any(_alike(draft, marks, other) for other in self._waiting):
            results += self.flush()
        item = _Waiting(path, draft, marks, url=url)
        try:
            with self._catalogue.writing() if self._kept is not None else nullcontext():
                settled = self._told(self._settled(item))
        except InputError as error:
            # An address in a sidecar that is another article's: one file's fault, not the run's.
            refused = Added(path, "refused", reason=f"{url or path}: {error}", url=url)
            return results + self._told([refused])
        if not settled:
            self._waiting.append(item)
            if sum(len(item.draft.paragraphs) for item in self._waiting) >= BATCH_PARAGRAPHS:
                settled = self.flush()
        return results + settled

    def _one(self, path: Path, sidecar: Sidecar | None, source: str | None) -> Iterator[Added]:
        try:
            draft = read_file(path, sidecar=sidecar, max_bytes=self._max_bytes)
        except ArticleError as error:
            yield Added(path, "refused", reason=str(error))
            return
        article = replace(draft.article, path=address(path))
        if source is not None:
            article = replace(article, source=Source(id=_slug(source), name=source))
        yield from self.put(replace(draft, article=article), path=path)

    def _settled(self, item: _Waiting) -> list[Added]:
        """What became of a file whose article is held already; empty for a new article."""
        article = item.draft.article
        held = self._catalogue.by_address(article.path, article.url)
        if held is not None and not held[1]:
            return [self._again(held[0], item)]
        original = self._original(article.text, item.sketch)
        if original is not None:
            return [self._copy(original, item, known=held is not None and held[0] == original)]
        if held is not None:
            # The address of a copy that is none any more: it stands for itself from now on.
            self._catalogue.remove_copy(held[0], Copy(article.path, article.url))
        return []

    def _again(self, held: str, item: _Waiting) -> Added:
        """A file at the address of an article: the same, better described, or a new version."""
        before = self._catalogue.article(held)
        article = item.draft.article
        cut = len(before.text) >= LONGER * len(article.text) and any(
            version.text == article.text for version in self._catalogue.versions(held)
        )
        if cut or not item.vouched:
            # Cut: the text that a longer copy has taken the place of.
            outcome: Outcome = "unchanged"
        elif before.text == article.text:
            changed = self._described(held, before.title, article)
            outcome = "updated" if changed else "unchanged"
        else:
            now = datetime.now(UTC).isoformat(timespec="seconds")
            entry = self._entries([item])[0]
            self._catalogue.replace(held, entry, encoder=self._encoder().key, seen=now)
            outcome = "updated"
        return self._outcome(item, outcome, held)

    def _described(self, held: str, title: str, article: Article) -> bool:
        with self._catalogue.writing():
            changed = self._catalogue.describe(held, article)
            if article.title != title:
                refill(self._catalogue, self._encoder(), [held])
        return changed

    def _original(self, text: str, marks: frozenset[int]) -> str | None:
        """The held article that the text is a copy of."""
        for held, _ in self._catalogue.by_sketch(marks, candidates_least(len(marks))):
            if is_copy(text, self._catalogue.article(held).text):
                return held
        return None

    def _copy(self, original: str, item: _Waiting, *, known: bool) -> Added:
        draft = item.draft
        own = item.url is None or draft.article.source.id == self._source_of(original)
        # What another site puts after a story is not the story's publisher speaking.
        if item.vouched and own:
            self._keep_longest(original, item)
        copy = Copy(path=draft.article.path, url=draft.article.url)
        self._catalogue.add_copy(original, copy, draft.raw, draft.media_type)
        return self._outcome(item, "unchanged" if known else "copy", original)

    def _source_of(self, held: str) -> str:
        return self._catalogue.article(held).source.id

    def _keep_longest(self, original: str, item: _Waiting) -> None:
        """Where the copy has the whole story and the article held was cut, hold the whole."""
        held, text = self._catalogue.article(original), item.draft.article.text
        if len(text) < LONGER * len(held.text):
            return
        whole = replace(item.draft, article=replace(held, text=text))
        entry = self._entries([_Waiting(item.path, whole, item.sketch)])[0]
        # It has not changed at its publisher: `updated` says no more than was known.
        seen = held.updated or held.published or datetime.now(UTC).isoformat(timespec="seconds")
        self._catalogue.replace(original, entry, encoder=self._encoder().key, seen=seen)

    def flush(self) -> list[Added]:
        """Encode and commit what waits, all in one transaction; what became of each."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return []
        entries = self._entries(waiting)
        results: list[Added] = []
        with self._catalogue.writing():
            # Encoding took a while, and another process may have added the same meanwhile.
            new = []
            for item, entry in zip(waiting, entries, strict=True):
                article = item.draft.article
                held = self._catalogue.by_address(article.path, article.url)
                if held is None and self._original(article.text, item.sketch) is None:
                    new.append((item, entry))
                else:
                    results += self._settled(item)
            added = self._catalogue.add([entry for _, entry in new], encoder=self._encoder().key)
            for item, _ in new:
                held_as = item.draft.article.id
                outcome: Outcome = "added" if held_as in added else "unchanged"
                results.append(self._outcome(item, outcome, held_as))
            return self._told(results)

    def _told(self, results: list[Added]) -> list[Added]:
        if self._kept is not None:
            for each in results:
                self._kept(each)
        return results

    def _entries(self, waiting: Sequence[_Waiting]) -> list[Entry]:
        vectors = encoded(
            [(item.draft.article, item.draft.paragraphs) for item in waiting], self._encoder()
        )
        return [
            Entry(item.draft, item.sketch, paragraphs, sentences, SPLITTER)
            for item, (paragraphs, sentences) in zip(waiting, vectors, strict=True)
        ]

    def _outcome(self, item: _Waiting, outcome: Outcome, held: str) -> Added:
        article = self._catalogue.article(held)
        return Added(
            path=item.path,
            outcome=outcome,
            article=article.reference(),
            source=article.source,
            paragraphs=len(self._catalogue.paragraphs(held)),
            url=item.url,
        )


def seeds_folder() -> Path | None:
    """The folder of the example articles, in a checkout or installed; None where it is missing."""
    spec = find_spec("seeds")
    places = list(spec.submodule_search_locations or ()) if spec is not None else []
    return next((Path(place) for place in places if (Path(place) / "sources.toml").exists()), None)


def address(path: Path) -> str:
    """The name a file is remembered by: its absolute path, or `seeds/NAME` for an example."""
    whole = path.resolve()
    seeds = seeds_folder()
    if seeds is not None and whole.is_relative_to(seeds.resolve()):
        return f"seeds/{whole.relative_to(seeds.resolve()).as_posix()}"
    return whole.as_posix()


def _alike(draft: Draft, marks: frozenset[int], other: _Waiting) -> bool:
    least = candidates_least(min(len(marks), len(other.sketch)))
    theirs = other.draft.article
    same_place = draft.article.url is not None and draft.article.url == theirs.url
    same_file = draft.article.path is not None and draft.article.path == theirs.path
    return same_place or same_file or len(marks & other.sketch) >= max(1, least)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "source"
