"""Yes, no, or left open: the stance of each sentence towards a polar question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answer import rules
from retrieval.answer.evidence import Evidence, best, passage
from retrieval.model import Position, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from retrieval.answer.evidence import Held
    from retrieval.answer.question import Question
    from retrieval.answer.units import Unit
    from retrieval.models.base import StanceModel

LABELS = {
    Stance.SUPPORTS: "Says yes",
    Stance.REFUTES: "Says no",
    Stance.NEUTRAL: "Leaves it open",
}

# The stance model's columns but the last, which is "beside the point".
STANCES = tuple(LABELS)
# Below this a verdict on a whole sentence is not trusted where its clauses say more.
SURE = 0.7
# Least probability of a verdict that is shown. Lower would put more on the wrong side than it
# would find (docs/stance-model.md, calibration and thresholds).
LEAST = 0.55


def positions(
    question: Question,
    units: Sequence[Unit],
    held: dict[str, Held],
    model: StanceModel,
    per_source: int,
) -> tuple[Position, ...]:
    """One position a stance that has evidence, always in the order yes, no, open."""
    evidence = judge(question, units, model)
    found = []
    for stance, label in LABELS.items():
        chosen = best((item for item in evidence if item.stance is stance), per_source)
        if chosen:
            passages = (passage(item, held[item.candidate.paragraph.article_id]) for item in chosen)
            found.append(Position(stance, label, tuple(passages)))
    return tuple(found)


def conflict(found: Sequence[Position]) -> bool:
    """Yes and no exclude each other; a source that leaves it open contradicts neither."""
    stances = {position.stance for position in found}
    return {Stance.SUPPORTS, Stance.REFUTES} <= stances


def judge(question: Question, units: Sequence[Unit], model: StanceModel) -> list[Evidence]:
    """The sentences that address the question, each with its stance.

    A sentence that the model is unsure of is judged clause by clause; what its clauses say then
    stands for it.
    """

    def verdicts(judged: Sequence[Unit]) -> Iterator[tuple[Unit, list[Evidence], bool]]:
        rows = model.judge([(question.text, unit.judged) for unit in judged])
        for unit, row in zip(judged, rows, strict=True):
            if rules.reversed_roles(question.text, question.deeds, unit.judged):
                yield unit, [], True
                continue
            ruled = rules.apply(question.text, question.deeds, unit.judged)
            sure = ruled is not None or bool(row[: len(STANCES)].max() >= SURE)
            yield unit, _evidence(unit, row, ruled), sure

    first = list(verdicts(units))
    clauses = [clause for unit, _, sure in first if not sure for clause in unit.clauses]
    said = {id(clause): evidence for clause, evidence, _ in verdicts(clauses)}
    found = []
    for unit, evidence, sure in first:
        parts = [] if sure else [item for clause in unit.clauses for item in said[id(clause)]]
        found += [(unit.named, item) for item in parts or evidence]
    # "These reports" are reports of the deed only where somebody says whose deed it was.
    return [item for _, item in found] if any(named for named, _ in found) else []


def _evidence(unit: Unit, row: NDArray[np.float32], ruled: Stance | None) -> list[Evidence]:
    column = STANCES.index(ruled) if ruled is not None else int(row.argmax())
    if column == len(STANCES):
        return []
    stance, probability = STANCES[column], float(row[column])
    least = SURE if ruled is not None else 0.0
    if max(probability, least) < LEAST:
        return []
    place = (unit.candidate, unit.start, unit.end)
    return [Evidence(*place, stance, probability, unit.relevance, least)]
