"""The sentences of a copy that its original does not have: what its outlet says for itself.

Two sentences are the same where their words are, in that order and whole: case, spacing, wrapping
and punctuation do not count; a question mark, a sign, a currency and every digit do. A sentence
that merely stands inside a longer one is another: "it was an accident" and "nobody believes it was
an accident".
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from retrieval.ingest.notes import is_note
from retrieval.ingest.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Span = tuple[int, int]

_BETWEEN = "\n\n"
# Words on either side that must agree where one text ends a sentence and the other does not.
_BESIDE = 3
_ENDED = re.compile(r"[.!?:;。！？।؟][\"'”’»)\]]*\s*$")
_CUT = re.compile(r"(?:…|\.\.\.|\[\+\d+ chars\])[\"'”’»)\]]*\s*$")
_FEWEST = 2
# A sentence that shares so much with one of the original is that, changed.
_KIN = 0.6
# Sentences on either side among which a shared one tells that a sentence stands inside the story.
_NEAR = 2
_PROSE = 8
_TOKEN = re.compile(
    r"(?:(?<!\S)-(?=\d))?[^\s.,:'-]+(?:(?:(?<=\d)[.,:](?=\d)|'(?=[^\s.,:'-]))[^\s.,:'-]+)*"
)
_DATELINE = re.compile(
    r"\W{0,3}(?P<place>[^!?;:()\"“„«/–—]{0,60}?)\s*"
    r"(?:(?P<agency>\([^()\n]{2,30}\)|/[^/\n]{2,30}/)\s*(?:--?|[–—:.])?|(?P<dash>--?|[–—]))\s+"
)
# A byline and a caption may stand above it.
_DATELINES = 3
_SMALL = frozenset({"of", "de", "la", "le", "al", "el", "and", "the", "du", "st"})
# What stands around a story and is no part of it; each is the beginning of a sentence.
_FURNITURE = re.compile(
    r"\W*(?:"
    r"(?:additional |further )?(?:reporting|writing|editing|edited|compiled|photos?|video) by\b"
    r"|(?:the )?[\w. ]{2,40} contributed (?:to )?(?:this|the) (?:report|story|article)"
    r"|(?:photo|image|picture|video|credit|source|via|caption)s?\s*[:/(|]"
    r"|(?:ap|afp|reuters|getty|file) (?:photo|images?|file)\b"
    r"|(?:copyright|all rights reserved|©|\(c\))"
    r"|(?:read|see|watch|listen|learn|click|tap|find out)(?: \w+)? (?:more|also|here|next|this)\b"
    r"|(?:subscribe|sign up|log in|register|donate)\b"
    r"|(?:follow|like|join) (?:us|the \w+|@?\w+(?: \w+)?) on (?:twitter|facebook|x|instagram)\b"
    r"|(?:share|print|email|comment|advertisement|sponsored|related)\b\W*(?:this|on|story)?\W*$"
    r"|(?:story|article) continues\b.{0,30}$"
    r"|this (?:material|story|article|report|post|piece|page) (?:may not be"
    r"|was (?:first|originally)|(?:first|originally) (?:appeared|ran)|is (?:part of|republished))"
    r"|(?:originally|first) published\b"
    r"|(?:slideshow|gallery|associated press writers?)\b"
    r"|(?:skip |close )(?:twitter|ad|advertisement|this)\b"
    r")",
    re.IGNORECASE,
)
# Whose picture the sentence before it describes.
_CREDIT = re.compile(
    r"\W*(?:REUTERS|AFP|EPA|AP|Getty)\s*[/|]\s*\w|\((?:AP|AFP|EPA) (?:Photo|Images?)\b"
    r"|\((?:[^()]*[ /])?"
    r"(?:REUTERS|Reuters|AFP|EPA|AP|Getty(?: Images)?|Photo|photo)\b[^()]*\)\W*$"
    r"|\((?:Photo|Image|Picture|File|Credit)\b[^()]*\)\W*$"
)
_LONGEST_CAPTION = 400


def differences(text: str, original: str) -> tuple[Span, ...]:
    """Where the sentences of `text` stand that `original` does not have; offsets into `text`."""
    held = _Held(original)
    found = [(span, _tokens(text[slice(*span)])) for span in _spans(text)]
    words = [word for _, tokens in found for word in tokens]
    other, at = [], 0
    for number, (span, tokens) in enumerate(found):
        after = at + len(tokens)
        last = number == len(found) - 1
        if tokens and not held.has(words, at, after, cut=last and _is_cut(text[slice(*span)])):
            other.append(span)
        at = after
    return tuple(other)


def statements(text: str, original: str, *, page: bool = False) -> tuple[Span, ...]:
    """Those of the differences that say something: no credits, captions or lines of the page.

    With `page`, the text may be a page around the same outlet's article: then what is merely added
    before, after or beside it counts no more, but sentences that are changed or stand inside do.
    """
    other = set(differences(text, original))
    if not other:
        return ()
    kin = [Counter(_tokens(original[start:end])) for start, end in _spans(original)]
    every = list(_spans(text))
    captions = {
        before
        for before, (start, end) in pairwise(every)
        if _CREDIT.match(text[start:end]) and before[1] - before[0] <= _LONGEST_CAPTION
    }
    found = []
    for at, span in enumerate(every):
        sentence = text[slice(*span)]
        if span not in other or span in captions or not _is_statement(sentence, kin):
            continue
        beside = (every[max(0, at - _NEAR) : at], every[at + 1 : at + 1 + _NEAR])
        inside = all(any(each not in other for each in side) for side in beside)
        if page and not (inside and _is_prose(sentence)) and not _is_changed(sentence, kin):
            continue
        found.append(span)
    return tuple(found)


class _Held:
    """The original's words in one string, and where its sentences begin and end in it."""

    def __init__(self, text: str) -> None:
        self.words: list[str] = []
        self.starts: set[int] = set()
        self.ends: set[int] = set()
        for start, end in _spans(text):
            tokens = _tokens(text[start:end])
            if tokens:
                self.starts.add(len(self.words))
                self.words += tokens
                self.ends.add(len(self.words))
        self._places: dict[tuple[str, ...], list[int]] = {}
        for at in range(len(self.words)):
            for size in range(1, _BESIDE + 1):
                self._places.setdefault(tuple(self.words[at : at + size]), []).append(at)

    def has(self, words: Sequence[str], start: int, end: int, *, cut: bool) -> bool:
        """Whether `words[start:end]`, a sentence of a longer text, is a sentence here too.

        Of one that is `cut` the last word may be, and the rest is the beginning of a sentence.
        """
        stop = end - 1 if cut and end - start > _FEWEST else end
        sentence = list(words[start:stop])
        for at in self._places.get(tuple(sentence[:_BESIDE]), ()):
            last = at + len(sentence)
            if (
                self.words[at:last] == sentence
                and self._begins(words, start, at)
                and (cut or self._closes(words, end, last))
            ):
                return True
        return False

    def _begins(self, words: Sequence[str], start: int, at: int) -> bool:
        if at in self.starts:
            return True
        before = list(words[max(0, start - _BESIDE) : start])
        return bool(before) and self.words[max(0, at - _BESIDE) : at][-len(before) :] == before

    def _closes(self, words: Sequence[str], end: int, last: int) -> bool:
        if last in self.ends:
            return True
        after = list(words[end : end + _BESIDE])
        return bool(after) and self.words[last : last + len(after)] == after


def _is_statement(sentence: str, kin: Sequence[Counter[str]]) -> bool:
    if len(_tokens(sentence)) < _FEWEST or is_note(sentence) or _FURNITURE.match(sentence):
        return False
    return _ENDED.search(sentence) is not None or _is_changed(sentence, kin)


def _is_changed(sentence: str, kin: Sequence[Counter[str]]) -> bool:
    """Whether a sentence of the original is this one but for some words."""
    mine = Counter(_tokens(sentence))
    return any((mine & other).total() >= _KIN * max(mine.total(), other.total()) for other in kin)


def _is_prose(sentence: str) -> bool:
    return _ENDED.search(sentence) is not None and len(_tokens(sentence)) >= _PROSE


def _is_cut(sentence: str) -> bool:
    return _CUT.search(sentence) is not None or _ENDED.search(sentence) is None


def _spans(text: str) -> Iterator[Span]:
    """The sentences, paragraph by paragraph, without the dateline at the top."""
    at = 0
    for number, paragraph in enumerate(text.split(_BETWEEN)):
        begin = at + (_dateline(paragraph) if number < _DATELINES else 0)
        yield from sentences(text, begin, at + len(paragraph))
        at += len(paragraph) + len(_BETWEEN)


def _dateline(paragraph: str) -> int:
    """The length of "KYIV, Nov 7 (Agency) - " before the first sentence; 0 for none."""
    found = _DATELINE.match(paragraph)
    if found is None:
        return 0
    place, agency, dash = found["place"], found["agency"], found["dash"]
    named = all(
        word[0].isupper() or word[0].isdigit() or word in _SMALL
        for word in re.findall(r"[^\W_][\w.'’-]*", f"{place} {agency or ''}")
    )
    shouted = bool(dash) and place.split(",")[0].isupper()
    return found.end() if named and (agency is not None or shouted) else 0


class _Marks(dict[int, str]):
    """What becomes of each character, by its category; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        mark = chr(code)
        kind = unicodedata.category(mark)
        if mark in "'’ʼ‘´`":
            kept = "'"
        elif mark in "-−":
            kept = "-"
        elif mark in ".,:" or kind[0] in "LMN":
            kept = mark
        elif mark in "?؟;" and mark != ";":
            kept = " ? "
        elif mark == "%" or kind in ("Sc", "Sm", "So"):
            kept = "" if mark in "©®™|" else f" {mark} "
        else:
            # Soft hyphens and marks of direction join; all else parts.
            kept = "" if kind == "Cf" else " "
        self[code] = kept
        return kept


_MARKS = _Marks()


def _tokens(sentence: str) -> list[str]:
    normal = unicodedata.normalize("NFKC", sentence).translate(_MARKS).casefold()
    return _TOKEN.findall(normal)
