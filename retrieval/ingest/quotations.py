"""Where quotations begin and end in a paragraph, and what says who spoke right after one."""

from __future__ import annotations

import re

# What closes each opening mark. German closes „ with “, Danish writes »so«, Swedish ”so”; texts
# that went through several hands mix curly and straight marks.
_CLOSERS = {
    '"': '"”', "“": '”"', "„": "“”", "”": "”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』",
}  # fmt: skip
_FAMILIES = tuple(re.compile(f"[{marks}]") for marks in ('"“”„', "«»", "‹›", "「」『』"))
# These open wherever they stand; the others only before a word and after white space or the like.
_ONLY_OPENS = "“„「『"
_SINGLES = re.compile(r"['‘’‚‛]")
_ENDS = ".,!?…;:"
_BEFORE_OPENING = "([{—–-/\"“„«‘'"
# Apostrophes in front of a word that lost its beginning.
_ELISION = re.compile(r"(?:\d\d?s?|em|til|tis|twas|cause|cos|n|round|bout|twill)\b", re.IGNORECASE)

_VERBS = (
    r"(?:said|says|ask(?:ed|s)|told|tells|add(?:ed|s)|wr(?:ote|ites)|tweet(?:ed|s)|post(?:ed|s)"
    r"|repli(?:ed|es)|answer(?:ed|s)|respond(?:ed|s)|shout(?:ed|s)|yell(?:ed|s)|scream(?:ed|s)"
    r"|cri(?:ed|es)|exclaim(?:ed|s)|declar(?:ed|es)|demand(?:ed|s)|continu(?:ed|es)"
    r"|explain(?:ed|s)|not(?:ed|es)|recall(?:ed|s)|conclud(?:ed|es)|jok(?:ed|es)|quipp?(?:ed|s)"
    r"|warn(?:ed|s)|insist(?:ed|s)|argu(?:ed|es)|remark(?:ed|s)|observ(?:ed|es)|wonder(?:ed|s)"
    r"|stat(?:ed|es)|announc(?:ed|es)|admit(?:ted|s)|complain(?:ed|s)|chant(?:ed|s)|boast(?:ed|s)"
    r"|mutter(?:ed|s)|whisper(?:ed|s)|snapp?(?:ed|s)|retort(?:ed|s)|lament(?:ed|s)|plead(?:ed|s)"
    r"|begg?(?:ed|s)|text(?:ed|s)|testifi(?:ed|es)|comment(?:ed|s)|thunder(?:ed|s)|went on)"
)
# A subject has no clause in it: "what Pryde said" says nothing of who spoke before.
_SUBJECT = (
    r"(?!(?:When|If|As|But|And|So|After|Before|While|What|That|Since|Because|Although|Asked|Told)\b)"
    r"[^\W\d_a-z][\w.'’-]*(?:\s+(?!(?:that|what|which|who|whom|whose|had|has|have|was|were|is|are"
    rf"|as|when|where|after|before|if|but|because|{_VERBS})\b)[\w.'’-]+){{0,7}}?"
    r"(?:\s*,[^,.!?]{1,60},|\s*\([^()]{1,60}\))?"
)
_WHEN_WHERE = (
    r"(?:in|on|at|to|during|of|after|before|when|while|as|with|from|by|about|through|via|outside"
    r"|last|this|early|late|earlier|later|again|afterwards?|yesterday|today|recently|then|back|\w+ly"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|reporters)\b"
)
_HEARER = r"(?:\s+(?!(?:that|to|how|why|what|if|whether)\b)[\w.'’-]+){1,6}?"
_TAG = re.compile(
    rf"{_SUBJECT}\s+(?:\w+ly\s+|also\s+)?(?:(?:told|tells|ask(?:ed|s)){_HEARER}|{_VERBS})"
    rf"(?:(?P<whole>[.!?]?$)|\s*(?:[.;!?—–]|,(?!\s*[\"“„«‘']))|\s+(?!.{{0,60}}\bthat\b){_WHEN_WHERE})"
)
_INVERTED = re.compile(r"(?:Said|Says|Asked|Cried|Replied)\s+[^\W\d_a-z]")
_GOES_ON = re.compile(r"[a-zà-ÿа-яёґєії]|[,—–]|-{1,2}\s")
_CLOSED = re.compile(r"(?P<end>\.\.\.|[.!?…。！？])[^\S\n]?[\"”’»“'›」』]+$")


def quotations(piece: str) -> list[tuple[int, int]]:
    """Offsets of the opening and the closing mark of each quotation that ends in the paragraph.

    A mark that is never closed opens nothing, an apostrophe is no mark.
    """
    found: list[tuple[int, int]] = []
    for family in _FAMILIES:
        found += _doubles(piece, family)
    inner = [
        (opened, closed)
        for opened, closed in _singles(piece)
        # One that a larger quotation cuts in two was an apostrophe.
        if not any(first < opened < last < closed or opened < first < closed < last
                   for first, last in found)
    ]  # fmt: skip
    return sorted(found + inner)


def is_reporting(before: str, after: str) -> bool:
    """Whether `after`, a sentence of its own to a splitter, says who said what ends `before`."""
    closed = _CLOSED.search(before[-8:])
    if closed is None:
        return False
    if _GOES_ON.match(after) or _INVERTED.match(after):
        return True
    tag = _TAG.match(after)
    # A full stop inside the marks ends a sentence in American print: "Pryde said on Monday ..."
    # is then the next one, and only a bare "Pryde said." is not.
    return tag is not None and (closed["end"] != "." or tag["whole"] is not None)


def _doubles(piece: str, family: re.Pattern[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened = -1
    for match in family.finditer(piece):
        at, mark = match.start(), match[0]
        if opened >= 0 and mark in _CLOSERS[piece[opened]] and not _only_opens(piece, at):
            found.append((opened, at))
            opened = -1
        elif mark in _ONLY_OPENS or (mark in _CLOSERS and _could_open(piece, at)):
            # A second one before the first was closed: the first is another paragraph's, or stray.
            opened = at
    return found


def _singles(piece: str) -> list[tuple[int, int]]:
    marks = [match.start() for match in _SINGLES.finditer(piece)]
    openers = [at for at in marks if piece[at] != "’" and _could_open(piece, at)
               and not _ELISION.match(piece, at + 1)]  # fmt: skip
    closers = [at for at in marks if piece[at] in "'’" and not piece[at + 1 : at + 2].isalnum()]
    found: list[tuple[int, int]] = []
    for number, opened in enumerate(openers):
        until = openers[number + 1] if number + 1 < len(openers) else len(piece)
        ends = [at for at in closers if opened + 1 < at < until]
        if not ends:
            continue
        sure = next((at for at in ends if piece[at - 1] in _ENDS), None)
        # "The boys’ team lost" inside the marks: a plural's apostrophe closes nothing.
        doubtful = piece[ends[0] - 1] == "s" and piece[ends[0] + 1 : ends[0] + 2] == " "
        found.append((opened, sure if doubtful and sure is not None else ends[0]))
    return found


def _could_open(piece: str, at: int) -> bool:
    """Whether a mark stands in front of a word, with nothing or an opening before it."""
    before, after = piece[at - 1 : at], piece[at + 1 : at + 2]
    if piece[at] == "«" and after.isspace():
        # French sets a space inside its marks.
        return not before or before.isspace()
    return bool(after) and not after.isspace() and (
        not before or before.isspace() or before in _BEFORE_OPENING
    )  # fmt: skip


def _only_opens(piece: str, at: int) -> bool:
    """Whether a mark that looks the same at both ends can be nothing but a beginning."""
    before, after = piece[at - 1 : at], piece[at + 1 : at + 2]
    return piece[at] == '"' and before.isspace() and after.isalnum()
