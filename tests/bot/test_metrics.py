"""What is counted, and what somebody who asks the address reads."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.metrics import Metrics
from config.errors import SettingsError
from retrieval.answered import Took
from retrieval.errors import LibraryError, QuestionError
from retrieval.store.records import SourceRow
from tests.bot.answers import NORTH, POLAR, UNCOVERED, UNKNOWN

if TYPE_CHECKING:
    from retrieval.answered import Answer

Samples = dict[tuple[str, ...], float]


class Held:
    """Two sources; or a library that cannot be read."""

    fails = False
    index_fault: str | None = None

    def sources(self) -> list[SourceRow]:
        if self.fails:
            raise LibraryError("The library is closed.")
        return [SourceRow(NORTH, 3, 20, "2024-11-07"), SourceRow(UNKNOWN, 1, 4, None)]


def fetched(address: tuple[str, int]) -> str:
    with urlopen(f"http://{address[0]}:{address[1]}/metrics", timeout=10) as response:
        return str(response.read().decode())


def read(metrics: Metrics) -> Samples:
    """Every sample by its name and label values, as read over HTTP."""
    with metrics.listening("127.0.0.1", 0) as address:
        text = fetched(address)
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def took(answer: Answer, **milliseconds: float) -> Answer:
    return replace(answer, took=Took(**milliseconds))


def test_every_series_is_there_before_the_first_question() -> None:
    samples = read(Metrics())
    outcomes = ("answered", "not_covered", "refused", "busy", "cancelled", "failed")
    assert [samples["whosays_questions_total", each] for each in outcomes] == [0] * 6
    for stage in ("queue", "search", "stance", "total"):
        assert samples["whosays_stage_seconds_count", stage] == 0


def test_answers_are_counted_with_their_time_by_stage() -> None:
    metrics = Metrics()
    metrics.answered(took(POLAR, search_ms=20, stance_ms=300, total_ms=330))
    metrics.answered(took(POLAR, search_ms=40, stance_ms=500, total_ms=550))
    metrics.answered(took(UNCOVERED, search_ms=10, total_ms=11))
    samples = read(metrics)
    assert samples["whosays_questions_total", "answered"] == 2
    assert samples["whosays_questions_total", "not_covered"] == 1
    assert samples["whosays_stage_seconds_count", "stance"] == 3
    assert samples["whosays_stage_seconds_sum", "search"] == pytest.approx(0.07)
    assert samples["whosays_stage_seconds_sum", "total"] == pytest.approx(0.891)


def test_what_had_no_answer_the_queue_and_errors_are_counted() -> None:
    metrics = Metrics()
    metrics.unanswered("busy")
    metrics.waiting(3)
    metrics.spent("queue", 1.5)
    metrics.error(QuestionError("The question “who is my neighbour Ann?” is too long."))
    samples = read(metrics)
    assert samples["whosays_questions_total", "busy"] == 1
    assert samples["whosays_queue_questions",] == 3
    assert samples["whosays_stage_seconds_sum", "queue"] == 1.5
    assert samples["whosays_errors_total", "QuestionError"] == 1


def test_nothing_that_was_asked_or_that_an_error_says_is_served() -> None:
    metrics = Metrics()
    metrics.answered(POLAR)
    metrics.error(QuestionError("Ann’s question"))
    with metrics.listening("127.0.0.1", 0) as address:
        text = fetched(address)
    assert "Ann" not in text
    assert POLAR.question not in text
    assert NORTH.name not in text


def test_the_gateway_is_in_one_state() -> None:
    metrics = Metrics()
    metrics.gateway("connected")
    metrics.gateway("disconnected")
    samples = read(metrics)
    states = {key[1]: value for key, value in samples.items() if key[0] == "whosays_gateway"}
    assert states == {"connecting": 0, "connected": 0, "disconnected": 1}


def test_the_librarys_size_is_read_when_somebody_asks() -> None:
    metrics, held = Metrics(), Held()
    metrics.watch(held)
    samples = read(metrics)
    assert samples["whosays_library_sources",] == 2
    assert samples["whosays_library_articles",] == 4
    assert samples["whosays_library_paragraphs",] == 24


def test_a_library_that_cannot_be_read_leaves_the_other_figures() -> None:
    metrics, held = Metrics(), Held()
    metrics.watch(held)
    metrics.answered(POLAR)
    held.fails = True
    read(metrics)
    samples = read(metrics)
    assert ("whosays_library_articles",) not in samples
    assert samples["whosays_questions_total", "answered"] == 1
    assert samples["whosays_errors_total", "LibraryError"] >= 1


def test_an_address_in_use_is_one_line_that_names_the_settings() -> None:
    with (
        Metrics().listening("127.0.0.1", 0) as (host, port),
        pytest.raises(SettingsError, match="choose another address with WHOSAYS_METRICS__HOST"),
        Metrics().listening(host, port),
    ):
        pass


def test_a_host_that_is_none_is_one_line() -> None:
    with (
        pytest.raises(SettingsError, match="cannot be served at no host"),
        Metrics().listening("no host", 0),
    ):
        pass


def test_nothing_listens_and_no_thread_is_left_afterwards() -> None:
    before = threading.active_count()
    with Metrics().listening("127.0.0.1", 0) as address:
        assert fetched(address)
    assert threading.active_count() == before
    with pytest.raises(URLError):
        fetched(address)


def test_whether_the_index_can_be_searched_is_told() -> None:
    metrics, held = Metrics(), Held()
    assert read(metrics)["whosays_index_up",] == 1
    metrics.watch(held)
    held.index_fault = "The index server failed."
    assert read(metrics)["whosays_index_up",] == 0
    held.index_fault = None
    assert read(metrics)["whosays_index_up",] == 1
