"""Who said it: the speaker of a passage, and the origin that several sources lean on."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bot.render.words import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.answered import Answer, Origin, Passage


def said_by(passage: Passage, origins: Sequence[Origin]) -> str | None:
    """`Speaker: Verstka's source, via Verstka`; None where the source speaks for itself."""
    speaker, origin = voices(passage, origins)
    if speaker is None:
        return f"Via {origin}" if origin else None
    return f"Speaker: {speaker}, via {origin}" if origin else f"Speaker: {speaker}"


def voices(passage: Passage, origins: Sequence[Origin]) -> tuple[str | None, str | None]:
    """Who speaks, and whom the report goes back to where that is somebody else."""
    given = passage.origin
    names = next((each.names for each in origins if given in (each.id, *each.names)), ())
    origin = names[0] if names and given not in names else given
    if passage.speaker is not None and passage.speaker in (origin, *names):
        return passage.speaker, None
    return passage.speaker, origin


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
