"""What a question is made of in German, French, Spanish, Russian and Ukrainian.

Only what needs no grammar: the words that hold sentences together, question words, stems.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal

from retrieval.answer.language.accents import plain
from retrieval.answer.language.lexicon import stem, stemmer, words

Asked = Literal["who", "when", "where", "number", "matter"]

LANGUAGES: Final = ("de", "fr", "es", "ru", "uk")
CYRILLIC: Final = frozenset({"ru", "uk"})
_ASKED: Final[tuple[Asked, ...]] = ("who", "when", "where", "number", "matter")
_SNOWBALL: Final = {"de": "german", "fr": "french", "es": "spanish", "ru": "russian"}
# Shorter words without their accents are others' words as well.
_TYPED: Final = 3
# What hangs on a French word before a vowel.
_ELIDED: Final = re.compile(
    r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu)['’](?=\w)", re.IGNORECASE
)
# Adjectives of places, whose own last letter may have gone into the ending: кутаїський, Кутаїсі.
_OF_PLACE: Final = {
    "ru": re.compile(r"(?P<place>\w{3,})ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)"),
    "uk": re.compile(r"(?P<place>\w{3,})[сзц]ьк(?:ий|ого|ому|им|ої|ій|а|у|ою|е|і|их|ими)"),
}
# Snowball has no Ukrainian: the endings of its nouns and adjectives, the longest first, and of the
# verbs what tells person and time.
_UKRAINIAN: Final = re.compile(
    r"(?<=\w\w\w)(?:(?:юватим|уватим)\w*|(?:іст|ост)(?:ю|і|ей|ями)|ськ(?:ого|ому|ими|им|ій|ої|ою|а|у"
    r"|е|і|их)|[оеиі]?(?:вання|ення|іння|ання|анням|енням)|(?:ого|ому|ими|ими|ою|ею|єю|ами|ями|ові"
    r"|еві|єві|ах|ях|ам|ям|ів|їв|ий|ій|их|им|ої|ей|ти|ли|ла|ло|ав|ив|ує|ує|ють|уть|ить|ять)(?:ся)?"
    r"|ся|ть|[аеиіоуюяєїьйв])$"
)


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language: `own` tells it from its neighbours, `stopwords` name nothing.

    `bare` are its own words typed without accents. `asks` are question phrases, tuples of words,
    with what they ask for; `deed` matches a question whose first word is a verb, `sought` few words
    that ask without one. `tags` stand behind a question, `typed` are words as people type them,
    `accents` question words without theirs, `elsewhere` finds a question word that is not at the
    front, `reports` a statement that opens with a `loose` one. `negative` finds a question that
    denies what it asks, each with what is asked, and `literal` what its "not" says beside that.
    """

    code: str
    own: frozenset[str]
    bare: frozenset[str]
    stopwords: frozenset[str]
    before: frozenset[str]
    asks: tuple[tuple[tuple[str, ...], Asked], ...]
    loose: frozenset[str]
    polar: tuple[tuple[str, ...], ...]
    preface: re.Pattern[str]
    topic: re.Pattern[str]
    deed: re.Pattern[str]
    sought: re.Pattern[str]
    false: re.Pattern[str]
    tags: re.Pattern[str]
    negative: tuple[tuple[re.Pattern[str], str], ...]
    literal: re.Pattern[str]
    typed: dict[str, str]
    accents: dict[str, str]
    elsewhere: tuple[tuple[Asked, re.Pattern[str]], ...]
    reports: re.Pattern[str]


@cache
def language(code: str) -> Language:
    """The language of an ISO 639-1 code; raises KeyError for any but LANGUAGES."""
    table = _tables()[code]
    asks = [(tuple(words(phrase)), asked) for asked in _ASKED for phrase in table[asked]]
    # The longest first: "wie viele" is a number, "what year" a date.
    asks.sort(key=lambda each: -len(each[0]))
    single = frozenset(phrase[0] for phrase, _ in asks if len(phrase) == 1)
    own = frozenset(table["own"].split()) | single
    bare = frozenset(
        plain(word, code) for word in own if code not in CYRILLIC and len(word) >= _TYPED
    )
    phrases = [r"\s+".join(map(re.escape, phrase)) for phrase, _ in asks]
    opening = "|".join([*phrases, *map(re.escape, table["loose"]), table["begins"]])
    prefaces = "|".join(table["prefaces"]).replace("{ask}", rf"(?=(?:{opening})(?!\w))")
    return Language(
        code=code,
        own=own,
        bare=bare - own,
        stopwords=own | frozenset(table["words"].split()) | frozenset(table["loose"]),
        before=frozenset(table["before"].split()),
        asks=tuple(asks),
        loose=frozenset(table["loose"]),
        polar=tuple(tuple(words(phrase)) for phrase in table["polar"]),
        preface=re.compile(prefaces, re.IGNORECASE),
        topic=re.compile("|".join(table["topic"]), re.IGNORECASE),
        deed=re.compile(table.get("deed", "(?!)"), re.IGNORECASE),
        sought=re.compile(table["sought"], re.IGNORECASE),
        false=re.compile(table["false"], re.IGNORECASE),
        tags=re.compile(rf"(?:{table['tags']})$", re.IGNORECASE),
        negative=tuple(
            (re.compile(denied, re.IGNORECASE), asked) for denied, asked in table["negative"]
        ),
        literal=re.compile(table["literal"], re.IGNORECASE),
        typed=table["typed"],
        accents=table["accents"],
        elsewhere=tuple(
            (asked, re.compile(table["elsewhere"][asked], re.IGNORECASE)) for asked in _ASKED
        ),
        reports=re.compile(table["reports"] or "(?!)", re.IGNORECASE),
    )


def stem_in(code: str, word: str) -> str:
    """The word's stem in a language; Snowball's English one where the language has none here."""
    if code in _SNOWBALL:
        return str(stemmer(_SNOWBALL[code]).stemWord(word.lower().strip(".")))
    return _UKRAINIAN.sub("", word.lower()) if code == "uk" else stem(word)


def whole_too(word: str, code: str) -> frozenset[str]:
    """A Russian noun as it stands, where its stem is cut as if it had an ending: паром, диплом."""
    lower = word.lower()
    return frozenset({lower}) if code == "ru" and lower.endswith("ом") else frozenset()


def unelided(word: str, code: str) -> str:
    """A French word without what hangs on it: "d'Ida", "l'eau", "qu'elle"."""
    return _ELIDED.sub("", word) if code == "fr" else word


def place_told(word: str, code: str) -> tuple[str, ...]:
    """The places of which a Russian or Ukrainian adjective may tell, without their endings."""
    found = _OF_PLACE[code].fullmatch(word.lower()) if code in _OF_PLACE else None
    return () if found is None else (found["place"], found["place"] + "с")


def stopwords_of(code: str) -> frozenset[str]:
    """The words that name nothing in one of LANGUAGES; none for other codes."""
    return language(code).stopwords if code in LANGUAGES else frozenset()


@cache
def _tables() -> dict[str, dict[str, Any]]:
    path = files(__package__).joinpath("languages.toml")
    return tomllib.loads(path.read_text("utf-8"))
