"""Editor's notes and corrections: paragraphs in which a publisher says what it changed."""

from __future__ import annotations

import re

_WHAT = r"(?:article|story|report|piece|post|headline|item|copy|version)"
_DONE = r"(?:updated|amended|corrected|edited|revised|changed|clarified|modified)"
_NOTE = re.compile(
    r"^[\W_]*(?:"
    r"(?:editor(?:['’]?s|s['’])?|publisher['’]?s)\s+note\b"
    r"|(?:correction|corrections|clarification)s?\s*(?:[:—–|]|-\s|\(|$)"
    r"|updates?d?\s*(?::|\(|—|–)"
    rf"|(?:this|the)\s+{_WHAT}\s+(?:was|has\s+been|is\s+being|will\s+be|have\s+been)\s+"
    rf"(?:\w+\s+){{0,2}}{_DONE}\b"
    rf"|this\s+{_WHAT}\s+(?:was|has)\b.{{0,80}}\b{_DONE}\b"
    rf"|an?\s+(?:earlier|previous)\s+version\s+of\s+(?:this|the)\s+{_WHAT}\b"
    r"|\((?:corrects|updates|adds|recasts|refiles)\b"
    r")",
    re.IGNORECASE,
)
# A note is a sentence or two; what begins like one and goes on is a story about a correction.
_LONGEST = 600


def is_note(paragraph: str) -> bool:
    """Whether a paragraph tells of the article itself: what was updated or put right in it."""
    return len(paragraph) <= _LONGEST and _NOTE.match(paragraph) is not None
