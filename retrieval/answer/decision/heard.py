"""Which sentences are the voice that a question keeps to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from retrieval.answer.attribution import same_name
from retrieval.answer.decision.asked import Asked, speakers_of, uttering
from retrieval.answer.language.lexicon import AUXILIARIES, stem, words
from retrieval.answer.names.looking import LookedFor
from retrieval.answer.names.namesakes import is_another
from retrieval.answer.names.wording import keys_of_term
from retrieval.models.stance import BESIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.finding.sentence import Sentence
    from retrieval.answer.question.question import Question

# Between whoever says something and the verb: "has also", "later more forcefully".
_BETWEEN: Final = re.compile(r"also|again|later|then|now|more|since|never|not|\w+ly", re.IGNORECASE)
_FARTHEST: Final = 4
# Who does this has said something as well, though nobody is asked for it with these words.
_SAYS_TOO: Final = frozenset(
    map(stem, "cite note contend allege maintain justify assert conclude state".split())
)
# What stands right before a name ("Kremlin spokesman Peskov") and behind it (", the mayor,").
_ROLE_BEFORE: Final = re.compile(r"(?:(?:[\w’'-]+|[A-Z]\w{0,3}\.)[^\S\n]+){1,6}$")
# "Rosenstein and Attorney General Jeff Sessions" are two.
_JOINED: Final = re.compile(r"\b(?:and|or|but|that|than|to|told|said|says|with|by|from)\s")
_ROLE_BEHIND: Final = re.compile(r",\s+(?P<role>[^,;:.\n]{3,90})[,.]")


def heard(
    question: Question, sentences: Sequence[Sentence], decided: NDArray[np.float32], least: float
) -> NDArray[np.float32]:
    """What was decided, shape (n, 4), with what another says beside the point.

    Of sentences that answer with a probability of `least` at least. "According to X" is answered
    by X alone; who is no name is not heard alone where nothing is plainly his ("experts").
    """
    voice = question.voice
    rows = [at for at, row in enumerate(decided) if 1 - float(row[BESIDE]) >= least]
    if voice is None or not rows:
        return decided
    last = words(voice.name)[-1]
    party = Asked(last, keys_of_term(last), voice.name)
    among = [sentences[at] for at in rows]
    kept = _own(party, among)
    if not any(kept) and _is_anybody(party, among):
        return decided
    found = decided.copy()
    for at, is_kept in zip(rows, kept, strict=True):
        if not is_kept:
            found[at] = 0
            found[at, BESIDE] = 1
    return found


def _is_anybody(party: Asked, sentences: Sequence[Sentence]) -> bool:
    """Whether texts write the party small, as experts and prosecutors, and it is no country."""
    if any(key.startswith("place:") for key in party.keys):
        return False
    text = "\n".join(each.text for each in sentences)
    written = re.compile(rf"(?<!\w){re.escape(party.word)}(?!\w)", re.IGNORECASE)
    found = [each.group() for each in written.finditer(text)]
    return sum(each[0].islower() for each in found) > len(found) / 2


def _own(party: Asked, sentences: Sequence[Sentence]) -> list[bool]:
    """Whether each is the party's; where none is, whether it tells of the party and nobody speaks.

    A body speaks by those whom the article gives a part in it.
    """
    speakers = speakers_of(sentences)
    pairs = list(zip(sentences, speakers, strict=True))
    own = [
        not (speaker is not None and is_another(party.name, speaker))
        and (_speaks(party, speaker, each) or _utters(party, each.text))
        for each, speaker in pairs
    ]
    if any(own):
        return own
    return [speaker is None and _all_in(party, each.text) for each, speaker in pairs]


def _speaks(party: Asked, speaker: str | None, sentence: Sentence) -> bool:
    if speaker is None:
        return False
    genitive = re.compile(rf"{re.escape(party.word)}['’]s\s", re.IGNORECASE)
    if same_name(party.name, speaker) or genitive.search(speaker) or _all_in(party, speaker):
        return True
    return any(_all_in(party, role) for role in _roles(speaker, sentence))


def _all_in(party: Asked, text: str) -> bool:
    """Whether a text holds each word of the party's name."""
    return all(LookedFor.of(keys_of_term(word)).held(text) for word in words(party.name))


def _roles(speaker: str, sentence: Sentence) -> list[str]:
    """What the article calls a speaker, beside the name."""
    text, name = sentence.coverage.held.article.text, words(speaker)
    # "Sources" are written small as well, and have no part in anything.
    if not name or re.search(rf"(?<!\w){re.escape(name[-1].lower())}(?!\w)", text):
        return []
    found = []
    for place in re.finditer(rf"(?<!\w){re.escape(speaker)}(?!\w)", text):
        if before := _ROLE_BEFORE.search(text[max(0, place.start() - 90) : place.start()]):
            found.append(_JOINED.split(before.group())[-1])
        if behind := _ROLE_BEHIND.match(text, place.end()):
            found.append(behind["role"])
    return found


def _utters(party: Asked, text: str) -> bool:
    """Whether the party stands before a verb of uttering: "Moen has since denied", or behind."""
    behind = rf"according\s+to\s+(?:[\w.’'-]+\s+){{0,4}}{re.escape(party.word)}\b"
    if re.search(behind, text, re.IGNORECASE):
        return True
    found = words(text)
    for at, word in enumerate(found):
        if word.lower() != party.word.lower():
            continue
        for after in found[at + 1 : at + 1 + _FARTHEST]:
            if uttering(after) or (after.endswith(("s", "ed")) and stem(after) in _SAYS_TOO):
                return True
            if after.lower() not in AUXILIARIES and not _BETWEEN.fullmatch(after):
                break
    return False
