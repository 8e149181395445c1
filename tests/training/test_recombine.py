"""Pairs for the teacher: new ones only."""

# ruff: noqa: S311 - seeded generators are what is tested
from __future__ import annotations

import random

from training import recombine
from training.data import ALL, PLANS, REFUTES, SUPPORTS, YES_NO, Example

ROWS = [
    Example("A man sleeps.", "A man lies in bed.", SUPPORTS),
    Example("A man runs.", "A man lies in bed.", REFUTES),
    Example("A dog runs.", "A dog races over the grass.", SUPPORTS),
]


def test_siblings_are_claims_about_one_passage() -> None:
    found = {(row.question, row.passage) for row in recombine.siblings(ROWS)}
    assert found == {("A man sleeps.", "A man runs."), ("A man runs.", "A man sleeps.")}
    assert all(row.target == row.allowed == ALL for row in recombine.siblings(ROWS))


def test_turned_pairs_leave_out_long_passages() -> None:
    long = Example("It is long.", "word " * 60, SUPPORTS)
    assert len(recombine.turned([*ROWS, long])) == 3
    assert recombine.turned(ROWS)[0].question == "A man lies in bed."


def test_kindred_claims_share_rare_words() -> None:
    claims = ["Ban nuclear power", "Nuclear power is safe", "Schools should start later"]
    kin = recombine.kindred(claims)
    assert kin[claims[0]] == [claims[1]]
    assert kin[claims[2]] == []


def test_arguments_go_to_kindred_claims_only() -> None:
    rows = [
        Example("Ban nuclear power", "Waste lasts for ever", SUPPORTS, YES_NO),
        Example("Nuclear power is safe", "Few have died", SUPPORTS, YES_NO),
        Example("Schools should start later", "Teenagers need sleep", SUPPORTS, YES_NO),
    ]
    found = {(row.question, row.passage) for row in recombine.debates(rows)}
    assert found == {
        ("Ban nuclear power", "Few have died"),
        ("Nuclear power is safe", "Waste lasts for ever"),
    }


def test_the_teacher_judges_noisy_rows_afresh() -> None:
    noisy = Example("Did Petra win?", "Petra lost the first set.", SUPPORTS, YES_NO, "argus-noisy")
    sets: dict[str, list[Example]] = {name: [] for name in PLANS}
    sets["argus-noisy"] = [noisy]
    sets["negnli"] = ROWS
    rows = {row.origin: row for row in recombine.unlabelled(sets, random.Random(1))}
    assert rows["relabelled"].passage == noisy.passage
    assert rows["relabelled"].target == rows["relabelled"].allowed == ALL
    assert "argus-noisy" not in rows
    assert {"sibling", "turned"} < set(rows)
