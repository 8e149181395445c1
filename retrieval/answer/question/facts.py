"""Facts that are asked for by their noun alone: "oprah age", "side effects of the vaccine".

And lists: "states that banned vaping" asks which did.
"""

from __future__ import annotations

import re
from typing import Final

from retrieval.answer.language.lexicon import STOPWORDS, words

# A headline's verb among its nouns: "Police reveal motive", "Court cuts sentence length".
PLAIN_VERBS: Final = (
    r"reveal|give|state|seek|find|cite|explain|question|change|raise|cut|lower|double|demand|issue|"
    r"release|deny|confirm|announce|set|know|probe|investigate|dispute|reject|defend|hide|see|face|"
    r"want|need|pay|share|offer|claim|read|made|gave|found|saw|make|take|took|hear|heard|hit|win|won|"
    r"lose|lost|get|got|keep|kept|knew|tell|told|say|said|draw|drew|spark|prompt|paid"
)
VERB: Final = re.compile(rf".*(?:ed|(?<![su'’i])s)|{PLAIN_VERBS}", re.IGNORECASE)
_WORD: Final = r"[^\W\d_][^\W_.]*(?:['’&-][^\W_]+)*"
# Of what these are asked for, they are told in one place or number.
_ONE: Final = (
    r"net\s+worth|salary|wage|income|population|distance|meaning|definition|difference|"
    r"temperature|score|(?:[^\W\d]+\s+)?rate|release\s+date|name"
)
_SEVERAL: Final = (
    r"side\s+effects|symptoms|effects|consequences|benefits|risks|dangers|advantages|disadvantages|"
    r"pros\s+and\s+cons|arguments|differences|warning\s+signs|salaries|wages"
)
_KIND: Final = (
    r"average|mean|median|typical|starting|minimum|maximum|new|old|real|full|original|current|"
    r"final|exact|total|official|main|possible|known|common|long[\s-]term|short[\s-]term"
)
_REST: Final = r"(?:(?:19|20)\d\d(?!\d)|[^,;:!–—])+"
# "Average salary of a teacher", "difference between the plans".
_OF: Final = re.compile(
    rf"(?:the\s+|any\s+)?(?P<what>(?:(?P<kind>{_KIND})\s+)?(?P<noun>{_ONE}|{_SEVERAL})\s+"
    rf"(?:of|for|in|at|to|from|between|against|on)\s+{_REST})",
    re.IGNORECASE,
)
_MEANT: Final = r"(?:average|mean|median|typical)"
_EARNED: Final = r"(?:salary|wage|pay|income|price|cost|rent|age)"
_BESIDE: Final = re.compile(
    rf"(?P<what>{_MEANT}\s+{_EARNED})\s+(?P<of>{_WORD}(?:\s+{_WORD}){{0,3}})", re.IGNORECASE
)
_BETWEEN: Final = re.compile(
    rf"(?P<what>{_MEANT}\s+(?P<of>{_WORD}(?:\s+{_WORD})?)\s+{_EARNED}(?:\s+(?:in|of|for|at)\s+{_REST})?)",
    re.IGNORECASE,
)
# "Moderna vaccine side effects", "redskins new name", "toi 700 distance".
_LAST: Final = re.compile(
    rf"(?:the\s+)?(?P<of>{_WORD}(?:\s+(?:{_WORD}|\d{{1,4}})){{0,4}}?)\s+"
    rf"(?:(?P<kind>{_KIND})\s+)?(?P<noun>age|charges|{_ONE}|{_SEVERAL})"
    rf"(?P<on>\s+(?:on|in|for)\s+{_REST})?",
    re.IGNORECASE,
)
_PLAIN: Final = {
    "age": "how old is",
    "distance": "how far away is",
    "charges": "what are the charges against",
}
_MANY: Final = (
    r"countries|states|cities|counties|towns|people|companies|firms|banks|airlines|brands|stores|"
    r"teams|players|athletes|schools|universities|colleges|senators|lawmakers|members|politicians|"
    r"celebrities|actors|films|movies|songs|drugs|products|words|things"
)
_LIST: Final = re.compile(
    rf"(?P<list>(?:a\s+|the\s+)?list\s+of\s+(?:all\s+)?)?(?:the\s+)?(?P<many>(?:{_WORD}\s+)?(?:{_MANY}))\s+"
    rf"(?:that|which|who)\s+(?P<did>(?!the\s|an?\s|they\s|he\s|she\s|we\s|it\s){_REST})",
    re.IGNORECASE,
)
_LIST_OF: Final = re.compile(
    rf"(?:a\s+|the\s+)?list\s+of\s+(?:all\s+)?(?:the\s+)?(?P<what>{_REST})", re.IGNORECASE
)
# These tell, whatever stands around them.
_TELLS: Final = re.compile(
    r"\b(?:rises?|rose|falls?|fell|drops?|jumps?|soars?|climbs?|hits?|hit|grows?|grew|says?|said|"
    r"reveals?|shows?|finds?|found|gets?|got|makes?|made|takes?|took|gives?|gave|keeps?|kept|puts?|"
    r"outweigh|remains?|becomes?|became|wins?|won|loses?|lost|comes?|came|goes|went|sparks?|draws?|drew|"
    r"faces?|urges?|seeks?|wants?|needs?|must|linger|worsen|mount|loom|abound|emerge|spread|begin|began)\b",
    re.IGNORECASE,
)
_NO_NOUNS: Final = frozenset("few fewer many first second equal no facing".split())
# With more words it tells.
_MOST_WORDS: Final = 9
_DONE: Final = re.compile(r"\s(?!(?:united|supposed|so-called)\b)[^\W\d_]{2,}ed$", re.IGNORECASE)


def fact(bare: str) -> str | None:
    """The question for which a few words stand; None for what asks for no fact, or tells."""
    if _TELLS.search(bare) or _DONE.search(bare):
        return None
    if found := _OF.fullmatch(bare):
        return _what(found["noun"], found["what"])
    found = _BETWEEN.fullmatch(bare) or _BESIDE.fullmatch(bare) or _LAST.fullmatch(bare)
    if found is None or _tells(found["of"]):
        return None
    if found.re is _LAST:
        return _of(found)
    of = f" of {found['of']}" if found.re is _BESIDE else ""
    return f"what is the {found['what']}{of}"


def _of(found: re.Match[str]) -> str:
    of, noun, on = found["of"], found["noun"].lower(), found["on"] or ""
    kind = f"{found['kind']} " if found["kind"] else ""
    if noun in _PLAIN and not kind:
        return f"{_PLAIN[noun]} {of}{on}"
    return _what(noun, f"{kind}{noun} of {of}{on}")


def listed(bare: str) -> str | None:
    """Which of many did something: "list of states that banned it"; None for anything else."""
    if len(words(bare)) > _MOST_WORDS:
        return None
    found = _LIST.fullmatch(bare)
    if found is None:
        named = _LIST_OF.fullmatch(bare)
        if named is None or _TELLS.search(bare) or _DONE.search(bare):
            return None
        return f"what are the {named['what']}"
    many, (verb, *rest) = found["many"], found["did"].split()
    # "Players who knelt face fines" tells; behind "list of" nothing does.
    told = " ".join(rest)
    if not found["list"] and (_TELLS.search(told) or _DONE.search(f" {told}")):
        return None
    which = "who" if many.lower() == "people" else f"which {many}"
    return f"{which} {verb} {told}".rstrip()


def _what(noun: str, what: str) -> str:
    be = "are" if re.fullmatch(_SEVERAL, noun, re.IGNORECASE) else "is"
    return f"what {be} the {what}"


def _tells(of: str) -> bool:
    """Whether a word of a text may be its verb, or it is no run of nouns."""
    return any(word.lower() in STOPWORDS | _NO_NOUNS or VERB.fullmatch(word) for word in of.split())
