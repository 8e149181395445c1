from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.decision.grouping import FEATURES, FORMS, Told, pairs, together
from retrieval.answer.question.question import understand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

# The question's vector is the first axis.
COSINE = 0.6


def _vector(*rest: float) -> NDArray[np.float32]:
    vector = np.zeros(8, dtype=np.float32)
    vector[1 : 1 + len(rest)] = rest
    vector *= np.sqrt(1 - COSINE**2) / np.linalg.norm(vector)
    vector[0] = COSINE
    return vector


def _told(text: str, *rest: float, published: str | None = None) -> Told:
    return Told(text, _vector(*rest), COSINE, published)


def _groups(question: str, told: Sequence[Told]) -> list[list[int]]:
    return together(understand(question), told)


def test_a_matter_is_grouped_by_meaning_and_words() -> None:
    told = [
        _told("The bridge closed because two cables had rusted through.", 1, 0.1),
        _told("Wind above the limit kept the lorries off.", 0, 0, 1),
        _told("Rusted cables forced the bridge to close, the mayor said.", 1, 0.2),
    ]
    assert _groups("Why did the bridge close?", told) == [[0, 2], [1]]


def test_likeness_to_the_question_is_no_likeness_of_answers() -> None:
    alike = [_told("Rust did it.", 1), _told("Storms brought it down.", 0, 1)]
    assert float(alike[0].vector @ alike[1].vector) > 0.3
    rows = pairs(understand("Why did the bridge close?"), alike)
    assert abs(rows[0, FEATURES["matter"].index("meaning")]) < 1e-6
    assert _groups("Why did the bridge close?", alike) == [[0], [1]]


def test_days_of_two_calendars_stand_together() -> None:
    told = [
        _told("The vote is on Tuesday.", 1, published="2018-11-02"),
        _told("They vote on November 6.", 0, 1, published="2018-11-01"),
        _told("The vote is due on November 13.", 1, published="2018-11-01"),
    ]
    assert _groups("When is the vote?", told[:2]) == [[0, 1]]
    assert [1, 2] not in _groups("When is the vote?", told)


def test_two_numbers_never_meet_by_way_of_a_sentence_without_one() -> None:
    told = [
        _told("Three ferries were seized.", 1),
        _told("Some ferries were seized.", 1),
        _told("Five ferries were seized.", 1),
    ]
    groups = _groups("How many ferries were seized?", told)
    assert not any({0, 2} <= set(group) for group in groups)
    assert _groups("How many ferries were seized?", [told[0], told[0]]) == [[0, 1]]


def test_a_surname_is_the_full_name() -> None:
    told = [
        _told("Foreign minister Ana Ochoa called Gray to congratulate him.", 1, 0.5),
        _told("Ochoa congratulated Gray.", 1, 0.4),
        _told("Pavel Lind congratulated Gray as well.", 0, 0, 1),
    ]
    assert _groups("Who congratulated Gray?", told) == [[0, 1], [2]]


@given(
    st.lists(st.text(max_size=40), max_size=6),
    st.sampled_from(["who", "where", "when", "how many", "why"]),
)
def test_any_sentences_are_grouped_once_each(texts: list[str], wh: str) -> None:
    question = understand(f"{wh} did Gray resign?")
    told = [_told(text, number + 1.0, 1) for number, text in enumerate(texts)]
    groups = together(question, told)
    assert sorted(place for group in groups for place in group) == list(range(len(texts)))
    assert [group[0] for group in groups] == sorted(group[0] for group in groups)
    count = len(texts) * (len(texts) - 1) // 2
    assert pairs(question, told).shape == (count, len(FEATURES[FORMS[question.asks or "matter"]]))
