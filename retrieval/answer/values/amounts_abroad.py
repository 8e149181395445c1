"""Amounts that a text in German, French, Spanish, Russian or Ukrainian names, and their asking."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from retrieval.answer.values.amounts import TIMES, Amount

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACES: Final = "\u0020\u00a0\u202f\u2009"
# 12 000, 12.000, 12,5: each of the five parts thousands by a space or a full stop (Spanish by
# either), and begins decimals with a comma.
_FIGURE: Final = rf"(?P<figure>\d{{1,3}}(?:[{_SPACES}.’]\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?)"
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
# What numbers a thing rather than counts it: a day of a month, the time, "Nr. 5", "§ 5".
_LABEL: Final = re.compile(r"(?:[:§#№]|\b(?:Nr|Art|art|n|núm|ст|№|п)\.?)\s?$", re.IGNORECASE)
_ORDINAL: Final = re.compile(r"(?:er|º|ª|-?го|-?й|-?а|-?я)\b|[:.]\d|\.\s?[A-ZÄÖÜ]")
_ROUND: Final = 1e6


@dataclass(frozen=True, slots=True)
class _Rules:
    amount: re.Pattern[str]
    month_after: re.Pattern[str]
    words: tuple[tuple[float, re.Pattern[str]], ...]
    scales: tuple[tuple[float, re.Pattern[str]], ...]
    times: tuple[tuple[str, re.Pattern[str]], ...]
    asks: tuple[tuple[str, re.Pattern[str]], ...]


def amounts_abroad(text: str, language: str) -> Iterator[Amount]:
    """Amounts in order, no years, dates or times; raises KeyError for none of LANGUAGES."""
    for amount, _, _ in placed_amounts(text, language):
        yield amount


def placed_amounts(text: str, language: str) -> Iterator[tuple[Amount, int, int]]:
    """The same, each with the place of its text."""
    rules = _rules(language)
    for match in rules.amount.finditer(text):
        figure, word = match["figure"], match["word"]
        bare = not any(match[name] for name in ("sign", "scale", "percent", "money", "time"))
        before, after = text[: match.start()], text[match.end() :]
        if figure and bare and (_YEAR.fullmatch(figure) or _names(rules, before, after)):
            continue
        value, step = _figure(figure) if figure else (_value(rules.words, word), 1.0)
        # "One" is an article as often as a number.
        if word and value == 1 and bare:
            continue
        scale = _value(rules.scales, match["scale"]) if match["scale"] else 1.0
        unit = "%" if match["percent"] else "$" if match["money"] or match["sign"] else ""
        if match["time"]:
            unit, scale = "days", scale * TIMES[_name(rules.times, match["time"])]
        rough = bool(match["rough"]) or (scale >= _ROUND and unit != "days")
        least, most = bool(match["least"]), bool(match["most"])
        amount = Amount(value * scale, unit, step * scale, rough, least, most)
        yield amount, match.start(), match.end()


def unit_asked(question: str, language: str) -> str:
    """The unit that a question asks for, as Amount has it; empty for a count."""
    return next((unit for unit, told in _rules(language).asks if told.search(question)), "")


def _names(rules: _Rules, before: str, after: str) -> bool:
    return bool(_LABEL.search(before) or _ORDINAL.match(after) or rules.month_after.match(after))


def _figure(figure: str) -> tuple[float, float]:
    """Its value, and what its last place that is not a round zero counts."""
    grouped = re.sub(rf"[{_SPACES}’]|\.(?=\d{{3}}(?!\d))", "", figure)
    plain = grouped.replace(",", ".")
    if "." in plain:
        return float(plain), 10.0 ** -len(plain.partition(".")[2])
    zeros = len(plain) - len(plain.rstrip("0")) if plain.strip("0") else 0
    return float(plain), 10.0**zeros


def _value(table: tuple[tuple[float, re.Pattern[str]], ...], word: str) -> float:
    return next(value for value, told in table if told.fullmatch(word))


def _name(table: tuple[tuple[str, re.Pattern[str]], ...], word: str) -> str:
    return next(name for name, told in table if told.fullmatch(word))


@cache
def _rules(language: str) -> _Rules:
    # Here for the months alone.
    from retrieval.answer.values.days_abroad import months_of  # noqa: PLC0415

    path = files(__package__).joinpath("amounts.toml")
    table: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))[language]
    words, scales, times = ("|".join(table[each].values()) for each in ("words", "scales", "times"))
    amount = (
        rf"(?:(?<!\w)(?:(?P<least>{table['least']})|(?P<most>{table['most']})"
        rf"|(?P<rough>{table['rough']}))\s+)?"
        r"(?P<sign>[$€£₽₴]\s?)?"
        rf"(?:(?<![\w.,:/#-]){_FIGURE}(?!\d|:\d)|(?<!\w)(?P<word>{words})(?!\w))"
        rf"(?:[\s\u00a0-]?(?P<scale>{scales})(?!\w))?"
        rf"(?:[\s\u00a0]?(?:de\s+|d[’'])?(?:(?P<percent>%|{table['percent']})(?!\w)"
        rf"|(?P<money>[€$£₽₴]|(?:{table['money']})(?!\w))|(?P<time>{times})(?!\w)))?"
    )
    return _Rules(
        amount=re.compile(amount, re.IGNORECASE),
        month_after=re.compile(rf"\.?\s*(?:de\s+)?(?:{months_of(language)})(?!\w)", re.IGNORECASE),
        words=tuple(_compiled(float(key), told) for key, told in table["words"].items()),
        scales=tuple(_compiled(float(key), told) for key, told in table["scales"].items()),
        times=tuple((key, re.compile(told, re.IGNORECASE)) for key, told in table["times"].items()),
        asks=tuple(
            (unit, re.compile(rf"(?<!\w)(?:{table[key]})(?!\w)", re.IGNORECASE))
            for unit, key in (("%", "asks_share"), ("days", "asks_time"), ("$", "asks_money"))
        ),
    )


def _compiled(value: float, told: str) -> tuple[float, re.Pattern[str]]:
    return value, re.compile(told, re.IGNORECASE)
