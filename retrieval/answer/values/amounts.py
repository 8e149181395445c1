"""Amounts that a text names: counts, shares, sums of money and lengths of time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_SMALL: Final = {
    word: number
    for number, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen"
        ).split()
    )
}
_TENS: Final = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), 2
    )
}
NUMBER_WORDS: Final = "|".join([*_SMALL, *_TENS])
_SCALES: Final = {
    "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9,
    "trillion": 1e12, "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9,
}  # fmt: skip
# In days; of a month and a year the mean.
TIMES: Final = {
    "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0,
    "month": 30.44, "year": 365.25, "decade": 3652.5,
}  # fmt: skip
_UNITS: Final = "|".join(TIMES)
_AMOUNT: Final = re.compile(
    # How near it is meant to be, and from which side.
    r"(?:\b(?:(?P<rough>about|around|some|roughly|nearly|almost|approximately|close\s+to|an?\s+"
    r"estimated|as\s+(?:many|much)\s+as)|(?P<least>at\s+least|more\s+than|over|above|upwards\s+of|no\s+(?:fewer|less)\s+than"
    r"|not\s+less\s+than|(?:at\s+)?a\s+minimum\s+of)|(?P<most>at\s+most|up\s+to|fewer\s+than|"
    r"less\s+than|under|below|no\s+more\s+than))\s+(?:an?\s+)?)?"
    r"(?P<money>[$€£]\s?|\b(?:usd|us\$)\s?)?"
    rf"(?:(?<![\w.,:/#-])(?P<figure>\d+(?:,\d{{3}})*(?:\.\d+)?)(?!\d|:\d|(?:st|nd|rd|th)\b)"
    rf"|\b(?P<word>(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_SMALL)}))?|{'|'.join(_SMALL)}"
    r"|half\s+an?|an?(?=\s+(?:dozen|hundred|thousand|million|billion)\b|\s+decade\b(?!\s+"
    r"(?:ago|later|earlier|before|after|old)\b)|\s+(?:year|month)\s+(?:in\s+(?:prison|jail|custody)"
    r"|behind\s+bars)\b))(?!\w))"
    r"(?:[\s-]?(?P<scale>dozen|hundred|thousand|million|billion|trillion|k|mn|m|bn|b)\b)?"
    r"(?:\s?(?P<percent>%|per\s?cent\b|percentage\s+points?\b)|\s(?P<dollars>dollars|euros|pounds)\b"
    rf"|[\s-](?P<time>{_UNITS})s?\b(?![\s-]+old\b))?"
    r"(?P<after>\s?[ap]\.?m\b)?",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_MONTH_BEFORE: Final = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s*$"
)
_MONTH_AFTER: Final = re.compile(
    r"\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE
)
# What numbers a thing rather than counts it.
_LABEL_BEFORE: Final = re.compile(
    r"\b(?:no|nos|number|section|article|page|chapter|title|amendment|route|flight|apollo)\.?\s*$",
    re.IGNORECASE,
)
# "20 to 30 minutes", "20-30 minutes", "between 20 and 30 minutes": both are minutes.
_RANGE: Final = re.compile(r"\s?(?:[-–]|to|or)\s?|(?P<and>\s?and\s?)", re.IGNORECASE)
_BEFORE: Final = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_FROM: Final = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_DASH: Final = re.compile(
    rf"(?<=\d)[-–](?=\d[\d,.]*(?:\s?(?:%|per\s?cent\b)|[\s-](?:(?:{_UNITS})s?|million|billion)\b))"
)
# Two lengths of time are one within this share: 180 days are six months.
_SAME_TIME: Final = 0.03
# Millions are written rounded.
_ROUND: Final = 1e6
# Rounding never moves a number by more than this share of it.
_ROUNDED: Final = 0.1


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit ("", "%", "$" or "days"), the place of its text, and its rounding.

    `step` is what its last written place counts; `rough` where the text says that it is rounded;
    `least` or `most` where it is a bound, as in "more than 20".
    """

    value: float
    unit: str
    step: float
    rough: bool
    least: bool = False
    most: bool = False

    def agrees(self, other: Amount) -> bool | None:
        """Whether both can be one number, exact or rounded; None where their units differ."""
        if self.unit != other.unit:
            return None
        apart = abs(self.value - other.value)
        most = max(abs(self.value), abs(other.value))
        if apart <= 1e-9 * most or (self.unit == "days" and apart <= _SAME_TIME * most):
            return True
        # A rounded number stands for those that its last place cannot tell apart, and so does a
        # bound for those within it: 25 are "more than two dozen".
        return any(
            (
                one.rough
                or (one.least and two.value > one.value)
                or (one.most and two.value < one.value)
            )
            and apart <= min(one.step / 2, _ROUNDED * most)
            for one, two in ((self, other), (other, self))
        )

    def _bounds(self, other: Amount) -> bool:
        """Whether it is a bound within which the other lies."""
        return (self.least and other.value > self.value) or (self.most and other.value < self.value)

    def excludes(self, other: Amount) -> bool:
        """Whether both cannot be right: other numbers, of which no bound leaves room for both."""
        if self.agrees(other) is not False:
            return False
        low, high = sorted((self, other), key=lambda each: each.value)
        return not (low.least or high.most)


def amounts(text: str) -> Iterator[tuple[Amount, int, int]]:
    """Amounts in order, each with the place of its number: no years, dates, times or ordinals."""
    found = list(_single(_DASH.sub(" ", text)))
    for at, (amount, factor, start, end) in enumerate(found):
        told = amount
        if at + 1 < len(found) and factor == 1:
            high, scale, begins, last = found[at + 1]
            between, before = _RANGE.fullmatch(text[end:begins]), _BEFORE.search(text[:start])
            # "It rose from 20 to 30 percent" tells of two.
            ranged = between is not None and bool(between["and"]) == bool(before)
            unit = high.unit or (amount.unit if scale > 1 else "")
            same = amount.unit in ("", unit) and amount.value <= high.value / scale
            if ranged and same and not _FROM.search(text[:start]):
                value, step = amount.value * scale, amount.step * scale
                told = replace(amount, value=value, unit=unit, step=step)
                found[at + 1] = replace(high, unit=unit), scale, begins, last
        yield told, start, end


def _single(text: str) -> Iterator[tuple[Amount, float, int, int]]:
    """The same with what its scale and its unit make of one, and no ranges."""
    for match in _AMOUNT.finditer(text):
        figure, word = match["figure"], match["word"]
        before, after = text[: match.start()], text[match.end() :]
        bare = not any(match[name] for name in ("money", "scale", "percent", "dollars", "time"))
        if figure and bare and (_YEAR.fullmatch(figure) or _numbers_day(before, after)):
            continue
        if match["after"] or (bare and _LABEL_BEFORE.search(before)):
            continue
        # "One" is a pronoun as often as a number.
        if word and word.lower() == "one" and bare:
            continue
        scale = _SCALES.get((match["scale"] or "").lower(), 1.0)
        value, step = _figure(figure) if figure else _word(word)
        unit = "%" if match["percent"] else "$" if match["money"] or match["dollars"] else ""
        if match["time"]:
            unit, scale = "days", scale * TIMES[match["time"].lower()]
        rough = bool(match["rough"]) or (scale >= _ROUND and unit != "days")
        least, most = bool(match["least"]), bool(match["most"])
        found = Amount(value * scale, unit, step * scale, rough, least, most)
        yield found, scale, match.start(), match.end()


def _numbers_day(before: str, after: str) -> bool:
    return bool(_MONTH_BEFORE.search(before[-12:].lower()) or _MONTH_AFTER.match(after[:12]))


def _figure(figure: str) -> tuple[float, float]:
    """Its value, and what its last place that is not a round zero counts."""
    plain = figure.replace(",", "")
    if "." in plain:
        return float(plain), 10.0 ** -len(plain.partition(".")[2])
    zeros = len(plain) - len(plain.rstrip("0")) if plain.strip("0") else 0
    return float(plain), 10.0**zeros


def _word(word: str) -> tuple[float, float]:
    parts = re.split(r"[\s-]+", word.lower())
    if parts[0] == "half":
        return 0.5, 0.1
    if parts[0] in {"a", "an"}:
        return 1.0, 1.0
    return float(sum(_TENS.get(part, _SMALL.get(part, 0)) for part in parts)), 1.0
