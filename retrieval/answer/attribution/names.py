"""Whether two names name the same: spelling, case, titles and romanisation folded away.

The rules fold what the romanisations of Cyrillic (BGN/PCGN, ISO 9, the Ukrainian national system
of 2010, press usage) leave open, and the Ukrainian and Russian endings of one place. Keys are for
comparing, never for showing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.phrases import Kind, phrase_starting
from retrieval.answer.attribution.tagging import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

# In this order: digraphs, then endings, then iotated vowels, then single letters.
# Each with letters of which one must be there for it to change anything; empty where one must be
# there twice.
_FOLDS = tuple(
    (needed, re.compile(pattern), replacement)
    for needed, pattern, replacement in (
        ("h", r"shch|sch|stch", "sh"),
        ("h", r"tch", "ch"),
        ("h", r"kh", "h"),
        ("h", r"ph", "f"),
        ("x", r"x", "ks"),
        ("kq", r"ck|q", "k"),
        ("sz", r"ts|tz|cz", "c"),
        ("w", r"w", "v"),
        ("c", r"c(?![ehiy])", "k"),
        ("iyj", r"(?:[iyj]{1,3}|e[iyj])$", "i"),  # Dmitriy, Zelenskyy, Sergey
        ("r", r"(?<=[dt])er$", "r"),  # Aleksandr, Pyotr
        ("vf", r"[iyj]*[eio](?:v|ff)$", "ev"),  # Kyiv and Kiev, Gorbachyov
        ("iyj", r"[iyj]+e", "e"),  # Matviyenko, Yevgeny
        ("o", r"yo|(?<=[^aeiou])[ij]o(?=[^aeiou])", "e"),  # Vyorstka
        ("iyj", r"[iyj]+a", "ia"),
        ("iyj", r"[iyj]+u", "iu"),
        ("yj", r"[yj]", "i"),
        ("g", r"g(?=[ei])", "h"),  # German and Herman, Sergey and Serhiy
        ("", r"(.)\1+", r"\1"),
    )
)
_LETTERS = str.maketrans(
    {
        **dict(zip("абвгґдезиіклмнопрстуфыэєї", "abvggdeziiklmnoprstufieei", strict=True)),
        "ж": "zh",
        "х": "h",
        "ц": "c",
        "ч": "ch",
        "ш": "sh",
        "щ": "sh",
        "ю": "yu",
        "я": "ya",
        "ъ": "",
        "ь": "",
        "ʼ": "",
        "ʹ": "",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "æ": "e",
        "œ": "e",
    }
)
# A shorter word is too little to find a person by.
_SHORTEST_SURNAME = 3
# Who of several of one name is meant: a son, or a king. Malcolm X is neither.
_LATER = re.compile(r",?\s+(?:(?P<born>[JjSs][Rr]\.?)|(?P<reign>X{0,2}(?:I{1,3}|IV|VI{0,3}|IX)))$")
_AND = re.compile(r"\s(?:and|&)\s", re.IGNORECASE)
_NEWS = re.compile(r"\s+News$")
# A network is letters alone, but a country's, or has a capital within: "CBS News", "BuzzFeed News".
# Other outlets are named for where they are: "Detroit News".
_NETWORK = re.compile(
    r"(?:[Tt]he\s)?(?!USA|UAE|DRC|PRC)(?:[A-Z]{3,}|[A-Z][a-z]+[A-Z]\w*|Fox|Sky|Yahoo)$"
)
# What only the government of the United States calls "the ... Department"; states have others.
_DEPARTMENT = re.compile(
    r"(?:the\s)?(?:(?:U\.?S\.?|United\sStates)\s)?(?P<of>Commerce|Defense|Energy|Homeland\sSecurity|"
    r"Interior|Justice|State|Treasury|Veterans\sAffairs)\sDepartment$",
    re.IGNORECASE,
)


def name_key(name: str) -> str:
    """The name folded for comparison; empty where it holds no letter or digit."""
    return " ".join(_key_words(name))


def same_name(a: str, b: str) -> bool:
    """Whether both can name one party: equal keys, or a surname and a full name that ends in it.

    "Peskov" is "Dmitry Peskov"; "Kamala Harris" is not "Doug Harris", nor a father his son. A bare
    surname fits all who bear it.
    """
    (one, born), (two, other) = _parted(a), _parted(b)
    # Folded, II and III are the same.
    if born and other and born != other:
        return False
    if same_outlet(a, b) or _department(a) == _department(b) != "":
        return True
    # Two who speak together are neither of them.
    if _AND.search(a) or _AND.search(b):
        return False
    alike = born == other or _left_out(one, born, two, other)
    short, long = sorted((one, two), key=len)
    if not alike or not short or short[-1] != long[-1]:
        return False
    if len(short) == 1:
        institution = lx.OUTLET_NAME.search(a) or lx.OUTLET_NAME.search(b)
        return not institution and len(short[0]) >= _SHORTEST_SURNAME
    given, more = short[:-1], long[:-1]
    persons = _is_person(a) and _is_person(b)
    return _given_agree(given, more) or (persons and _one_more(given, more))


def same_outlet(a: str, b: str) -> bool:
    """Whether both are one name: equal keys, initials for words, or a network and its newsroom."""
    one, two = _key_words(a), _key_words(b)
    if one == two:
        return bool(one) or a == b
    # Kim Jong-un is also written Kim Jong Un.
    if "".join(one) == "".join(two):
        return True
    return any(
        _abbreviates(short, long) or _is_newsroom(short, long) for short, long in ((a, b), (b, a))
    )


def _abbreviates(short: str, long: str) -> bool:
    """Whether one capital each of several words spells the other name: AP, Associated Press."""
    words = short.split()
    letters = re.sub(r"\W", "", words[-1]) if words else ""
    initials = "".join(word[0] for word in long.split() if word[:1].isupper() and word != "The")
    alone = all(word.lower() in lx.ARTICLES for word in words[:-1])
    return alone and len(letters) > 1 and letters.isupper() and letters == initials


def _is_newsroom(short: str, long: str) -> bool:
    """Whether one is the network and the other its newsroom: CBS, CBS News; but no "UK News"."""
    network = _NEWS.sub("", long)
    return (
        network != long
        and _key_words(network) == _key_words(short)
        and all(_NETWORK.match(each) for each in (short, network))
    )


def _department(name: str) -> str:
    """What a department of the United States' government is for; empty for any other name."""
    found = _DEPARTMENT.match(name)
    return " ".join(found["of"].lower().split()) if found else ""


def _parted(name: str) -> tuple[tuple[str, ...], str]:
    """The words of a name without what tells it from others of that name, and that: "jr", "XVI"."""
    found = _LATER.search(name)
    if found is None:
        return _key_words(name), ""
    later = found["reign"] or found["born"].lower().strip(".")
    return _key_words(name[: found.start()]), later


def _left_out(one: Sequence[str], born: str, two: Sequence[str], other: str) -> bool:
    """Whether what parts one name can be left out of the other: Benedict, or a bare surname.

    "Ida Moen" beside "Ida Moen Jr." is her mother, and so is "Moen" beside "Moen Jr.".
    """
    bare, whole, later = (two, one, born) if born else (one, two, other)
    return len(bare) == 1 and (len(whole) > 1 or later.isupper())


def _given_agree(one: Sequence[str], two: Sequence[str]) -> bool:
    """First given names are equal or abbreviate each other, and so are second ones, if any."""
    return all(
        x == y or (min(len(x), len(y)) == 1 and x[0] == y[0])
        for x, y in zip(one, two, strict=False)
    )


def _one_more(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether one has a given name more before: Abbas, Seyed Abbas."""
    return len(short[0]) > 1 and (short == long[1:] or (len(short) == 1 and short[0] in long))


def _is_person(name: str) -> bool:
    """Whether a name can be a person's: names alone, without an article or what bodies are."""
    tokens = tokenize(_bare(name))
    return bool(tokens) and all(token.tag == "N" for token in tokens)


# The names of one answer are compared each with each.
@lru_cache(maxsize=4096)
def _key_words(name: str) -> tuple[str, ...]:
    words = [_fold(word) for word in _plain_words(_bare(name))]
    return tuple(word for word in words if word)


def _bare(name: str) -> str:
    """The name without the title or description before it: "Foreign Minister X" is X."""
    if name.isalnum():
        return name
    tokens = tokenize(name)
    phrase = phrase_starting(tokens, 0)
    if phrase is None or phrase.kind is not Kind.NAME or phrase.last != len(tokens) - 1:
        return name
    return name[phrase.start :]


def _plain_words(name: str) -> list[str]:
    """Lower-case words without marks, accents, articles and genitives; initials in one."""
    if name.isascii() and name.isalpha():
        return [name.lower()]
    text = unicodedata.normalize("NFKD", name.casefold())
    text = "".join(c for c in text if not unicodedata.combining(c)).translate(_LETTERS)
    text = re.sub(r"[’'](?:s\b|(?!\w))|[’'`]", "", text)
    text = re.sub(r"\b(\w)\.\s?(?=\w\b)", r"\1", text)
    words = re.findall(r"[^\W_]+", text.replace("-", ""))
    return [w for w in words if w not in lx.ARTICLES] or words


def _fold(word: str) -> str:
    letters = set(word)
    for needed, pattern, replacement in _FOLDS:
        if letters.isdisjoint(needed) if needed else len(letters) == len(word):
            continue
        folded = pattern.sub(replacement, word)
        if folded != word:
            word, letters = folded, set(folded)
    return word
