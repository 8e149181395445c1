"""What is looked for in a few words without a verb: "price of bitcoin", "cause of the crash"."""

from __future__ import annotations

import re
from typing import Final

from retrieval.answer.lexicon import AUXILIARIES, words

# With more words, a number or a break it tells: "Number of dead at 12, police say".
_MOST_WORDS: Final = 9
_SOUGHT: Final = re.compile(
    r"(?:the\s+)?(?P<what>(?:(?:exact|current|total|official|real|main|likely|full)\s+)?(?P<noun>"
    r"prices?|costs?|value|number|amount|size|length|height|weight|speed|age|date|time|duration|"
    r"place|location|whereabouts|causes?|reasons?|motives?|grounds|names?|results?|outcome|"
    r"winners?|authors?|owners?|founders?|identity|nationality|death\s+toll|penalty|punishment)"
    r"\s+(?:of|for|in|at|behind)\s+(?:(?:19|20)\d\d(?!\d)|[^\d,;:!–—])+)",
    re.IGNORECASE,
)
_TELLING: Final = frozenset(
    """
    rise rises rose fall falls fell drop drops dropped jump jumps jumped soar soars soared climb
    climbs climbed hit hits double doubles doubled grow grows grew remain remains remained stay
    stays stayed revealed unknown unclear disputed announced changed found confirmed known released
    named said says say
    """.split()
)


def asking(core: str) -> str:
    """The question for which a few words stand; any other text as it is."""
    found = _SOUGHT.fullmatch(core.removesuffix("."))
    told = [word.lower() for word in words(core)]
    if found is None or len(told) > _MOST_WORDS or not _TELLING.isdisjoint(told):
        return core
    if not AUXILIARIES.isdisjoint(told):
        return core
    be = "are" if found["noun"].lower().endswith("s") else "is"
    return f"what {be} the {found['what'][0].lower()}{found['what'][1:]}"
