"""Words and marks of a sentence with one letter each, so that phrases are found without a model.

N name, R person or role, B institution, O outlet, K words spoken or written (report, statement),
G genitive, M pronoun, D determiner, U number, P preposition, C conjunction, S subordinator,
X auxiliary, T adverb, V reporting verb, Y time, W other word, Q quotation, else the mark itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.prose import MASK

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(
    rf"{MASK}+"
    # Pronouns apart from what is contracted to them.
    r"|(?:he|she|they|we|it|you|i|who)(?=[’'](?:ve|d|ll|re|s|m)\b)|[’'](?:ve|d|ll|re|m)\b"
    # Abbreviations keep their full stop.
    r"|(?:[A-Z]\.){2,}(?:-\w+(?:[-’']\w+)*)?|[A-Z]\.(?=\s)"
    r"|(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Dept|Gen|Col|Lt|Prof|St|Maj|Capt|Sgt|Rev|Jr|Sr|Jan|Feb|Aug|Sept|Sep"
    r"|Oct|Nov|Dec)\."
    r"|\w+(?:[’'&./-]\w+)*(?:[’'](?!\w))?|\S",
    re.IGNORECASE,
)
_TITLE_OF = re.compile(r"(?:Secretary|Minister|Speaker|Head|Chief|Prosecutor)$")
_GENITIVE = re.compile(r"(?:[’']s|s[’']|[xz][’'])$")
# Given names as well.
_MONTHS = frozenset({"april", "august", "jan", "june"})
_DASHES = "–—"
# "al-Khatib"; the genitive is one of its own.
_ARABIC = re.compile(r"(?:al|el|ul)-[A-Z][\w-]*$")
# What may precede a noun "report" or "claims", where a verb of that spelling may not stand.
_BEFORE_NOUN = "DGUWPKOY,V"
_WITH_PLURALS = frozenset({"are", "aren't", "have", "were", "weren't"})
_TABLES = (
    (lx.PRONOUNS, "M"),
    (lx.DETERMINERS, "D"),
    (lx.AUXILIARIES, "X"),
    (lx.SUBORDINATORS, "S"),
    (lx.CONJUNCTIONS, "C"),
    (lx.PREPOSITIONS, "P"),
    (lx.ADVERBS, "T"),
    (lx.PEOPLE, "R"),
    (lx.OUTLETS, "O"),
    (lx.BODIES, "B"),
    (lx.SPEECH, "K"),
    (lx.TIMES, "Y"),
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark with its offsets in the sentence and its letter.

    `low` is the text in lower case with a straight apostrophe, as the word lists have it.
    """

    text: str
    start: int
    end: int
    tag: str
    low: str


def tokenize(masked: str) -> list[Token]:
    """Tokens of a sentence in which quotations are masked, tagged."""
    tokens = [_token(m.group(), m.start()) for m in _TOKEN.finditer(masked)]
    for i, token in enumerate(tokens):
        tag = _that_tag(tokens, i) if token.low == "that" else _tag_in_context(tokens, i)
        if tag != token.tag:
            tokens[i] = replace(token, tag=tag)
    return tokens


def _token(text: str, start: int) -> Token:
    low = text.lower().replace("’", "'")
    return Token(text, start, start + len(text), _tag(text, low), low)


def without_genitive(token: Token) -> Token:
    """The name in "Verstka's" or "officials’", as a name."""
    text = re.sub(r"(?:[’']s|[’'])$", "", token.text)
    return Token(text, token.start, token.start + len(text), "N", text.lower())


def _tag(text: str, low: str) -> str:
    if (mark := _mark(text)) is not None:
        return mark
    word = low.rstrip(".") if text.count(".") == 1 else low
    capital = text[0].isupper()
    acronym = text.isupper() and len(text) > 1
    tag = "N" if acronym and word in {"us", "it"} else _word_tag(word)
    if not capital:
        return "V" if word in lx.VERBS and tag in "WKY" else tag
    # "Norquist" has the ending of a trade, and no trade.
    ended = tag == "R" and word not in lx.PEOPLE and not word.endswith("s")
    return "N" if tag in "WVK" or ended or (acronym and tag not in "RD") else tag


def _mark(text: str) -> str | None:
    """The letter of what its form alone tells: quotations, marks, numbers, genitives."""
    if text[0] == MASK:
        return "Q"
    if text[0] in "’'" and len(text) > 1:
        return "X"
    if not text[0].isalnum():
        return "-" if text in _DASHES else text[0]
    if text[0].isdigit():
        return "U"
    if _ARABIC.match(text):
        return "N"
    return "G" if _GENITIVE.search(text) else None


@cache
def _word_tag(word: str) -> str:
    """The letter of a lower-cased word; W where no table holds it."""
    for table, tag in _TABLES:
        if word in table:
            return tag
    if word.endswith("ly") and word not in lx.NOT_ADVERBS:
        return "T"
    return "R" if lx.PEOPLE_ENDING.search(word) else "W"


def _tag_in_context(tokens: Sequence[Token], i: int) -> str:
    """The letter that the neighbours show: titles with "of", nouns spelled like verbs."""
    token = tokens[i]
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if before is not None and _in_title(tokens, i, before):
        return "R"
    if token.low in lx.TITLE_PARTS and token.tag in "WN" and after is not None:
        return "R" if token.text[0].isupper() else "W"
    if before is None:
        named = _ends_as_adverb(token) and after is not None and after.tag in "VX"
        return "N" if named else _first_word_tag(token, after) if token.tag == "N" else token.tag
    if token.tag == "V":
        return _verb_tag(tokens, i)
    if (
        _in_name(token, before, after)
        or _ends_as_adverb(token)
        or (token.tag in "XR" and _is_surname(token, before, after))
    ):
        return "N"
    return _ambiguous_tag(token, before)


def _ambiguous_tag(token: Token, before: Token) -> str:
    """As in "it states", "court papers", "USA Today"."""
    if token.low == "papers" and before.low in {"court", "divorce", "legal"}:
        return "K"
    if token.text == "Today" and before.text == "USA":
        return "O"
    return "V" if token.low == "states" and before.tag in "KM" else token.tag


def _that_tag(tokens: Sequence[Token], i: int) -> str:
    """Whether "that" points, as in "the manager of that station", or opens a clause."""
    nouns = "RBOK" if i == 0 else "NRBOKUW" if tokens[i - 1].tag == "P" else ""
    return "D" if i + 1 < len(tokens) and tokens[i + 1].tag in nouns else "S"


def _verb_tag(tokens: Sequence[Token], i: int) -> str:
    """The letter of what is spelled as a verb after another word: it may be a noun."""
    token, before = tokens[i], tokens[i - 1]
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if _is_no_report(token, after):
        return "W"
    # `"...," an affidavit claims.`, "..., court documents filed on Monday claim."
    closes = after is None or after.tag in ".,"
    if closes and token.low.endswith("s") and any(t.tag == "Q" for t in tokens[:i]):
        return "V"
    if closes and before.tag != "D" and _papers_before(tokens, i):
        return "V"
    noun = before.tag in _BEFORE_NOUN or (after is not None and after.tag in "VX")
    if token.low in lx.SPEECH and noun:
        return "K"
    # "rates were"
    if after is not None and after.low in _WITH_PLURALS and token.low.endswith("s"):
        return "W"
    gerund = token.low.endswith("ing") and before.tag in "DG"
    adverb = before.tag == "T" and i > 1 and tokens[i - 2].tag in "DG"
    # "Moen's alleged abuse", but "Moody's predicted that ..."
    owned = before.tag == "G" and after is not None and after.tag in "WNKRBOQ"
    modifier = before.low in lx.ARTICLES or before.low == "one" or adverb or owned
    return "W" if gerund or (token.low.endswith("ed") and modifier) else "V"


def _is_no_report(token: Token, after: Token | None) -> bool:
    """As in "went home", "fired a clerk", "charging documents"."""
    particle = lx.PHRASAL.get(lx.VERBS[token.low].lemma)
    if particle is not None:
        return after is None or after.low not in particle
    return token.low == "charging" and after is not None and after.tag == "K"


def _papers_before(tokens: Sequence[Token], i: int) -> bool:
    """Whether "documents", with no article, stands between the last comma and token i."""
    comma = next((k for k in range(i - 1, 0, -1) if tokens[k].tag == ","), i)
    words = tokens[comma + 1 : i]
    plural = any(t.tag == "K" and t.low.endswith("s") for t in words)
    return plural and not any(t.low in lx.ARTICLES or t.tag in "PX" for t in words[:1])


def _in_name(token: Token, before: Token, after: Token | None) -> bool:
    """As in "Theo van Rensdal", and "Jan Moen" where a month is a given name."""
    if after is None or after.tag != "N" or not after.text[0].isupper():
        return False
    if token.low in lx.PARTICLES:
        return before.tag == "N"
    given = token.low in _MONTHS | lx.GIVEN and token.text[0].isupper()
    return given and before.tag in ",RNQ" and not before.text.endswith("day")


def _ends_as_adverb(token: Token) -> bool:
    """Whether a capital shows that "Reilly" or "Kelly" is none, where it opens no sentence."""
    return token.tag == "T" and token.text[0].isupper() and token.low.endswith("ly")


def _is_surname(token: Token, before: Token, after: Token | None) -> bool:
    """Whether a word that has a meaning is a name after a name: "Theresa May", "Peter King"."""
    if token.text[0].islower() or token.text.isupper() or before.tag != "N":
        return False
    ordinary = token.tag == "R" and token.low not in lx.SURNAMES
    junior = after is not None and after.low in {"jr.", "sr."}
    return not ordinary and (after is None or junior or after.tag not in "NU")


def _in_title(tokens: Sequence[Token], i: int, before: Token) -> bool:
    """Whether the token belongs to a title such as "Secretary of the Navy" before a name."""
    token = tokens[i]
    if token.text == "of" and _TITLE_OF.match(before.text):
        at = i + 1
        at += at < len(tokens) and tokens[at].text == "the"
        return at < len(tokens) and tokens[at].tag in "NB" and tokens[at].text[0].isupper()
    return before.tag == "R" and before.text in {"of", "the"} and token.tag in "NBD"


def _first_word_tag(token: Token, after: Token | None) -> str:
    """A capital at the start proves no name: "Attacking ...", "Said X ..."."""
    if token.low.endswith("ing") and after is not None and after.tag != "N":
        return "W"
    table = _word_tag(token.low)
    if table in "RK" and not token.text.isupper():
        return table
    verb = lx.VERBS.get(token.low)
    return "V" if verb is not None and verb.form is not lx.Form.BASE else "N"
