"""What is looked for in a few words without a verb: "price of bitcoin", "Gray's reason for it"."""

from __future__ import annotations

import re
from typing import Final

from retrieval.answer.lexicon import AUXILIARIES, WH, words

# With more words, a number or a break it tells: "Number of dead at 12, police say".
_MOST_WORDS: Final = 9
_NOUN: Final = (
    r"prices?|costs?|value|number|amount|size|length|height|weight|speed|age|date|time|duration|"
    r"place|location|whereabouts|causes?|reasons?|motives?|grounds|names?|results?|outcome|"
    r"winners?|authors?|owners?|founders?|identity|nationality|death\s+toll|penalty|punishment"
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
    found = _SOUGHT.fullmatch(bare) or _SOMEBODY_S.fullmatch(bare)
    told = [word.lower() for word in words(core)]
    if found is None or len(told) > _MOST_WORDS or not _TELLING.isdisjoint(told):
        return core
    # Neither is "Who's the reason for it?" a question in a few words.
    if not (AUXILIARIES | WH).isdisjoint(told):
        return core
    be = "are" if found["noun"].lower().endswith("s") else "is"
    what = found["what"]
    if found.re is _SOMEBODY_S:
        if _DONE.search(what):
            return core
        return f"what {be} {re.sub('^The ', 'the ', what)}"
    return f"what {be} the {what[0].lower()}{what[1:]}"
