"""Whose words a question asks for: "What did the mayor say?" is answered by the mayor's alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from retrieval.answer.attribution import Reader, same_name
from retrieval.answer.decision.asked_abroad import heard
from retrieval.answer.language.lexicon import STOPWORDS, VAGUE, stem, words
from retrieval.answer.language.speech import ENGLISH
from retrieval.answer.names.looking import LookedFor
from retrieval.answer.names.named_abroad import keys_abroad
from retrieval.answer.names.namesakes import is_another
from retrieval.answer.names.subjects import skeleton
from retrieval.answer.names.wording import keys_of_term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.finding.sentence import Sentence
    from retrieval.answer.question.question import Question

# What somebody does who is asked for what he thinks or says.
_UTTERS: Final = frozenset(
    (
        "say tell think believe react respond reply answer comment call describe explain claim "
        "deny confirm admit acknowledge accuse demand want promise argue write tweet apologize "
        "apologise feel urge warn announce suggest insist blame praise criticize criticise condemn "
        "defend support oppose endorse regret expect threaten vow pledge testify propose recommend "
        "advise predict complain welcome reject dismiss dispute hope agree disagree"
    ).split()
)
_STEMS: Final = frozenset(map(stem, _UTTERS))
_UTTERED: Final = frozenset("said told thought written wrote felt".split())
# Of these the words themselves are the answer, whatever they are on.
_SAYS: Final = frozenset("say said saying tell told telling write wrote written writing".split())
# Before whoever is meant, and behind him the verb as it is, as a participle, or with -ing.
_PLAIN: Final = frozenset("did does do will would".split())
_DONE: Final = frozenset("has have had".split())
_DOING: Final = frozenset("is was are were".split())
# Within these there is no name of a party any more.
_ENDS: Final = frozenset("to that the a an by in on of for with and or who".split())
_BETWEEN: Final = frozenset("already ever still yet now also just even never not really".split())
_PRONOUNS: Final = frozenset("he she they it we you i anyone anybody someone somebody".split())
_SON: Final = re.compile(r"[^\W\d_][\w'’-]*,?\s+Jr\b\.?", re.IGNORECASE)
# A longer subject holds more than a name.
_LONGEST: Final = 6
# Shorter words within a name are "van", "de", "le".
_PARTICLE: Final = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """Whoever a question asks to hear: the last word that names the party, its keys, the name.

    Of one in another language than English also what stands for that word in all (`bones`).
    """

    word: str
    keys: frozenset[str]
    name: str
    bones: str = ""

    def another_s(self, sentences: Sequence[Sentence]) -> list[float]:
        """How far each sentence is another's words: 0, a half where the party is named near, or 1.

        All are 0 for who is no single person: others speak for countries, bodies and groups. That
        words are the party's own is no reason to show them: they may be on anything.
        """
        if not self.is_named(sentences):
            return [0.0] * len(sentences)
        speakers = speakers_of(sentences)
        return [self._another_s(*each) for each in zip(sentences, speakers, strict=True)]

    def own(self, sentences: Sequence[Sentence]) -> list[bool]:
        """Whether each sentence is the party's words, by its speaker; none if it is no person."""
        if not self.is_named(sentences):
            return [False] * len(sentences)
        return [
            each is not None
            and (same_name(self.name, each) or self._is_in(each, sentence.language))
            for each, sentence in zip(speakers_of(sentences), sentences, strict=True)
        ]

    def is_named(self, sentences: Sequence[Sentence]) -> bool:
        """Whether the word is written like a person's name, neither a noun nor an acronym."""
        if any(key.startswith("place:") for key in self.keys):
            return False
        # Nothing else tells "the mayor's wife" from a name where a language writes no article.
        more = [word for word in words(self.name) if self.bones and len(word) > _PARTICLE]
        names = dict.fromkeys([*more, self.word])
        return all(_is_name(each, sentences) for each in names)

    def _is_in(self, text: str, language: str) -> bool:
        """Whether a text in another language than English, or asked in one, names the party."""
        return bool(self.bones) and self.bones in keys_abroad(text, language)

    def _another_s(self, sentence: Sentence, speaker: str | None) -> float:
        before = sentence.text_before
        if speaker is not None and is_another(self.name, speaker):
            return 1.0
        if speaker is not None and self._names(speaker, sentence):
            return 0.0
        if self._names(sentence.text, sentence) or (before and self._names(before, sentence)):
            return 0.0 if speaker is None else 0.5
        return 1.0

    def _names(self, text: str, sentence: Sentence) -> bool:
        """Whether a text beside the sentence names the party; a son of the name is another."""
        if not _SON.search(self.name):
            text = _SON.sub(" ", text)
        held = LookedFor.of(self.keys).held(text, sentence.language)
        return bool(held) or self._is_in(text, sentence.language)


def _is_name(word: str, sentences: Sequence[Sentence]) -> bool:
    written = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    found = [each for one in sentences for each in written.findall(one.text)]
    capital = sum(each[0].isupper() and not each.isupper() for each in found)
    return capital > len(found) - capital or (not found and word.istitle())


def speakers_of(sentences: Sequence[Sentence]) -> list[str | None]:
    """Who says each sentence, as its article tells it."""
    readers: dict[tuple[str, str], Reader] = {}
    found = []
    for each in sentences:
        held = each.coverage.held
        article = held.article
        key = article.id, each.language
        if key not in readers:
            readers[key] = Reader(
                article.text, held.paragraphs, title=article.title, language=each.language
            )
        found.append(readers[key].of(each.paragraph, (each.start, each.end)).speaker)
    return found


def asked_for_words(question: Question) -> Asked | None:
    """Whose words are asked for on whatever matter: "What did the mayor say?", and no more."""
    party = asked_party(question)
    if question.language != ENGLISH:
        abroad = heard(question)
        return party if abroad is not None and abroad.on_anything else None
    found = question.canonical.rstrip("?.").lower().split()
    if party is None or found[0] != "what" or found[-1] not in _SAYS:
        return None
    between = [word for word in found[2:-1] if word not in _BETWEEN]
    return party if between == party.name.lower().split() else None


@lru_cache(maxsize=256)
def asked_party(question: Question) -> Asked | None:
    """Whose words a question asks for; None where it asks for nobody's."""
    if question.language != ENGLISH:
        return _abroad(question)
    found = question.canonical.rstrip("?.").split()
    lower = [word.lower() for word in found]
    first = next((at for at, word in enumerate(lower[:5]) if word in _PLAIN | _DONE | _DOING), None)
    if first is None:
        return None
    named: list[str] = []
    for at in range(first + 1, min(len(found), first + 2 + _LONGEST)):
        if named and _utters(lower[at], lower[first]):
            last = next(iter(words(named[-1])), "")
            # Behind a genitive the same word is a noun: "about the mayor's call".
            noun = named[-1].endswith(("'s", "’s"))
            known = last and last.lower() not in STOPWORDS | VAGUE | _PRONOUNS
            name = " ".join(named)
            return Asked(last, keys_of_term(last), name) if known and not noun else None
        if named and lower[at] in _ENDS:
            return None
        if lower[at] not in _ENDS | _BETWEEN:
            named.append(found[at])
    return None


def _abroad(question: Question) -> Asked | None:
    found, spoken = heard(question), question.language
    if found is None:
        return None
    last = words(found.party)[-1]
    return Asked(last, keys_of_term(last, spoken), found.party, skeleton(last, spoken))


def uttering(word: str) -> bool:
    """Whether a word is a verb of uttering in the form of what is told: "says", "denied"."""
    lower = word.lower()
    told = lower in _UTTERED or (lower.endswith(("ed", "s")) and stem(lower) in _STEMS)
    return told and not lower.endswith("ss")


def _utters(word: str, auxiliary: str) -> bool:
    """Whether a word is a verb of uttering in the form that its auxiliary asks for."""
    if auxiliary in _PLAIN:
        return word in _UTTERS
    if auxiliary in _DOING:
        return word.endswith("ing") and stem(word) in _STEMS
    return word in _UTTERED or (word.endswith("ed") and stem(word) in _STEMS)
