"""Questions in the languages other than English: polar or open, after what, about what.

No grammar: question words, words that hold nothing, marks. What the words leave open the judge
decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from retrieval.answer.language.accents import accented
from retrieval.answer.language.languages import language, unelided
from retrieval.answer.language.lexicon import tokens, words
from retrieval.answer.language.matter_abroad import anything_on, goes_on
from retrieval.answer.question.alternatives_abroad import asks_which_abroad
from retrieval.answer.question.clothes_abroad import MARKS, affirmed, trimmed, undressed
from retrieval.errors import QuestionError

if TYPE_CHECKING:
    from retrieval.answer.language.languages import Asked, Language

# A question word may have so many words before it: "in welchem Jahr", "с каких пор".
_BEFORE: Final = 2
# Few words without a verb ask for what they name; more, a break or a number, and they tell of it.
_FEW: Final = 9
_TELLS: Final = re.compile(r"[,;:!–]|(?!\b(?:19|20)\d\d\b)\b\d+")
_ASKED_TWICE: Final = re.compile(r"[?？][\s?!]*(?=¿|[^\W\d_])")
# "Кто-то", "что-нибудь": somebody and something, and no question words.
_SOME: Final = re.compile(r"-(?:то|нибудь|либо|небудь)\b", re.IGNORECASE)
_THAT: Final = re.compile(r"\b(?:das{1,2}|que?|qu.|что|чо|що|шо)\s*$", re.IGNORECASE)
_EXAMPLE: Final = 'like "Did the minister resign?"'


@dataclass(frozen=True, slots=True)
class Read:
    """What a question asks: `canonical` for the models, `asks` None for a yes or a no.

    Where it `denies` another claim, `canonical` is that claim.
    """

    canonical: str
    asks: Asked | None
    terms: tuple[str, ...]
    denies: bool


def read(text: str, code: str) -> Read:
    """Read a question in one of LANGUAGES; raises QuestionError where it is none, or several."""
    spoken = language(code)
    core = accented(trimmed(text), code)
    if on := anything_on(core, code) or anything_on(undressed(core, spoken)[0], code):
        return Read(on.canonical, "matter", on.terms, denies=False)
    if goes_on(core, code):
        raise QuestionError(f"Each question stands alone; ask a whole one, {_EXAMPLE}")
    _ensure_whole(text, core, spoken)
    marked = text.rstrip(MARKS).endswith("?")
    core, worn = undressed(core, spoken)
    if _THAT.search(worn) is None and _asks(core, spoken, asked=marked) is None:
        core, below = undressed(affirmed(core, spoken, marked=marked), spoken)
        worn += below
    false = spoken.false.match(core)
    denies = false is not None and not (marked and false.groupdict().get("hopes"))
    if false is not None:
        core, worn = core[false.end() :], false.group()
    _ensure_whole(core, core, spoken)
    # Behind "Is it true that" stands a statement, whatever word it begins with.
    is_told = false is not None or _THAT.search(worn) is not None
    asks = None if is_told else _asks(core, spoken, asked=marked)
    if asks is None and not is_told and asks_which_abroad(core, code):
        asks = "matter"
    if asks is not None and spoken.accents:
        core = _marked(core, spoken)
    mark = "?" if asks is not None or (marked and false is None) else "."
    return Read(
        canonical=core if core.endswith(mark) else core + mark,
        asks=asks,
        terms=tuple(dict.fromkeys(_content(core, spoken))),
        denies=denies,
    )


def _marked(core: str, spoken: Language) -> str:
    """A question with the accents of its question word, at the front or at the end."""
    found = tokens(core)
    opens = next(
        (at for at, (word, _, _) in enumerate(found) if word.lower() not in spoken.before), 0
    )
    for at in {opens, len(found) - 1} if opens <= _BEFORE else {len(found) - 1}:
        word, start, end = found[at]
        marked = spoken.accents.get(word.lower().replace("’", "'"))
        if marked is not None and core[start:end] == word:
            marked = marked.capitalize() if word[0].isupper() else marked
            return core[:start] + marked + core[end:]
    return core


def _ensure_whole(text: str, core: str, spoken: Language) -> None:
    content = _content(core, spoken)
    if not words(core):
        raise QuestionError(f"There is no question in that; ask a whole one, {_EXAMPLE}")
    if len(words(core)) == 1:
        raise QuestionError(f"One word is not a question; ask a whole one, {_EXAMPLE}")
    if not content:
        raise QuestionError(f"Each question stands alone; ask a whole one, {_EXAMPLE}")
    if spoken.topic.match(core):
        raise QuestionError(
            f"That is a topic, not a question; ask a whole one about it, {_EXAMPLE}", why="topic"
        )
    parts = _ASKED_TWICE.split(text)
    if sum(bool(_content(part, spoken)) for part in parts) > 1:
        raise QuestionError(
            f"Those are two questions in one; ask one at a time, {_EXAMPLE}", why="two"
        )


def _content(text: str, spoken: Language) -> list[str]:
    found = (unelided(word, spoken.code) for word in words(text))
    return [word for word in found if word.lower() not in spoken.stopwords]


def _asks(text: str, spoken: Language, *, asked: bool) -> Asked | None:
    found = tokens(text.replace("’", "'"))
    lower = [word.lower() for word, _, _ in found]
    if len(lower) <= _FEW and not _TELLS.search(text) and spoken.sought.match(text):
        return "matter"
    # "Знает ли кто", "Давно ли": the particle stands behind what is doubted.
    doubted = spoken.code == "ru" and "ли" in lower[1:4]
    if doubted or any(tuple(lower[: len(phrase)]) == phrase for phrase in spoken.polar):
        return None
    for at in range(min(_BEFORE, len(lower) - 1) + 1):
        if any(word not in spoken.before for word in lower[:at]):
            break
        phrase = next(
            (
                (phrase, asks)
                for phrase, asks in spoken.asks
                if tuple(lower[at : at + len(phrase)]) == phrase
            ),
            None,
        )
        if phrase is not None:
            last = found[at + len(phrase[0]) - 1][2]
            return None if _is_no_question(text, last, lower, phrase[1]) else phrase[1]
        if lower[at] in spoken.loose:
            told = "," in text or (not asked and spoken.reports.search(text))
            return None if told else "matter"
    if "," in text:
        return None
    return next((asks for asks, found in spoken.elsewhere if found.search(text)), None)


def _is_no_question(text: str, end: int, lower: list[str], asks: Asked) -> bool:
    """Whether what looks like a question word is none, by what follows at `end`.

    "Кто-то", and "When the votes were counted, did he concede?", which is a yes or a no.
    """
    if _SOME.match(text, end):
        return True
    clause = text[end:].find(",")
    return (
        asks == "when"
        and clause > 0
        and len(words(text[end + clause :])) > 1
        and len(lower) > _BEFORE
    )
