"""A question out of its clothes: without the preface, the tag and the marks around what it asks.

Only what leaves the meaning as it is comes off: "Is it true that" does, "Is it false that" stays.
"""

from __future__ import annotations

import re

from retrieval.answer.language.lexicon import AUXILIARIES, PREPOSITIONS, STOPWORDS, WH, words
from retrieval.answer.question.posted import BARE_ENDS, ENDS, LEADS, who_said

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ`´′＇", "'"),
        **dict.fromkeys("“”„‟«»″＂", '"'),
        "？": "?",
        "！": "!",
        "…": "...",
        "‽": "?",
    }
)
_QUOTED = re.compile(r'"([^"]*)"|\'(.*)\'')
_END = re.compile(r"(?:[\s?!.,;:–—]|(?<=\s)-)+$")
_INITIALS = re.compile(r"(?<!\S)[^\W\d_](?:\.[^\W\d_])+$")

_AUX = "|".join(sorted(map(re.escape, AUXILIARIES), key=len, reverse=True))
_WH = rf"(?:{'|'.join(sorted(WH))}|(?:who|what|when|where|why|how)[sd])"
_ASK = rf"(?:if|whether|{_WH}|{_AUX})\b"
# A break between a preface or a tag and the question; "alt-right" has none.
_BREAK = r"(?:\s*[,;?!:–—]+\s*|\s+-+\s+|(?<=\w\w)\.+\s+)"

# To whom a question turns, where what follows cannot be said of them: "Guys were arrested".
_ALL = r"(?:guys|folks|y'?all|bro|dude)"
_SUBJECT = r"(?:he|she|it|they|there|this|that|these|those|any\w*)\b"
_NOT_WHO = r"(?:not|well|better|so|it|this|that|their|his|an?|time)\b"
_DOING = rf"(?:did|does)\s+(?:the\s+\w+|(?!the\s|{_NOT_WHO})\w+)\s+\w"
_ADDRESSED = (
    rf"(?:(?:what|where|why|how)(?:(?:s|'?d)\b|\s+(?:{_AUX})\b)|{_DOING}|(?:{_AUX})\s+{_SUBJECT})"
)
_HELLO = r"(?:hey+|hi|hello|yo|ok|okay|um+|uh+|erm|hm+|oh|lol|lmao|omg|btw|pls|plz)"
_LEAD = re.compile(rf"(?:{LEADS})\s*(?::|[–—|]|\s-+\s)\s*", re.IGNORECASE)
_GREETING = re.compile(
    rf"(?:hey|hi|hello|ok|okay|well|please|now|fact[- ]?check|claim|rumou?r|true or false|"
    rf"yes or no|(?:quick |my |just a |one )?question(?: is)?|the question is|apparently|"
    rf"supposedly|allegedly|reportedly|seriously|honestly|wait|really|what|wow|hm+){_BREAK}"
    rf"|(?:please|pls|plz|apparently|supposedly|allegedly|reportedly)\s+"
    rf"|{_HELLO}(?:\s+(?:there|all|{_ALL}))?(?:{_BREAK}|\s+(?={_ASK}|(?:so|the|he|she|they)\s"
    rf"|{_HELLO}\s|{_ALL}\s|@|tell\b|remind\b|(?:any|some)(?:one|body)\b|i(?:'m)?\s|just\b"
    rf"|curious\b|wondering\b))"
    rf"|(?:{_ALL}|@[\w.-]+)(?:{_BREAK}|\s+(?={_ADDRESSED}))|{_ALL}\s+(?=(?:is|was|has|does)\s)",
    re.IGNORECASE,
)
# "So Trump won?" goes on from nothing; "so far", "so many", "but for" are words of the question.
_GOING_ON = re.compile(
    rf"(?:and|but|or|so|then|also)\s*,?\s+(?={_ASK})|(?:and|but(?!\s+(?:for|not)\b)"
    r"|so(?!\s+(?:far|many|much|few|little|long|that|called)\b))\s*,?\s+",
    re.IGNORECASE,
)
_YOU = r"(?:you(?:\s+(?:guys|all))?|we|any(?:one|body)|some(?:one|body))"
_ME = r"(?:\s+(?:to\s+)?(?:me|us))?"
_TELL = re.compile(
    rf"(?:(?:can|could|would|will)\s+{_YOU}\s+(?:please\s+|possibly\s+)?"
    rf"(?:tell|say|confirm|explain|check|clarify|find\s+out){_ME}"
    rf"|(?:tell|explain|confirm|remind|check|find\s+out){_ME}"
    rf"|(?:do|does)\s+{_YOU}\s+(?:happen\s+to\s+)?know"
    r"|i(?:\s+would|'d)?\s+(?:just\s+)?(?:wonder|(?:want|wanted|need|like)\s+to\s+(?:know|ask))"
    r"|i(?:'m|\s+am|\s+was)\s+(?:just\s+)?(?:wondering|curious|asking|not\s+sure)"
    r"|(?:what\s+)?i\s+want\s+to\s+know(?:\s+is)?|(?:have\s+you\s+)?any\s+idea)"
    rf"(?:\s*[,:]?\s+(?={_ASK})|\s*[,:]\s+)"
    # "Somebody knows who" and "not sure, he says" tell.
    rf"|(?:any(?:one|body)\s+knows?|(?:(?:do|does)\s+{_YOU}\s+have\s+|got\s+)any\s+idea"
    r"|(?:just\s+)?(?:wonder(?:ing)?|curious|asking)|(?:just\s+)?let\s+me\s+know|lemme\s+know"
    r"|(?:i\s+)?(?:idk|dunno)|not\s+sure|unsure)"
    rf"\s*,?\s+(?={_ASK})",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"(?:"
    # Not "right": whether it was right that she went is another question than whether she did.
    r"(?:is|was)(?:n't)?\s+(?:it|this)\s+(?:really\s+|actually\s+|indeed\s+)?(?:true|correct|the\s+case|"
    r"a\s+fact|accurate|so)(?:\s+that\b|\s*[:,])"
    r"|it(?:'s|\s+is)\s+(?:really\s+|actually\s+)?true\s+that\b"
    r"|(?:is|was)\s+there\s+any\s+(?:truth|substance)\s+(?:to|in|behind)\s+(?:the|these|those)\s+"
    r"(?:claim|rumou?r|report|stor(?:y|ies)|allegation)s?\s+that\b"
    r"|is\s+it\s+(?:really\s+|actually\s+)?true"
    r"(?=\s+(?!(?:or|to|that|for|of|in|what|enough|only|even|when|if|because)\b))"
    r"|(?:i|we)(?:'ve|\s+have)?\s+(?:just\s+)?(?:heard|hear|read|saw|seen|understand|gather)"
    r"(?:\s+(?:somewhere|today|on\s+the\s+news|in\s+the\s+news))?\s+that\b"
    r"|i(?:'ve|\s+have)?\s+(?:just\s+)?(?:heard|hear)"
    r"(?=\s+(?!(?:about|of|from|it|this|that|a|an|some|rumou?rs?|reports?|him|her|them)\b))"
    r"|(?:some(?:one|body)|they|people|a\s+friend)\s+(?:has\s+|have\s+)?told\s+me(?:\s+that\b)?"
    r"|(?:they|people)\s+(?:say|are\s+saying|claim)\s+that\b|(?:word|rumou?r)\s+(?:is|has\s+it)"
    r"(?:\s+that\b)?"
    r"|(?:do|would)\s+you\s+(?:think|believe|say|agree)\s+that\b"
    r"|do\s+you\s+(?:think|believe)(?=\s+(?!(?:about|of|so|in|that)\b))"
    rf"|(?:did|do)\s+you\s+(?:know|hear|see|read)\s+that\b|(?:can|could)\s+{_YOU}\s+"
    r"confirm\s+that\b"
    r")\s*",
    re.IGNORECASE,
)
_WHETHER = re.compile(r"(?:if|whether)\s+(?:or\s+not\s+)?", re.IGNORECASE)
_BARE_WHETHER = re.compile(r"whether\s+(?:or\s+not\s+)?(?=[^,]*$)", re.IGNORECASE)

_PRONOUN = r"(?:he|she|it|they|we|you|i|there|this|that)"
_NEGATED = "|".join(sorted(map(re.escape, (a for a in AUXILIARIES if "'" in a or a == "cannot"))))
_TAGS = (
    re.compile(r"[\s,–—-]+or\s+(?:not|no)$", re.IGNORECASE),
    re.compile(
        rf"(?:{_BREAK}|\s+)(?:is|was)\s+(?:it|this|that)\s+(?:really\s+)?"
        r"(?:true|so|right|correct|the\s+case|a\s+fact)(?:\s+or\s+(?:not|false|fake))?$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_BREAK}(?:right|correct|no|yes|huh|eh|ok|okay|true|really|please|thanks|thank\s+you|"
        r"innit|anyone|anybody|true\s+or\s+not)$|(?:\s*[,;?!:]*\s+)(?:yes\s+or\s+no|"
        r"true\s+or\s+false|please|am\s+i\s+right|y/n|btw|by\s+the\s+way)$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:{_BREAK}|{_BREAK}?\s*\bor\s+)(?:{_AUX})(?:\s+not)?\s+{_PRONOUN}(?:\s+not)?$",
        re.IGNORECASE,
    ),
    # "... or is that a lie", "... or is it just fake news".
    re.compile(
        r"[\s,–—-]+or\s+(?:is|was)\s+(?:it|this|that)\s+(?:all\s+|just\s+)*"
        r"(?:(?:an?\s+)?(?:lie|hoax|myth|rumou?r)|false|fake(?:\s+news)?|untrue|made\s+up)$",
        re.IGNORECASE,
    ),
)
_POSTED = re.compile(
    rf"(?:{_BREAK}(?:{ENDS})|(?:{_BREAK}|\s+)(?:{BARE_ENDS}))$|(?:{_BREAK}|\s+)\((?:{ENDS})\)$",
    re.IGNORECASE,
)
# "Did he resign or what".
_OR_WHAT = re.compile(r"[\s,–—-]+or\s+what$", re.IGNORECASE)
_BARE_TAG = re.compile(rf"\s+(?:{_NEGATED})\s+{_PRONOUN}$", re.IGNORECASE)
# "If the bill passes, will it?" is no statement with a tag.
_SUBORDINATE = PREPOSITIONS | frozenset(
    "if when after before once unless should while since because as although though until".split()
)
# Written as it is spoken: "whats", "why'd", "didnt".
_SPOKEN = (
    (re.compile(rf"w[aou]t(?=s?\s+(?:{_AUX}|happen\w*|the|his|her)\b)", re.IGNORECASE), "what"),
    (re.compile(rf"wen(?=\s+(?:{_AUX})\b)"), "when"),
    (re.compile(rf"y(?=\s+(?:{_AUX}|(?:did|was|is|were|does)nt)\b)", re.IGNORECASE), "why"),
    (re.compile(r"(who|what|when|where|why|how)s(?=\s)", re.IGNORECASE), r"\1's"),
    (
        re.compile(
            r"(who|what)'?d(?=\s+(?:be|have|happen|cause|want|like|win|stop|think|believe|do)\b)",
            re.IGNORECASE,
        ),
        r"\1 would",
    ),
    (re.compile(r"(who|what|when|where|why|how)'?d(?=\s)", re.IGNORECASE), r"\1 did"),
    (re.compile(r"(who|what|when|where|why|how)'re(?=\s)", re.IGNORECASE), r"\1 are"),
    (re.compile(r"(who|what|when|where|why|how)'ll(?=\s)", re.IGNORECASE), r"\1 will"),
    (
        re.compile(
            r"((?:did|does|do|is|was|were|are|has|have|had|would|could|should)n)t(?=\s)",
            re.IGNORECASE,
        ),
        r"\1't",
    ),
)
# Whoever asks "Didn't he resign?" is answered yes by what says that he did.
_NOT_SO = re.compile(
    r"(?P<asks>(?:did|does|is|was|were|are|has|have|had|would|could|should)(?=n't)|ca(?=n't)"
    r"|wo(?=n't)|do(?=n't\s.*\?$))n't\s+(?=\S)",
    re.IGNORECASE,
)
_SO = {"ca": "can", "wo": "will"}
# What somebody says is told in plain words; "say or do" the models take for neither.
_SAY_OR_DO = re.compile(r"\b(say|said)\s+(?:or|and)\s+(?:do|did|done)\b", re.IGNORECASE)
# Prefaces and tags are worn one over the other: "Hi, can you tell me whether it is true that".
_LAYERS = 6


def undressed(text: str) -> str:
    """What the text asks, in plain quotation marks, without preface, tag and marks at its end."""
    core = _trimmed(" ".join(text.translate(_PLAIN).split()))
    for _ in range(_LAYERS):
        less = who_said(_without_tag(_without_preface(_spelt(_unquoted(core)))))
        if less == core:
            break
        core = less
    if found := _NOT_SO.match(f"{core}?" if "?" in text else core):
        asks = _SO.get(found["asks"].lower(), found["asks"])
        core = f"{asks.capitalize() if core[0].isupper() else asks} {core[found.end() :]}"
    return _SAY_OR_DO.sub(r"\1", core)


def _unquoted(text: str) -> str:
    quoted = _QUOTED.fullmatch(text)
    return _kept(quoted[1] or quoted[2] or "", text) if quoted else text


def _spelt(text: str) -> str:
    """With the first word's contraction written as grammars have it."""
    for pattern, spelt in _SPOKEN:
        if found := pattern.match(text):
            return found.expand(spelt) + text[found.end() :]
    return text


def _without_preface(text: str) -> str:
    for pattern in (_LEAD, _GREETING, _GOING_ON, _THAT):
        if found := pattern.match(text):
            return _kept(text[found.end() :], text)
    if found := _TELL.match(text):
        rest = text[found.end() :]
        return _kept(_WHETHER.sub("", rest, count=1) if _WHETHER.match(rest) else rest, text)
    if found := _BARE_WHETHER.match(text):
        return _kept(text[found.end() :], text)
    return text


def _without_tag(text: str) -> str:
    first = next(iter(words(text)), "").lower()
    tags = _TAGS if first not in _SUBORDINATE else _TAGS[:3]
    for pattern in (_POSTED, *tags):
        if found := pattern.search(text):
            return _kept(text[: found.start()], text)
    if first in AUXILIARIES and (found := _OR_WHAT.search(text)):
        return _kept(text[: found.start()], text)
    if first not in AUXILIARIES | WH and (found := _BARE_TAG.search(text)):
        return _kept(text[: found.start()], text)
    return text


def _kept(less: str, text: str) -> str:
    """The shorter text, unless too little is left to ask about."""
    less = _trimmed(less)
    left = words(less)
    enough = len(left) > 1 and any(word.lower() not in STOPWORDS for word in left)
    return less if enough else text


def _trimmed(text: str) -> str:
    """Without marks and spaces at its end; initials keep their last point, or are given it."""
    text = _END.sub("", text).strip()
    return f"{text}." if _INITIALS.search(text) else text
