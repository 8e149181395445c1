"""What a law, group, treaty or company is: "What is the Harbour Safety Act?"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from retrieval.answer.attribution.phrases import phrase_starting
from retrieval.answer.attribution.tagging import tokenize
from retrieval.answer.grammar.introducing import DESCRIBED, INTRODUCED, TITLED, quoted
from retrieval.answer.language.lexicon import AUXILIARIES, PREPOSITIONS, STOPWORDS, WH
from retrieval.answer.language.speech import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from retrieval.answer.question.question import Question

_ASKED: Final = re.compile(
    r"what(?:'s|\s+(?:is|was|are|were))\s+(?:exactly\s+)?(?P<the>(?:the|an?)\s+)?"
    r"(?P<name>[^\s?]+(?:\s[^\s?]+){0,5}?)\??",
    re.IGNORECASE,
)
# What asks for more than a name: "What is Moen's plan?", "What is Moen doing?".
_MORE: Final = re.compile(r"['’]s?(?:\s|$)|(?:[a-z]ing|[a-z]ed)$|[,;:(]|^\d")
_WITHIN: Final = frozenset("of and the for on in".split())
_NO_NAME: Final = (STOPWORDS | AUXILIARIES | WH | PREPOSITIONS) - _WITHIN
_ASIDE: Final = r"(?:\s?\([^)]{2,40}\))?[”\"]?(?:\s?[,–—]|\s-|\s--)\s*(?:or\s[A-Z]{2,},\s)?"
_OPENS: Final = re.compile(
    rf"{_ASIDE}(?P<at>)(?:an?|one\sof|formerly|founded|established|created)\s"
)
_THE: Final = re.compile(
    rf"{_ASIDE}(?P<at>)(?=(?:the|(?:[A-Z][\w.’'-]*\s){{0,3}}[A-Z][\w.’'-]*['’]s)\s[a-z])"
)
# "The Act, which bans sailing", but not "the Act, which has passed" or "which is disturbing".
_WHICH: Final = re.compile(
    rf"{_ASIDE}(?:which|that)\s(?:(?:generally|usually|also|currently|now)\s)?(?:"
    r"(?!(?:is|was|has|does|says|plans|wants|hopes|expects|faces|denies|comes|remains|means|goes)\s)"
    r"[a-z]{2,}[^s\W]s\s|is\s(?:an?\s|one\sof|usually|generally|designed|intended|meant|based)|would\s)"
)
# What people call anything.
_NOTHING: Final = (
    r"(?:case|few|lot|bit|good|bad|great|big|huge|little|long|mess|disaster|sham|joke|reason|sign|step|"
    r"mistake|failure|threat|danger|problem|part|result|success|win|victory|top|key|major|priority)\b"
)
# What stands beside a clause rather than a name: "he left the Act, a refusal that hurt".
_DEED: Final = re.compile(
    r"an?\s(?:[\w-]+\s){0,3}?(?:refusal|improvement|move|decision|claim|sign|step|charge|number|figure|"
    r"increase|decline|drop|result|victory|feat|role|position|post|job|process|trend|point|issue)\b"
)
_IS: Final = re.compile(
    r"(?:\s?\([^)]{2,40}\))?[”\"]?\s(?:is|was|are|were|remains)\s(?:(?:also|now|essentially)\s)?"
    r"(?:an?|one\sof\sthe|the\s(?:\w+\s){0,2}?(?:name|world|nation|country|state|largest|only|first|main))"
    rf"\s(?=[a-z])(?!(?:[\w-]+\s){{0,3}}{_NOTHING})"
)
_DOES: Final = re.compile(
    r"(?:\s?\([^)]{2,40}\))?[”\"]?,?\s(?:(?:generally|also|currently)\s)?(?:grants|allows|requires|bans|"
    r"prohibits|bars|forbids|protects|shields|lets|gives|imposes|provides|authorizes|regulates|"
    r"(?:aims|seeks|is\sintended|is\sdesigned)\sto|stands\sfor|would\s(?:allow|require|ban|give|grant|"
    r"make|create|bar|impose|protect)|(?:was|were)\s(?:first\s)?(?:signed|passed|founded|created|"
    r"established|designed|enacted|formed|launched|adopted|negotiated))\b"
)
_OWNER: Final = 4
# "Repealing the Act is a mistake" says nothing of the Act.
_SUBJECT: Final = re.compile(
    r"(?:^|[,;:—–]\s|[“\"]|\b(?:that|and|but|because|as|while|if|so|since|though|although)\s)"
    r"(?:the\s)?[“\"]?$",
    re.IGNORECASE,
)
# "Under the Act, a court may fine": there no aside begins.
_OPENING: Final = re.compile(
    r"^[“\"]?(?:according\sto|in|at|on|after|before|under|with|by|for|from|during|since|despite|unlike|like|as)\s[^,]*$",
    re.IGNORECASE,
)
# Part of another name: "the Vale Harbour Trust", "Moen v. Harbour Trust".
_LONGER: Final = re.compile(r"(?:\sv\.|(?:\s|-)(?!U\.?S\.?\s)[A-Z][\w.’'&-]*)\s$")
# "A think tank called the Harbour Trust".
_CALLED: Final = re.compile(
    r"(?<!have)(?<!has)(?<!had)(?<!he)(?<!they)(?<!who)\s(?:called|named|known\sas|dubbed|nicknamed)\s"
    r"(?:the\s)?[“\"]?$"
)
# "The watchdog group Harbour Trust", "the conservative think tank Moen House".
_KIND: Final = re.compile(
    r"(?<![\w'’-])(?:[\w-]+\s){1,3}?(?:group|organi[sz]ation|company|firm|website|site|agency|charity|"
    r"nonprofit|think\stank|network|newspaper|magazine|publisher|party|coalition|alliance|militia|"
    r"movement|platform|start-?up|bank|union|foundation|institute|committee|panel|program|outlet|"
    r"retailer|giant|maker|operation|campaign|app|drug|virus|disease|treaty|law|bill|act)s?,?\s(?:the\s)?[“\"]?$"
)


@dataclass(frozen=True, slots=True)
class Thing:
    """What is asked about, by its name and by the names that articles write for it."""

    name: str
    others: tuple[str, ...] = ()

    def told(self, text: str) -> int:
        """How fully a sentence says what it is; 0 where it does not."""
        return max((self._at(text, *place) for place in self.places(text)), default=0)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where a text names it, with a capital."""
        return [
            found.span()
            for each in (self.name, *self.others)
            for found in _pattern(each).finditer(text)
            if any(letter.isupper() for letter in found.group()[:1])
        ]

    def also(self, texts: Iterable[str]) -> Thing:
        """It with the names in full that texts write for its letters: "Harbour Safety Act"."""
        letters, *rest = self.name.split()
        if not re.fullmatch(r"[A-Za-z]{3,6}", letters):
            return self
        one = r"[\w’-]+[\s-](?:(?:of|for|and|the|on|to|in)\s){0,2}"
        whole = one.join(map(re.escape, letters.upper())) + r"[\w’-]+"
        behind = "".join(rf"\s(?i:{re.escape(each)})" for each in rest)
        written = re.compile(rf"(?<![\w-]){whole}{behind}(?![\w-])")
        found = dict.fromkeys(each for text in texts for each in written.findall(text))
        return replace(self, others=tuple(found))

    def _at(self, text: str, start: int, end: int) -> int:
        before = text[:start]
        if quoted(text, start) or _LONGER.search(before):
            return 0
        subject = _SUBJECT.search(before) is not None
        if (subject and (_IS.match(text, end) or _DOES.match(text, end))) or _CALLED.search(before):
            return INTRODUCED
        aside = _OPENS.match(text, end) or _THE.match(text, end)
        if aside is not None:
            phrase, is_the = text[aside.end("at") :], aside.re is _THE
            plain = _is_more(phrase) if is_the else _is_kind(phrase)
            if _OPENING.match(before):
                plain = plain and not is_the and _is_more(phrase) and _ends(phrase)
            if plain:
                return INTRODUCED
        if _WHICH.match(text, end):
            return DESCRIBED
        return TITLED if _KIND.search(before) else 0


def asked_thing(question: Question, texts: Sequence[str] | None = None) -> Thing | None:
    """The thing that is asked about and nothing else; None for any other question.

    With texts, only what these write with capitals.
    """
    if question.language != ENGLISH:
        return None
    found = _ASKED.fullmatch(question.canonical)
    if found is None or _MORE.search(found["name"]):
        return None
    name = found["name"].strip(".!\"“”'")
    words = name.lower().split()
    if not words or not _NO_NAME.isdisjoint(words) or {words[0], words[-1]} & PREPOSITIONS:
        return None
    if texts is None:
        return Thing(name)
    text = "\n".join(texts)
    thing = Thing(name)
    big = len(thing.places(text))
    small = sum(1 for each in _pattern(name).finditer(text) if each.group()[0].islower())
    return thing.also(texts) if big > small else None


def _is_kind(text: str) -> bool:
    """Whether a text begins with a thing: no "a lawyer for Moen", nor "a refusal that hurt"."""
    noun = list(takewhile(lambda each: each.tag in "DNRBOKGUW", tokenize(text)))
    return (not noun or noun[-1].tag != "R") and _DEED.match(text) is None


def _is_more(text: str) -> bool:
    """Whether a text begins with more than a noun, which no verb follows: "the mayor said"."""
    tokens = tokenize(text)
    phrase = phrase_starting(tokens, 0) if tokens else None
    if phrase is None or not _is_kind(text):
        return False
    behind = tokens[phrase.last + 1 : phrase.last + 2]
    if any(each.tag in "XVWC" for each in behind):
        return False
    more = [*tokens[1 : phrase.last + 1], *behind]
    # "Under the Act, the treaty and ..." only goes on.
    owned = any(each.tag == "G" for each in tokens[:_OWNER])
    return owned or any(each.tag in "PS" for each in more)


def _ends(text: str) -> bool:
    """Whether an aside ends with a mark like that it begins with."""
    return re.search(r"[,–—]|\s--?\s", text) is not None


@lru_cache(maxsize=256)
def _pattern(name: str) -> re.Pattern[str]:
    words = r"[\s-]".join(re.escape(each) for each in re.split(r"[\s-]", name) if each)
    return re.compile(rf"(?<![\w-]){words}(?![\w-])", re.IGNORECASE)
