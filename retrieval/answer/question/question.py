"""What was asked: polar or open, after what, about whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from retrieval.answer.language.lexicon import (
    AUXILIARIES,
    PREPOSITIONS,
    STOPWORDS,
    WH,
    stem,
    words,
)
from retrieval.answer.language.romanised import cyrillic
from retrieval.answer.language.speech import ENGLISH, spoken, unmixed
from retrieval.answer.question import abroad, capitals
from retrieval.answer.question.alternatives import asks_which, one_of_two
from retrieval.answer.question.called_false import called_false
from retrieval.answer.question.clothes import undressed
from retrieval.answer.question.got import passive
from retrieval.answer.question.matter import anything_on
from retrieval.answer.question.posted import bare, written_out
from retrieval.answer.question.sought import asking
from retrieval.answer.question.topics import about
from retrieval.answer.question.turned import turned
from retrieval.answer.question.voices import Voice, according_to
from retrieval.answer.question.whole import may_name, whole
from retrieval.answered import Kind
from retrieval.errors import QuestionError

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = [
    "AUXILIARIES",
    "LONGEST",
    "PREPOSITIONS",
    "STOPWORDS",
    "WH",
    "Asks",
    "Question",
    "stem",
    "understand",
    "words",
]

LONGEST = 1000

Asks = Literal["who", "when", "where", "number", "matter"]

_HALVES = re.compile(r"[\ud800-\udfff]")
_NUMBER = re.compile(
    r"^(?:\w+\s+){0,2}(?:how\s+(?:many|much|old|long|far|often|large|big|high|tall|fast|heavy|"
    r"deep\s+(?:is|was|are|were))\b|(?:what|which)\s+(?:age|percentage|share|proportion|number)\b)"
    r"|^what(?:'s|\s+(?:is|was|are|were))\s+(?:\S+\s+){0,2}?"
    r"(?:(?:exact|current|total|official|final|full|estimated|average|confirmed)\s+)?"
    r"(?:death\s+toll|toll|number\s+of|percentage|share\s+of|proportion\s+of|age\s+of|price\s+of|"
    r"cost\s+of|turnout|attendance|amount\s+of|height\s+of|length\s+of|weight\s+of|population\s+of)\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"^(?:(?:on|in|since|at|by|from|until|till|around)\s+)?(?:what|which)\s+"
    r"(?:day|date|time|hour|week|month|year)\b"
    r"|^what(?:'s|\s+(?:is|was))\s+the\s+(?:exact\s+)?(?:date|day|year)\s+of\b",
    re.IGNORECASE,
)
# "Since when", "until what year": these open clauses as well, before anything but a question word.
_ALSO_BEFORE = frozenset(["since", "until", "till"])
# "When the votes were counted, did he concede?" is a yes or a no.
_ON_CONDITION = re.compile(
    rf"^when\s+(?!(?:{'|'.join(map(re.escape, AUXILIARIES))})\b)[^,]*,\s*"
    rf"(?:{'|'.join(map(re.escape, AUXILIARIES))})\b",
    re.IGNORECASE,
)
# The body, and no question word: "the who" in any letters, and WHO behind these where few other
# words are in capitals.
_THE_WHO: Final = re.compile(r"\bthe\s+who\b(?!['’]?s?\s+who\b|,|\s+(?:and|or)\b)", re.IGNORECASE)
_WHO: Final = re.compile(
    r"\b(?P<before>(?i:did|does|is|was|has|will|would|could|can|should|of|from|by|to|at|with|in))"
    r"\s+WHO\b"
)
_MOST_CAPITALS: Final = 3
_HEALTH: Final = "the World Health Organization"
_LETTERS: Final = ("WHO",)
_ACCORDING: Final = " according to "
# Before a claim that another question calls false.
_FALSE: Final = {
    "en": "It is false that", "de": "Es ist falsch, dass", "fr": "Il est faux que",
    "es": "Es falso que", "ru": "Неправда, что", "uk": "Неправда, що",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood; `text` is what was asked, `canonical` what models are to read.

    `canonical` is without preface, tag and doubled marks, in lower case where its capitals tell
    nothing. `terms` are its content words, `names` the capitalised runs among them; none where
    the capitals tell nothing, or in any `language` (ISO 639-1) but English. `voice` is according
    to whom it is asked. Where it `denies` another claim, `canonical` is that claim, and what says
    yes to it says no to what was asked.
    """

    text: str
    canonical: str
    kind: Kind
    asks: Asks | None
    terms: tuple[str, ...]
    names: tuple[str, ...]
    language: str = ENGLISH
    voice: Voice | None = None
    denies: bool = False

    @property
    def identity(self) -> str:
        """What is the same of the same question in other clothes, and of no other."""
        return f"{_FALSE[self.language]} {self.canonical}" if self.denies else self.canonical

    @property
    def deeds(self) -> list[str]:
        """The content words that are no part of a name."""
        of_names = {word for name in self.names for word in words(name)}
        return [term for term in self.terms if term not in of_names]


def understand(text: str, languages: Collection[str] = (ENGLISH,)) -> Question:
    """Read a question; raises QuestionError where the text is none, or more than one.

    It is read as English unless it is in another of the `languages` (ISO 639-1, `*` for any).
    """
    asked = " ".join(text.split())
    # Bytes that were no UTF-8 come as halves of pairs, and no text can be kept or printed with one.
    if _HALVES.search(asked):
        raise QuestionError("The question holds bytes that are no text; write it in UTF-8.")
    if len(asked) > LONGEST:
        raise QuestionError(
            f"The question has {len(asked):,} characters; ask in at most {LONGEST:,}."
        )
    said = cyrillic(bare(asked), languages)
    language = ENGLISH if ENGLISH in languages and may_name(said) else spoken(said, languages)
    if language != ENGLISH:
        read = abroad.read(unmixed(said), language)
        return Question(
            text=asked,
            canonical=read.canonical,
            kind=Kind.POLAR if read.asks is None else Kind.OPEN,
            asks=read.asks,
            terms=read.terms,
            names=(),
            language=language,
            denies=read.denies,
        )
    spelt = _spelt_out(written_out(unmixed(said)))
    core = one_of_two(turned(undressed(spelt), marked="?" in said))
    telling = capitals.tell(core)
    core = core if telling else core.lower()
    on = anything_on(core)
    core = on if on != core else whole(said, core, telling=telling)
    core, voice = according_to(core)
    core = anything_on(passive(about(asking(core), said)))
    first = next(iter(words(core)), "").lower()
    conditional = _ON_CONDITION.match(core) is not None
    wh = None if conditional or first in {"if", "whether"} else _wh(words(core))
    open_ = wh is not None or asks_which(core)
    false = None if open_ or conditional else called_false(core)
    core = false or core
    asked_so = wh is not None or conditional or (first in AUXILIARIES and false is None)
    mark = "?" if asked_so else "."
    party = voice.name if voice is not None else ""
    # The judge tells better with it what the party says.
    behind = f"{_ACCORDING}{voice.called}" if voice is not None else ""
    return Question(
        text=asked,
        canonical=f"{core.removesuffix(mark)}{behind}{mark}",
        kind=Kind.OPEN if open_ else Kind.POLAR,
        asks=_asks(core, wh or "") if open_ else None,
        # Texts write the body either way.
        terms=tuple(
            dict.fromkeys(
                [
                    *capitals.content(core),
                    *capitals.content(party),
                    *(_LETTERS if _HEALTH in spelt else ()),
                ]
            )
        ),
        names=tuple(dict.fromkeys([*capitals.names(core), *capitals.names(party)]))
        if telling
        else (),
        denies=false is not None,
        voice=voice,
    )


def without_voice(question: Question) -> Question:
    """The question without the party that is to say it, which nothing has to name then."""
    called = question.voice.called if question.voice is not None else ""
    less = question.canonical.replace(f"{_ACCORDING}{called}", "")
    kept = set(capitals.content(less))
    return replace(
        question,
        canonical=less,
        terms=tuple(each for each in question.terms if each in kept or each in _LETTERS),
        names=tuple(each for each in question.names if each in less),
        voice=None,
    )


def _spelt_out(text: str) -> str:
    """The text with the WHO by its name: in small letters it is a question word to the models."""
    text = _THE_WHO.sub(_HEALTH, text)
    if sum(word.isupper() and len(word) > 1 for word in words(text)) > _MOST_CAPITALS:
        return text
    return _WHO.sub(lambda found: f"{found['before']} {_HEALTH}", text)


def _wh(tokens: list[str]) -> str | None:
    """The question word that opens an open question, a preposition or two before it allowed."""
    for token in tokens[:3]:
        lower = token.lower()
        if lower in WH:
            return lower
        if lower not in PREPOSITIONS | _ALSO_BEFORE:
            return None
    return None


def _asks(core: str, wh: str) -> Asks:
    if wh in {"who", "whom", "whose"}:
        return "who"
    if wh == "when" or _DATE.match(core):
        return "when"
    if wh == "where":
        return "where"
    if _NUMBER.match(core):
        return "number"
    return "matter"
