"""Whether two names name the same: spelling, case, titles and romanisation folded away.

The rules fold what the romanisations of Cyrillic (BGN/PCGN, ISO 9, the Ukrainian national system
of 2010, press usage) leave open, and the Ukrainian and Russian endings of one place. Keys are for
comparing, never for showing.
"""

from __future__ import annotations

import re
import unicodedata

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.phrases import Kind, phrase_starting
from retrieval.answer.attribution.tagging import tokenize

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


def name_key(name: str) -> str:
    """The name folded for comparison; empty where it holds no letter or digit."""
    return " ".join(_key_words(name))


def same_name(a: str, b: str) -> bool:
    """Whether both can name one party: equal keys, or a surname and a full name that ends in it.

    "Peskov" is "Dmitry Peskov"; "Kamala Harris" is not "Doug Harris". A bare surname fits all
    who bear it.
    """
    one, two = _key_words(a), _key_words(b)
    if one == two:
        return bool(one) or a == b
    if _abbreviates(a, b) or _abbreviates(b, a):
        return True
    short, long = sorted((one, two), key=len)
    if not short or short[-1] != long[-1] or len(long) == 1:
        return False
    if len(short) == 1:
        institution = lx.OUTLET_NAME.search(a) or lx.OUTLET_NAME.search(b)
        return not institution and len(short[0]) >= _SHORTEST_SURNAME
    return _given_agree(short[:-1], long[:-1])


def _abbreviates(short: str, long: str) -> bool:
    """Whether one capital each of several words spells the other name: AP, Associated Press."""
    words = short.split()
    letters = re.sub(r"\W", "", words[-1]) if words else ""
    initials = "".join(word[0] for word in long.split() if word[:1].isupper() and word != "The")
    alone = all(word.lower() in lx.ARTICLES for word in words[:-1])
    return alone and len(letters) > 1 and letters.isupper() and letters == initials


def _given_agree(one: list[str], two: list[str]) -> bool:
    """First given names are equal or abbreviate each other, and so are second ones, if any."""
    return all(
        x == y or (min(len(x), len(y)) == 1 and x[0] == y[0])
        for x, y in zip(one, two, strict=False)
    )


def _key_words(name: str) -> list[str]:
    words = [_fold(word) for word in _plain_words(_bare(name))]
    return [word for word in words if word]


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
