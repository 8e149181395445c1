"""Whether a text is one whole question: what it is instead, and what to do, is the error."""

from __future__ import annotations

import re
import unicodedata

from retrieval.answer.language.lexicon import AUXILIARIES, STOPWORDS, VAGUE, WH, words
from retrieval.answer.question import capitals
from retrieval.answer.question.matter import STOPPED, topic
from retrieval.errors import QuestionError

FEWEST_WORDS = 2
# So many characters of a writing without spaces are a question: Chinese, Japanese, Thai, ...
_FEWEST_UNSPACED = 4
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
# With fewer words of content a remark is no headline's second half: "Tenby quit? I heard it today".
_FEWEST_TOLD = 2
_PRONOUN = re.compile(
    r"^(?:this|that|these|those)\b|\b(?:he|she|it|they|him|her|them|his|its|their)\b", re.IGNORECASE
)
_EXAMPLE = 'like "Did the minister resign?"'
ONE_WORD = f"One word is not a question; ask a whole one, {_EXAMPLE}"

# "And Lavrov?" goes on with a question that was asked before; each is read alone.
_GOING_ON = re.compile(r"^(?:and|but|or|so|then|also|(?:what|how)\s+(?:about|of))\b", re.IGNORECASE)
# "Did Lavrov?", "Will the mayor?" do not say what. "May resigned" is told of a May.
_HALF = AUXILIARIES - {"may", "will"}
_ARTICLES = frozenset("the a an his her its their our".split())
# What people say to a bot before they ask it anything.
_GREETING = frozenset(
    "hello hi hey good morning afternoon evening night bye thanks thank you bot there everyone "
    "everybody all folks guys please help me again".split()
)
# What people say to a bot in a word, and is no matter.
_SAID = _GREETING | frozenset(
    "test testing ping help start stop ok okay yes no lol nice cool wow true false what why".split()
)
_ONE = re.compile(r"#?(?:[A-Z]?[a-z]+|[A-Z]{2,})(?:-[A-Za-z]+)?[.!]?")
_AUX = "|".join(sorted(map(re.escape, AUXILIARIES), key=len, reverse=True))
_ASK_WORDS = f"{_AUX}|{'|'.join(sorted(WH))}"

_BE = r"(?:am|are|is|was|were|aren't|isn't|wasn't|weren't)"
# These are verbs of their own too: "did she resign and have a successor", "say or do".
_HAVE = r"(?:have|had|do|haven't|hadn't|don't)"
# Whom a second question may be about; "... or was dismissed" goes on with the first one's.
_HE = r"(?:he|she|it|they|we|you|i|there)\b"
_NAMED = r"(?-i:[A-Z])\w"
_THE = (
    r"(?:this|that|these|those|the|an?|his|her|its|their|our|my|your|any\w*|some\w*|every\w*|"
    r"no(?:body|thing|\s+one)|all|both|many|most)\b"
)
# Where a page lost its quotation marks, question marks stand in the middle of a sentence.
_MARKED = re.compile(
    rf"(?<=[\w\"'.])\?[?!]*\s[\s?!]*(?=[\"'(]?(?-i:[A-Z])|@\w|(?:and|or|but|{_ASK_WORDS})\b)",
    re.IGNORECASE,
)
_SECOND = re.compile(
    r",?\s+(?:and|or|but)\s+(?:also\s+|then\s+|if\s+(?:so|not|yes)\s*,?\s+)?(?:"
    rf"(?:{_AUX})\s+{_HE}|(?!{_BE}\s)(?:{_AUX})\s+{_NAMED}"
    # "Did one win or did two?": only a subject can come after these.
    r"|(?:did|does|didn't|doesn't)\s+(?!(?:not|nothing|so|well|that|as|it|more|less)\b)\w"
    r"|how\s+(?:much|many|long|far|often|old)\b|(?:what|when|where|why|how)\s+"
    rf"(?:{_AUX})\s+(?:{_HE}|{_THE}|{_NAMED})|(?:{'|'.join(sorted(WH))})$)"
    rf"|,?\s+or\s+(?!{_HAVE}\s)(?:{_AUX})\s+(?:{_THE}|{_NAMED})",
    re.IGNORECASE,
)
_SPLICED = re.compile(rf",\s*(?:{_AUX})\s+(?:{_HE}|{_THE}|{_NAMED}).*\s\w", re.IGNORECASE)


def whole(asked: str, core: str, *, telling: bool) -> str:
    """The one question of a text, given with its core; raises QuestionError for anything else.

    `telling` is whether the capitals of the text set names apart.
    """
    asked = asked if telling else asked.lower()
    tokens = words(core)
    if not any(letter.isalpha() for token in tokens for letter in token):
        raise QuestionError(f"There is no question in that; ask a whole one, {_EXAMPLE}")
    if len(tokens) < FEWEST_WORDS and not (_unspaced(core) or may_name(asked)):
        raise QuestionError(ONE_WORD)
    if _hangs_on_another(asked) or not _content(core) or _is_half(tokens):
        raise QuestionError(f"Each question stands alone; ask a whole one, {_EXAMPLE}")
    if topic(asked) or topic(core):
        raise QuestionError(
            f"That is a topic, not a question; ask a whole one about it, {_EXAMPLE}", why="topic"
        )
    pieces = [(piece, asked) for piece, asked in _pieces(core, asked) if _content(piece)]
    asking = [piece for piece, asked in pieces if asked]
    if len(asking) > 1 or any(_two(piece) for piece, _ in pieces):
        raise QuestionError(
            f"Those are two questions in one; ask one at a time, {_EXAMPLE}", why="two"
        )
    if asking and not _opens(asking[0]) and (told := _told_behind(asking[0], core)):
        return told
    # A remark behind the question asks nothing; one before it may name whom it is about.
    if asking and len(_content(asking[0])) > 1:
        return core[: core.index(asking[0]) + len(asking[0])]
    return core


def may_name(asked: str) -> bool:
    """Whether a text is a word that may be a name or a matter: "brexit"."""
    word = asked.lower().strip(" #.!")
    none = _SAID | STOPWORDS | AUXILIARIES | WH | VAGUE
    return _ONE.fullmatch(asked.strip()) is not None and word not in none


def _is_half(tokens: list[str]) -> bool:
    """Whether it asks nothing yet: somebody without a deed, or a greeting."""
    small = [token.lower() for token in tokens]
    behind = small[2:] if small[1:2] and small[1] in _ARTICLES else small[1:]
    # "Will resigned" is told of a Will.
    will = small[0] == "will" and (len(behind) < len(small) - 1 or tokens[-1][:1].isupper())
    return ((small[0] in _HALF or will) and len(behind) == 1) or set(small) <= _GREETING


def _unspaced(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= _FEWEST_UNSPACED and all(
        unicodedata.name(letter, "").startswith(_UNSPACED) for letter in letters
    )


def _content(text: str) -> list[str]:
    """The words that name something to look for."""
    return [word for word in capitals.content(text) if word.lower() not in VAGUE]


def _hangs_on_another(asked: str) -> bool:
    """Whether it goes on from another question with a name alone."""
    going_on = _GOING_ON.match(asked)
    if going_on is None:
        return False
    rest = asked[going_on.end() :]
    if any(word.lower() in AUXILIARIES for word in words(rest)):
        return False
    named = {word for name in capitals.names(rest) for word in words(name)}
    content = capitals.content(rest)
    return len(content) <= 1 or named.issuperset(content)


def _pieces(core: str, text: str) -> list[tuple[str, bool]]:
    """The sentences of the core, as far as it matters, each with whether it asks."""
    *marked, last = _MARKED.split(core)
    ended = text.rstrip("\"'” ").endswith(("?", "？"))
    found = []
    for part, asked in (*((part, True) for part in marked), (last, ended)):
        *before, end = STOPPED.split(part)
        found += [(piece, _opens(piece)) for piece in before]
        found.append((end, asked or _opens(end)))
    return found


def _told_behind(doubt: str, core: str) -> str:
    """What a headline tells behind its doubt, where that is more: "Doubts on X? Firm says ...".

    All of it where that alone names nobody: "Tenby in trouble? New charges against her".
    """
    told = core[core.index(doubt) + len(doubt) :].lstrip("?! ")
    if len(_content(told)) <= max(len(_content(doubt)), _FEWEST_TOLD):
        return ""
    first = next(iter(words(told)))
    named = any(name != first for name in capitals.names(told))
    return told if named and _PRONOUN.search(told) is None else core


def _opens(piece: str) -> bool:
    return next(iter(words(piece)), "").lower() in AUXILIARIES | WH


def _two(piece: str) -> bool:
    """Whether a second question is joined to the first: "Did one win or did the other?"."""
    first = words(piece)[0].lower()
    if first not in AUXILIARIES | WH:
        return False
    # "When and where did she speak?" asks once.
    second = _SECOND.search(piece)
    if second is not None and len(words(piece[: second.start()])) > 1:
        return True
    if first in WH:
        return re.search(rf"\w\s+\w.*\s(?:and|or)\s+{first}\b", piece, re.IGNORECASE) is not None
    return _SPLICED.search(piece) is not None
