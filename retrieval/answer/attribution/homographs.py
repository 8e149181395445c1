"""Whether a word that is spelled like a verb of reporting is one, or a noun: "charges", "views"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answer.attribution.tagging import Token

# What may precede a noun "report" or "claims", where a verb of that spelling may not stand.
_BEFORE_NOUN = "DGUWPKOY,V"
_OBJECTS = frozenset(
    {"her", "herself", "him", "himself", "itself", "me", "that", "them", "themselves", "us"}
)
# What is done beside the saying: "Moen, speaking of his home, said".
_NEVER = frozenset({"raising", "referring", "speaking"})
_ONE = frozenset({"a", "an", "another"})
_ON_AIR = frozenset({"game", "news", "radio", "reality", "talk", "television", "tv"})
_WITH_PLURALS = frozenset({"are", "aren't", "have", "were", "weren't"})
# Verbs whose third person, and base form, are nouns as often.
_NOUNS_TOO = frozenset(
    {"answer", "appeal", "boast", "call", "challenge", "charge", "claim", "comment", "demand"}
    | {"dispute", "doubt", "estimate", "fear", "forecast", "hint", "hope", "label", "note"}
    | {"object", "point", "post", "praise", "promise", "protest", "question", "rate", "reply"}
    | {"report", "request", "rule", "signal", "state", "text", "view", "vow", "worry"}
)
# How many words stand before an adjective's noun at least where an article may be one of them.
_PAST = 2
_ADJECTIVES = frozenset(
    {"american", "british", "chinese", "democratic", "european", "french", "global", "islamic"}
    | {"israeli", "palestinian", "russian", "ukrainian", "western"}
)


def verb_tag(tokens: Sequence[Token], i: int) -> str:
    """The letter of what is spelled as a verb after another word: it may be a noun."""
    token, before = tokens[i], tokens[i - 1]
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    # "talk show host Ida Moen"
    if _is_no_report(token, after) or (token.low == "show" and before.low in _ON_AIR):
        return "W"
    # As in "As the Veld Press reports:".
    leads_in = after is not None and after.tag == ":" and before.tag in "NO"
    named = leads_in and before.text[0].isupper() and token.low.endswith("s")
    if named or _closes(tokens, i) or _opens_content(token, before, after):
        return "V"
    noun = before.tag in _BEFORE_NOUN or (after is not None and after.tag in "VX")
    # "A board report from May", "a long-awaited board report"
    one = i > 1 and _opens_with_one(tokens, i - 2)
    noun = noun or (one and lx.VERBS[token.low].form is lx.Form.BASE)
    if token.low in lx.SPEECH and noun:
        return "K"
    gerund = token.low.endswith("ing") and before.tag in "DG"
    adverb = before.tag == "T" and i > 1 and tokens[i - 2].tag in "DG"
    # "Moen's alleged abuse", but "Moody's predicted that ..."
    owned = before.tag == "G" and after is not None and after.tag in "WNKRBOQ"
    modifier = before.low in lx.ARTICLES or before.low == "one" or adverb or owned
    # "a series of alleged thefts", but "the man she wrote to said"
    modifier = modifier or (before.tag == "P" and after is not None and after.tag in "WNKRBO")
    # "rates were"
    plural = after is not None and after.low in _WITH_PLURALS and token.low.endswith("s")
    noun = plural or gerund or _is_plainly_noun(tokens, i)
    return "W" if noun or (token.low.endswith("ed") and modifier) else "V"


def _opens_with_one(tokens: Sequence[Token], at: int) -> bool:
    """Whether what a token belongs to is one of something, whose verb has another ending."""
    while at > 0 and tokens[at].tag in "WB" and tokens[at].low not in _ONE:
        at -= 1
    return tokens[at].low in _ONE


def _is_no_report(token: Token, after: Token | None) -> bool:
    """As in "went home", "fired a clerk", "charging documents", "a move raising questions"."""
    if token.low in _NEVER:
        return True
    particle = lx.PHRASAL.get(lx.VERBS[token.low].lemma)
    if particle is not None:
        return after is None or after.low not in particle
    return token.low == "charging" and after is not None and after.tag == "K"


def _closes(tokens: Sequence[Token], i: int) -> bool:
    """As in `"...," an affidavit claims.`, "..., court documents filed on Monday claim."."""
    if i + 1 < len(tokens) and tokens[i + 1].tag not in ".,":
        return False
    around = tokens[: i + 3]
    quoted = tokens[i].low.endswith("s") and any(t.tag == "Q" for t in around)
    return quoted or (tokens[i - 1].tag != "D" and _papers_before(tokens, i))


def _papers_before(tokens: Sequence[Token], i: int) -> bool:
    """Whether "documents", with no article, stands between the last comma and token i."""
    comma = next((k for k in range(i - 1, 0, -1) if tokens[k].tag == ","), i)
    words = tokens[comma + 1 : i]
    plural = any(t.tag == "K" and t.low.endswith("s") for t in words)
    return plural and not any(t.low in lx.ARTICLES or t.tag in "PX" for t in words[:1])


def _opens_content(token: Token, before: Token, after: Token | None) -> bool:
    """As in "X, a clerk, claims that" and "the media report that"."""
    if after is None or token.low not in lx.SPEECH:
        return False
    if before.tag == "," and token.low.endswith("s"):
        return after.low == "that" or after.tag in "DM"
    return before.low == "media" and after.low == "that"


def _opens_object(token: Token) -> bool:
    """Whether what a verb says or does to somebody may begin with a token."""
    return token.tag in "DNMGUSQRBO:," or token.low in _OBJECTS


def _is_plainly_noun(tokens: Sequence[Token], i: int) -> bool:
    """As in "in view", "X's views on it", "charges that could", "Democratic demands"."""
    token, before = tokens[i], tokens[i - 1]
    verb = lx.VERBS[token.low]
    if verb.form not in {lx.Form.BASE, lx.Form.THIRD}:
        return False
    # "answer questions on it"
    asked = before.low == "answer" and verb.lemma == "question"
    if (before.tag == "P" and before.low != "to") or asked:
        return True
    if verb.lemma not in _NOUNS_TOO:
        return False
    following = tokens[i + 1 : i + 3]
    after = following[0] if following else None
    if after is None or verb.form is lx.Form.BASE:
        return False
    # "Suicide rates also rose" opens with no name; "Acme rates the firm" does.
    needed = after.low in lx.NEEDS.get(verb.lemma, ())
    if i == 1 and before.tag == "N" and not needed and not _opens_object(after):
        return True
    relative = after.low == "that" and following[-1].tag in "XV"
    owned = before.tag == "G" and after.tag == "P"
    described = before.low in _ADJECTIVES and before.tag == "N"
    # "faces criminal charges that he", but "the suit charges that he"
    charged = (
        verb.lemma == "charge" and before.tag == "W" and (i < _PAST or tokens[i - 2].tag != "D")
    )
    relative = relative or (after.low == "that" and charged)
    # "resisted U.S. demands to"
    verb_before = i > 1 and tokens[i - 2].tag == "W" and tokens[i - 2].low.endswith("ed")
    return relative or owned or described or (verb_before and after.tag == "P")
