"""What only names an event: "Trump tower meeting", "attack on saudi oil plant"."""

from __future__ import annotations

import re
from typing import Final

from retrieval.answer.language.lexicon import STOPWORDS, words

# With fewer or more words it names nothing in particular, or tells.
_FEWEST: Final = 2
_MOST: Final = 6
_EVENTS: Final = frozenset(
    """
    accident airstrike airstrikes arrest arrests assassination attack attacks ballot ban
    blackout blast blasts blockade bombing bombings bounties boycott breach bribes case
    ceasefire clash clashes collapse collision controversy conviction corruption coup crash
    crashes crisis cyberattack deal death deaths debate disappearance disaster dossier drought
    earthquake election elections email emails eruption evacuation execution explosion
    explosions famine fire fires flood flooding floods funeral genocide hack hacking hearing
    hearings heist hijacking hurricane impeachment inauguration incident indictment inquiry
    invasion investigation kidnapping killing killings landslide lawsuit layoffs leak leaks
    lockdown march massacre meeting memo merger murder mutiny nomination outbreak pandemic
    pardon pardons poisoning primary probe protest protests quake raid raids rallies rally
    recall recession referendum resignation revolution riot riots robbery sanctions scandal
    scandals shipwreck shooting shootings shutdown siege spill stampede strike strikes summit
    takeover tape tapes tariffs testimony treaty trial trials tsunami uprising verdict vote
    walkout war wars wedding wildfire wildfires wreck
    """.split()
)
# Before other words those on -s are as often verbs: "Tenby blasts the deal".
_SINGLE: Final = frozenset(word for word in _EVENTS if not word.endswith("s")) | {"sanctions"}
_EVENT: Final = "|".join(sorted(_SINGLE, key=len, reverse=True))
# "Attack on a market in Vale", "trial of Ida Moen".
_BEHIND: Final = re.compile(
    rf"(?:the\s+)?(?:[^\W\d]\S*\s+)?(?:{_EVENT})\s+(?:of|in|on|at|against|over|with|between|near)\s+"
    r"(?P<rest>\S.*)",
    re.IGNORECASE,
)
# What says something rather than happens: "mueller report".
_SAYS: Final = frozenset(["report", "letter", "speech", "interview", "memoir"])
# Marks that part what a headline tells from whom it tells of.
_TOLD: Final = re.compile(r"[^\w\s'’.&/-]|\s[-–—]|\.\s")
# Words that end like a verb of the third person, and are none.
_NO_VERBS: Final = re.compile(
    r".*['’]s|.*[sui]s|.*ics|texas|(?:ark|k)ansas|vegas|los|angeles|orleans|philippines|netherlands|"
    r"emirates|states|nations|sanders|williams|james|jones|charles|thomas|hughes|rogers|evans|"
    r"edwards|phillips|brooks|stevens|adams|collins|daniels|news|arms|sports|games|papers|postal|"
    r"(?:teacher|worker|driver|miner|nurse|doctor|farmer|prisoner|migrant|student|officer|soldier|"
    r"voter|player|pilot|refugee|rebel|banker|firefighter|trucker|lawyer|actor|writer)s",
    re.IGNORECASE,
)
_NOUNS: Final = re.compile(r".*(?:ings|ions|ties|iffs|deaths|fires|emails|wars|trials|bribes)")
_ENDS_AS_VERB: Final = re.compile(r".*(?:ed|s)", re.IGNORECASE)
# And those that end like none, before a noun: "Senators reject ban", "Court upheld ban".
_VERBS: Final = frozenset(
    """
    reveal give state seek find cite explain question raise lower demand issue deny confirm
    announce know dispute reject defend hide see want need share claim read made gave found saw
    make take took hear heard hit win won lose lost get got keep kept knew tell told say said
    draw drew spark prompt approve oppose invade leave left join sign scrap pass block condemn
    urge vow warn fear begin began stop delay discuss criticize cancel avoid escape survive hold
    held upheld struck hid met broke fought sought spoke stole threw withdrew fled led sent
    spent bought built caught fell flew let put quit rose ran swore wore became shot beat shut
    set try use go went come came like love hate support predict cause face probe investigate
    blame mark marks follow become remain practice show shows call fight stand back watch seem
    look may might could threaten
    """.split()
)
# "Us" is a country where no capitals tell.
_KEPT: Final = frozenset(["the", "of", "in", "on", "at", "against", "over", "with", "us"])


def about(core: str, asked: str) -> str:
    """The question that stands for an event's name alone; any other text as it is.

    `asked` is how it was typed: with a full stop it tells.
    """
    found = [word.lower() for word in words(core)]
    short = _FEWEST <= len(found) <= _MOST and not asked.endswith(".")
    if not short or _TOLD.search(core):
        return core
    named = re.sub(r"^the\s+", "", core, flags=re.IGNORECASE)
    if _names(core, found):
        return f"what happened in the {named}"
    return f"what did the {named} say" if _names_what_says(named) else core


def _names(core: str, found: list[str]) -> bool:
    """Whether a text names an event, and no word of it may be a verb."""
    *before, last = core.split()
    if not (STOPWORDS - _KEPT).isdisjoint(found) or any(map(_may_tell, before)):
        return False
    behind = _BEHIND.fullmatch(core)
    if behind is not None:
        return not _may_tell(last) and not STOPWORDS.issuperset(words(behind["rest"].lower()))
    if found[-1] not in _EVENTS or not _KEPT.isdisjoint(set(found[1:]) - {"us"}):
        return False
    # "The bear attacks" tells.
    return found[0] != "the" or (len(found) > _FEWEST and not _is_verb_too(found[-1]))


def _names_what_says(named: str) -> bool:
    """Whether a text ends with what somebody wrote or said, and no word of it may be a verb."""
    *before, last = named.split()
    telling = any(map(_may_tell, before)) or (before and before[0].lower().endswith("ing"))
    if last.lower() not in _SAYS or not before or telling:
        return False
    # "Nurses report" tells.
    plural = before[-1].lower().endswith("s") and not before[-1].endswith(("'s", "’s"))
    return not plural and STOPWORDS.isdisjoint(word.lower() for word in before)


def _is_verb_too(event: str) -> bool:
    return event.endswith("s") and _NOUNS.fullmatch(event) is None


def _may_tell(word: str) -> bool:
    """Whether a word may be a verb."""
    lower = word.lower()
    if lower in _VERBS:
        return True
    if lower in _SINGLE or _NO_VERBS.fullmatch(lower):
        return False
    return _ENDS_AS_VERB.fullmatch(lower) is not None
