"""Where a page of a PDF leaves room between lines a paragraph ends."""

from __future__ import annotations

import io

from pypdf import PdfReader

from retrieval.fetch.pdf import read_pdf
from retrieval.fetch.pdf_lines import page_text
from tests.retrieval.fetch.pages import pdf

FERRY = (
    "The ferry Aldis sank off Veld on Monday night after water had come in",
    "through the bow door, the coast guard said. All on board were saved.",
)
OWNER = (
    "Moen Lines, which owns the ferry, said that the door had been mended in",
    "spring and that it would look into how the water came in.",
)


def _text(body: bytes) -> str:
    return page_text(PdfReader(io.BytesIO(body)).pages[0])


def _apart(*paragraphs: tuple[str, ...]) -> bytes:
    """A page with room below each paragraph: the pen moves down there without a line."""
    mark = b"(APART) Tj 0 -14 Td"
    body = pdf(*(line for each in paragraphs for line in (*each, "APART")))
    # Of the same length, so that the table of places and the stream's length stay true.
    return body.replace(mark, b"0 -12 Td".ljust(len(mark)))


def test_paragraphs_that_stand_apart_are_paragraphs() -> None:
    assert _text(_apart(FERRY, OWNER)).strip() == "\n\n".join(map("\n".join, (FERRY, OWNER)))
    read = read_pdf(_apart(FERRY, OWNER), what="a.pdf")
    assert [each.split()[0] for each in read.paragraphs] == ["The", "Moen"]


def test_lines_that_are_evenly_apart_are_left_as_they_are() -> None:
    assert "\n\n" not in _text(pdf(*FERRY, *OWNER))
    assert "\n\n" not in _text(pdf(*FERRY)).strip()


def test_letters_of_another_size_are_another_paragraph() -> None:
    body = pdf("Ferry sinks", *FERRY, *OWNER)
    # The headline in 22 points, all below it in 11.
    big = body.replace(b"/F1 11 Tf", b"/F1 22 Tf").replace(
        b"(Ferry sinks) Tj 0 -14 Td", b"(Ferry)Tj 0 -26 Td/F1 11Tf"
    )
    assert _text(big).startswith("Ferry\n\nThe ferry Aldis")


def test_ligatures_are_letters() -> None:
    page = PdfReader(io.BytesIO(pdf(*FERRY))).pages[0]
    page.extract_text = lambda **_: "The \ufb01rst o\ufb03ce"  # type: ignore[method-assign]
    assert page_text(page) == "The first office"
