"""Russian and Ukrainian typed in Latin letters, as who has no others types them.

Only what holds a word that none of the other languages has ("skolko", "khto"): a name and a verb
alone ("putin pozdravil") may be Slovene as well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from retrieval.answer.language.languages import CYRILLIC, LANGUAGES, language
from retrieval.answer.language.speech import OF_ENGLISH

if TYPE_CHECKING:
    from collections.abc import Collection

# Words as they are typed and written: what stands here need not follow the rules below.
_RUSSIAN: Final = dict(
    zip(
        (
            "kto chto gde kuda otkuda kogda skolko pochemu zachem kakoy kakoi kakaya kakie kakiye "
            "eto byl byla bylo byli razve neuzheli posle dlya uzhe eshche tolko "
            "seychas seichas sejchas chego"
        ).split(),
        (
            "кто что где куда откуда когда сколько почему зачем какой какой какая какие какие "
            "это был была было были разве неужели после для уже ещё только "
            "сейчас сейчас сейчас чего"
        ).split(),
        strict=True,
    )
)
_UKRAINIAN: Final = dict(
    zip(
        (
            "khto hto shcho scho skilky skilki chomu zvidky kudy yakyi yakyy yaka yaki chy "
            "bulo buly khiba hiba nevzhe pislya vzhe shche tilky zaraz"
        ).split(),
        (
            "хто хто що що скільки скільки чому звідки куди який який яка які чи "
            "було були хіба хіба невже після вже ще тільки зараз"
        ).split(),
        strict=True,
    )
)
# Words of the two languages that hold a sentence together, and that others or names have as well.
_BESIDE: Final[dict[str, dict[str, str]]] = {
    "ru": {
        "li": "ли", "ili": "или", "ne": "не", "na": "на", "v": "в", "s": "с", "ot": "от", "i": "и",
        "pravda": "правда", "kogo": "кого", "komu": "кому", "bili": "были",
    },
    "uk": {
        "ne": "не", "na": "на", "v": "в", "z": "з", "i": "і", "de": "де", "yak": "як",
        "pravda": "правда", "koly": "коли", "tse": "це", "buv": "був",
    },
}  # fmt: skip
_TELLING: Final = {"ru": _RUSSIAN, "uk": _UKRAINIAN}
# Longest first; "y" is a vowel behind a consonant and none behind a vowel.
_LETTERS: Final = {
    "ru": (
        ("shch", "щ"), ("sch", "щ"), ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х"),
        ("ts", "ц"), ("iya", "ия"), ("ia", "ия"), ("ya", "я"), ("ja", "я"), ("yu", "ю"),
        ("ju", "ю"), ("yo", "ё"), ("jo", "ё"), ("ye", "е"), ("iy", "ий"), ("yy", "ый"),
    ),
    "uk": (
        ("shch", "щ"), ("sch", "щ"), ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х"),
        ("ts", "ц"), ("yi", "ї"), ("ya", "я"), ("ia", "ія"), ("ja", "я"), ("yu", "ю"),
        ("iu", "ю"), ("ju", "ю"), ("ye", "є"), ("ie", "є"), ("je", "є"), ("yy", "ий"),
    ),
}  # fmt: skip
_ALONE: Final = {
    "ru": str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопкрстуввхыз"),
    "uk": str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхійклмнопкрстуввхиз"),
}
_BEHIND_A_VOWEL: Final = re.compile(r"(?<=[aeiouаеиоуіяюєї])[yj](?![aeiou])")
_WORD: Final = re.compile(r"[^\W\d_]+")


def cyrillic(text: str, languages: Collection[str]) -> str:
    """A question typed in Latin letters in those of its language; any other text as it is.

    Only where both `languages` in Cyrillic are read (ISO 639-1, `*` for all).
    """
    if "*" not in languages and not frozenset(languages) >= CYRILLIC:
        return text
    found = [word.lower() for word in _WORD.findall(text)]
    if not text.isascii():
        return text
    told = {code: sum(word in table for word in found) for code, table in _TELLING.items()}
    code = max(told, key=lambda each: told[each])
    others = [OF_ENGLISH, *(language(each).own for each in LANGUAGES if each not in CYRILLIC)]
    beside = _BESIDE[code]
    most = max(sum(word in own and word not in beside for word in found) for own in others)
    if told[code] <= most:
        return text
    return _WORD.sub(lambda word: _written(word[0], code), text)


def _written(word: str, code: str) -> str:
    lower = word.lower()
    known = _TELLING[code].get(lower) or _BESIDE[code].get(lower)
    if known is None:
        known = _BEHIND_A_VOWEL.sub("й", lower)
        for typed, letters in _LETTERS[code]:
            known = known.replace(typed, letters)
        known = re.sub(r"c(?=k)", "", known).replace("c", "к").translate(_ALONE[code])
    return known.capitalize() if word[0].isupper() else known
