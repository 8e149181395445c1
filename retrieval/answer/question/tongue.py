"""Whether a question is in a language that the models read; only where that is clear."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from retrieval.answer.language.languages import CYRILLIC, LANGUAGES, language
from retrieval.answer.language.lexicon import AUXILIARIES, WH, words
from retrieval.answer.language.speech import ENGLISH, OF_ENGLISH
from retrieval.answer.question.question import understand
from retrieval.errors import QuestionError
from retrieval.ingest.language import likelihood, told_as

if TYPE_CHECKING:
    from collections.abc import Collection

    from retrieval.answer.question.question import Question
    from retrieval.model import Filter
    from retrieval.store.catalogue import Catalogue

# Words that hold other languages together and are no part of names, as "der" and "los" are.
_ELSEWHERE = frozenset(
    (
        "ist sind hat haben wurde wurden wird werden nicht kein und oder wer wie wann warum wo ein "
        "eine einen mit für auf bei est sont ont été une qui que quand pourquoi combien pas dans "
        "pour avec sur il elle ils aux ha han fue fueron está qué quién cuándo cuánto cuántos por "
        "para con una è sono stato chi che perché foi não está quem het een heeft niet wat när har"
    ).split()
)
_OPENS_GERMAN = frozenset("ist sind war waren hat haben hatte wurde wurden wird werden".split())
_POSSESSIVE = re.compile(r"\w['’]s\b")
# "Was" opens questions in German as well, but hardly any of those has a word on -ed.
_WAS_DONE = re.compile(r"was\s.*[a-z]ed\b", re.IGNORECASE)
# Names of other languages make an English question look foreign. Of 159 English questions without
# any word above the least likely to be English has 0.004; of 450 in German, French, Spanish,
# Russian and Ukrainian 93 % have less than this (data/written, train).
_FOREIGN = 0.003
# Of 832 questions in six languages none that has three words in lower case is told as in a seventh
# with this likelihood, unless it has as many words of its own language (data/written).
_ELSEWHERE_SURELY = 0.7
_FEW = 3
_SURE = 2
# "El Chapo escaped" is English.
_IN_NAMES = frozenset(
    "der die das des dem den von vom le la les du de el los las del al entre".split()
)
_SPANISH = re.compile("[¿¡]")
# Few words and some names ("Hat Tenby Zeugen beeinflusst?") are likely enough to be English for
# langid.py. What opens with a word of German, French or Spanish, or holds two, is in that language
# where that is so much likelier: of 1,200 questions in them (data/written, train) 71 are still let
# through, 182 were; of 46,000 English headlines, claims and questions none is refused by it.
_LIKELIER = 0.8


def ensure_read(text: str, languages: Collection[str]) -> None:
    """Raise QuestionError for what is no question, or clearly in none of these languages.

    They are ISO 639-1 codes; `*` among them stands for any.
    """
    question = understand(text, languages)
    if "*" in languages or (ENGLISH in languages and _is_short(text)):
        return
    if _likelihood(question.canonical, languages) >= _FOREIGN and not (
        _is_elsewhere(question, languages) or _is_worded_elsewhere(text, languages)
    ):
        return
    names = [_name(code) for code in sorted(languages)]
    told = " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    raise QuestionError(
        f"That question is in a language that the models do not read; ask in {told}.",
        why="language",
        languages=tuple(sorted(languages)),
    )


def _is_short(text: str) -> bool:
    """Whether a text is a word or two in plain letters, as names are in any language."""
    return re.fullmatch(r"[A-Za-z-]+(?:\s[A-Za-z-]+)?[.!]?", text.strip()) is not None


def _is_elsewhere(question: Question, languages: Collection[str]) -> bool:
    """Whether a question that has few words of its language is plainly in one that is not read."""
    found = words(question.canonical)
    lower = [word for word in found if word[:1].islower()]
    # "Did Núñez Feijóo ...": an English opening says enough.
    if len(lower) < _FEW or found[0].lower() in AUXILIARIES | WH:
        return False
    plain = [word.lower() for word in found]
    # As "чи", "разве" and "wurde" do.
    if question.language == "de" and plain[0] in _OPENS_GERMAN:
        return False
    if question.language in CYRILLIC and (plain[0],) in language(question.language).polar:
        return False
    own = OF_ENGLISH if question.language == ENGLISH else language(question.language).own
    if sum(word in own for word in plain) >= _FEW:
        return False
    code, share = told_as(question.canonical)
    return share >= _ELSEWHERE_SURELY and code not in languages


def _is_worded_elsewhere(text: str, languages: Collection[str]) -> bool:
    """Whether words of a language that is not read hold the text together, and none of English."""
    found = words(text.lower())
    if not found or found[0] in AUXILIARIES | WH or not OF_ENGLISH.isdisjoint(found):
        return False
    for code in sorted(set(LANGUAGES) - CYRILLIC - set(languages)):
        told = language(code)
        own = [word in told.own and word not in _IN_NAMES for word in found]
        opens = (own[0] and found[0] not in told.before) or (code == "es" and _SPANISH.search(text))
        if not opens and sum(own) < _SURE:
            continue
        there = likelihood(text, [code])
        if there >= _LIKELIER * (there + likelihood(text, languages)):
            return True
    return False


def unread(
    catalogue: Catalogue, languages: Collection[str], where: Filter
) -> dict[str, dict[str, int]]:
    """By source, how many articles that pass are in which language that is none of these."""
    found = {} if "*" in languages else catalogue.languages(where)
    missed = {
        source: {language: count for language, count in held.items() if language not in languages}
        for source, held in found.items()
    }
    return {source: held for source, held in missed.items() if held}


def _likelihood(text: str, languages: Collection[str]) -> float:
    """How likely the text is in one of the languages, in [0, 1]."""
    lower = words(text.lower())
    elsewhere = not _ELSEWHERE.isdisjoint(lower)
    english = _POSSESSIVE.search(text) or not OF_ENGLISH.isdisjoint(lower)
    # What needs no model is answered half a second sooner.
    if english or (not elsewhere and _WAS_DONE.match(text)):
        return float("en" in languages)
    found = likelihood(text, languages)
    if found >= _FOREIGN or elsewhere:
        return found
    # Names are of any language: the text counts in plain letters and without names, too.
    plain = "".join(each for each in normalize("NFD", text) if not combining(each))
    rest = " ".join(word for word in plain.split() if not word[:1].isupper())
    return max(likelihood(each, languages) for each in (plain, rest) if each.strip())


def _name(code: str) -> str:
    # Here rather than above: babel reads its data on import, and few questions need it.
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        return Locale(code).get_display_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code
