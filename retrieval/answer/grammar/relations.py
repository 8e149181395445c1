"""Who is somebody's lawyer, wife or boss: "Who is Ida Moen's lawyer?", "Who represents Moen?"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.grammar.mentions import NAME, Somebody
from retrieval.answer.language.speech import ENGLISH

if TYPE_CHECKING:
    from retrieval.answer.grammar.mentions import Mention
    from retrieval.answer.question.question import Question

_SPOUSE: Final = r"wife|husband|spouse"
_LAWYER: Final = r"lawyers?|attorneys?|counsel|solicitor|barrister"
_CHILD: Final = r"son|daughter|child(?:ren)?"
_PARENT: Final = r"father|mother|parents?"
_SIBLING: Final = r"brother|sister|sibling"
# What stands for one relation, and the words for the same from the other side.
_RELATIONS: Final = (
    ("wife", _SPOUSE),
    ("husband", _SPOUSE),
    (_SPOUSE, _SPOUSE),
    (_LAWYER, ""),
    ("son", _PARENT),
    ("daughter", _PARENT),
    (_CHILD, _PARENT),
    ("father", _CHILD),
    ("mother", _CHILD),
    (_PARENT, _CHILD),
    ("brother", _SIBLING),
    ("sister", _SIBLING),
    (_SIBLING, _SIBLING),
    (r"spokes(?:man|woman|person)|press\s+secretary", ""),
    (r"fianc[eé]e?", r"fianc[eé]e?"),
    (r"girlfriend|boyfriend|partner", r"girlfriend|boyfriend|partner"),
    (r"advis[eo]r|aide", ""),
    (r"boss|superior", ""),
)
_KIN: Final = re.compile(
    r"(?:grand|step)?(?:father|mother|son|daughter|brother|sister|child|parent)s?(?:-in-law)?|wife|"
    r"husband|spouse|fianc[eé]e?|girlfriend|boyfriend|partner|aunt|uncle|nephew|niece|cousin|"
    r"widow(?:er)?|boss|superior|chief of staff|running mate|successor|predecessor|agent|mentor|"
    r"deputy|counsel",
    re.IGNORECASE,
)
_SURELY: Final = (
    r"(?:(?:current|new|present|former|old|own|personal|longtime|first|main|ex)[\s-]+)*"
)
_IS: Final = r"who(?:'s|\s+(?P<be>is|was|are|were))\s+"
_ROLE: Final = r"(?P<role>[\w-]+(?:[\s-][\w-]+){0,3}?)"
_ASKED: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_IS}{NAME}['’]s?\s+{_SURELY}{_ROLE}\??",
        rf"{_IS}(?:the\s+)?{_SURELY}{_ROLE}\s+(?:of|for|to)\s+{NAME}\??",
    )
)
_REPRESENTS: Final = r"(?:representing|represents?|represented|defends?|defending)"
_ASKED_BY_VERB: Final = (
    (rf"who\s+(?:is\s+|was\s+)?{_REPRESENTS}\s+{NAME}\??", "lawyer"),
    (rf"who\s+(?:is|was|did)\s+{NAME}\s+(?:married\s+to|marry)\??", "spouse"),
)  # fmt: skip
# Whoever is named: a title and capitals.
_WHO: Final = r"(?-i:(?:[A-Z][\w.’'-]*\s){0,5}(?!Mr|Ms|Mrs)[A-Z][\w’-]+)"
_FULL: Final = r"(?-i:[A-Z][\w.’'-]*\s(?:[A-Z][\w.’'-]*\s)*[A-Z][\w’-]+)"
_MORE: Final = r"(?:[\w’.-]+\s){0,4}?"
_AS: Final = r"(?:\s\([^)]*\))?(?:,|\s(?:is|was))\s(?:who\s(?:is|was)\s)?"
_THE: Final = r"(?:an?\s|the\s|one\sof\s(?:the|his|her)\s)?"
_TITLE: Final = r"(?:(?:former|then|the)[\s-])?(?-i:[A-Z][\w.’'-]*\s){0,4}"
_ONCE: Final = re.compile(r"\b(?:former|ex|then|late|onetime|once)(?:[\s-]|$)", re.IGNORECASE)
_BELOW: Final = re.compile(r"\b(?:deputy|vice|assistant|associate)[\s-]", re.IGNORECASE)
_PARTED: Final = r"(?=\s*(?:[,.;:)—–-]|\s(?:and|who|said|has|is|was)\b|$))"


class _Told(NamedTuple):
    """What stands before and behind a name, where a sentence tells the relation."""

    before: re.Pattern[str]
    behind: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Relation:
    """Whose relation is asked for, by which words, from both sides; `past` where it may be over."""

    who: Somebody
    role: str
    reverse: str
    past: bool

    def told_in(self, text: str) -> bool:
        """Whether a sentence names who it is."""
        return any(self._told(text, each) for each in self.who.mentions(text))

    def may_tell(self, text: str) -> bool:
        """Whether a sentence holds the person and the relation, whatever it tells of both."""
        role = re.search(rf"(?<!\w)(?:{self.role})(?!\w)", text, re.IGNORECASE)
        if role is None or _BELOW.search(text[: role.start()].rsplit(",", maxsplit=1)[-1]):
            return False
        return bool(self.who.mentions(text))

    def _told(self, text: str, mention: Mention) -> bool:
        before, behind = text[: mention.start], text[mention.end :]
        for told in _patterns(self.role, self.reverse):
            first, last = told.before.search(before), told.behind.match(behind)
            if first is None or last is None:
                continue
            around = f"{first.group()} {last.group()}"
            if _BELOW.search(around) and not _BELOW.match(self.role):
                continue
            if self.past or _ONCE.search(around) is None:
                return True
        return False


def asked_relation(question: Question) -> Relation | None:
    """Whose relation is asked for; None for any other question."""
    if question.language != ENGLISH:
        return None
    for pattern, role in _ASKED_BY_VERB:
        if found := re.fullmatch(pattern, question.canonical, re.IGNORECASE):
            who = Somebody.asked(found["name"])
            return _relation(who, role, past=False) if who is not None else None
    for asked in _ASKED:
        found = asked.fullmatch(question.canonical)
        who = Somebody.asked(found["name"]) if found is not None else None
        if found is None or who is None:
            continue
        role = re.sub(r"\bin[\s-]law\b", "in-law", found["role"]).replace(" in-law", "-in-law")
        last = role.rpartition(" ")[2].lower()
        if _KIN.fullmatch(role) or _KIN.fullmatch(last) or last in lx.PEOPLE:
            over = re.search(r"\b(?:former|ex|first)\b", question.canonical, re.IGNORECASE)
            return _relation(who, role, past=found["be"] in {"was", "were"} or over is not None)
    return None


def _relation(who: Somebody, role: str, *, past: bool) -> Relation:
    for words, reverse in _RELATIONS:
        if re.fullmatch(words, role, re.IGNORECASE):
            return Relation(who, words, reverse, past)
    return Relation(who, r"[\s-]".join(map(re.escape, re.split(r"[\s-]", role))), "", past)


@lru_cache(maxsize=64)
def _patterns(role: str, reverse: str) -> tuple[_Told, ...]:
    role = rf"(?<!\w)(?:ex-|then-)?(?:{role})(?!\w)"
    apart = r"[^.;“”\"]"
    theirs = rf"(?:his|her)\s{_MORE}{role}"
    told = [
        # "Moen's lawyer, Odd Lund, ..."
        ("", rf"['’]s?\s{_MORE}{role}(?:\sand\s[\w-]+)?(?:,|\s(?:is|was))?\s(?:then-)?{_WHO}"),
        # "Moen lawyer Odd Lund"
        ("", rf"\s(?:[a-z]+\s)?{role},?\s{_FULL}"),
        # "Odd Lund, Moen's lawyer, ...", "Odd Lund is Moen's lawyer".
        (rf"{_FULL}{_AS}{_TITLE}$", rf"['’]s?\s{_MORE}{role}{_PARTED}"),
        # "Odd Lund, a lawyer for Ida Moen".
        (rf"{_WHO}{_AS}{_THE}{_MORE}{role}\s(?:for|of|to)\s{_TITLE}$", r"(?!['’])"),
        # "A lawyer for Ida Moen, Odd Lund, said no".
        (rf"{role}\s(?:for|of|to)\s{_TITLE}$", rf"(?:,|\snamed)\s{_FULL}\s?[,.;)]"),
        # "Ida Moen and her husband, Odd Lund".
        ("", rf"(?!{apart}*{_FULL}{apart}*\s{theirs}){apart}{{0,90}}?\b{theirs},?\s{_WHO}"),
        ("", rf"\sand\s{role},?\s{_WHO}"),
    ]  # fmt: skip
    if "wife" in role or "husband" in role:
        told += [
            ("", rf"(?:,|\s(?:is|was))?\s(?:who\s(?:is|was)\s)?married\s(?:to\s)?{_WHO}"),
            (rf"{_WHO}(?:,|\s(?:is|was))?\s(?:who\s(?:is|was)\s)?married\s(?:to\s)?{_TITLE}$", ""),
        ]
    if role.find("attorney") >= 0:
        verb = r"(?:represents|represented|is\srepresenting|defends|defended)"
        told += [
            (rf"{_WHO}(?:,\swho)?\s(?:also\s)?{verb}\s{_TITLE}$", r"(?!['’])"),
            (rf"{_WHO},\s(?:who\s)?(?:is\s)?representing\s{_TITLE}$", r"(?!['’])"),
            ("", rf"{apart}{{0,20}}\srepresented\sby\s{_MORE}{_WHO}"),
        ]
    if reverse:
        back = rf"(?<!\w)(?:{reverse})(?!\w)"
        told += [
            (rf"{_WHO}['’]s?\s{_MORE}{back},?\s{_TITLE}$", ""),
            (rf"{_WHO}\b{apart}{{0,60}}?\b(?:his|her)\s{_MORE}{back},?\s{_TITLE}$", ""),
            ("", rf",\s{_THE}{_MORE}{back}\sof\s{_TITLE}{_WHO}"),
            ("", rf",\s{_WHO}['’]s?\s{_MORE}{back}{_PARTED}"),
        ]
    return tuple(
        _Told(re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE))
        for before, behind in told
    )
