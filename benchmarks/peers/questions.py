"""The questions, and which of the paragraphs that all contestants get hold what must be shown."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from benchmarks.peers.protocol import keyed
from benchmarks.search_golden import cases, squash
from config.settings import LibrarySettings, Settings
from retrieval.library import Library

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of an event, and for each sentence that it wants, the paragraphs that hold it.

    None does where a sentence was cut off with its page's furniture, or goes over two paragraphs.
    """

    event: int
    question: str
    wanted: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Held:
    """The paragraphs by their keys, in order, and each article by its addresses."""

    articles: int
    paragraphs: dict[str, str]
    by_url: dict[str | None, str]


def held(folder: Path) -> Held:
    """What a library holds."""
    settings = Settings(library=LibrarySettings(path=folder, seeds=False))
    with Library.open(settings, create=False) as library:
        rows = sorted(library.articles(), key=lambda row: row.ref.id)
        by_url = {row.ref.url: row.ref.id for row in rows}
        by_url |= {copy.url: row.ref.id for row in rows for copy in row.ref.copies}
        paragraphs = {}
        for row in rows:
            article, cut = library.show(row.ref.id)
            for each in cut:
                paragraphs[keyed(article.id, each.number)] = article.text[each.start : each.end]
    return Held(len(rows), paragraphs, by_url)


def write(paragraphs: Mapping[str, str], path: Path) -> None:
    """The paragraphs as the contestants read them, a pair of key and text a line."""
    lines = (json.dumps(pair) + "\n" for pair in paragraphs.items())
    path.write_text("".join(lines), "utf-8")


def asked(golden: Mapping[str, Any], found: Held) -> list[Asked]:
    """All questions; those that no article answers want nothing."""
    plain: dict[str, list[tuple[str, str]]] = {}
    for key, text in found.paragraphs.items():
        plain.setdefault(key.rpartition(":")[0], []).append((key, squash(text)))
    wanted = {
        (case.event, case.question): tuple(
            frozenset(key for key, text in plain[each.article] if each.text in text)
            for each in case.wanted
        )
        for case in cases(dict(golden), found.by_url)
    }
    return [
        Asked(number, each["question"], wanted.get((number, each["question"]), ()))
        for number, event in enumerate(golden.values())
        for each in event["questions"]
    ]


def warming(golden: Mapping[str, Any]) -> Sequence[str]:
    """What is asked before anything counts: what the first events are about."""
    return [event["about"] for event in list(golden.values())[:3]]
