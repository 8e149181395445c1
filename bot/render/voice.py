"""Who said it: the speaker of a passage, and the origin that several sources lean on."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bot.render.words import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answered import Answer, Origin, Passage
    from retrieval.model import Source

_HOST = re.compile(r"\.(?:com?\.)?[a-z]{2,}$")
_THE = re.compile(r"^the\s+")


def said_by(passage: Passage, origins: Sequence[Origin]) -> str | None:
    """`Speaker: Verstka's source, via Verstka`; None where the source speaks for itself."""
    speaker, origin = voices(passage, origins)
    if speaker is None:
        return f"Via {origin}" if origin else None
    return f"Speaker: {speaker}, via {origin}" if origin else f"Speaker: {speaker}"


def voices(passage: Passage, origins: Sequence[Origin]) -> tuple[str | None, str | None]:
    """Who speaks, and whom the report goes back to where that is neither that nor the source."""
    given = passage.origin
    names = next((each.names for each in origins if given in (each.id, *each.names)), ())
    origin = names[0] if names and given not in names else given
    told = () if origin is None else (origin, *names)
    own = any(_is_itself(passage.source, each) for each in told)
    return passage.speaker, None if own or passage.speaker in told else origin


def _is_itself(source: Source, name: str) -> bool:
    """Whether a name is that of the source, which may be called by its host: apnews.com."""
    words = _THE.sub("", name.casefold()).split()
    initials = "".join(word[0] for word in words)
    called = {"".join(words)}
    if len(words) > 1:
        # "nytimes", "ap", "apnews"
        called |= {f"{initials[:-1]}{words[-1]}", initials, f"{initials}news"}
    spelt = (_HOST.sub("", each.casefold()) for each in (source.name, *source.spellings))
    own = ["".join(each.split()) for each in spelt]
    return not called.isdisjoint([*own, *(each.removeprefix("the") for each in own)])


def leaning(origin: Origin, answer: Answer) -> str:
    """`2 sources lean on one origin: Verstka (Vyorstka): The Kyiv Independent, 004`."""
    names = distinct(origin.names) or [origin.id]
    other = f" ({', '.join(names[1:])})" if names[1:] else ""
    name = f"{names[0]}{other}"
    sources = ", ".join(source_name(answer, source) for source in origin.sources)
    return f"{count(len(origin.sources), 'source')} lean on one origin: {name} – {sources}"


def distinct(names: Sequence[str]) -> list[str]:
    """The names without those whose words are all in another: Donald J. Trump is enough."""
    words = {name: _words(name) for name in names}
    kept: list[str] = []
    for name in names:
        longer = any(words[name] < words[other] for other in names)
        again = any(words[name] == words[other] for other in kept)
        if not longer and not again:
            kept.append(name)
    return kept


def _words(name: str) -> frozenset[str]:
    """A name's words without case, accents and full stops; articles and initials do not count."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(each for each in plain if not unicodedata.combining(each) and each != ".")
    found = re.findall(r"\w+", plain)
    return frozenset(each for each in found if len(each) > 1 and each != "the") or frozenset(found)


def shared(origins: Sequence[Origin]) -> list[Origin]:
    """The origins that several sources lean on."""
    return [origin for origin in origins if len(origin.sources) > 1]


def source_name(answer: Answer, source: str) -> str:
    """The name of a source of the answer by its id."""
    for position in answer.positions:
        for passage in position.passages:
            if passage.source.id == source:
                return passage.source.name
    return next((silent.name for silent in answer.silent if silent.id == source), source)
