"""What a question brings from where it was posted: links, hashtags, emojis, "BREAKING:", "source?".

None of it is asked after. Left in, a link's words are looked for, and "BREAKING" and "SonyHack" are
names that no article has.
"""

from __future__ import annotations

import re
from typing import Final

from retrieval.answer.language.lexicon import STOPWORDS, words
from retrieval.answer.question import capitals

# "www.vale.gov" alone is the name of a place to go to.
_LINK: Final = re.compile(
    r"[<(\[]?\b(?:https?://\S*|(?:www\.[\w.-]+|pic\.twitter\.com|t\.co)/\S*)", re.IGNORECASE
)
# Pictures, their modifiers and joiners; not "°", "№" or arrows.
_PICTURES: Final = re.compile(
    "[\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\u20e3\U0001f000-\U0001faff\U000e0020-\U000e007f]+"
)
# Whom a room is called with, and its pictures: "@everyone", "<@42>", "<:wave:42>".
_CALL: Final = re.compile(
    r"(?<![\w@])@(?:everyone|here)\b|<(?:[@#][!&]?|a?:\w+:)\d+>", re.IGNORECASE
)
_HASHTAG: Final = re.compile(r"(?<![\w&/#])#(\w*[^\W\d_]\w*)")
_AT_END: Final = re.compile(rf"(?P<tags>(?:\s+{_HASHTAG.pattern})+)(?P<mark>[\s?!.]*)$")
_HUMP: Final = re.compile(r"(?<=[a-z\d])(?=[A-Z])|_")
_BY_WAY_OF: Final = re.compile(
    r"\s*[(\[]?\s*\b(?:via|h/?t|cc)\s+@\w+\s*[)\]]?(?P<mark>[\s?!.]*)$", re.IGNORECASE
)
_SHORTEST: Final = 3
# With so many words, or fewer with a name, a text says itself what it is about.
_ENOUGH: Final = 5
_ENOUGH_WITH_NAME: Final = 3

# How a post begins, before a colon or a dash, and what it ends with, behind a mark or a dash.
LEADS: Final = (
    r"breaking(?:\s+news)?|just\s+in|developing|exclusive|urgent|update|alert|watch|headline|"
    r"report|(?:a\s+)?tweet|(?:rt|re)\s+@\w+|rt"
)
ENDS: Final = (
    r"(?:any\s+|your\s+)?sources?|(?:real|actual)\s+quote|real|legit|fact[- ]?check|thoughts|"
    r"(?:real\s+or\s+)?fake(?:\s+news)?|@\w+\s+(?:says?|said)\s+so|"
    r"(?:did|does|do)\s+(?:he|she|it|they)\s+really\s+say\s+(?:that|this|it|so)"
)
# The same behind nothing but a space.
BARE_ENDS: Final = (
    r"(?:(?:can|could)\s+(?:any|some)(?:one|body)\s+|pls\s+|plz\s+|please\s+)"
    r"(?:confirm|verify|check)|fact[- ]?check(?:\s+(?:pls|plz|please|this))?|pls|plz"
)
_WHO_SAID: Final = re.compile(
    r"(?P<said>\S.*?)\s*(?:[-–—,;:.!?]\s*)+(?P<who>who)\s+(?P<verb>said|says)\s+(?:that|this|it|so)",
    re.IGNORECASE,
)


# Written short in a room, in small letters alone.
_SHORT: Final = {
    "w/o": "without", "w/": "with", "b/c": "because", "bc": "because", "cuz": "because",
    "abt": "about", "ppl": "people", "govt": "government", "gov't": "government",
    "thru": "through", "dept": "department",
}  # fmt: skip
_SHORTENED: Final = re.compile(
    rf"(?<![\w/.&'-])(?<!\d\s)(?:{'|'.join(map(re.escape, _SHORT))})(?![\w/'’.-])"
)


def bare(text: str) -> str:
    """The text without links, calls, pictures and hashtags around it.

    Itself where no words are left.
    """
    less = _PICTURES.sub(" ", _LINK.sub(" ", _CALL.sub(" ", text)))
    less = _BY_WAY_OF.sub(lambda found: found["mark"].strip(), " ".join(less.split()))
    less = _HASHTAG.sub(lambda found: _spelt(found[1]), _without_last_tags(less))
    less = " ".join(less.split())
    return less if words(less) else text


def written_out(text: str) -> str:
    """An English text with "w/", "b/c" and "ppl" as articles write them."""
    return _SHORTENED.sub(lambda found: _SHORT[found[0]], text)


def who_said(core: str) -> str:
    """The question that stands behind what somebody said: "... - who said that"."""
    found = _WHO_SAID.fullmatch(core)
    if found is None or len(words(found["said"])) < _ENOUGH_WITH_NAME:
        return core
    return f"who {found['verb'].lower()} {found['said']}"


def _without_last_tags(text: str) -> str:
    """Without the hashtags at the end; their words where the rest says too little."""
    found = _AT_END.search(text)
    if found is None:
        return text
    rest, mark = text[: found.start()], found["mark"].strip()
    before = words(rest)[-1:]
    if before and before[0].lower() in STOPWORDS and rest.endswith(before[0]):
        # "What became of #Vale"
        return text
    content = capitals.content(rest)
    named = capitals.tell(rest) and capitals.names(rest)
    if len(content) >= (_ENOUGH_WITH_NAME if named else _ENOUGH):
        return f"{rest}{mark}"
    end = re.search(r"[\s?!.]*$", rest)
    told = rest[: end.start()] if end is not None else rest
    # In small letters none of them becomes a name that an article has to have.
    tags = " ".join(_spelt(each).lower() for each in _HASHTAG.findall(found["tags"]))
    return f"{told} {tags}{(rest[len(told) :].strip() or mark)}"


def _spelt(tag: str) -> str:
    """The words of a hashtag that holds nothing but names or nouns; "MeToo" is one itself."""
    parts = _HUMP.split(tag)
    one = any(len(each) < _SHORTEST or each.lower() in STOPWORDS for each in parts)
    return tag if one else " ".join(parts)
