"""What asks for anything on a matter in the languages but English: "Was ist über ... bekannt?"."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from retrieval.answer.language.languages import LANGUAGES, language, stopwords_of, unelided
from retrieval.answer.language.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTES: Final = "«»„“”\"'"
_MATTER: Final = rf"(?P<matter>[{_QUOTES}]?[^\W_].*?)"
# "Le Courrier du praticien sur ...": the shortest name first, then the longest.
_WHO: Final = r"(?P<who>[^\s,;:?]+(?:\s[^\s,;:?]+){0,5}%s)"
_TOLD: Final = re.compile(r"[,:;!?…]|\s[–—-]\s")
_ENDS: Final = re.compile(r"[\s?!.…]+$")
# A longer noun holds a clause; French and Spanish join more words to one.
_LONGEST: Final = 9
_FEW: Final = 2


@dataclass(frozen=True, slots=True)
class _Rules:
    stands: str
    asked: tuple[re.Pattern[str], ...]
    by: tuple[re.Pattern[str], ...]
    now: re.Pattern[str]
    tells: frozenset[str]
    the: re.Pattern[str]
    opens: frozenset[str]
    back: re.Pattern[str]
    latest: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class OnMatter:
    """A matter as it was typed, its content, and the question for all that is told of it."""

    matter: str
    terms: tuple[str, ...]
    canonical: str

    @classmethod
    def of(cls, matter: str, code: str) -> OnMatter:
        """The question on a matter in one of LANGUAGES."""
        terms = tuple(dict.fromkeys(_content(matter, code)))
        return cls(matter, terms, f"{_rules(code).stands} {matter}?")


def anything_on(core: str, code: str) -> OnMatter | None:
    """What a text in one of LANGUAGES asks to be told anything about; None for any other."""
    rules = _rules(code)
    text = _plain(core)
    for form in rules.asked:
        if (found := form.fullmatch(text)) and (matter := _matter(found, core, code)):
            return OnMatter.of(matter, code)
    return None


def matter_asked(canonical: str, code: str) -> OnMatter | None:
    """The matter on which anything is asked for; None in English and for any other question."""
    if code not in LANGUAGES or not canonical.startswith(f"{_rules(code).stands} "):
        return None
    matter = canonical.removesuffix("?")[len(_rules(code).stands) + 1 :]
    return OnMatter.of(matter, code)


def by_source(canonical: str, code: str) -> Iterator[tuple[str, OnMatter]]:
    """Who may be a source that is asked on a matter, as it may be called, and the matter."""
    if code not in LANGUAGES:
        return
    asked = _ENDS.sub("", canonical)
    text = _plain(asked)
    for form in _rules(code).by:
        if (told := form.fullmatch(text)) and (matter := _matter(told, asked, code)):
            who = asked[slice(*told.span("who"))].strip(_QUOTES)
            # "Le Courrier" is called so, "der Kurier" is not.
            for name in dict.fromkeys((who, _rules(code).the.sub("", who))):
                yield name, OnMatter.of(matter, code)


def asks_latest(text: str, code: str) -> bool:
    """Whether a text in one of LANGUAGES, the matter taken out of it, asks for what is new."""
    return _rules(code).latest.search(text) is not None


def goes_on(core: str, code: str) -> bool:
    """Whether a text goes on from another question with a name or a noun alone: "Et le maire ?"."""
    found = _rules(code).back.match(core)
    if found is None:
        return False
    rest = core[found.end() :]
    return len(words(rest)) <= _FEW and len(_content(rest, code)) == 1


def _content(text: str, code: str) -> list[str]:
    found = (unelided(word, code) for word in words(text))
    return [word for word in found if word.lower() not in stopwords_of(code)]


def _plain(text: str) -> str:
    return text.replace("’", "'")


def _matter(found: re.Match[str], core: str, code: str) -> str:
    """The matter as it was typed, empty where it is none."""
    rules = _rules(code)
    matter = _ENDS.sub("", core[slice(*found.span("matter"))]).strip(_QUOTES)
    while (less := rules.now.sub("", matter)) != matter:
        matter = less
    small = [word.lower() for word in words(matter)]
    told = _TOLD.search(matter) or not rules.tells.isdisjoint(matter.lower().split())
    # "La vierge qui pleure" is a noun, "qui a tiré" is none.
    fits = 0 < len(small) <= _LONGEST and small[0] not in rules.opens
    return matter if fits and not told and _content(matter, code) else ""


@cache
def _rules(code: str) -> _Rules:
    path = files(__package__).joinpath("matter.toml")
    table: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))[code]
    parts = {
        "{matter}": _MATTER,
        "{who}": _WHO % "",
        "{who?}": _WHO % "?",
        "{any}": table["any"],
        "{says}": table["says"],
        "{saying}": table["saying"],
        "{said}": table["said"] or "(?!)",
        "{on}": table["on"],
        # "D'Ida".
        "{gap}": r"(?:(?<=')|\s+)",
        "(?:{more})*": rf"(?:(?:{table['more']})\s+)*",
    }

    def made(form: str) -> re.Pattern[str]:
        for name, part in parts.items():
            form = form.replace(name, part)
        return re.compile(form, re.IGNORECASE)

    return _Rules(
        stands=table["stands"],
        asked=tuple(map(made, table["asked"])),
        by=tuple(
            made(each) for form in table["by"] for each in (form.replace("{who}", "{who?}"), form)
        ),
        now=re.compile(rf",?\s+(?:{table['now']})$", re.IGNORECASE),
        tells=frozenset(table["tells"].split("|")),
        the=re.compile(table["the"], re.IGNORECASE),
        opens=frozenset(phrase[0] for phrase, _ in language(code).asks) | language(code).loose,
        back=re.compile(rf"(?:{table['back']})\s+(?=\w)", re.IGNORECASE),
        latest=re.compile(rf"\b(?:{table['latest']})", re.IGNORECASE),
    )
