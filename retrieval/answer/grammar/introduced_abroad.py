"""Who somebody is, asked or told in German, French, Spanish, Russian or Ukrainian.

What stands at the name: a word for somebody before it ("le dentiste Ida Moen"), behind it and a
comma, a dash or a verb ("Ida Moen, Ingenieurin aus Linden"), or what she did ("qui dirige").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from retrieval.answer.grammar.called import WORD
from retrieval.answer.grammar.introducing import DESCRIBED, INTRODUCED, quoted, rules_of
from retrieval.answer.language.languages import CYRILLIC, LANGUAGES, unelided
from retrieval.answer.names.named_abroad import GERMAN
from retrieval.answer.names.subjects import fold

if TYPE_CHECKING:
    from retrieval.answer.grammar.called import Called, Place
    from retrieval.answer.grammar.introducing import Rules

_PARTY: Final = re.compile(r"\s\([A-ZА-ЯІЇЄ]{2,}\)")
# What a phrase before a name begins behind; what is within quotation marks is a part of it.
_STOPS: Final = re.compile(r"[,.;:!?()—–\n]|\s-\s")
_QUOTES: Final = re.compile(r"«[^«»]{1,40}»|„[^„“”]{1,40}[“”]|“[^“”]{1,40}”|\"[^\"]{1,40}\"")
# A phrase is not longer, before a name and behind one; an article and its noun.
_LONGEST: Final = 8
_SOON: Final = 5
_PAIR: Final = 2
# What German nouns behind these tell is where and when: "in Hannover", "am Montag".
_WHERE: Final = frozenset("in im aus nach an am seit vor ab bis um".split())
_ELIDED: Final = re.compile(r"(?:^|\s)[ld]['’]\S*\s?$", re.IGNORECASE)
# Of French and Spanish: "le chirurgien allemand Ida Moen", but not "le maire accuse Ida Moen".
_ADJECTIVE: Final = re.compile(
    r"(?:[ao]ise?|ain|aine|ien|ienne|ande?|iste|ique|al|ale|[in]el|[in]elle|if|ive|aire|eux"
    r"|ano|ana|és|esa|ense|eñ[oa]|[io]c[oa]|iv[oa]|os[oa]|ola?|án|us[oa])$"
)
# Cases of Slavic names and nouns, and women in the form that a man's name has as another's.
_OBLIQUE: Final = re.compile(r"(?:[аяуюеиыії]|[оеє]м|[оеє]ю|[оеё]й|[оеє]ві)$")
_VOWEL: Final = re.compile(r"[аяоеєиіїыaeiouyé]$", re.IGNORECASE)
_WOMAN: Final = re.compile(r"(?:жена|сестра|вдова|дружина|мати|\w*ка|\w*иц[ая])$")


def told_abroad(called: Called, text: str, language: str) -> int:
    """How fully a sentence introduces a name: by a description (3), by little (2), 0 not at all."""
    if language not in LANGUAGES:
        return 0
    teller = _Teller(called, text, language, rules_of(language))
    return max(map(teller.told, called.places(text, language)), default=0)


@dataclass(frozen=True, slots=True)
class _Teller:
    """Reads what a sentence tells at the places of a name."""

    called: Called
    text: str
    language: str
    rules: Rules

    def told(self, place: Place) -> int:
        alone = len(self.called.parts) == 1
        if not place.full and not alone:
            # The surname may be another's.
            return 0
        if self._is_others(place):
            return self._behind(place)
        start = self._given(place.start) if alone else place.start
        return max(self._before(place, start), self._behind(place))

    def _is_others(self, place: Place) -> bool:
        """Whether a name is in the genitive of German: "der Anwalt Ida Moens"."""
        asked = fold(self.called.parts[-1])
        return self.language == GERMAN and place.last.endswith("s") and not asked.endswith("s")

    def _given(self, start: int) -> int:
        """Where a name begins whose surname alone is asked for, with any given name before it."""
        found = re.search(r"([^\W\d_][\w.'’-]*)\s$", self.text[:start])
        if found is None:
            return start
        word = unelided(found[1], self.language)
        is_given = word[:1].isupper() and not self.rules.is_person(word.lower())
        return found.end(1) - len(word) if is_given else start

    def _words(self, text: str) -> list[str]:
        return [unelided(each.group(), self.language) for each in WORD.finditer(text)]

    def _before(self, place: Place, start: int) -> int:
        """By a phrase before a name, with a comma between them or without."""
        told = _QUOTES.sub(lambda found: "Q" * len(found.group()), self.text[:start]).rstrip()
        parted = told.endswith(",")
        # "Le maire, Ida Moen, ...", but not "Chez le maire, Ida Moen rit".
        if parted and not re.match(r"\s*[,.;:]", self.text[place.end :]):
            return 0
        told = told.rstrip(",")
        phrase = told[max((each.end() for each in _STOPS.finditer(told)), default=0) :]
        found = self._words(phrase)[-_LONGEST:]
        while found and self.rules.forms.fullmatch(found[-1].lower()):
            del found[-1]
        if not parted and place.full and self._is_led(found):
            return INTRODUCED
        at = next((n for n in reversed(range(len(found))) if self._is_head(found, n)), None)
        if at is None or not self._is_tail(found[at + 1 :]):
            return 0
        if self.language in CYRILLIC:
            fits = self._agrees(place, found[at].lower())
        else:
            led = any(map(self.rules.article.fullmatch, found[max(at - _PAIR, 0) : at]))
            elided = _ELIDED.search(phrase[: phrase.rfind(found[at])]) is not None
            bare = not parted and (at == 0 or not self.rules.needs)
            fits = led or elided or bare
        little = len(found) == 1 and self.language != GERMAN
        return 0 if not fits else DESCRIBED if little else INTRODUCED

    def _is_led(self, found: list[str]) -> bool:
        """Whether a phrase is an article and a noun, whatever it is: "la azafata Ida Moen"."""
        if len(found) < _PAIR or not self.rules.led.fullmatch(found[-_PAIR]):
            return False
        noun = found[-1]
        rules = self.rules
        others = (rules.never, rules.breaks, rules.within, rules.article)
        return self._is_noun(noun) and not any(each.fullmatch(noun) for each in others)

    def _is_noun(self, word: str) -> bool:
        return word[:1].isupper() if self.language == GERMAN else word[:1].islower()

    def _is_head(self, found: list[str], at: int) -> bool:
        """Whether a word of a phrase is one for somebody, with a capital at the front as well."""
        word = found[at].lower()
        if self.language == GERMAN:
            where = at and found[at - 1].lower() in _WHERE
            return self._is_noun(found[at]) and not where and self.rules.is_person(word)
        return self.rules.breaks.fullmatch(word) is None and self.rules.is_person(word)

    def _is_tail(self, tail: list[str]) -> bool:
        """Whether what stands between a word for somebody and the name belongs to the former."""
        rules = self.rules
        if not tail:
            return True
        if any(map(rules.breaks.fullmatch, tail)):
            return False
        joins = [rules.joins(each) for each in tail]
        if joins[-1] or self.language in CYRILLIC:
            return not joins[-1]
        adjective = self.language != GERMAN and _ADJECTIVE.search(tail[-1].lower()) is not None
        if not rules.within.match(tail[0]):
            return len(tail) == 1 and adjective
        # "Le maire de Vale accuse Moen": what is joined ends with a name or behind its article.
        return len(tail) == 1 or joins[-_PAIR] or tail[-1][:1].isupper() or adjective

    def _agrees(self, place: Place, head: str) -> bool:
        """Whether a Slavic noun may be in the case of the name: "адвокат Артура" is another."""
        asked, told = self.called.parts[-1].lower(), place.last.lower()
        if asked == told or _VOWEL.search(asked) or not _OBLIQUE.search(told):
            return True
        return _OBLIQUE.search(head) is not None and not _WOMAN.fullmatch(head)

    def _behind(self, place: Place) -> int:
        """By what stands behind a name."""
        text, end = self.text, place.end
        if quoted(text, place.start):
            return 0
        if _PARTY.match(text, end):
            return INTRODUCED
        is_ = self.rules.is_.match(text, end)
        aside = is_ or self.rules.aside.match(text, end)
        if aside is None:
            return 0
        if is_ is None and self.rules.who.match(text, end):
            return DESCRIBED
        clause = _STOPS.split(text[aside.end() :])[0]
        led = is_ is not None or re.match(r"[ld]['’]", clause) is not None
        return (
            INTRODUCED if self._describes(self._words(clause), led=led, is_=is_ is not None) else 0
        )

    def _describes(self, found: list[str], *, led: bool, is_: bool) -> bool:
        """Whether words soon name somebody, behind articles and adjectives."""
        rules = self.rules
        for at, word in enumerate(found[: _SOON + 1]):
            if self._is_noun(word) and rules.is_person(word.lower()):
                behind = "".join(found[at + 1 : at + 2])
                # "Moen, le maire Odd Lund et ...", "Moen, le maire a dit".
                another = behind[:1].isupper() or rules.breaks.fullmatch(behind) is not None
                return is_ or not another
            article = rules.article.fullmatch(word) is not None
            if not (article or led or rules.opens.fullmatch(word)) or rules.breaks.fullmatch(word):
                return False
            if self.language == GERMAN and self._is_noun(word):
                return False
            # German says all that may stand behind its article by their endings.
            led = led or (article and self.language == GERMAN)
        return False
