"""Editor's notes and corrections: paragraphs in which a publisher says what it changed."""

from __future__ import annotations

import re

_WHAT = r"(?:article|story|report|piece|post|headline|item|copy|version|column)"
_DONE = r"(?:updated|amended|corrected|edited|revised|changed|clarified|modified)"
_NOTE = re.compile(
    r"^[\W_]*(?:"
    r"(?:editor(?:['’]?s|s['’])?|publisher['’]?s)\s+note\b"
    r"|(?:correction|clarification)s?(?:\s+(?:&|and)\s+clarifications?)?(?:\s+\d[\d/.]*)?"
    r"\s*(?:[:—–|]|-\s|\(|$)"
    r"|updates?d?\s*(?::|\(|—|–)"
    rf"|(?:this|the)\s+{_WHAT}\s+(?:was|has\s+been|is\s+being|will\s+be|have\s+been)\s+"
    rf"(?:\w+\s+){{0,2}}{_DONE}\b"
    rf"|this\s+{_WHAT}\s+(?:was|has)\b.{{0,80}}\b{_DONE}\b"
    rf"|(?:note:?\s+)?an?\s+(?:earlier|previous)\s+version\s+of\s+(?:this|the)\s+{_WHAT}\b"
    r"|\((?:corrects|updates|adds|recasts|refiles)\b"
    r")",
    re.IGNORECASE,
)
# What such words may begin, and is news: an update, what became of a report, another outlet's note.
_NEWS = re.compile(
    rf"[\W_]*(?:updates?d?\b(?!.{{0,40}}\bthis\s+{_WHAT}\b)"
    r"|the\s+(?:report|piece|item|copy|version|headline|column)\b)|[^\w\"“„«]*[\"“„«]",
    re.IGNORECASE,
)
# A note is a sentence or two; what begins like one and goes on is a story about a correction.
_LONGEST = 600


def is_note(paragraph: str) -> bool:
    """Whether a paragraph tells of the article itself: what was updated or put right in it."""
    return len(paragraph) <= _LONGEST and _NOTE.match(paragraph) is not None


def is_only_note(text: str) -> bool:
    """Whether a text is such a note and no news: "UPDATE: ..." and "The report was ..." may be."""
    return is_note(text) and _NEWS.match(text) is None
