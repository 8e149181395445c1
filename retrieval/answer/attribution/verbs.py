"""What single verbs need around them to report: "put it at 3 percent", not "put it away"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from retrieval.answer.attribution.tagging import Token

_FIGURES = frozenset(
    {"about", "almost", "around", "between", "just", "least", "less", "more", "nearly", "over"}
    | {"roughly", "some", "twice", "under", "up"}
)
_SCALED = frozenset({"higher", "lower"})
_COURTS = frozenset({"court", "judge", "judges", "jury", "panel", "tribunal"})
_VOTING = frozenset(
    {"board", "cabinet", "congress", "council", "house", "legislature", "parliament", "senate"}
)
# Whom these question they hold.
_POLICE = frozenset(
    {"agent", "agents", "cops", "detective", "detectives", "investigators", "officer", "officers"}
    | {"police"}
)
# What somebody is called for: "called Lund to concede".
_BY_TELEPHONE = frozenset(
    {"apologise", "apologize", "ask", "complain", "concede", "congratulate", "discuss", "express"}
    | {"offer", "say", "tell", "thank", "warn", "wish"}
)
# Who denies one of these says that it is not so, and rules on nothing.
_DENIED = frozenset(
    {"accusation", "accusations", "allegation", "allegations", "claim", "claims", "it"}
    | {"wrongdoing"}
)
# Words, besides those of the lexicon, that are said when they are issued.
_CLAIMED = frozenset({"life", "lives", "victims"})
_ISSUED = frozenset({"apology", "denial", "warning", "warnings"})
# What follows "told" where somebody else told: "workers told to stay".
_DONE_TO_HEARER = frozenset({",", "not", "to"})
_QUESTIONS = frozenset({"about", "how", "if", "what", "when", "where", "whether", "who", "why"})
# How far the answer after "responded by", or a figure, may be, in tokens.
_NEAR = 12
# How far after its verb a quotation makes it report, in tokens.
_BESIDE = 4


def _asks(tokens: Sequence[Token], at: int, _left: int) -> bool | None:
    """As in "asked whether", "asked."; not "asked the court to act"."""
    if any(t.tag == "Q" for t in tokens[: at + _BESIDE]):
        return None
    after = tokens[at + 1 : at + _NEAR]
    # "asked the clerk to say whether" is a request.
    asked = next((i for i, t in enumerate(after) if t.low == "to"), len(after))
    return not after or after[0].tag in ".," or any(t.low in _QUESTIONS for t in after[:asked])


def _rules(tokens: Sequence[Token], at: int, left: int) -> bool | None:
    """What a court dismisses or denies, or a council rejects, it does not say."""
    deciding = _COURTS | _VOTING if lx.VERBS[tokens[at].low].lemma == "reject" else _COURTS
    court = left >= 0 and tokens[left].low in deciding
    if court and any(t.low in _DENIED for t in tokens[at + 1 : at + _BESIDE]):
        return None
    says = any(t.tag == "Q" or t.low == "that" for t in tokens[at + 1 : at + _BESIDE])
    return False if court and not says else None


def _continues(tokens: Sequence[Token], _at: int, _left: int) -> bool | None:
    """Words go on beside a quotation; anything else, "the strike continues", anywhere."""
    return None if any(t.tag in "Q:" for t in tokens) else False


def _admits(tokens: Sequence[Token], at: int, _left: int) -> bool | None:
    """As in "admitted to lying"; not "those admitted to the camp"."""
    after = [t.low for t in tokens[at + 1 : at + 3]]
    return after[1].endswith("ing") if len(after) > 1 and after[0] == "to" else None


def _shows(tokens: Sequence[Token], at: int, left: int) -> bool | None:
    """As in "..., documents show."; not "the strain shows."."""
    closes = at + 1 >= len(tokens) or tokens[at + 1].tag in ".,"
    return (left >= 0 and tokens[left].tag == "K") if closes else None


def _goes(tokens: Sequence[Token], at: int, _left: int) -> bool:
    """As in `the statement went on` beside a quotation."""
    closes = at + 2 >= len(tokens) or tokens[at + 2].tag in ".,:Q"
    return closes and tokens[at + 1].low == "on" and any(t.tag == "Q" for t in tokens[:at])


def _responds(tokens: Sequence[Token], at: int, _left: int) -> bool:
    """As in "responded by saying", `"...," she responded`."""
    after = next((t for t in tokens[at + 1 :] if t.tag != "T"), None)
    if after is not None and after.tag in ".," and tokens[at + 1] is not after:
        # "The town responded sharply."
        return any(t.tag == "Q" for t in (*tokens[:at], *tokens[at : at + _BESIDE]))
    if after is None or after.tag in ".,:QC" or after.low == "that":
        return True
    # As in "responded on its blog" before a colon and the words.
    led_in = any(one.tag == ":" and two.tag == "Q" for one, two in pairwise(tokens[at:]))
    if led_in or any(t.tag == "Q" for t in tokens[:at]):
        return True
    words = [t.low for t in tokens[at + 1 : at + _NEAR] if t.tag != "T"]
    return any(
        a == "by" and b in lx.VERBS and lx.VERBS[b].form is lx.Form.ING for a, b in pairwise(words)
    )


def _agrees(tokens: Sequence[Token], at: int, _left: int) -> bool | None:
    """As in "agreed with the clerk that"."""
    near = tokens[at + 1 : at + _NEAR]
    with_whom = bool(near) and near[0].low == "with"
    return any(t.low == "that" for t in near) if with_whom else None


def _questions(tokens: Sequence[Token], at: int, left: int) -> bool | None:
    """As in "officers questioned why"; not "officers questioned two men"."""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    # "Officers detained and questioned two men"
    both = left >= 0 and tokens[left].tag == "C"
    who = tokens[: left + 1] if both else tokens[max(0, left) : left + 1]
    held = any(t.low in _POLICE for t in who) and after not in _QUESTIONS
    return False if held else None


def _calls(tokens: Sequence[Token], at: int, _left: int) -> bool | None:
    """As in "called it a ruin"; not "called Lund to concede"."""
    near = tokens[at + 1 : at + 2 + _NEAR // 2]
    rung = any(a.low == "to" and b.low in _BY_TELEPHONE for a, b in pairwise(near))
    return False if rung and not any(t.tag in "Q:" for t in near) else None


def _claims(tokens: Sequence[Token], at: int, _left: int) -> bool | None:
    """As in "claimed five lives", but "claimed that two lives were lost"."""
    near = tokens[at + 1 : at + _NEAR]
    taken = next((i for i, each in enumerate(near) if each.low in _CLAIMED), None)
    if taken is None or any(each.tag in "SVX" for each in near[: taken + 2]):
        return None
    return False


def _considers(tokens: Sequence[Token], at: int, _left: int) -> bool | None:
    """What is being considered is not said."""
    return False if lx.VERBS[tokens[at].low].form is lx.Form.ING else None


def _refers(tokens: Sequence[Token], at: int, _left: int) -> bool | None:
    """As in "referred to the deal as “a gift”"; whatever else is referred to is not said."""
    return None if any(t.tag == "Q" for t in tokens[at:]) else False


def _identifies(tokens: Sequence[Token], at: int, _left: int) -> bool | None:
    """As in "identified the man as Ida Moen"; whoever is identified otherwise is found."""
    return None if any(t.low == "as" for t in tokens[at + 1 : at + _NEAR]) else False


def _issues(tokens: Sequence[Token], at: int, _left: int) -> bool | None:
    """As in "issued a statement"; not "issued a ruling"."""
    issued = tokens[at + 1 : at + _NEAR // 2]
    return None if any(t.tag in "KQ" or t.low in _ISSUED for t in issued) else False


def _puts(tokens: Sequence[Token], at: int, _left: int) -> bool:
    """As in "put the damage at $3 million", "put it higher"; not "put lives at risk"."""
    near = tokens[at + 1 : at + _NEAR]
    if len(near) > 1 and near[0].low == "it":
        # "as Moen put it in May"
        closes = near[1].tag in ".,:-Q" or near[1].low in _SCALED
        named = any(t.low == "as" for t in tokens[max(0, at - _NEAR) : at])
        if closes or (named and near[1].tag in "PYT"):
            return True
    return any(a.low == "at" and (b.tag in "UQ$£€" or b.low in _FIGURES) for a, b in pairwise(near))


def _tells(tokens: Sequence[Token], at: int, _left: int) -> bool | None:
    """As in "told the court"; not "workers told to stay", "all told,"."""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    quoted = any(t.tag == "Q" for t in tokens[:at])
    return False if after in _DONE_TO_HEARER and not quoted else None


# Whether a verb, by its lemma, reports; None where what holds of all verbs decides.
OWN_RULES: dict[str, Callable[[Sequence[Token], int, int], bool | None]] = {
    "admit": _admits,
    "agree": _agrees,
    "ask": _asks,
    "call": _calls,
    "claim": _claims,
    "consider": _considers,
    "continue": _continues,
    "deny": _rules,
    "dismiss": _rules,
    "go": _goes,
    "identify": _identifies,
    "issue": _issues,
    "put": _puts,
    "question": _questions,
    "refer": _refers,
    "reject": _rules,
    "respond": _responds,
    "show": _shows,
    "tell": _tells,
}
