"""Quotations and sentences of a paragraph, by offset.

A quotation that is opened and not closed runs to the end of its paragraph, as in print, where the
next paragraph opens it again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MASK = "\x00"
_OPENERS = {"“": "”", "«": "»", "„": "“"}
_DOUBLE = re.compile(r"[“”«»„\"]|(?<!\w)['‘](?=\w)|(?<=[\w.,!?;…])['’](?!\w)")
# Pages lose the space between sentences that stood in paragraphs of their own.
_END = re.compile(
    r"[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘'«„(\[]*[A-Z0-9À-ÞА-Я])|(?<=[a-z]{2})[.?][\"”]?(?=[“\"]?[A-Z][a-z])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Dept|Prof|Sens?|Reps?|Govs?|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Cmdr|Brig|St|Rev|Ret|Hon|Jr|Sr|No|vs|Inc|Co"
    r"|Corp|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|a\.m|p\.m|[A-Z](?:\.[A-Z])*))\.$"
)
# What a page sets into a sentence: links after a name ("Moen Ida MoenOne headline Another MORE"),
# addresses, cries for attention, and remarks that are no prose ("(PHOTOS: ...)").
_FURNITURE = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]+)(?P<link>\s(?:\S+\s){0,4}?(?P=name)(?:(?=[A-Z0-9‘'“\"])[^\n]{10,700}?\s)?MORE)\b"
    r"|(?:https?://|pic\.twitter\.com/)\S+"
    r"|\b(?:ADVERTISEMENT|(?i:story continued below|click here to \w+)|(?i:related|read more):)"
    # Where and by which agency: "VELD (NW) - ".
    r"|(?m:^)(?:[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}(?:, [A-Z][\w.]+)?(?: ?\([^()\n]{2,30}\))?"
    r"|\([A-Z][\w ./]{1,30}\)) ?[—–-]{1,2} "
    # Party and state: "Moen, D-Calif., said", "Moen (D-N.Y.) said".
    r"|(?<=[a-z]),\s[DRI][-–—][A-Z][\w.]{0,12}(?:\s[A-Z][a-z]{2,8})?"
    r"(?:,(?! (?:an?|another|(?:co-)?chair\w*|former|member|one|ranking|senior|the|top|vice|who"
    r"|whose|\w+ing)\b)|(?=[.,]\s))"
    r"|(?:(?<=[a-z])|(?<=MORE)) \((?:(?:[DRI]|Dem|Rep)\.?(?:(?:[-–—]|,? )[A-Z][\w. ]{1,12})?"
    # Of The Hill's senators only the state: "Moen (S.C.), the whip, said".
    r"|[A-Z][a-z]*\.(?:[A-Z]\.)?|Alaska|Hawaii|Idaho|Iowa|Maine|Ohio|Texas|Utah)\)"
    r"|\(\s*(?:PHOTOS?|VIDEO|RELATED|WATCH|READ|MORE|ALSO)\b[^)\n]{0,120}\)"
)
# What somebody is called, between his names: `Ida "Ace" Moen`.
_NICKNAME = re.compile(r"(?<=[a-z.] )(?<!\bThe )[“\"][A-Z][a-z]+[”\"](?= [A-Z][a-z])")
_NAMED_BEFORE = re.compile(r"(?:^|[^\w’'])[A-Z][\w.]+ $")
_TYPED = re.compile(r"(?<=[\w.,!?])(?:''|’’)(?=\s|$)|(?<=\s)(?:''|‘‘)(?=\w)")
_TAGGED = re.compile(
    r"\s(?:said|says|(?:(?:Mr|Mrs|Ms|Dr)\.\s)?(?:[A-Z][\w’-]+\s|he\s|she\s|they\s){1,3}(?:said|says|added|wrote))\b"
)
# A paragraph opened by an apostrophe, and more of a word than "'em" and "'90s".
_OPENED = re.compile(r"['‘][A-Z][a-z]*[\s,.’']")
_QUESTION_TAG = re.compile(r"[?!…]+[\"”’'»]+$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch with its marks; `closed` is false where the paragraph ends inside it."""

    start: int
    end: int
    closed: bool


def blanked(text: str) -> str:
    """The text with spaces, one for one, where a page's furniture stands in its sentences.

    Quotation marks that were typed as two apostrophes are one mark and a space.
    """
    return _TYPED.sub(_one_mark, _FURNITURE.sub(_blank, text))


def _one_mark(match: re.Match[str]) -> str:
    opens = match.end() < len(match.string) and match.string[match.end()].isalnum()
    return ' "' if opens else '" '


def _blank(match: re.Match[str]) -> str:
    # The name that a link repeats stays.
    return (match["name"] or "").ljust(len(match.group()))


def quotations(text: str) -> list[Quotation]:
    """The outermost quotations of one paragraph, in order."""
    found: list[Quotation] = []
    start, closer = -1, ""
    nicknames = [m for m in _NICKNAME.finditer(text) if _NAMED_BEFORE.search(text[: m.start()])]
    for match in _DOUBLE.finditer(text):
        mark, at = match.group(), match.start()
        if start < 0 and any(m.start() <= at < m.end() for m in nicknames):
            continue
        if start < 0:
            closer = _closer(mark, text, at)
            start = at if closer else -1
        elif mark in closer and not _opens_again(text, at) and _closes(text, start, at):
            found.append(Quotation(start, match.end(), closed=True))
            start = -1
    # An apostrophe is too weak a sign to take the rest of the paragraph for a quotation, unless it
    # opens the paragraph.
    if start >= 0 and text[start] not in "'‘":
        found.append(Quotation(start, len(text), closed=False))
    elif not found and _OPENED.match(text):
        found.append(Quotation(0, len(text), closed=False))
    return found


def _closer(mark: str, text: str, at: int) -> str:
    if mark in _OPENERS:
        return _OPENERS[mark] + ('"' if mark == "“" else "")
    if mark == "”" and text[at + 1 : at + 2].isalnum() and not text[:at].strip():
        # A closing mark that opens a paragraph was turned round.
        return '”"'
    if mark == '"':
        stray = at > 0 and text[at - 1] in ".,!?" and not text[at + 1 : at + 2].isalnum()
        return "" if stray else '"”'
    if mark in "'‘" and (at == 0 or not text[at - 1].isalnum()):
        # Plurals ("officials’ words") close nothing that was opened: look for a real end.
        ends = "'" if mark == "'" else "’"
        rest = text[at + 1 :]
        return ends if re.search(rf"[\w.,!?…]{ends}(?!\w)", rest) else ""
    return ""


def _opens_again(text: str, at: int) -> bool:
    """Whether a straight mark begins the next paragraph of a quotation that ran on."""
    after = text[at + 1 : at + 2]
    return text[at] in "\"'" and after.isalnum() and re.search(r"[.!?…]\s$", text[:at]) is not None


def _closes(text: str, start: int, at: int) -> bool:
    """Whether a straight mark ends what a curly one began: only where no curly one is to come."""
    if text[start] != "“" or text[at] != '"':
        return True
    # `“It held," Moen said. "It is old.”`
    if text[at - 1] in ",.!?" and _TAGGED.match(text, at + 1):
        return True
    return "”" not in text[at : text.find("“", at) if "“" in text[at:] else None]


def mask(text: str, marks: list[Quotation]) -> str:
    """The text with every quoted character as NUL, so that offsets stay what they were."""
    pieces: list[str] = []
    at = 0
    for mark in marks:
        pieces += [text[at : mark.start], MASK * (mark.end - mark.start)]
        at = mark.end
    return "".join(pieces) + text[at:]


def sentences(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences of one paragraph, without the space between them.

    A quotation that ends in a question mark goes with the attribution that follows it.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        before = text[start : match.end()]
        if _ABBREVIATION.search(before.rstrip("\"”’'»)]")):
            continue
        if _QUESTION_TAG.search(before) and _is_tag(text[match.end() : match.end() + 80]):
            continue
        found.append((start, match.end()))
        start = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
    if text[start:].strip():
        found.append((start, len(text.rstrip())))
    return found


def _is_tag(text: str) -> bool:
    """Whether the text goes on as in `“Why?” Peskov asked`."""
    return bool(re.match(r"\s+[^\"“.]{1,60}?\b(?:asked|said|says|told|wrote|added|cried)\b", text))
