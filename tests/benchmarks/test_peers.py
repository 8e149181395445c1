from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.peers import measuring
from benchmarks.peers.environments import Environment, ensure_plain, prepare, surroundings
from benchmarks.peers.line import Line, Reply
from benchmarks.peers.lineup import Contestant
from benchmarks.peers.questions import Asked, Held, asked, write
from benchmarks.peers.reckoning import (
    Measured,
    figures,
    found,
    percentile,
    plain,
    ratios,
    recall,
    table,
)

if TYPE_CHECKING:
    from pathlib import Path

FAKE = (sys.executable, "-m", "tests.benchmarks.fake_peer")
TEXTS = {"a:1": "red apples fell", "a:2": "green pears", "b:1": "red pears fell far"}


def reply(*keys: str, wall_s: float = 0.0, cpu_s: float = 0.0) -> Reply:
    return Reply(list(keys), wall_s, cpu_s, 0.0, 0.0)


def test_a_sentence_is_found_where_any_paragraph_that_holds_it_is_deep_enough() -> None:
    ranked = ["a", "b", "c"]
    wanted = [{"c"}, {"b", "x"}, {"x"}, frozenset[str]()]
    assert [found(ranked, wanted, most) for most in (1, 2, 3, 100)] == [0, 1, 2, 2]


def test_sentences_count_alike_whichever_question_wants_them() -> None:
    questions = [
        Asked(0, "?", (frozenset("a"), frozenset("b"), frozenset("z"))),
        Asked(1, "?", (frozenset("a"),)),
        Asked(1, "nothing answers it", ()),
    ]
    searches = [reply("b", "a"), reply("c", "d"), reply("a")]
    assert recall(questions, searches, 1) == 1 / 4
    assert recall(questions, searches, 2) == 2 / 4
    assert recall(questions, searches, 2, parity=0) == 2 / 3
    assert recall(questions, searches, 2, parity=1) == 0
    assert math.isnan(recall(questions[2:], searches[2:], 2))


@given(st.lists(st.integers(), min_size=1), st.floats(0.01, 1))
def test_so_many_are_not_above_a_percentile_and_fewer_are_below(
    values: list[int], share: float
) -> None:
    at = percentile(values, share)
    assert at in values
    assert sum(each <= at for each in values) >= share * len(values) - 1e-9
    assert sum(each < at for each in values) < share * len(values)


def test_figures_and_their_ratios() -> None:
    questions = [Asked(1, "?", (frozenset("a"),))] * 20
    measured = Measured("one", 100, adding=Reply(None, 4.0, 8.0, 9.0, 50.0))
    measured.starts = [(1.0, 2.0), (3.0, 4.0), (9.0, 9.0)]
    measured.searches = [reply("a", "b", wall_s=n, cpu_s=2 * n) for n in range(1, 21)]
    other = Measured("two", 50, starts=[(6.0, 8.0)], searches=[reply("b", wall_s=1)] * 20)
    rows = [figures(each, questions, 40) for each in (measured, other)]
    assert rows[0]["adding, paragraphs a second of the clock"] == 10
    assert rows[0]["adding, paragraphs a second of the processor"] == 5
    assert rows[0]["search, median ms of the clock"] == 10_500
    assert rows[0]["search, 95 % ms of the clock"] == 19_000
    assert rows[0]["search, 95 % ms of the processor"] == 38_000
    assert rows[0]["start to first answer, s of the clock"] == 3
    assert rows[0]["% of the sentences in the first 20"] == 100
    assert rows[1]["% of the sentences in the first 20"] == 0
    assert rows[1]["adding, peak MiB"] is None
    parts = ratios(rows, 0)
    assert parts[1]["start to first answer, s of the clock"] == 2
    assert parts[1]["installed, MiB"] == 0.5
    assert parts[1]["adding, peak MiB"] is None
    assert "| installed, MiB | 100 | 50.0 |" in table(["one", "two"], rows, plain)
    assert "| adding, peak MiB | 50.0 | - |" in table(["one", "two"], rows, plain)


@pytest.mark.parametrize(
    ("value", "told"), [(0.01234, "0.0123"), (9.996, "10.00"), (34.56, "34.6"), (12345, "12,345")]
)
def test_three_figures(value: float, told: str) -> None:
    assert plain(value) == told


def test_the_paragraphs_that_hold_a_wanted_sentence() -> None:
    held = Held(2, {"a1:1": "One.  Two\nwords.", "a1:2": "Two words. Three.", "b1:1": "Two words."},
                {"u": "a1", "v": "b1"})  # fmt: skip
    golden = {
        "event": {
            "articles": {"A": {"url": "u", "sentences": ["One.", "Two words.", "Words. Two"]}},
            "questions": [
                {"question": "?", "labels": [[f"A.{n}", "yes", "expect", ""] for n in (1, 2, 3)]},
                {"question": "Else?", "labels": [["A.1", "yes", "allow", ""]]},
            ],
        }
    }
    one, other = asked(golden, held)
    assert sorted(map(sorted, one.wanted)) == [[], ["a1:1"], ["a1:1", "a1:2"]]
    assert other.wanted == ()


def test_a_run_over_peers_that_speak_the_protocol(tmp_path: Path) -> None:
    given_file = tmp_path / "paragraphs"
    write(TEXTS, given_file)
    both = [
        Contestant("Fake", FAKE, surroundings()),
        Contestant("Other", FAKE, surroundings(), shares="Fake"),
    ]
    into = {each.name: Measured(each.name, 1.0) for each in both}
    measuring.add(both[0], given_file, tmp_path, into["Fake"])
    questions = [
        Asked(0, "red pears", (frozenset({"b:1"}),)),
        Asked(1, "green pears", (frozenset({"a:2"}), frozenset({"a:1"}))),
    ]
    measuring.start(both, "red", tmp_path, into, times=1)
    measuring.search(both, questions, ["warm"], tmp_path, into)
    for found_by in into.values():
        assert [each.value[0] for each in found_by.searches] == ["b:1", "a:2"]
        assert recall(questions, found_by.searches, 1) == 2 / 3
        assert all(wall > 0 and cpu > 0 for wall, cpu in found_by.starts)
        assert found_by.searches[0].peak_mib > 5
    assert into["Fake"].adding is not None
    assert into["Fake"].adding.value == len(TEXTS)
    again = Measured("Fake", 1.0)
    measuring.add(both[0], given_file, tmp_path, again)
    assert again.adding == into["Fake"].adding


def test_the_processor_time_is_that_of_the_request(tmp_path: Path) -> None:
    write(TEXTS, tmp_path / "paragraphs")
    with Line(FAKE, surroundings()) as line:
        line.ask("add", given=str(tmp_path / "paragraphs"), folder=str(tmp_path / "index"))
        line.ask("open", folder=str(tmp_path / "index"))
        busy = line.ask("search", question="spin", most=1)
        idle = line.ask("search", question="red", most=1)
    assert busy.cpu_s > 5 * idle.cpu_s
    assert idle.all_cpu_s > busy.all_cpu_s > busy.cpu_s


def test_what_fails_says_why() -> None:
    with (
        Line(FAKE, surroundings()) as line,
        pytest.raises(RuntimeError, match=r"FileNotFoundError.*no reply"),
    ):
        line.ask("open", folder="/nowhere")
    with (
        Line((sys.executable, "-c", "raise SystemExit('gone')"), surroundings()) as line,
        pytest.raises(RuntimeError, match=r"ended.*gone"),
    ):
        line.ask("open", folder="/nowhere")


def test_an_environment_is_kept_while_its_packages_are_the_same(tmp_path: Path) -> None:
    made = tmp_path / "peer"
    (made / "lib" / "python3.11" / "site-packages" / "pip").mkdir(parents=True)
    packages = made / "lib" / "python3.11" / "site-packages"
    (packages / "pip" / "code").write_bytes(b"x" * 2**20)
    (packages / "library").write_bytes(b"x" * 2**19)
    (made / "installed.json").write_text('{"packages": ["one==1"], "alone": []}', "utf-8")
    kept = prepare(tmp_path, "peer", ("one==1",))
    assert kept.mebibytes() == 0.5


def test_packages_for_graphics_cards_are_refused(tmp_path: Path) -> None:
    packages = tmp_path / "lib" / "python3.11" / "site-packages"
    (packages / "torch-2.dist-info").mkdir(parents=True)
    ensure_plain(Environment(tmp_path))
    (packages / "nvidia_cublas-13.dist-info").mkdir()
    with pytest.raises(RuntimeError, match="nvidia_cublas"):
        ensure_plain(Environment(tmp_path))
