"""Articles into the library, some at a time: encoded together, and committed together."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.errors import ArticleError, InputError
from retrieval.ingest.copies import candidates_least, sketch
from retrieval.ingest.find import find_files
from retrieval.ingest.read import read_file
from retrieval.places import address
from retrieval.settling import Added, Settler, Waiting
from retrieval.whose import recognised

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from concurrent.futures import Future

    from retrieval.ingest.read import PdfReader
    from retrieval.ingest.sidecar import Sidecar
    from retrieval.model import Draft, Source
    from retrieval.models.base import Encoder
    from retrieval.store.catalogue import Catalogue

__all__ = ["Added", "Adder"]

# One batch is encoded together and committed together: enough to keep the encoder's batches full
# and the commits few, little enough that an interrupted run loses only seconds of work.
BATCH_PARAGRAPHS = 512
# Files that are read before it is their turn: about as many as are encoded together.
AHEAD = 24


class Adder:
    """Adds files to a catalogue. What it yields is committed; the encoder loads when needed."""

    def __init__(
        self,
        catalogue: Catalogue,
        encoder: Callable[[], Encoder],
        *,
        max_bytes: int,
        kept: Callable[[Added], None] | None = None,
        pdf: PdfReader | None = None,
    ) -> None:
        # `kept` hears of every outcome inside the transaction that makes it so.
        self._kept = kept
        self._catalogue = catalogue
        self._settler = Settler(catalogue, encoder)
        self._max_bytes = max_bytes
        self._pdf = pdf
        self._waiting: list[Waiting] = []

    def add(
        self, paths: Sequence[Path], *, source: Source | None, progress: Callable[[int, int], None]
    ) -> Iterator[Added]:
        """Add files and folders; yields one outcome a file, each after it is safe on disk.

        `source` is the publisher of all of them. Raises InputError for a path that does not
        exist and LibraryError where nothing can be written.
        """
        files = find_files(paths)
        with closing(self._read(files, source)) as drafts:
            for done, (path, draft) in enumerate(drafts):
                progress(done, len(files))
                if isinstance(draft, ArticleError):
                    yield Added(path, "refused", reason=str(draft))
                    continue
                # Who names a publisher, or has a sidecar say so, is believed.
                told = source is not None or _is_declared(draft, files[done][1])
                yield from self.put(draft if told else self._recognised(draft), path=path)
        yield from self.flush()
        progress(len(files), len(files))

    def take(self, draft: Draft, *, vouched: bool) -> Added:
        """Add an article that was read elsewhere, under its path.

        Nobody vouches for what it says of itself: then it changes nothing of an article held.
        """
        article = draft.article
        path = Path(article.path or article.id)
        item = Waiting(path, draft, sketch(article.text), vouched)
        try:
            settled, _ = self._settler.settled(item)
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
        item = Waiting(path, draft, marks, url=url)
        try:
            with self._catalogue.writing() if self._kept is not None else nullcontext():
                settled = self._told(self._settler.settled(item)[0])
        except InputError as error:
            # An address in a sidecar that is another article's: one file's fault, not the run's.
            refused = Added(path, "refused", reason=f"{url or path}: {error}", url=url)
            return results + self._told([refused])
        if not settled:
            self._waiting.append(item)
            if sum(len(item.draft.paragraphs) for item in self._waiting) >= BATCH_PARAGRAPHS:
                settled = self.flush()
        return results + settled

    def _recognised(self, draft: Draft) -> Draft:
        waiting = (item.draft.article.source for item in self._waiting)
        return recognised(draft, self._catalogue, waiting)

    def _read(
        self, files: Sequence[tuple[Path, Sidecar | None]], source: Source | None
    ) -> Generator[tuple[Path, Draft | ArticleError]]:
        """Each file in order, read by another thread while those before it are encoded."""

        def read(path: Path, sidecar: Sidecar | None) -> Draft | ArticleError:
            try:
                draft = read_file(path, sidecar=sidecar, max_bytes=self._max_bytes, pdf=self._pdf)
            except ArticleError as error:
                return error
            article = replace(draft.article, path=address(path))
            if source is not None:
                article = replace(article, source=source)
            return replace(draft, article=article)

        reader = ThreadPoolExecutor(1, thread_name_prefix="reading")
        ahead: deque[tuple[Path, Future[Draft | ArticleError]]] = deque()
        try:
            for path, sidecar in files:
                ahead.append((path, reader.submit(read, path, sidecar)))
                if len(ahead) > AHEAD:
                    first, found = ahead.popleft()
                    yield first, found.result()
            for first, found in ahead:
                yield first, found.result()
        finally:
            reader.shutdown(cancel_futures=True)

    def flush(self) -> list[Added]:
        """Encode and commit what waits, all in one transaction; what became of each."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return []
        entries = self._settler.entries(waiting)
        with self._catalogue.writing():
            return self._told(self._settler.keep(waiting, entries))

    def _told(self, results: list[Added]) -> list[Added]:
        if self._kept is not None:
            for each in results:
                self._kept(each)
        return results


def _is_declared(draft: Draft, sidecar: Sidecar | None) -> bool:
    """Whether the operator's own file beside it says what its source is called."""
    return sidecar is not None and draft.article.source.id in sidecar.sources


def _alike(draft: Draft, marks: frozenset[int], other: Waiting) -> bool:
    least = candidates_least(min(len(marks), len(other.sketch)))
    theirs = other.draft.article
    same_place = draft.article.url is not None and draft.article.url == theirs.url
    same_file = draft.article.path is not None and draft.article.path == theirs.path
    return same_place or same_file or len(marks & other.sketch) >= max(1, least)
