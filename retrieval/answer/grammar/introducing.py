"""Who somebody is: how fully it is told, and how five languages but English ask and tell it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from retrieval.answer.language.languages import LANGUAGES
from retrieval.answer.language.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.finding.sentence import Sentence
    from retrieval.answer.question.question import Question

INTRODUCED: Final = 3
DESCRIBED: Final = 2
TITLED: Final = 1
# Its closing mark opens elsewhere.
_GERMAN_QUOTE: Final = re.compile(r"„[^“„]*“")
_OPENING: Final = "“„«"
_CLOSING: Final = "”»"
_NAME: Final = r"(?P<name>[^\W\d_][^\s?,]*(?:\s[^\W\d_][^\s?,]*){0,3}?)"
_ASIDE: Final = (
    r"\s*(?:\(\d+\)\s*)?(?:,|\s[–—-]|[–—])\s*(?:\d{{1,3}}(?:\s(?:{years}))?(?:\salt)?,\s)?"
)


def fullest(grades: Sequence[int], sentences: Sequence[Sentence]) -> list[int]:
    """Where each source tells it most fully; a bare title counts where there is no more."""
    sources = [each.coverage.held.article.source.id for each in sentences]
    best: dict[str, int] = {}
    for source, grade in zip(sources, grades, strict=True):
        best[source] = max(grade, best.get(source, 0))
    least = DESCRIBED if max(grades, default=0) >= DESCRIBED else TITLED
    return [
        at
        for at, (source, grade) in enumerate(zip(sources, grades, strict=True))
        if grade >= least and grade == best[source]
    ]


def quoted(text: str, at: int) -> bool:
    """Whether a place lies within a quotation, which may have begun or go on in other sentences."""
    before = _GERMAN_QUOTE.sub("", text[:at])
    straight = before.count('"') % 2 == 1
    return straight or max(map(before.rfind, _OPENING)) > max(map(before.rfind, _CLOSING))


@dataclass(frozen=True, slots=True)
class Rules:
    """What a language asks and tells by; introduced.toml says what each is."""

    asks: tuple[re.Pattern[str], ...]
    nobody: re.Pattern[str]
    person: re.Pattern[str]
    never: re.Pattern[str]
    article: re.Pattern[str]
    opens: re.Pattern[str]
    led: re.Pattern[str]
    within: re.Pattern[str]
    breaks: re.Pattern[str]
    forms: re.Pattern[str]
    is_: re.Pattern[str]
    who: re.Pattern[str]
    aside: re.Pattern[str]
    needs: bool

    def is_person(self, word: str) -> bool:
        """Whether a word is one for somebody."""
        # "Vice-président", "Siemens-Chef".
        forms = {word, word.rpartition("-")[2]}
        return not any(map(self.never.fullmatch, forms)) and any(map(self.person.fullmatch, forms))

    def joins(self, word: str) -> bool:
        """Whether a word joins others to a noun before it, or is an article."""
        return any(each.fullmatch(word) for each in (self.within, self.article))


def asked_abroad(question: Question) -> str | None:
    """The name that a question asks for and nothing else, which may be any other word as well."""
    if question.language not in LANGUAGES:
        return None
    rules = rules_of(question.language)
    text = " ".join(question.canonical.strip("¿?!. ").replace("’", "'").split())
    for form in rules.asks:
        found = form.fullmatch(text)
        if found is not None:
            name = words(found["name"])
            if rules.nobody.match(found["name"]):
                return None
            while len(name) > 1 and rules.forms.fullmatch(name[0].rstrip(".")):
                del name[0]
            joined = map(rules.joins, name[1:])
            # "Präsident der Ukraine".
            return None if rules.is_person(name[0].lower()) and any(joined) else " ".join(name)
    return None


@cache
def rules_of(code: str) -> Rules:
    """The rules of one of LANGUAGES."""
    path = files(__package__).joinpath("introduced.toml")
    table: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))[code]

    def made(name: str) -> re.Pattern[str]:
        return re.compile(table[name] or "(?!)", re.IGNORECASE)

    return Rules(
        asks=tuple(
            re.compile(each.replace("{name}", _NAME), re.IGNORECASE) for each in table["asks"]
        ),
        nobody=re.compile(rf"(?:{table['nobody']})(?!\w)", re.IGNORECASE),
        person=made("person"),
        never=made("never"),
        article=made("article"),
        opens=made("opens"),
        led=made("led"),
        within=made("within"),
        breaks=made("breaks"),
        forms=made("forms"),
        is_=made("is"),
        who=made("who"),
        aside=re.compile(_ASIDE.format(years=table["years"]), re.IGNORECASE),
        needs=table["needs"],
    )
