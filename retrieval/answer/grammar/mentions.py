"""Where an English sentence names somebody who is asked about, in full or by the surname."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.tagging import tokenize, without_genitive
from retrieval.answer.language.lexicon import STOPWORDS
from retrieval.answer.names.namesakes import bears_another

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from retrieval.answer.attribution.tagging import Token
    from retrieval.answer.finding.sentence import Sentence

# A name as a question has it.
NAME: Final = r"(?P<name>[^\s?]+(?:\s[^\s?]+){0,4}?)"
# With these it is none.
_NOBODY: Final = frozenset(
    (
        "a an the this that he she it they you we i him them his her its their my your our there"
    ).split()
)
# Behind these another phrase begins.
LINKS: Final = lx.PREPOSITIONS | lx.CONJUNCTIONS | lx.SUBORDINATORS | lx.AUXILIARIES
# No given names, and no offices.
FORMS: Final = frozenset("mr mr. mrs mrs. ms ms. miss mx sir".split())
_LATER: Final = frozenset("jr jr. sr sr. ii iii".split())
_INITIAL: Final = re.compile(r"[A-Z]\.?$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence, without the title before it and the genitive's ending."""

    start: int
    end: int
    genitive: bool


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person as asked about, by a name without titles."""

    name: str

    @classmethod
    def asked(cls, name: str) -> Somebody | None:
        """Whoever is meant by "Senator Ida Moen"; None where it is no name."""
        if re.search(r"['’]s?\s", name):
            return None
        found = _parts(name)
        apart = lx.PREPOSITIONS | lx.SUBORDINATORS | {"and", "or"}
        if not found or found[0].lower() in _NOBODY or not apart.isdisjoint(map(str.lower, found)):
            return None
        while found and found[0].lower() in lx.PEOPLE | FORMS:
            del found[0]
        return cls(" ".join(found)) if found and found[-1][0].isalpha() else None

    def in_full(self, articles: Iterable[str]) -> Somebody:
        """The person by the given name that most articles write before a surname that is asked for.

        Who asks for Moen means no other Moen whom articles on her name as well.
        """
        if " " in self.name:
            return self
        given = Counter(
            each
            for text in articles
            for each in re.findall(
                rf"(?<!\w)([A-Z][\w’'-]+)\s{re.escape(self.name)}(?!\w)", text, re.IGNORECASE
            )
            if each[0].isupper() and each.lower() not in lx.PEOPLE | FORMS | STOPWORDS
        )
        most = given.most_common(1)
        often = most and most[0][1] * 2 > given.total()
        return Somebody(f"{most[0][0]} {self.name}") if often else self

    def mentions(self, text: str) -> list[Mention]:
        """Where a text names this person and nobody else of the name."""
        last = _parts(self.name)[-1].lower()
        if last not in text.lower().replace("’", "'"):
            return []
        tokens = tokenize(text)
        found = []
        for at, token in enumerate(tokens):
            bare = without_genitive(token)
            if bare.low.replace("’", "'") != last or not bare.text[:1].isupper():
                continue
            if is_anothers(self.name, tokens, at):
                continue
            first = at
            while first and self._is_theirs(tokens[first - 1]):
                first -= 1
            end = bare.end
            later = tokens[at + 1] if tokens[at + 1 :] else None
            if later is not None and later.low in _LATER:
                end = later.end
            found.append(Mention(tokens[first].start, end, token.text != bare.text))
        return found

    def is_near(self, sentence: Sentence) -> bool:
        """Whether a sentence or the one before it names this person."""
        texts = sentence.text, sentence.text_before or ""
        return any(self.mentions(each) for each in texts)

    def is_in(self, article: str) -> bool:
        """Whether an article writes the name with a given name, where one is asked for."""
        *given, last = _parts(self.name)
        if not given:
            return True
        before = re.findall(
            rf"(?<!\w)((?:[A-Z][\w.’'-]*\s){{1,3}})(?i:{re.escape(last)})(?!\w)",
            article.replace("’", "'"),
        )
        names = [each for found in before for each in found.split()]
        return any(not bears_another(self.name, each) for each in names if len(each) > 1)

    def _is_theirs(self, token: Token) -> bool:
        if not is_name(token):
            return False
        given = [each.casefold() for each in _parts(self.name)[:-1]]
        if token.low in given or _INITIAL.match(token.text):
            return True
        # "Bob Moen" is Robert Moen; a middle name may be any.
        return bool(given) and not bears_another(self.name, token.text)


def _parts(name: str) -> list[str]:
    """The words of a name, "Lund-Moen" as one."""
    found = (re.sub(r"'s?$", "", each).strip('.,"“”') for each in name.replace("’", "'").split())
    return [each for each in found if each]


def is_anothers(name: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a surname is another's: "Karl Moen", and "Moen Lund" where it is no surname."""
    if tokens[at + 1 :] and is_name(tokens[at + 1]) and tokens[at + 1].low not in _LATER:
        # "Moen's Linden".
        return tokens[at].tag != "G"
    before = tokens[at - 1] if at and " " in name else None
    if before is None or not is_name(before) or _INITIAL.match(before.text):
        return False
    is_theirs = before.low in name.lower().split()
    return not is_theirs and bears_another(name, before.text)


def is_name(token: Token) -> bool:
    """Whether a word is tagged as a name and has a capital."""
    return token.tag == "N" and token.text[0].isupper()
