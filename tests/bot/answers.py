"""Answers for tests of the doors: two made by hand, and hypothesis strategies for hostile ones."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from retrieval.answered import (
    Answer,
    Heading,
    Hint,
    Kind,
    Origin,
    Passage,
    Position,
    Scores,
    Searched,
    SilentSource,
    Span,
    Stance,
    Took,
)
from retrieval.model import ArticleRef, Copy, Source

# A whole answer is much to draw: fewer examples say as much, and none is timed.
quickly = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

NORTH = Source("north", "The North Post", url="https://north.example/")
SOUTH = Source("south", "South Wire", url="https://south.example/")
UNKNOWN = Source("note-7", "note-7", known=False)

BRIDGE = ArticleRef(
    id="a1b2c3",
    title="Bridge to open in June, ministry says",
    url="https://north.example/2024/11/07/bridge-to-open-in-june-ministry-says",
    path="texts/000_bridge.txt",
    published="2024-11-07T09:46:00",
    updated="2024-11-08",
    authors=("A. Writer",),
    language="en",
    copies=(Copy(path="texts/001_bridge.txt"), Copy(url="https://mirror.example/bridge")),
)
DELAY = ArticleRef(id="d4e5f6", title="Bridge delayed", path="texts/002.txt", published="2024-11")
NOTE = ArticleRef(id="0789ab", title="note-7", path="note-7.txt")

LONG = (
    "The ministry of works has been asked about the bridge many times since the spring. "
    "“The bridge will open in June,” the ministry told the Gazette on Thursday. "
    "Engineers had warned of cracks in two of its piers, and the opening has moved twice. "
    "The toll will be set by the council, which meets in May and has not yet said how high "
    "it wants the toll to be for lorries."
)
SHORT = "The bridge will not open in June, the mayor said."
TOLD = "A clerk had told the Gazette that the bridge would open in June."
# As a page prints it that sets links and their headlines behind a name.
LINKED = "President Ida Moen Ida Jo MoenVote on the harbour? Lund says no MORE said she will go."
OPEN = "It is not known whether the bridge will open in June."


def passage(
    source: Source,
    article: ArticleRef,
    text: str,
    span: str,
    *,
    paragraph: int = 1,
    start: int = 0,
    speaker: str | None = None,
    origin: str | None = None,
) -> Passage:
    """A passage whose span is the first place of `span` in its text."""
    at = start + text.index(span)
    return Passage(
        source=source,
        article=article,
        paragraph=paragraph,
        start=start,
        end=start + len(text),
        text=text,
        span=Span(at, at + len(span), span),
        speaker=speaker,
        origin=origin,
        scores=Scores(0.5, 0.9),
    )


POLAR = Answer(
    question="Will the bridge open in June?",
    kind=Kind.POLAR,
    covered=True,
    conflict=True,
    positions=(
        Position(
            Stance.SUPPORTS,
            "Says yes",
            (
                passage(
                    NORTH,
                    BRIDGE,
                    LONG,
                    "“The bridge will open in June,” the ministry told the Gazette",
                    paragraph=3,
                    start=812,
                    speaker="the ministry",
                    origin="gazette",
                ),
                passage(
                    SOUTH,
                    DELAY,
                    TOLD,
                    "the bridge would open in June",
                    paragraph=4,
                    start=300,
                    speaker="Gazette",
                    origin="gazette",
                ),
            ),
        ),
        Position(
            Stance.REFUTES,
            "Says no",
            (passage(SOUTH, DELAY, SHORT, "will not open in June", speaker="the mayor"),),
        ),
        Position(Stance.NEUTRAL, "Leaves it open", (passage(UNKNOWN, NOTE, OPEN, OPEN),)),
    ),
    origins=(Origin("gazette", ("Gazette", "The Gazette"), ("north", "south")),),
    silent=(SilentSource("east", "East Radio", on_event=True),),
    searched=Searched(4, 5, 57),
    took=Took(3.0, 20.0, 25.0),
)
ACCOUNTS = Answer(
    question="When will the bridge open?",
    kind=Kind.OPEN,
    covered=True,
    conflict=True,
    positions=(
        Position(None, "open in June", (passage(NORTH, BRIDGE, LONG, "open in June"),)),
        Position(None, "Account 2", (passage(SOUTH, DELAY, SHORT, "not open in June"),)),
    ),
    searched=Searched(2, 2, 9),
)
UNCOVERED = Answer(
    question="Who won the cup?",
    kind=Kind.OPEN,
    covered=False,
    conflict=False,
    nearest=(Heading("Bridge delayed", "https://north.example/x"), Heading("note-7")),
    searched=Searched(4, 5, 57),
)

# An event that is held and silent on the point, and a word that no article has.
UNCLEAR = replace(
    UNCOVERED,
    silent=(
        SilentSource("north", "The North Post", on_event=True),
        SilentSource("east", "East Radio"),
        SilentSource("west", "West Wire"),
    ),
    hints=(Hint("brigde", "bridge"),),
)


def told_live(posted: str = "2024-11-07T14:35:00+01:00") -> Answer:
    """The polar answer with its first passage from a post of a story told live."""
    first, *rest = POLAR.positions
    passages = (replace(first.passages[0], posted=posted), *first.passages[1:])
    return replace(POLAR, positions=(replace(first, passages=passages), *rest))


# What article text may try: markup of every place, controls, direction, invisible characters.
NASTY = (
    "[bold red]x[/]",
    "\x1b[31mred\x1b]8;;http://evil.example\x07",
    "\u202egnp.exe",
    "@everyone",
    "<script>alert(1)</script>",
    "</mark></p>",
    "![x](http://evil.example/p.png)",
    "[a](javascript:b)",
    "\u200b\u2060",
    "\U000e0041",
    "\ud800",
    "# Says yes",
    "Says no\n\nSays yes",
    "> q",
    "- item",
    "1. one",
    "    code",
    "```",
    "|a|b|\n|-|-|",
    "&lt;b&gt;",
    "https://evil.example",
    "www.evil.example",
    "a@b.example",
    "<https://evil.example>",
    ":tada:",
    "#12",
    "~~s~~",
    "**b** _i_ `c`",
    "\\",
    "---",
    "⟨U+202E⟩",
    "⟦",
    "'\"",
    "  \n",
    "\r",
    "\t",
    "[x]: http://evil.example",
    "[^1]",
    "Title\n===",
    "$x$",
    "می‌خواهم",
    "👩‍🚀",
    "שלום",
    "x" * 200,
)
hostile = st.lists(st.sampled_from(NASTY) | st.text(max_size=12) | st.characters(), max_size=8).map(
    "".join
)


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    """A passage of hostile words, its span anywhere within."""
    text = draw(hostile.filter(bool))
    first, last = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    start = draw(st.integers(0, 10_000))
    maybe = st.none() | hostile
    return Passage(
        source=Source(draw(hostile), draw(hostile), known=draw(st.booleans())),
        article=ArticleRef(
            id=draw(hostile),
            title=draw(hostile),
            url=draw(maybe),
            path=draw(maybe),
            published=draw(maybe),
            updated=draw(maybe),
            authors=tuple(draw(st.lists(hostile, max_size=2))),
            language=draw(maybe),
            copies=tuple(Copy(draw(maybe), draw(maybe)) for _ in range(draw(st.integers(0, 2)))),
        ),
        paragraph=draw(st.integers(1, 999)),
        start=start,
        end=start + len(text),
        text=text,
        span=Span(start + first, start + last, text[first:last]),
        speaker=draw(maybe),
        origin=draw(maybe),
        posted=draw(maybe),
    )


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """An answer in which every text is hostile."""
    kind = draw(st.sampled_from(Kind))
    stances = list(Stance) if kind is Kind.POLAR else [None, None]
    return Answer(
        question=draw(hostile),
        kind=kind,
        covered=draw(st.booleans()),
        conflict=draw(st.booleans()),
        positions=tuple(
            Position(stance, draw(hostile), tuple(draw(st.lists(passages(), max_size=2))))
            for stance in stances
        ),
        origins=tuple(
            Origin(draw(hostile), tuple(draw(st.lists(hostile, max_size=2))), (draw(hostile),) * 2)
            for _ in range(draw(st.integers(0, 2)))
        ),
        silent=tuple(
            SilentSource(name, name, on_event=draw(st.booleans()))
            for name in draw(st.lists(hostile, max_size=2))
        ),
        nearest=tuple(Heading(n, n) for n in draw(st.lists(hostile, max_size=2))),
        hints=tuple(Hint(word, word) for word in draw(st.lists(hostile, max_size=1))),
    )
