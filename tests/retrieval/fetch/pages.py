"""Pages as publishers serve them, for tests."""

from __future__ import annotations

BODY = [
    f"Dock worker number {n} told the Alder Gazette that pier {n} would open again on Friday."
    for n in range(1, 13)
]


def page(
    *paragraphs: str,
    title: str = "Harbour strike ends after nine days",
    head: str = '<meta property="og:type" content="article">',
    before: str = "",
    heading: str | None = None,
) -> bytes:
    """A page with its paragraphs in an <article>."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title>{head}</head>'
        f"<body>{before}<article><h1>{heading or title}</h1>{body}</article></body></html>"
    ).encode()


def pdf(*lines: str, title: str = "Statement of the port") -> bytes:
    """A PDF of one page with a line of text for each line."""
    text = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    stream = f"BT /F1 11 Tf 60 760 Td {text}ET".encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 7 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Title(%s)/CreationDate(D:20241107094600Z)>>" % title.encode("latin-1"),
        b"<</Font<</F1 5 0 R>>>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj" % number + each + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R/Info 6 0 R>>\n"
        b"startxref\n%d\n%%%%EOF" % (len(objects) + 1, table, len(objects) + 1, len(out))
    )
