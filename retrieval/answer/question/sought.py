"""What is looked for in a few words without a verb: "price of bitcoin", "ferry fire cause"."""

from __future__ import annotations

import re
from typing import Final

from retrieval.answer.language.lexicon import AUXILIARIES, STOPWORDS, WH, words
from retrieval.answer.question.facts import PLAIN_VERBS, VERB, fact, listed

# With more words, a number or a break it tells: "Number of dead at 12, police say".
_MOST_WORDS: Final = 9
_NOUN: Final = (
    r"prices?|costs?|value|number|amount|size|length|height|weight|speed|age|date|time|duration|"
    r"place|location|whereabouts|causes?|reasons?|motives?|grounds|names?|results?|outcome|"
    r"winners?|authors?|owners?|founders?|identity|nationality|death\s+toll|penalty|punishment|"
    r"purpose|turnout|attendance"
)
_SAID: Final = (
    r"reactions?|response|reply|answer|comments?|views?|opinion|position|statement|stance"
)
_REST: Final = r"(?:(?:19|20)\d\d(?!\d)|[^\d,;:!–—])+"
_SOUGHT: Final = re.compile(
    r"(?:the\s+)?(?P<what>(?:(?:exact|current|total|official|real|main|likely|full)\s+)?"
    rf"(?P<noun>{_NOUN})\s+(?:of|for|in|at|behind)\s+{_REST})",
    re.IGNORECASE,
)
# "The mayor's reason for leaving": what somebody thinks or did it for.
_SOMEBODY_S: Final = re.compile(
    r"(?P<what>(?:[^\W\d]\S*\s+){0,3}\S+['’]s\s+(?:(?:first|official|real|main|stated)\s+)?"
    rf"(?P<noun>{_SAID}|reasons?|motives?|grounds)\s+(?:to|for|on|about|behind|regarding)\s+{_REST})",
    re.IGNORECASE,
)
_WORD: Final = r"[^\W\d_][^\W\d_.]*(?:['’-][^\W\d_]+)*"
# What a text of nothing else than names and nouns ends with: "Vale ferry fire death toll".
_LAST: Final = re.compile(
    rf"(?:the\s+)?(?P<of>(?:{_WORD}\s+){{1,5}})(?P<noun>death\s+toll|cause\s+of\s+death|causes?|reasons?|"
    r"motives?|names|amount|length|size|height|weight|speed|salary|date|location|outcome|winners?|"
    r"identity|nationality|reactions?|response|statement|explanation|apology|excuse|purpose|"
    r"turnout|attendance|attendees|participants)",
    re.IGNORECASE,
)
# The same of what somebody says, without a genitive: "ida moen reaction to the strike".
_ON: Final = re.compile(
    rf"(?:the\s+)?(?P<of>(?:{_WORD}\s+){{1,4}})(?P<noun>{_SAID}|explanation|apology)\s+"
    rf"(?P<on>(?:to|for|on|about|regarding|after)\s+{_REST})",
    re.IGNORECASE,
)
_AGAINST: Final = re.compile(
    rf"(?:the\s+)?(?:list\s+of\s+)?(?P<what>(?P<noun>(?:criminal\s+)?charges|allegations|accusations|"
    rf"statement|reactions?|responses?|sanctions)\s+(?:against|from|to)\s+{_REST}"
    rf"|(?P<toll>death\s+toll)\s+(?P<place>(?:{_WORD}\s*){{1,4}}))",
    re.IGNORECASE,
)
# "Quote from Moen about the vote": what she said.
_QUOTED: Final = re.compile(
    rf"(?:the\s+)?(?:direct\s+|exact\s+)?(?:quotes?|remarks)\s+(?:from|by)\s+"
    rf"(?P<who>(?:{_WORD}\s+){{0,3}}?{_WORD})(?:\s+(?:on|about|regarding)\s+(?P<on>{_REST}))?",
    re.IGNORECASE,
)
# Where people come together, which elections are not.
_GATHERING: Final = re.compile(
    r"(?P<at>(?:.*\s)?(?:rally|march|protest|demonstration|vigil|funeral|inauguration|parade|meeting|"
    r"summit|debate|hearing|speech|concert|wedding))(?P<crowd>\s+crowd)?",
    re.IGNORECASE,
)
_IN_YEAR: Final = re.compile(r"(?P<of>\D+)\s(?P<year>(?:19|20)\d\d)")
_SAYING: Final = re.compile(_SAID, re.IGNORECASE)
_GENITIVE: Final = re.compile(r"['’]s?$")
_VERB_WITHIN: Final = re.compile(rf"\b(?:{PLAIN_VERBS})\b", re.IGNORECASE)
# What rises and falls, and what stories are said to do.
_TELLING: Final = frozenset(
    """
    rise rises rose fall falls fell drop drops dropped jump jumps jumped soar soars soared climb
    climbs climbed hit hits double doubles doubled grow grows grew remain remains remained stay
    stays stayed revealed unknown unclear disputed announced changed found confirmed known released
    named said says say increases increased decreases decreased declines declined moves moved edges
    edged inches inched goes went surges surged swells swelled shrinks shrank recedes receded
    dwindles dwindled advanced contracted sinks sank plunges plunged slumps slumped slips slipped
    tumbles tumbled picked eases eased stands stood reaches reached tops topped exceeds exceeded
    triples tripled halves halved draws drew sparks sparked prompts prompted stuns stunned shocks
    shocked angers angered worries worried raises raised sets shows showed makes made gets got
    criticised criticized slammed mocked praised questioned defended surfaces surfaced emerges
    emerged leaves left came comes backfires backfired
    """.split()
)
# "... comment on women condemned by unions", but not "... reaction to the proposed law".
_DONE: Final = re.compile(
    r"(?<!\bthe)(?<!\ban)(?<!\bhis)(?<!\bher)(?<!\bits)(?<!\btheir)(?<!\bbeing)(?<!\bgetting)"
    r"\s[^\W\d_]+ed\b",
    re.IGNORECASE,
)


def asking(core: str) -> str:
    """The question for which a few words stand; any other text as it is."""
    bare = core.removesuffix(".")
    if which := listed(bare):
        return which
    if dated := _IN_YEAR.fullmatch(bare):
        # "Best picture winner 2020"
        less = _asking(dated["of"], dated["of"])
        return core if less == dated["of"] else f"{less} in {dated['year']}"
    return _asking(core, bare)


def _asking(core: str, bare: str) -> str:
    told = [word.lower() for word in words(core)]
    if len(told) > _MOST_WORDS or not _TELLING.isdisjoint(told):
        return core
    # Neither is "Who's the reason for it?" a question in a few words.
    if not (AUXILIARIES | WH).isdisjoint(told):
        return core
    if found := _SOUGHT.fullmatch(bare) or _SOMEBODY_S.fullmatch(bare):
        what = found["what"]
        if found.re is _SOUGHT:
            return _what(found["noun"], f"the {what[0].lower()}{what[1:]}")
        return core if _DONE.search(what) else _what(found["noun"], re.sub("^The ", "the ", what))
    return _against(core, bare)


def _against(core: str, bare: str) -> str:
    """The same of what is brought against somebody, or comes from him."""
    found = _AGAINST.fullmatch(bare)
    if found is None:
        quoted = _QUOTED.fullmatch(bare)
        if quoted is None or _VERB_WITHIN.search(quoted["who"]):
            return _compound(core, bare)
        about = f" about {quoted['on']}" if quoted["on"] else ""
        return f"what did {quoted['who']} say{about}"
    what = found["what"]
    if _DONE.search(what) or _VERB_WITHIN.search(what):
        return core
    if found["toll"]:
        return _what("toll", f"the death toll of {found['place']}")
    return _what(found["noun"], f"the {what[0].lower()}{what[1:]}")


def _compound(core: str, bare: str) -> str:
    """The same of nouns that stand side by side, where none of them is a verb."""
    found = _ON.fullmatch(bare) or _LAST.fullmatch(bare)
    if found is None:
        return fact(bare) or core
    of, on = found["of"].split(), found["on"] if found.re is _ON else ""
    verb = any(word.lower() in STOPWORDS or VERB.fullmatch(word) for word in of)
    if verb or _DONE.search(f" {on}") or _VERB_WITHIN.search(on):
        return core
    noun, whose = found["noun"].lower(), " ".join(of)
    if noun.startswith("winner"):
        return f"who won {whose}"
    if came := _attended(noun, whose):
        return came
    if _GENITIVE.search(whose):
        what = f"{whose} {noun}"
    elif found.re is _LAST and _SAYING.fullmatch(noun):
        # Whose reaction it is, or to what, the words do not say.
        what = f"the {whose} {noun}"
    else:
        what = f"the {noun} of {whose} {on}".rstrip()
    return _what(noun, what)


def _attended(noun: str, whose: str) -> str:
    """Who came to a gathering, or how many; empty for anything else."""
    found = _GATHERING.fullmatch(whose)
    if found is None:
        return ""
    if noun in {"attendees", "participants"} and not found["crowd"]:
        return f"who attended the {found['at']}"
    many = noun in {"turnout", "attendance"} or (noun == "size" and found["crowd"])
    return f"how many people attended the {found['at']}" if many else ""


def _what(noun: str, what: str) -> str:
    be = "are" if noun.lower().endswith("s") else "is"
    return f"what {be} {what}"
