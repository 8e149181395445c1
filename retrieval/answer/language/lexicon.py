"""The words that hold English together, and what a word is: tokens and stems."""

from __future__ import annotations

import re
from functools import cache

import Stemmer

AUXILIARIES = frozenset(
    (
        "am are can could did do does had has have is may might must shall should was were will "
        "would ain't aren't can't cannot couldn't didn't doesn't don't hadn't hasn't haven't "
        "isn't mightn't mustn't shouldn't wasn't weren't won't wouldn't"
    ).split()
)
# Those that open a question, as a pattern.
ASKING = r"(?:did|does|do|was|were|is|are|has|have|had|will|would|can|could|should)"
WH = frozenset(["who", "whom", "whose", "what", "which", "when", "where", "why", "how"])
PREPOSITIONS = frozenset(
    "about after against at by for from in into of on to under with within".split()
)
STOPWORDS = (
    AUXILIARIES
    | WH
    | PREPOSITIONS
    | frozenset(
        (
            "a an the and or but if not no nor so than that this these those there their they "
            "them he him his she her it its i me my we us our you your be been being as any some "
            "all also just ever even up out over off because while during before say says said "
            "tell told true really case whether done get got one ones s t re ve ll d m"
        ).split()
    )
)
# What is asked with these alone names nothing: "What happened today?", "Is there any news?".
VAGUE = frozenset(
    (
        "happen happened happening happens going goes new news latest today now yesterday tonight "
        "currently recently thing things something anything everything somebody anybody anyone "
        "someone else more"
    ).split()
)
_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*\.?(?<![^\W_]{4}\.)", re.UNICODE)
# The same where no underscore parts words, in a third less time: the text of a whole event is read.
_PLAIN_WORD = re.compile(r"\w++(?:[.'’]\w++)*+\.?(?<!\w{4}\.)", re.UNICODE)
_ENDING = re.compile(r"['’][sS]?$")


def words(text: str) -> list[str]:
    """Words in order; "U.S." and "Trump's" are one each, the latter without its ending."""
    found: list[str] = (_WORD if "_" in text else _PLAIN_WORD).findall(text)
    if "'" not in text and "’" not in text:
        return found
    return [word if "'" not in word and "’" not in word else _whole(word) for word in found]


def first_word(text: str) -> int | None:
    """Where the first word of a text begins."""
    found = _WORD.search(text)
    return found.start() if found is not None else None


def word_at(text: str, start: int) -> str:
    """The word that begins there; empty where none does."""
    found = _WORD.match(text, start)
    return _whole(found.group()) if found is not None else ""


def tokens(text: str) -> list[tuple[str, int, int]]:
    """Words in order with the offsets of what was read as each."""
    return [(_whole(found.group()), found.start(), found.end()) for found in _WORD.finditer(text)]


def stem(word: str) -> str:
    """The word's stem in lower case (Snowball English)."""
    return str(stemmer("english").stemWord(word.lower().strip(".")))


@cache
def stemmer(language: str) -> Stemmer.Stemmer:
    """Snowball's stemmer of a language, by its English name; any number of threads may share it."""
    # Without words that it remembers it has no state between the calls, and holds the GIL in one.
    return Stemmer.Stemmer(language, 0)


def _whole(word: str) -> str:
    return _ENDING.sub("", word) or word
