"""Characters that no place can show safely, made visible as marks such as ⟨U+202E⟩.

Control characters, bidirectional controls, invisible characters, lone surrogates and
noncharacters are marked, never dropped. Joiners stay where writing needs them: inside words of
the scripts that use them (after RFC 5892, appendix A) and inside emoji (UTS #51).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Everything that may need a mark; most text has none of it and goes through untouched.
_SUSPECT = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls but tab and line feed
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f"  # zero-width, bidi, line separators
    "\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ufffe\uffff\ufdd0-\ufdef\ud800-\udfff\u2800"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
    "\ue000-\uf8ff"  # private use: a font decides what they look like
    + "".join(f"{chr(i << 16 | 0xFFFE)}{chr(i << 16 | 0xFFFF)}" for i in range(1, 15))
    + "]"
)
_MARK = re.compile("⟨U\\+([0-9A-F]{4,6})⟩")

_ZWNJ, _ZWJ = "\u200c", "\u200d"
_JOINING_SCRIPTS = frozenset(
    {
        "ARABIC",
        "SYRIAC",
        "MANDAIC",
        "NKO",
        "MONGOLIAN",
        "DEVANAGARI",
        "BENGALI",
        "GURMUKHI",
        "GUJARATI",
        "ORIYA",
        "TAMIL",
        "TELUGU",
        "KANNADA",
        "MALAYALAM",
        "SINHALA",
        "KHMER",
        "MYANMAR",
        "TIBETAN",
        "BALINESE",
        "JAVANESE",
        "SUNDANESE",
    }
)
_VIRAMA = 9  # canonical combining class
# Extended_Pictographic of emoji-data.txt, to the block; keycap bases take a selector too.
_PICTOGRAPH = re.compile(
    "[©®‼⁉™ℹ↔-↙↩↪⌚⌛⌨⎈⏏⏩-⏳⏸-⏺Ⓜ▪▫▶◀◻-◾☀-➿⤴⤵⬅-⬇⬛⬜⭐⭕〰〽㊗㊙"
    "\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff]"
)
_MODIFIER = re.compile("[\U0001f3fb-\U0001f3ff]")
_KEYCAP = frozenset("0123456789#*")
_EMOJI_STYLE = frozenset("\ufe0e\ufe0f")
_IDEOGRAPH = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_IDEOGRAPH_STYLE = re.compile("[\ufe00-\ufe0d\U000e0100-\U000e01ef]")
_MONGOLIAN_STYLE = frozenset("\u180b\u180c\u180d\u180e\u180f")
# The flags of England, Scotland and Wales: the only tag sequences that Unicode recommends.
_FLAG = re.compile(
    "\U0001f3f4(?:"
    + "|".join(
        "".join(chr(0xE0000 + ord(letter)) for letter in region) + "\U000e007f"
        for region in ("gbeng", "gbsct", "gbwls")
    )
    + ")"
)


def mark(text: str, *, also: str = "") -> str:
    """The text with each unsafe character as a mark; `unmark(mark(text)) == text`.

    `also` lists characters that this place uses for itself. Tabs and line feeds stay.
    """
    return "".join(mark_pieces((text,), also=also))


def mark_pieces(pieces: Sequence[str], *, also: str = "") -> list[str]:
    """`mark` for a text that is shown in pieces: a mark or a joiner may span two of them."""
    text = "".join(pieces)
    if not _SUSPECT.search(text) and "⟨U+" not in text and not any(c in text for c in also):
        return list(pieces)
    flags = {i for flag in _FLAG.finditer(text) for i in range(*flag.span())}
    marked = []
    for i, character in enumerate(text):
        unsafe = (
            character in also
            or _MARK.match(text, i) is not None
            or (_SUSPECT.match(character) and i not in flags and not _needed(text, i))
        )
        marked.append(f"⟨U+{ord(character):04X}⟩" if unsafe else character)
    ends = list(accumulate(map(len, pieces), initial=0))
    return ["".join(marked[start:end]) for start, end in pairwise(ends)]


def mark_line(text: str, *, also: str = "") -> str:
    """`mark` for a name, a title or an address: line feeds and tabs are marked too."""
    return mark(text, also="\n\t" + also)


def unmark(text: str) -> str:
    """The text that `mark` was given."""
    return _MARK.sub(lambda found: chr(int(found[1], 16)), text)


def is_safe(text: str) -> bool:
    """Whether nothing in the text needs a mark; our own marks are safe."""
    rest = _MARK.sub(" ", text)
    return mark(rest) == rest


def _needed(text: str, i: int) -> bool:
    """Whether the writing needs the invisible character at i."""
    character, before = text[i], text[i - 1 : i]
    if character in (_ZWNJ, _ZWJ):
        return _joins_letters(text, i) or (character == _ZWJ and _joins_emoji(text, i))
    if character in _EMOJI_STYLE:
        return bool(_PICTOGRAPH.match(before)) or before in _KEYCAP
    if character in _MONGOLIAN_STYLE:
        return before not in _MONGOLIAN_STYLE and _script(before) == "MONGOLIAN"
    if _IDEOGRAPH_STYLE.match(character):
        return bool(_IDEOGRAPH.match(before))
    return False


def _joins_letters(text: str, i: int) -> bool:
    start = i - 1
    while start > 0 and unicodedata.combining(text[start]) and not _SUSPECT.match(text[start]):
        start -= 1
    before, after = text[start:i], text[i + 1 : i + 2]
    script = _script(before[:1])
    if script not in _JOINING_SCRIPTS:
        return False
    return unicodedata.combining(before[-1]) == _VIRAMA or _script(after) == script


def _joins_emoji(text: str, i: int) -> bool:
    start = i - 1
    if start > 0 and (text[start] == "\ufe0f" or _MODIFIER.match(text[start])):
        start -= 1
    before, after = text[start : start + 1], text[i + 1 : i + 2]
    return start >= 0 and bool(_PICTOGRAPH.match(before) and _PICTOGRAPH.match(after))


@cache
def _script(character: str) -> str:
    if not character or unicodedata.category(character)[0] not in "LM":
        return ""
    return unicodedata.name(character, "").split(" ")[0]
