"""Files to drafts: decode, extract, describe, and number their paragraphs."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from itertools import chain, repeat
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from retrieval.errors import ArticleError
from retrieval.ingest.decode import decode
from retrieval.ingest.details import Details
from retrieval.ingest.find import MEDIA_TYPES
from retrieval.ingest.foreign import PDF, refuse_data, refuse_foreign
from retrieval.ingest.front_matter import split_front_matter
from retrieval.ingest.furniture import without_furniture
from retrieval.ingest.hosts import outlet_at
from retrieval.ingest.language import language_told
from retrieval.ingest.live import times
from retrieval.ingest.plain import Extracted, read_plain
from retrieval.ingest.sidecar import slug
from retrieval.model import Article, Draft, Paragraph, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from retrieval.ingest.sidecar import Sidecar

# Reads a PDF, given its bytes and what it is called; raises ArticleError.
PdfReader = Callable[[bytes, str], Extracted]
_PDF = MEDIA_TYPES[".pdf"]
_HTML_START = re.compile(r"\s*(<!--.*?-->\s*)*<(!doctype html|html|\?xml)\b", re.IGNORECASE)
# Halves of surrogate pairs, by which Python also marks what is no UTF-8 in a name, cannot be kept.
_WHOLE = re.compile("[^\ud800-\udfff]*")
_BETWEEN = "\n\n"
_LONGEST_TITLE = 80
_WORD = re.compile(r"\w")


def read_file(
    path: Path,
    *,
    sidecar: Sidecar | None = None,
    max_bytes: int,
    root: Path | None = None,
    pdf: PdfReader | None = None,
) -> Draft:
    """One file as a draft. Its address is relative to `root` (the current folder) where below it.

    Raises ArticleError, one line, when the file cannot be read or is not an article.
    """
    what = address(path, root)
    return draft(_bytes(path, what, max_bytes), path, what=what, sidecar=sidecar, pdf=pdf)


def draft(
    raw: bytes,
    path: PurePath,
    *,
    what: str,
    sidecar: Sidecar | None = None,
    pdf: PdfReader | None = None,
) -> Draft:
    """What a file holds as a draft of the address `what`.

    The ending of `path` tells its kind, and its name stands for the source where nothing else does.
    Raises ArticleError where it is not an article.
    """
    media_type = _media_type(raw, path, what)
    if media_type == _PDF:
        own, extracted = Details(), _read_pdf(raw, what, pdf)
    else:
        text = decode(raw, what=what, html="html" in media_type)
        if media_type == "text/plain":
            refuse_data(text, what=what)
            media_type = "text/html" if _HTML_START.match(text) else media_type
        own, extracted = _extracted(text, media_type, what)
    given = sidecar.details(Path(path)) if sidecar is not None else Details()
    stated = given.over(own).over(extracted.details)
    kept = without_furniture(extracted.paragraphs, stated.title)
    if not any(_WORD.search(paragraph) for paragraph in kept):
        raise ArticleError(f"{what}: not an article: no paragraph of text was found.")
    body, paragraphs = joined(kept, times(kept, extracted.posts))
    source = _source(given, stated, sidecar, path)
    article = Article(
        id=article_id(source, body),
        source=source,
        title=stated.title or opening(body),
        text=body,
        url=stated.url,
        path=what,
        published=stated.published,
        updated=stated.updated,
        authors=stated.authors,
        language=language_told(stated.language, body),
    )
    _ensure_whole(article, what)
    return Draft(article=article, paragraphs=paragraphs, raw=raw, media_type=media_type)


def _ensure_whole(article: Article, what: str) -> None:
    """Refuse what cannot be kept: here rather than among others that are kept together."""
    for text in (article.text, article.title, article.source.name, *article.authors):
        if not _WHOLE.fullmatch(text):
            raise ArticleError(
                f"{what}: it holds half of a surrogate pair: save it as UTF-8 first."
            )


def address(path: Path, root: Path | None = None) -> str:
    """A path as it is shown and filed: below the root relative to it, else absolute; with "/"."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 a link keeps the name it was given by
    top = Path(os.path.abspath(root or Path.cwd()))  # noqa: PTH100
    inside = absolute.is_relative_to(top)
    return (absolute.relative_to(top) if inside else absolute).as_posix()


def article_id(source: Source, text: str, number: int = 1) -> str:
    """The id of an article: twelve hex digits of the SHA-256 of its source and text.

    Where an article has that id that says something else by now, a `number` makes it another.
    """
    again = "" if number == 1 else f"\n{number}"
    digest = hashlib.sha256(f"{source.id}\n{text}{again}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:12]


def joined(
    paragraphs: Iterable[str], posted: Iterable[str | None] = ()
) -> tuple[str, tuple[Paragraph, ...]]:
    """The text of paragraphs with blank lines between, and where each stands in it.

    `posted` has the time of each, or nothing where none has one.
    """
    numbered: list[Paragraph] = []
    pieces: list[str] = []
    at = 0
    for paragraph, when in zip(paragraphs, chain(posted, repeat(None)), strict=False):
        if piece := paragraph.strip():
            pieces.append(piece)
            numbered.append(Paragraph(len(pieces), at, at + len(piece), when))
            at += len(piece) + len(_BETWEEN)
    return _BETWEEN.join(pieces), tuple(numbered)


def opening(text: str) -> str:
    """The first words of a text that has no headline, cut between words and marked with "…"."""
    first = " ".join(text.split("\n\n", maxsplit=1)[0].split())
    if len(first) <= _LONGEST_TITLE:
        return first
    cut = first[: _LONGEST_TITLE + 1].rpartition(" ")[0] or first[:_LONGEST_TITLE]
    return cut.rstrip(" ,;:–—-") + "…"


def _media_type(raw: bytes, path: PurePath, what: str) -> str:
    """What kind of file it is: by how it begins where that is plain, else by its ending."""
    if raw.startswith(PDF):
        return _PDF
    refuse_foreign(raw, what=what)
    stated = MEDIA_TYPES.get(path.suffix.casefold(), "text/plain")
    return "text/plain" if stated == _PDF else stated


def _read_pdf(raw: bytes, what: str, pdf: PdfReader | None) -> Extracted:
    if pdf is None:
        raise ArticleError(f"{what}: a PDF is not read here: save its text as .txt.")
    return pdf(raw, what)


def _extracted(text: str, media_type: str, what: str) -> tuple[Details, Extracted]:
    """Front matter, then the paragraphs by the reader for this kind of file."""
    if "html" in media_type:
        from retrieval.ingest.page import read_page  # noqa: PLC0415 slow to import

        return Details(), read_page(text, what=what)
    own, rest = split_front_matter(text, what=what)
    if media_type == "text/markdown":
        from retrieval.ingest.markdown import read_markdown  # noqa: PLC0415 slow to import

        return own, read_markdown(rest)
    return own, read_plain(rest)


def _bytes(path: Path, what: str, max_bytes: int) -> bytes:
    if not _WHOLE.fullmatch(what):
        raise ArticleError(f"{what}: its name is not UTF-8: rename it first.")
    try:
        if not path.is_file():
            problem = "it is no file" if path.exists() else "there is no such file"
            raise ArticleError(f"{what}: {problem}.")
        with path.open("rb") as file:
            raw = file.read(max_bytes + 1)
    except OSError as error:
        raise ArticleError(f"{what}: cannot be read ({error.strerror}).") from error
    if len(raw) > max_bytes:
        raise ArticleError(f"{what}: larger than {max_bytes:,} bytes, the most that is read.")
    return raw


def _source(given: Details, stated: Details, sidecar: Sidecar | None, path: PurePath) -> Source:
    """The source stated, or at the address stated, in the sidecar's words where it knows it.

    Else the file's name stands for it.
    """
    if given.source is not None:
        return given.source
    found = stated.source or outlet_at(stated.url)
    if found is not None:
        declared = sidecar.source(found.name) if sidecar is not None else None
        return declared or found
    return Source(id=slug(path.stem), name=path.name, known=False)
