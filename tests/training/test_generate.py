"""Generated rows: the same for a seed, held-out parts never in training, targets that hold."""

# ruff: noqa: E501, S311 - tables of cases; seeded generators are what is tested
from __future__ import annotations

import random
import re
from collections import Counter

import pytest

from training import wrap
from training.anaphora import NOUNS, generate_anaphora
from training.attitude_cases import COLD, WANT, WARM
from training.attitudes import (
    HELD_COLD,
    HELD_WANT,
    HELD_WARM,
    generate_attitudes,
    generate_held_attitudes,
)
from training.contrast_cases import HELD_MANNER, HELD_PREFER
from training.contrasts import generate_contrasts, generate_held_contrasts
from training.data import (
    ALL,
    BESIDE,
    NEUTRAL,
    PLANS,
    REFUTES,
    SUPPORTS,
    Example,
    draw,
)
from training.events import HELD_EVENTS, OBJECTS, TRAIN_EVENTS
from training.frames import TRAIN
from training.frames_held import HELD
from training.generate import generate
from training.headlines import (
    generate_headlines,
    headlined,
    present,
    shorten,
)
from training.manners import draw_manners, draw_times
from training.opposition_cases import OPPOSITES
from training.oppositions import (
    ALL_ACTS,
    HELD_ACTS,
    HELD_OPPOSITES,
    generate_oppositions,
)
from training.preference_cases import MANNER, PREFER
from training.questions import ANSWERS, QUESTIONS, ask
from training.report_cases import REPORT_ANSWERS
from training.words import conjugate

MAKERS = (
    generate,
    generate_contrasts,
    generate_anaphora,
    generate_held_contrasts,
    generate_oppositions,
    generate_attitudes,
    generate_held_attitudes,
    generate_headlines,
)


@pytest.mark.parametrize("make", MAKERS)
def test_the_same_seed_gives_the_same_rows(make: object) -> None:
    assert callable(make)
    assert make(60, "a") == make(60, "a")
    assert make(60, "a") != make(60, "b")


@pytest.mark.parametrize("make", MAKERS)
def test_rows_are_whole_sentences_with_a_target(make: object) -> None:
    assert callable(make)
    for row in make(400, "whole"):
        assert row.question
        assert row.passage[0] == row.passage[0].upper()
        assert "{" not in row.question + row.passage
        assert 0 < row.target <= ALL
        assert row.target & row.allowed == row.target


def test_every_stance_is_generated() -> None:
    counts = Counter(row.target for row in generate(2000, "mix"))
    for stance in (SUPPORTS, REFUTES, NEUTRAL, BESIDE):
        assert counts[stance] > 150, counts


def test_held_frames_are_not_trained_on() -> None:
    trained = {frame for frames in TRAIN.values() for frame in frames}
    held = {frame for frames in HELD.values() for frame in frames}
    assert not trained & held
    assert not {case for case, _ in PREFER} & {case for case, _ in HELD_PREFER}
    assert not {case for case, _ in MANNER} & {case for case, _ in HELD_MANNER}
    assert not {case for case, _ in WANT} & {case for case, _ in HELD_WANT}
    assert not {*WARM, *COLD} & {*HELD_WARM, *HELD_COLD}
    assert not set(OPPOSITES) & set(HELD_OPPOSITES)
    assert not any(set(ALL_ACTS[kind]) & set(acts) for kind, acts in HELD_ACTS.items())


def test_held_events_are_not_trained_on() -> None:
    trained = {wording for event in TRAIN_EVENTS for wording in event.wordings}
    held = {wording for event in HELD_EVENTS for wording in event.wordings}
    assert not trained & held
    # Nor do their words turn up in generated training rows.
    text = " ".join(f"{row.question} {row.passage}" for row in generate(3000, "held")).lower()
    for phrase in (
        "insolvency",
        "bury the hatchet",
        "repeal",
        "evacuat",
        "merge with",
        "seek re-election",
    ):
        assert phrase not in text, phrase


def test_held_rows_come_from_held_frames() -> None:
    marks = ("would not be drawn", "shied away", "refuted claims", "has revealed", "pledged to")
    text = " ".join(row.passage for row in generate(600, "marks", held=True))
    assert all(mark in text for mark in marks)
    trained = " ".join(row.passage for row in generate(3000, "marks"))
    assert not any(mark in trained for mark in marks)


def test_every_frame_kind_has_a_question_and_every_question_an_answer() -> None:
    assert set(TRAIN) == set(HELD)
    for kind in TRAIN:
        assert any(kind in answers for answers in ANSWERS.values())
    assert set(QUESTIONS) == set(ANSWERS)


def test_events_are_told_apart_by_their_first_wording() -> None:
    first = [event.wordings[0] for event in TRAIN_EVENTS]
    assert set(NOUNS) <= set(first)
    assert {event.kind for event in (*TRAIN_EVENTS, *HELD_EVENTS)} <= {
        "none", "person", "country", "place", *OBJECTS,
    }  # fmt: skip


def test_a_changed_subject_is_beside() -> None:
    rows = [row for row in generate(3000, "beside") if row.target == BESIDE]
    assert len(rows) > 300
    asked = re.compile(r"^Did (?P<who>[A-Z]\w+ [A-Z]\w+) ")
    named = [found["who"] in row.passage for row in rows if (found := asked.match(row.question))]
    # Now and then the one asked about is named in another role.
    assert sum(named) < len(named) / 2


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("resign", ("resign", "resigned", "resigned", "resigning")),
        ("take the prize", ("take the prize", "took the prize", "taken the prize", "taking the prize")),
        ("supply arms", ("supply arms", "supplied arms", "supplied arms", "supplying arms")),
        ("put up {O}", ("put up {O}", "put up {O}", "put up {O}", "putting up {O}")),
        ("endorse {O}", ("endorse {O}", "endorsed {O}", "endorsed {O}", "endorsing {O}")),
    ],
)  # fmt: skip
def test_verb_forms(base: str, forms: tuple[str, str, str, str]) -> None:
    assert conjugate(base) == forms


def test_claims_become_questions() -> None:
    asked = {ask("The bridge was closed on Monday.", random.Random(seed)) for seed in range(30)}
    assert "Was the bridge closed on Monday?" in asked
    assert all("bridge" in text.lower() for text in asked)
    plural = {ask("Cats have claws.", random.Random(seed)) for seed in range(30)}
    assert not any(text.startswith("Have cats") for text in plural)


def row_of(target: int) -> Example:
    return Example("The bridge is closed.", "The bridge was shut on Monday.", target)


def test_wrapping_turns_targets_as_it_should() -> None:
    rng = random.Random(1)
    assert wrap.flipped(row_of(SUPPORTS), rng).target == REFUTES
    assert wrap.flipped(row_of(REFUTES), rng).target == SUPPORTS
    assert wrap.flipped(row_of(NEUTRAL | BESIDE), rng).target == NEUTRAL | BESIDE
    attributed, denied = wrap.attributed(row_of(SUPPORTS), rng), wrap.denied(row_of(SUPPORTS), rng)
    hedged = wrap.hedged(row_of(REFUTES), rng)
    assert attributed is not None
    assert attributed.target == SUPPORTS
    assert denied is not None
    assert denied.target == REFUTES
    assert hedged is not None
    assert hedged.target == NEUTRAL
    # That someone denies what refutes a claim does not make the claim true.
    assert wrap.denied(row_of(REFUTES), rng) is None


@pytest.mark.parametrize(
    ("phrase", "form"),
    [
        ("hold talks", "holds talks"), ("go home", "goes home"), ("carry {O}", "carries {O}"),
        ("buy {O}", "buys {O}"), ("launch {O}", "launches {O}"), ("resign", "resigns"),
    ],
)  # fmt: skip
def test_the_present_tense_of_headlines(phrase: str, form: str) -> None:
    assert present(phrase) == form


def test_a_headline_drops_little_words_and_keeps_its_target() -> None:
    assert shorten("The mayor is leaving the city.") == "Mayor leaving city"
    row = headlined(row_of(REFUTES), random.Random(0))
    assert row.question == "Bridge is closed"
    assert row.target == REFUTES


def test_who_did_it_to_whom_decides() -> None:
    found = {True: 0, False: 0}
    asked = re.compile(r"^Did (?P<a>[A-Z]\w+) (?P<verb>\w+?)e? (?P<b>[A-Z]\w+)\?$")
    telling = re.compile(r"^(?P<a>[A-Z]\w+) (?P<verb>\w+)ed (?P<b>[A-Z]\w+)\b")
    for row in generate_oppositions(20_000, "order"):
        question, told = asked.match(row.question), telling.match(row.passage)
        if question and told and question["verb"] == told["verb"]:
            same = question.groupdict() == told.groupdict()
            # Where only one can have done it, the other order says no as well.
            assert row.target == SUPPORTS if same else row.target & BESIDE, row
            found[same] += 1
    assert min(found.values()) >= 10, found


def test_times_and_manners_exclude_each_other() -> None:
    rng = random.Random(3)
    for draw_pair in (draw_times, draw_manners):
        drawn = [draw_pair(rng) for _ in range(3000)]
        assert all(first != second for first, second in drawn)
        assert len({first for first, _ in drawn}) > 20


def test_what_others_say_of_a_body_settles_nothing() -> None:
    shown = {row.passage: row for row in generate_contrasts(3000, "reports")}
    reports = [row for row in shown.values() if row.origin == "contrast-report"]
    beside = [row for row in reports if row.target & BESIDE]
    assert 0.35 < len(beside) / len(reports) < 0.65
    for answers in REPORT_ANSWERS.values():
        assert answers["third"] == BESIDE
        # Each question can be answered yes and no as well, or naming a body would give it away.
        assert {SUPPORTS, REFUTES} <= set(answers.values())


def test_drawing_takes_shares() -> None:
    rows = [row_of(1 << at % 4) for at in range(100)]
    assert len(draw(rows, 0.25, random.Random(0))) == 25
    assert len(draw(rows, 2.5, random.Random(0))) == 250
    assert draw(rows, 0.5, random.Random(3)) == draw(rows, 0.5, random.Random(3))


def test_only_sets_that_may_be_passed_on_are_trained_on() -> None:
    barred = {"sick", "anli", "joci", "rte", "monli", "emergent", "healthver", "climate-fever",
              "covidfact", "fnc1", "mpe", "fracas", "commitmentbank"}  # fmt: skip
    assert not barred & set(PLANS)
    assert not any(name.startswith("dnc-") for name in PLANS)
