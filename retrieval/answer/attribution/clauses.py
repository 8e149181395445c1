"""The report that one verb makes: its speaker, its scope, whom it cites and who was told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.adjuncts import GOING_ON, PLATFORMS, left_of
from retrieval.answer.attribution.phrases import Phrase, phrase_ending, phrase_starting
from retrieval.answer.attribution.subjects import (
    agrees,
    first_subject,
    speaker_of,
    subject_after,
    subject_before,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.tagging import Token

CITING = frozenset({"citing", "quoting"})
_CONTENT = frozenset({"that", "how", "why"})
_OBJECT = _CONTENT | {"whether", "on"}
_ABOUT = frozenset({"of", "about", "against"})
_RELATIVE = frozenset({"who", "which", "that"})
# "Everything she said was wrong" is nobody's word but the source's.
_ALL_OF_IT = frozenset({"all", "anything", "everything", "nothing", "something"})
_SUBORDINATE = _ALL_OF_IT | frozenset(
    {
        "after",
        "as",
        "because",
        "before",
        "given",
        "if",
        "since",
        "that",
        "until",
        "what",
        "when",
        "whether",
    }
)
# Passives of these have no speaker but where one is named: "was reported", "was expected".
_IMPERSONAL = frozenset({"report", "say", "believe", "expect"})
# Before a gerund these say what is done: "consider holding a vote".
_DOING = frozenset({"consider", "continue"})
_FIGURES = frozenset(
    {"about", "almost", "around", "between", "just", "least", "less", "more", "nearly", "over"}
    | {"roughly", "some", "twice", "under", "up"}
)
# How far a clause's verb, or the answer after "responded by", may be, in tokens.
_NEAR = 12
# How far after its verb a quotation makes it report, in tokens.
_BESIDE = 4


@dataclass(frozen=True, slots=True)
class Report:
    """A speaker over the characters [start, end) of the sentence; `at` is the cue's token.

    `cited` is whom the speaker leans on, `told` who got the word first. `weak` reports count
    where nothing else covers the span, `inner` ones ("after X said ...") only for a span inside.
    """

    speaker: Phrase
    lemma: str
    at: int
    start: int
    end: int
    cited: Phrase | None = None
    told: Phrase | None = None
    trailing: bool = False
    weak: bool = False
    inner: bool = False


class Cue:
    """A reporting verb at token `at` of a sentence in which `cited` is leaned on."""

    def __init__(self, tokens: Sequence[Token], at: int, cited: Phrase | None) -> None:
        self.tokens = tokens
        self.at = at
        self.cited = cited
        self.verb = lx.VERBS[tokens[at].low]
        self.left = left_of(tokens, at)
        self.between = tokens[self.left + 1 : at]
        self.after = tokens[at + 1] if at + 1 < len(tokens) else None

    def report(self) -> Report | None:
        """What the verb reports, or None where it acts, is denied, or has no speaker."""
        passive = any(t.low.removesuffix("n't") in lx.PASSIVE for t in self.between)
        if not self._reports(passive=passive):
            return None
        if passive and self.verb.form is lx.Form.PAST:
            return self._passive()
        allowed = {"be"} if passive else {"to"} if self._goes_on() else set()
        if any(t.low in lx.MODALS - allowed for t in self.between):
            return None
        if self.verb.form is lx.Form.ING:
            return self._participle(progressive=passive)
        inverted = subject_after(self.tokens, self.at, self.verb)
        if inverted is not None:
            return self._whole(inverted)
        return self._active()

    def _goes_on(self) -> bool:
        """As in "went on to say"."""
        return any(t.low in GOING_ON for t in self.between)

    def _reports(self, *, passive: bool) -> bool:
        """Whether the word after the verb, or before it, lets it report at all."""
        following = self.after.low if self.after is not None else "."
        lemma = self.verb.lemma
        if following in lx.ACTS.get(lemma, ()) or (lemma in _DOING and following.endswith("ing")):
            return False
        needs = lx.NEEDS.get(lemma)
        around = self.tokens[max(0, self.at - 1) : self.at + _BESIDE]
        quoted = any(t.tag == "Q" for t in around)
        if lemma in {"begin", "read"}:
            quoted = quoted or any(t.tag == "Q" for t in self.tokens[: self.at])
        subject = (
            self.tokens[: self.left + 1]
            if self.tokens[self.left].tag == ","
            else [self.tokens[self.left]]
        )
        in_words = lemma == "find" and self.left >= 0 and any(t.tag == "K" for t in subject)
        if needs is not None and following not in needs and not quoted and not in_words:
            return False
        if self.at and self.tokens[self.at - 1].low in CITING | {"be"}:
            return False
        if lemma == "respond":
            return self._responds_in_words()
        if lemma == "put":
            return self._puts_a_figure()
        # "the plan described by X" is a participle; "she said by telephone" is not.
        participle = following == "by" and self.verb.form is lx.Form.PAST and not passive
        return not participle or (self.left >= 0 and self.tokens[self.left].tag == "M")

    def _responds_in_words(self) -> bool:
        """As in "responded by saying", `"...," she responded`."""
        if self.after is None or self.after.tag in ".,:QC" or self.after.low == "that":
            return True
        if any(t.tag == "Q" for t in self.tokens[: self.at]):
            return True
        words = [t.low for t in self.tokens[self.at + 1 : self.at + _NEAR] if t.tag != "T"]
        return any(
            a == "by" and b in lx.VERBS and lx.VERBS[b].form is lx.Form.ING
            for a, b in pairwise(words)
        )

    def _puts_a_figure(self) -> bool:
        """As in "put the damage at $3 million", "put it higher"; not "put lives at risk"."""
        near = self.tokens[self.at + 1 : self.at + _NEAR]
        if len(near) > 1 and near[0].low == "it" and near[1].low in {"higher", "lower"}:
            return True
        return any(
            a.low == "at" and (b.tag in "UQ$£€" or b.low in _FIGURES) for a, b in pairwise(near)
        )

    def _active(self) -> Report | None:
        strong = self.verb.force is not lx.Force.WEAK
        subject = subject_before(self.tokens, self.left, strong=strong)
        auxiliary = self._goes_on() or any(t.tag == "X" for t in self.between)
        if subject is None or not agrees(subject, self.verb, auxiliary=auxiliary):
            return None
        if self.verb.force is lx.Force.CLOSED and not self._clause_follows():
            beside = self.tokens[subject.outer - 1].tag if subject.outer else ""
            asked = beside == "Q" and self.verb.lemma in lx.UTTERING
            leads_in = self.tokens[-1].tag == ":" and self._ends(None)
            if not asked and not leads_in and not (beside and beside in "Q," and self._ends(None)):
                return None
        impersonal = subject.noun in {"it", "they"} and not strong
        evidence = self.verb.lemma in lx.EVIDENCE and subject.head in "NM"
        if (impersonal or evidence) and not self._content_follows():
            return None
        return self._over_clause(subject)

    def _over_clause(self, subject: Phrase) -> Report:
        """The report of an active verb over its clause, or the sentence where it trails."""
        told = self._told()
        speaker, holder = speaker_of(self.tokens, subject)
        before = self.tokens[subject.outer - 1] if subject.outer else None
        opener = self._opener(subject)
        bare = not self._clause_follows() or self._ends(told)
        # "as it warned of delays" has its content after it, "as it warned" before or around it.
        as_such = self.after is None or self.after.tag in ",.:"
        if not as_such and self.after is not None:
            as_such = self.verb.force is not lx.Force.WEAK and self.after.low not in _ABOUT
        frames = opener == "as" and as_such
        if bare and before is not None and (before.tag in ",Q-" or frames):
            return replace(self._whole(speaker), cited=self.cited or holder)
        comma = before is not None and before.tag == ","
        start = self._clause_start(subject) if comma else self.tokens[subject.outer].start
        # "who said so", "who left and said so"; in "those who left said so" they said it plainly.
        relative = next(
            (i for i in range(subject.last + 1, self.at) if self.tokens[i].low in _RELATIVE), None
        )
        if self.tokens[self.left].tag != "C" and relative != self.left:
            relative = None
        return Report(
            speaker,
            self.verb.lemma,
            self.at,
            start,
            self._clause_end(),
            self.cited or holder,
            told,
            inner=opener in _SUBORDINATE
            or (before is not None and before.tag == "V")
            or (relative is not None and self.tokens[relative - 1].tag != ","),
        )

    def _opener(self, subject: Phrase) -> str:
        """The word before the subject, also where it is the second of two: "as X and Y warn"."""
        at = subject.outer - 1
        if at > 0 and self.tokens[at].tag == "C":
            other = phrase_ending(self.tokens, at - 1, strong=True)
            at = other.outer - 1 if other is not None else at
        return self.tokens[at].low if at >= 0 else ""

    def _whole(self, speaker: Phrase) -> Report:
        """A report over the whole sentence."""
        end = self.tokens[-1].end
        told = self._told()
        return Report(speaker, self.verb.lemma, self.at, 0, end, self.cited, told, trailing=True)

    def _told(self) -> Phrase | None:
        return phrase_starting(self.tokens, self.at + 1) if self.verb.lemma == "tell" else None

    def _clause_follows(self) -> bool:
        """Whether words that can be the content come after the verb, or a quotation."""
        if self.after is None:
            return self.at > 0
        if self.after.low in _OBJECT or self.after.tag in "Q:,.":
            return True
        rest = self.tokens[self.at + 2 : self.at + _NEAR]
        return self.after.tag in "DMNPG" and any(
            t.tag in "XVQ" or t.low.endswith("ed") for t in rest
        )

    def _content_follows(self) -> bool:
        """Whether a that-clause or a quotation follows the verb."""
        return self.after is not None and (self.after.tag == "Q" or self.after.low in _CONTENT)

    def _ends(self, told: Phrase | None) -> bool:
        """Whether nothing but place, time, hearer or a quotation comes after the verb."""
        at = told.last + 1 if told is not None else self.at + 1
        while at < len(self.tokens) and self.tokens[at].tag in "PYTU":
            prepositional = self.tokens[at].tag == "P"
            phrase = phrase_starting(self.tokens, at + 1) if prepositional else None
            at = phrase.last + 1 if phrase is not None else at + 1
        if at >= len(self.tokens):
            return True
        token = self.tokens[at]
        return token.tag in ".Q;,:" or token.low in CITING | {"as", "after"}

    def _clause_start(self, subject: Phrase) -> int:
        """Where the clause begins that a comma before the subject belongs to ("In Paris, X")."""
        for at in range(subject.outer - 2, 0, -1):
            opens = self.tokens[at].low in lx.CLAUSE_OPENERS and self.tokens[at - 1].tag in ",;"
            if opens or self.tokens[at].tag == ";":
                return self.tokens[at].start
        return 0

    def _clause_end(self) -> int:
        """Where an introductory clause ("While X said so, ...") or the sentence ends."""
        rest = self.tokens[self.at :]
        introductory = self.tokens[0].tag == "S"
        if introductory and all(t.tag != "," for t in self.tokens[1 : self.at]):
            return next((t.start for t in rest if t.tag == ","), rest[-1].end)
        return rest[-1].end

    def _passive(self) -> Report | None:
        """As in "was confirmed by X", X's word; "it was reported" is nobody's."""
        if self.after is None or self.after.low != "by":
            return None
        # "accused by critics of lying": what they are accused of is no part of who accuses.
        end = next(
            (i for i in range(self.at, len(self.tokens)) if self.tokens[i].low == "of"), None
        )
        agent = phrase_starting(
            self.tokens[: end if self.verb.lemma == "accuse" else None], self.at + 2
        )
        if agent is None:
            return None
        whole = replace(self._whole(agent), trailing=False)
        relative = self.left >= 0 and self.tokens[self.left].low in _RELATIVE
        if not relative:
            return whole
        return replace(whole, start=self.tokens[self.left].start, inner=True)

    def _participle(self, *, progressive: bool) -> Report | None:
        """As in "are now reporting", "with X calling it", ", warning that", "a note saying"."""
        if self.verb.lemma == "say" and self.at and self.tokens[self.at - 1].low == "as":
            return self._quoted_as()
        if progressive:
            strong = self.verb.force is not lx.Force.WEAK
            subject = subject_before(self.tokens, self.left, strong=strong)
            return self._over_clause(subject) if subject is not None else None
        if self.left < 0:
            return None
        before = self.tokens[self.left]
        if before.tag in ",K" or before.low == "by" or self.verb.lemma == "say":
            speaker = first_subject(self.tokens, self.left)
        else:
            speaker = phrase_ending(self.tokens, self.left, strong=False)
            opener = speaker.first - 1 if speaker is not None else -1
            if opener < 0 or self.tokens[opener].low not in {"with", "amid"}:
                return None
        if speaker is None:
            return None
        start, end = self.tokens[self.at].start, self.tokens[-1].end
        # "X took to Twitter, saying ...": what X did was to speak.
        spoke = self.verb.lemma in lx.UTTERING or any(
            t.tag == "K" or t.text in PLATFORMS for t in self.tokens[: self.at]
        )
        start = 0 if spoke and self.verb.force is not lx.Force.WEAK else start
        return Report(speaker, self.verb.lemma, self.at, start, end, self.cited, weak=True)

    def _quoted_as(self) -> Report | None:
        """As in "X was quoted (by Y) as saying (by Y)"."""
        for at in range(self.at - 2, max(-1, self.at - _NEAR), -1):
            if self.tokens[at].low not in {"quoted", "cited"}:
                continue
            speaker = phrase_ending(self.tokens, left_of(self.tokens, at), strong=True)
            if speaker is None:
                return None
            near = range(at, min(len(self.tokens), self.at + 3))
            by = next((k for k in near if self.tokens[k].low == "by"), None)
            carrier = phrase_starting(self.tokens, by + 1) if by is not None else None
            return replace(self._whole(speaker), told=carrier)
        return None
