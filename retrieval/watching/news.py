"""What a post tells: a question with what is new on it, as an answer, and what is gone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from retrieval.answer.language.speech import spoken
from retrieval.answered import Answer, Kind, Stance
from retrieval.store.watch_records import gathered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from retrieval.answered import Origin
    from retrieval.store.watch_records import Item, Told

SCHEMA = 1
_OPPOSITE = {Stance.SUPPORTS: Stance.REFUTES, Stance.REFUTES: Stance.SUPPORTS}


@dataclass(frozen=True, slots=True)
class Gone:
    """A passage that a correction changed or took away, and when that was noticed."""

    told: Told
    noticed: str


@dataclass(frozen=True, slots=True)
class News:
    """What is new on a question: `answer` has the new passages alone.

    `first` is whether the question had no answer before; `turned` are the sources that now say yes
    and had said no, or the other way round.
    """

    answer: Answer
    gone: tuple[Gone, ...] = ()
    first: bool = False
    turned: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The news as plain JSON data; positions as in an answer."""
        answer = self.answer.to_json()
        kept = ("question", "kind", "positions", "origins")
        gone = [
            {
                "stance": each.told.said.stance,
                "label": each.told.said.label,
                "noticed": each.noticed,
                "passage": _only(each.told),
            }
            for each in self.gone
        ]
        return {
            "schema": SCHEMA,
            **{key: answer[key] for key in kept},
            "first": self.first,
            "turned": list(self.turned),
            "gone": gone,
        }


def news_of(
    question: str, items: Iterable[Item], known: Iterable[Told] = (), *, kind: Kind | None = None
) -> News:
    """Items of one watch as news; `known` is what was told besides.

    Without a kind, that of the question is told from the items, of which there are some then.
    """
    every = list(items)
    polar = any(each.told.said.stance for each in every)
    new = [each.told for each in every if each.kind == "new"]
    return News(
        answer=answer_of(question, new, kind or (Kind.POLAR if polar else Kind.OPEN)),
        gone=tuple(Gone(each.told, each.noticed) for each in every if each.kind == "gone"),
        first=any(each.first for each in every),
        turned=_turned(new, known),
    )


def answer_of(question: str, told: Iterable[Told], kind: Kind) -> Answer:
    """An answer of these passages alone."""
    items = list(told)
    positions = gathered(items)
    return Answer(
        question=question,
        kind=kind,
        covered=bool(positions),
        conflict=False,
        positions=positions,
        origins=_origins(items),
        language=spoken(question, ("*",)),
    )


def _turned(new: Iterable[Told], known: Iterable[Told]) -> tuple[str, ...]:
    before = {(each.said.stance, each.passage.source.id) for each in known}
    found = (
        each.passage.source.id
        for each in new
        if each.said.stance in _OPPOSITE
        and (_OPPOSITE[each.said.stance], each.passage.source.id) in before
    )
    return tuple(dict.fromkeys(found))


def _origins(items: Iterable[Told]) -> tuple[Origin, ...]:
    found: dict[str, Origin] = {}
    for each in items:
        if each.origin is not None:
            found.setdefault(each.origin.id, each.origin)
    return tuple(found.values())


def _only(told: Told) -> Any:  # noqa: ANN401 - JSON
    answer = Answer("", Kind.POLAR, covered=True, conflict=False, positions=(told.said,))
    return answer.to_json()["positions"][0]["passages"][0]
