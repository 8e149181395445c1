"""Days that a text in German, French, Spanish, Russian or Ukrainian names.

Months and weekdays are CLDR's, by way of babel, in every case of the language.
"""

from __future__ import annotations

import re
import tomllib
from contextlib import suppress
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from babel import Locale

from retrieval.answer.language.languages import CYRILLIC

if TYPE_CHECKING:
    from collections.abc import Iterator

# What the parts of a day are called where they are read.
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS: Final = "mon tue wed thu fri sat sun".split()
_NEAR: Final = {each: each for each in ("yesterday", "today", "tomorrow")}
_PARTS: Final = {each: each for each in ("early", "mid", "late")}
_SPANS: Final = {"week": "week", "month_span": "month", "year_span": "year"}
# The endings of a Cyrillic noun that ends so: "март", "май", "березень", "лютий", "среда".
_ENDINGS: Final = (
    ("ень", "ень|ня|ню|нем|ні"), ("ий", "ий|ого|ому|им"), ("ье", "ье|ья|ью|ем"),
    ("ь", "ь|я|ю|ем|е|і"),
    ("ий", "ий|ия|ию"), ("й", "й|я|ю|ем|е"), ("иця", "иця|иці|ицю|ицею"), ("ок", "ок|ка|ку|ком"),
    ("да", "да|ды|ду|ди|дою|дой"), ("а", "а|ы|у|и|е|і|ой|ою"), ("я", "я|и|ю|і|ею|ей"),
    ("ник", "ник|ника|нику"), ("г", "г|га|гу"), ("", "|а|у|е|ом|і"),
)  # fmt: skip
_APOSTROPHES: Final = {ord(each): "['’ʼ]" for each in "'’ʼ"}
_YEAR: Final = r"(?:19|20)\d\d"
_DAY_ENDS: Final = r"(?:\.|er|º|°|-?го|-?е|-?му|-?го)?"
# Genitives before a month or a year: "3 de marzo de 2024", "3 марта 2024 года".
_OF: Final = r"(?:\s+(?:de|del|d[’']))?"


def read_days(text: str, language: str) -> Iterator[dict[str, str | None]]:
    """The parts of each day that the text names, as in days.py: in English, lower case.

    `which` of a bound is "until". Raises KeyError for a language that is none of LANGUAGES.
    """
    rest = text
    for pattern in _patterns(language):
        for match in pattern.finditer(rest):
            rest = rest[: match.start()] + "\0" * len(match[0]) + rest[match.end() :]
            yield _parts({key: word for key, word in match.groupdict().items() if word}, language)


def _parts(found: dict[str, str], language: str) -> dict[str, str | None]:
    parts: dict[str, str | None] = {key: found[key] for key in ("day", "year") if key in found}
    if "month" in found:
        parts["month"] = _MONTHS[_number(_words(language, "months"), found["month"])]
    if "weekday" in found:
        parts["weekday"] = _WEEKDAYS[_number(_words(language, "days"), found["weekday"])]
    for kind, names in (("near", _NEAR), ("part", _PARTS), ("span", _SPANS)):
        for name, told in names.items():
            if name in found:
                parts[kind] = told
    if "span" in parts:
        parts["which"] = "last" if {"last", "last2"} & found.keys() else "next"
    elif "bound" in found:
        parts["which"] = "until"
    return parts


def _number(forms: tuple[str, ...], word: str) -> int:
    return next(n for n, each in enumerate(forms) if re.fullmatch(each, word, re.IGNORECASE))


def months_of(language: str) -> str:
    """A regular expression of the months in every form, abbreviated ones too."""
    return "|".join(_words(language, "months"))


@cache
def _words(language: str, kind: str) -> tuple[str, ...]:
    """Regular expressions of the twelve months, or of the weekdays from Monday on."""
    table = getattr(Locale(language), kind)
    # CLDR counts months from 1 and weekdays from Monday.
    numbers = range(1, 13) if kind == "months" else range(7)
    found = []
    for number in numbers:
        forms = set()
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                word = str(table[context].get(width, {}).get(number, "")).strip(".")
                if word and (width == "wide" or kind == "months"):
                    forms.add(_inflected(word, language, wide=width == "wide"))
        found.append("|".join(sorted(forms, key=len, reverse=True)))
    return tuple(found)


def _inflected(word: str, language: str, *, wide: bool) -> str:
    plain = re.escape(word).translate(_APOSTROPHES)
    if language not in CYRILLIC or not wide:
        return plain
    for ending, all_of_them in _ENDINGS:
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)]
            return re.escape(stem).translate(_APOSTROPHES) + f"(?:{all_of_them})"
    return plain


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    path = files(__package__).joinpath("days.toml")
    of = tomllib.loads(path.read_text("utf-8"))[language]
    month = rf"(?P<month>{'|'.join(_words(language, 'months'))})\b\.?"
    weekday = rf"(?P<weekday>{'|'.join(_words(language, 'days'))})"
    part = rf"(?:(?P<early>{of['early']})\s+|(?P<mid>{of['mid']})\s*|(?P<late>{of['late']})\s+)?"
    bound = rf"(?:(?P<bound>{of['bound']})\s+(?:(?:dem|zum|el|le)\s+)?)?"
    year = rf"(?P<year>{_YEAR})"
    last, next_ = of["last"], of["next"]
    span = "|".join(
        rf"(?P<{name}>{of[key]})"
        for name, key in (("week", "week"), ("month_span", "month"), ("year_span", "year_span"))
    )
    span = f"(?:{span})"
    behind = rf"\s+(?:{of['years']})(?!\w)" if of["years"] else r"(?!)"
    told = (
        rf"{bound}(?<!\d)(?P<day>\d{{1,2}}){_DAY_ENDS}{_OF}\s+{month}(?:{_OF}\s+{year}\b)?",
        rf"{bound}{part}{month}{_OF},?\s+{year}\b",
        # An abbreviation alone is another word as often: "mar", "dic".
        rf"{bound}{part}(?P<month>{'|'.join(_wide(language))})",
        rf"(?P<today>{of['today']})|(?P<yesterday>{of['yesterday']})|(?P<tomorrow>{of['tomorrow']})",
        rf"(?:(?P<last>{last})|(?P<next>{next_}))\s+{span}",
        rf"{span}\s+(?:(?P<last2>{last})|(?P<next2>{next_}))",
        weekday,
        rf"(?:{of['year']})\s*{year}(?!\s*[%€$]|[.,]?\d|\s+000)",
        rf"{year}{behind}",
    )
    return tuple(re.compile(rf"(?<!\w)(?:{each})(?!\w)", re.IGNORECASE) for each in told)


def _wide(language: str) -> list[str]:
    months = Locale(language).months
    names = {
        _inflected(str(months[context]["wide"][number]), language, wide=True)
        for context in ("format", "stand-alone")
        for number in range(1, 13)
    }
    with suppress(KeyError):
        names.discard("")
    return sorted(names, key=len, reverse=True)
