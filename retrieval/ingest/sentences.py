"""Sentences of a paragraph, by offsets: nupunkt (Punkt; Kiss and Strunk 2006), put right for news.

A quotation and the clause that says whose it is are one sentence, so that no passage loses them.
"""

from __future__ import annotations

import re
from itertools import pairwise

from nupunkt import sent_spans

from retrieval.ingest.abbreviations import ends_nothing
from retrieval.ingest.glued import back, spaced
from retrieval.ingest.quotations import is_reporting, quotations

SPLITTER = 7
"""Raised whenever sentences of some text begin or end elsewhere: what is kept is derived anew."""

# A sentence never begins with what closes the one before it.
_CLOSERS = "”’»)]}\"'"
# Danish opens with », Swedish with ”, every typewriter with ".
_OPENERS_TOO = "”»\"'"
# Punkt takes some short ordinary words ("low.", "week.") for abbreviations: one sentence in 300 of
# news was two. A whole word in lower case that is none of these ends a sentence before a capital.
_MISSED = re.compile(
    r"(?<![\w.])(?!(?:etc|approx|dept|est|vs|seq|viz|resp|incl|excl|max|min)\.)[a-z]{3,}\."
    r"[”’»)\]}\"']*(?P<gap>\s+)(?=[“‘«„¿¡(\[\"']?[A-ZÀ-ÖØ-Þ])"
)
# A single letter is an initial to it, and behind a number a year, a metre or a century in Cyrillic.
_UNIT_ENDS = re.compile(
    r"\d\s?(?:г|гг|р|рр|м|в|вв)\.[»”\")]*(?P<gap>\s+)(?=[«„“(\"]?[А-ЯЁІЇЄҐ](?:[а-яёіїєґ]|\s))"
)
# German closes with the mark that opens in English, and no end is seen before one. A title may end
# with a question in the middle of a sentence; what is said stands behind a colon, or is longer.
_GERMAN_ENDS = re.compile(
    r"(?:„[^„“]*\.|(?:^|(?<=[:.!?“]\s))„[^„“]*[!?…]|„(?:[^„“\s]+\s+){4,}[^„“]*[!?…])"
    r"“(?P<gap>\s+)(?=[„‚«»(\[]?[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ])"
)
# And it cuts after some that are: a title before a name, wherever an opening mark stands before it,
# and what bears a full stop in the middle of a sentence.
_TITLE = re.compile(
    r"(?:(?<!\w)(?:Mr|Mrs|Ms|Mx|Dr|Messrs|Prof|Rev|Fr|Msgr|Hon|Govs?|Lt|Sens?|Reps?|Gens?|Col|Maj"
    r"|Capt|Cmdr|Cdr|Adm|Sgt|Cpl|Pvt|Pfc|Spc|Insp|Supt|Det|Atty|Amb|Mme|Mlle|vs|v)"
    # A saint, and no street: that has its name before it.
    r"|(?:^|\s)[a-z]+\sSt)\.$"
)
_STATE = re.compile(r"(?<!\w)(?:U\.S|U\.N|U\.K|E\.U|D\.C)\.$")
_OF_STATES = re.compile(
    r"(?:Ambassador|Army|Attorney|Air|Bureau|Capitol|Central|Charter|Chamber|Circuit|Coast|Commission"
    r"|Congress\w*|Constitution|Consul\w*|Court|Customs|Department|District|Embassy|Envoy|Federal"
    r"|Food|Forces|General|Geological|Government|High|House|Human|Immigration|Marines?|Marshals?"
    r"|Military|Mission|National|Navy|Office|Olympic|Open|Postal|Presidents?|Rep\.|Representative"
    r"|Resolution|Secretary|Security|Senate|Senators?|Sen\.|Special|State|Steel|Supreme|Trade"
    r"|Treasury|Vice|Women)\b"
)
_ABBREVIATION = re.compile(
    r"(?<![\w.])(?:\w+-)?(?:(?:[A-Z]\.){2,}|[A-Z][a-z]{0,4}\.)$|-[A-Z]\w{1,4}\.$"
)
# A word in lower case that begins no sentence; "iPhone" and an address may.
_RUNS_ON = re.compile(r"[a-z]+(?=[\s,;:.)]|$)(?!\.\w)")
# What no sentence begins with: "Sen. Ann Roe (D-Mass.), who ..." is cut behind the bracket.
_NEVER_FIRST = re.compile(r"[,;:)\]]|\.(?!\.)")
# A post's tags and links and its signature say nothing without the post.
_POST_ENDS = re.compile(
    r"(?:#\w+(?:\s+|$)|(?:https?://)?(?:pic\.twitter\.com|t\.co)/\w+[\s.]*)*"
    r"(?:$|[—–-]{1,2}\s?[^\n@]{1,80}?\(@\w{1,30}\)(?:\s+\S+\s+\S+\s+\d{4}\b|\s*$))"
)
# A quotation of more than this stays cut at its sentences: who reads wants the one that says it.
_MOST_CUTS, _LONGEST = 4, 480


def sentences(
    text: str, start: int, end: int, language: str | None = None
) -> list[tuple[int, int]]:
    """Spans of the sentences in `text[start:end]`, offsets into `text`, in order.

    `language` (ISO 639-1, or what begins so) is the text's; English where it is none.

    No span begins or ends with white space; together they hold every other character. A quotation
    of up to five sentences that ends in the paragraph is within one span, with its speaker.
    """
    piece, added = spaced(text[start:end])
    if not piece.strip():
        return []
    parts = [part for span in _punkt(piece) for part in _parted(piece, *span)]
    code = (language or "")[:2].lower()
    parts = _merged(parts, [_is_abbreviated(piece, *gap, code) for gap in _gaps(parts)])
    parts = _merged(parts, [_is_rest(piece[left:right]) for left, right in parts[1:]])
    parts = _merged(parts, _inside(piece, _gaps(parts)))
    parts = _merged(parts, _tagged(piece, parts))
    return [(start + back(left, added), start + back(right, added)) for left, right in parts]


def _punkt(piece: str) -> list[tuple[int, int]]:
    """Punkt's sentences without white space around them, each with the marks that close it."""
    spans: list[tuple[int, int]] = []
    for begin, stop in sent_spans(piece):
        sentence = piece[begin:stop]
        left = begin + len(sentence) - len(sentence.lstrip())
        right = begin + len(sentence.rstrip())
        if left >= right:
            continue
        closing = _closing(piece, left, right)
        if spans and closing > left:
            spans[-1] = (spans[-1][0], closing)
            left = closing + len(piece[closing:right]) - len(piece[closing:right].lstrip())
            if left >= right:
                continue
        spans.append((left, right))
    return spans


def _parted(piece: str, left: int, right: int) -> list[tuple[int, int]]:
    """The span, cut where Punkt missed an end."""
    found = [
        match.span("gap")
        for pattern in (_MISSED, _UNIT_ENDS)
        for match in pattern.finditer(piece, left, right)
    ]
    if "„" in piece:
        # A quotation may have begun in a sentence before.
        ends = (match.span("gap") for match in _GERMAN_ENDS.finditer(piece))
        found += [gap for gap in ends if left < gap[0] and gap[1] < right]
    gaps = sorted(set(found))
    begins = [left, *(stop for _, stop in gaps)]
    return list(zip(begins, [*(begin for begin, _ in gaps), right], strict=True))


def _gaps(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Between each two sentences: where the first ends and the second begins."""
    return [(one[1], other[0]) for one, other in pairwise(parts)]


def _merged(parts: list[tuple[int, int]], joins: list[bool]) -> list[tuple[int, int]]:
    """The sentences, with those made one between which a cut was wrong."""
    merged = parts[:1]
    for part, join in zip(parts[1:], joins, strict=True):
        if join:
            merged[-1] = (merged[-1][0], part[1])
        else:
            merged.append(part)
    return merged


def _is_abbreviated(piece: str, left: int, right: int, language: str) -> bool:
    """Whether the full stop before a cut is an abbreviation's and ends nothing."""
    before = piece[max(0, left - 30) : left]
    if not before.endswith("."):
        return False
    after = piece[right : right + 30]
    return bool(
        (after[:1].isupper() and _TITLE.search(before))
        or (_STATE.search(before) and _OF_STATES.match(after))
        or ends_nothing(before, after, language)
        or (_ABBREVIATION.search(before) and _RUNS_ON.match(after))
    )


def _is_rest(after: str) -> bool:
    """Whether what Punkt takes for a sentence is the end of the one before it."""
    return bool(_NEVER_FIRST.match(after) or _POST_ENDS.match(after))


def _inside(piece: str, gaps: list[tuple[int, int]]) -> list[bool]:
    """Which cuts lie in a quotation that is short enough to stay whole."""
    joins = [False] * len(gaps)
    for opened, closed in quotations(piece) if gaps else ():
        within = [at for at, gap in enumerate(gaps) if opened < gap[0] and gap[1] <= closed]
        if len(within) <= _MOST_CUTS and closed - opened <= _LONGEST:
            for at in within:
                joins[at] = True
    return joins


def _tagged(piece: str, parts: list[tuple[int, int]]) -> list[bool]:
    """Which cuts lie between a quotation and the clause that says whose it is."""
    return [
        is_reporting(piece[one[0] : one[1]], piece[other[0] : other[1]])
        for one, other in pairwise(parts)
    ]


def _closing(piece: str, left: int, right: int) -> int:
    """Where the closing marks that stray to the front of a sentence end; `left` for none."""
    at = left
    while at < right and piece[at] in _CLOSERS:
        at += 1
    strays = piece[left:at]
    # Such a mark before a word opens; it closes only where white space follows.
    if at < right and not piece[at].isspace() and all(mark in _OPENERS_TOO for mark in strays):
        return left
    return at
