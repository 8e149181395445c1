"""The text of a PDF, by pypdf."""

from __future__ import annotations

import io
import logging
from datetime import datetime
from typing import TYPE_CHECKING

from retrieval.errors import ArticleError
from retrieval.fetch.pdf_lines import page_text
from retrieval.ingest.details import Details
from retrieval.ingest.plain import Extracted, read_plain

if TYPE_CHECKING:
    from pypdf import PdfReader

# News in PDF are statements and reports; a book is none.
_MOST_PAGES = 60


def read_pdf(raw: bytes, *, what: str) -> Extracted:
    """The paragraphs of a PDF and what it says of itself.

    Raises ArticleError for one that is encrypted, damaged, too long, or holds no text.
    """
    # Here rather than above: few addresses are PDFs, and it is slow to import.
    from pypdf import PdfReader  # noqa: PLC0415
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(raw))
        _refuse(reader, what)
        text = "\n\n".join(page_text(page) for page in reader.pages)
        about = reader.metadata
        title, author = (about.title, about.author) if about else (None, None)
        created = about.creation_date if about else None
    except ArticleError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise ArticleError(f"{what}: the PDF is damaged and cannot be read.") from error
    if not text.strip():
        raise ArticleError(f"{what}: the PDF holds no text, only pictures of it.")
    extracted = read_plain(text)
    stated = Details(
        title=_line(title),
        authors=(name,) if (name := _line(author)) else (),
        published=created.isoformat(timespec="minutes") if isinstance(created, datetime) else None,
    )
    # What stands on the page goes before what the program that made it filled in.
    return Extracted(extracted.paragraphs, extracted.details.over(stated))


def _refuse(reader: PdfReader, what: str) -> None:
    if reader.is_encrypted:
        raise ArticleError(f"{what}: the PDF is protected by a password.")
    if len(reader.pages) > _MOST_PAGES:
        raise ArticleError(f"{what}: a PDF of over {_MOST_PAGES} pages is not read.")


def _line(text: object) -> str | None:
    return " ".join(text.split()) or None if isinstance(text, str) else None
