"""Who leads, owns or founded something, asked and told in six languages: "Wer leitet die Werft?".

A sentence is read as a row of marks, one a word: an office, the body, a capital, any other.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from retrieval.answer.grammar.called import Called
from retrieval.answer.language.countries import named_countries
from retrieval.answer.language.languages import CYRILLIC, LANGUAGES, stopwords_of, unelided
from retrieval.answer.language.lexicon import words
from retrieval.answer.names.subjects import place_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.decision.decide import Weights
    from retrieval.answer.finding.sentence import Sentence
    from retrieval.answer.question.question import Question

_BODY: Final = r"(?P<{}>[^\W_][^?,]*?)"
_LONGEST: Final = 5
_TOKEN: Final = re.compile(r"[^\W_]+(?:['’.](?=\w)[^\W_]+)*|[^\w\s]")
_OWNER: Final = "owner"
_FOUNDER: Final = "founder"
_SPOKES: Final = "spokes"
_NOTHING: Final = frozenset("-«»„“”\"'’")
# O is an office, B the body, N a capital, V a verb, G "belongs to", I "is", p "its", x what parts,
# w any other.
_NAME: Final = "N[NB]{1,3}"
_TOLD: Final = tuple(
    re.compile(each)
    for each in (
        # "The mayor of Linden, Ida Moen", "Linden mayor Ida Moen", "Werft-Chef Ida Moen".
        rf"O[wN]{{0,4}}B+[wN]{{0,1}},?{_NAME}(?![w]{{0,1}}O)",
        rf"B+w{{0,1}}O,?{_NAME}",
        # "Ida Moen, the new mayor of the port of Linden", "Ida Moen is the mayor of Linden".
        rf"{_NAME}(?:,|w?I)w{{0,3}}O[wN]{{0,4}}B",
        # "Ida Moen, who leads the shipyard", "Ida Moen leads the shipyard".
        rf"{_NAME},?x?V[wN]{{0,2}}B",
        rf"{_NAME},[xw]B+V",
        # "The shipyard is fined, said its owner, Ida Moen".
        rf"B[^;O]*pw{{0,1}}O,?{_NAME}",
        rf"B+[wN,]{{0,5}}G[wNO]{{0,3}}{_NAME}",
    )
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The offices that are asked for, by their names in the table, and the body."""

    offices: frozenset[str]
    body: Called
    country: int | None


def holders_abroad(
    question: Question,
    sentences: Sequence[Sentence],
    decided: NDArray[np.float32],
    weights: Weights,
) -> tuple[Sequence[Sentence], NDArray[np.float32], Weights]:
    """The sentences to answer from, what was decided, shape (n, 4), and the thresholds.

    As `offices.holders`, which reads English, for questions in other languages.
    """
    asked = asked_office(question)
    kept = [
        at
        for at, each in enumerate(sentences)
        if asked is not None and tells(asked, each.text, each.language)
    ]
    if not kept:
        return sentences, decided, weights
    weights = replace(weights, first=0.0, covered=0.0)
    return [sentences[at] for at in kept], decided[kept], weights


@lru_cache(maxsize=256)
def asked_office(question: Question) -> _Asked | None:
    """Whose holder is asked for; None in English and for any other question."""
    code = question.language
    if code not in LANGUAGES:
        return None
    table = _table()[code]
    text = " ".join(question.canonical.strip("¿?!. ").replace("’", "'").split())
    for form in _asks(code):
        found = form.fullmatch(text)
        if found is None:
            continue
        named = {key for key, value in found.groupdict().items() if value}
        body = next(found[key] for key in ("body", "body2") if key in named).strip("«»„“”\"'")
        offices = _offices(code, table, named, found.groupdict().get("office") or "")
        content = [each for each in words(body) if each.lower() not in stopwords_of(code)]
        content = _named(body, content, code)
        called = Called(" ".join(content), code)
        # "Wer leitet 42?" names nobody.
        if offices and called.parts and len(words(body)) <= _LONGEST:
            country = place_of(body, code) if len(content) == 1 else None
            return _Asked(offices, called, country)
    return None


def tells(asked: _Asked, text: str, language: str) -> bool:
    """Whether a sentence names somebody who is that."""
    if language not in _table():
        return False
    marks, was = _marks(asked, text, language)
    return any(
        not any(was[max(found.start() - 1, 0) : found.end()])
        for form in _TOLD
        for found in form.finditer(marks)
    )


def _named(body: str, content: list[str], code: str) -> list[str]:
    """The words that have to be told of a body: of "clinique Vale" its name; none of no body."""
    if words(body)[0].lower() in stopwords_of(code):
        # "Wer führt in den Umfragen?"
        return []
    # "Le camp de Vale" is not Vale, nor is "партия Моэна" Moen.
    is_apposed = code not in CYRILLIC and words(body) == content and content[0].islower()
    return content[1:] if is_apposed and content[1:] and content[1][0].isupper() else content


def _offices(code: str, table: dict[str, Any], named: set[str], office: str) -> frozenset[str]:
    leads = frozenset(table["leads"])
    if named & {"owns", "owns2"}:
        return frozenset({_OWNER})
    if named & {"founded", "body2"}:
        return frozenset({_FOUNDER})
    if named & {"leads", "leads2"}:
        return leads
    word = office.lower()
    found = {
        name for name in (*leads, _OWNER, _FOUNDER, _SPOKES) if _word(code, name).fullmatch(word)
    }
    # Who is asked for as the head may be told as anything that leads.
    return leads if "chief" in found else frozenset(found)


def _marks(asked: _Asked, text: str, language: str) -> tuple[str, list[bool]]:
    """A mark for each word and stop of a text, and whether each tells of another time or rank."""
    at_body = _at_body(asked, text, language)
    kinds = _kinds(asked.offices, language)
    marks, was = "", []
    for each in _TOKEN.finditer(text):
        word = each.group()
        if word in _NOTHING:
            continue
        lower = unelided(word.lower().replace("’", "'"), language)
        if any(start <= each.start() < end for start, end in at_body):
            marks += "B"
        elif not word[0].isalnum():
            marks += "," if word == "," else ";"
        else:
            plain = "N" if word[0].isupper() else "w"
            found = (mark for mark, kind in kinds if kind.fullmatch(lower))
            marks += next(found, plain)
        was.append(_word(language, "was").fullmatch(lower) is not None)
    # "Les Français ont choisi, dit son président" is another's.
    return marks.replace("p", "w") if asked.country is not None else marks, was


def _at_body(asked: _Asked, text: str, language: str) -> list[tuple[int, int]]:
    """Where a text has the body."""
    whole = len(asked.body.parts) > 1
    found = [
        (each.start, each.end)
        # "Werft-Chef".
        for each in asked.body.places(text.replace("-", " "), language)
        if each.full or not whole
    ]
    if asked.country is not None:
        for number, name in named_countries(text, language):
            if number == asked.country:
                found += [each.span() for each in re.finditer(re.escape(name), text)]
    return found


@cache
def _kinds(offices: frozenset[str], language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What marks which words, by the offices that are asked for."""
    kinds = [("O", _word(language, each)) for each in sorted(offices)]
    if "chief" in offices:
        kinds.append(("V", _word(language, "leading")))
    if _OWNER in offices:
        kinds += [("V", _word(language, "owning")), ("G", _word(language, "belongs"))]
    if _FOUNDER in offices:
        kinds.append(("V", _word(language, "founding")))
    return (
        *kinds,
        *((mark, _word(language, of)) for mark, of in (("p", "its"), ("I", "is"), ("x", "no"))),
    )


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__).joinpath("offices.toml").read_text("utf-8"))


@cache
def _word(code: str, name: str) -> re.Pattern[str]:
    table = _table()[code]
    return re.compile(table["leads"].get(name) or table[name], re.IGNORECASE)


@cache
def _asks(code: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(
            each.replace("{body}", _BODY.format("body")).replace("{body2}", _BODY.format("body2")),
            re.IGNORECASE,
        )
        for each in _table()[code]["asks"]
    )
