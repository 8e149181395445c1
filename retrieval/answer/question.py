"""What was asked: polar or open, after what, about whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

import snowballstemmer

from retrieval.errors import QuestionError
from retrieval.model import Kind

LONGEST = 1000
FEWEST_WORDS = 2

Asks = Literal["who", "when", "where", "number", "matter"]

AUXILIARIES = frozenset(
    (
        "am are can could did do does had has have is may might must shall should was were will "
        "would ain't aren't can't cannot couldn't didn't doesn't don't hadn't hasn't haven't "
        "isn't mightn't mustn't shouldn't wasn't weren't won't wouldn't"
    ).split()
)
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

# "Can you tell me who ...?" asks what comes after it.
_PREAMBLE = re.compile(
    r"^(?:(?:can|could|would|will)\s+you\s+(?:please\s+)?tell\s+me|(?:please\s+)?tell\s+me"
    r"|do(?:es)?\s+(?:you|anyone|anybody)\s+know|i\s+(?:wonder|want\s+to\s+know)|any\s+idea)"
    r"\s*,?\s+(?=(?:if|whether|who|whom|whose|what|which|when|where|why|how)\b)",
    re.IGNORECASE,
)
# "And Lavrov?" goes on with a question that was asked before; each is read alone.
_GOING_ON = re.compile(r"^(?:and|but|or|so|then|also|(?:what|how)\s+(?:about|of))\b", re.IGNORECASE)
_WHETHER = re.compile(r"^(?:if|whether)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*\.?(?<![^\W_]{4}\.)", re.UNICODE)
_NUMBER = re.compile(r"^how\s+(?:many|much|old|long|far|often|large|big|high)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood; `text` is what was asked, trimmed.

    `terms` are its content words, `names` the capitalised runs among them.
    """

    text: str
    kind: Kind
    asks: Asks | None
    terms: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def deeds(self) -> list[str]:
        """The content words that are no part of a name."""
        of_names = {word for name in self.names for word in words(name)}
        return [term for term in self.terms if term not in of_names]

    @property
    def about_somebody(self) -> bool:
        """Whether it gives hardly a word to look for but a name: "What did Macron say or do?"."""
        return self.asks == "matter" and bool(self.names) and len(self.deeds) <= 1


def understand(text: str) -> Question:
    """Read a question; raises QuestionError where there is none in the text."""
    asked = " ".join(text.split())
    if len(asked) > LONGEST:
        raise QuestionError(
            f"The question has {len(asked):,} characters; ask in at most {LONGEST:,}."
        )
    tokens = words(asked)
    if not any(any(letter.isalpha() for letter in token) for token in tokens):
        raise QuestionError(
            'There is no question in that; ask a whole one, like "Did the minister resign?"'
        )
    if len(tokens) < FEWEST_WORDS:
        raise QuestionError(
            'One word is not a question; ask a whole one, like "Did the minister resign?"'
        )
    if _hangs_on_another(asked):
        raise QuestionError(
            'Each question stands alone; ask a whole one, like "Did the minister resign?"'
        )
    core = _PREAMBLE.sub("", asked)
    wh = None if _WHETHER.match(core) else _wh(words(core))
    content = (word for word in tokens if word == "US" or word.lower() not in STOPWORDS)
    return Question(
        text=asked,
        kind=Kind.POLAR if wh is None else Kind.OPEN,
        asks=None if wh is None else _asks(core, wh),
        terms=tuple(dict.fromkeys(content)),
        names=_names(asked),
    )


def words(text: str) -> list[str]:
    """Words in order; "U.S." and "Trump's" are one each, the latter without its ending."""
    found = (match.group() for match in _WORD.finditer(text))
    return [re.sub(r"['’]s?$", "", word) or word for word in found]


def stem(word: str) -> str:
    """The word's stem in lower case (Snowball English)."""
    return _stem(word.lower().strip("."))


@cache
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


def _hangs_on_another(asked: str) -> bool:
    """Whether it names nothing to look for, or goes on from another question with a name alone."""
    content = [word for word in words(asked) if word.lower() not in STOPWORDS or word == "US"]
    if not content:
        return True
    going_on = _GOING_ON.match(asked)
    if going_on is None:
        return False
    rest = asked[going_on.end() :]
    if any(word.lower() in AUXILIARIES for word in words(rest)):
        return False
    named = {word for name in _names(rest) for word in words(name)}
    content = [word for word in content if word in words(rest)]
    return len(content) <= 1 or named.issuperset(content)


def _wh(tokens: list[str]) -> str | None:
    """The question word that opens an open question, a preposition or two before it allowed."""
    for token in tokens[:3]:
        lower = token.lower()
        if lower in WH:
            return lower
        if lower not in PREPOSITIONS:
            return None
    return None


def _asks(core: str, wh: str) -> Asks:
    if wh in {"who", "whom", "whose"}:
        return "who"
    if wh == "when" or re.match(
        r"^(?:on |in |since )?what (?:day|date|time|year)\b", core, re.IGNORECASE
    ):
        return "when"
    if wh == "where":
        return "where"
    if wh == "how" and _NUMBER.match(core):
        return "number"
    return "matter"


def _names(text: str) -> tuple[str, ...]:
    """Runs of capitalised words. The first word counts unless it is an ordinary opening word."""
    runs: list[list[str]] = []
    last = -1
    for match in _WORD.finditer(text):
        (word,) = words(match.group())
        if not word[:1].isupper() or (word.lower() in STOPWORDS and word != "US"):
            continue
        # "Mitt Romney" is one name; "in Philadelphia, Romney" and "Trump's Ukraine" are two.
        joined = last >= 0 and text[last : match.start()] == " "
        if joined:
            runs[-1].append(word)
        else:
            runs.append([word])
        last = match.end() if match.group() == word else -1
    return tuple(dict.fromkeys(" ".join(run) for run in runs))
