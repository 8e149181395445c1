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
from retrieval.answer.attribution.homographs import verb_tag
from retrieval.answer.attribution.openers import first_tag, is_name_in_ly
from retrieval.answer.attribution.prose import MASK

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(
    rf"{MASK}+"
    # `Ida "Ace" Moen`
    r"|[“\"][A-Z][a-z]+[”\"]"
    # Pronouns apart from what is contracted to them.
    r"|(?:he|she|they|we|it|you|i|who)(?=[’'](?:ve|d|ll|re|s|m)\b)|[’'](?:ve|d|ll|re|s|m)\b"
    # "Sands & Veld" is one name.
    r"|(?-i:[A-Z]\w*\s&\s[A-Z]\w*)"
    # Abbreviations keep their full stop.
    r"|(?:[A-Z]\.){2,}(?:-\w+(?:[-’']\w+)*)?|[A-Z]\.(?=\s)"
    r"|(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Dept|Gen|Col|Lt|Prof|St|Maj|Capt|Sgt|Adm|Cmdr|Brig|Rev|Ret|Jr|Sr|Jan|Feb|Aug|Sept|Sep"
    r"|Oct|Nov|Dec)\."
    r"|\d{1,3}(?:,\d{3})+(?:[.-]\w+)*|\w+(?:[’'&./-]\w+)*(?:[’'](?!\w))?|-{2,}|\S",
    re.IGNORECASE,
)
_TITLE_OF = re.compile(r"(?:Secretary|Minister|Speaker|Head|Chief|Prosecutor)$")
_GENITIVE = re.compile(r"(?:[’']s|s[’']|[xz][’'])$")
# Given names as well.
_MONTHS = frozenset({"april", "august", "jan", "june"})
_DASHES = "–—"
_MORE = frozenset({"fewer", "less", "more"})
_INITIAL = re.compile(r"[A-Z]\.$")
_TITLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "minister", "pm"})
_FORMS = frozenset({"mr", "mrs", "ms"})
# "al-Khatib"; the genitive is one of its own.
_ARABIC = re.compile(r"(?:al|el|ul)-[A-Z][\w-]*$")
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
    end = start + len(text)
    text = text.strip('“”"') or text
    low = text.lower().replace("’", "'")
    return Token(text, start, end, _tag(text, low), low)


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
    # "Vice-President", "Editor-in-Chief"; "Moen-King" is a surname.
    ends = (
        {word.partition("-")[0], word.rpartition("-")[2]} if tag == "W" and "-" in word else set()
    )
    if not lx.PEOPLE.isdisjoint(ends) and lx.SURNAMES.isdisjoint(ends):
        return "R"
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
    if _INITIAL.match(text) or _ARABIC.match(text):
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
    lady = token.low == "first" and after is not None and after.low == "lady"
    if lady or (token.low in lx.TITLE_PARTS and token.tag in "WN" and after is not None):
        return "R" if token.text[0].isupper() else "W"
    if before is None:
        named = _ends_as_adverb(token) and is_name_in_ly(token, after)
        tag = first_tag(token, after, _word_tag(token.low)) if token.tag == "N" else token.tag
        return "N" if named else tag
    if token.tag == "V":
        return verb_tag(tokens, i)
    if (
        _in_name(tokens, i, before, after)
        or _ends_as_adverb(token)
        or (token.tag in "XR" and _is_surname(token, before, after))
    ):
        return "N"
    return _ambiguous_tag(token, before, after)


def _ambiguous_tag(token: Token, before: Token, after: Token | None) -> str:
    """As in "it states", "court papers", "USA Today", "Morning Consult"."""
    tag = token.tag
    if token.low == "papers" and before.low in {"court", "divorce", "legal"}:
        tag = "K"
    elif token.text == "Today" and before.text == "USA":
        tag = "O"
    elif token.text in {"Morning", "Evening"} and before.tag != "Y":
        tag = "N"
    elif token.low == "states" and before.tag in "KM":
        tag = "V"
    elif token.low == "than" and before.low in _MORE and after is not None and after.tag in "DU":
        # "More than two clerks said"
        tag = "D"
    elif tag == "R" and _describes(token, after):
        tag = "W"
    # "the 21-year-old said", but "the 21-year-old star"
    elif tag == "U" and token.low.endswith("-year-old") and after is not None:
        tag = "R" if after.tag in "VX," else tag
    return tag


def _describes(token: Token, after: Token | None) -> bool:
    """Whether a word for somebody describes: "official statistics", "sexist comments"."""
    trait = token.low == "official" or (token.low.endswith("ist") and token.low not in lx.PEOPLE)
    noun = after is not None and (after.tag in "WK" or after.low in lx.SPEECH)
    plural = noun and after is not None and after.low.endswith("s")
    return trait and plural and token.text.islower()


def _that_tag(tokens: Sequence[Token], i: int) -> str:
    """Whether "that" points, as in "the manager of that station", or opens a clause."""
    nouns = "RBOK" if i == 0 else "NRBOKUW" if tokens[i - 1].tag == "P" else ""
    return "D" if i + 1 < len(tokens) and tokens[i + 1].tag in nouns else "S"


def _in_name(tokens: Sequence[Token], i: int, before: Token, after: Token | None) -> bool:
    """As in "Theo van der Rensdal", and "Jan Moen" where a month is a given name."""
    token = tokens[i]
    if token.low in lx.PARTICLES and after is not None and after.low in lx.PARTICLES:
        after = tokens[i + 2] if i + 2 < len(tokens) else None
    if after is None or after.tag != "N" or not after.text[0].isupper():
        return False
    if token.low in lx.PARTICLES:
        # "Theo van Rensdal", and "van Rensdal said" behind a quotation.
        return before.tag == "N" or (token.text.islower() and before.tag in "Q,;:P")
    given = token.low in _MONTHS | lx.GIVEN and token.text[0].isupper()
    return given and before.tag in ",RNQV" and not before.text.endswith("day")


def _ends_as_adverb(token: Token) -> bool:
    """Whether a capital shows that "Reilly" or "Kelly" is none, where it opens no sentence."""
    return token.tag == "T" and token.text[0].isupper() and token.low.endswith("ly")


def _is_surname(token: Token, before: Token, after: Token | None) -> bool:
    """Whether a word that has a meaning is a name after a name: "Theresa May", "Peter King"."""
    if token.text == "May" and before.low in _TITLES:
        return after is None or after.tag != "U"
    # "Mr. King"; "Mr. Speaker" is an address.
    if token.text.istitle() and before.low.rstrip(".") in _FORMS and token.low in lx.SURNAMES:
        return True
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
