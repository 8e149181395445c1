"""Which named parties the passages of several sources trace back to."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.answer.attribution import lexicon as lx
from retrieval.answer.attribution.names import name_key, same_name, same_outlet
from retrieval.answer.attribution.phrases import Kind, phrase_starting
from retrieval.answer.attribution.tagging import tokenize
from retrieval.answered import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from retrieval.answered import Passage
    from retrieval.model import Source


def origins(passages: Sequence[Passage]) -> tuple[Origin, ...]:
    """Passages' origins grouped by name, those of most sources first, then by id.

    Unnamed origins ("a parliamentary source") and an outlet that reports itself are left out.
    Groups share no name, so a passage's origin is found again by its spelling in `names`. Two who
    speak together ("Moen and her lawyer") are an origin of their own; their sources lean on each
    of the two as well, where that is an origin here.
    """
    seen: dict[str, set[str]] = {}
    halves: dict[str, set[str]] = {}
    for passage in passages:
        name = passage.origin
        if name and is_named(name) and not _is_itself(name, passage.source):
            seen.setdefault(name, set()).add(passage.source.id)
            for half in _halves(name):
                if not _is_itself(half, passage.source):
                    halves.setdefault(half, set()).add(passage.source.id)
    groups = _grouped(seen)
    sources = [set().union(*(seen[name] for name in group)) for group in groups]
    for half, leaning in halves.items():
        fitting = [at for at, group in enumerate(groups) if same_name(group[0], half)]
        if len(fitting) == 1:
            sources[fitting[0]] |= leaning
    found = [
        Origin(id=slug(group[0]), names=tuple(group), sources=tuple(sorted(leaning)))
        for group, leaning in zip(groups, sources, strict=True)
    ]
    return tuple(sorted(_distinct(found), key=lambda o: (-len(o.sources), o.id)))


def is_named(name: str) -> bool:
    """Whether a phrase identifies a party across articles; "two officials" does not."""
    tokens = tokenize(name)
    phrase = phrase_starting(tokens, 0)
    if phrase is None:
        return False
    described = phrase.kind is Kind.ROLE and any(t.tag == "N" for t in tokens[1:])
    return phrase.kind is Kind.NAME or described


def slug(name: str) -> str:
    """The name as an id: lower-case words joined by hyphens, ASCII where it can be."""
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    text = re.sub(r"^(?:the|a|an)\s+", "", text.replace("'", ""))
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-") or name_key(name).replace(" ", "-")


def _is_itself(name: str, source: Source) -> bool:
    return any(same_outlet(name, own) for own in (source.name, *source.spellings))


def _halves(name: str) -> tuple[str, ...]:
    """The two of whom a name is plainly made: "the AP and the Journal", "Moen and her lawyer".

    "Johnson and Johnson" and "Food and Drug Administration" are one.
    """
    one, _, two = name.removeprefix("Both ").removeprefix("both ").partition(" and ")
    if not two or " and " in two or "," in name:
        return ()
    apart = two.split()[0].lower() in lx.DETERMINERS
    outlets = lx.OUTLET_NAME.search(one) and lx.OUTLET_NAME.search(two)
    full = all(len(half.split()) > 1 and half.istitle() for half in (one, two))
    return (one, two) if apart or outlets or full else ()


def _grouped(names: Iterable[str]) -> list[list[str]]:
    """Names of one party together; a bare surname joins a full name only if a single one fits."""
    groups: list[list[str]] = []
    for name in sorted(names, key=lambda n: (-len(name_key(n).split()), n)):
        fitting = [group for group in groups if same_name(group[0], name)]
        if len(fitting) == 1:
            fitting[0].append(name)
        else:
            groups.append([name])
    return groups


def _distinct(found: list[Origin]) -> list[Origin]:
    """Number the ids that two parties would share."""
    used: dict[str, int] = {}
    distinct: list[Origin] = []
    for origin in found:
        used[origin.id] = used.get(origin.id, 0) + 1
        again = used[origin.id] > 1
        distinct.append(replace(origin, id=f"{origin.id}-{used[origin.id]}") if again else origin)
    return distinct
