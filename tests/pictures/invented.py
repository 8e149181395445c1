"""An invented answer to draw: eight sources on one strike, in two days."""

from __future__ import annotations

from retrieval.answered import Answer, Kind, Origin, Passage, Position, Span, Stance
from retrieval.model import ArticleRef, Copy, Source

WORDS = "The harbour strike is over, the union said."


def _said(
    name: str, published: str | None, *, origin: str | None = None, copies: tuple[Copy, ...] = ()
) -> Passage:
    key = name.casefold().replace(" ", "-")
    article = ArticleRef(id=key, title="The strike", published=published, copies=copies)
    span = Span(0, len(WORDS), WORDS)
    return Passage(Source(key, name), article, 1, 0, len(WORDS), WORDS, span, origin=origin)


ANSWER = Answer(
    question="Is the harbour strike in Port Alder over?",
    kind=Kind.POLAR,
    covered=True,
    conflict=True,
    positions=(
        Position(
            Stance.SUPPORTS,
            "Says yes",
            (
                _said("Alder Wire", "2024-11-06T18:20:00", origin="alder-wire", copies=(
                    Copy(source="metro", name="Metro Alder", published="2024-11-06T20:05:00"),
                )),
                _said("The Northern Post", "2024-11-06T19:40:00", origin="alder-wire"),
                _said("Coastal Radio", "2024-11-06T22:10:00", origin="alder-wire"),
                _said("The Harbour Gazette", "2024-11-07T15:30:00"),
            ),
        ),
        Position(
            Stance.REFUTES,
            "Says no",
            (
                _said("Dockers’ Weekly", "2024-11-06T21:15:00", origin="union"),
                _said("The Northern Post", "2024-11-07T07:05:00", origin="union"),
                _said("Вечерний порт", "2024-11-07", origin="union"),
            ),
        ),
        Position(
            Stance.NEUTRAL,
            "Leaves it open",
            (_said("The Harbour Gazette", "2024-11-06T23:50:00"), _said("Port Diary", None)),
        ),
    ),
    origins=(
        Origin("alder-wire", ("Alder Wire",), ("alder-wire", "the-northern-post", "coastal-radio")),
        Origin(
            "union",
            ("the dockers’ union",),
            ("dockers’-weekly", "the-northern-post", "вечерний-порт"),
        ),
    ),
)  # fmt: skip
