"""From a role to the person who holds it: "the spokesman", "the senator", "Ukraine's president".

The nearest earlier mention of the role with a name wins, a plain one ("President X") before one
that is another's ("Russian President Y", "former President Z"); a later one counts where there is
none before.
"""

from __future__ import annotations

import re

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.tagging import tokenize

_WORD = r"[A-Z][\w’-]+"
_MORE = rf"(?:[^\S\n](?:[A-Z]\.|{_WORD}|de|van|von|bin|al))"
_INITIALS = r"(?:[A-Z]\.[^\S\n]?)"
_NAME_AFTER = re.compile(rf"[^\S\n]+(?P<name>{_INITIALS}*{_WORD}{_MORE}{{0,3}})")
_FULL = rf"(?:{_INITIALS}+{_WORD}|{_WORD}{_MORE}){_MORE}{{0,2}}"
# "X, the firm’s clerk", but not "X, with the clerk" and "X, who is a friend of the clerk".
_NAME_AND_COMMA = re.compile(
    rf"(?P<name>{_FULL}),\s(?!(?:after|and|as|but|if|in|is|on|that|to|was|when|where|which|while|who|whose|with)\b)"
    r"[^,.;“”\"]{0,50}$"
)
# "The clerk, Ida Moen, said"
_COMMA_AND_NAME = re.compile(rf",\s(?P<name>{_FULL})(?=[,.;)])")
_NEXT_WORD = re.compile(r"[^\S\n]+([a-z]+)\b")
_KIN = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir) [a-z]+, $")
# What a description of somebody goes on with behind his role: "X, the president of Acme".
_GOES_ON = lx.PREPOSITIONS | lx.CONJUNCTIONS | {"since", "when", "who", "whose"}
# Other spellings of a role; the name stands after or before any of them.
_SPELLINGS = (
    (re.compile(r"spokes(?:man|woman|person)$"), r"spokes(?:man|woman|person)"),
    (re.compile(r"senator$"), r"sen(?:\.|ator)"),
    (
        re.compile(r"(?:congress(?:wo)?man|representative|lawmaker)$"),
        r"(?:rep\.|congress(?:wo)?man)",
    ),
    (re.compile(r"governor$"), r"gov(?:\.|ernor)"),
    (re.compile(r"general$"), r"gen(?:\.|eral)"),
    (re.compile(r"colonel$"), r"(?:col\.|colonel)"),
    (re.compile(r"professor$"), r"prof(?:\.|essor)"),
    (re.compile(r"(?:pope|pontiff)$"), r"pope"),
)
# "The attorney general" is as long as a plain role gets.
_LONGEST_ROLE = 2
# What sets another holder of the role apart, unless the role itself has the word.
_OTHERS = frozenset({"former", "co", "ex", "late", "vice", "deputy", "acting", "then", "assistant"})
_OWN_COUNTRY = frozenset({"U.S.", "US", "American", "The", "Republican", "Democratic"})
_SAME_COUNTRY = 4
_MARKS = frozenset(",:;–—")


def role_holder(role: str, text: str, before: int) -> tuple[str, int] | None:
    """The name that a role was given: "spokesperson Dmitry Peskov", "X, the chancellor"."""
    if re.search(r"\s(?:of|for|at|in)\s", role):
        return _described(role, text)
    words = [w for w in re.findall(r"[\w’'.-]+", role) if w.lower() not in lx.DETERMINERS]
    owner = words[0] if len(words) > 1 and re.search(r"[’']s?$", words[0]) else ""
    for size in (2, 1):
        # An inspector general is no general.
        if len(words) < size or (size == 1 < len(words) and words[-1].lower() == "general"):
            continue
        said = {w.lower() for w in words[:-size]}
        noun = " ".join(words[-size:])
        mentions = [
            (plain, found)
            for match in re.finditer(rf"\b{_shape(noun)}(?!\w)", text, re.IGNORECASE)
            if (plain := _plain(text, match.start(), said, owner)) is not None
            and (found := _named(match, text, plain=True)) is not None
        ]
        if mentions:
            earlier = [m for m in mentions if m[1][1] < before] or mentions[:1]
            return max(earlier, key=lambda m: (m[0], m[1][1]))[1]
    return None


def bears(name: str, role: str, text: str) -> bool:
    """Whether somebody is somewhere called by a plain role: "Senator X", "Sen. Ida X"."""
    article, _, noun = role.partition(" ")
    plain = article.lower() in lx.ARTICLES and noun.islower() and noun.count(" ") < _LONGEST_ROLE
    if not plain or noun.endswith("lady"):
        return False
    surname = re.escape(name.rsplit(maxsplit=1)[-1])
    title = rf"\b(?i:{_shape(noun)})(?!\w)[^\S\n](?:[A-Z][\w.’'-]*[^\S\n]){{0,2}}{surname}\b"
    return any(_plain(text, match.start(), set(), "") for match in re.finditer(title, text))


def _described(role: str, text: str) -> tuple[str, int] | None:
    """Who is introduced in the very words: "the head of the board, Ida Moen", "X, head of ..."."""
    words = role.split()
    words = words[1:] if words[0].lower() in lx.DETERMINERS else words
    shape = r"\s+".join(map(re.escape, words))
    for match in re.finditer(rf"(?:(?P<name>{_FULL}),\s(?:the\s)?)?\b{shape}\b", text):
        found = _named(match, text) if match["name"] is None else None
        if match["name"] is not None:
            found = _bare_name(match["name"], match.start("name"))
        if found is not None:
            return found
    return None


def _shape(noun: str) -> str:
    for written, shape in _SPELLINGS:
        if written.match(noun.lower()):
            return shape
    return re.escape(noun)


def _plain(text: str, start: int, said: set[str], owner: str) -> bool | None:
    """Whether the role at `start` is nobody else's; None where it is another's than asked for."""
    words = re.findall(r"[\w’'.-]+", text[max(0, start - 40) : start].rpartition("\n")[2])
    near = words[-1] if words else ""
    if near.lower().rstrip("-") in _OTHERS - said:
        return None
    # "However, President X", "It left Veld. President X", "On Monday President X"
    parted = near.endswith(".") and near not in _OWN_COUNTRY
    if parted or near.lower() in lx.TIMES or text[:start][-2:-1] in _MARKS:
        near = ""
    if owner:
        return True if owner[:_SAME_COUNTRY] in {w[:_SAME_COUNTRY] for w in words[-2:]} else None
    return not near[:1].isupper() or near in _OWN_COUNTRY


def _named(match: re.Match[str], text: str, *, plain: bool = False) -> tuple[str, int] | None:
    """The name beside a role: after it, or before it and a comma; of a `plain` one after both."""
    after = _NAME_AFTER.match(text, match.end())
    # "Attorney General X" is no attorney.
    if after is not None and not after["name"].startswith("General "):
        return _bare_name(after["name"], after.start("name"))
    apart = _COMMA_AND_NAME.match(text, match.end()) if plain else None
    if apart is not None:
        return _bare_name(apart["name"], apart.start("name"))
    follows = _NEXT_WORD.match(text, match.end())
    if follows is not None and follows[1] not in _GOES_ON:
        # "... fired X, his attorney said": no second comma closes a description of X.
        return None
    window = max(0, match.start() - 120)
    ahead = _NAME_AND_COMMA.search(text[window : match.start()])
    # "his wife, X, the clerk said"
    at = window + ahead.start("name") if ahead is not None else 0
    if ahead is None or _KIN.search(text[max(0, at - 20) : at]):
        return None
    return _bare_name(ahead["name"], at)


def _bare_name(run: str, start: int) -> tuple[str, int] | None:
    tokens = tokenize(run)
    first = len(tokens) - 1
    if tokens[first].tag != "N":
        return None
    while first > 0 and (tokens[first - 1].tag == "N" or tokens[first - 1].text == "Per"):
        first -= 1
    return run[tokens[first].start :], start + tokens[first].start
