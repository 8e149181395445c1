"""The report that one verb makes: its speaker, its scope, whom it cites and who was told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.adjuncts import GOING_ON, PLATFORMS, TOOK, is_contracted, left_of
from retrieval.answer.attribution.authors import author_of, speaker_of
from retrieval.answer.attribution.content import clause_follows, content_follows, ends, told
from retrieval.answer.attribution.pairs import pair
from retrieval.answer.attribution.phrases import Phrase, phrase_ending, phrase_starting
from retrieval.answer.attribution.reporting import reports
from retrieval.answer.attribution.scopes import (
    RELATIVES,
    clause_end,
    clause_start,
    depends,
    opener_of,
    restricting,
    subordinate,
)
from retrieval.answer.attribution.shares import is_share, nobody
from retrieval.answer.attribution.subjects import (
    agrees,
    first_subject,
    subject_after,
    subject_before,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.tagging import Token

_ABOUT = frozenset({"of", "about", "against"})
# Passives of these have no speaker but where one is named: "was reported", "was expected".
_IMPERSONAL = frozenset({"report", "say", "believe", "expect"})
# How far before "as saying" its "quoted" may be, in tokens.
_NEAR = 12


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
        passive = passive or is_contracted(self.tokens, self.at, self.left)
        if not reports(self.tokens, self.at, self.left, passive=passive):
            return None
        if passive and self.verb.form is lx.Form.PAST:
            return self._passive()
        allowed = {"be"} if passive else set()
        allowed |= {"to"} if self._goes_on() else set()
        # "did say"
        allowed |= {"did", "do", "does"} if len(self.between) == 1 else set()
        if any(t.low in lx.MODALS - allowed for t in self.between):
            return None
        if self.verb.form is lx.Form.ING:
            return self._participle(progressive=passive)
        inverted = subject_after(self.tokens, self.at, self.verb)
        found = self._whole(inverted) if inverted is not None else self._active()
        hearsay = found is not None and any(t.low in lx.HEARSAY for t in self.between)
        return replace(found, start=found.end, inner=True) if found and hearsay else found

    def _goes_on(self) -> bool:
        """As in "went on to say", not "used it on Monday to say"."""
        return any(t.low in (GOING_ON | TOOK) - {"on"} for t in self.between)

    def _active(self) -> Report | None:
        strong = self.verb.force is not lx.Force.WEAK
        subject = subject_before(self.tokens, self.left, strong=strong)
        auxiliary = self._goes_on() or any(t.tag == "X" for t in self.between)
        both = pair(self.tokens, subject) if subject is not None else None
        auxiliary = auxiliary or (both is not None and self.verb.form is lx.Form.BASE)
        if subject is None or not agrees(subject, self.verb, auxiliary=auxiliary):
            return None
        subject = both or subject
        if nobody(self.tokens, subject):
            return None
        if self.verb.force is lx.Force.CLOSED and not clause_follows(self.tokens, self.at):
            beside = self.tokens[subject.outer - 1].tag if subject.outer else ""
            asked = beside == "Q" and self.verb.lemma in lx.UTTERING
            closes = ends(self.tokens, self.at, None)
            leads_in = self.tokens[-1].tag == ":"
            if not asked and not (closes and (leads_in or (beside and beside in "Q,"))):
                return None
        impersonal = subject.noun in {"it", "they"} and not strong
        evidence = self.verb.lemma in lx.EVIDENCE and subject.head in "NM"
        given = self.after is not None and self.after.low == "to"
        if self.verb.lemma == "suggest" and subject.noun != "it" and not given:
            # "Moen suggested the board would resign"
            evidence = evidence and not clause_follows(self.tokens, self.at)
        if (impersonal or evidence) and not content_follows(self.tokens, self.at):
            return None
        return self._over_clause(subject)

    def _writing(self) -> bool:
        """Whether words are in the making: "filed a brief with the court arguing that"."""
        if self.verb.force is not lx.Force.STRONG or not content_follows(self.tokens, self.at):
            return False
        clause = next((i for i in range(self.left, 0, -1) if self.tokens[i].tag in ",;:Q-"), 0)
        return any(t.tag == "K" for t in self.tokens[clause : self.left])

    def _over_clause(self, subject: Phrase) -> Report | None:
        """The report of an active verb over its clause, or the sentence where it trails."""
        hearer = told(self.tokens, self.at)
        speaker, holder = speaker_of(self.tokens, subject)
        before = self.tokens[subject.outer - 1] if subject.outer else None
        opener = opener_of(self.tokens, subject)
        # "as X put it"
        said = self.at + (self.verb.lemma == "put" and self.after is not None)
        bare = not clause_follows(self.tokens, said) or ends(self.tokens, said, hearer)
        # "as it warned of delays" has its content after it, "as it warned" before or around it.
        as_such = self.after is None or self.after.tag in ",.:" or said > self.at
        if not as_such and self.after is not None:
            as_such = self.verb.force is not lx.Force.WEAK and self.after.low not in _ABOUT
        frames = opener == "as" and as_such
        if bare and before is not None and (before.tag in ",Q-" or frames):
            return replace(self._whole(speaker), cited=self.cited or holder)
        if hearer is not None and ends(self.tokens, self.at, hearer) and self._told_nothing(hearer):
            return None
        comma = before is not None and before.tag == ","
        start = clause_start(self.tokens, subject) if comma else self.tokens[subject.outer].start
        relative = restricting(self.tokens, subject, self.left, self.at)
        inner = depends(self.tokens, subject, opener, self.at)
        return Report(
            speaker,
            self.verb.lemma,
            self.at,
            start,
            clause_end(self.tokens, self.at),
            self.cited or holder,
            hearer,
            inner=inner or relative is not None,
        )

    def _told_nothing(self, hearer: Phrase) -> bool:
        """Whether the telling is the news: "the firm told the ministry on Friday"."""
        said = self.tokens[: self.at], self.tokens[hearer.last + 1 :]
        return not any(t.tag in "Q:" for part in said for t in part)

    def _whole(self, speaker: Phrase) -> Report:
        """A report over the whole sentence."""
        end = self.tokens[-1].end
        hearer = told(self.tokens, self.at)
        return Report(speaker, self.verb.lemma, self.at, 0, end, self.cited, hearer, trailing=True)

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
        if agent is None or agent.head not in "NRBOKMG" or is_share(agent):
            return None
        whole = replace(self._whole(agent), trailing=False)
        opener = self.left
        # "which split the party and were opposed by X"
        if opener > 0 and self.tokens[opener].tag == "C":
            clause = range(opener - 1, 0, -1)
            opener = next((i for i in clause if self.tokens[i].tag in ",;:Q"), opener - 1) + 1
        if opener < 0 or self.tokens[opener].low not in RELATIVES:
            return whole
        return replace(whole, start=self.tokens[opener].start, inner=True)

    def _participle(self, *, progressive: bool) -> Report | None:
        """As in "are now reporting", "with X calling it", ", warning that", "a note saying"."""
        if self.verb.lemma == "say" and self.at and self.tokens[self.at - 1].low == "as":
            return self._quoted_as()
        if progressive:
            strong = self.verb.force is not lx.Force.WEAK
            subject = subject_before(self.tokens, self.left, strong=strong)
            # "is writing a guide", "is adding jobs"
            acts = self.verb.force is lx.Force.CLOSED and not clause_follows(self.tokens, self.at)
            return self._over_clause(subject) if subject is not None and not acts else None
        if self.left < 0:
            return None
        before = self.tokens[self.left]
        if before.tag in ",K" or before.low == "by" or self.verb.lemma == "say" or self._writing():
            speaker = first_subject(self.tokens, self.left)
        else:
            speaker = phrase_ending(self.tokens, self.left, strong=False)
            opener = speaker.first - 1 if speaker is not None else -1
            if opener < 0 or self.tokens[opener].low not in {"with", "amid"}:
                return None
        if speaker is None:
            return None
        speaker, _ = author_of(self.tokens, speaker)
        start, end = self.tokens[self.at].start, self.tokens[-1].end
        # "X took to Twitter, saying ...": what X did was to speak.
        spoke = self.verb.lemma in lx.UTTERING or any(
            t.tag == "K" or t.text in PLATFORMS for t in self.tokens[: self.at]
        )
        start = 0 if spoke and self.verb.force is not lx.Force.WEAK else start
        # "before X left the town by accusing ..., Y came"
        inner = before.low == "by" and subordinate(opener_of(self.tokens, speaker))
        return Report(
            speaker, self.verb.lemma, self.at, start, end, self.cited, weak=True, inner=inner
        )

    def _quoted_as(self) -> Report | None:
        """As in "X was quoted (by Y) as saying (by Y)"."""
        for at in range(self.at - 2, max(-1, self.at - _NEAR), -1):
            if self.tokens[at].low not in {"quoted", "cited"}:
                continue
            speaker = subject_before(self.tokens, left_of(self.tokens, at), strong=True)
            if speaker is None:
                return None
            near = range(at, min(len(self.tokens), self.at + 3))
            by = next((k for k in near if self.tokens[k].low == "by"), None)
            carrier = phrase_starting(self.tokens, by + 1) if by is not None else None
            return replace(self._whole(speaker), told=carrier)
        return None
